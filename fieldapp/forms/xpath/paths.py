"""Paths: from steps to closures.

Promises: a path to a neighbour in the same row, or in a row around it, is one or two list look-ups; a path into
repeats is a loop over rows; a path into a secondary instance is walked when the form is loaded as far as it is fixed,
and a predicate that compares with `=` finds its elements by an index made once; only what is left walks `axes`.
Whatever the shape, what the path can reach is known from the definition, so what it reads is known.
Never here: functions, operators.
Source: XPath 1.0 section 2; the forms' own style (pyxform writes `../name` inside repeats, `/data/…` elsewhere).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fieldapp.forms.definition.model import Element, Node, Scope
from fieldapp.forms.xpath import axes
from fieldapp.forms.xpath.code import Code, Item, NodesOf, Place, TextOf, boolean_of
from fieldapp.forms.xpath.context import Context, Fault, Looking
from fieldapp.forms.xpath.effort import spend
from fieldapp.forms.xpath.numbers import NAN, numbers
from fieldapp.forms.xpath.tree import Call, Operation, Path, Step, String, Tree

CompileTree = Callable[[Context, Tree], Code]
RowOf = Callable[[Place], Any]
Rows = Callable[[Place], list[Any]]
Filter = Callable[[list[Any], Place], list[Any]]


class NodesCode(Code):
    """Nodes of the instance or of a secondary instance.

    Asking for a text, number or texts says that values are read; asking for `nodes` or `count` does not, so that a
    count of rows does not wake when an answer in them changes.
    """

    __slots__ = (
        "_context",
        "_count",
        "_nodes",
        "_text",
        "_texts",
        "_value_reads",
        "column",
        "fixed",
        "looking",
        "targets",
    )

    def __init__(
        self,
        context: Context,
        kind: str,
        *,
        text: TextOf,
        texts: Callable[[Place], list[str]],
        nodes: NodesOf,
        count: Callable[[Place], int] | None = None,
        looking: Looking,
        targets: list[Node],
        scope: Scope | None,
        weak: bool = False,
    ) -> None:
        self.kind = kind
        self.constant = False
        self._context = context
        self._text = text
        self._texts = texts
        self._nodes = nodes
        self._count = count
        self.looking: Looking = looking
        self.targets = targets
        self.column: Column | None = None
        """For rows of one repeat without positions: what running sums need."""
        self.fixed: list[Element] | None = None
        """Elements that are known when the form is loaded."""
        self._value_reads: list[tuple[Node, Scope, bool]] = [
            (leaf, scope or leaf.scope, weak) for target in targets for leaf in _leaves(target)
        ]

    def touch(self) -> None:
        """Say that the values are read."""
        for target, scope, weak in self._value_reads:
            self._context.read(target, scope, weak=weak)
        self._value_reads = []

    @property
    def text(self) -> TextOf:
        self.touch()
        return self._text

    @property
    def texts(self) -> Callable[[Place], list[str]]:
        self.touch()
        return self._texts

    @property
    def number(self) -> Callable[[Place], float]:
        self.touch()
        if self.kind == "one":
            text = self._text
            return lambda place: numbers[text(place)]
        texts = self._texts

        def first_number(place: Place) -> float:
            found = texts(place)
            return numbers[found[0]] if found else NAN

        return first_number

    @property
    def boolean(self) -> Callable[[Place], bool]:
        if self.kind == "one":
            return lambda place: True
        count = self.count
        return lambda place: count(place) > 0

    @property
    def value(self) -> Callable[[Place], Any]:
        self.touch()
        return self._texts

    @property
    def nodes(self) -> NodesOf:
        """The live nodes (see `axes`)."""
        return self._nodes

    @property
    def count(self) -> Callable[[Place], int]:
        """How many there are, without looking at their values."""
        if self._count is not None:
            return self._count
        nodes = self._nodes
        return lambda place: len(nodes(place))


class OneCode(NodesCode):
    """A single node that is always there: by far the commonest, so its closures are made only when asked for."""

    __slots__ = ("_base", "_hops", "_node", "_top")

    def __init__(self, context: Context, node: Node, scope: Scope, *, top: bool, hops: int) -> None:
        self.kind = "one"
        self.constant = False
        self._context = context
        self._node = node
        self._top = top
        self._hops = hops
        self.looking = "row"
        self.targets = [node]
        self.column = None
        self.fixed = None
        self._value_reads = (
            [(leaf, scope, False) for leaf in _leaves(node)] if node.children else [(node, scope, False)]
        )

    @property
    def row_of(self) -> RowOf:
        """How to find the row the node is in."""
        return _up(_base(self._context, top=self._top), self._hops)

    @property
    def text(self) -> TextOf:
        self.touch()
        node = self._node
        if node.children:
            base = self.row_of
            return lambda place: axes.text_of_node((base(place), node))
        return _read_slot(self._context, top=self._top, hops=self._hops, slot=node.slot)

    @property
    def texts(self) -> Callable[[Place], list[str]]:
        text = self.text
        return lambda place: [text(place)]

    @property
    def number(self) -> Callable[[Place], float]:
        text = self.text
        return lambda place: numbers[text(place)]

    @property
    def boolean(self) -> Callable[[Place], bool]:
        return lambda place: True

    @property
    def value(self) -> Callable[[Place], Any]:
        return self.texts

    @property
    def nodes(self) -> NodesOf:
        base, node = self.row_of, self._node
        return lambda place: [(base(place), node)]

    @property
    def count(self) -> Callable[[Place], int]:
        return lambda place: 1


class Column:
    """One value of each row of a repeat: the shape of nearly every sum and count.

    From the row `base`, the rows `base.inner[scope.index]`, the value in `slot` (None: the row itself).
    """

    __slots__ = ("base", "base_scope", "scope", "slot")

    def __init__(self, base: RowOf, base_scope: Scope, scope: Scope, slot: int | None) -> None:
        self.base = base
        self.base_scope = base_scope
        self.scope = scope
        self.slot = slot


def _leaves(node: Node) -> list[Node]:
    if not node.children:
        return [node]
    return [inner for inner in node.all() if not inner.children]


# --- rows ---------------------------------------------------------------------------------------------------


def _base(context: Context, *, top: bool) -> RowOf:
    """How to find the context node's row (or, for `top`, the row outside) from a place."""
    if not context.is_item:
        return lambda place: place
    if top:
        return lambda place: place.row
    return lambda place: place.node


