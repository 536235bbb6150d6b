"""What was decided, by whom, why and on what history; and what still waits for somebody to choose.

Promises: decisions stand newest first with their reasons; an open question is told in words (who changed what), both
values with who wrote them and when, and for a caution field what everybody sees until it is decided.
Never: a choice made by time or by rank alone; the content of an answer in a title or a log.
Source: practice.md section 3 (`decision`) and 5.0; protocol.md section 6; interface.md 4.5 and 4.10; inspection report
paragraphs 13, 20 and 31.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from fieldapp.forms.face import Definition
from fieldapp.protocol.revision import form_path
from fieldapp.records.dates import day_words
from fieldapp.records.document import Value
from fieldapp.records.fields import Record, most_cautious
from fieldapp.records.files import FamilyFile, record_day
from fieldapp.records.keys import rows_around
from fieldapp.words import Words, join

say = Words("Decisions")

CARD_LETTERS_MAX = 48
"""What a card is called is cut to this: it stands in one line with whose the answer is."""

NameOf: TypeAlias = Callable[[str], str]
"""The name of a user by id; empty if this laptop does not know them."""


def somebody() -> str:
    """Whoever this laptop does not know."""
    return say("Somebody")


def you() -> str:
    """Whoever looks at the screen."""
    return say("You")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision with its reasons."""

    record: Record
    on: date | None
    question: str
    decided: str
    why: str
    history_used: str
    child_view: str
    owner: str
    how: str
    dissent: str
    tell_family_by: date | None
    confirmed: bool
    """Signed by a manager."""

    def line(self, today: date) -> str:
        """`Last decision, 3 March.` and what was decided, as on the family page."""
        if self.on is None:
            return say("Last decision. {decided}", decided=self.decided)
        return say("Last decision, {day}. {decided}", day=day_words(self.on, today), decided=self.decided)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stand against each other."""

    value: Value | None
    words: str
    """The value as its choice is labelled; empty if this side has none."""
    author: str
    author_name: str
    written_at: str
    side: str
    """The side revision's hash; empty for the head."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One open question in words."""

    record: Record
    key: str
    label: str
    """What the form asks there: "Risk level"."""
    child: str
    """Whose it is, if it is one child's."""
    cards: tuple[str, ...]
    """What the cards are called that it stands in, outermost first: of a plan's many days, whose "By when?" this is."""
    merge: str
    head: Side
    sides: tuple[Side, ...]
    shown: str
    """What everybody sees until it is decided."""
    sentence: str
    sentence_with_child: str
    """The same for a page of many families: "Risk level (Tansy)"."""

    def until_words(self) -> str:
        """`Until you decide, everyone sees High.` For caution fields; empty for others."""
        if self.merge != "caution" or not self.shown:
            return ""
        return say("Until you decide, everyone sees {answer}", answer=self.shown)


def decisions(file: FamilyFile) -> tuple[Decision, ...]:
    """All decisions of a family, newest first."""
    found = [_decision(record) for record in file.of("decision")]
    return tuple(
        sorted(found, key=lambda one: (one.on or date.min, one.record.document.created_at, one.record.id))[
            ::-1
        ]
    )


def last_decision(file: FamilyFile) -> Decision | None:
    return next(iter(decisions(file)), None)


def open_questions(file: FamilyFile, me: str, name_of: NameOf) -> tuple[Asked, ...]:
    """What waits for a choice in a family, the oldest side first."""
    found = [
        asked(file, record, key, me, name_of)
        for record in file.records
        for key in dict.fromkeys(question.key for question in record.document.open)
    ]
    return tuple(
        sorted(found, key=lambda one: (min(side.written_at for side in one.sides), one.record.id, one.key))
    )


def asked(file: FamilyFile, record: Record, key: str, me: str, name_of: NameOf) -> Asked:
    """One open question of a record, in words."""
    document = record.document
    questions = [question for question in document.open if question.key == key]
    definition = record.part.definition if record.part is not None else None
    author = next((one.head_author for one in questions if one.head_author), document.author)
    written_at = next((one.head_written_at for one in questions if one.head_written_at), document.written_at)
    head = _side(document.body.get(key), author, written_at, "", definition, key, me, name_of)
    sides = tuple(
        _side(one.value, one.author, one.written_at, one.side, definition, key, me, name_of)
        for one in questions
    )
    label, merge, shown = key, "value", ""
    if definition is not None and form_path(key) in definition.merge_types():
        info = definition.question(form_path(key))
        label, merge = info.label or key, info.merge
        if merge == "caution":
            shown = value_words(
                definition,
                key,
                most_cautious(definition, info, [head.value, *(side.value for side in sides)]),
            )
    child = file.called(record.text("person"))
    return Asked(
        record=record,
        key=key,
        label=label,
        child=child,
        cards=cards_around(definition, document.body, key),
        merge=merge,
        head=head,
        sides=sides,
        shown=shown,
        sentence=_sentence(label, key, head, sides, me),
        sentence_with_child=_sentence(f"{label} ({child})" if child else label, key, head, sides, me),
    )


