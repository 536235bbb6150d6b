"""From one version of a form to another: what becomes of each answer that somebody has given.

Promises: nothing is dropped. Every answer of the older version is either held by the newer one, letter for letter, or
stands in `left`, in words, with the question it answered; what the newer version cannot take as it is (a choice that
is gone, text where it wants a number) is left too, and its question is among those that need an answer. Rows keep
their ids. Questions the older version did not have begin as the form says.
Never here: a draft, a record, a decision to move: a person takes it, having seen this.
How places are matched, in this order: the same path; the same name, if only one question on each side has it; the
same `fa:field`, likewise; always in the same rows (a question that went into a repeat or out of one is another).
Source: protocol section 12 (a draft opens in its own version; moving it is an explicit step).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from fieldapp.forms.answers import UNANSWERED, Value, fill, kept_values, text_of
from fieldapp.forms.face import Definition, FormPath, Instance, Key, NodeState, QuestionInfo, QuestionType
from fieldapp.ports import Clock, Entropy

Places: TypeAlias = Mapping[FormPath, FormPath]

OF_THE_APP = "meta/"


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer of the older version and where it is asked in the newer one."""

    key: Key
    to: Key | None
    """Its key in the newer version; None if that does not ask."""
    label: str
    type: QuestionType | None
    """What the question was; None if not even the older version knew it."""
    answer: str
    """In words: the labels of what was chosen; dates and times as they are kept."""
    before: str
    """The section it stood in."""
    after: str
    """The section it stands in now; "" if it is no longer asked."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A question of the newer version that stands unanswered, or whose answer cannot stand."""

    key: Key
    label: str
    where: str
    earlier: str
    """What the older version's answer was, if it did not fit; else ""."""


@dataclass(frozen=True, slots=True)
class Move:
    """What moving would do."""

    kept: tuple[Answered, ...]
    moved: tuple[Answered, ...]
    needed: tuple[Needed, ...]
    gone: tuple[Answered, ...]
    """No longer asked."""
    left: tuple[Answered, ...]
    """What must stay readable beside the form: all that is gone, and what did not fit."""
    values: Mapping[Key, Value]
    """Everything the newer version holds afterwards, the app's own keys and unknown ones included."""
    came_from: Mapping[Key, Key]
    """By the key in `values`, the key it had; answers and rows of the older version only."""


def plan_move(
    old: Definition,
    new: Definition,
    values: Mapping[Key, Value],
    *,
    clock: Clock,
    entropy: Entropy,
    language: str | None = None,
) -> Move:
    """What becomes of `values`, a draft's or a body's, in another version of its form."""
    places = match_places(old, new)
    re_key = _re_keyer(new, places)
    speaks = language if language in new.languages else None
    before = fill(old, values, clock=clock, entropy=entropy, language=_spoken(old, language))
    keys = {key: re_key(key) for key in values if _path(key) in places}
    carried = _unasked(old, new, values, keys)
    named = {to: values[key] for key, to in keys.items()}
    fresh = frozenset(new.paths()) - frozenset(places.values())
    after = fill(new, {**carried, **named}, clock=clock, entropy=entropy, language=speaks, fresh=fresh)
    held = kept_values(after)
    sorted_ = _Sorted(before, after, held)
    for key, value in values.items():
        if not key.startswith(OF_THE_APP) and not key.endswith("]") and key not in carried:
            sorted_.put(key, keys.get(key), value)
    whole: dict[Key, Value] = {**held, **sorted_.whole, **carried}
    whole.update(_of_the_app(values, keys))
    return Move(
        kept=tuple(sorted_.kept),
        moved=tuple(sorted_.moved),
        needed=_needed(after, sorted_.misfits),
        gone=tuple(sorted_.gone),
        left=tuple(sorted_.left),
        values=whole,
        came_from={to: key for key, to in keys.items() if to in whole},
    )


def match_places(old: Definition, new: Definition) -> dict[FormPath, FormPath]:
    """Where each repeat and question of the older version is in the newer one, if it is there at all."""
    found: dict[FormPath, FormPath] = {}
    for kind in ("repeat", "question"):
        olds = _answerable(old, kind)
        news = _answerable(new, kind)
        taken: set[FormPath] = set()
        for mark in (_by_path, _by_name, _by_field):
            left = [one for one in olds if one.form_path not in found and _has_rows(one, found)]
            free = [one for one in news if one.form_path not in taken]
            for one in left:
                sign = (mark(one), _rows_of(one, found), _filed(one))
                there = [it for it in free if (mark(it), it.repeat, _filed(it)) == sign]
                twins = [it for it in left if (mark(it), _rows_of(it, found), _filed(it)) == sign]
                if len(there) == len(twins) == 1:
                    found[one.form_path] = there[0].form_path
                    taken.add(there[0].form_path)
    return found


def _by_path(info: QuestionInfo) -> str:
    return info.form_path


def _by_name(info: QuestionInfo) -> str:
    return info.form_path.rpartition("/")[2]


def _by_field(info: QuestionInfo) -> str:
    return info.field


def _filed(info: QuestionInfo) -> str | None:
    """What a repeat's rows are filed as: a document never changes its kind."""
    return info.record if info.kind == "repeat" else None


def _rows_of(info: QuestionInfo, found: Places) -> FormPath | None:
    return None if info.repeat is None else found[info.repeat]