def _up(base: RowOf, hops: int) -> RowOf:
    """`hops` rows further out."""
    if hops == 0:
        return base
    if hops == 1:
        return lambda place: base(place).parent
    if hops == 2:
        return lambda place: base(place).parent.parent

    def far_up(place: Place) -> Any:
        row = base(place)
        for _ in range(hops):
            row = row.parent
        return row

    return far_up


def _read_slot(context: Context, *, top: bool, hops: int, slot: int) -> TextOf:
    """The value in a slot of a row, as short as it can be said."""
    if not context.is_item:
        if hops == 0:
            return lambda place: place.values[slot]
        if hops == 1:
            return lambda place: place.parent.values[slot]
    elif not top and hops == 0:
        return lambda place: place.node.values[slot]
    elif top and hops == 0:
        return lambda place: place.row.values[slot]
    row = _up(_base(context, top=top), hops)
    return lambda place: row(place).values[slot]


class _Walk:
    """A path through the instance while it is still simple: one node, or rows of repeats from one row."""

    __slots__ = ("at_document", "base_hops", "context", "has_predicate", "is_weak", "node", "plan", "top")

    def __init__(self, context: Context, node: Node, *, top: bool, hops: int = 0) -> None:
        self.context = context
        self.node = node
        self.top = top
        self.base_hops = hops
        self.plan: list[tuple[Scope, list[Filter]]] | None = None
        self.at_document = False
        self.has_predicate = False
        self.is_weak = False


def compile_path(context: Context, path: Path, compile_tree: CompileTree) -> NodesCode:
    """The code of a path. Raises `Fault` for a name that leads nowhere."""
    steps = _without_trailing_text(path.steps)
    start = path.start
    if isinstance(start, Call) and not path.predicates:
        if start.name == "current":
            if start.arguments:
                raise Fault("current() takes no arguments", start.at)
            return _from_node(context, context.top, steps, compile_tree, top=True, at=path.at)
        if start.name == "instance":
            return _from_elements(context, [_instance(context, start)], steps, compile_tree)
    if start == "/":
        return _from_document(context, steps, compile_tree)
    if start == "":
        if context.looking == "row" and context.node is not None:
            top = not context.is_item
            return _from_node(context, context.node, steps, compile_tree, top=top, at=path.at)
        if context.looking == "element":
            return _from_item_element(context, steps, compile_tree)
        everything = list(context.names.root.all())
        return _loose(context, lambda place: [place.node], everything, "unknown", steps, compile_tree)
    if isinstance(start, str):
        raise Fault("this path cannot be read", path.at)
    code = compile_tree(context, start)
    if not isinstance(code, NodesCode):
        raise Fault("only nodes can be followed by a step or a predicate", path.at)
    nodes = code.nodes
    if path.predicates:
        nodes = _filtered(context, code, path.predicates, compile_tree)
    return _loose(context, nodes, code.targets, code.looking, steps, compile_tree, fixed=None)


