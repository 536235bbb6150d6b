"""Needs your decision, without a window: what waits for a choice, both answers, and what the record will say.

Promise: every open question of every family this user may write to is listed, oldest first, whichever side was
theirs; both answers stand with who and when; a caution question cannot be saved without a reason; what was typed
under one question is still there after looking at another. One save decides all questions of one record at once,
because naming a side closes every question it asked (protocol section 6).
Never here: which answer is right; a choice made beforehand; Qt.
Source: the design of the interface, section 4.10; practice section 5.0 (caution order).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from fieldapp.commands.decide import Choice, decide
from fieldapp.forms.face import Definition, QuestionInfo
from fieldapp.protocol.merge import last_body
from fieldapp.protocol.revision import Revision, form_path, is_row
from fieldapp.records import decisions as told
from fieldapp.records.document import Document, Value
from fieldapp.records.fields import Record
from fieldapp.records.files import FamilyFile
from fieldapp.records.keys import rows_around
from fieldapp.store.questions import OpenQuestionView
from fieldapp.ui.pages.desk import Desk
from fieldapp.ui.pages.titles import title_of_form
from fieldapp.ui.pages.wording import first_name, initials, moment
from fieldapp.ui.pages.writing import at_ms
from fieldapp.ui.words import Words, join

say = Words("Decisions")

OTHER = "something else"
"""The pick that is neither side."""
REMOVED = "remove"
KEPT = "keep"
Part = tuple[str, Literal["", "added", "changed"]]
EditorKind = Literal["none", "choices", "many", "text", "long", "date", "number"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers that stand against each other, as a card."""

    side: str
    """The side revision's hash; empty for the answer that stands now."""
    mine: bool
    who: str
    initials: str
    when: str
    words: str
    parts: tuple[Part, ...]
    """The same words in stretches, with what this one has that the other has not."""
    beside: str
    """What the same person wrote as the reason, in the question right after this one."""
    choose: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to choose."""

    id: str
    doc: str
    scope: str
    key: str
    title: str
    whose: str
    """The child and the family: "Tansy, Tarrowby"."""
    heading: str
    until: str
    """ "Until you decide, everyone sees High"; empty unless the more cautious answer is shown meanwhile."""
    shown: str
    """That answer alone: "High"."""
    before: str
    answers: tuple[Answer, ...]
    editor: EditorKind
    choices: tuple[tuple[str, str], ...]
    why_required: bool
    deletes: bool
    unopened: str = ""
    """Why one of the answers can't be read here yet; while it stands nothing is chosen."""


@dataclass(frozen=True, slots=True)
class Account:
    """One author's text in an answer that keeps both."""

    who: str
    words: str


@dataclass(frozen=True, slots=True)
class Settled:
    """An answer that asks nothing of anybody: both were kept, or they joined without a clash."""

    id: str
    group: Literal["both", "joined"]
    title: str
    line: str
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list at the side."""

    id: str
    title: str
    line: str
    here: bool


@dataclass(frozen=True, slots=True)
class DecisionsState:
    """All that the page shows."""

    heading: str = ""
    under: str = ""
    needs: tuple[Item, ...] = ()
    both: tuple[Item, ...] = ()
    joined: tuple[Item, ...] = ()
    question: Question | None = None
    settled: Settled | None = None
    picked: str | None = None
    """A side, "" for the answer that stands, OTHER, or None."""
    other: str = ""
    why: str = ""
    record_says: str = ""
    button: str = ""
    troubles: tuple[tuple[str, str], ...] = ()
    """(answer | other | why, sentence): what is missing, said after pressing."""
    note: str = ""
    empty: str = ""
    announce: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What pressing Save asks for: one record, and for every open question in it the answer that shall stand."""

    doc: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One record with questions, as read from the store."""

    document: Document
    definition: Definition | None
    questions: tuple[Question, ...]
    asked: Mapping[str, told.Asked]
    settled: tuple[Settled, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read in one go, away from the window's thread."""

    cases: tuple[Case, ...] = ()
    online: bool = True
    now_ms: int = 0
    zone: str = "Europe/London"


@dataclass(slots=True)
class _Kept:
    """What a person has picked and typed under one question, not yet saved."""

    picked: str | None = None
    other: str = ""
    why: str = ""


