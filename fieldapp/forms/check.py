"""Everything that is wrong with a form, at once, where its author wrote it.

Promises: `check(path)` runs the same conversion and loading as publishing does; a form without problems is one that
will run. pyxform stops at the first mistake it meets, so each is noted, mended in memory, and the form is looked at
again; what our own loading finds (expressions, references, cycles, types) is traced back to sheet, row and column.
Never: changing a file, publishing, network.
Advice does not refuse: pyxform's warnings, and stored questions without `fa:merge` or `fa:sees` (practice.md
section 5.0 of the design: protocol defaults and *restricted* then stand in).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from fieldapp.forms.convert import SOURCE_BYTES_MAX, SPREADSHEETS, convert_bytes, convert_sheets, read_sheets
from fieldapp.forms.definition.form import folder_media, load_definition
from fieldapp.forms.face import BadForm, Checked, Definition, Media, Problem
from fieldapp.ports import SystemClock, SystemEntropy

REPAIRS_MAX = 80
"""How many mistakes of the spreadsheet itself are looked for; an author has enough to do with eighty."""

_SHEETS = ("survey", "choices", "settings", "entities", "external_choices")
_ALIASES: dict[str, tuple[str, ...]] = {
    "calculation": ("calculation", "calculate", "bind::calculate"),
    "relevant": ("relevant", "relevance", "bind::relevant"),
    "required": ("required", "bind::required"),
    "read_only": ("read_only", "readonly", "bind::readonly"),
    "constraint": ("constraint", "bind::constraint"),
    "repeat_count": ("repeat_count", "count", "jr:count"),
    "choice_filter": ("choice_filter", "type"),
    "default": ("default",),
    "trigger": ("trigger", "default"),
    "label": ("label", "hint", "constraint_message", "required_message"),
}
_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^}\s]+)\s*\}")
_UNKNOWN_TYPE = re.compile(r"Unknown question type '([^']*)'")
_NO_CHOICES = re.compile(r"There should be a choices sheet")
_LISTLESS = re.compile(r"select(?:[ _](?:one|multiple))?|select1|rank", re.IGNORECASE)
_BEGIN = re.compile(r"begin[ _](group|repeat|loop)\b", re.IGNORECASE)
_END = re.compile(r"end[ _](group|repeat|loop)\b", re.IGNORECASE)


def check(path: Path) -> Checked:
    """What is wrong with a form file. Raises `OSError` if it cannot be read."""
    with path.open("rb") as file:
        data = file.read(SOURCE_BYTES_MAX + 1)
    return check_bytes(data, path.name, folder_media(path.parent))


def check_bytes(data: bytes, name: str, media: Media | None = None) -> Checked:
    """What is wrong with a form's bytes; `name` tells its type, `media` gives the files beside it."""
    if Path(name).suffix.lower() not in SPREADSHEETS or len(data) > SOURCE_BYTES_MAX:
        return _check_xml(data, name, media)
    try:
        sheets = read_sheets(data, name)
    except BadForm as refused:
        return Checked(refused.problems)
    return _Check(sheets, media).run()


def must_open(definition: Definition) -> None:
    """Raises `BadForm` for a form that loads but asks for too much work when somebody begins it."""
    definition.open(clock=SystemClock(), entropy=SystemEntropy())


def _check_xml(data: bytes, name: str, media: Media | None) -> Checked:
    try:
        definition = load_definition(convert_bytes(data, name), media)
        must_open(definition)
    except BadForm as refused:
        return Checked(refused.problems)
    return Checked((), tuple(_advice(definition, {})), definition)