def _without_trailing_text(steps: list[Step]) -> list[Step]:
    """`name/text()` reads what `name` reads: a form's nodes hold nothing but their text."""
    if len(steps) > 1 and steps[-1].test == "text()" and steps[-1].axis == "child":
        return steps[:-1]
    return steps


def _instance(context: Context, call: Call) -> Element:
    if len(call.arguments) != 1 or not isinstance(call.arguments[0], String):
        raise Fault("instance() takes the name of an instance in quotation marks", call.at)
    name = call.arguments[0].value.strip()
    found = context.names.instances.get(name)
    if found is None:
        raise Fault(f"there is no instance {name!r}", call.at, "Add the list or file, or correct its name.")
    return found


# --- simple walks through the instance ----------------------------------------------------------------------


def _from_document(context: Context, steps: list[Step], compile_tree: CompileTree) -> NodesCode:
    root = context.names.root
    hops = context.top.scope.depth
    walk = _Walk(context, root, top=True, hops=hops)
    if not steps:
        return _loose_from_document(context, steps, compile_tree)
    first = steps[0]
    if first.axis != "child" or first.predicates:
        return _loose_from_document(context, steps, compile_tree)
    if first.test not in (root.name, "*"):
        raise Fault(f"there is no /{first.test} in this form", first.at, f"Its root is /{root.name}.")
    return _continue(walk, steps[1:], compile_tree, steps)


def _loose_from_document(context: Context, steps: list[Step], compile_tree: CompileTree) -> NodesCode:
    row = _up(_base(context, top=True), context.top.scope.depth)
    return _loose(context, lambda place: [(row(place), None)], [], "row", steps, compile_tree, document=True)


def _from_node(
    context: Context, node: Node, steps: list[Step], compile_tree: CompileTree, *, top: bool, at: int
) -> NodesCode:
    return _continue(_Walk(context, node, top=top), steps, compile_tree, steps)


def _continue(walk: _Walk, steps: list[Step], compile_tree: CompileTree, whole: list[Step]) -> NodesCode:
    """Take the steps that keep the walk simple; hand the rest to `_loose`."""
    for place, step in enumerate(steps):
        if not _take(walk, step, compile_tree):
            so_far = _finish(walk)
            return _loose(
                walk.context,
                so_far.nodes,
                so_far.targets,
                "row",
                steps[place:],
                compile_tree,
                document=walk.at_document,
                weak=walk.is_weak,
            )
    return _finish(walk)


def _take(walk: _Walk, step: Step, compile_tree: CompileTree) -> bool:
    """Take one step if it keeps the walk simple. Raises `Fault` for a child that is not in the form."""
    if walk.at_document:
        root = walk.context.names.root
        if step.axis == "child" and step.test in (root.name, "*") and not step.predicates:
            walk.at_document = False
            walk.node = root
            return True
        return False
    if step.axis == "self" and not step.predicates:
        return step.test in ("node()", "*", walk.node.name)
    if step.axis == "parent" and step.test in ("node()", "*") and not step.predicates:
        return _take_up(walk)
    if step.axis not in ("child", "attribute") or step.test.endswith("()") or step.test == "*":
        return False
    if step.axis == "attribute":
        child = walk.node.by_name.get(f"@{step.test}")
        if child is None or step.predicates:
            if child is None and step.test not in walk.node.attributes:
                raise Fault(f"{walk.node.path} has no attribute {step.test!r}", step.at)
            return False
    else:
        child = walk.node.by_name.get(step.test)
    if child is None:
        raise Fault(
            f"there is no {walk.node.path}/{step.test} in this form", step.at, "Correct the name or the path."
        )
    if child.is_repeat:
        filters = [_row_filter(walk, child, tree, compile_tree) for tree in step.predicates]
        if filters and walk.context.is_within(child):
            walk.is_weak = True
        walk.has_predicate = walk.has_predicate or bool(filters)
        plan = walk.plan if walk.plan is not None else []
        plan.append((child.scope, filters))
        walk.plan = plan
        _read_rows(walk, child)
        walk.node = child
        return True
    if step.predicates:
        return False
    walk.node = child
    return True


