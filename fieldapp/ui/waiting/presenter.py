"""Waiting to send, without a window: what is held and why, what goes next, what was sent lately.

Promise: a filing group is one line; nothing is called sent that the service has not answered for; every held item
says what happened, what is safe and what to do, with one next step; no press here throws unsent work away. "Send now"
is off while offline, with the reason beside it. Never here: sending itself, Qt.
Source: the design of the interface, sections 2.1 and 4.11; protocol sections 4.3 and 8.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from fieldapp.protocol.codes import ERRORS
from fieldapp.protocol.revision import form_path
from fieldapp.records.document import Document
from fieldapp.records.filing import OF
from fieldapp.store import WaitingItem
from fieldapp.ui.pages import marks
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.marks import Mark
from fieldapp.ui.pages.titles import Titles, icon_of
from fieldapp.ui.pages.wording import moment, size
from fieldapp.ui.words import Words

say = Words("Waiting")

TRIES_BEFORE_TOLD = 5
Part = Literal["held", "ready", "sent"]
StepKind = Literal["read", "go_to_answer", "open_addendum", "send_details", "none"]


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One note on its way, however many documents it was filed as."""

    id: str
    part: Part
    doc: str
    scope: str
    icon: str
    title: str
    under: str
    at: str
    mark: Mark
    name: str


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything about the chosen item."""

    id: str
    doc: str
    scope: str
    mark: Mark
    at: str
    title: str
    under: str
    reason: str
    more: str
    step: StepKind
    step_words: str
    key: str
    """The answer to go to, where one answer is the trouble."""
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WaitingState:
    """All that the page shows."""

    line: str = ""
    send_words: str = ""
    send_enabled: bool = False
    send_reason: str = ""
    held: tuple[ItemRow, ...] = ()
    ready: tuple[ItemRow, ...] = ()
    sent: tuple[ItemRow, ...] = ()
    ready_size: str = ""
    chosen: str = ""
    detail: Detail | None = None
    empty: str = ""
    foot: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line with what its detail needs."""

    row: ItemRow
    status: str
    code: str | None
    answer: str
    """The label of the answer that is the trouble."""
    key: str
    tries: int
    written: str
    by: str
    mine: bool
    count: int


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read in one go, away from the window's thread."""

    items: tuple[Item, ...] = ()
    ready_bytes: int = 0
    now_ms: int = 0
    zone: str = "Europe/London"