@dataclass(slots=True)
class DecisionsPresenter:
    """Holds what is looked at and typed; `read` in a worker, everything else at once."""

    desk: Desk
    facts: Facts = field(default_factory=Facts)
    here: str = ""
    troubles: tuple[tuple[str, str], ...] = ()
    _kept: dict[str, _Kept] = field(default_factory=dict)

    # -- reading --------------------------------------------------------------------------------------------------

    def read(self) -> Facts:
        """What waits for a choice now. Long: call it from a worker."""
        by_doc: dict[str, list[OpenQuestionView]] = {}
        for view in self.desk.store.questions():
            by_doc.setdefault(view.doc, []).append(view)
        now, zone = self.desk.now_ms(), self.desk.zone
        cases = [case for views in by_doc.values() if (case := self._case(views, now, zone)) is not None]
        return Facts(tuple(cases), now_ms=now, zone=zone)

    def show(self, facts: Facts, *, online: bool = True) -> DecisionsState:
        """Take what was read; what was typed stays."""
        self.facts = replace(facts, online=online)
        ids = [question.id for case in facts.cases for question in case.questions]
        known = {*ids, *(settled.id for case in facts.cases for settled in case.settled)}
        if self.here not in known:
            self.here = next((one for one in ids if self._of(one).picked is None), ids[0] if ids else "")
            self.troubles = ()
        return self.state()

    def state(self) -> DecisionsState:
        """The page as it stands."""
        cases = self.facts.cases
        if not cases:
            return DecisionsState(
                heading=say("Needs your decision"),
                empty=say("Nothing needs a decision."),
                announce=say("Needs your decision, nothing to decide"),
            )
        case = self._case_here()
        settled = next((one for one in case.settled if one.id == self.here), None)
        question = None if settled is not None else self._question_here()
        kept = self._of(self.here)
        return DecisionsState(
            heading=settled.title
            if settled is not None
            else question.heading
            if question is not None
            else "",
            under=self._under(case),
            needs=tuple(
                Item(one.id, one.title, one.whose, one.id == self.here)
                for every in cases
                for one in every.questions
            ),
            both=self._items(case, "both"),
            joined=self._items(case, "joined"),
            question=question,
            settled=settled,
            picked=kept.picked,
            other=kept.other,
            why=kept.why,
            record_says=self._record_says(case, question, kept) if question is not None else "",
            button=self._button(case) if question is not None else "",
            troubles=self.troubles,
            note=say("Saved here now. Sent when you are online.") if not self.facts.online else "",
            announce=self._announce(question, settled),
        )

    # -- what a person does ---------------------------------------------------------------------------------------

    def go(self, id: str) -> DecisionsState:
        """Look at another question; what was typed here stays."""
        self.here, self.troubles = id, ()
        return self.state()

    def pick(self, side: str) -> DecisionsState:
        """Choose one of the answers, or OTHER."""
        self._of(self.here).picked = side
        self.troubles = tuple(one for one in self.troubles if one[0] == "why")
        return self.state()

    def write_other(self, value: str) -> DecisionsState:
        """Write the answer that takes both into account; writing it chooses it."""
        kept = self._of(self.here)
        kept.other, kept.picked = value, OTHER
        self.troubles = tuple(one for one in self.troubles if one[0] == "why")
        return self.state()

    def write_why(self, text: str) -> DecisionsState:
        """The one line kept with the decision."""
        self._of(self.here).why = text
        self.troubles = tuple(one for one in self.troubles if one[0] != "why")
        return self.state()

    def press(self) -> Decided | None:
        """Save the record's choices if all are made; else go to the next, or say what is missing."""
        question = self._question_here()
        if question is None:
            return None
        self.troubles = self._missing(question, self._of(question.id))
        if self.troubles:
            return None
        case = self._case_here()
        open_ones = [one for one in case.questions if self._missing(one, self._of(one.id))]
        if open_ones:
            self.here = open_ones[0].id
            return None
        return self._decided(case)

    def save(self, decided: Decided) -> DecisionsState:
        """Put the decision into the record; only when that is on the disk is what was typed let go of."""
        decide(self.desk.workplace, decided.doc, decided.choices)
        return self.let_go(decided.doc)

    def let_go(self, doc: str) -> DecisionsState:
        """A record is decided: forget what was typed for it and move on."""
        for id in [id for id in self._kept if id.startswith(doc + "|")]:
            del self._kept[id]
        others = tuple(case for case in self.facts.cases if case.document.id != doc)
        self.facts = replace(self.facts, cases=others)
        self.here = ""
        return self.show(self.facts, online=self.facts.online)

    # -- inside ---------------------------------------------------------------------------------------------------

    def _of(self, id: str) -> _Kept:
        return self._kept.setdefault(id, _Kept())

    def _case_here(self) -> Case:
        for case in self.facts.cases:
            ids = [one.id for one in case.questions] + [one.id for one in case.settled]
            if self.here in ids:
                return case
        return self.facts.cases[0]

    def _question_here(self) -> Question | None:
        if not self.facts.cases:
            return None
        case = self._case_here()
        return next((one for one in case.questions if one.id == self.here), None)

    def _items(self, case: Case, group: str) -> tuple[Item, ...]:
        return tuple(
            Item(one.id, one.title, one.line, one.id == self.here)
            for one in case.settled
            if one.group == group
        )

    def _under(self, case: Case) -> str:
        whose = (self._question_here() or case.questions[0]).whose
        return say("{whose}. Nothing has been lost. Both answers are kept.", whose=whose)

    def _announce(self, question: Question | None, settled: Settled | None) -> str:
        if settled is not None:
            return f"{settled.title}, {settled.line}"
        if question is None:
            return ""
        count = (
            say.count(len(question.answers), "one answer", "two answers") if len(question.answers) < 3 else ""
        )
        many = count or say("{n} answers", n=len(question.answers))
        shown = [say("{answer} shown", answer=question.shown)] if question.shown else []
        return ", ".join([question.title, many, *shown])

    def _button(self, case: Case) -> str:
        others = [
            one for one in case.questions if one.id != self.here and self._missing(one, self._of(one.id))
        ]
        return say("Next answer") if others else say("Save decision")

    def _missing(self, question: Question, kept: _Kept) -> tuple[tuple[str, str], ...]:
        if question.unopened:
            return (("answer", question.unopened),)
        found = []
        if kept.picked is None:
            found.append(("answer", say("Choose an answer first.")))
        if kept.picked == OTHER and not kept.other.strip():
            chosen = question.editor in ("choices", "many")
            missing = (
                say("Choose the answer that should stand.")
                if chosen
                else say("Write the answer that should stand.")
            )
            found.append(("other", missing))
        if question.why_required and not kept.why.strip():
            found.append(("why", say("Say why in one line. It is kept with the decision.")))
        return tuple(found)

    def _record_says(self, case: Case, question: Question, kept: _Kept) -> str:
        if kept.picked is None:
            return ""
        words = self._chosen_words(case, question, kept)
        if question.deletes:
            return say(
                "{what} Chosen by {name}.",
                what=say("Removed.") if kept.picked == REMOVED else say("Kept, with the change."),
                name=self.desk.my_name,
            ) + (f" {say('Why: {why}', why=kept.why.strip())}" if kept.why.strip() else "")
        return told.record_will_say(
            case.asked[question.key], words, kept.why, self.desk.my_name, self.desk.today()
        )

    def _chosen_words(self, case: Case, question: Question, kept: _Kept) -> str:
        if kept.picked == OTHER:
            return told.value_words(case.definition, question.key, _value(question, kept.other))
        return next((one.words for one in question.answers if one.side == kept.picked), "")

    def _decided(self, case: Case) -> Decided:
        return Decided(
            case.document.id,
            tuple(self._choice(case, question, self._of(question.id)) for question in case.questions),
        )

    def _choice(self, case: Case, question: Question, kept: _Kept) -> Choice:
        why = kept.why.strip()
        if question.deletes:
            return Choice(question.key, None if kept.picked == REMOVED else KEPT, why)
        if kept.picked == OTHER:
            return Choice(question.key, _value(question, kept.other), why)
        asked = case.asked[question.key]
        chosen = next(one for one in (asked.head, *asked.sides) if one.side == kept.picked)
        return Choice(question.key, chosen.value, why)

    def _case(self, views: list[OpenQuestionView], now_ms: int, zone: str) -> Case | None:
        desk = self.desk
        document = desk.store.document(views[0].doc)
        file = desk.file(views[0].scope)
        if document is None or file is None or not desk.may_write(document.scope):
            return None
        record = desk.reader().read(document)
        definition = record.part.definition if record.part is not None else None
        asked = {
            key: self._told(file, record, key, [view for view in views if view.key == key])
            for key in dict.fromkeys(view.key for view in views)
        }
        questions = tuple(
            _question(
                one,
                document,
                file,
                definition,
                [v for v in views if v.key == key],
                now_ms,
                zone,
                desk.my_name,
            )
            for key, one in asked.items()
        )
        revisions = {
            envelope.revision.hash: envelope.revision for envelope in desk.store.revisions(document.id)
        }
        settled = (
            *_kept_both(document, record, definition, desk.me, desk.name),
            *_joined(document, views, revisions, definition, desk.me, desk.name),
        )
        return Case(document, definition, questions, asked, settled)

    def _told(self, file: FamilyFile, record: Record, key: str, views: list[OpenQuestionView]) -> told.Asked:
        """The question in words, with the standing answer laid to whoever set it, not to whoever wrote last."""
        found = told.asked(file, record, key, self.desk.me, self.desk.name)
        view = views[0]
        name = say("You") if view.head_author == self.desk.me else self.desk.name(view.head_author)
        head = replace(found.head, author=view.head_author, author_name=name, written_at=view.head_at)
        return replace(found, head=head)


