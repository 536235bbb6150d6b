"""The face's `Instance`: what a person and a screen may do with a form that is being filled in.

Promises: those of `face.Instance`. Nothing is refused after something has already changed.
Never here: how consequences are found (`settling`), XML (`submission`).
"""

from __future__ import annotations

import uuid as uuids
from collections.abc import Iterator

from fieldapp.forms.definition.building import Blueprint
from fieldapp.forms.definition.model import Node
from fieldapp.forms.face import (
    Changes,
    Choice,
    Definition,
    Key,
    NodeState,
    NotWritable,
    Path,
    UnknownPath,
    Violation,
)
from fieldapp.forms.instance.rows import Row, Rows
from fieldapp.forms.instance.settling import Settling
from fieldapp.forms.instance.submission import write
from fieldapp.forms.xpath.effort import renew
from fieldapp.forms.xpath.moments import now, surroundings, today, zone_of
from fieldapp.ports import Clock, Entropy, uuid7

PRELOADED_PROPERTIES = {
    "deviceid": "test:device",
    "username": "tester",
    "email": "tester@example.org",
    "phonenumber": "0",
}
"""What preloads of the device and the person say. Fieldapp keeps both outside the form (a revision is signed), so these
are the trace command's fixed words."""

Place = tuple[Row, Node]


