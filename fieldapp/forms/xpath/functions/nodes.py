"""Nodes: counting, positions, rows, files, order by chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fieldapp.forms.definition.model import Element
from fieldapp.forms.xpath import axes
from fieldapp.forms.xpath.chance import shuffled, shuffled_by_seed
from fieldapp.forms.xpath.code import Code, NumberCode, Place, TextCode
from fieldapp.forms.xpath.context import Context, Fault
from fieldapp.forms.xpath.effort import spend
from fieldapp.forms.xpath.functions.table import special
from fieldapp.forms.xpath.numbers import NAN
from fieldapp.forms.xpath.paths import NodesCode, OneCode
from fieldapp.forms.xpath.running import running_filled
from fieldapp.forms.xpath.tree import String

if TYPE_CHECKING:
    from fieldapp.forms.xpath.tree import Call

INDEXES_MAX = 16
"""Columns of a file that are remembered for searching, for each place that searches. Files are searched by one."""


def _nodes(code: Code, call: Call) -> NodesCode:
    if not isinstance(code, NodesCode):
        raise Fault(f"{call.name}() takes nodes, such as a repeat or a question", call.at)
    return code


@special("count", "N", "n", "how many nodes")
def count(context: Context, call: Call, arguments: list[Code]) -> Code:
    code = _nodes(arguments[0], call)
    counted = code.count
    return NumberCode(lambda place: float(counted(place)))


@special("count-non-empty", "N", "n", "how many nodes are not empty")
def count_non_empty(context: Context, call: Call, arguments: list[Code]) -> Code:
    code = _nodes(arguments[0], call)
    running = running_filled(context, code)
    if running is not None:
        return running
    texts = code.texts
    return NumberCode(lambda place: float(sum(1 for text in texts(place) if text)))


@special("position", "N?", "n", "where a node stands among its like, the first being 1")
def position(context: Context, call: Call, arguments: list[Code]) -> Code:
    if not arguments:
        if context.is_item:
            return NumberCode(lambda place: float(place.position))
        return NumberCode(lambda place: 1.0)
    code = _nodes(arguments[0], call)
    if isinstance(code, OneCode):
        repeat = code.targets[0]
        if not repeat.is_repeat:
            return NumberCode(lambda place: 1.0)
        row = code.row_of
        context.read(repeat, repeat.outer.scope, "position", weak=True)
        return NumberCode(lambda place: float(row(place).index + 1))
    nodes = code.nodes

    def place_of(place: Place) -> float:
        found = nodes(place)
        if not found:
            return NAN
        name = axes.name_of(found[0])
        where = 1.0
        for sibling in axes.preceding_siblings(found[0]):
            if axes.name_of(sibling) != name:
                break
            where += 1
        return where

    return NumberCode(place_of)


@special("last", "", "n", "how many nodes the predicate looks at")
def last(context: Context, call: Call, arguments: list[Code]) -> Code:
    if context.is_item:
        return NumberCode(lambda place: float(place.size))
    return NumberCode(lambda place: 1.0)


@special("current", "", "N", "the node the whole expression belongs to")
def current(context: Context, call: Call, arguments: list[Code]) -> Code:
    raise AssertionError("compiled as a path")


@special("instance", "t", "N", "a list or file of the form, by name")
def instance(context: Context, call: Call, arguments: list[Code]) -> Code:
    raise AssertionError("compiled as a path")


@special("id", "t", "N", "elements with an xml:id (forms have none)")
def id_(context: Context, call: Call, arguments: list[Code]) -> Code:
    return NodesCode(
        context,
        "many",
        text=lambda place: "",
        texts=lambda place: [],
        nodes=lambda place: [],
        looking="element",
        targets=[],
        scope=None,
    )


def _name_function(name: str, what: str, read: Callable[[Any], str]) -> None:
    def make(context: Context, call: Call, arguments: list[Code]) -> Code:
        from fieldapp.forms.xpath.compiler import own_node

        nodes = _nodes(arguments[0] if arguments else own_node(context, call.at), call).nodes

        def of_first(place: Place) -> str:
            found = nodes(place)
            return read(found[0]) if found else ""

        return TextCode(of_first)

    make.__module__ = __name__
    special(name, "N?", "t", what)(make)


_name_function("name", "the name of a node", axes.name_of)
_name_function(
    "local-name", "the name of a node without prefix", lambda node: axes.name_of(node).rpartition(":")[2]
)
_name_function("namespace-uri", "the namespace of a node", axes.namespace_of)


@special(
    "indexed-repeat",
    "NNnN?n?N?n?",
    "N",
    "a question's answer in one row of a repeat, and of repeats inside it",
)
def indexed_repeat(context: Context, call: Call, arguments: list[Code]) -> Code:
    if len(arguments) % 2 == 0:
        raise Fault("indexed-repeat() needs a position after each repeat", call.at)
    target = _nodes(arguments[0], call)
    pairs = [
        (_nodes(repeat, call), index.number)
        for repeat, index in zip(arguments[1::2], arguments[2::2], strict=True)
    ]
    weak = any(context.is_within(node) for repeat, _ in pairs for node in repeat.targets)
    for node in target.targets:
        context.read(node, context.names.root.scope, weak=weak)
    pairs.sort(key=lambda pair: min((node.scope.depth for node in pair[0].targets), default=0))
    levels = [(repeat.nodes, index) for repeat, index in pairs]
    targets = target.nodes
    slot = target.targets[0] if len(target.targets) == 1 else None

    def row_at(place: Place) -> Any:
        """The row the positions lead to, or None."""
        within = None
        for nodes, index in levels:
            wanted = index(place)
            rows = [node[0] for node in nodes(place)]
            if within is not None:
                rows = [row for row in rows if row.is_in(within)]
            if wanted != wanted or not 1 <= wanted <= len(rows):
                return None
            within = rows[int(wanted) - 1]
        return within

    def nodes(place: Place) -> list[Any]:
        row = row_at(place)
        if row is None:
            return []
        if slot is not None and slot.scope is row.scope:
            return [(row, slot)]
        return [node for node in targets(place) if node[0].is_in(row)]

    def text(place: Place) -> str:
        found = nodes(place)
        return axes.text_of_node(found[0]) if found else ""

    return NodesCode(
        context,
        "many",
        text=text,
        texts=lambda place: [axes.text_of_node(node) for node in nodes(place)],
        nodes=nodes,
        looking="row",
        targets=target.targets,
        scope=context.names.root.scope,
        weak=weak,
    )


@special("randomize", "Na?", "N", "nodes in an order by chance, or by a seed")
def randomize(context: Context, call: Call, arguments: list[Code]) -> Code:
    code = _nodes(arguments[0], call)
    nodes = code.nodes
    if len(arguments) == 1:
        row: Callable[[Place], Any] = (lambda place: place.row) if context.is_item else (lambda place: place)

        def mixed(place: Place) -> list[Any]:
            return shuffled(nodes(place), float(row(place).instance.seed))

    else:
        seed = arguments[1]
        text, number = seed.text, seed.number

        def mixed(place: Place) -> list[Any]:
            return shuffled_by_seed(nodes(place), text(place), number(place))

    def text_of(place: Place) -> str:
        found = mixed(place)
        return axes.text_of_node(found[0]) if found else ""

    return NodesCode(
        context,
        "many",
        text=text_of,
        texts=lambda place: [axes.text_of_node(node) for node in mixed(place)],
        nodes=mixed,
        count=code.count,
        looking=code.looking,
        targets=code.targets,
        scope=context.names.root.scope,
    )


@special("pulldata", "tttt", "t", "a cell of a file: file, column wanted, column searched, value searched")
def pulldata(context: Context, call: Call, arguments: list[Code]) -> Code:
    named = call.arguments[0]
    if not isinstance(named, String):
        raise Fault("pulldata() takes the file in quotation marks", call.at)
    file = named.value.strip()
    found = context.names.instances.get(file)
    if found is None:
        raise Fault(f"there is no file {file!r} in this form", call.at, "Correct its name.")
    wanted, searched, value = (argument.text for argument in arguments[1:])
    items = [item for root in found.children for item in root.children]
    indexes: dict[str, dict[str, Element]] = {}
    """By the column searched: the first row of each value."""

    def cell(place: Place) -> str:
        column = searched(place).strip()
        index = indexes.get(column)
        if index is None:
            index = {}
            spend(len(items))
            for item in reversed(items):
                for child in item.named(column):
                    index[child.text] = item
            if len(indexes) < INDEXES_MAX:
                indexes[column] = index
        row = index.get(value(place))
        return "" if row is None else row.first(wanted(place).strip())

    return TextCode(cell)


@special("uuid", "n?", "t", "a fresh UUID, or so many characters by chance")
def uuid(context: Context, call: Call, arguments: list[Code]) -> Code:
    row: Callable[[Place], Any] = (lambda place: place.row) if context.is_item else (lambda place: place)
    if not arguments:
        return TextCode(lambda place: row(place).instance.uuid())
    length = arguments[0].number

    def cut(place: Place) -> str:
        wanted = length(place)
        if wanted != wanted or wanted <= 0 or wanted > 10_000:
            return ""
        made = ""
        while len(made) < wanted:
            made += row(place).instance.uuid()
        return made[: int(wanted)]

    return TextCode(cut)
