"""Begin a note, or go on with one: a draft of a form for a family, with what the records already know filled in.

Promise: the draft is on the disk before the form is shown; starting a note needs no network and copies no earlier
answer. Never here: finishing it; a form's text. Source: interface 2 ("New note"), 4.5, 4.6; practice section 5.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from fieldapp.forms.answers import kept_values
from fieldapp.records.document import Document, Value
from fieldapp.records.filing import OF, join, record_kinds
from fieldapp.store import Draft

from .context import Workplace
from .known_when_begun import Beginning, fill_in

FAMILY = "family"
LAST_USED_MAX = 12


def start_note(
    workplace: Workplace,
    form_id: str,
    scope: str,
    *,
    child: str | None = None,
    purpose: str = "",
    about: Mapping[str, str] | None = None,
    language: str | None = None,
) -> Draft:
    """A fresh draft of the newest version of a form for a family (and, for direct work, with one child).

    `about`: what the form is about and does not ask, by its place in the form: `{"person": id}` for a child's record.
    """
    form, definition = workplace.newest_form(form_id)
    file = workplace.family(scope)
    kind = record_kinds(definition)[""]
    instance = definition.open(clock=workplace.clock, entropy=workplace.entropy, language=language)
    begun = Beginning(
        file=file,
        policy=workplace.policy,
        today=workplace.today(),
        kind=kind,
        child=None if child is None else file.people.get(child),
        purpose=purpose,
    )
    fill_in(instance, definition, begun, workplace.fresh_id)
    for key, value in (about or {}).items():
        instance.prefill(key, value)
    draft = workplace.store.open_draft(
        doc=workplace.fresh_id(), scope=scope, kind=kind, form=form, filled=kept_values(instance)
    )
    _note_used(workplace, form_id)
    return draft


def begin_family(workplace: Workplace, label: str = "", *, language: str | None = None) -> Draft:
    """A fresh draft of a new family's first document; with it the family begins, also without a signal.

    Its `doc` is its scope, and the service makes its author a worker of the family (protocol section 5.6).
    """
    form, definition = workplace.newest_form(FAMILY)
    instance = definition.open(clock=workplace.clock, entropy=workplace.entropy, language=language)
    if label.strip():
        instance.prefill("label", label.strip())
    scope = workplace.fresh_id()
    kind = record_kinds(definition)[""]
    return workplace.store.open_draft(
        doc=scope, scope=scope, kind=kind, form=form, filled=kept_values(instance)
    )


def reopen_note(workplace: Workplace, doc: str) -> Draft:
    """A draft that edits a saved note, in the note's own version of its form; an open draft of it is gone on with.

    `doc` may be any document filed from the note; its root is opened.
    """
    asked = workplace.document(doc)
    root = workplace.document(asked.text(OF) or doc)
    form = root.form
    if form is None:
        from .errors import FormMissing

        raise FormMissing("no form")
    definition = workplace.definition(form)
    parts = filed_with(workplace, root)
    shown: dict[str, Value] = join(root, parts, definition)
    return workplace.store.open_draft(
        doc=root.id,
        scope=root.scope,
        kind=root.kind,
        form=form,
        bases={part.id: part.head for part in (root, *parts)},
        shown=shown,
    )


def filed_with(workplace: Workplace, root: Document) -> list[Document]:
    """The other documents that were filed from the same note, deleted ones among them."""
    everything = workplace.store.documents(root.scope, deleted=True)
    return [each for each in everything if each.id != root.id and each.text(OF) == root.id]


def new_note_menu(workplace: Workplace) -> tuple[str, ...]:
    """Ids of the published forms that a note can be begun with, last used first."""
    here = list(dict.fromkeys(form.id for form in workplace.store.forms() if form.here))
    used: list[str] = workplace.store.setting("used_forms", [])
    return tuple([each for each in used if each in here] + [each for each in here if each not in used])


def _note_used(workplace: Workplace, form_id: str) -> None:
    used: list[str] = workplace.store.setting("used_forms", [])
    newest = [form_id, *(each for each in used if each != form_id)][:LAST_USED_MAX]
    workplace.store.set_setting("used_forms", newest)