def _question(
    asked: told.Asked,
    document: Document,
    file: FamilyFile,
    definition: Definition | None,
    views: list[OpenQuestionView],
    now_ms: int,
    zone: str,
    my_name: str,
) -> Question:
    deletes = asked.key == ""
    info = _info(definition, asked.key)
    sides = [asked.head, *asked.sides]
    answers = tuple(
        _answer(
            side,
            _against(side, sides),
            document,
            definition,
            info,
            now_ms,
            zone,
            deletes=deletes,
            my_name=my_name,
        )
        for side in sorted(sides, key=lambda one: one.author_name != say("You"))
    )
    base = told.value_words(definition, asked.key, views[0].base_value)
    title = say("Removed or kept") if deletes else asked.label
    return Question(
        id=f"{document.id}|{asked.key}",
        doc=document.id,
        scope=document.scope,
        key=asked.key,
        title=title,
        whose=", ".join(
            part
            for part in (
                asked.child or title_of_form(definition, document.kind),
                *asked.cards,
                file.label,
            )
            if part
        ),
        heading=_heading(asked, title, sides, deletes=deletes),
        until=asked.until_words(),
        shown=asked.shown if asked.until_words() else "",
        before="" if deletes else base,
        answers=answers,
        editor="none" if deletes else _editor(info),
        choices=tuple((one.name, one.label or one.name) for one in (info.choices or ())) if info else (),
        why_required=asked.merge == "caution",
        deletes=deletes,
        unopened=_unopened(sides),
    )


