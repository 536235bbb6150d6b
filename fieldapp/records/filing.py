"""One form, several documents: a form's body is split into the documents it is filed as, and joined again.

Promises: the root's answers go to the root's document, each row of a repeat that names a kind (`fa:record`) to a
document of its own whose id is the row's id. Keys stay as in the form. A row's key stands in the document around it,
with its position, and as 0 in its own document, together with those of the rows around. Splitting what was joined
gives the same documents, joining what was split gives the same body. A field of one child never lands in another's
document (practice.md section 4.8): the row in a key decides, nothing else.
Never: saving, deciding a conflict, dropping a document that somebody else has gone on editing.
Source: architecture.md, "One form, several documents"; at most 20 revisions commit together (protocol.md section 1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.forms.face import Definition
from fieldapp.protocol.revision import form_path, is_row
from fieldapp.records.document import Document, Value
from fieldapp.records.keys import position_of, repeat_of, row_id, rows_around, rows_in

GROUP_COUNT_MAX = 20
"""Revisions that commit together (protocol.md section 1, `group`)."""

COMPLETE = "meta/complete"
OF = "meta/of"
KEYED = ("meta/decided", "meta/gap", "meta/restricted")
"""What the app notes about one key. It stands in the document that holds that key."""


@dataclass(frozen=True, slots=True)
class Filed:
    """One document that a form's answers are filed as. `body` None deletes it: its row was removed."""

    doc: str
    kind: str
    body: dict[str, Value] | None


def record_kinds(definition: Definition) -> dict[str, str]:
    """The repeats of a form whose rows are documents, each with its kind; `""` is the form's root."""
    kinds = {"": definition.record or definition.id}
    for path in definition.paths():
        place = definition.question(path)
        if place.kind == "repeat" and place.record:
            kinds[path] = place.record
    return kinds


def split(body: Mapping[str, Value], definition: Definition, root: str) -> tuple[Filed, ...]:
    """The documents of a form's whole body, outer ones first. `root` is the id of the root's document."""
    return _split(body, record_kinds(definition), root)


def _split(body: Mapping[str, Value], kinds: Mapping[str, str], root: str) -> tuple[Filed, ...]:
    bodies: dict[str, dict[str, Value]] = {"": {}}
    for row in _filed_rows(body, kinds):
        bodies[row] = dict.fromkeys(rows_around(row), 0)
    for key, value in body.items():
        if key.startswith("meta/"):
            continue
        home = _home(key, bodies)
        if key == home:
            home = _home_around(key, bodies)
        bodies[home][key] = value
    _split_meta(body, bodies)
    for row, part in bodies.items():
        if row:
            part[OF] = root
    return tuple(
        Filed(row_id(row) if row else root, kinds[form_path(row)], part)
        for row, part in sorted(bodies.items(), key=lambda item: _outer_first(item[0], body))
    )


def join(root: Document, others: Iterable[Document], definition: Definition) -> dict[str, Value]:
    """The whole body of a form again, from its root's document and those filed with it.

    `others` may hold more than belongs here: only what says it is of this root, and lives, is taken. A document that
    lives on without its row's key (the row was removed while somebody edited it) is shown in its place, after the
    rows that still have theirs; a row whose document was deleted goes with it, unless one inside it lives.
    """
    parts = {"": dict(root.body)}
    gone = []
    for document in others:
        if document.id == root.id or document.text(OF) != root.id:
            continue
        row = _own_row(document)
        if row and document.deleted:
            gone.append(row)
        elif row:
            parts[row] = dict(document.body)
    return _join(parts, gone, record_kinds(definition))