def _base_scope(walk: _Walk) -> Scope:
    """The scope of the row a walk starts from, as far as changes are concerned."""
    if not walk.top and walk.context.is_item:
        return walk.context.anchor
    if walk.plan:
        return walk.plan[0][0].outer
    return walk.node.scope


def _read_rows(walk: _Walk, repeat: Node) -> None:
    walk.context.read(repeat, _base_scope(walk), "rows", weak=True)


def _take_up(walk: _Walk) -> bool:
    if walk.plan is not None:
        if walk.node.is_repeat or walk.node.parent is None:
            return False
        walk.node = walk.node.parent
        return True
    above = walk.node.parent
    if above is None:
        walk.at_document = True
        return True
    if walk.node.is_repeat:
        walk.base_hops += 1
    walk.node = above
    return True


def _row_filter(walk: _Walk, repeat: Node, tree: Tree, compile_tree: CompileTree) -> Filter:
    weak = walk.context.is_within(repeat)
    anchor = _base_scope(walk) if walk.plan or not walk.top else walk.node.scope
    inner = walk.context.inside("row", repeat, weak=weak, anchor=anchor)
    return make_filter(compile_tree(inner, tree), walk.context)


def _finish(walk: _Walk) -> NodesCode:
    """The code of a walk that stayed simple."""
    context, node = walk.context, walk.node
    if walk.plan is None and not walk.at_document:
        return OneCode(context, node, _base_scope(walk), top=walk.top, hops=walk.base_hops)
    base = _up(_base(context, top=walk.top), walk.base_hops)
    if walk.at_document:
        root = node
        return NodesCode(
            context,
            "many",
            text=lambda place: axes.text_of_node((base(place), root)),
            texts=lambda place: [axes.text_of_node((base(place), root))],
            nodes=lambda place: [(base(place), None)],
            looking="row",
            targets=[root],
            scope=root.scope,
        )
    return _rows_code(walk, node, base)


def _rows_code(walk: _Walk, node: Node, base: RowOf) -> NodesCode:
    context = walk.context
    plan = walk.plan or []
    rows = _rows_of(base, plan)
    slot = node.slot
    if node.children:

        def texts(place: Place) -> list[str]:
            return [axes.text_of_node((row, node)) for row in rows(place)]

    else:

        def texts(place: Place) -> list[str]:
            return [row.values[slot] for row in rows(place)]

    def text(place: Place) -> str:
        found = rows(place)
        return (
            (axes.text_of_node((found[0], node)) if node.children else found[0].values[slot]) if found else ""
        )

    first_scope, first_filters = plan[0]
    count: Callable[[Place], int] | None = lambda place: len(rows(place))  # noqa: E731
    if len(plan) == 1 and not first_filters:
        index = first_scope.index
        count = lambda place: len(base(place).inner[index])  # noqa: E731
    code = NodesCode(
        context,
        "many",
        text=text,
        texts=texts,
        nodes=lambda place: [(row, node) for row in rows(place)],
        count=count,
        looking="row",
        targets=[node],
        scope=_base_scope(walk),
        weak=walk.is_weak,
    )
    if len(plan) == 1 and not first_filters and not node.children:
        code.column = Column(base, _base_scope(walk), first_scope, slot)
    elif len(plan) == 1 and not first_filters and node.is_repeat:
        code.column = Column(base, _base_scope(walk), first_scope, None)
    return code


def _rows_of(base: RowOf, plan: list[tuple[Scope, list[Filter]]]) -> Rows:
    """The rows a plan leads to, from a place."""
    if len(plan) == 1:
        index = plan[0][0].index
        filters = plan[0][1]
        if not filters:
            return lambda place: base(place).inner[index]
        if len(filters) == 1:
            only = filters[0]
            return lambda place: only(base(place).inner[index], place)

    levels = [(scope.index, filters) for scope, filters in plan]

    def deep(place: Place) -> list[Any]:
        found = [base(place)]
        for index, filters in levels:
            deeper: list[Any] = []
            for row in found:
                rows = row.inner[index]
                for keep in filters:
                    rows = keep(rows, place)
                deeper.extend(rows)
            found = deeper
            spend(len(found))
        return found

    return deep