def _unopened(sides: list[told.Side]) -> str:
    """A side whose revision is not on this laptop: nobody knows yet who wrote it, or what."""
    if all(side.author for side in sides):
        return ""
    return say("The other version didn’t open fully. Decide later; both are safe.")


def _heading(asked: told.Asked, title: str, sides: list[told.Side], *, deletes: bool) -> str:
    """Who changed what, you first, by first names."""
    if deletes:
        return asked.sentence
    title = told.called(title)
    names = [first_name(side.author_name) or told.somebody() for side in sides]
    ordered = sorted(dict.fromkeys(names), key=lambda name: name != say("You"))
    if len(ordered) == 1:
        return say("{title} has two answers", title=title)
    return (
        say("{names} both changed {title}", names=join(ordered), title=title)
        if len(ordered) == 2
        else say("{names} changed {title}", names=", ".join(ordered), title=title)
    )


def _against(side: told.Side, sides: list[told.Side]) -> told.Side:
    return next(other for other in sides if other is not side)


def _answer(
    side: told.Side,
    other: told.Side,
    document: Document,
    definition: Definition | None,
    info: QuestionInfo | None,
    now_ms: int,
    zone: str,
    *,
    deletes: bool,
    my_name: str,
) -> Answer:
    mine = side.author_name == say("You")
    name = side.author_name or told.somebody()
    at = moment(at_ms(side.written_at), now_ms, zone) if side.written_at else ""
    place = say("On this laptop") if mine else say("From {name}’s laptop", name=first_name(name))
    if deletes:
        removed = side.side != ""
        words = say("Removed it") if removed else say("Changed it")
        choose = say("Remove it") if removed else say("Keep it")
        key = REMOVED if removed else KEPT
    else:
        words = side.words or say("No answer")
        choose = say("Use my answer") if mine else say("Use {name}’s answer", name=first_name(name))
        key = side.side
    is_text = info is not None and info.choices is None and info.type == "text" and not deletes
    return Answer(
        side=key,
        mine=mine,
        who=name,
        initials=initials(my_name if mine else name),
        when=f"{place}, {at}" if at else place,
        words=words,
        parts=_parts(words, other.words) if is_text and side.words else ((words, ""),),
        beside="" if deletes else _beside(document, definition, info, side),
        choose=choose,
    )