@dataclass(slots=True)
class WaitingPresenter:
    """Holds which item is chosen: the first held one until a person chooses."""

    desk: Desk
    facts: Facts = field(default_factory=Facts)
    chosen: str = ""
    online: bool | None = None
    field_mode: bool = False

    def read(self) -> Facts:
        """What waits now. Call it from a worker."""
        desk = self.desk
        waiting = desk.store.waiting()
        labels = {document.scope: document.text("label") for document in desk.store.families()}
        titles: dict[str, Titles] = {}
        parts: tuple[tuple[Part, Sequence[WaitingItem]], ...] = (
            ("held", waiting.held),
            ("ready", waiting.ready),
            ("sent", waiting.sent),
        )
        items = [
            self._item(part, group, labels, titles) for part, found in parts for group in _grouped(found)
        ]
        return Facts(tuple(items), now_ms=desk.now_ms(), zone=desk.zone)

    def show(self, facts: Facts, *, online: bool | None = None, field_mode: bool = False) -> WaitingState:
        """Take what was read; the chosen item stays chosen while it is there."""
        self.facts, self.online, self.field_mode = facts, online, field_mode
        return self.state()

    def choose(self, id: str) -> WaitingState:
        """Look at another item."""
        self.chosen = id
        return self.state()

    def state(self) -> WaitingState:
        """The page as it stands."""
        items = self.facts.items
        by_part: dict[Part, tuple[ItemRow, ...]] = {
            part: tuple(item.row for item in items if item.row.part == part)
            for part in ("held", "ready", "sent")
        }
        ids = [item.row.id for item in items]
        if self.chosen not in ids:
            self.chosen = ids[0] if ids else ""
        item = next((one for one in items if one.row.id == self.chosen), None)
        held, ready = by_part["held"], by_part["ready"]
        nothing = not held and not ready
        return WaitingState(
            line=self._line(nothing=nothing),
            send_words=say("Send now"),
            send_enabled=bool(ready) and self.online is not False,
            send_reason=self._send_reason(ready),
            held=held,
            ready=ready,
            sent=by_part["sent"],
            ready_size=size(self.facts.ready_bytes) if self.facts.ready_bytes else "",
            chosen=self.chosen,
            detail=_detail(item) if item is not None else None,
            empty=say("Nothing is waiting. Everything you finished has been sent.") if nothing else "",
            foot=say("Held items are never deleted. There is no button that throws unsent work away."),
            announce=say("Waiting to send, {ready} ready, {held} held", ready=len(ready), held=len(held))
            if not nothing
            else say("Waiting to send, nothing is waiting"),
        )

    # -- inside ---------------------------------------------------------------------------------------------------

    def _line(self, *, nothing: bool) -> str:
        if nothing:
            return ""
        if self.field_mode:
            return say("Field mode. Sending is paused. Everything is saved on this laptop.")
        if self.online is False:
            return say(
                "You’re offline. Everything is saved on this laptop and will go by itself when there is a signal."
            )
        return say("Everything is saved on this laptop and goes by itself.")

    def _send_reason(self, ready: tuple[ItemRow, ...]) -> str:
        if self.online is False:
            return say("No signal. It goes by itself when there is one.")
        return "" if ready else say("Nothing is ready to send.")

    def _item(
        self, part: Part, group: Sequence[WaitingItem], labels: dict[str, str], titles: dict[str, Titles]
    ) -> Item:
        desk = self.desk
        documents = [document for one in group if (document := desk.store.document(one.doc)) is not None]
        first = group[0]
        root = _root(documents)
        trouble = next((one for one in group if one.code), first)
        scope = first.scope
        if scope not in titles:
            file = desk.file(scope)
            if file is not None:
                titles[scope] = Titles(file)
        title, icon = self._title(root, first, titles.get(scope))
        at = moment(max(one.at_ms for one in group), desk.now_ms(), desk.zone)
        mark = _mark(part, first, at)
        label = labels.get(scope, "")
        under = ", ".join(piece for piece in (label, _parts_words(len(group))) if piece)
        key, answer = self._answer(documents, trouble)
        row = ItemRow(
            id=first.group or first.hash,
            part=part,
            doc=root.id if root is not None else first.doc,
            scope=scope,
            icon=icon,
            title=title,
            under=under,
            at=at,
            mark=mark,
            name=f"{title}, {under}, {at}. {mark.sentence}" if under else f"{title}, {at}. {mark.sentence}",
        )
        written = max(document.written_at for document in documents) if documents else ""
        author = documents[0].author if documents else ""
        return Item(
            row=row,
            status=first.status,
            code=trouble.code,
            answer=answer,
            key=key,
            tries=max(one.tries for one in group),
            written=written,
            by=desk.name(author),
            mine=author == desk.me,
            count=len(group),
        )

    def _title(self, root: Document | None, first: WaitingItem, titles: Titles | None) -> tuple[str, str]:
        if root is None or titles is None:
            return first.kind.replace("_", " ").capitalize(), icon_of(first.kind)
        record = self.desk.reader().read(root)
        title = titles.of(record)
        return (say("{title}, removed", title=title) if first.deleted else title), titles.icon(record)

    def _answer(self, documents: Sequence[Document], trouble: WaitingItem) -> tuple[str, str]:
        """The answer that the service could not take, by its key and its label; the reply's detail names the key."""
        if trouble.code not in ("invalid_field", "form_unknown") or not trouble.detail:
            return "", ""
        key = trouble.detail
        for document in documents:
            definition = self.desk.definition(document.form)
            if definition is not None and form_path(key) in definition.paths():
                return key, definition.question(form_path(key)).label or ""
        return "", ""


def _grouped(items: Sequence[WaitingItem]) -> list[list[WaitingItem]]:
    """Items that were filed together as one, in the order of the list."""
    groups: dict[str, list[WaitingItem]] = {}
    for item in items:
        groups.setdefault(item.group or item.hash, []).append(item)
    return list(groups.values())


def _root(documents: Sequence[Document]) -> Document | None:
    """The document that the others of a note were filed with; of a new person and the family that now lists them, the
    person."""
    ids = {document.id for document in documents}
    outer = [document for document in documents if document.text(OF) not in ids - {document.id}]
    return min(outer or documents, key=lambda document: document.kind == "family", default=None)


def _parts_words(count: int) -> str:
    return say("filed as {n} records", n=count) if count > 1 else ""


