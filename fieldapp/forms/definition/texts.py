"""Labels, hints and messages: pieces of text and of expressions, in each language.

Promises: a text is put together when it is looked at, in the language of the moment; which answers it shows is known
from the definition. Runs of white space become one space; Markdown is left as written.
Never here: formatting for a screen, pictures.
Source: ODK XForms specification, "Languages" and `<output>`; XLSForm `label::Language (code)`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree

from fieldapp.forms.definition.model import Node
from fieldapp.forms.definition.reading import local_name
from fieldapp.forms.xpath.effort import joined

Piece = str | Callable[[Any], str]
RawPiece = tuple[str, str]
"""(`text` or `output`, what it says), before expressions are compiled."""

Raw = tuple[RawPiece, ...]


def raw_pieces(element: ElementTree.Element) -> Raw:
    """The pieces of a mixed element: its text and its `<output>`s."""
    found: list[RawPiece] = []
    if element.text:
        found.append(("text", element.text))
    for inner in element:
        if local_name(inner) == "output":
            expression = inner.get("value") or inner.get("ref") or ""
            found.append(("output", expression))
        else:
            found.extend(raw_pieces(inner))
        if inner.tail:
            found.append(("text", inner.tail))
    return tuple(found)


def tidy(text: str) -> str | None:
    """White space as a label has it; None for nothing."""
    return " ".join(text.split()) or None


class Text:
    """One label, hint or message, ready to be shown of a row in a language."""

    __slots__ = ("pieces", "raw")

    def __init__(self, pieces: Mapping[str, tuple[Piece, ...]], raw: Mapping[str, Raw]) -> None:
        self.pieces = pieces
        self.raw = raw

    def shown(self, place: Any, language: str) -> str | None:
        """The text now; None if there is nothing to show, also while the answers it shows are not there yet."""
        return tidy(self.raw_shown(place, language))

    def raw_shown(self, place: Any, language: str) -> str:
        """The text now, with its white space as written."""
        pieces = self.pieces.get(language)
        if pieces is None:
            pieces = self.pieces.get("", ())
        return joined([piece if isinstance(piece, str) else piece(place) for piece in pieces])

    def written(self, language: str) -> str | None:
        """The text as written, with an ellipsis for each answer it would show."""
        raw = self.raw.get(language)
        if raw is None:
            raw = self.raw.get("", ())
        return tidy("".join(value if kind == "text" else "…" for kind, value in raw))


class Itext:
    """All texts of a form by language and id."""

    __slots__ = ("default", "languages", "texts")

    def __init__(self) -> None:
        self.languages: list[str] = []
        self.default: str = ""
        self.texts: dict[str, dict[str, Raw]] = {}

    def read(self, element: ElementTree.Element) -> None:
        """Take in the `<itext>` of a model."""
        for translation in element:
            if local_name(translation) != "translation":
                continue
            language = translation.get("lang") or ""
            if language in self.texts:
                continue
            if translation.get("default") is not None and not self.default:
                self.default = language
                self.languages.insert(0, language)
            else:
                self.languages.append(language)
            texts = self.texts[language] = {}
            for text in translation:
                identity = text.get("id")
                if identity is not None:
                    texts.setdefault(identity, _shown_value(text))
        if not self.default and self.languages:
            self.default = self.languages[0]

    def by_language(self, identity: str) -> dict[str, Raw]:
        """A text in every language that has it."""
        return {language: texts[identity] for language, texts in self.texts.items() if identity in texts}

    def has(self, identity: str) -> bool:
        return any(identity in texts for texts in self.texts.values())


_NOT_TEXT = frozenset(("image", "audio", "video", "big-image", "guidance"))
"""Forms of an itext value that are not what a label says."""


def _shown_value(text: ElementTree.Element) -> Raw:
    """The value of a text that a label shows: the plain one, else `long`, else `short`."""
    values = {value.get("form") or "": value for value in text if local_name(value) == "value"}
    for form in ("", "long", "short"):
        if form in values:
            return raw_pieces(values[form])
    return ()


class TextMaker:
    """Compiles texts for the nodes that show them (given how to compile one expression)."""

    __slots__ = ("_compile", "_made", "itext")

    def __init__(
        self, itext: Itext, compile_output: Callable[[Node, str, str], Callable[[Any], str]]
    ) -> None:
        self.itext = itext
        self._compile = compile_output
        self._made: dict[tuple[int, str], Text] = {}

    def inline(self, node: Node, raw: Raw, owner: str) -> Text:
        """A text written where it is shown."""
        return Text({"": self._pieces(node, raw, owner)}, {"": raw})

    def translated(self, node: Node, identity: str, owner: str) -> Text | None:
        """A text of the itext by its id; None if no language has it."""
        key = (id(node), identity)
        made = self._made.get(key)
        if made is None:
            raw = self.itext.by_language(identity)
            if not raw:
                return None
            made = Text(
                {language: self._pieces(node, pieces, owner) for language, pieces in raw.items()}, raw
            )
            self._made[key] = made
        return made

    def _pieces(self, node: Node, raw: Raw, owner: str) -> tuple[Piece, ...]:
        return tuple(value if kind == "text" else self._compile(node, value, owner) for kind, value in raw)
