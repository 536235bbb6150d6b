"""A real service in a process of its own, on SQLite and on a real PostgreSQL, and real signed clients."""

import shutil
import tempfile
from pathlib import Path

import pytest
from service_running import Postgres, RunningService, Team


@pytest.fixture(scope="session")
def postgres():
    base = Path(tempfile.mkdtemp(prefix="fieldapp-pg-"))
    base.chmod(0o755)
    server = None
    try:
        server = Postgres(base)
        yield server
    finally:
        if server is not None:
            server.stop()
        shutil.rmtree(base)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def service(request, tmp_path_factory):
    """A running service; each module has one for each database."""
    folder = tmp_path_factory.mktemp("service") / "s"
    database = None
    if request.param == "postgresql":
        database = request.getfixturevalue("postgres").create(folder.parent.name)
    running = RunningService(folder, database).start()
    yield running
    running.stop()
    assert running.said_on_stderr() == ""


@pytest.fixture
def fresh_service(tmp_path):
    """A service of one's own, on SQLite, not yet started."""
    running = RunningService(tmp_path / "s")
    yield running
    running.stop()


@pytest.fixture
def team(service, request):
    return Team(service, request.node.name)


FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:fa="https://fieldapp.example/xforms"><h:head><h:title>Visit</h:title><model><instance>
 <data id="visit" version="%s"><date/><risk/><topics/><notes/><present><name/></present></data></instance>
 <bind nodeset="/data/date" type="date"/><bind nodeset="/data/risk" type="string" fa:merge="caution"/>
 <bind nodeset="/data/topics" type="string"/><bind nodeset="/data/notes" type="string"/>
 <bind nodeset="/data/present/name" type="string"/></model></h:head><h:body>
 <input ref="/data/date"/><select1 ref="/data/risk"/><select ref="/data/topics"/>
 <input ref="/data/notes" appearance="w1 multiline"/>
 <group ref="/data/present"><repeat nodeset="/data/present"><input ref="/data/present/name"/></repeat></group>
 </h:body></h:html>"""


@pytest.fixture(scope="module")
def visit_form(service):
    """A published form with a question of every merge type."""
    path = service.folder / "visit.xml"
    path.write_text(FORM % "1", encoding="utf-8")
    return service.command("forms", "publish", str(path))["forms"][0]
