"""A live instance becomes a revision's body, and a body or a draft becomes a live instance again.

Promises: `to_body` gives what protocol.md section 1 asks of a body: one flat object of leaf keys, relevant answers
only, no notes, calculates or metadata; several choices as a sorted list without repeats, a row as its position, an
empty answer as an absent key. `fill` gives back an instance that shows the same; from `kept_values` it also gives
back what is entered but not asked just now, so a draft loses nothing.
Never: reading or writing anything, `meta/` (what the app adds to a body: records.filing), deciding which answers
belong to which document.
The round trip (instance → body → instance) is tested for any reachable state.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from fieldapp.forms.face import Definition, FormPath, Instance, Key, NodeState
from fieldapp.ports import Clock, Entropy

Value: TypeAlias = str | list[str] | int | dict[str, list[dict[str, str]]]
"""A leaf of a body: text, several choices, a row's position, or a narrative's accounts."""

UNANSWERED = frozenset({"note", "calculate", "metadata"})
"""What a form shows or works out by itself. Nobody answered it, so no record holds it."""

ACCOUNT_BREAK = "\n\n"
"""Between two people's accounts of one narrative, where a screen must show them as one text."""


def text_of(value: Value | None) -> str:
    """A body's value as the text that an instance holds: choices with one blank between, accounts as paragraphs."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, dict):
        return ACCOUNT_BREAK.join(account["text"] for account in value["accounts"])
    return str(value)


def to_body(instance: Instance, before: Mapping[Key, Value] | None = None) -> dict[Key, Value]:
    """The relevant answers of an instance, as the body of a revision.

    `before` is the body it was opened from: a narrative with several people's accounts, shown as one text and left
    as it was, keeps its accounts (a person's revision has them as its parent has them, or one text in their place).
    """
    earlier = before or {}
    body: dict[Key, Value] = {}
    for node in _answers(instance, lambda node: node.relevant):
        if node.kind == "row":
            body[node.key] = _position(instance, node.key)
            continue
        answer = _encoded(node, node.value or "")
        if answer in ("", []):
            continue
        was = earlier.get(node.key)
        body[node.key] = was if isinstance(was, dict) and text_of(was) == answer else answer
    return body


def kept_values(instance: Instance) -> dict[Key, Value]:
    """Everything entered, asked just now or not, with the rows: what a draft must hold so that nothing is lost."""
    kept: dict[Key, Value] = {}
    for node in _answers(instance, lambda node: True):
        if node.kind == "row":
            kept[node.key] = _position(instance, node.key)
            continue
        entered = instance.kept(node.key)
        if entered:
            kept[node.key] = _encoded(node, entered)
    return kept


def fill(
    definition: Definition,
    values: Mapping[Key, Value],
    *,
    clock: Clock,
    entropy: Entropy,
    seed: int = 1,
    language: str | None = None,
    fresh: Collection[FormPath] = (),
) -> Instance:
    """An instance that holds exactly `values`: a body, or a draft's kept values.

    The rows named are the rows there are; a question not named is empty, whatever its default, unless it is among the
    `fresh` ones, which nobody could answer before: these begin as the form says. Keys that the form does not have
    (the app's own under `meta/`, or another version's) are left out: `unplaced` names them.
    """
    unasked = frozenset(fresh)
    instance = definition.open(clock=clock, entropy=entropy, seed=seed, language=language)
    places = frozenset(definition.paths())
    _restore(
        instance, {key: value for key, value in values.items() if _form_path(key) in places}, "", unasked
    )
    return instance


def unplaced(definition: Definition, values: Mapping[Key, Value]) -> tuple[Key, ...]:
    """The keys of `values` for which this version of the form has no place. `meta/` belongs to the app: not named."""
    places = frozenset(definition.paths())
    return tuple(key for key in values if not key.startswith("meta/") and _form_path(key) not in places)


def _answers(instance: Instance, wanted: Callable[[NodeState], bool]) -> list[NodeState]:
    """Rows and questions that a person answers, in document order."""
    found = []
    for key in instance.keys():
        node = instance.node(key)
        answered = node.kind == "row" or (node.kind == "question" and node.type not in UNANSWERED)
        if answered and wanted(node):
            found.append(node)
    return found


def _encoded(node: NodeState, text: str) -> str | list[str]:
    """Several choices as a sorted list without repeats; a rank keeps its order, so it stays text."""
    if node.type == "select_multiple":
        return sorted(set(text.split()))
    return text


def _position(instance: Instance, row_key: Key) -> int:
    return instance.rows(_repeat_of(row_key)).index(row_key)


def _repeat_of(row_key: Key) -> Key:
    return row_key[: row_key.rindex("[")]


def _form_path(key: Key) -> str:
    """The key without its `[ROW]`s."""
    return "/".join(step.partition("[")[0] for step in key.split("/"))


def _restore(
    instance: Instance, values: Mapping[Key, Value], inside: Key, fresh: frozenset[FormPath]
) -> None:
    """Answer everything directly inside a group, row or root first, then its rows, then what is inside them.

    Outer answers come first because a count of rows, and which choices there are, may follow from them. Questions
    go round twice: a choice that a later answer's filter allows is refused the first time.
    """
    questions, repeats = _inside(instance, inside)
    for _ in range(2):
        for key in questions:
            if key not in values and _form_path(key) in fresh:
                continue
            wanted = text_of(values.get(key))
            if instance.kept(key) != wanted:
                instance.prefill(key, wanted)
    for repeat in repeats:
        for row in _restore_rows(instance, values, repeat):
            _restore(instance, values, row, fresh)


def _inside(instance: Instance, key: Key) -> tuple[list[Key], list[Key]]:
    """The questions a person answers and the repeats in here, through groups but not into rows."""
    questions: list[Key] = []
    repeats: list[Key] = []
    for child in instance.children(key):
        node = instance.node(child)
        if node.kind == "group":
            more_questions, more_repeats = _inside(instance, child)
            questions += more_questions
            repeats += more_repeats
        elif node.kind == "repeat":
            repeats.append(child)
        elif node.kind == "question" and node.type not in UNANSWERED:
            questions.append(child)
    return questions, repeats


def _restore_rows(instance: Instance, values: Mapping[Key, Value], repeat: Key) -> tuple[Key, ...]:
    """Make the rows of a repeat those that `values` name, in their order, under their own ids."""
    wanted = sorted(
        (key for key in values if key.endswith("]") and _repeat_of(key) == repeat),
        key=lambda key: (_as_position(values[key]), key),
    )
    there = instance.rows(repeat)
    fixed = instance.node(repeat).rows_fixed
    for spare in [] if fixed else reversed(there[len(wanted) :]):
        instance.remove_row(spare)
    for index, row_key in enumerate(wanted):
        row_id = row_key[len(repeat) + 1 : -1]
        if index < len(there):
            instance.rename_row(there[index], row_id)
        elif not fixed:
            instance.add_row(repeat, row_id, restoring=True)
    return tuple(row for row in instance.rows(repeat) if row in wanted)


def _as_position(value: Value) -> int:
    return value if isinstance(value, int) else 0