def cards_around(definition: Definition | None, body: Mapping[str, Value], key: str) -> tuple[str, ...]:
    """What the cards around an answer are called, outermost first: the first answer in each, as on the form."""
    found = (card_words(definition, body, row) for row in rows_around(key))
    return tuple(words for words in found if words)


def card_words(definition: Definition | None, body: Mapping[str, Value], row: str) -> str:
    """The first answer in a card, in one line; empty if there is none."""
    path = form_path(row)
    for one in definition.paths() if definition is not None else ():
        value = body.get(row + one[len(path) :]) if one.startswith(f"{path}/") else None
        if value:
            line = " ".join(value_words(definition, one, value).split())
            fits = len(line) <= CARD_LETTERS_MAX
            return line if fits else line[:CARD_LETTERS_MAX].rsplit(" ", 1)[0] + " …"
    return ""


def called(label: str) -> str:
    """A question's label inside a sentence: one that is a sentence itself stands in quotes."""
    return f"“{label.removesuffix('.')}”" if label.endswith(("?", ".", "!")) else label


def value_words(definition: Definition | None, key: str, value: Value | None) -> str:
    """A body's value as a worker reads it: the labels of its choices, a text as it is, accounts as paragraphs."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return "\n\n".join(account["text"] for account in value["accounts"])
    labels: dict[str, str] = {}
    if definition is not None and form_path(key) in definition.merge_types():
        info = definition.question(form_path(key))
        if info.type == "date":
            return _day_in_full(str(value))
        if info.type == "acknowledge":
            return say("Yes")
        labels = {choice.name: choice.label or choice.name for choice in info.choices or ()}
    if isinstance(value, list):
        return ", ".join(labels.get(one, one) for one in value)
    return labels.get(str(value), str(value))


def record_will_say(question: Asked, chosen: str, why: str, by: str, today: date) -> str:
    """What the record will hold of a decision, for any reader: what stands, over what, by whom, why."""
    others = [
        f"{side.words or say('nothing')} ({_in_full(side, by) or somebody()}{_on(side.written_at, today)})"
        for side in (question.head, *question.sides)
        if side.words != chosen
    ]
    what = ", ".join(part for part in (question.label, *question.cards, question.child) if part)
    answer, name = chosen or say("no answer"), by or somebody()
    day = f"{day_words(today)} {today.year}"
    said = (
        say(
            "{what}: {answer}. Chosen by {name} on {day}, over {others}.",
            what=what,
            answer=answer,
            name=name,
            day=day,
            others=join(others),
        )
        if others
        else say("{what}: {answer}. Chosen by {name} on {day}.", what=what, answer=answer, name=name, day=day)
    )
    return f"{said} {say('Why: {why}', why=why.strip())}" if why.strip() else said


def _in_full(side: Side, by: str) -> str:
    """Whoever decides is "You" on their own screen and has a name in the record."""
    return by if side.author_name == you() else side.author_name


def _decision(record: Record) -> Decision:
    return Decision(
        record=record,
        on=record.date("decided_on") or record_day(record),
        question=record.text("question"),
        decided=record.text("decided"),
        why=record.text("why"),
        history_used=record.text("history_used"),
        child_view=record.text("child_view"),
        owner=record.text("owner"),
        how=record.label("how"),
        dissent=record.text("dissent"),
        tell_family_by=record.date("tell_family_by"),
        confirmed=record.document.signed_off,
    )


def _side(
    value: Value | None,
    author: str,
    written_at: str,
    side: str,
    definition: Definition | None,
    key: str,
    me: str,
    name_of: NameOf,
) -> Side:
    name = you() if author and author == me else name_of(author)
    return Side(value, value_words(definition, key, value), author, name, written_at, side)


def _sentence(label: str, key: str, head: Side, sides: tuple[Side, ...], me: str) -> str:
    """Who did what, you first. Names as on screen; the label stands for the answer, never its content."""
    other = next((side for side in sides if side.author != head.author), sides[0])
    mine_first = sorted((head, other), key=lambda side: side.author != me)
    first, second = (_short(side.author_name) for side in mine_first)
    if key == "":
        changer = _short(head.author_name)
        return say(
            "{remover} removed this; {changer} changed it. It is kept until you choose.",
            remover=_short(other.author_name),
            changer=say("you") if changer == you() else changer,
        )
    if first == second:
        return say("{label} has two values. Please choose.", label=called(label))
    return say(
        "{names} both changed {label}. Please choose.", names=join([first, second]), label=called(label)
    )


def _short(name: str) -> str:
    """What colleagues call each other: the first name."""
    return name.partition(" ")[0] or somebody()


def _day_in_full(value: str) -> str:
    """`5 March 2026`; what is no day stays as it was typed."""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{day_words(day)} {day.year}"


def _on(written_at: str, today: date) -> str:
    try:
        return f", {day_words(date.fromisoformat(written_at[:10]), today)}"
    except ValueError:
        return ""