def _mark(part: Part, item: WaitingItem, at: str) -> Mark:
    if part == "held":
        return marks.held()
    if part == "sent":
        return marks.delivered() if item.status == "delivered" else marks.sent(at)
    return marks.sending() if item.status == "sending" else marks.saved(at)


Told = Callable[[Item], tuple[str, str, StepKind, str]]


def _forbidden(item: Item) -> tuple[str, str, StepKind, str]:
    return (
        say("You don’t hold this family. Your note is kept."),
        say("A sealed copy has reached the service. Ask your manager who holds the family now."),
        "read",
        say("Read note"),
    )


def _one_answer(item: Item) -> tuple[str, str, StepKind, str]:
    what = item.answer or say("One answer")
    return (
        say("One answer can’t be accepted: {question}.", question=what)
        if item.answer
        else say("One answer can’t be accepted."),
        say("Everything is kept here and at the service. Correct the answer and finish the note again."),
        "go_to_answer",
        say("Go to that answer"),
    )


def _too_large(item: Item) -> tuple[str, str, StepKind, str]:
    return (
        say("This note is too big to send in one piece."),
        say("It is safe here. Others are not delayed by it."),
        "read",
        say("Read note"),
    )


def _locked(item: Item) -> tuple[str, str, StepKind, str]:
    return (
        say("This was signed off. Your change is kept as an addendum."),
        say("The signed record stays as it was signed. Tell whoever signed it that you added something."),
        "open_addendum",
        say("Look at the addendum"),
    )


def _forked(item: Item) -> tuple[str, str, StepKind, str]:
    return (
        say("This laptop looks like a copy of another. Your notes were delivered for checking."),
        say("Nothing is lost. This laptop must be set up again before it can send."),
        "send_details",
        say("Send details (no content)"),
    )


def _repeated(item: Item) -> tuple[str, str, StepKind, str]:
    sentence = (
        say("This has not gone after {n} tries. It is safe here, and others are not delayed.", n=item.tries)
        if item.tries
        else say("This note couldn’t be sent as it is. It is safe here.")
    )
    return sentence, "", "send_details", say("Send details (no content)")


REASONS: dict[str, Told] = {
    "forbidden_scope": _forbidden,
    "invalid_field": _one_answer,
    "form_unknown": _one_answer,
    "too_large": _too_large,
    "locked": _locked,
    "device_forked": _forked,
}
"""What each reason is in plain words, what is safe, and the one next step; any other reason is `_repeated`."""


def _reason(item: Item) -> tuple[str, str, StepKind, str]:
    part = item.row.part
    if part == "sent":
        if item.code == "case_closed":
            return (
                say("This family’s file closed while you were away. Your note waits for filing."),
                "",
                "none",
                "",
            )
        if item.status == "delivered":
            return say("Delivered. Somebody else now holds this family and will file it."), "", "none", ""
        return say("Sent. The service has it."), "", "none", ""
    if part == "held":
        return REASONS.get(item.code or "", _repeated)(item)
    if item.status == "sending":
        return say("On its way. It is not there yet."), "", "read", say("Read note")
    if item.tries >= TRIES_BEFORE_TOLD:
        return _repeated(item)
    busy = say(ERRORS[item.code].sentence) if item.code in ERRORS else ""
    return say("Finished. It will go by itself when there is a signal."), busy, "read", say("Read note")


def _detail(item: Item) -> Detail:
    row = item.row
    reason, more, step, step_words = _reason(item)
    who = say("You") if item.mine else item.by
    facts = [(say("Written by"), who)] if who else []
    if item.tries:
        facts.append((say("Tried"), say.count(item.tries, "Once", "{n} times")))
    if row.part != "sent":
        facts.append((say("Other items"), say("Not delayed by this one")))
    if row.part == "held" or item.tries >= TRIES_BEFORE_TOLD:
        facts.append((say("Support code"), support_code(row.id, item.code)))
    return Detail(
        id=row.id,
        doc=row.doc,
        scope=row.scope,
        mark=row.mark,
        at=row.at,
        title=row.title,
        under=row.under,
        reason=reason,
        more=more,
        step=step,
        step_words=step_words,
        key=item.key,
        facts=tuple(facts),
    )


ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def support_code(id: str, code: str | None) -> str:
    """A short code that names the item to support and tells nobody anything else: "FW-4K7Q"."""
    digest = hashlib.sha256(f"{id}:{code or ''}".encode()).digest()
    number = int.from_bytes(digest[:3], "big")
    return "FW-" + "".join(ALPHABET[number >> (5 * place) & 31] for place in range(4))
