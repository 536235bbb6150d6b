"""One record to read, without a window: the whole note as it was filed, part after part, with who, when and its mark.

Promise: a note that was filed as several records is read as the one note it is; where two people's accounts stand,
each stands under its name; what was finished without says why; in visit view nothing restricted is in the state.
Never here: changing anything, Qt.
Source: the design of the interface, sections 4.5 ("Enter opens") and 4.6 (three kinds of words); practice rule 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fieldapp.commands.start_note import filed_with
from fieldapp.forms.answers import fill
from fieldapp.forms.face import Definition
from fieldapp.protocol.revision import form_path
from fieldapp.records import meta
from fieldapp.records.decisions import asked
from fieldapp.records.document import Document, Value
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile
from fieldapp.records.filing import OF, join
from fieldapp.records.sees import is_restricted, sees
from fieldapp.ui.form.layout import Layout
from fieldapp.ui.form.reading import parts
from fieldapp.ui.form.state import ReadLine, ReadPart
from fieldapp.ui.pages import marks
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.marks import Mark
from fieldapp.ui.pages.titles import Titles
from fieldapp.ui.pages.wording import closed_words, local, moment
from fieldapp.ui.pages.writing import at_ms
from fieldapp.ui.words import Words

say = Words("Record")


@dataclass(frozen=True, slots=True)
class RecordState:
    """All that the page shows."""

    doc: str = ""
    root: str = ""
    scope: str = ""
    title: str = ""
    under: str = ""
    mark: Mark | None = None
    signed: str = ""
    left_out: str = ""
    questions: tuple[str, ...] = ()
    gaps: tuple[tuple[str, str], ...] = ()
    """(question, why): what the note was finished without."""
    decided: tuple[tuple[str, str], ...] = ()
    """(question, why): choices that somebody made between two answers."""
    parts: tuple[ReadPart, ...] = ()
    changes: str = ""
    """ "3 versions, last changed …"; empty for the first."""
    may_write: bool = False
    can_change: bool = False
    missing: str = ""
    announce: str = ""


@dataclass(slots=True)
class RecordPresenter:
    """One record; nothing is remembered."""

    desk: Desk
    scope: str
    doc: str
    current: RecordState = field(default_factory=RecordState)

    def read(self) -> RecordState:
        """The record as it stands now. Call it from a worker."""
        desk = self.desk
        file = desk.file(self.scope)
        asked_for = desk.store.document(self.doc)
        if file is None and asked_for is not None and desk.is_limited():
            if not (asked_for.unsent or asked_for.held):
                return RecordState(doc=self.doc, scope=self.scope, missing=closed_words())
            file = desk.unsent_file(self.scope)
        if file is None or asked_for is None or asked_for.deleted:
            return RecordState(
                doc=self.doc, scope=self.scope, missing=say("This record isn’t on this laptop any more.")
            )
        root = desk.store.document(asked_for.text(OF) or asked_for.id) or asked_for
        record = desk.reader().read(root)
        if desk.visit_view and is_restricted(record):
            return RecordState(
                doc=self.doc,
                scope=self.scope,
                missing=say("Visit view: this record is restricted and not shown."),
            )
        if record.part is None:
            return RecordState(
                doc=self.doc,
                scope=self.scope,
                missing=say(
                    "This record needs a form that hasn’t arrived yet. It comes with the next contact."
                ),
            )
        return self._state(file, record, record.part.definition)

    def show(self, state: RecordState) -> RecordState:
        """Take what was read."""
        self.current = state
        return state

    # -- inside ---------------------------------------------------------------------------------------------------

    def _state(self, file: FamilyFile, record: Record, definition: Definition) -> RecordState:
        desk, root = self.desk, record.document
        filed = filed_with(desk.workplace, root)
        alive = [document for document in filed if not document.deleted]
        body = join(root, filed, definition)
        visiting = desk.visit_view
        title = Titles(file).of(record)
        now, zone = desk.now_ms(), desk.zone
        author = desk.name(root.created_by or root.author)
        when = moment(at_ms(root.created_at or root.written_at), now, zone) if root.written_at else ""
        under = ", ".join(piece for piece in (file.label, author, when) if piece)
        mark = _worst(root, alive)
        revisions = len(desk.store.revisions(root.id))
        changed = moment(at_ms(root.written_at), now, zone)
        return RecordState(
            doc=self.doc,
            root=root.id,
            scope=self.scope,
            title=title,
            under=under,
            mark=mark,
            signed=say("Signed off. A change is kept as an addendum.") if root.signed_off else "",
            left_out=say("Visit view: restricted parts are hidden") if visiting else "",
            questions=self._questions(file, (root, *alive)),
            gaps=() if visiting else _about(meta.gaps(body), definition),
            decided=() if visiting else _about(meta.decided(body), definition),
            parts=self._parts(definition, body, record, visiting=visiting),
            changes=say(
                "{n} versions, last changed {when} by {who}",
                n=revisions,
                when=changed,
                who=desk.name(root.author),
            )
            if revisions > 1
            else "",
            may_write=desk.may_write(self.scope),
            can_change=desk.may_write(self.scope),
            announce=f"{title}, {mark.words}",
        )

    def _questions(self, file: FamilyFile, documents: tuple[Document, ...]) -> tuple[str, ...]:
        """What waits for a choice in this note."""
        found = []
        for document in documents:
            record = self.desk.reader().read(document)
            for key in dict.fromkeys(question.key for question in document.open):
                one = asked(file, record, key, self.desk.me, self.desk.short_name)
                until = f" {one.until_words()}." if one.until_words() else ""
                found.append(f"{one.sentence}{until}")
        return tuple(found)

    def _parts(
        self, definition: Definition, body: Mapping[str, Value], record: Record, *, visiting: bool
    ) -> tuple[ReadPart, ...]:
        """The note in the form's order; in visit view without any restricted answer."""
        workplace = self.desk.workplace
        instance = fill(
            definition,
            {key: value for key, value in body.items() if not key.startswith("meta/")},
            clock=workplace.clock,
            entropy=workplace.entropy,
        )
        by_hand = meta.restricted_keys(body)
        whole = replace(record.document, body=dict(body))
        around = replace(record, document=whole)
        now = local(self.desk.now_ms(), self.desk.zone)
        found = []
        for part in parts(instance, Layout(instance), by_hand, now):
            lines = [
                self._line(line, body)
                for line in part.lines
                if not visiting or (not line.restricted and sees(around, line.key) != "restricted")
            ]
            if lines:
                found.append(replace(part, lines=tuple(lines)))
        return tuple(found)

    def _line(self, line: ReadLine, body: Mapping[str, Value]) -> ReadLine:
        """Two people's accounts each under their name."""
        value = body.get(line.key)
        if not isinstance(value, dict):
            return line
        told = [f"{self.desk.name(one['author'])}: {one['text']}" for one in value["accounts"]]
        return replace(line, value="\n\n".join(told))


def _worst(root: Document, others: list[Document]) -> Mark:
    """The mark of a note is that of the part which most needs a person."""
    every = [root, *others]
    for is_so, mark in (
        (lambda one: one.held is not None, marks.held),
        (lambda one: bool(one.open), marks.decision),
        (lambda one: one.unsent, marks.saved),
    ):
        if any(is_so(one) for one in every):
            return mark()
    return marks.sent()


def _about(notes: tuple[meta.About, ...], definition: Definition) -> tuple[tuple[str, str], ...]:
    known = frozenset(definition.paths())
    found = []
    for one in notes:
        path = form_path(one.key)
        label = definition.question(path).label if path in known else None
        found.append((" ".join((label or one.key).replace("…", " ").split()), one.why))
    return tuple(found)
