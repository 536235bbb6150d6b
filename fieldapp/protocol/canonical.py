"""The one way of writing a value as bytes, and the strict way of reading it back.

Promise: equal values give equal bytes on both ends, for ever: RFC 8785 (JSON Canonicalization Scheme), restricted
to what cannot be ambiguous. Integers within 2^53 - 1 either way; nothing with a point or an exponent; no lone
surrogates; no name twice in one object; no Unicode normalisation. Everything else is refused, never repaired.
Never here: what the values mean. Source: protocol 1 section 1.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from fieldapp.protocol.codes import Malformed

Json = Any
"""A value as JSON has it: dict, list, str, int, bool or None; never a float."""

INTEGER_MAX = 2**53 - 1
NESTING_MAX = 16

_STRUCTURE = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{}]', re.DOTALL)
_OPENING = frozenset((b"[", b"{"))


def encode(value: Json) -> bytes:
    """The canonical bytes of `value`; `Malformed` if it holds anything outside the restriction."""
    try:
        text = json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise Malformed("a lone surrogate") from None
    except RecursionError:
        raise Malformed("nested too deeply") from None


def _ordered(value: Json) -> Json:
    """The same value with the names of each object in the order of RFC 8785 section 3.2.3: by UTF-16 code unit."""
    if isinstance(value, dict):
        if not all(isinstance(name, str) for name in value):
            raise Malformed("a name that is not text")
        try:
            names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        except UnicodeEncodeError:
            raise Malformed("a lone surrogate") from None
        return {name: _ordered(value[name]) for name in names}
    if isinstance(value, list | tuple):
        return [_ordered(item) for item in value]
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        if not -INTEGER_MAX <= value <= INTEGER_MAX:
            raise Malformed("an integer out of range")
        return value
    raise Malformed("a value that JSON here cannot hold")


def nesting(data: bytes, limit: int = NESTING_MAX) -> int:
    """How deep objects and arrays nest in the JSON text, without building anything; `Malformed` beyond `limit`.

    Only brackets outside strings are counted, so the answer is meaningful for text that is JSON.
    """
    depth = deepest = 0
    for token in _tokens(data):
        if token in _OPENING:
            depth += 1
            if depth > deepest:
                deepest = depth
                if deepest > limit:
                    raise Malformed("nested too deeply")
        else:
            depth -= 1
    return deepest


def _tokens(data: bytes) -> Iterator[bytes]:
    for found in _STRUCTURE.finditer(data):
        if found.end() - found.start() == 1:
            yield found.group()


def parse(data: bytes, *, nesting_max: int = NESTING_MAX) -> Json:
    """The value of a JSON text that keeps to the restriction; anything else is `Malformed`."""
    nesting(data, nesting_max)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed("not UTF-8") from None
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_refuse_fraction,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError:
        raise Malformed("not JSON") from None
    except RecursionError:
        raise Malformed("nested too deeply") from None
    _refuse_lone_surrogates(value, text)
    return value


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    built = dict(pairs)
    if len(built) != len(pairs):
        raise Malformed("a name twice in one object")
    return built


def _integer(digits: str) -> int:
    if len(digits) > 17:  # a sign and 16 digits; longer never fits, and int() of a long text is slow
        raise Malformed("an integer out of range")
    number = int(digits)
    if not -INTEGER_MAX <= number <= INTEGER_MAX:
        raise Malformed("an integer out of range")
    return number


def _refuse_fraction(_: str) -> float:
    raise Malformed("a number with a point or an exponent")


def _refuse_constant(_: str) -> float:
    raise Malformed("not JSON")


def _refuse_lone_surrogates(value: Json, text: str) -> None:
    """Surrogates can only come from escapes (`\\ud83d`); a pair has already become one character."""
    if "\\u" not in text:
        return
    waiting: list[Json] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            if any("\ud800" <= letter <= "\udfff" for letter in item):
                raise Malformed("a lone surrogate")
        elif isinstance(item, dict):
            waiting.extend(item)
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def sha256_hex(data: bytes) -> str:
    """SHA-256 as lower-case hexadecimal: how every hash is written on the wire."""
    return hashlib.sha256(data).hexdigest()


def b64u(data: bytes) -> str:
    """base64url without padding: how keys, signatures and salts are written (RFC 4648 section 5)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


_B64U = re.compile(r"[A-Za-z0-9_-]*")


def unb64u(text: str) -> bytes:
    """The bytes of a base64url text; only the one spelling that `b64u` gives is taken."""
    if _B64U.fullmatch(text) is None:
        raise Malformed("not base64url")
    try:
        data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise Malformed("not base64url") from None
    if b64u(data) != text:
        raise Malformed("not the shortest base64url")
    return data
