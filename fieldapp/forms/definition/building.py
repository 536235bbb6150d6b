"""XForm XML → a form as written, with every expression compiled and every mistake found.

Promises: either a `Blueprint` whose parts all fit, or `BadForm` with all mistakes at once, each with the node and the
XLSForm column it stands in. Building reads the XML and the files of the form's own folder, nothing else.
Never here: answers; spreadsheets (`check.py` finds the rows of mistakes).
Source: ODK XForms specification, "Bindings", "Body", "Secondary instances", "Actions"; fa: attributes of protocol.md
section 5.7 and architecture.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element as XmlElement

from fieldapp.forms.definition import body as bodies
from fieldapp.forms.definition import sources
from fieldapp.forms.definition.choices import ChoiceSource, ListedChoices, WrittenChoices, caution_of
from fieldapp.forms.definition.graph import Computation, Graph, What, strong_cycles
from fieldapp.forms.definition.model import Bind, Control, Element, Node, Scope
from fieldapp.forms.definition.reading import (
    FIELDAPP,
    JAVAROSA,
    OPENROSA,
    XFORMS,
    child,
    local_name,
    parse_xml,
    prefixes_of,
    split_name,
)
from fieldapp.forms.definition.structure import Seed, Structure, with_meta
from fieldapp.forms.definition.texts import Itext, Text, TextMaker, raw_pieces
from fieldapp.forms.face import BadForm, Media, Merge, Problem, QuestionType
from fieldapp.forms.values import BIND_TYPES, fitting
from fieldapp.forms.values import range as ranges
from fieldapp.forms.xpath.code import Code, Item, TextCode
from fieldapp.forms.xpath.compiler import compile_text
from fieldapp.forms.xpath.context import Context, Fault, Looking, Names
from fieldapp.forms.xpath.effort import renew
from fieldapp.forms.xpath.numbers import read_number
from fieldapp.forms.xpath.parser import Malformed
from fieldapp.forms.xpath.paths import NodesCode

_ITEXT_REFERENCE = re.compile(r"\s*jr:itext\(\s*(?:'([^']*)'|\"([^\"]*)\")\s*\)\s*\Z")
_TRUE = ("true()", "true", "1")
_FALSE = ("false()", "false", "0", "")
_MERGES: tuple[Merge, ...] = ("narrative", "set", "list", "value", "caution")
_CLOCK = re.compile(r"\b(today|now)\s*\(")
PROBLEMS_MAX = 200

NODES_MAX = 30_000
"""Nodes of the primary instance: a second's work. The largest public form has 5,000."""


class Action:
    """Something that sets a node when an event happens."""

    __slots__ = ("closure", "events", "rows", "scope", "source", "target")

    def __init__(
        self, target: Node, events: frozenset[str], source: Node | None, closure: Callable[[Any], str]
    ) -> None:
        self.target = target
        self.events = events
        self.source = source
        self.closure = closure
        self.scope: Scope = target.scope
        """In whose rows it is run when an event comes."""
        self.rows: Callable[[Any], list[Any]] | None = None
        """The rows whose target it sets, from a row of the scope, where predicates choose them."""


class Blueprint:
    """Everything an instance needs of a form."""

    __slots__ = (
        "actions",
        "by_path",
        "graph",
        "id",
        "instance_id",
        "itext",
        "names",
        "root",
        "scopes",
        "seed",
        "templates",
        "texts",
        "title",
        "version",
    )

    root: Node
    seed: Seed
    templates: dict[Scope, Seed]
    scopes: list[Scope]
    by_path: dict[str, Node]
    actions: list[Action]
    graph: Graph
    itext: Itext
    names: Names
    texts: TextMaker
    title: str
    id: str
    version: str
    instance_id: Node | None


def build(data: bytes, media: Media | None) -> Blueprint:
    """The blueprint of a form. Raises `BadForm` with every mistake."""
    renew()
    return _Builder(data, media).build()