def _parts(words: str, other: str) -> tuple[Part, ...]:
    """The words in stretches: the same in both, changed here, or only here."""
    pieces, others = re.findall(r"\s*\S+", words), re.findall(r"\s*\S+", other)
    found: list[Part] = []
    matcher = difflib.SequenceMatcher(
        a=[piece.strip() for piece in others], b=[piece.strip() for piece in pieces], autojunk=False
    )
    for kind, _, _, start, end in matcher.get_opcodes():
        if start == end:
            continue
        mark: Literal["", "added", "changed"] = (
            "" if kind == "equal" else "added" if kind == "insert" else "changed"
        )
        found.append(("".join(pieces[start:end]), mark))
    return tuple(found)


def _beside(
    document: Document, definition: Definition | None, info: QuestionInfo | None, side: told.Side
) -> str:
    """What the same person wrote in the narrative asked right after: the reason they gave at the time."""
    if definition is None or info is None:
        return ""
    paths = definition.paths()
    at = paths.index(info.form_path) + 1
    if at >= len(paths) or definition.question(paths[at]).merge != "narrative":
        return ""
    value = document.body.get(paths[at])
    if not isinstance(value, dict):
        return ""
    return next((one["text"] for one in value["accounts"] if one["author"] == side.author), "")


def _info(definition: Definition | None, key: str) -> QuestionInfo | None:
    if definition is None or not key or form_path(key) not in definition.merge_types():
        return None
    return definition.question(form_path(key))


def _editor(info: QuestionInfo | None) -> EditorKind:
    if info is None:
        return "text"
    if info.type == "select_multiple":
        return "many"
    if info.choices:
        return "choices"
    if info.type == "date":
        return "date"
    if info.type in ("integer", "decimal", "range"):
        return "number"
    return "long" if "multiline" in info.appearance else "text"


def _value(question: Question, typed: str) -> Value | None:
    """What was written as the body has it: several choices as a sorted list, anything else as text."""
    text = typed.strip()
    if question.editor == "many":
        return sorted(set(text.split())) or None
    return text or None


def _kept_both(
    document: Document, record: Record, definition: Definition | None, me: str, name_of: told.NameOf
) -> Iterable[Settled]:
    """Narratives that hold more than one person's account."""
    for key, value in document.body.items():
        if not isinstance(value, dict) or len(value["accounts"]) < 2:
            continue
        info = _info(definition, key)
        accounts = tuple(
            Account(
                say("You") if one["author"] == me else name_of(one["author"]) or told.somebody(), one["text"]
            )
            for one in value["accounts"]
        )
        title = (info.label if info is not None else None) or key
        yield Settled(f"{document.id}|both|{key}", "both", title, say("Both accounts stand"), accounts)


