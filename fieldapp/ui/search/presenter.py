"""Search, without a window: families, children, notes and words, drafts and what waits, forms.

Promise: answers come from the encrypted index on this laptop, also offline; accents, case and strokes do not matter,
and a family or a person is found by the beginning of any part of their name; each hit says who, when, what kind of
field, and its mark; in visit view what is restricted is only counted. No history of searches is kept anywhere.
Never here: asking the service, Qt.
Source: the design of the interface, section 4.4; the store's search.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from fieldapp.commands.find import Found, find
from fieldapp.commands.start_note import new_note_menu
from fieldapp.protocol.revision import form_path
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile
from fieldapp.store.errors import DraftGone
from fieldapp.store.search import fold, terms
from fieldapp.ui.pages import marks
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.marks import Mark
from fieldapp.ui.pages.titles import Titles, icon_of, title_of_form
from fieldapp.ui.pages.wording import moment
from fieldapp.ui.pages.writing import at_ms
from fieldapp.ui.words import Words

say = Words("Search")

Group = Literal["families", "children", "notes", "drafts", "forms"]
HITS_SHOWN = 12
"""Hits of one group on the page; more are told as a number, so that every group stays in sight."""
PEOPLE_KINDS = frozenset({"family", "person"})


@dataclass(frozen=True, slots=True)
class HitRow:
    """One thing found."""

    id: str
    group: Group
    doc: str
    draft: str
    scope: str
    form: str
    icon: str
    title: str
    under: str
    """Who, when, and in what kind of field."""
    excerpt: str
    mark: Mark | None
    name: str


@dataclass(frozen=True, slots=True)
class HitGroup:
    """All of one kind."""

    group: Group
    title: str
    rows: tuple[HitRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class SearchState:
    """All that the page shows."""

    text: str = ""
    groups: tuple[HitGroup, ...] = ()
    restricted: str = ""
    empty: str = ""
    elsewhere: str = ""
    can_add: bool = False
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found for one text."""

    text: str = ""
    hits: tuple[HitRow, ...] = ()
    restricted: int = 0


@dataclass(slots=True)
class SearchPresenter:
    """Holds what is typed and nothing of what was typed before."""

    desk: Desk
    facts: Facts = field(default_factory=Facts)
    text: str = ""
    online: bool | None = None

    def read(self, text: str) -> Facts:
        """What holds all the words. Call it from a worker."""
        if not terms(text):
            return Facts(text)
        files = {file.id: file for file in self.desk.files()}
        visiting = self.desk.visit_view
        found = find(self.desk.workplace, text, visit_view=visiting)
        people = _people(files.values(), text, self.desk)
        known = {row.doc for row in people}
        titles: dict[str, Titles] = {}
        notes = [
            row for one in found if one.id not in known and (row := self._hit(one, files, titles)) is not None
        ]
        restricted = 0
        if visiting:
            every = find(self.desk.workplace, text, visit_view=False)
            restricted = len({one.id for one in every} - {one.id for one in found})
        return Facts(text, (*people, *notes, *self._forms(text)), restricted)

    def show(self, facts: Facts, *, online: bool | None = None) -> SearchState:
        """Take what was found, unless something else was typed meanwhile."""
        self.online = online
        if facts.text == self.text:
            self.facts = facts
        return self.state()

    def type(self, text: str) -> SearchState:
        """Something was typed; what was found for it comes with `show`."""
        self.text = text
        if not text.strip():
            self.facts = Facts(text)
        return self.state()

    def state(self) -> SearchState:
        """The page as it stands."""
        facts = self.facts
        groups = tuple(_group(group, title, facts.hits) for group, title in _groups())
        shown = tuple(group for group in groups if group.rows)
        settled = facts.text == self.text
        empty = ""
        if not self.text.strip():
            empty = say("Type a name, a place or a few words.")
        elif settled and not shown:
            empty = say("Nothing on this laptop matches “{text}”.", text=self.text.strip())
        nothing_found = bool(self.text.strip()) and settled and not shown
        return SearchState(
            text=self.text,
            groups=shown if self.text.strip() else (),
            restricted=say.count(facts.restricted, "{n} restricted result", "{n} restricted results")
            if facts.restricted and self.text.strip()
            else "",
            empty=empty,
            elsewhere=say("The service can’t be searched from here yet.") if nothing_found else "",
            can_add=nothing_found,
            announce=say.count(len(facts.hits), "Find, {n} result", "Find, {n} results")
            if self.text.strip()
            else say("Find"),
        )

    # -- inside ---------------------------------------------------------------------------------------------------

    def _hit(self, found: Found, files: dict[str, FamilyFile], titles: dict[str, Titles]) -> HitRow | None:
        file = files.get(found.scope)
        if file is None:
            return None
        desk = self.desk
        now, zone = desk.now_ms(), desk.zone
        if found.source == "draft":
            try:
                draft = desk.store.draft(found.id)
            except DraftGone:  # since it was found
                return None
            if draft.state != "open":
                return None
            definition = desk.definition(draft.form)
            title = title_of_form(definition, draft.kind)
            at = moment(draft.saved_at_ms, now, zone)
            under = ", ".join((file.label, at))
            mark = marks.draft(at)
            return _row("drafts", found, title, under, mark, "file-pen", draft=draft.id, doc=draft.doc)
        document = desk.store.document(found.id)
        if document is None or document.deleted:
            return None
        record = desk.reader().read(document)
        if file.id not in titles:
            titles[file.id] = Titles(file)
        named = titles[file.id]
        author = desk.name(document.created_by or document.author)
        at = moment(at_ms(found.written_at), now, zone) if found.written_at else ""
        under = ", ".join(
            piece for piece in (file.label, author, at, _field_words(record, found.key)) if piece
        )
        mark = marks.of_document(document)
        group: Group = "drafts" if document.unsent or document.held else "notes"
        return _row(group, found, named.of(record), under, mark, named.icon(record), draft="", doc=found.id)

    def _forms(self, text: str) -> tuple[HitRow, ...]:
        """Forms that a note can be begun with, by title."""
        found = []
        words = terms(text)
        for form_id in new_note_menu(self.desk.workplace):
            listed = self.desk.store.newest_form(form_id)
            definition = self.desk.store.definition(listed.hash) if listed is not None else None
            if definition is not None and _matches(definition.title, words):
                found.append(
                    HitRow(
                        id=f"form:{form_id}",
                        group="forms",
                        doc="",
                        draft="",
                        scope="",
                        form=form_id,
                        icon="file-plus",
                        title=definition.title,
                        under=say("Form"),
                        excerpt="",
                        mark=None,
                        name=say("Form, {title}", title=definition.title),
                    )
                )
        return tuple(found)