# --- predicates ---------------------------------------------------------------------------------------------


def make_filter(code: Code, context: Context) -> Filter:
    """Keep those of some nodes (or rows) for which a predicate holds. A number is a position."""
    if code.kind == "number" and code.constant:
        return _at_position(code.number(None))
    outside = _outside(context)
    if code.kind in ("number", "moment"):
        number = code.number

        def by_number(found: list[Any], place: Place) -> list[Any]:
            spend(len(found))
            item = Item(None, 0, len(found), outside(place))
            kept = []
            for position, node in enumerate(found, 1):
                item.node = node
                item.position = position
                if number(item) == position:
                    kept.append(node)
            return kept

        return by_number
    if code.kind == "any":
        value = code.value

        def by_either(found: list[Any], place: Place) -> list[Any]:
            spend(len(found))
            kept = []
            for position, node in enumerate(found, 1):
                answer = value(Item(node, position, len(found), outside(place)))
                if answer == position if type(answer) is float else boolean_of(answer):
                    kept.append(node)
            return kept

        return by_either
    boolean = code.boolean

    def by_truth(found: list[Any], place: Place) -> list[Any]:
        spend(len(found))
        item = Item(None, 0, len(found), outside(place))
        kept = []
        for position, node in enumerate(found, 1):
            item.node = node
            item.position = position
            if boolean(item):
                kept.append(node)
        return kept

    return by_truth


def _outside(context: Context) -> RowOf:
    """The row outside all predicates, from the place of the path that has the predicate."""
    if context.is_item:
        return lambda place: place.row
    return lambda place: place


def _at_position(number: float) -> Filter:
    if not number.is_integer() or number < 1:
        return lambda found, place: []
    index = int(number)
    return lambda found, place: list(found[index - 1 : index])


def _filtered(
    context: Context, code: NodesCode, predicates: list[Tree], compile_tree: CompileTree
) -> NodesOf:
    nodes = code.nodes
    for tree in predicates:
        keep = _node_filter(context, code.looking, code.targets, tree, compile_tree)
        nodes = _then(nodes, keep)
    return nodes


def _then(nodes: NodesOf, keep: Filter) -> NodesOf:
    return lambda place: keep(nodes(place), place)


def _node_filter(
    context: Context, looking: Looking, targets: list[Node], tree: Tree, compile_tree: CompileTree
) -> Filter:
    """A predicate over live nodes (pairs or elements)."""
    known = targets[0] if looking == "row" and len(targets) == 1 else None
    if known is not None:
        weak = any(context.is_within(node) for node in _repeats_around(known))
        inner = context.inside("row", known, weak=weak)
        by_row = make_filter(compile_tree(inner, tree), context)

        def keep(found: list[Any], place: Place) -> list[Any]:
            return [(row, known) for row in by_row([pair[0] for pair in found], place)]

        return keep
    inner = context.inside("element" if looking == "element" else "unknown", None, weak=True)
    return make_filter(compile_tree(inner, tree), context)


def _repeats_around(node: Node) -> list[Node]:
    found = []
    at: Node | None = node
    while at is not None:
        if at.is_repeat:
            found.append(at)
        at = at.parent
    return found


# --- secondary instances ------------------------------------------------------------------------------------


def _from_elements(
    context: Context, elements: list[Element], steps: list[Step], compile_tree: CompileTree
) -> NodesCode:
    """A path that starts from elements known when the form is loaded."""
    fixed = elements
    for place, step in enumerate(steps):
        if step.axis != "child" or step.test.endswith("()"):
            return _loose(context, _always(fixed), [], "element", steps[place:], compile_tree)
        name = step.test
        fixed = [child for one in fixed for child in (one.children if name == "*" else one.named(name))]
        if step.predicates:
            return _elements_filtered(context, fixed, step.predicates, steps[place + 1 :], compile_tree)
    code = _elements_code(context, _always(fixed))
    code.fixed = fixed
    return code


def _always(elements: list[Element]) -> NodesOf:
    return lambda place: elements


