"""Record forms: make a person, change a child's risk level, add a relationship, open a family.

Promise: an ordinary edit of one document (or the making of one), saved and signed like any note; only the keys given
are changed. Never here: a questionnaire's note (start_note.py, finish.py); deciding an open question (decide.py).
Source: architecture, "Every kind has a form"; practice section 3.
"""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.protocol.revision import rows_of
from fieldapp.records.document import Document, FormReference, Value
from fieldapp.records.filing import record_kinds
from fieldapp.store import Change, Saved

from .context import Workplace


def add_document(
    workplace: Workplace,
    form_id: str,
    scope: str,
    answers: Mapping[str, Value],
    *,
    doc: str | None = None,
) -> tuple[str, Saved]:
    """Make a document of a record form (`person`, `relationship`, `child`, `decision` …); returns its id."""
    form, definition = workplace.newest_form(form_id)
    id = doc or workplace.fresh_id()
    kind = record_kinds(definition)[""]
    saved = workplace.store.save([Change(id, kind, scope, _body({}, answers), form)])
    workplace.after_save()
    return id, saved


def open_family(workplace: Workplace, answers: Mapping[str, Value]) -> tuple[str, Saved]:
    """A new family: a `family` document whose id is its scope; works offline, and its author holds it."""
    id = workplace.fresh_id()
    return add_document(workplace, "family", id, answers, doc=id)


def edit_document(workplace: Workplace, doc: str, answers: Mapping[str, Value | None]) -> Saved:
    """Change these answers of one document; None empties one. Everything else stays as it reads."""
    held = workplace.document(doc)
    saved = workplace.store.save([edited(held, answers)])
    workplace.after_save()
    return saved


def edited(
    held: Document,
    answers: Mapping[str, Value | None],
    *,
    decides: tuple[str, ...] = (),
    signed_off: bool = False,
) -> Change:
    """The change that sets these answers in a document as it reads now."""
    return Change(
        doc=held.id,
        kind=held.kind,
        scope=held.scope,
        body=_body(held.body, answers),
        form=held.form,
        shown=held.body,
        decides=decides,
        signed_off=signed_off,
    )


def delete_document(workplace: Workplace, doc: str) -> Saved:
    """Delete a document. Somebody's edit of it meanwhile stands, and a person is asked (protocol section 6)."""
    held = workplace.document(doc)
    saved = workplace.store.save([Change(held.id, held.kind, held.scope, None, held.form)])
    workplace.after_save()
    return saved


def sign_off(workplace: Workplace, doc: str, answers: Mapping[str, Value | None] | None = None) -> Saved:
    """A manager's revision with the flag `signed_off`, over the document exactly as it reads now."""
    held = workplace.document(doc)
    saved = workplace.store.save([edited(held, answers or {}, signed_off=True)])
    workplace.after_save()
    return saved


def _body(before: Mapping[str, Value], answers: Mapping[str, Value | None]) -> dict[str, Value]:
    """The text with these answers; emptied ones go, and with a row's key everything in that row."""
    body = dict(before)
    for key, value in answers.items():
        if value in (None, "", []):
            body.pop(key, None)
        elif value is not None:
            body[key] = sorted(set(value)) if isinstance(value, list) else value
    return {key: value for key, value in body.items() if all(row in body for row in rows_of(key))}


def form_of(workplace: Workplace, form_id: str) -> FormReference:
    """The newest published version of a form."""
    return workplace.newest_form(form_id)[0]