def _joined(
    document: Document,
    views: list[OpenQuestionView],
    revisions: Mapping[str, Revision],
    definition: Definition | None,
    me: str,
    name_of: told.NameOf,
) -> Iterable[Settled]:
    """Answers that only one of the two changed, or that joined: nothing to choose, but worth knowing."""
    asked = {view.key for view in views}
    told_of: set[str] = set()
    for view in {view.side: view for view in views}.values():
        side = revisions.get(view.side)
        if side is None or side.body is None:
            continue
        before = last_body(side.parents[0] if side.parents else None, revisions.get)
        changes = (
            (
                view.side_author,
                side.body,
                {key for key in side.body.keys() | before.keys() if side.body.get(key) != before.get(key)},
            ),
            (
                view.head_author,
                document.body,
                {key for key in document.body if document.body.get(key) != before.get(key)},
            ),
            *_taken_out_in_vain(side, before, document, revisions),
        )
        for author, body, keys in changes:
            name = say("You") if author == me else first_name(name_of(author)) or told.somebody()
            new = {key for key in keys if is_row(key) and key in body and key not in before}
            for key in sorted(keys - asked - told_of, key=_in_order(definition)):
                if any(row in new for row in rows_around(key)) and key not in new:
                    continue  # a card that is new is told of once
                line = (
                    _card_line(name, key, body, document.body, before, definition)
                    if is_row(key)
                    else _joined_line(
                        name, key, body.get(key), document.body.get(key), before.get(key), definition
                    )
                )
                info = _info(definition, key)
                if line and info is not None and not _is_account(document.body.get(key)):
                    told_of.add(key)
                    cards = () if is_row(key) else told.cards_around(definition, document.body, key)
                    if cards and cards[-1] == told.value_words(definition, key, document.body.get(key)):
                        cards = cards[:-1]  # the answer that names its card
                    line = f"{', '.join(cards)}: {line}" if cards else line
                    yield Settled(f"{document.id}|joined|{key}", "joined", info.label or key, line)


def _with_ancestors(side: Revision, revisions: Mapping[str, Revision]) -> set[str]:
    """The revision and all that it was made from."""
    found, left = set[str](), [side.hash]
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += revisions[one].parents if one in revisions else ()
    return found


def _taken_out_in_vain(
    side: Revision, before: Mapping[str, Value], document: Document, revisions: Mapping[str, Revision]
) -> Iterable[tuple[str, Mapping[str, Value], set[str]]]:
    """Cards that the other person took out while this side changed them: they stay, so the head no longer tells."""
    seen = _with_ancestors(side, revisions)
    for one in revisions.values():
        if one.hash in seen or one.body is None:
            continue
        gone = {
            row
            for row in before
            if is_row(row) and row not in one.body and row in document.body
            if all(around in one.body for around in rows_around(row)[:-1])
        }
        if gone:
            yield one.author, one.body, gone


def _in_order(definition: Definition | None) -> Callable[[str], tuple[tuple[str, ...], int]]:
    """Card by card, and in each as the form asks."""
    places = {
        path: number for number, path in enumerate(definition.paths() if definition is not None else ())
    }
    return lambda key: (rows_around(key), places.get(form_path(key), 0))


def _card_line(
    name: str,
    row: str,
    wrote: Mapping[str, Value],
    stands: Mapping[str, Value],
    before: Mapping[str, Value],
    definition: Definition | None,
) -> str:
    """A card that somebody added or took out; that it stays, where somebody else changed it meanwhile."""
    if row in before and row not in wrote:
        what = told.card_words(definition, before, row)
        if row in stands:
            return say(
                "{name} took out {what}. It stays, because it was changed meanwhile.", name=name, what=what
            )
        return say("{name} took out {what}", name=name, what=what)
    if row in before or row not in stands:
        return ""  # moved to another place, or added and gone again
    what = told.card_words(definition, stands, row)
    return say("{name} added {what}", name=name, what=what) if what else ""


def _is_account(value: Value | None) -> bool:
    return isinstance(value, dict)


def _joined_line(
    name: str,
    key: str,
    wrote: Value | None,
    stands: Value | None,
    before: Value | None,
    definition: Definition | None,
) -> str:
    """ "Sam added Mair Price", "You set 24 March", "Sam took this out". Empty for rows and the app's own notes."""
    if key.startswith("meta/"):
        return ""
    if isinstance(wrote, list) or isinstance(before, list):
        known = before if isinstance(before, list) else []
        added = [one for one in wrote if one not in known] if isinstance(wrote, list) else []
        words = told.value_words(definition, key, added) if added else ""
        return (
            say("{name} added {what}", name=name, what=words)
            if words
            else say("{name} changed this", name=name)
        )
    if wrote != stands:
        return ""
    if wrote is None:
        return say("{name} took this out", name=name)
    words = told.value_words(definition, key, wrote)
    return (
        say("{name} set {what}", name=name, what=words)
        if len(words) <= 60
        else say("{name} wrote this", name=name)
    )
