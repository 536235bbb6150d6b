"""Regular expressions of forms, safe to run on anything anybody types.

Promises: a pattern means what it means in ODK's clients (JavaScript's syntax, found anywhere in the text unless
anchored); no pattern and no text together take more than a bounded number of steps.
How: a pattern is parsed here, and how many ways through it there could be is reckoned from its shape and the length
of the text. If these are few, Python's own engine runs it; else an automaton that visits each character once does.
Look-around and back-references need Python's engine, so with nested repetition they are refused (threat model row 22).
Never here: capturing. Sources: ECMAScript `Pattern` grammar; R. Cox, "Regular Expression Matching Can Be Simple
And Fast" (2007).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from fieldapp.forms.xpath.effort import spend

LENGTH_MAX = 4_000
STATES_MAX = 6_000
STEPS_MAX = 600_000
"""Under a second of Python; a text that needs more does not match."""

_WAYS_MAX = 20_000
"""Ways through a pattern that Python's engine may try, backtracking, in about a millisecond."""
_WAYS_LOOKING_MAX = 5_000_000
"""The same where only Python's engine can run it: about a fifth of a second."""
_RISKY_LENGTH_MAX = 24
"""Characters of a text for a choice inside a repetition that only Python's engine can run: ways double with each."""
_DEPTH_MAX = 60
_COUNT_MAX = 1_000
ENDLESS = -1


class TooHard(Exception):
    """The pattern is malformed, or nothing safe can run it. Its text says which."""


Test = Callable[[str], bool]


class _Piece:
    """A part of a pattern: `char` (a test), `seq`, `alt`, `repeat`, `at` (an assertion), `look`, `back`."""

    __slots__ = ("high", "kind", "low", "parts", "source", "test")

    def __init__(
        self,
        kind: str,
        parts: list[_Piece] | None = None,
        source: str = "",
        test: Test | None = None,
        low: int = 0,
        high: int = 0,
    ) -> None:
        self.kind = kind
        self.parts = parts or []
        self.source = source
        self.test = test
        self.low = low
        self.high = high


def _is_digit(sign: str) -> bool:
    return "0" <= sign <= "9"


def _is_word(sign: str) -> bool:
    return sign == "_" or (sign.isascii() and sign.isalnum())


def _is_space(sign: str) -> bool:
    return sign.isspace() or sign == "\ufeff"


_CLASSES: dict[str, Test] = {
    "d": _is_digit,
    "D": lambda sign: not _is_digit(sign),
    "w": _is_word,
    "W": lambda sign: not _is_word(sign),
    "s": _is_space,
    "S": lambda sign: not _is_space(sign),
}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}


def _equals(sign: str) -> Test:
    return lambda other: other == sign


def _between(low: str, high: str) -> Test:
    return lambda sign: low <= sign <= high


def _category(name: str, wanted: bool) -> Test:
    return lambda sign: unicodedata.category(sign).startswith(name) == wanted


