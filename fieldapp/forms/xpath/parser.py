"""Text of an expression → tree. A Pratt parser for XPath 1.0 as ODK XForms uses it.

Promises: an error names the column; nothing is guessed; the time is linear in the text; an expression too deep or
too long is refused before it can hurt anybody (threat model row 22).
Never here: what a function means, whether a node exists (`compiler` and `analysis` ask that).
A name such as `div`, `mod`, `and`, `or` or a `*` is an operator only where an operand has just ended (XPath 1.0
section 3.7), decided by the kind of the token before, not by its text: `/data/div div 2`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fieldapp.forms.xpath.tree import Call, Negation, Number, Operation, Path, Step, String, Tree

LENGTH_MAX = 40_000
"""Characters of one expression; the longest in public forms is under 5,000."""

DEPTH_MAX = 120
"""Brackets inside brackets, and operators nested to the left. Deeper would endanger Python's own stack."""

TOKENS_MAX = 12_000

AXES = frozenset(
    "ancestor ancestor-or-self attribute child descendant descendant-or-self following following-sibling "
    "namespace parent preceding preceding-sibling self".split()
)
NODE_TYPES = frozenset(("node", "text", "comment", "processing-instruction"))


class Malformed(Exception):
    """The expression cannot be read. `at` is the 0-based column."""

    def __init__(self, message: str, at: int) -> None:
        self.message = message
        self.at = at
        super().__init__(f"{message} (at column {at + 1})")


_TOKEN = re.compile(
    r"""[ \t\r\n]*(?:
    (?P<number>\d+(?:\.\d*)?|\.\d+)
  | (?P<string>"[^"]*"|'[^']*')
  | (?P<name>[^\W\d][\w.\-·]*(?::(?!:)(?:\*|[^\W\d][\w.\-·]*))?)
  | (?P<sign>//|::|\.\.|!=|<=|>=|[()\[\]@,./|+\-=<>*$])
  | (?P<end>$)
  )""",
    re.VERBOSE,
)

_PRECEDENCE = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
    "|": 8,
}
_NEGATION = 7
_CHAINED = frozenset(("or", "and", "+", "|"))
_WORDS = frozenset(("or", "and", "div", "mod"))


def _tokens(text: str) -> list[tuple[str, str, int]]:
    if len(text) > LENGTH_MAX:
        raise Malformed(f"the expression is longer than {LENGTH_MAX} characters", LENGTH_MAX)
    found: list[tuple[str, str, int]] = []
    place = 0
    match = _TOKEN.match
    while True:
        token = match(text, place)
        if token is None:
            at = place + len(text[place:]) - len(text[place:].lstrip(" \t\r\n"))
            sign = text[at]
            if sign in "\"'":
                raise Malformed("a quotation mark is not closed", at)
            raise Malformed(f"{sign!r} does not belong in an expression", at)
        kind = token.lastgroup or "end"
        found.append((kind, token.group(kind), token.start(kind)))
        if kind == "end":
            return found
        if len(found) > TOKENS_MAX:
            raise Malformed("the expression has too many terms", token.start(kind))
        place = token.end()


REMEMBERED_LENGTH_MAX = 400
"""Longer expressions are seldom written twice, and a hostile form's would fill the memory."""

_PLAIN_PATH = re.compile(r"[ \t\r\n]*(/|(?:\.\./)+|)([^\W\d][\w\-]*(?:/[^\W\d][\w\-]*)*)[ \t\r\n]*\Z")
"""A path of names alone, as every reference of a spreadsheet is: read without a token list, for two expressions in
three are one (measured on the library's forms), and a worker waits for all of them."""


def parse(text: str) -> Tree:
    """The tree of an expression. Raises `Malformed`. Trees are shared: nobody changes one."""
    if len(text) >= REMEMBERED_LENGTH_MAX:
        return _read(text)
    plain = _PLAIN_PATH.match(text)
    return _remembered(text) if plain is None else _plain_path(plain)


@lru_cache(maxsize=2_048)
def _remembered(text: str) -> Tree:
    """Within a form a third of all expressions are written more than once, and the next version has most of them."""
    return _read(text)


def _read(text: str) -> Tree:
    reader = _Reader(_tokens(text))
    tree = reader.expression(0)
    kind, value, at = reader.token
    if kind != "end":
        raise Malformed(f"{value!r} is not expected here", at)
    return tree