def _elements_filtered(
    context: Context,
    fixed: list[Element],
    predicates: list[Tree],
    steps: list[Step],
    compile_tree: CompileTree,
) -> NodesCode:
    inner = context.inside("element", None, weak=False)
    first, rest = _indexable(predicates[0]), predicates[1:]
    if first is not None:
        name, tree, others = first
        nodes = _by_index(
            fixed, name, compile_tree(context.inside("element", None, weak=False), tree), context
        )
        if others is not None:
            nodes = _then(nodes, make_filter(compile_tree(inner, others), context))
    else:
        nodes = _then(_always(fixed), make_filter(compile_tree(inner, predicates[0]), context))
    for predicate in rest:
        nodes = _then(nodes, make_filter(compile_tree(inner, predicate), context))
    if not steps:
        return _elements_code(context, nodes)
    if all(step.axis == "child" and not step.predicates and not step.test.endswith("()") for step in steps):
        return _elements_code(context, _down(nodes, [step.test for step in steps]))
    return _loose(context, nodes, [], "element", steps, compile_tree)


def _indexable(tree: Tree) -> tuple[str, Tree, Tree | None] | None:
    """`name = (something that does not look at the element)`, alone or first in an `and`, if the predicate is that.

    Gives the child's name, the other side, and what else the predicate says.
    """
    others: Tree | None = None
    if isinstance(tree, Operation) and tree.operator == "and":
        rest = tree.operands[1:]
        others = rest[0] if len(rest) == 1 else Operation("and", rest, tree.at)
        tree = tree.operands[0]
    if not isinstance(tree, Operation) or tree.operator != "=" or len(tree.operands) != 2:
        return None
    for one, other in (tree.operands, reversed(tree.operands)):
        name = _child_name(one)
        if name is not None and _is_outside(other):
            return name, other, others
    return None


def _child_name(tree: Tree) -> str | None:
    if not isinstance(tree, Path) or tree.start != "" or tree.predicates:
        return None
    steps = [step for step in tree.steps if not (step.axis == "self" and step.test == "node()")]
    if len(steps) != 1 or steps[0].predicates or steps[0].axis != "child":
        return None
    test = steps[0].test
    return None if test.endswith("()") or test == "*" else test


def _is_outside(tree: Tree) -> bool:
    """Whether an expression gives a text that does not depend on the element looked at."""
    if isinstance(tree, String):
        return True
    if isinstance(tree, Path):
        if any(step.predicates for step in tree.steps) or tree.predicates:
            return False
        return tree.start == "/" or (isinstance(tree.start, Call) and tree.start.name == "current")
    return False


def _by_index(fixed: list[Element], name: str, code: Code, context: Context) -> NodesOf:
    """The elements whose child `name` is a text: found by an index that is made when first wanted."""
    index: dict[str, list[Element]] = {}
    text = code.text
    outside = _outside(context)
    many = code.texts if code.kind == "many" else None

    def find(place: Place) -> list[Element]:
        if not index:
            # Made whole before it is shared: two threads may both make it, and make the same.
            made: dict[str, list[Element]] = {"": []}
            for element in fixed:
                for value in dict.fromkeys(child.text for child in element.named(name)):
                    made.setdefault(value, []).append(element)
            index.update(made)
        item = Item(None, 1, 1, outside(place))
        if many is None:
            return index.get(text(item), [])
        wanted = set(many(item))
        return [element for element in fixed if any(child.text in wanted for child in element.named(name))]

    return find


def _down(nodes: NodesOf, names: list[str]) -> NodesOf:
    """Children of children by name."""

    def find(place: Place) -> list[Any]:
        found = nodes(place)
        for name in names:
            found = [
                child
                for element in found
                for child in (element.children if name == "*" else element.named(name))
            ]
        return found

    return find


def _elements_code(context: Context, nodes: NodesOf) -> NodesCode:
    def text(place: Place) -> str:
        found = nodes(place)
        return found[0].text if found else ""

    return NodesCode(
        context,
        "many",
        text=text,
        texts=lambda place: [element.text for element in nodes(place)],
        nodes=nodes,
        looking="element",
        targets=[],
        scope=None,
    )


def _from_item_element(context: Context, steps: list[Step], compile_tree: CompileTree) -> NodesCode:
    """A path from the element a predicate (or an itemset) looks at."""
    steps = [
        step for step in steps if not (step.axis == "self" and step.test == "node()" and not step.predicates)
    ]
    nodes: NodesOf = lambda place: [place.node]  # noqa: E731
    if not all(
        step.axis == "child" and not step.predicates and not step.test.endswith("()") for step in steps
    ):
        return _loose(context, nodes, [], "element", steps, compile_tree)
    code = _elements_code(context, _down(nodes, [step.test for step in steps]))
    if len(steps) == 1 and steps[0].test != "*":
        name = steps[0].test
        code._text = lambda place: place.node.first(name)
        code._texts = lambda place: [child.text for child in place.node.named(name)]
    return code


