"""Formulas: plain arithmetic over names, with intervals for what is known in part.

`100 * lower / (upper + middle + lower)`, with `+ - * /`, brackets, numbers, names, and `abs`,
`min`, `max`. Nothing is evaluated as program text: a formula is read into a small tree.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from poise.values import Span, rounded

Operator = Literal["+", "-", "*", "/"]
FUNCTIONS = ("abs", "min", "max")

_TOKEN = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?|[^\W\d]\w*(?:\.\w+)*|[-+*/(),])")
_NESTING = 20
_LENGTH = 100


@dataclass(frozen=True, slots=True)
class Constant:
    value: float


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Binary:
    operator: Operator
    left: Formula
    right: Formula


@dataclass(frozen=True, slots=True)
class Call:
    function: Literal["abs", "min", "max"]
    arguments: tuple[Formula, ...]


Formula = Constant | Name | Binary | Call


class FormulaError(ValueError):
    """A formula that cannot be read; the text says why."""


def parse(text: str) -> Formula:
    """Read a formula; raises `FormulaError`."""
    return _Parser(text).whole()


def names(formula: Formula) -> tuple[str, ...]:
    """The names that a formula reads, in the order of their first use."""
    match formula:
        case Constant():
            return ()
        case Name(name):
            return (name,)
        case Binary(_, left, right):
            found = names(left) + names(right)
        case Call(_, arguments):
            found = tuple(name for argument in arguments for name in names(argument))
    return tuple(dict.fromkeys(found))


def renamed(formula: Formula, to: Mapping[str, str]) -> Formula:
    """The same formula over other names."""
    match formula:
        case Constant():
            return formula
        case Name(name):
            return Name(to.get(name, name))
        case Binary(operator, left, right):
            return Binary(operator, renamed(left, to), renamed(right, to))
        case Call(function, arguments):
            return Call(function, tuple(renamed(argument, to) for argument in arguments))


def span(formula: Formula, values: Mapping[str, Span]) -> Span:
    """The interval in which a formula's value lies, given an interval for each of its names.

    Raises ZeroDivisionError where a divisor's interval holds zero, which a pack that was loaded
    never reaches (`divides-by-zero`).
    """
    low, high = _span(formula, values)
    return Span(rounded(low), rounded(high))


def _span(formula: Formula, values: Mapping[str, Span]) -> tuple[float, float]:
    match formula:
        case Constant(value):
            return value, value
        case Name(name):
            return values[name].low, values[name].high
        case Call(function, arguments):
            spans = [_span(argument, values) for argument in arguments]
            return _called(function, spans)
        case Binary(operator, left, right):
            return _combined(operator, _span(left, values), _span(right, values))


def _called(function: str, spans: list[tuple[float, float]]) -> tuple[float, float]:
    if function == "abs":
        low, high = spans[0]
        nearest = 0.0 if low <= 0 <= high else min(abs(low), abs(high))
        return nearest, max(abs(low), abs(high))
    choose = min if function == "min" else max
    return choose(low for low, _ in spans), choose(high for _, high in spans)


def _combined(
    operator: Operator, left: tuple[float, float], right: tuple[float, float]
) -> tuple[float, float]:
    (a, b), (c, d) = left, right
    if operator == "+":
        return _ends(a + c, b + d)
    if operator == "-":
        return _ends(a - d, b - c)
    if operator == "/":
        if c <= 0 <= d:
            raise ZeroDivisionError
        corners = [_quotient(x, y) for x in (a, b) for y in (c, d)]
    else:
        corners = [_product(x, y) for x in (a, b) for y in (c, d)]
    return min(corners), max(corners)


def _ends(low: float, high: float) -> tuple[float, float]:
    """Where two open ends meet in a sum, nothing is known of that end."""
    return -math.inf if math.isnan(low) else low, math.inf if math.isnan(high) else high


def _product(x: float, y: float) -> float:
    """Zero times an open end is zero: the end stands for numbers, not for infinity itself."""
    return 0.0 if x == 0 or y == 0 else x * y


def _quotient(x: float, y: float) -> float:
    """Anything over an open end comes as near to zero as one likes."""
    return 0.0 if math.isinf(y) else x / y


class _Parser:
    """Recursive descent over the usual precedence."""

    def __init__(self, text: str) -> None:
        self._signs = _signs_of(text)
        self._next = 0
        self._nesting = 0

    def whole(self) -> Formula:
        formula = self._sum()
        if self._peek():
            raise FormulaError(f"'{self._peek()}' stands where nothing more was expected")
        return formula

    def _peek(self) -> str:
        return self._signs[self._next] if self._next < len(self._signs) else ""

    def _take(self, expected: str = "") -> str:
        sign = self._peek()
        if expected and sign != expected:
            raise FormulaError(f"'{expected}' is missing" + (f" before '{sign}'" if sign else ""))
        self._next += 1
        return sign

    def _sum(self) -> Formula:
        formula = self._product()
        while (sign := self._peek()) in ("+", "-"):
            self._take()
            formula = Binary("+" if sign == "+" else "-", formula, self._product())
        return formula

    def _product(self) -> Formula:
        formula = self._atom()
        while (sign := self._peek()) in ("*", "/"):
            self._take()
            formula = Binary("*" if sign == "*" else "/", formula, self._atom())
        return formula

    def _atom(self) -> Formula:
        self._nesting += 1
        if self._nesting > _NESTING:
            raise FormulaError("it is nested too deeply")
        sign = self._take()
        try:
            if sign == "-":
                return Binary("-", Constant(0.0), self._atom())
            if sign == "(":
                formula = self._sum()
                self._take(")")
                return formula
            if sign in FUNCTIONS and self._peek() == "(":
                return self._call(sign)
            if sign and sign[0] in "0123456789":
                return Constant(_number(sign))
            if sign and (sign[0].isalpha() or sign[0] == "_"):
                if self._peek() == "(":
                    raise FormulaError(f"'{sign}' is no function; it knows {', '.join(FUNCTIONS)}")
                return Name(sign)
        finally:
            self._nesting -= 1
        raise FormulaError(f"a name or a number is missing{f' before {sign!r}' if sign else ''}")

    def _call(self, function: str) -> Formula:
        self._take("(")
        arguments = [self._sum()]
        while self._peek() == ",":
            self._take()
            arguments.append(self._sum())
        self._take(")")
        if function == "abs":
            if len(arguments) != 1:
                raise FormulaError("'abs' takes one value")
            return Call("abs", tuple(arguments))
        return Call("min" if function == "min" else "max", tuple(arguments))


def _number(sign: str) -> float:
    value = float(sign)
    if not math.isfinite(value) or abs(value) > 1e12:
        raise FormulaError(f"'{sign}' is too large")
    return value


def _signs_of(text: str) -> list[str]:
    signs, position, text = [], 0, text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            stray = text[position:].lstrip()[0]
            raise FormulaError(f"'{stray}' has no meaning in a formula")
        signs.append(match.group(1))
        position = match.end()
        if len(signs) > _LENGTH:
            raise FormulaError("it is too long; make several measures of it")
    return signs