class _Check:
    """One spreadsheet being looked at, mended in memory where pyxform stopped."""

    def __init__(self, sheets: dict[str, Any], media: Media | None) -> None:
        self._media = media
        self._sheets = {
            key: [dict(row) for row in value] if key in _SHEETS and value else value
            for key, value in sheets.items()
        }
        self._numbers: dict[str, list[int]] = {
            sheet: list(range(2, len(self._sheets.get(sheet) or ()) + 2)) for sheet in _SHEETS
        }
        """The row in the author's spreadsheet of each row that is left."""
        self._problems: list[Problem] = []

    def run(self) -> Checked:
        """All mistakes of the sheets, then of what they become."""
        for _ in range(REPAIRS_MAX):
            try:
                xml, warnings = convert_sheets(self._sheets)
            except BadForm as refused:
                if not self._mend(refused.problems[0]):
                    break
                continue
            return self._load(xml, warnings)
        return Checked(self._in_order())

    def _in_order(self) -> tuple[Problem, ...]:
        """The mistakes as the author meets them, sheet by sheet, row by row."""
        known = {sheet: place for place, sheet in enumerate(_SHEETS)}
        return tuple(
            sorted(self._problems, key=lambda one: (known.get(one.sheet or "", len(known)), one.row or 0))
        )

    def _rows(self, sheet: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = self._sheets.get(sheet) or []
        return found

    def _note(self, problem: Problem) -> None:
        problem = _told(problem)
        if problem not in self._problems:
            self._problems.append(problem)

    # -- mending ----------------------------------------------------------------------------------------------

    def _mend(self, problem: Problem) -> bool:
        """Note a mistake and take it out, so that the next one shows; no, if that cannot be done."""
        reference = problem.place[2:-1] if problem.place.startswith("${") else ""
        if reference and self._mend_reference(reference):
            return True
        if _NO_CHOICES.match(problem.message):
            # Each question that names a list is then said by itself.
            self._sheets["choices"] = [{"list_name": "-", "name": "-", "label": "-"}]
            self._numbers["choices"] = [2]
            return True
        if "'itemset' and 'list_name'" in problem.message and self._mend_listless():
            return True
        unknown = _UNKNOWN_TYPE.search(problem.message)
        if unknown:
            return self._mend_type(unknown[1])
        sheet = problem.sheet if problem.sheet in _SHEETS else None
        index = problem.row - 2 if problem.row is not None else -1
        if sheet is None or not 0 <= index < len(self._rows(sheet)):
            self._note(problem)
            return False
        self._note(replace(problem, row=self._numbers[sheet][index]))
        row = self._rows(sheet)[index]
        if "not in choices sheet" in problem.message:
            row["type"] = "text"
            return True
        del self._rows(sheet)[index]
        del self._numbers[sheet][index]
        return bool(self._rows(sheet))

    def _mend_reference(self, name: str) -> bool:
        """Note every cell that refers to a name that is not in the survey."""
        found = False
        for sheet in _SHEETS:
            for number, row in zip(self._numbers[sheet], self._rows(sheet), strict=True):
                for column, text in list(row.items()):
                    if isinstance(text, str) and name in _REFERENCE.findall(text):
                        found = True
                        self._note(
                            Problem(
                                f"${{{name}}} is not the name of a question, group or repeat.",
                                "Correct the name, or add the question.",
                                sheet=sheet,
                                row=number,
                                column=column,
                            )
                        )
                        if column.strip().lower() == "trigger":
                            del row[column]  # it takes references and nothing else
                            continue
                        row[column] = _REFERENCE.sub(
                            lambda match: "''" if match[1] == name else match[0], text
                        )
        return found

    def _mend_listless(self) -> bool:
        """Note every question that chooses and names no list to choose from."""
        found = False
        for number, row in zip(self._numbers["survey"], self._rows("survey"), strict=True):
            if _LISTLESS.fullmatch((row.get("type") or "").strip()):
                found = True
                self._note(
                    Problem(
                        f"{row['type'].strip()!r} does not say what to choose from.",
                        "Write the name of a list of the choices sheet after it.",
                        sheet="survey",
                        row=number,
                        column="type",
                    )
                )
                row["type"] = "text"
        return found

    def _mend_type(self, kind: str) -> bool:
        found = False
        for number, row in zip(self._numbers["survey"], self._rows("survey"), strict=True):
            if (row.get("type") or "").strip() == kind:
                found = True
                self._note(
                    Problem(
                        f"{kind!r} is not a type of question.",
                        "Use a type that XLSForm knows, or correct the spelling.",
                        sheet="survey",
                        row=number,
                        column="type",
                    )
                )
                row["type"] = "text"
        return found

    # -- what the sheets become -------------------------------------------------------------------------------

    def _load(self, xml: bytes, warnings: list[str]) -> Checked:
        places = dict(self._places())
        advice = [Problem(" ".join(warning.split())) for warning in warnings]
        try:
            definition = load_definition(xml, self._media)
            must_open(definition)
        except BadForm as refused:
            for problem in refused.problems:
                self._note(self._placed(problem, places))
            return Checked(self._in_order(), tuple(advice))
        advice.extend(_advice(definition, places))
        return Checked(self._in_order(), tuple(advice), None if self._problems else definition)

    def _places(self) -> Iterator[tuple[str, tuple[int, dict[str, str]]]]:
        """Each node's path and the row it was written in."""
        around = ["/data"]
        for number, row in zip(self._numbers["survey"], self._rows("survey"), strict=True):
            kind = (row.get("type") or "").strip()
            name = (row.get("name") or "").strip()
            if _END.match(kind):
                if len(around) > 1:
                    around.pop()
                continue
            path = f"{around[-1]}/{name}"
            if name:
                yield path, (number, row)
                yield f"{path}_other", (number, row)
                yield f"{path}_count", (number, row)
            if _BEGIN.match(kind):
                around.append(path)

    def _placed(self, problem: Problem, places: dict[str, tuple[int, dict[str, str]]]) -> Problem:
        found = places.get(problem.place)
        if found is None:
            if problem.place.endswith("/instanceName"):
                return replace(problem, sheet="settings", row=2, column="instance_name")
            return problem
        number, row = found
        wanted = "repeat_count" if problem.place.endswith("_count") else (problem.column or "")
        column = next(
            (
                header
                for alias in _ALIASES.get(wanted, (wanted,))
                for header in row
                if _is_column(header, alias)
            ),
            wanted or None,
        )
        return replace(problem, sheet="survey", row=number, column=column)


_ADVICE = (
    (re.compile("Unmatched 'begin"), "type", "Add the row that ends it."),
    (re.compile("Unmatched 'end"), "type", "Remove this row, or add the row that begins it."),
    (re.compile("not in choices sheet"), "type", "Add the list to the choices sheet, or correct its name."),
    (re.compile("no name"), "name", "Give it a name that no other question here has."),
    (re.compile("Missing calculation"), "calculation", "Write what it is worked out from."),
    (re.compile("Choices must have a name"), "name", "Give the choice a name."),
    (re.compile("must be unique"), "name", "Give it a name of its own."),
    (re.compile("Names must begin"), "name", "Give it a name of this kind."),
    (re.compile("expression|function"), None, "Correct the expression."),
)
"""What to do about a mistake whose finder names no remedy, and the column where pyxform names none."""


def _told(problem: Problem) -> Problem:
    """The same, with something to do about it."""
    if not problem.message.rstrip().endswith((".", "?", "!")):
        problem = replace(problem, message=f"{problem.message.rstrip()}.")
    if problem.what_to_do:
        return problem
    for sign, column, remedy in _ADVICE:
        if sign.search(problem.message):
            place = problem.column or (column if problem.row is not None else None)
            return replace(problem, what_to_do=remedy, column=place)
    return replace(problem, what_to_do="Correct it, then check again.")


def _is_column(header: str, wanted: str) -> bool:
    """Whether a header is this one, in any language."""
    plain = header.strip().lower()
    return bool(wanted) and (plain == wanted or plain.startswith(f"{wanted}::"))


def _advice(definition: Definition, places: dict[str, tuple[int, dict[str, str]]]) -> Iterator[Problem]:
    """Stored questions and repeats that leave merging or who may read to the defaults."""
    for path in definition.paths():
        info = definition.question(path)
        if info.kind not in ("question", "repeat") or info.type in ("note", "calculate", "metadata"):
            continue
        number, row = places.get(f"/data/{path}", (None, {}))
        headers = " ".join(row).lower()
        for name in ("merge", "sees"):
            said = info.sees is not None if name == "sees" else f"fa:{name}" in headers
            if not said:
                default = info.merge if name == "merge" else "restricted"
                yield Problem(
                    f"{path} does not say bind::fa:{name}; {default} stands in.",
                    "",
                    sheet="survey" if number is not None else None,
                    row=number,
                    column=f"bind::fa:{name}",
                    place=path,
                )