def _groups() -> tuple[tuple[Group, str], ...]:
    return (
        ("families", say("Families")),
        ("children", say("Children")),
        ("notes", say("Notes and words")),
        ("drafts", say("Drafts and waiting")),
        ("forms", say("Forms")),
    )


def _group(group: Group, title: str, hits: Sequence[HitRow]) -> HitGroup:
    rows = tuple(row for row in hits if row.group == group)
    more = len(rows) - HITS_SHOWN
    return HitGroup(
        group,
        title,
        rows[:HITS_SHOWN],
        say.count(more, "{n} more. Add a word to narrow it.", "{n} more. Add a word to narrow it.")
        if more > 0
        else "",
    )


def _matches(text: str, words: Sequence[str]) -> bool:
    """Whether every word begins some word of the text, case, accents and strokes aside."""
    parts = terms_of(text)
    return bool(words) and all(any(part.startswith(word) for part in parts) for word in words)


def terms_of(text: str) -> list[str]:
    """All folded words of a text, however long it is."""
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()


def _people(files: Iterable[FamilyFile], text: str, desk: Desk) -> list[HitRow]:
    """Families by label or place, and people by any name they go by: nicknames too."""
    words, today = terms(text), desk.today()
    found: list[HitRow] = []
    for file in files:
        names = ", ".join(child.called for child in file.children)
        if _matches(f"{file.label} {file.place}", words):
            found.append(
                HitRow(
                    id=file.id,
                    group="families",
                    doc=file.id,
                    draft="",
                    scope=file.id,
                    form="",
                    icon="users",
                    title=file.label,
                    under=", ".join(piece for piece in (file.place, names) if piece),
                    excerpt="",
                    mark=None,
                    name=say("Family, {label}, {place}", label=file.label, place=file.place),
                )
            )
        for person in file.people.values():
            if not _matches(f"{person.name} {person.called}", words):
                continue
            age = person.age_words(today)
            title = ", ".join(piece for piece in (person.name or person.called, age) if piece)
            found.append(
                HitRow(
                    id=person.id,
                    group="children" if person.is_child else "families",
                    doc=person.id,
                    draft="",
                    scope=file.id,
                    form="",
                    icon="user",
                    title=title,
                    under=file.label,
                    excerpt="",
                    mark=None,
                    name=f"{title}, {file.label}",
                )
            )
    return found


def _row(
    group: Group,
    found: Found,
    title: str,
    under: str,
    mark: Mark,
    icon: str,
    *,
    draft: str,
    doc: str,
) -> HitRow:
    said = ". ".join(piece for piece in (title, under, found.excerpt, mark.sentence) if piece)
    return HitRow(
        id=f"{found.source}:{found.id}",
        group=group,
        doc=doc,
        draft=draft,
        scope=found.scope,
        form="",
        icon=icon if icon else icon_of(found.kind),
        title=title,
        under=under,
        excerpt=found.excerpt,
        mark=mark,
        name=said,
    )


def _field_words(record: Record, key: str) -> str:
    """Whose words the excerpt is: what was said, what was seen, what is thought; empty for other answers."""
    if record.part is None or not key or form_path(key) not in record.part.definition.paths():
        return ""
    appearance = record.part.definition.question(form_path(key)).appearance
    if "words" in appearance:
        return say("their words")
    if "saw" in appearance:
        return say("what was seen")
    return say("what the worker thinks") if "think" in appearance else ""
