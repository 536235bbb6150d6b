"""The house's directions, as sentences. Source: the code's own imports, read by grimp; nothing is run.

Rules: imports go down only; every module stands in a room; each third-party package has one room.
"""

import ast
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]

# What each room may import of ours, from the ground up. `__main__` builds everything; `demo` may see all.
MAY_SEE: dict[str, set[str]] = {
    "ports": set(),
    "resources": set(),
    "words": set(),
    "protocol": {"ports"},
    "forms": {"protocol", "ports"},
    "records": {"forms", "protocol", "ports"},
    "store": {"records", "forms", "protocol", "ports"},
    "sync": {"store", "records", "forms", "protocol", "ports"},
    "reports": {"records", "forms", "protocol", "ports"},
    "commands": {"sync", "reports", "store", "records", "forms", "protocol", "ports"},
    "ui": {"commands", "sync", "reports", "store", "records", "forms", "protocol", "ports"},
    "service": {"records", "forms", "protocol", "ports"},
    "demo": {
        "ui",
        "commands",
        "sync",
        "reports",
        "store",
        "records",
        "forms",
        "protocol",
        "ports",
        "service",
        "__main__",
    },
    "__main__": {"ui", "commands", "sync", "reports", "store", "records", "forms", "protocol", "ports"},
}

# Each third-party package and the one place that may import it.
ONE_ROOM: dict[str, tuple[str, ...]] = {
    "PySide6": ("fieldapp.ui", "fieldapp.demo", "fieldapp.__main__"),
    "shiboken6": ("fieldapp.ui",),
    "requests": ("fieldapp.sync",),
    "sqlcipher3": ("fieldapp.store",),
    "filelock": ("fieldapp.store",),
    "platformdirs": ("fieldapp.store",),
    "reportlab": ("fieldapp.reports",),
    "arabic_reshaper": ("fieldapp.reports",),
    "bidi": ("fieldapp.reports",),
    "pyxform": ("fieldapp.forms.convert",),
    "openpyxl": ("fieldapp.forms.convert",),
    "starlette": ("fieldapp.service",),
    "uvicorn": ("fieldapp.service",),
    "anyio": ("fieldapp.service",),
    "sqlalchemy": ("fieldapp.service",),
    "alembic": ("fieldapp.service",),
    "psycopg": ("fieldapp.service",),
    "zstandard": ("fieldapp.sync.transport", "fieldapp.service"),
    "msgspec": ("fieldapp.protocol.wire",),
    "cryptography": (
        "fieldapp.protocol.signing",
        "fieldapp.store",
        "fieldapp.forms.xpath",
        "fieldapp.forms.values",
    ),
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("fieldapp", include_external_packages=True, cache_dir=None)


# The ground-level modules that every room may use.
for _room, _seen in MAY_SEE.items():
    _seen.add("resources")
    if _room != "resources":
        _seen.add("words")


def room_of(module: str) -> str:
    return module.split(".")[1] if module.count(".") else "fieldapp"


def ours(graph: grimp.ImportGraph) -> list[str]:
    return sorted(m for m in graph.modules if m.split(".")[0] == "fieldapp")


def test_every_module_stands_in_a_room(graph):
    homeless = [m for m in ours(graph) if m != "fieldapp" and room_of(m) not in MAY_SEE]
    assert homeless == []


def test_imports_go_down_only(graph):
    upward = []
    for module in ours(graph):
        room = room_of(module)
        for seen in graph.find_modules_directly_imported_by(module):
            if seen.split(".")[0] != "fieldapp" or seen == "fieldapp":
                continue
            other = room_of(seen)
            if other != room and other not in MAY_SEE.get(room, set()):
                upward.append(f"{module} -> {seen}")
    assert upward == []


def test_nothing_imports_the_demonstration(graph):
    guilty = [
        m
        for m in ours(graph)
        if room_of(m) != "demo"
        and "demo"
        in {room_of(s) for s in graph.find_modules_directly_imported_by(m) if s.startswith("fieldapp.")}
    ]
    assert guilty == []


def test_each_third_party_package_has_one_room(graph):
    astray = []
    for module in ours(graph):
        for seen in graph.find_modules_directly_imported_by(module):
            package = seen.split(".")[0]
            if package == "fieldapp" or package in sys.stdlib_module_names:
                continue
            homes = ONE_ROOM.get(package)
            if homes is None:
                astray.append(f"{package} (imported by {module}) has no room")
            elif not module.startswith(homes):
                astray.append(f"{module} imports {package}, which lives in {' or '.join(homes)}")
    assert astray == []


def test_the_sync_engine_sees_the_protocol_alone(graph):
    parts = [m for m in ours(graph) if m.startswith("fieldapp.sync.engine")]
    assert "fieldapp.sync.engine.machine" in parts
    allowed = ("fieldapp.protocol", "fieldapp.ports", "fieldapp.sync.engine")
    seen = {
        s
        for part in parts
        for s in graph.find_modules_directly_imported_by(part)
        if s.startswith("fieldapp") and not s.startswith(allowed)
    }
    assert seen == set()


def test_a_presenter_knows_nothing_of_qt(graph):
    presenters = [m for m in ours(graph) if m.startswith("fieldapp.ui.") and m.endswith(".presenter")]
    guilty = []
    for module in presenters:
        for seen in graph.find_modules_directly_imported_by(module):
            if seen.split(".")[0] in {"PySide6", "shiboken6"}:
                guilty.append(f"{module} -> {seen}")
    assert guilty == []


def test_slow_libraries_are_imported_only_where_they_are_used():
    """The unlock window waits for nothing it does not show: requests and reportlab are imported inside functions."""
    guilty = []
    for path in sorted((ROOT / "fieldapp").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else ([node.module or ""] if isinstance(node, ast.ImportFrom) else [])
            )
            guilty += [
                f"{path.relative_to(ROOT)} imports {n}"
                for n in names
                if n.split(".")[0] in {"requests", "reportlab", "pyxform"}
            ]
    assert guilty == []


def test_no_file_reaches_outside_the_project():
    """The project speaks of itself alone: no path beside the clone, no package registry's address."""
    outside = ("../" + "shared", "/work/" + "main", "pypi" + ".org", "registry." + "npmjs")
    guilty = []
    for path in sorted(ROOT.rglob("*")):
        if path.is_dir() or any(p.startswith(".") and p != ".ci" for p in path.relative_to(ROOT).parts):
            continue
        if path.suffix not in {".py", ".md", ".toml", ".txt", ".in", ".sh", ".json", ".ts", ".qss", ""}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        guilty += [f"{path.relative_to(ROOT)}: {word}" for word in outside if word in text]
    assert guilty == []