class LiveInstance(Settling):
    """One form being filled in."""

    def __init__(
        self,
        definition: Definition,
        blueprint: Blueprint,
        *,
        clock: Clock,
        entropy: Entropy,
        seed: int,
        language: str | None,
    ) -> None:
        super().__init__(blueprint)
        self._definition = definition
        self._clock = clock
        self._entropy = entropy
        self._zone = zone_of(clock.zone())
        self.seed = seed
        if language is not None:
            self._check_language(language)
            self.language = language
        self._look_around()
        self.plant(blueprint.seed)
        self._preload()
        self.settle()
        self.run_event(
            ("odk-instance-first-load", "odk-instance-load", "xforms-ready"),
            list(self._all_rows(self.root_row)),
        )
        self.settle()
        self.is_loading = False
        self._forget_changes()

    @property
    def definition(self) -> Definition:
        return self._definition

    # -- time and chance ------------------------------------------------------------------------------------------

    def _look_around(self) -> None:
        """Let expressions know the time and the place of this call, and how much it may cost."""
        surroundings.zone = self._zone
        surroundings.now_ms = self._clock.wall_ms()
        renew()

    def random(self) -> float:
        """A number from 0 to 1."""
        return int.from_bytes(self._entropy.random_bytes(7), "big") % (1 << 53) / (1 << 53)

    def uuid(self) -> str:
        """A UUID of version 4."""
        return str(uuids.UUID(bytes=self._entropy.random_bytes(16), version=4))

    def fresh_row_id(self) -> str:
        return uuid7(self._clock.wall_ms(), self._entropy)

    def _preload(self) -> None:
        for row in self._all_rows(self.root_row):
            for node in row.scope.nodes:
                if node.preload is not None:
                    value = self._preloaded(node)
                    if value:
                        self.put(row, node, node.fit(value))

    def _preloaded(self, node: Node) -> str:
        kind, parameter = node.preload or ("", "")
        if kind == "uid":
            return f"uuid:{self.uuid()}"
        if kind == "timestamp":
            return "" if parameter == "end" else now().text
        if kind == "date":
            return today().text
        if kind == "property":
            return PRELOADED_PROPERTIES.get(parameter.lower(), "")
        return ""

    # -- finding --------------------------------------------------------------------------------------------------

    def _all_rows(self, row: Row) -> Iterator[Row]:
        yield row
        for rows in row.inner:
            for inner in rows:
                yield from self._all_rows(inner)

    def _key(self, row: Row, node: Node) -> Key:
        if node.is_repeat and row.scope is not node.scope:
            step = node.form_path[len(row.scope.node.form_path) :].lstrip("/")
            return f"{row.key}/{step}" if row.key else step
        return row.key + node.tail

    def _find(self, key: Key) -> Place:
        """The row and node of a key; for a repeat as such, the row around it."""
        row, node = self.root_row, self.blueprint.root
        if not key:
            return row, node
        for step in key.split("/"):
            if node.is_repeat and row.scope is not node.scope:
                raise UnknownPath(f"{key!r} does not name a row of {node.form_path}")
            name, bracket, identity = step.partition("[")
            child = node.by_name.get(name)
            if child is None or (bool(bracket) and not (child.is_repeat and identity.endswith("]"))):
                raise UnknownPath(f"there is no {key!r}")
            node = child
            if bracket:
                row = self._row_by_id(row, node, identity[:-1], key)
        return row, node

    def _row_by_id(self, row: Row, repeat: Node, identity: str, key: Key) -> Row:
        rows = row.inner[repeat.scope.index]
        found = rows.by_id.get(identity)
        if found is None:
            raise UnknownPath(f"there is no row {key!r} now")
        return found

    def _question(self, key: Key) -> Place:
        row, node = self._find(key)
        if node.is_repeat and row.scope is not node.scope:
            raise UnknownPath(f"{key!r} does not name a row of {node.path}")
        return row, node

    def _rows_of(self, repeat_key: Key) -> tuple[Row, Node, Rows]:
        row, node = self._find(repeat_key)
        if not node.is_repeat or row.scope is node.scope:
            raise UnknownPath(f"{repeat_key!r} is not a repeat")
        return row, node, row.inner[node.scope.index]

    def key_of(self, path: Path) -> Key:
        steps = path.split("/")
        if len(steps) < 2 or steps[0] or steps[1] != self.blueprint.root.name:
            raise UnknownPath(f"there is no {path!r}")
        row, node = self.root_row, self.blueprint.root
        for step in steps[2:]:
            if node.is_repeat and row.scope is not node.scope:
                raise UnknownPath(f"{path!r} does not name a row of {node.path}")
            name, bracket, number = step.partition("[")
            child = node.by_name.get(name)
            if child is None or child.is_attribute:
                raise UnknownPath(f"there is no {path!r}")
            node = child
            if bracket:
                row = self._row_by_number(row, node, number, path)
        return self._key(row, node)

    def _row_by_number(self, row: Row, node: Node, number: str, path: Path) -> Row:
        digits = number[:-1]
        if (
            not node.is_repeat
            or number[-1:] != "]"
            or digits[:1] == "0"
            or not digits.isascii()
            or not digits.isdigit()
        ):
            raise UnknownPath(f"there is no {path!r}")
        rows = row.inner[node.scope.index]
        if not 1 <= int(digits) <= len(rows):
            raise UnknownPath(f"there is no row {path!r} now")
        return rows[int(digits) - 1]

    def path_of(self, key: Key) -> Path:
        return self._path(*self._find(key))

    def _path(self, row: Row, node: Node) -> Path:
        if row.parent is None:
            return node.path
        repeat = row.scope.node
        if node.is_repeat and row.scope is not node.scope:
            return self._row_path(row) + node.path[len(repeat.path) :]
        return self._row_path(row) + node.path[len(repeat.path) :]

    def _row_path(self, row: Row) -> Path:
        if row.parent is None:
            return self.blueprint.root.path
        repeat = row.scope.node
        around = row.parent.scope.node
        step = repeat.path[len(around.path) :]
        return f"{self._row_path(row.parent)}{step}[{row.index + 1}]"

    # -- looking --------------------------------------------------------------------------------------------------

    def children(self, key: Key = "") -> tuple[Key, ...]:
        row, node = self._find(key)
        if node.is_repeat and row.scope is not node.scope:
            return tuple(inner.key for inner in row.inner[node.scope.index])
        return tuple(self._key(row, child) for child in node.children)

    def rows(self, repeat_key: Key) -> tuple[Key, ...]:
        return tuple(row.key for row in self._rows_of(repeat_key)[2])

    def keys(self) -> tuple[Key, ...]:
        return tuple(self._key(row, node) for row, node in self._walk(self.root_row, self.blueprint.root))

    def _walk(self, row: Row, node: Node) -> Iterator[Place]:
        """All places in document order, repeats as such before their rows."""
        yield row, node
        for child in node.children:
            if child.is_repeat:
                yield row, child
                for inner in row.inner[child.scope.index]:
                    yield from self._walk(inner, child)
            else:
                yield from self._walk(row, child)

    def node(self, key: Key) -> NodeState:
        self._look_around()
        row, node = self._find(key)
        return self._state(key, row, node)

    def _state(self, key: Key, row: Row, node: Node) -> NodeState:
        is_range = node.is_repeat and row.scope is not node.scope
        control = node.control
        relevant = self._is_relevant(row, node)
        violation = self.violation_of(row, node) if node.kind == "question" else None
        message = None
        if violation is not None:
            text = node.constraint_message if violation == "constraint" else node.required_message
            message = text.shown(row, self.language) if text is not None else None
        is_question = node.kind == "question"
        return NodeState(
            key=key,
            path=self._path(row, node),
            form_path=node.form_path,
            kind="row" if node.is_repeat and not is_range else node.kind,
            type=node.type,
            value=row.values[node.slot] if is_question else None,
            relevant=relevant,
            required=is_question and self._is_required(row, node),
            readonly=self._is_readonly(row, node),
            valid=not (row.inner[node.scope.index].bad if is_range else row.bad[node.slot]),
            violation=violation,
            constraint_msg=message,
            label=self._label(row, node) if not is_range else None,
            hint=control.hint.shown(row, self.language) if control is not None and control.hint else None,
            choices=self._choices(row, node),
            appearance=control.appearance if control is not None else (),
            parameters=control.parameters if control is not None else {},
            merge=node.merge,
            sees=node.bind.attributes.get("sees"),
            field=node.bind.attributes.get("field") or node.name,
            record=node.bind.attributes.get("record"),
            row=row.id if row.parent is not None else None,
            rows_fixed=node.rows_fixed,
        )

    def _is_relevant(self, row: Row, node: Node) -> bool:
        if node.is_repeat and row.scope is not node.scope:
            return row.relevant[node.outer.slot]
        return row.relevant[node.slot]

    def _label(self, row: Row, node: Node) -> str | None:
        control = node.control
        if control is None or control.label is None:
            return None
        return control.label.shown(row, self.language)

    def _choices(self, row: Row, node: Node) -> tuple[Choice, ...] | None:
        control = node.control
        if not node.select or control is None:
            return None
        choices = control.choices
        if choices is None:
            return ()
        return self.look_at(row, node, lambda: choices.shown(row, self.language))

    def choice_label(self, row: Row, node: Node, name: str) -> str:
        """The label of a choice of a question, for `jr:choice-name`."""
        control = node.control
        if control is None or control.choices is None:
            return ""
        choices = control.choices
        return self.look_at(row, node, lambda: choices.label_of(row, name, self.language))

    def _is_required(self, row: Row, node: Node) -> bool:
        if node.required_slot >= 0:
            return row.flags[node.required_slot]
        return node.required_always

    def _is_readonly(self, row: Row, node: Node) -> bool:
        at: Node | None = node
        if node.is_repeat and row.scope is not node.scope:
            at = node.parent
        while at is not None:
            if at.readonly_always or (at.readonly_slot >= 0 and row.flags[at.readonly_slot]):
                return True
            if at.is_repeat:
                row = row.parent
            at = at.parent
        return False

    def kept(self, key: Key) -> str:
        row, node = self._find(key)
        if node.kind != "question":
            return ""
        return row.kept[node.slot]

    def violations(self) -> tuple[Violation, ...]:
        self._look_around()
        found = []
        for row, node in self._walk(self.root_row, self.blueprint.root):
            if node.kind != "question":
                continue
            violation = self.violation_of(row, node)
            if violation is not None:
                text = node.constraint_message if violation == "constraint" else node.required_message
                message = text.shown(row, self.language) if text is not None else None
                found.append(Violation(self._key(row, node), violation, message))
        return tuple(found)

    def untouched(self, row_key: Key) -> bool:
        row, _ = self._row_place(row_key)
        return not row.touched

    def _row_place(self, row_key: Key) -> Place:
        row, node = self._find(row_key)
        if not node.is_repeat or row.scope is not node.scope:
            raise UnknownPath(f"{row_key!r} is not a row")
        return row, node

    # -- changing -------------------------------------------------------------------------------------------------

    def _forget_changes(self) -> None:
        self.changed.clear()
        self.added.clear()
        self.removed.clear()

    def _changes(self) -> Changes:
        """What has changed since the last call, as keys."""
        added = [row for row in self.added if row.is_there]
        new = set(added)
        changed: dict[Key, None] = {}
        for row, node in self.changed:
            if not row.is_there or (new and self._is_new(row, new)):
                continue
            changed[self._key(row, node)] = None
        made = Changes(tuple(changed), tuple(row.key for row in added), tuple(self.removed))
        self._forget_changes()
        return made

    def _is_new(self, row: Row, new: set[Row]) -> bool:
        at: Row | None = row
        while at is not None:
            if at in new:
                return True
            at = at.parent
        return False

    def set(self, key: Key, value: str) -> Changes:
        row, node = self._question(key)
        self._look_around()
        control = node.control
        if node.kind != "question" or control is None or control.tag in ("group", "repeat"):
            raise NotWritable(f"{node.path} is not a question")
        if node.type == "note" or self._is_readonly(row, node):
            raise NotWritable(f"{node.path} is readonly")
        if not row.relevant[node.slot]:
            raise NotWritable(f"{node.path} is not asked now")
        return self._enter(row, node, value)

    def prefill(self, key: Key, value: str) -> Changes:
        row, node = self._question(key)
        self._look_around()
        if node.kind != "question":
            raise NotWritable(f"{node.path} is not a question")
        return self._enter(row, node, value)

    def _enter(self, row: Row, node: Node, value: str) -> Changes:
        control = node.control
        if node.select and control is not None and control.choices is not None and row.relevant[node.slot]:
            from fieldapp.forms.instance.settling import fit_choices

            fitted = fit_choices(node, value, self.names_of(row, node, control.choices))
        else:
            fitted = self._fitted(row, node, value)
        self.put(row, node, fitted)
        at: Row | None = row
        while at is not None and not at.touched:
            at.touched = True
            at = at.parent
        self.settle()
        return self._changes()

    def add_row(
        self, repeat_key: Key, row_id: str | None = None, at: int | None = None, *, restoring: bool = False
    ) -> Changes:
        outer, node, rows = self._rows_of(repeat_key)
        self._look_around()
        if node.rows_fixed:
            raise NotWritable(f"the rows of {node.path} follow a count")
        if not restoring and not outer.relevant[node.outer.slot]:
            raise NotWritable(f"{node.path} is not asked now")
        place = len(rows) if at is None else max(0, min(at, len(rows)))
        row = self.insert_row(outer, node.scope, place)
        if row_id is not None:
            row.id = row_id
        self.settle()
        return self._changes()

    def remove_row(self, row_key: Key) -> Changes:
        row, node = self._row_place(row_key)
        self._look_around()
        if node.rows_fixed:
            raise NotWritable(f"the rows of {node.path} follow a count")
        self.delete_row(row)
        self.settle()
        return self._changes()

    def move_row(self, row_key: Key, to: int) -> Changes:
        row, node = self._row_place(row_key)
        self._look_around()
        if node.rows_fixed:
            raise NotWritable(f"the rows of {node.path} follow a count")
        self.relocate_row(row, max(0, min(to, len(row.siblings) - 1)))
        self.settle()
        return self._changes()

    def rename_row(self, row_key: Key, row_id: str) -> Key:
        row, _ = self._row_place(row_key)
        row.id = row_id
        return row.key

    def set_language(self, language: str) -> Changes:
        self._check_language(language)
        self._look_around()
        if language == self.language:
            return Changes()
        self.language = language
        for computation in self.computations:
            if computation.translated:
                for row in self._all_rows(self.root_row):
                    if row.scope is computation.scope:
                        self.wake(computation, row)
        self.settle()
        self._forget_changes()
        return Changes(changed=self.keys())

    def _check_language(self, language: str) -> None:
        if language not in self.blueprint.itext.languages:
            raise ValueError(f"the form has no language {language!r}")

    def refresh(self) -> Changes:
        self._look_around()
        for computation in self.computations:
            if computation.timely:
                for row in self._all_rows(self.root_row):
                    if row.scope is computation.scope:
                        self.wake(computation, row)
        self.settle()
        return self._changes()

    def submission(self) -> str:
        self._look_around()
        for row in self._all_rows(self.root_row):
            for node in row.scope.nodes:
                if node.preload == ("timestamp", "end"):
                    self.put(row, node, node.fit(now().text))
        self.settle()
        self._forget_changes()
        return write(self.blueprint, self.root_row)