def _plain_path(found: re.Match[str]) -> Path:
    at = found.start(2)
    steps = [Step("parent", "", "node()", [], at)] * (len(found[1]) // 3)
    for name in found[2].split("/"):
        steps.append(Step("child", "", name, [], at))
        at += len(name) + 1
    return Path("/" if found[1] == "/" else "", [], steps, found.start(1))


class _Reader:
    """Where we are in one list of tokens."""

    __slots__ = ("depth", "place", "token", "tokens")

    def __init__(self, tokens: list[tuple[str, str, int]]) -> None:
        self.tokens = tokens
        self.place = 0
        self.token = tokens[0]
        self.depth = 0

    def step_on(self) -> None:
        self.place += 1
        self.token = self.tokens[self.place]

    def take(self, sign: str) -> None:
        """Step over a sign that must come next."""
        kind, value, at = self.token
        if kind != "sign" or value != sign:
            missing = "the expression ends too early" if kind == "end" else f"{value!r} is not expected here"
            raise Malformed(f"{missing}, {sign!r} is missing", at)
        self.step_on()

    def is_sign(self, sign: str) -> bool:
        return self.token[1] == sign and self.token[0] == "sign"

    def expression(self, binding: int) -> Tree:
        """An operand and all operators that bind tighter than `binding`."""
        self.depth += 1
        if self.depth > DEPTH_MAX:
            raise Malformed("the expression is nested too deeply", self.token[2])
        left = self.operand()
        chained = 0
        while True:
            kind, operator, at = self.token
            if kind == "end" or (kind == "name" and operator not in _WORDS) or kind in ("number", "string"):
                break
            precedence = _PRECEDENCE.get(operator, 0)
            if precedence <= binding:
                break
            self.step_on()
            right = self.expression(precedence)
            if type(left) is Operation and left.operator == operator and operator in _CHAINED and chained:
                left.operands.append(right)
            else:
                chained += 1
                if chained + self.depth > DEPTH_MAX:
                    raise Malformed("the expression has too many terms; add them up in steps", at)
                left = Operation(operator, [left, right], at)
        self.depth -= 1
        return left

    def operand(self) -> Tree:
        kind, value, at = self.token
        if kind == "sign" and value == "-":
            self.step_on()
            return Negation(self.expression(_NEGATION), at)
        return self.path()

    def path(self) -> Tree:
        kind, value, at = self.token
        if kind == "sign" and value == "/":
            self.step_on()
            return Path("/", [], self.steps() if self.starts_step() else [], at)
        if kind == "sign" and value == "//":
            self.step_on()
            return Path("/", [], [_anywhere(at), *self.steps()], at)
        if self.starts_step():
            return Path("", [], self.steps(), at)
        start = self.primary()
        predicates = self.predicates()
        steps: list[Step] = []
        if self.is_sign("/"):
            self.step_on()
            steps = self.steps()
        elif self.is_sign("//"):
            self.step_on()
            steps = [_anywhere(at), *self.steps()]
        if not predicates and not steps:
            return start
        return Path(start, predicates, steps, at)

    def starts_step(self) -> bool:
        kind, value, _ = self.token
        if kind == "name":
            if self.tokens[self.place + 1][1] != "(" or self.tokens[self.place + 1][0] != "sign":
                return True
            return value in NODE_TYPES
        return kind == "sign" and value in (".", "..", "@", "*")

    def steps(self) -> list[Step]:
        found = [self.one_step()]
        while True:
            if self.is_sign("/"):
                self.step_on()
            elif self.is_sign("//"):
                found.append(_anywhere(self.token[2]))
                self.step_on()
            else:
                return found
            found.append(self.one_step())

    def one_step(self) -> Step:
        kind, value, at = self.token
        if kind == "sign":
            if value == ".":
                self.step_on()
                return Step("self", "", "node()", self.predicates(), at)
            if value == "..":
                self.step_on()
                return Step("parent", "", "node()", self.predicates(), at)
        axis = "child"
        if kind == "sign" and value == "@":
            axis = "attribute"
            self.step_on()
        elif kind == "name" and self.tokens[self.place + 1][1] == "::":
            if value not in AXES:
                raise Malformed(f"{value!r} is not an axis", at)
            axis = value
            self.step_on()
            self.step_on()
        prefix, test = self.node_test()
        return Step(axis, prefix, test, self.predicates(), at)

    def node_test(self) -> tuple[str, str]:
        kind, value, at = self.token
        if kind == "sign" and value == "*":
            self.step_on()
            return "", "*"
        if kind != "name":
            where = "the expression ends too early" if kind == "end" else f"{value!r} is not expected here"
            raise Malformed(f"{where}, a name is missing", at)
        self.step_on()
        if self.is_sign("("):
            if value not in NODE_TYPES:
                raise Malformed(f"a function cannot stand inside a path: {value}", at)
            self.step_on()
            if value == "processing-instruction" and self.token[0] == "string":
                self.step_on()
            self.take(")")
            return "", f"{value}()"
        prefix, _, local = value.rpartition(":")
        return prefix, local

    def predicates(self) -> list[Tree]:
        found: list[Tree] = []
        while self.is_sign("["):
            self.step_on()
            found.append(self.expression(0))
            self.take("]")
        return found

    def primary(self) -> Tree:
        kind, value, at = self.token
        if kind == "number":
            self.step_on()
            return Number(float(value), at)
        if kind == "string":
            self.step_on()
            return String(value[1:-1], at)
        if kind == "name":
            self.step_on()
            return Call(value, self.arguments(), at)
        if kind == "sign" and value == "(":
            self.step_on()
            inner = self.expression(0)
            self.take(")")
            # A bracketed operation must not be drawn into a chain outside it.
            return inner
        if kind == "sign" and value == "$":
            raise Malformed("variables are not part of XForms; use ${name} in a spreadsheet", at)
        if kind == "end":
            raise Malformed("the expression ends too early", at)
        raise Malformed(f"{value!r} is not expected here", at)

    def arguments(self) -> list[Tree]:
        self.take("(")
        found: list[Tree] = []
        if self.is_sign(")"):
            self.step_on()
            return found
        while True:
            found.append(self.expression(0))
            if self.is_sign(","):
                self.step_on()
                continue
            self.take(")")
            return found


def _anywhere(at: int) -> Step:
    return Step("descendant-or-self", "", "node()", [], at)
