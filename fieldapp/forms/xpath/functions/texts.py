"""Texts: cutting, joining, searching, digests, encodings."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import TYPE_CHECKING

from fieldapp.forms.xpath.code import Code, Place, TextCode, constant_text
from fieldapp.forms.xpath.context import Context, Fault
from fieldapp.forms.xpath.effort import joined
from fieldapp.forms.xpath.functions.table import plain, special
from fieldapp.forms.xpath.numbers import SPACE, round_half_up
from fieldapp.forms.xpath.patterns import Pattern, TooHard, pattern_of

if TYPE_CHECKING:
    from fieldapp.forms.xpath.tree import Call


def _own(context: Context, call: Call) -> Code:
    """The context node, where an argument is left out."""
    from fieldapp.forms.xpath.compiler import own_node

    return own_node(context, call.at)


@special("string", "t?", "t", "a value as text")
def string(context: Context, call: Call, arguments: list[Code]) -> Code:
    code = arguments[0] if arguments else _own(context, call)
    return TextCode(code.text, constant=code.constant)


@special("concat", "s*", "t", "texts joined; of nodes, all of them")
def concat(context: Context, call: Call, arguments: list[Code]) -> Code:
    if not arguments:
        return constant_text("")
    if any(code.kind == "many" for code in arguments):
        lists = [code.texts for code in arguments]
        return TextCode(lambda place: joined([text for texts in lists for text in texts(place)]))
    parts = [code.text for code in arguments]
    if len(parts) == 2:
        one, two = parts
        return TextCode(lambda place: joined([one(place), two(place)]))
    return TextCode(lambda place: joined([part(place) for part in parts]))


@special("join", "ts*", "t", "texts joined with something between; of nodes, all of them")
def join(context: Context, call: Call, arguments: list[Code]) -> Code:
    glue = arguments[0].text
    lists = [code.texts for code in arguments[1:]]

    return TextCode(lambda place: joined([text for texts in lists for text in texts(place)], glue(place)))


@plain("contains", "tt", "b", "whether a text holds another")
def contains(text: str, part: str) -> bool:
    return part in text


@plain("starts-with", "tt", "b", "whether a text begins with another")
def starts_with(text: str, part: str) -> bool:
    return text.startswith(part)


@plain("ends-with", "tt", "b", "whether a text ends with another")
def ends_with(text: str, part: str) -> bool:
    return text.endswith(part)


@plain("substring-before", "tt", "t", "what stands before the first place of another text")
def substring_before(text: str, part: str) -> str:
    return text.partition(part)[0] if part and part in text else ""


@plain("substring-after", "tt", "t", "what stands after the first place of another text")
def substring_after(text: str, part: str) -> str:
    return text if not part else text.partition(part)[2]


@plain("substring", "tnn?", "t", "so many characters from a place, the first being 1")
def substring(text: str, start: float, length: float | None = None) -> str:
    first = round_half_up(start)
    end = float("inf") if length is None else first + round_half_up(length)
    if first != first or end != end:
        return ""
    low = max(first, 1.0)
    if low == float("inf") or end <= low:
        return ""
    return text[int(low) - 1 : None if end == float("inf") else int(end) - 1]


@plain(
    "substr",
    "tnn?",
    "t",
    "characters from one place to before another, the first being 0; from the end if negative",
)
def substr(text: str, start: float, end: float | None = None) -> str:
    if start != start or (end is not None and end != end):
        return ""
    size = len(text)
    low = int(max(-1e9, min(1e9, start)))
    high = size if end is None else int(max(-1e9, min(1e9, end)))
    low = max(0, low + size if low < 0 else low)
    high = min(size, high + size if high < 0 else high)
    return text[low:high] if low < high else ""


@special("string-length", "t?", "n", "how many characters a text has")
def string_length(context: Context, call: Call, arguments: list[Code]) -> Code:
    from fieldapp.forms.xpath.code import NumberCode

    code = arguments[0] if arguments else _own(context, call)
    text = code.text
    return NumberCode(lambda place: float(len(text(place))), constant=code.constant)


@special("normalize-space", "t?", "t", "a text without spaces around it and with single ones inside")
def normalize_space(context: Context, call: Call, arguments: list[Code]) -> Code:
    code = arguments[0] if arguments else _own(context, call)
    text = code.text
    return TextCode(lambda place: " ".join(_words(text(place))), constant=code.constant)


def _words(text: str) -> list[str]:
    for sign in SPACE[1:]:
        text = text.replace(sign, " ")
    return [word for word in text.split(" ") if word]


@plain("translate", "ttt", "t", "characters replaced one by one, or left out")
def translate(text: str, these: str, those: str) -> str:
    table: dict[int, str] = {}
    for place, sign in enumerate(these):
        table.setdefault(ord(sign), those[place : place + 1])
    return text.translate(table)


@special("regex", "tt", "b", "whether a text holds something of a pattern")
def regex(context: Context, call: Call, arguments: list[Code]) -> Code:
    from fieldapp.forms.xpath.code import BooleanCode

    text, source = arguments[0].text, arguments[1].text
    if arguments[1].constant:
        fixed = _pattern(source(None), call)
        return BooleanCode(lambda place: fixed.is_found_in(text(place)))

    def found(place: Place) -> bool:
        try:
            return pattern_of(source(place)).is_found_in(text(place))
        except TooHard:
            return False

    return BooleanCode(found)


def _pattern(source: str, call: Call) -> Pattern:
    try:
        return pattern_of(source)
    except TooHard as reason:
        raise Fault(f"the pattern of regex() cannot be used: {reason}", call.at) from None


_DIGESTS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


@special(
    "digest", "ttt?", "t", "a checksum of a text: MD5, SHA-1, SHA-256, SHA-384 or SHA-512, as base64 or hex"
)
def digest(context: Context, call: Call, arguments: list[Code]) -> Code:
    text, algorithm = arguments[0].text, arguments[1].text
    encoding = arguments[2].text if len(arguments) > 2 else constant_text("base64").text
    for argument, allowed in zip(arguments[1:], (_DIGESTS, ("base64", "hex")), strict=False):
        if argument.constant and argument.text(None) not in allowed:
            raise Fault(f"digest() does not know {argument.text(None)!r}", call.at)

    def made(place: Place) -> str:
        name = _DIGESTS.get(algorithm(place))
        if name is None:
            return ""
        raw = hashlib.new(name, text(place).encode(), usedforsecurity=False)
        how = encoding(place)
        if how == "hex":
            return raw.hexdigest()
        return base64.b64encode(raw.digest()).decode() if how == "base64" else ""

    return TextCode(made)


@plain("base64-decode", "t", "t", "the text that base64 stands for; empty if it is none")
def base64_decode(text: str) -> str:
    try:
        compact = "".join(text.split())
        raw = base64.b64decode(compact + "=" * (-len(compact) % 4), validate=True)
    except (binascii.Error, ValueError):
        return ""
    return raw.decode("utf-8", "replace")


@special("version", "", "t", "the version of the form")
def version(context: Context, call: Call, arguments: list[Code]) -> Code:
    return constant_text(context.names.version)


@plain("base64-encode", "t", "t", "a text as base64")
def base64_encode(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