class _Builder:
    """One form being built."""

    def __init__(self, data: bytes, media: Media | None) -> None:
        self.media = media
        self.data = data
        self.problems: list[Problem] = []
        document = parse_xml(data)
        self.prefixes = prefixes_of(data)
        head, self.body = child(document, "head"), child(document, "body")
        if local_name(document) == "model":
            head = document
        model = child(head, "model") if head is not None and local_name(head) != "model" else head
        if model is None:
            raise BadForm(
                (Problem("This is not an XForm: it has no model.", "Convert the spreadsheet again."),)
            )
        self.model = model
        title = child(head, "title") if head is not None else None
        self.title = " ".join("".join(title.itertext()).split()) if title is not None else ""
        self.by_path: dict[str, Node] = {}
        self._columns: dict[str, Code] = {}
        self.computations: list[Computation] = []
        self.actions: list[Action] = []

    # -- the whole --------------------------------------------------------------------------------------------

    def build(self) -> Blueprint:
        primary = self._primary()
        root = f"/{local_name(primary)}"
        bind_elements = [element for element in self.model if local_name(element) == "bind"]
        bind_paths = {
            identity: bodies.absolute(element.get("nodeset", ""), root)
            for element in bind_elements
            if (identity := element.get("id")) is not None
        }
        body = bodies.Body(self.body, root, bind_paths, self.problem)
        added = with_meta(primary)
        structure = Structure(primary, set(body.repeats), self.prefixes, self.data, added)
        self.structure = structure
        self.root = structure.root
        if added:
            self._preload_instance_id()
        for node in self.root.all():
            self.by_path[node.path] = node
        for path in body.repeats:
            self._must_exist(path, "a repeat")
        self._attributes(
            [
                *(bodies.absolute(element.get("nodeset", ""), self.root.path) for element in bind_elements),
                *(action.path or "" for action in self._all_actions(body)),
            ]
        )
        self.itext = Itext()
        for element in self.model:
            if local_name(element) == "itext":
                self.itext.read(element)
        self.names = Names(self.root, self._instances())
        self.texts = TextMaker(self.itext, self._output)
        self.names.render = self._render
        self._binds(bind_elements)
        self._controls(body)
        self._types()
        self._choices()
        self._expressions(body)
        self._texts()
        self._actions(body)
        self._cycles()
        if self.problems:
            raise BadForm(tuple(self.problems[:PROBLEMS_MAX]))
        return self._blueprint()

    def problem(self, message: str, place: str, what_to_do: str = "", column: str | None = None) -> None:
        """Note a mistake."""
        found = Problem(message, what_to_do, column=column, place=place)
        if found not in self.problems:
            self.problems.append(found)

    def _primary(self) -> XmlElement:
        for element in self.model:
            if local_name(element) == "instance":
                root = next(iter(element), None)
                if root is None:
                    break
                if sum(1 for _ in root.iter()) > NODES_MAX:
                    message = f"The form has more than {NODES_MAX} questions and groups."
                    raise BadForm((Problem(message, "Split the form."),))
                return root
        raise BadForm((Problem("The form has no instance.", "Convert the spreadsheet again."),))

    def _instances(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        elements = [element for element in self.model if local_name(element) == "instance"]
        for element in elements[1:]:
            identity = element.get("id")
            if identity is None:
                self.problem("a secondary instance without an id", "", "Give it an id.")
                continue
            source = element.get("src")
            if source is None:
                found[identity] = sources.from_tree(element)
                continue
            try:
                found[identity] = sources.load_source(source, self.media)
            except BadForm as refused:
                self.problems.extend(refused.problems)
                found[identity] = Element("instance")
        return found

    def _preload_instance_id(self) -> None:
        """The instanceID that was added gets its value as one that was written would."""
        for meta in self.root.children:
            if meta.name.rpartition(":")[2] == "meta" and meta.namespace in ("", XFORMS, OPENROSA):
                identity = meta.by_name.get("instanceID")
                if identity is not None:
                    identity.preload = ("uid", "")

    def _find(self, path: str) -> Node | None:
        node = self.by_path.get(path)
        if node is None and path.startswith("/"):
            # A path may leave out the prefix that an element was written with.
            names = path.split("/")[1:]
            at: Node | None = self.root if names[0].rpartition(":")[2] == self.root.name else None
            for name in names[1:]:
                at = at.by_name.get(name) if at is not None else None
            node = at
        return node

    def _must_exist(self, path: str, what: str, column: str | None = None) -> Node | None:
        node = self._find(path)
        if node is None:
            self.problem(
                f"{what} refers to {path}, which is not in the form", path, "Correct the name.", column
            )
        return node

    # -- binds ------------------------------------------------------------------------------------------------

    def _attributes(self, paths: list[str]) -> None:
        """Attributes that a bind or an action names become nodes: entities keep their ids there."""
        for path in paths:
            before, mark, name = path.rpartition("/@")
            owner = self.by_path.get(before)
            if not mark or owner is None or path in self.by_path or name not in owner.attributes:
                continue
            node = Node(name, "", owner, "question")
            node.path, node.form_path = path, f"{owner.form_path}/@{name}"
            node.is_attribute = True
            node.order, node.number_after = owner.order, owner.order + 1
            node.default = owner.attributes.pop(name)
            owner.attribute_nodes.append(node)
            owner.by_name[f"@{name}"] = node
            node.enter(owner.scope)
            seeds = [self.structure.seed, *self.structure.templates.values()]
            for seed in _all_seeds(seeds):
                if len(seed.values) == node.slot:
                    seed.values.append(node.default)
            self.by_path[path] = node

    def _binds(self, binds: list[XmlElement]) -> None:
        for element in binds:
            nodeset = element.get("nodeset")
            if nodeset is None:
                self.problem("a bind without a nodeset", "", "Say which node it is of.")
                continue
            node = self._must_exist(bodies.absolute(nodeset, self.root.path), "a bind")
            if node is not None:
                self._bind(node, element)

    def _bind(self, node: Node, element: XmlElement) -> None:
        bind = node.bind
        given = element.attrib
        for name in ("relevant", "required", "readonly", "constraint", "calculate"):
            value = given.get(name)
            if value is not None:
                setattr(bind, name, value)
        kind = given.get("type")
        if kind is not None:
            bind.type = kind.strip()
        for key, value in given.items():
            if key[:1] == "{":
                namespace, local = split_name(key)
                if namespace in (FIELDAPP, JAVAROSA):
                    bind.attributes[local] = value
        preload = bind.attributes.get("preload")
        if preload:
            node.preload = (preload, bind.attributes.get("preloadParams", ""))
        merge = bind.attributes.get("merge")
        if merge is not None and merge not in _MERGES:
            self.problem(
                f"{merge!r} is not a merge type",
                node.path,
                f"Use one of {', '.join(_MERGES)}.",
                "bind::fa:merge",
            )

    # -- body -------------------------------------------------------------------------------------------------

    def _controls(self, body: bodies.Body) -> None:
        for found in body.controls:
            node = self._must_exist(found.path, f"a <{local_name(found.element)}>")
            if node is None:
                continue
            if found.tag == "group":
                if node.kind == "question":
                    node.kind = "group"
            elif found.tag == "repeat":
                node.rows_fixed = bodies.repeat_count_of(found.element) is not None or bodies.forbids_rows(
                    found.element
                )
            elif node.children:
                self.problem("a question that asks for a group", node.path, "Ask for a question.")
                continue
            if node.control is not None and found.tag != "group":
                if node.control.tag not in ("group", "repeat"):
                    self.problem("two questions ask for the same node", node.path, "Remove one.")
                continue
            node.control = self._control(found)

    def _control(self, found: bodies.BodyControl) -> Control:
        control = Control(found.tag)
        element = found.element
        control.element = found
        appearance = element.get("appearance") or ""
        control.appearance = tuple(appearance.split())
        control.media_type = element.get("mediatype") or ""
        control.attributes = {split_name(key)[1]: value for key, value in element.attrib.items()}
        control.parameters = {
            key: value
            for key, value in control.attributes.items()
            if key not in ("ref", "nodeset", "bind", "appearance", "mediatype", "count", "noAddRemove")
        }
        if re.search(r"(^|\s)(ex:|printer:|search\s*\()", appearance):
            self.problem(
                f"the appearance {appearance.split('(')[0]!r} calls another program, which a desktop has not",
                found.path,
                "Use a list, a file (select_one_from_file) or pulldata().",
                "appearance",
            )
        return control

    def _types(self) -> None:
        for node in self.root.all():
            self._type(node)

    def _type(self, node: Node) -> None:
        bind, control = node.bind, node.control
        kind = bind.type.rpartition(":")[2] if not bind.type.startswith("odk:") else bind.type
        tag = control.tag if control is not None else ""
        if kind not in BIND_TYPES:
            self.problem(f"{bind.type!r} is not a type of answers", node.path, "Use a known type.", "type")
            kind = "string"
        if node.kind == "question":
            node.fit = fitting(kind, tag)
            node.select = {"select1": "one", "select": "many", "rank": "rank"}.get(tag, "")
            if tag == "range" and control is not None:
                self._range(node, control)
            node.type = _question_type(node, kind, tag)
        node.readonly_always = (bind.readonly or "").strip() in _TRUE
        node.required_always = (bind.required or "").strip() in _TRUE
        node.merge = _merge_type(node)

    def _range(self, node: Node, control: Control) -> None:
        bounds = [read_number(control.attributes.get(name, "")) for name in ("start", "end", "step")]
        if any(value != value for value in bounds):
            self.problem("a range needs start, end and step", node.path, "Give all three.", "parameters")
            return
        node.fit = ranges.fitting(bounds[0], bounds[1], node.fit)

    # -- expressions ------------------------------------------------------------------------------------------

    def _compile(self, context: Context, text: str, place: str, column: str | None) -> Code | None:
        """The code of an expression, or None after noting what is wrong with it."""
        if not text.strip():
            self.problem("an expression is empty", place, "Remove it or complete it.", column)
            return None
        try:
            return compile_text(context, text)
        except Malformed as mistake:
            self.problem(
                f"{mistake.message}, at column {mistake.at + 1} of {_shortened(text)}", place, "", column
            )
        except Fault as mistake:
            self.problem(
                f"{mistake.message} (column {mistake.at + 1} of {_shortened(text)})",
                place,
                mistake.what_to_do,
                column,
            )
        return None

    def _computation(
        self, what: What, node: Node, text: str, scope: Scope | None = None, top: Node | None = None
    ) -> Computation | None:
        context = Context(self.names, top or node)
        computation = Computation(what, node, scope or node.scope, None, context.reads)
        code = self._compile(context, text, node.path, computation.column)
        if code is None:
            return None
        if what == "calculate":
            computation.closure = code.text
        elif what == "count":
            computation.closure = code.number
        else:
            computation.closure = code.boolean
        computation.translated = bool(context.translated)
        computation.timely = what != "calculate" and bool(_CLOCK.search(text))
        self.computations.append(computation)
        return computation

    def _expressions(self, body: bodies.Body) -> None:
        for node in self.root.all():
            self._bind_expressions(node)
        for path, element in body.repeats.items():
            repeat = self.by_path.get(path)
            count = bodies.repeat_count_of(element)
            if repeat is None or count is None or repeat.parent is None:
                continue
            stand_in = _stand_in(repeat)
            repeat.repeat_count = self._computation("count", repeat, count, repeat.outer.scope, stand_in)

    def _bind_expressions(self, node: Node) -> None:
        bind = node.bind
        if bind.relevant is not None and bind.relevant.strip() not in _TRUE:
            node.relevance = self._computation("relevant", node, bind.relevant)
        if bind.calculate is not None and node.kind == "question":
            node.calculation = self._computation("calculate", node, bind.calculate)
        if bind.required is not None and not node.required_always and bind.required.strip() not in _FALSE:
            node.required_slot = self._flag(self._computation("required", node, bind.required))
        if bind.readonly is not None and not node.readonly_always and bind.readonly.strip() not in _FALSE:
            node.readonly_slot = self._flag(self._computation("readonly", node, bind.readonly))
        if bind.constraint is not None and bind.constraint.strip() not in _TRUE and node.kind == "question":
            constraint = self._computation("constraint", node, bind.constraint)
            node.constraint_slot = self._flag(constraint)

    def _flag(self, computation: Computation | None) -> int:
        if computation is None:
            return -1
        scope = computation.scope
        computation.flag = scope.flags
        scope.flags += 1
        scope.initial_flags.append(computation.what == "constraint")
        return computation.flag

    # -- choices ----------------------------------------------------------------------------------------------

    def _choices(self) -> None:
        for node in self.root.all():
            control = node.control
            if control is not None and node.select:
                control.choices = self._choice_source(node, control)

    def _choice_source(self, node: Node, control: Control) -> ChoiceSource | None:
        element = control.element.element
        itemset = child(element, "itemset")
        if itemset is not None:
            return self._itemset(node, itemset)
        before = len(self.computations)
        items: list[tuple[str, Text | None]] = []
        for item in element:
            if local_name(item) != "item":
                continue
            value = child(item, "value")
            label = child(item, "label")
            name = (value.text or "").strip() if value is not None else ""
            items.append((name, self._text(node, label, "label") if label is not None else None))
        written = WrittenChoices(items)
        written.reads = [read for computation in self.computations[before:] for read in computation.reads]
        return written

    def _itemset(self, node: Node, itemset: XmlElement) -> ChoiceSource | None:
        nodeset = itemset.get("nodeset") or itemset.get("ref") or ""
        context = Context(self.names, node)
        code = self._compile(context, nodeset, node.path, "choice_filter")
        if code is None:
            return None
        if not isinstance(code, NodesCode):
            self.problem("choices must come from a list", node.path, "", "choice_filter")
            return None
        value_element, label_element = child(itemset, "value"), child(itemset, "label")
        value_ref = value_element.get("ref") if value_element is not None else None
        if value_ref is None:
            self.problem(
                "choices need a value", node.path, "Say which column holds their names.", "parameters"
            )
            return None
        known = code.targets[0] if code.looking == "row" and len(code.targets) == 1 else None
        looking: Looking = (
            "element" if code.looking == "element" else ("row" if known is not None else "unknown")
        )
        value_ref = value_ref.strip()
        inner = context.inside(looking, known, weak=False)
        value = self._column(inner, value_ref, node, looking)
        if value is None:
            return None
        label_ref = label_element.get("ref") if label_element is not None else None
        label_context = Context(self.names, node).inside(looking, known, weak=False)
        label = self._column(label_context, label_ref.strip(), node, looking) if label_ref else None
        uses_chance = nodeset.strip().startswith("randomize(")
        changes = code.fixed is None or bool(context.reads)
        nodes = code.nodes
        if known is not None:
            nodes = _rows_only(nodes)
        label_text = label.text if label is not None else None
        source = ListedChoices(
            nodes,
            value.text,
            (lambda item, language: label_text(item)) if label_text is not None else None,
            fixed=code.fixed,
            caution=caution_of,
            changes=changes,
        )
        if source.written is None:
            source.written = _written_elements(self.names, nodeset)
        if changes and (context.reads or not uses_chance):
            computation = Computation("choices", node, node.scope, None, context.reads)
            computation.timely = bool(_CLOCK.search(nodeset))
            self.computations.append(computation)
            node.choices_computation = computation
        self._text_reads(node, label_context)
        before = len(self.computations)
        self._choice_texts(node, source)
        source.reads = [*context.reads, *label_context.reads]
        for computation in self.computations[before:]:
            source.reads.extend(computation.reads)
        return source

    def _column(self, context: Context, name: str, node: Node, looking: Looking) -> Code | None:
        """The code of a choice's name or label, for lists of the form the same for every question that uses one."""
        if looking != "element" or not name.replace("_", "").isalnum():
            return self._compile(context, name, node.path, "parameters")
        code = self._columns.get(name)
        if code is None:
            code = self._columns[name] = TextCode(lambda place: place.node.first(name))
        return code

    def _choice_texts(self, node: Node, source: ListedChoices) -> None:
        """Compile the texts of written choices that show answers, so that mistakes are found and reads known."""
        for element in source.written or ():
            identity = element.first("itextId")
            if identity:
                raw = self.itext.by_language(identity)
                if any(kind == "output" for pieces in raw.values() for kind, _ in pieces):
                    self.texts.translated(node, identity, "text")

    # -- texts ------------------------------------------------------------------------------------------------

    def _output(self, node: Node, expression: str, owner: str) -> Callable[[Any], str]:
        context = Context(self.names, node)
        code = self._compile(context, expression, node.path, "label")
        if code is None:
            return lambda place: ""
        text = code.text
        self._text_reads(node, context)
        return text

    def _text_reads(self, node: Node, context: Context) -> None:
        if context.reads:
            self.computations.append(Computation("text", node, node.scope, None, context.reads))

    def _render(self, identity: str, node: Node) -> Text | None:
        return self.texts.translated(node, identity, "text")

    def _text(self, node: Node, element: XmlElement, owner: str) -> Text | None:
        reference = element.get("ref")
        if reference is None:
            return self.texts.inline(node, raw_pieces(element), owner)
        match = _ITEXT_REFERENCE.match(reference)
        if match is None:
            return self.texts.inline(node, (("output", reference),), owner)
        identity = match[1] if match[1] is not None else match[2]
        text = self.texts.translated(node, identity, owner)
        if text is None and not self.itext.has(identity):
            self.problem(f"there is no text {identity!r} in any language", node.path, "", "label")
        return text

    def _message(self, node: Node, written: str | None) -> Text | None:
        if not written:
            return None
        match = _ITEXT_REFERENCE.match(written)
        if match is None:
            return self.texts.inline(node, (("text", written),), "text")
        return self.texts.translated(node, match[1] if match[1] is not None else match[2], "text")

    def _texts(self) -> None:
        for node in self.root.all():
            control = node.control
            if control is not None and control.element.label_from is not None:
                label = child(control.element.label_from, "label")
                hint = child(control.element.label_from, "hint")
                if label is not None:
                    control.label = self._text(node, label, "text")
                if hint is not None:
                    control.hint = self._text(node, hint, "text")
            node.constraint_message = self._message(node, node.bind.attributes.get("constraintMsg"))
            node.required_message = self._message(node, node.bind.attributes.get("requiredMsg"))

    # -- actions ----------------------------------------------------------------------------------------------

    def _all_actions(self, body: bodies.Body) -> list[bodies.BodyAction]:
        """The actions of the model, then those of the body."""
        found = [
            bodies.BodyAction(element, None, body.path_of(element, self.root.path, "ref", "nodeset"))
            for element in self.model
            if local_name(element) in bodies.ACTIONS
        ]
        return [*found, *body.actions]

    def _actions(self, body: bodies.Body) -> None:
        for action in self._all_actions(body):
            self._action(action)

    def _action(self, action: bodies.BodyAction) -> None:
        element = action.element
        path = action.path
        events = frozenset((element.get("event") or _event_of(element) or "").split())
        place = path or action.inside or ""
        unknown = events - bodies.EVENTS
        if unknown or not events:
            named = ", ".join(sorted(unknown)) or "none"
            self.problem(f"an action waits for an unknown event: {named}", place, "Use a known event.")
            return
        if path is None:
            self.problem("an action that sets no node", place, "Give it a ref.")
            return
        source = self._find(action.inside) if action.inside is not None else None
        rows = None
        if "[" in path:
            chosen = self._chosen(path, source or self.root)
            if chosen is None:
                return
            target, rows = chosen
        else:
            found = self._must_exist(path, "an action", "trigger")
            if found is None:
                return
            target = found
        if local_name(element) != "setvalue":
            return
        closure = self._action_value(target, element)
        if closure is None:
            return
        made = Action(target, events, source, closure)
        if rows is not None:
            made.rows = rows
            made.scope = (source or self.root).scope
        self.actions.append(made)
        if "xforms-value-changed" in events and source is not None and not source.children:
            source.action_sources.append(made)

    def _chosen(self, path: str, source: Node) -> tuple[Node, Callable[[Any], list[Any]]] | None:
        """The node that a path with predicates names, and what gives its rows from a row of the source."""
        code = self._compile(Context(self.names, source), path, source.path, "trigger")
        if code is None:
            return None
        if not isinstance(code, NodesCode) or len(code.targets) != 1 or code.looking != "row":
            self.problem(f"an action must set one question: {path}", source.path, "Name one node.", "trigger")
            return None
        return code.targets[0], _rows_only(code.nodes)

    def _action_value(self, target: Node, element: XmlElement) -> Callable[[Any], str] | None:
        value = element.get("value")
        if value is None:
            literal = element.text or ""
            return lambda place: literal
        if not value.strip():
            return lambda place: ""
        context = Context(self.names, target)
        code = self._compile(context, value, target.path, "default")
        return None if code is None else code.text

    # -- the end ----------------------------------------------------------------------------------------------

    def _cycles(self) -> None:
        for around in strong_cycles(self.computations):
            names = ", ".join(dict.fromkeys(one.node.path for one in around))
            first = around[0]
            self.problem(
                f"these wait for each other and can never be decided: {names}",
                first.node.path,
                "Let one of them not depend on the others.",
                first.column,
            )

    def _blueprint(self) -> Blueprint:
        made = Blueprint()
        made.root = self.root
        made.seed = self.structure.seed
        made.templates = self.structure.templates
        made.scopes = list(self.root.scope.all())
        made.by_path = self.by_path
        made.actions = self.actions
        made.itext = self.itext
        made.names = self.names
        made.texts = self.texts
        made.title = self.title
        made.id = self.root.attributes.get("id") or self.root.namespace or self.root.name
        made.version = self.root.attributes.get("version") or ""
        made.instance_id = self._find(f"{self.root.path}/meta/instanceID")
        for scope in made.scopes:
            scope.initial_own = [True] * len(scope.nodes)
            scope.initial_relevant = [True] * len(scope.nodes)
        for computation in self.computations:
            if computation.what == "constraint":
                self._reads_itself(computation)
        for node in self.root.all():
            demands = node.required_always or node.required_slot >= 0 or node.constraint_slot >= 0
            if demands and node.kind == "question":
                node.scope.demanding.append(node)
        made.graph = Graph(self.computations)
        return made

    def _reads_itself(self, computation: Computation) -> None:
        """A constraint is looked at whenever its own answer changes, even one that never looks at it."""
        from fieldapp.forms.xpath.context import Read

        node = computation.node
        computation.reads.append(Read(node, node.scope, "value", weak=True))


def _all_seeds(seeds: list[Seed]) -> list[Seed]:
    found: list[Seed] = []
    waiting = list(seeds)
    while waiting:
        seed = waiting.pop()
        found.append(seed)
        waiting.extend(row for rows in seed.inner for row in rows)
    return found


def _event_of(element: XmlElement) -> str | None:
    """The event attribute, in the namespace of XML Events where it has one."""
    return next((value for key, value in element.attrib.items() if split_name(key)[1] == "event"), None)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 120 else f"{text[:117]}…"


def _rows_only(nodes: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    """Rows instead of (row, node) pairs: what expressions about a known node stand in."""
    return lambda row: [pair[0] for pair in nodes(row)]


def _stand_in(repeat: Node) -> Node:
    """A node beside the repeat, for expressions about all of its rows (its count)."""
    node = Node.__new__(Node)
    for slot in Node.__slots__:
        if hasattr(repeat, slot):
            setattr(node, slot, getattr(repeat, slot))
    node.scope = repeat.outer.scope
    node.kind = "group"
    return node


_LIST_REFERENCE = re.compile(r"instance\(\s*['\"]([^'\"]+)['\"]\s*\)/(\w+)/(\w+)")


def _written_elements(names: Names, nodeset: str) -> tuple[Element, ...] | None:
    """The whole list behind a filtered one, for printing without an instance."""
    match = _LIST_REFERENCE.search(nodeset)
    instance = names.instances.get(match[1]) if match else None
    if match is None or instance is None:
        return None
    return tuple(item for root in instance.named(match[2]) for item in root.named(match[3]))


_INPUTS: dict[str, QuestionType] = {
    "int": "integer",
    "integer": "integer",
    "long": "integer",
    "short": "integer",
    "byte": "integer",
    "decimal": "decimal",
    "double": "decimal",
    "float": "decimal",
    "date": "date",
    "time": "time",
    "dateTime": "dateTime",
    "barcode": "barcode",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
}
_CONTROL_TYPES: dict[str, QuestionType] = {
    "select1": "select_one",
    "select": "select_multiple",
    "rank": "rank",
    "trigger": "acknowledge",
    "range": "range",
}


def _question_type(node: Node, kind: str, tag: str) -> QuestionType:
    if not tag or tag == "group":
        return "metadata" if node.preload or "/meta/" in f"{node.path}/" else "calculate"
    if tag == "upload":
        media = (node.control.media_type if node.control else "").partition("/")[0]
        return media if media in ("image", "audio", "video") else "file"  # type: ignore[return-value]
    if tag in _CONTROL_TYPES:
        return _CONTROL_TYPES[tag]
    if kind == "string" and (node.bind.readonly or "").strip() in _TRUE:
        return "note"
    return _INPUTS.get(kind, "text")


def _merge_type(node: Node) -> Merge:
    """protocol.md section 5.7: what is said, else what the kind of question suggests."""
    said = node.bind.attributes.get("merge")
    if said in _MERGES:
        return said
    if node.is_repeat:
        return "list"
    control = node.control
    if node.select == "many":
        return "set"
    if control is not None and control.tag == "input" and "multiline" in control.appearance:
        return "narrative"
    return "value"


__all__ = ["Action", "Bind", "Blueprint", "build", "Item"]