# --- everything else ----------------------------------------------------------------------------------------


def _loose(
    context: Context,
    nodes: NodesOf,
    targets: list[Node],
    looking: Looking,
    steps: list[Step],
    compile_tree: CompileTree,
    *,
    document: bool = False,
    fixed: list[Element] | None = None,
    weak: bool = False,
) -> NodesCode:
    """A path by its axes, over whatever nodes there are when it is evaluated."""
    takes: list[Callable[[list[Any], Place], list[Any]]] = []
    for step in steps:
        if looking != "element":
            targets, document = _reach(context, targets, document, step)
        takes.append(_axis_step(context, looking, targets, step, compile_tree))
    if any(step.predicates for step in steps):
        weak = weak or any(context.is_within(repeat) for node in targets for repeat in _repeats_around(node))

    def find(place: Place) -> list[Any]:
        found = nodes(place)
        for take in takes:
            found = take(found, place)
        return found

    def text(place: Place) -> str:
        found = find(place)
        return axes.text_of_node(found[0]) if found else ""

    return NodesCode(
        context,
        "many",
        text=text,
        texts=lambda place: [axes.text_of_node(node) for node in find(place)],
        nodes=find,
        looking=looking,
        targets=targets,
        scope=context.names.root.scope,
        weak=weak,
    )


def _reach(context: Context, targets: list[Node], document: bool, step: Step) -> tuple[list[Node], bool]:
    """Which nodes as written a step can lead to; says that their rows are read."""
    found = dict.fromkeys(axes.reachable(targets, step.axis, step.test))
    still_document = False
    root = context.names.root
    if document:
        if step.axis == "child" and step.test in ("*", "node()", root.name):
            found[root] = None
        if step.axis in ("descendant", "descendant-or-self"):
            found.update(
                dict.fromkeys(node for node in root.all() if step.test in ("*", "node()", node.name))
            )
        still_document = step.axis in ("self", "descendant-or-self") and step.test == "node()"
    if step.axis in ("parent", "ancestor", "ancestor-or-self") and step.test == "node()":
        still_document = True
    named = not step.test.endswith("()") and step.test != "*"
    if named and not found and step.axis not in ("attribute", "self") and (targets or document):
        raise Fault(f"there is no {step.test!r} here in this form", step.at, "Correct the name or the path.")
    spend(len(found) * 4)
    for node in found:
        if node.scope is root.scope and not node.is_repeat:
            continue  # in no repeat
        for repeat in _repeats_around(node):
            context.read(repeat, root.scope, "rows", weak=True)
    return list(found), still_document


def _axis_step(
    context: Context, looking: Looking, targets: list[Node], step: Step, compile_tree: CompileTree
) -> Callable[[list[Any], Place], list[Any]]:
    axis = axes.AXES[step.axis]
    name, test = step.axis, step.test
    keeps = [_node_filter(context, looking, targets, tree, compile_tree) for tree in step.predicates]
    passes = axes.passes

    def take(found: list[Any], place: Place) -> list[Any]:
        reached: list[Any] = []
        for node in found:
            every = list(axis(node))
            spend(len(every) * 4)
            here = [other for other in every if passes(other, name, test)]
            for keep in keeps:
                here = keep(here, place)
            reached.extend(here)
        if len(found) > 1 or name in axes.REVERSE_AXES:
            return axes.in_order(reached)
        return reached

    return take


def union(context: Context, parts: list[NodesCode]) -> NodesCode:
    """The nodes of several paths together, each once, in document order."""
    sources = [part.nodes for part in parts]
    looking: Looking = parts[0].looking if len({part.looking for part in parts}) == 1 else "unknown"

    def find(place: Place) -> list[Any]:
        return axes.in_order([node for source in sources for node in source(place)])

    def text(place: Place) -> str:
        found = find(place)
        return axes.text_of_node(found[0]) if found else ""

    return NodesCode(
        context,
        "many",
        text=text,
        texts=lambda place: [axes.text_of_node(node) for node in find(place)],
        nodes=find,
        looking=looking,
        targets=[target for part in parts for target in part.targets],
        scope=context.names.root.scope,
    )
