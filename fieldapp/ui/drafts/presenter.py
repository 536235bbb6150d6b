"""Drafts, without a window: unfinished notes by family, where each stopped, and those removed in the last 30 days.

Promise: nothing here can be lost by a press: a removed draft stays 30 days under "Put back"; two unfinished notes of
one kind for one family stand together and say so. Never here: the text of an answer, Qt.
Source: the design of the interface, section 4.11; the store's design, "Drafts".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from fieldapp.commands.discard import discard_note
from fieldapp.commands.notes import answers_of
from fieldapp.commands.put_back import put_back_note, what_can_be_put_back
from fieldapp.store import Draft
from fieldapp.store.drafts import KEPT_MS
from fieldapp.store.errors import DraftElsewhere, DraftGone
from fieldapp.ui.pages import marks
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.marks import Mark
from fieldapp.ui.pages.stopped import stopped_at
from fieldapp.ui.pages.titles import icon_of, title_of_form
from fieldapp.ui.pages.wording import ago, first_name, local, moment
from fieldapp.ui.words import Words

say = Words("Drafts")

DAY_MS = 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One unfinished note."""

    draft: str
    doc: str
    scope: str
    icon: str
    title: str
    stopped: str
    saved: str
    """ "Last saved today 14:32"."""
    age: str
    """ "Begun 3 days ago"."""
    note: str
    """ "Kept after the laptop stopped", "Changes a saved note"."""
    mark: Mark
    name: str


@dataclass(frozen=True, slots=True)
class DraftGroup:
    """The unfinished notes of one family."""

    scope: str
    label: str
    rows: tuple[DraftRow, ...]
    twins: str
    """Two unfinished notes of the same kind: said once, above them."""


@dataclass(frozen=True, slots=True)
class GoneRow:
    """A removed draft that can be put back."""

    draft: str
    title: str
    label: str
    removed: str
    left: str
    """ "Kept for 27 more days"."""
    name: str


@dataclass(frozen=True, slots=True)
class DraftsState:
    """All that the page shows."""

    groups: tuple[DraftGroup, ...] = ()
    newest: str = ""
    """The draft written last: the one to go on with."""
    gone: tuple[GoneRow, ...] = ()
    empty: str = ""
    trouble: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read in one go, away from the window's thread."""

    groups: tuple[DraftGroup, ...] = ()
    gone: tuple[GoneRow, ...] = ()
    newest: str = ""


@dataclass(slots=True)
class DraftsPresenter:
    """Shows the drafts; removes one, and puts one back."""

    desk: Desk
    facts: Facts = field(default_factory=Facts)
    trouble: str = ""

    def read(self) -> Facts:
        """The drafts as they stand now. Call it from a worker."""
        desk = self.desk
        labels = {document.scope: document.text("label") for document in desk.store.families()}
        by_family: dict[str, list[Draft]] = {}
        drafts = desk.store.drafts()
        for draft in drafts:
            by_family.setdefault(draft.scope, []).append(draft)
        groups = [self._group(scope, labels.get(scope, ""), found) for scope, found in by_family.items()]
        gone = tuple(
            self._gone(draft, labels.get(draft.scope, "")) for draft in what_can_be_put_back(desk.workplace)
        )
        newest = max(drafts, key=lambda draft: draft.saved_at_ms).id if drafts else ""
        ordered = sorted(groups, key=lambda group: (not group.label, group.label.casefold()))
        return Facts(tuple(ordered), gone, newest)

    def show(self, facts: Facts) -> DraftsState:
        """Take what was read."""
        self.facts = facts
        return self.state()

    def state(self) -> DraftsState:
        """The page as it stands."""
        count = sum(len(group.rows) for group in self.facts.groups)
        empty = "" if count else say("No drafts. What you begin and do not finish waits here.")
        return DraftsState(
            groups=self.facts.groups,
            newest=self.facts.newest,
            gone=self.facts.gone,
            empty=empty,
            trouble=self.trouble,
            announce=say("Drafts, {n}", n=count) if count else say("Drafts, none"),
        )

    def discard(self, draft: str) -> bool:
        """Take a draft off the list; it can be put back for 30 days. False when a press before had taken it."""
        self.trouble = ""
        try:
            discard_note(self.desk.workplace, draft)
        except DraftGone:
            return False
        return True

    def put_back(self, draft: str) -> bool:
        """Bring a removed draft back as it was; refused while another draft of the same note is open.

        False also when a press before had brought it back.
        """
        self.trouble = ""
        try:
            put_back_note(self.desk.workplace, draft)
        except DraftElsewhere:
            self.trouble = say("Another draft of this note is open. Finish or remove that one first.")
            return False
        except DraftGone:
            return False
        return True

    # -- inside ---------------------------------------------------------------------------------------------------

    def _group(self, scope: str, label: str, drafts: list[Draft]) -> DraftGroup:
        rows = tuple(self._row(draft, label) for draft in drafts)
        titles = [row.title for row in rows]
        twice = next((title for title in titles if titles.count(title) > 1), "")
        twins = (
            say("Two unfinished notes: {title}. Look at both before you finish one.", title=twice)
            if twice
            else ""
        )
        return DraftGroup(scope, label or say("No family yet"), rows, twins)

    def _row(self, draft: Draft, label: str) -> DraftRow:
        desk = self.desk
        definition = desk.definition(draft.form)
        title = ", ".join([title_of_form(definition, draft.kind), *self._about(draft)])
        now, zone = desk.now_ms(), desk.zone
        saved = moment(draft.saved_at_ms, now, zone)
        today = local(now, zone).date()
        begun = ago((today - local(draft.started_at_ms, zone).date()).days)
        notes = []
        if draft.recovered:
            notes.append(say("Kept after the laptop stopped"))
        if draft.bases:
            notes.append(say("Changes a saved note"))
        stopped = stopped_at(draft, definition)
        mark = marks.draft(saved)
        return DraftRow(
            draft=draft.id,
            doc=draft.doc,
            scope=draft.scope,
            icon=icon_of(draft.kind),
            title=title,
            stopped=stopped,
            saved=say("Last saved {when}", when=saved),
            age=say("Begun {when}", when=begun),
            note=", ".join(notes),
            mark=mark,
            name=". ".join(
                part
                for part in (title, label, stopped, say("Last saved {when}", when=saved), *notes, mark.words)
                if part
            ),
        )

    def _about(self, draft: Draft) -> list[str]:
        """Whom a note is about: of three "Wishes and feelings" nobody could tell whose was whose."""
        answers = answers_of(draft)
        people = [
            self.desk.store.document(str(answers[key])) for key in ("person", "a", "b") if answers.get(key)
        ]
        called = [one.text("known_as") or first_name(one.text("name")) for one in people if one is not None]
        child = str(answers.get("ctx_child", ""))
        return [name for name in (child, *called) if name]

    def _gone(self, draft: Draft, label: str) -> GoneRow:
        desk = self.desk
        now, zone = desk.now_ms(), desk.zone
        title = ", ".join([title_of_form(desk.definition(draft.form), draft.kind), *self._about(draft)])
        at = draft.discarded_at_ms or now
        days = max(1, -(-(at + KEPT_MS - now) // DAY_MS))
        removed = say("Removed {when}", when=moment(at, now, zone))
        left = say.count(days, "Kept for {n} more day", "Kept for {n} more days")
        return GoneRow(draft.id, title, label, removed, left, f"{title}, {label}. {removed}. {left}")