class _Parser:
    """One pattern being read."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        self.depth = 0
        self.groups = 0

    def more(self) -> bool:
        return self.place < len(self.source)

    def peek(self, count: int = 1) -> str:
        return self.source[self.place : self.place + count]

    def take(self, count: int = 1) -> str:
        taken = self.peek(count)
        if len(taken) < count:
            raise TooHard("it ends too early")
        self.place += count
        return taken

    def alternatives(self) -> _Piece:
        self.depth += 1
        if self.depth > _DEPTH_MAX:
            raise TooHard("it is nested too deeply")
        found = [self.sequence()]
        while self.peek() == "|":
            self.take()
            found.append(self.sequence())
        self.depth -= 1
        return found[0] if len(found) == 1 else _Piece("alt", found)

    def sequence(self) -> _Piece:
        found: list[_Piece] = []
        while self.more() and self.peek() not in ("|", ")"):
            found.append(self.quantified(self.atom()))
        return _Piece("seq", found)

    def quantified(self, piece: _Piece) -> _Piece:
        while True:
            bounds = self.bounds()
            if bounds is None:
                return piece
            if piece.kind in ("at", "look"):
                raise TooHard("there is nothing to repeat")
            if self.peek() in ("?", "+"):
                self.take()
            piece = _Piece("repeat", [piece], low=bounds[0], high=bounds[1])
            if self.peek() in ("*", "+") or (self.peek() == "{" and self._counted()):
                raise TooHard("there is nothing to repeat")

    def bounds(self) -> tuple[int, int] | None:
        sign = self.peek()
        if sign and sign in "*+?":
            self.take()
            return {"*": (0, ENDLESS), "+": (1, ENDLESS), "?": (0, 1)}[sign]
        counted = self._counted() if sign == "{" else None
        if counted is None:
            return None
        self.place += len(counted[0])
        low = int(counted[1])
        high = low if not counted[2] else (int(counted[3]) if counted[3] else ENDLESS)
        if max(low, high) > _COUNT_MAX:
            raise TooHard(f"it repeats more than {_COUNT_MAX} times")
        if high != ENDLESS and high < low:
            raise TooHard("the numbers of a repetition are out of order")
        return low, high

    def _counted(self) -> re.Match[str] | None:
        return re.compile(r"\{(\d{1,6})(,(\d{0,6}))?\}").match(self.source, self.place)

    def atom(self) -> _Piece:
        sign = self.take()
        if sign == "(":
            return self.group()
        if sign == "[":
            return self.klass()
        if sign == "\\":
            return self.escape()
        if sign == ".":
            return _Piece("char", source=".", test=lambda other: other not in "\n\r\u2028\u2029")
        if sign == "^":
            return _Piece("at", source=r"\A")
        if sign == "$":
            return _Piece("at", source=r"\Z")
        if sign in "*+?":
            raise TooHard("there is nothing to repeat")
        return _literal(sign)

    def group(self) -> _Piece:
        if self.peek(2) == "?:":
            self.take(2)
        elif self.peek(2) in ("?=", "?!"):
            return self.look("(" + self.take(2))
        elif self.peek(3) in ("?<=", "?<!"):
            return self.look("(" + self.take(3))
        elif self.peek(2) == "?<":
            named = re.compile(r"\?<\w+>").match(self.source, self.place)
            if named is None:
                raise TooHard("a group's name is malformed")
            self.place = named.end()
            self.groups += 1
        elif self.peek() == "?":
            raise TooHard("it has a group of an unknown kind")
        else:
            self.groups += 1
        inner = self.alternatives()
        self.close()
        return _Piece("seq", [inner], source="(")

    def look(self, opening: str) -> _Piece:
        inner = self.alternatives()
        self.close()
        return _Piece("look", [inner], source=opening)

    def close(self) -> None:
        if self.peek() != ")":
            raise TooHard("a bracket is not closed")
        self.take()

    def escape(self) -> _Piece:
        sign = self.take()
        if sign in _CLASSES:
            return _Piece("char", source="\\" + sign, test=_CLASSES[sign])
        if sign in "bB":
            return _Piece("at", source="\\" + sign)
        if sign in "123456789":
            return _Piece("back", source=sign)
        if sign in "pP" and self.peek() == "{":
            name = self.category()
            return _Piece("char", source="", test=_category(name, sign == "p"))
        return _literal(self.escaped(sign))

    def category(self) -> str:
        found = re.compile(r"\{(?:Is)?([A-Za-z]{1,2})\}").match(self.source, self.place)
        if found is None:
            raise TooHard("it names an unknown class of characters")
        self.place = found.end()
        return found[1]

    def escaped(self, sign: str) -> str:
        if sign in _CONTROLS:
            return _CONTROLS[sign]
        if sign in "xu":
            digits = self.peek(2 if sign == "x" else 4)
            if re.fullmatch(r"[0-9a-fA-F]+", digits) and len(digits) == (2 if sign == "x" else 4):
                self.take(len(digits))
                return chr(int(digits, 16))
        return sign

    def klass(self) -> _Piece:
        negative = self.peek() == "^"
        if negative:
            self.take()
        tests: list[Test] = []
        while self.peek() != "]":
            low = self.member(tests)
            if low is None:
                continue
            if self.peek() == "-" and self.peek(2)[1:] not in ("]", ""):
                self.take()
                high = self.member(tests)
                if high is None:
                    tests.append(_equals(low))
                    tests.append(_equals("-"))
                elif high < low:
                    raise TooHard("a range of characters is out of order")
                else:
                    tests.append(_between(low, high))
            else:
                tests.append(_equals(low))
        self.take()

        def holds(sign: str) -> bool:
            return any(test(sign) for test in tests) != negative

        return _Piece("char", source="", test=holds)

    def member(self, tests: list[Test]) -> str | None:
        """A character of a class, or None after a class inside the class has been taken."""
        if not self.more():
            raise TooHard("a class of characters is not closed")
        sign = self.take()
        if sign != "\\":
            return sign
        sign = self.take()
        if sign in _CLASSES:
            tests.append(_CLASSES[sign])
            return None
        if sign in "pP" and self.peek() == "{":
            tests.append(_category(self.category(), sign == "p"))
            return None
        return "\b" if sign == "b" else self.escaped(sign)


def _literal(sign: str) -> _Piece:
    return _Piece("char", source=re.escape(sign), test=_equals(sign))


class _Maker:
    """Pieces → the states of an automaton. A state is (kind, test or assertion, next, other)."""

    def __init__(self) -> None:
        self.states: list[tuple[str, object, int, int]] = []

    def add(self, kind: str, what: object = None, after: int = -1, other: int = -1) -> int:
        if len(self.states) >= STATES_MAX:
            raise TooHard("it is too large")
        self.states.append((kind, what, after, other))
        return len(self.states) - 1

    def make(self, piece: _Piece, after: int) -> int:
        """The state where a piece begins, if the pattern goes on at `after`."""
        if piece.kind == "char":
            return self.add("char", piece.test, after)
        if piece.kind == "at":
            return self.add("at", piece.source, after)
        if piece.kind == "seq":
            for part in reversed(piece.parts):
                after = self.make(part, after)
            return after
        if piece.kind == "alt":
            starts = [self.make(part, after) for part in piece.parts]
            start = starts[-1]
            for one in reversed(starts[:-1]):
                start = self.add("split", None, one, start)
            return start
        return self.repeat(piece, after)

    def repeat(self, piece: _Piece, after: int) -> int:
        inner = piece.parts[0]
        if piece.high == ENDLESS:
            loop = self.add("split")
            start = self.make(inner, loop)
            self.states[loop] = ("split", None, start, after)
            begin = loop
        else:
            begin = after
            for _ in range(piece.high - piece.low):
                begin = self.add("split", None, self.make(inner, begin), after)
        for _ in range(piece.low):
            begin = self.make(inner, begin)
        return begin


class Pattern:
    """A pattern that can be looked for in any text."""

    def __init__(self, source: str) -> None:
        if len(source) > LENGTH_MAX:
            raise TooHard(f"it is longer than {LENGTH_MAX} characters")
        parser = _Parser(source)
        piece = parser.alternatives()
        if parser.more():
            raise TooHard("a bracket is closed that was not opened")
        shape = _shape(piece, inside=False)
        needs_python = shape.needs_python
        if needs_python and shape.nested:
            raise TooHard("it mixes look-around or back-references with repetition inside repetition")
        self._shape = shape
        self._python: re.Pattern[str] | None = None
        if needs_python or not (shape.nested or shape.risky):
            self._python = _python_pattern(source)
        self._needs_python = needs_python
        self._states: list[tuple[str, object, int, int]] = []
        self._start = 0
        if not needs_python:
            maker = _Maker()
            self._start = maker.make(piece, maker.add("end"))
            self._states = maker.states
        elif self._python is None:
            raise TooHard("it cannot be run")

    def is_found_in(self, text: str) -> bool:
        """Whether the pattern is found anywhere in a text; no if that would take too long."""
        shape, size = self._shape, len(text) + 1
        ways = min(shape.ways, _WAYS_LOOKING_MAX) * size ** min(shape.loops + 1, 12)
        if self._python is not None and ways <= _WAYS_MAX:
            return self._python.search(text) is not None
        if not self._needs_python:
            return self._walk(text)
        if self._python is None or ways > _WAYS_LOOKING_MAX or (shape.risky and size > _RISKY_LENGTH_MAX):
            return False
        spend(ways >> 6)
        return self._python.search(text) is not None

    def _walk(self, text: str) -> bool:
        """Run the automaton: each character is looked at once for each state it may be in."""
        states = self._states
        active: set[int] = set()
        steps = 0
        for place in range(len(text) + 1):
            seen: set[int] = set()
            if self._enter(active, self._start, text, place, seen):
                return True
            if place == len(text):
                return False
            sign = text[place]
            following: set[int] = set()
            passed: set[int] = set()
            for number in active:
                _, test, after, _ = states[number]
                if callable(test) and test(sign) and self._enter(following, after, text, place + 1, passed):
                    return True
            step = len(active) + len(seen) + len(passed) + 1
            steps += step
            if steps > STEPS_MAX:
                return False
            spend(step)
            active = following
        return False

    def _enter(self, active: set[int], start: int, text: str, place: int, seen: set[int]) -> bool:
        """Add a state and all that follow without a character; whether the end is among them.

        `seen` are the states already followed at this place.
        """
        waiting = [start]
        while waiting:
            number = waiting.pop()
            if number in active or number in seen:
                continue
            seen.add(number)
            kind, what, after, other = self._states[number]
            if kind == "end":
                return True
            if kind == "char":
                active.add(number)
            elif kind == "split":
                waiting.append(after)
                waiting.append(other)
            elif _holds(str(what), text, place):
                waiting.append(after)
        return False


def _holds(assertion: str, text: str, place: int) -> bool:
    if assertion == r"\A":
        return place == 0
    if assertion == r"\Z":
        return place == len(text)
    before = place > 0 and _is_word(text[place - 1])
    after = place < len(text) and _is_word(text[place])
    return (before != after) == (assertion == r"\b")


@dataclass(slots=True)
class _Shape:
    """What decides how many ways a backtracking engine might try."""

    nested: bool = False
    """A repetition stands inside a repetition."""
    risky: bool = False
    """A choice, or something that may be left out, stands inside a repetition."""
    needs_python: bool = False
    loops: int = 0
    """Repetitions without bound."""
    ways: int = 1
    """Choices, things that may be left out, and bounded repetitions, multiplied."""


def _shape(piece: _Piece, *, inside: bool) -> _Shape:
    """The shape of a piece; `inside` a repetition."""
    made = _Shape(needs_python=piece.kind in ("look", "back"))
    repeats = piece.kind == "repeat" and piece.high != 1 and piece.high != piece.low
    around = inside or (piece.kind == "repeat" and piece.high != 1)
    looks = 0
    for part in piece.parts:
        below = _shape(part, inside=around)
        made.nested = made.nested or below.nested
        made.risky = made.risky or below.risky
        made.needs_python = made.needs_python or below.needs_python
        made.ways = min(made.ways * below.ways, _WAYS_LOOKING_MAX)
        if part.kind == "look":
            looks = max(looks, below.loops)
        else:
            made.loops += below.loops
    made.loops += looks  # each is walked by itself, and not again once it is found
    if repeats:
        made.nested = made.nested or inside
        if piece.high == ENDLESS or piece.high - piece.low > 50:
            made.loops += 1
        else:
            made.ways *= piece.high - piece.low + 1
    elif piece.kind == "repeat" and piece.low != piece.high:
        made.risky = made.risky or inside
        made.ways *= 2
    elif piece.kind == "alt":
        made.risky = made.risky or inside
        made.ways *= len(piece.parts)
    return made


def _python_pattern(source: str) -> re.Pattern[str] | None:
    """The same pattern for Python's engine; None if it cannot say it."""
    if "\\p" in source or "\\P" in source or "[^]" in source or "[]" in source:
        return None
    translated = re.sub(r"\(\?<(?![=!])", "(?P<", source)
    translated = re.sub(r"(\\.)|\$", lambda found: found[1] or r"\Z", translated, flags=re.DOTALL)
    translated = translated.replace("[[", r"[\[") if "[[" in translated else translated
    try:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return re.compile(_dollars_in_classes(source, translated), re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None


def _dollars_in_classes(source: str, translated: str) -> str:
    """Inside a class `$` is itself: where the source has one there, leave the pattern to the automaton."""
    inside = False
    escaped = False
    for sign in source:
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif sign == "[":
            inside = True
        elif sign == "]":
            inside = False
        elif sign == "$" and inside:
            raise re.error("left to the automaton")
    return translated


@lru_cache(maxsize=512)
def pattern_of(source: str) -> Pattern:
    """The pattern of a text, remembered. Raises `TooHard`."""
    return Pattern(source)
