"""What was chosen: names in a list, and their labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from fieldapp.forms.xpath.code import BooleanCode, Code, NumberCode, Place, TextCode
from fieldapp.forms.xpath.context import Context, Fault
from fieldapp.forms.xpath.functions.table import special
from fieldapp.forms.xpath.paths import NodesCode
from fieldapp.forms.xpath.tree import String

if TYPE_CHECKING:
    from fieldapp.forms.xpath.tree import Call


@special("selected", "tt", "b", "whether a name is among those chosen")
def selected(context: Context, call: Call, arguments: list[Code]) -> Code:
    chosen, name = arguments[0].text, arguments[1].text
    if arguments[1].constant:
        fixed = name(None).strip()
        if not fixed:
            return BooleanCode(lambda place: not chosen(place).split())

        def holds(place: Place) -> bool:
            text = chosen(place)
            return fixed in text and (text == fixed or fixed in text.split())

        return BooleanCode(holds)

    def holds_it(place: Place) -> bool:
        wanted = name(place).strip()
        return wanted in (chosen(place).split() or [""])

    return BooleanCode(holds_it)


@special("count-selected", "t", "n", "how many are chosen")
def count_selected(context: Context, call: Call, arguments: list[Code]) -> Code:
    chosen = arguments[0].text
    return NumberCode(lambda place: float(len(chosen(place).split())))


@special("selected-at", "tn", "t", "the chosen name at a place, the first being 0")
def selected_at(context: Context, call: Call, arguments: list[Code]) -> Code:
    chosen, place_of = arguments[0].text, arguments[1].number

    def at(place: Place) -> str:
        names = chosen(place).split()
        wanted = place_of(place)
        return names[int(wanted)] if 0 <= wanted < len(names) else ""

    return TextCode(at)


@special("jr:choice-name", "tt", "t", "the label of a choice, in the language of the moment")
def choice_name(context: Context, call: Call, arguments: list[Code]) -> Code:
    from fieldapp.forms.xpath.compiler import compile_text

    written = call.arguments[1]
    if not isinstance(written, String):
        raise Fault(
            "jr:choice-name() takes the question in quotation marks",
            call.at,
            "Write jr:choice-name(${q}, '${q}').",
        )
    code = compile_text(context.loosely(), written.value.strip())
    if not isinstance(code, NodesCode) or len(code.targets) != 1:
        raise Fault("the second argument of jr:choice-name() does not name a question", call.at)
    question = code.targets[0]
    if not question.select:
        raise Fault(f"{question.path} has no choices", call.at, "jr:choice-name() needs a select question.")
    context.translated.append(True)
    if question.control is not None and question.control.choices is not None:
        context.reads.extend(question.control.choices.reads)
    context.read(question, question.scope if code.kind == "one" else context.names.root.scope, weak=True)
    value, nodes = arguments[0].text, code.nodes

    def label(place: Place) -> str:
        name = value(place)
        found: list[Any] = nodes(place)
        if not name or not found:
            return ""
        row = found[0][0]
        return str(row.instance.choice_label(row, question, name))

    return TextCode(label)


@special("jr:itext", "t", "t", "a text of the form by its id, in the language of the moment")
def itext(context: Context, call: Call, arguments: list[Code]) -> Code:
    context.translated.append(True)
    identity, names, node = arguments[0].text, context.names, context.top
    row_of: Callable[[Place], Any] = (lambda place: place.row) if context.is_item else (lambda place: place)

    def shown(place: Place) -> str:
        row = row_of(place)
        text = names.render(identity(place), node)
        return "" if text is None else str(text.raw_shown(row, row.instance.language))

    return TextCode(shown)
