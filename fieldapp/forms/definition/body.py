"""The body of an XForm: which control asks for which node, labels, appearances, repeats, actions.

Promises: an element, a control or an event that is not known is a mistake, never passed over.
Never here: expressions compiled (`building`), widgets.
Source: ODK XForms specification, "Body", "Actions", "Events".
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element as XmlElement

from fieldapp.forms.definition.reading import JAVAROSA, XHTML, attribute, local_name, split_name

CONTROLS = {
    "input": "input",
    "secret": "input",
    "textarea": "input",
    "select1": "select1",
    "select": "select",
    "trigger": "trigger",
    "upload": "upload",
    "range": "range",
    "rank": "rank",
}
ACTIONS = frozenset(("setvalue", "setgeopoint", "recordaudio"))
EVENTS = frozenset(
    (
        "odk-instance-first-load",
        "odk-instance-load",
        "odk-new-repeat",
        "xforms-value-changed",
        "xforms-ready",
        "xforms-revalidate",
    )
)
_AROUND = frozenset(
    ("label", "hint", "item", "itemset", "value", "help", "alert", "choices", "copy", "output", "extension")
)


def absolute(path: str, around: str) -> str:
    """A path from the root: `../b` beside `/data/r/a` is `/data/r/b`. One with a predicate stays as it is."""
    path = path.strip().removeprefix("current()/")
    if path[:1] in ("", "/") or "[" in path:
        return path
    steps = around.split("/")
    for step in path.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


class BodyControl:
    """One control or group of the body, before its node is found."""

    __slots__ = ("element", "label_from", "path", "tag")

    def __init__(self, tag: str, path: str, element: XmlElement, label_from: XmlElement | None) -> None:
        self.tag = tag
        self.path = path
        self.element = element
        self.label_from = label_from
        """The element whose label and hint are the node's."""


class BodyAction:
    """One action, and the control or repeat it stands in."""

    __slots__ = ("element", "inside", "path")

    def __init__(self, element: XmlElement, inside: str | None, path: str | None) -> None:
        self.element = element
        self.inside = inside
        self.path = path
        """The node it sets."""


class Body:
    """What a body holds, flat, in document order."""

    __slots__ = ("_bind_paths", "_problem", "actions", "controls", "repeats")

    def __init__(
        self,
        body: XmlElement | None,
        root: str,
        bind_paths: dict[str, str],
        problem: Callable[[str, str, str], None],
    ) -> None:
        self.controls: list[BodyControl] = []
        self.actions: list[BodyAction] = []
        self.repeats: dict[str, XmlElement] = {}
        self._bind_paths = bind_paths
        self._problem = problem
        if body is not None:
            self._read(body, None, root)

    def path_of(self, element: XmlElement, around: str, *names: str) -> str | None:
        """The path a control refers to, by `ref`, `nodeset` or a bind's id; it may be relative to what is `around`."""
        for name in names:
            value = element.get(name)
            if value is not None:
                return absolute(value, around)
        bind = element.get("bind")
        return self._bind_paths.get(bind) if bind is not None else None

    def _read(self, parent: XmlElement, inside: str | None, around: str) -> None:
        for element in parent:
            tag = local_name(element)
            if tag == "group":
                self._group(element, inside, around)
            elif tag == "repeat":
                self._repeat(element, None, inside, around)
            elif tag in CONTROLS:
                self._control(CONTROLS[tag], element, around)
            elif tag in ACTIONS:
                self.actions.append(
                    BodyAction(element, inside, self.path_of(element, around, "ref", "nodeset"))
                )
            elif split_name(element.tag)[0] == XHTML:
                # A page's own markup is passed over, what stands in it is not.
                self._read(element, inside, around)
            elif tag not in _AROUND:
                self._problem(
                    f"a form element of an unknown kind: <{tag}>",
                    "",
                    "Remove it, or use a known question type.",
                )

    def _group(self, element: XmlElement, inside: str | None, around: str) -> None:
        path = self.path_of(element, around, "ref", "nodeset")
        repeats = [child for child in element if local_name(child) == "repeat"]
        others = [child for child in element if local_name(child) not in ("label", "hint", "repeat")]
        within = path or around
        if (
            len(repeats) == 1
            and not others
            and path in (None, self.path_of(repeats[0], within, "nodeset", "ref"))
        ):
            self._repeat(repeats[0], element, inside, within)
            return
        if path is not None:
            self.controls.append(BodyControl("group", path, element, element))
        self._read(element, inside, within)

    def _repeat(self, element: XmlElement, group: XmlElement | None, inside: str | None, around: str) -> None:
        path = self.path_of(element, around, "nodeset", "ref")
        if path is None:
            self._problem("a repeat without a nodeset", "", "Say which node repeats.")
            return
        self.repeats[path] = element
        control = BodyControl("repeat", path, element, group)
        if group is not None and not element.get("appearance") and group.get("appearance"):
            element.set("appearance", group.get("appearance") or "")
        self.controls.append(control)
        self._read(element, path, path)

    def _control(self, tag: str, element: XmlElement, around: str) -> None:
        path = self.path_of(element, around, "ref", "nodeset")
        if path is None:
            self._problem(f"a <{local_name(element)}> that asks for no node", "", "Give it a ref.")
            return
        self.controls.append(BodyControl(tag, path, element, element))
        for child in element:
            name = local_name(child)
            if name in ACTIONS:
                self.actions.append(BodyAction(child, path, self.path_of(child, path, "ref", "nodeset")))
            elif name not in _AROUND:
                self._problem(f"<{name}> does not belong inside a question", path, "Remove it.")


def repeat_count_of(element: XmlElement) -> str | None:
    """The expression that governs how many rows a repeat has."""
    count = attribute(element, "count", JAVAROSA)
    return count if count is not None and count.strip() else None


def forbids_rows(element: XmlElement) -> bool:
    """Whether a repeat says that nobody adds or removes rows."""
    return (attribute(element, "noAddRemove", JAVAROSA) or "").strip() in ("true()", "true", "1")