def _join(
    parts: Mapping[str, Mapping[str, Value]], gone: Sequence[str], kinds: Mapping[str, str]
) -> dict[str, Value]:
    body: dict[str, Value] = {}
    for row, part in parts.items():
        around = frozenset(rows_around(row))
        for key, value in part.items():
            if key in around or (row and key in (COMPLETE, OF)):
                continue
            body[key] = value
    for row in sorted((row for row in parts if row and row not in body), key=row_id):
        for outer in rows_around(row):
            if outer not in body:
                body[outer] = _next_position(body, repeat_of(outer))
    living = frozenset(outer for row in parts for outer in rows_around(row))
    for row in gone:
        if row not in living:
            for key in [key for key in body if key == row or key.startswith(row + "/")]:
                del body[key]
    return body


def refile(
    before: Sequence[Document], body: Mapping[str, Value], definition: Definition, root: str
) -> tuple[Filed, ...]:
    """What saving this body changes: new and altered documents, outer first, then the rows that were removed.

    `before` are the documents as the body was opened from; what is the same as there is not written again, and a
    document whose row is no longer in the body is deleted. An absent document with nothing of its own to say (its
    row is there, its text has not arrived on this laptop) is left alone.
    """
    known = {document.id: document for document in before if not document.deleted}
    named = {row_id(key) for document in before for key in document.body if is_row(key)}
    wanted = split(body, definition, root)
    changed = []
    for filed in wanted:
        there = known.get(filed.doc)
        if there is not None and dict(there.body) == filed.body:
            continue
        if there is None and filed.doc in named and not _says_something(filed):
            continue
        changed.append(filed)
    kept = {filed.doc for filed in wanted}
    removed = [
        Filed(document.id, document.kind, None)
        for document in before
        if document.id not in kept and not document.deleted and document.text(OF) == root
    ]
    return (*changed, *removed)


def groups(filed: Sequence[Filed]) -> tuple[tuple[Filed, ...], ...]:
    """The filing groups to commit, at most 20 documents each, outer documents first."""
    return tuple(
        tuple(filed[start : start + GROUP_COUNT_MAX]) for start in range(0, len(filed), GROUP_COUNT_MAX)
    )


def _filed_rows(body: Mapping[str, Value], kinds: Mapping[str, str]) -> list[str]:
    return [key for key in body if is_row(key) and form_path(key) in kinds]


def _outer_first(row: str, body: Mapping[str, Value]) -> tuple[int, tuple[tuple[int, str], ...]]:
    rows = rows_around(row)
    return len(rows), tuple((position_of(body.get(outer)), row_id(outer)) for outer in rows)


def _home(key: str, filed: Mapping[str, object]) -> str:
    """The innermost filed row that a key stands in, or `""`."""
    for row in reversed(rows_around(key)):
        if row in filed:
            return row
    return ""


def _home_around(row: str, filed: Mapping[str, object]) -> str:
    for outer in reversed(rows_around(row)[:-1]):
        if outer in filed:
            return outer
    return ""


def _own_row(document: Document) -> str:
    """The key of the row that a document was filed from: the one with its own id."""
    ending = f"[{document.id}]"
    return next((key for key in document.body if key.endswith(ending)), "")


def _split_meta(body: Mapping[str, Value], bodies: dict[str, dict[str, Value]]) -> None:
    """What the app added: complete to all, what is about one key to where that key is, the rest to the root."""
    for meta in KEYED:
        for row in rows_in(body, meta):
            about = body.get(f"{row}/key")
            home = _home(about, bodies) if isinstance(about, str) else ""
            for key, value in body.items():
                if key == row or key.startswith(row + "/"):
                    bodies[home][key] = value
    for key, value in body.items():
        if key == COMPLETE:
            for part in bodies.values():
                part[COMPLETE] = value
        elif key.startswith("meta/") and not key.startswith(KEYED):
            bodies[""][key] = value


def _next_position(body: Mapping[str, Value], repeat: str) -> int:
    rows = rows_in(body, repeat)
    return position_of(body[rows[-1]]) + 1 if rows else 0


def _says_something(filed: Filed) -> bool:
    return any(not is_row(key) and not key.startswith("meta/") for key in filed.body or ())
