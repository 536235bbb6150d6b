"""Where the author of an unfinished note stopped, in words. No Qt here.

Promise: the sentence names the child and the question, never an answer; a place that the form no longer has says
nothing. Source: the design of the interface, sections 4.5 and 4.11 ("You stopped at Rowan, “What I think”.").
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fieldapp.forms.face import Definition
from fieldapp.protocol.revision import form_path
from fieldapp.records.keys import rows_around
from fieldapp.store import Draft
from fieldapp.ui.words import Words

say = Words("Drafts")

KINDS = ("words", "saw", "think")


def stopped_at(draft: Draft, definition: Definition | None) -> str:
    """ "You stopped at Rowan, “What I think”."; empty when nobody can tell."""
    key = _key(draft.place)
    if not key or definition is None:
        return ""
    path = form_path(key)
    if path not in definition.paths():
        return ""
    whose = _whose(draft, key)
    label = _label(definition, path, whose)
    if not label:
        return ""
    if whose:
        return say("You stopped at {child}, “{question}”.", child=whose, question=label)
    return say("You stopped at “{question}”.", question=label)


def _key(place: Mapping[str, Any]) -> str:
    """The question that had the keyboard, wherever the form's page keeps it."""
    for name in ("key", "question", "focus"):
        found = place.get(name)
        if isinstance(found, str) and found:
            return found
    caret = place.get("caret")
    if isinstance(caret, Mapping) and isinstance(caret.get("key"), str):
        return str(caret["key"])
    return ""


def _label(definition: Definition, path: str, whose: str) -> str:
    """The question's own words, with the child's name where the form puts it."""
    text = definition.question(path).label or ""
    return " ".join(text.replace("…", whose).split())


def _whose(draft: Draft, key: str) -> str:
    """The name in the row the question stands in: a child's, if the row is a child's."""
    for row in reversed(rows_around(key)):
        for answer, value in draft.answers.items():
            if (
                answer.startswith(row + "/")
                and answer.rpartition("/")[2].endswith("name")
                and isinstance(value, str)
            ):
                return value.split(" ", 1)[0]
    return ""
