"""Formulas over terms: a quotient stays a quotient, so that comparing it stays linear.

Over names of which an interval is known, sums and products with constants are intervals too; any
other formula over them is abstracted: some interval, of which nothing more is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import z3

from poise import formula
from poise.formula import Binary, Call, Constant, Formula, Name
from poise.solver.terms import Figure, exact
from poise.values import Span

Values = Mapping[str, Figure]
Ranges = Mapping[str, Span]


class TooInvolvedError(Exception):
    """An interval that is not worked out."""


def worked_out(read: Formula, values: Values, ranges: Ranges) -> Figure:
    """The value of a formula over names that are known exactly."""
    return replace(_Exact(values, ranges).value(read), rounded=not stays_whole(read))


def stays_whole(read: Formula) -> bool:
    """Whether numbers of six decimals give one of six decimals, so that nothing is rounded."""
    match read:
        case Constant() | Name():
            return True
        case Call(_, arguments):
            return all(map(stays_whole, arguments))
        case Binary("+" | "-", left, right):
            return stays_whole(left) and stays_whole(right)
        case Binary("*", Constant(number), inner) | Binary("*", inner, Constant(number)):
            return number == int(number) and stays_whole(inner)
    return False


class _Exact:
    def __init__(self, values: Values, ranges: Ranges) -> None:
        self._values = values
        self._ranges = ranges

    def value(self, read: Formula) -> Figure:
        match read:
            case Constant(number):
                return Figure(exact(number))
            case Name(name):
                return self._values[name]
            case Call("abs", (inner,)):
                found = self.value(inner)
                size = z3.If(found.value >= 0, found.value, -found.value)
                return Figure(size, found.divisor)
            case Call(function, arguments):
                found = self.value(arguments[0])
                for argument in arguments[1:]:
                    found = _chosen(function, found, self.value(argument))
                return found
            case Binary(operator, left, right):
                return self._combined(operator, self.value(left), self.value(right), right)

    def _combined(self, operator: str, left: Figure, right: Figure, divisor: Formula) -> Figure:
        if operator in "+-":
            one, other, common = _common(left, right)
            return Figure(one + other if operator == "+" else one - other, common)
        if operator == "/":
            value, below = right.value, right.divisor
            if formula.span(divisor, self._ranges).high < 0:
                value, left = -value, Figure(-left.value, left.divisor)
            right = Figure(below if below is not None else z3.RealVal(1), value)
        return Figure(_times(left.value, right.value), _product(left.divisor, right.divisor))


def _common(left: Figure, right: Figure) -> tuple[z3.ArithRef, z3.ArithRef, z3.ArithRef | None]:
    """Both values over one divisor."""
    one = left.value if right.divisor is None else _times(left.value, right.divisor)
    other = right.value if left.divisor is None else _times(right.value, left.divisor)
    return one, other, _product(left.divisor, right.divisor)


def _times(one: z3.ArithRef, other: z3.ArithRef) -> z3.ArithRef:
    return z3.simplify(one * other) if _is_number(one) or _is_number(other) else one * other


def _is_number(term: z3.ArithRef) -> bool:
    return bool(z3.is_rational_value(term) or z3.is_int_value(term))


def _product(one: z3.ArithRef | None, other: z3.ArithRef | None) -> z3.ArithRef | None:
    if one is None or other is None:
        return other if one is None else one
    return one * other


def _chosen(function: str, left: Figure, right: Figure) -> Figure:
    one, other, common = _common(left, right)
    first = one <= other if function == "min" else one >= other
    return Figure(z3.If(first, one, other), common)


def interval(
    read: Formula, values: Mapping[str, tuple[z3.ArithRef, z3.ArithRef]]
) -> tuple[z3.ArithRef, z3.ArithRef]:
    """The interval of a formula over names that are known in part; raises `TooInvolvedError`."""
    match read:
        case Constant(number):
            return exact(number), exact(number)
        case Name(name):
            return values[name]
        case Call("abs", (inner,)):
            low, high = interval(inner, values)
            nearest = z3.If(low >= 0, low, z3.If(high <= 0, -high, z3.RealVal(0)))
            return nearest, z3.If(-low >= high, -low, high)
        case Call(function, arguments):
            spans = [interval(argument, values) for argument in arguments]
            return _extreme(function, [low for low, _ in spans]), _extreme(
                function, [high for _, high in spans]
            )
        case Binary("+", left, right):
            (a, b), (c, d) = interval(left, values), interval(right, values)
            return a + c, b + d
        case Binary("-", left, right):
            (a, b), (c, d) = interval(left, values), interval(right, values)
            return a - d, b - c
        case Binary("*", Constant(number), inner) | Binary("*", inner, Constant(number)):
            return _scaled(interval(inner, values), exact(number), number < 0)
        case Binary("/", inner, Constant(number)):
            low, high = interval(inner, values)
            ends = (low / exact(number), high / exact(number))
            return (ends[1], ends[0]) if number < 0 else ends
    raise TooInvolvedError


def _scaled(
    span: tuple[z3.ArithRef, z3.ArithRef], factor: z3.ArithRef, turned: bool
) -> tuple[z3.ArithRef, z3.ArithRef]:
    low, high = span[0] * factor, span[1] * factor
    return (high, low) if turned else (low, high)


def _extreme(function: str, terms: list[z3.ArithRef]) -> z3.ArithRef:
    found = terms[0]
    for term in terms[1:]:
        found = z3.If(term <= found if function == "min" else term >= found, term, found)
    return found
