"""The sentences of the form runner: what is missing, what is wrong, what is heard.

Promise: validation speaks in the form's own words where it has them, else in plain ones that say what to enter;
every name heard follows "what it is, whose, state". Never here: Qt, a live instance, when to speak.
Source: interface design sections 3 and 4.6; its bold quotes are exact.
"""

from __future__ import annotations

from datetime import date

from fieldapp.forms import Choice, NodeState
from fieldapp.ui.words import Words

say = Words("Form")
kinds = Words("Editors")
"""The three labels and hints belong to the editors; their catalogue context is that of the kit."""

CHOICES_NAMED_MAX = 4
"""Up to four short choices are named in "Choose yes, no or not known"; a longer list is not read out."""

STRONG_NOTES = ("s_worry_n",)


def kind_label(kind: str) -> str:
    """The label of one of the three field kinds, as its own writer reads it."""
    return {"words": kinds("Their words"), "saw": kinds("What I saw"), "think": kinds("What I think")}.get(
        kind, ""
    )


def kind_hint(kind: str) -> str:
    """The hint beside that label."""
    return {
        "words": kinds("Exactly as said. Your questions can go in [brackets]."),
        "saw": kinds("What a camera would have seen."),
        "think": kinds("Your view, kept apart from the facts."),
    }.get(kind, "")


def misfit(node: NodeState) -> str:
    """What to say of a text that is not an answer of its type at all."""
    unit = node.parameters.get("unit", "")
    if node.type in {"integer", "decimal"}:
        if unit:
            return say("Enter {unit} as a number, like 20", unit=unit)
        return say("Enter a number, like 20")
    if node.type == "date":
        return say("Enter a date, like 5 March 2026")
    if node.type == "time":
        return say("Enter a time, like 14:30")
    if node.type == "dateTime":
        return say("Enter a date and a time, like 5 March 2026 14:30")
    return say("This answer is not complete")


def missing(node: NodeState) -> str:
    """What to say where an answer is needed and none stands."""
    if node.constraint_msg:
        return node.constraint_msg
    if node.type == "select_one":
        return choose_one(node.choices or ())
    if node.type == "select_multiple":
        return say("Choose one or more")
    if node.type == "acknowledge":
        return say("Tick this when it is so")
    if node.type == "range":
        start, end = node.parameters.get("start", "0"), node.parameters.get("end", "10")
        return say("Choose a number from {start} to {end}", start=start, end=end)
    if node.type in {"integer", "decimal", "date", "time", "dateTime"}:
        return misfit(node)
    return say("Write something here")


def choose_one(choices: tuple[Choice, ...]) -> str:
    """ "Choose yes, no or not known" """
    labels = [_lowered(choice.label or choice.name) for choice in choices]
    if not 2 <= len(labels) <= CHOICES_NAMED_MAX or sum(map(len, labels)) > 60:
        return say("Choose one of these")
    return say("Choose {first} or {last}", first=", ".join(labels[:-1]), last=labels[-1])


def wrong(node: NodeState, today: date) -> str:
    """What to say of an answer that the form's constraint refuses."""
    if node.constraint_msg:
        return node.constraint_msg
    value = node.value or ""
    if node.type in {"date", "dateTime"} and value[:10] > today.isoformat():
        return say("{question} is after today. Check the year.", question=(node.label or "").rstrip("?"))
    if node.type in {"integer", "decimal"}:
        return say("That number does not fit here. Check it.")
    return say("This answer does not fit here. Check it.")


def missing_count(n: int) -> str:
    """ "1 answer missing" """
    return say.count(n, "{n} answer missing", "{n} answers missing")


def another_look(n: int) -> str:
    """The head of the summary of problems."""
    if n == 1:
        return say("One answer needs another look")
    return say.count(n, "{n} answer needs another look", "{n} answers need another look")


def problem_line(label: str, message: str) -> str:
    """A question and what is wrong with it, in one line."""
    ends = label.rstrip().endswith(("?", ".", "!"))
    return f"{label} {message}" if ends else say("{question}: {message}", question=label, message=message)


def gaps_heading(n: int) -> str:
    """The question over the gaps at the end."""
    small = (
        "",
        "",
        say("Two"),
        say("Three"),
        say("Four"),
        say("Five"),
        say("Six"),
        say("Seven"),
        say("Eight"),
        say("Nine"),
        say("Ten"),
    )
    if n == 0:
        return say("Everything is answered.")
    if n == 1:
        return say("One answer is missing. Finish anyway and say why?")
    if n < len(small):
        return say("{count} answers are missing. Finish anyway and say why?", count=small[n])
    return say("{n} answers are missing. Finish anyway and say why?", n=n)


def all_children(n: int) -> str:
    """The tab for what is said once: "All three"."""
    small = {
        2: say("Both"),
        3: say("All three"),
        4: say("All four"),
        5: say("All five"),
        6: say("All six"),
        7: say("All seven"),
        8: say("All eight"),
    }
    return say("Everyone") if n < 2 else small.get(n, say("All {n}", n=n))


def words_in(text: str) -> str:
    """ "32 words" """
    return say.count(len(text.split()), "{n} word", "{n} words")


def field_name(
    *, what: str, whose: str, question: str, text: str, saved_at: str, restricted: bool, error: str
) -> str:
    """What a listener hears on entering a field: "Their words, Rowan, 32 words, saved 14:32"."""
    parts = [part for part in (what, whose) if part]
    if question and question != what:
        parts.append(question)
    if text:
        parts.append(text)
    if restricted:
        parts.append(say("restricted"))
    if error:
        parts.append(error)
    elif saved_at:
        parts.append(say("saved {time}", time=saved_at))
    return ", ".join(parts)


def _lowered(text: str) -> str:
    """The first letter small, unless the word is written large throughout."""
    keeps = (len(text) > 1 and text[1].isupper()) or text.startswith(("I ", "I'", "I’"))
    return text if keeps else text[:1].lower() + text[1:]