def _has_rows(info: QuestionInfo, found: Places) -> bool:
    return info.repeat is None or info.repeat in found


def _answerable(definition: Definition, kind: str) -> list[QuestionInfo]:
    infos = (definition.question(path) for path in definition.paths())
    return [info for info in infos if info.kind == kind and info.type not in UNANSWERED]


def _re_keyer(new: Definition, places: Places) -> Callable[[Key], Key]:
    """Turns a key of the older version into the newer one's, with the same rows."""
    repeats = frozenset(path for path in new.paths() if new.question(path).kind == "repeat")

    def re_key(key: Key) -> Key:
        rows = iter([step[step.index("[") :] for step in key.split("/") if "[" in step])
        path, steps = "", []
        for name in places[_path(key)].split("/"):
            path = f"{path}/{name}" if path else name
            steps.append(name + next(rows) if path in repeats else name)
        return "/".join(steps)

    return re_key


def _unasked(
    old: Definition, new: Definition, values: Mapping[Key, Value], keys: Mapping[Key, Key]
) -> dict[Key, Value]:
    """What neither version asks just here, or nobody could read as a line: it stays at its key, with its rows."""
    known, asked = frozenset(old.paths()), frozenset(new.paths())
    found: dict[Key, Value] = {}
    for key, value in values.items():
        path = _path(key)
        if key in keys or key.startswith(OF_THE_APP) or key.endswith("]") or path in asked:
            continue
        if path not in known or "draw" in old.question(path).appearance:
            found[key] = value
            for row in _rows_around(key):
                if row not in keys.values():
                    found[row] = values.get(row, 0)
    return found


def _rows_around(key: Key) -> list[Key]:
    steps = key.split("/")
    return ["/".join(steps[: n + 1]) for n, step in enumerate(steps[:-1]) if step.endswith("]")]


class _Sorted:
    """The answers of the older version, each put where it belongs."""

    def __init__(self, before: Instance, after: Instance, held: Mapping[Key, Value]) -> None:
        self._before, self._after, self._held = before, after, held
        self._known, self._asked = frozenset(before.keys()), frozenset(after.keys())
        self.kept: list[Answered] = []
        self.moved: list[Answered] = []
        self.gone: list[Answered] = []
        self.left: list[Answered] = []
        self.misfits: dict[Key, str] = {}
        """By key in the newer version: the earlier answer, in words."""
        self.whole: dict[Key, Value] = {}
        """Narratives of several people, with their accounts."""

    def put(self, key: Key, to: Key | None, value: Value) -> None:
        """Decide about one answer."""
        fits = to is not None and text_of(self._held.get(to)) == text_of(value)
        one = self._answered(key, to, value)
        if to is None:
            self.gone.append(one)
            self.left.append(one)
        elif not fits:
            self.misfits[to] = one.answer
            self.left.append(one)
        else:
            if isinstance(value, dict) and self._after.node(to).merge == "narrative":
                self.whole[to] = value
            (self.kept if to == key else self.moved).append(one)

    def _answered(self, key: Key, to: Key | None, value: Value) -> Answered:
        known = key in self._known
        node = self._before.node(key) if known else None
        label = node.label if node is not None and node.label else _path(key).rpartition("/")[2]
        answer = text_of(value) if node is None else _in_words(node, text_of(value))
        there = _section(self._after, to) if to is not None and to in self._asked else ""
        kind = node.type if node is not None else None
        return Answered(key, to, label, kind, answer, _section(self._before, key) if known else "", there)


def _needed(after: Instance, misfits: Mapping[Key, str]) -> tuple[Needed, ...]:
    """Everything that stands in the way of complete, and what lost its answer, in the form's order."""
    standing = {violation.key for violation in after.violations()}
    found = []
    for key in after.keys():
        if key not in misfits and key not in standing:
            continue
        if any(after.untouched(row) for row in _rows_around(key)) and key not in misfits:
            continue
        node = after.node(key)
        label = node.label or _path(key).rpartition("/")[2]
        found.append(Needed(key, label, _section(after, key), misfits.get(key, "")))
    there = frozenset(after.keys())
    absent = [
        Needed(key, _path(key).rpartition("/")[2], "", said)
        for key, said in misfits.items()
        if key not in there
    ]
    return (*found, *absent)


def _of_the_app(values: Mapping[Key, Value], keys: Mapping[Key, Key]) -> dict[Key, Value]:
    """The app's own keys; where one speaks of an answer (a gap, a restriction), of the answer's new key."""
    return {
        key: keys.get(value, value) if key.endswith("/key") and isinstance(value, str) else value
        for key, value in values.items()
        if key.startswith(OF_THE_APP)
    }


def _section(instance: Instance, key: Key) -> str:
    """The label of the outermost group or repeat around a node; a repeat's stands at its rows."""
    outer = key.split("/")[0]
    return "" if outer == key else instance.node(outer).label or ""


def _in_words(node: NodeState, text: str) -> str:
    labels = {choice.name: choice.label or choice.name for choice in node.choices or ()}
    if node.type == "select_one":
        return labels.get(text, text)
    if node.type in ("select_multiple", "rank"):
        return ", ".join(labels.get(name, name) for name in text.split())
    return text


def _spoken(definition: Definition, language: str | None) -> str | None:
    return language if language in definition.languages else None


def _path(key: Key) -> FormPath:
    return "/".join(step.partition("[")[0] for step in key.split("/"))
