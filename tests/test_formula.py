"""Formulas: plain arithmetic, and intervals for what is known in part."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from poise import formula
from poise.formula import FormulaError, names, parse, renamed, span
from poise.values import Span, exactly, rounded

NUMBERS = st.integers(-40, 40).map(str) | st.sampled_from(["0.5", "2.25", "10", "100.125"])
NAMES = st.sampled_from(["a", "b.c", "b.d_mm.left"])


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda parts: f"({''.join(parts)})"),
        st.tuples(inner, st.sampled_from([" + ", " - ", "*"]), inner).map("".join),
        inner.map("abs({})".format),
        st.tuples(inner, inner).map("min({0[0]}, {0[1]})".format),
        st.tuples(inner, inner, inner).map("max({0[0]},{0[1]}, {0[2]})".format),
        inner.map("-({})".format),
    )


FORMULAS = st.recursive(NUMBERS.map("({})".format) | NAMES, _joined, max_leaves=6)
POINTS = st.fixed_dictionaries(
    {name: st.integers(-20, 20).map(float) for name in ("a", "b.c", "b.d_mm.left")}
)


def _by_python(text: str, values: Mapping[str, float]) -> float:
    text = re.sub(r"\b[ab](\.\w+)*\b(?!\()", lambda name: f"({values[name[0]]!r})", text)
    found: float = eval(text, {"__builtins__": {}}, {"abs": abs, "min": min, "max": max})
    return found


@given(FORMULAS, POINTS)
def test_a_formula_has_the_value_that_python_gives_it(
    text: str, values: Mapping[str, float]
) -> None:
    """On a grammar that both read alike, over exactly known values."""
    try:
        wanted = _by_python(text, values)
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            span(parse(text), {name: exactly(value) for name, value in values.items()})
        return
    assume(abs(wanted) < 1e9)
    found = span(parse(text), {name: exactly(value) for name, value in values.items()})
    assert found.low == found.high
    assert math.isclose(found.low, wanted, rel_tol=1e-9, abs_tol=2e-6)


SPANS = st.tuples(st.integers(-9, 9), st.integers(0, 6)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(
    FORMULAS, st.fixed_dictionaries(dict.fromkeys(("a", "b.c", "b.d_mm.left"), SPANS)), st.data()
)
def test_an_interval_holds_the_value_of_every_point_in_it(
    text: str, spans: Mapping[str, Span], data: st.DataObject
) -> None:
    read = parse(text)
    try:
        whole = span(read, spans)
    except ZeroDivisionError:
        return
    point = {
        name: float(data.draw(st.integers(int(one.low), int(one.high))))
        for name, one in spans.items()
    }
    try:
        value = rounded(_by_python(text, point))
    except ZeroDivisionError:  # a zero that the interval arithmetic had cancelled at its ends
        pytest.fail(f"{text} divides by zero at {point}, and {whole} did not tell")
    slack = 1e-6 + abs(value) * 1e-9
    assert whole.low - slack <= value <= whole.high + slack


@given(FORMULAS)
def test_names_are_told_once_and_can_be_replaced(text: str) -> None:
    read = parse(text)
    found = names(read)
    assert len(set(found)) == len(found)
    assert set(found) <= {"a", "b.c", "b.d_mm.left"}
    assert names(renamed(read, {"a": "z"})) == tuple("z" if one == "a" else one for one in found)
    assert renamed(read, {}) == read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "a name or a number is missing"),
        ("1 +", "a name or a number is missing"),
        ("1 + * 2", "a name or a number is missing before '*'"),
        ("a b", "'b' stands where nothing more was expected"),
        ("2a", "'a' stands where nothing more was expected"),
        ("(a", "')' is missing"),
        ("a)", "')' stands where nothing more was expected"),
        ("abs(a, b)", "'abs' takes one value"),
        ("min()", "a name or a number is missing before ')'"),
        ("sqrt(a)", "'sqrt' is no function; it knows abs, min, max"),
        ("a ** 2", "a name or a number is missing before '*'"),
        ("a ^ 2", "'^' has no meaning in a formula"),
        ("a > 2", "'>' has no meaning in a formula"),
        ("__import__(os)", "'__import__' is no function; it knows abs, min, max"),
        ("²", "a name or a number is missing before '²'"),
        ("a['b']", "'[' has no meaning in a formula"),
        ("a.b.", "'.' has no meaning in a formula"),
        ("9999999999999", "'9999999999999' is too large"),
        ("(" * 30 + "a" + ")" * 30, "it is nested too deeply"),
        ("-" * 40 + "a", "it is nested too deeply"),
        ("+".join("a" * 200), "it is too long; make several measures of it"),
        (" " * 100_000 + "a" * 3 + " " * 100_000 + "!", "'!' has no meaning in a formula"),
    ],
)
def test_what_is_no_formula_is_told(text: str, why: str) -> None:
    with pytest.raises(FormulaError) as told:
        parse(text)
    assert str(told.value) == why


def test_a_function_is_a_name_where_no_bracket_follows() -> None:
    assert names(parse("abs + min")) == ("abs", "min")


def test_products_come_before_sums_and_sums_go_from_left_to_right() -> None:
    assert span(parse("2 + 3 * 4 - 6 / 3 - 1"), {}) == exactly(11.0)
    assert span(parse("8 / 4 / 2"), {}) == exactly(1.0)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a - a", Span(-6.0, 6.0)),
        ("a * a", Span(-8.0, 16.0)),
        ("abs(a)", Span(0.0, 4.0)),
        ("abs(a - 10)", Span(6.0, 12.0)),
        ("min(a, 1)", Span(-2.0, 1.0)),
        ("1 / (a + 3)", Span(rounded(1 / 7), 1.0)),
    ],
)
def test_intervals(text: str, wanted: Span) -> None:
    assert span(parse(text), {"a": Span(-2.0, 4.0)}) == wanted


def test_open_ends_stay_open_and_are_never_no_number() -> None:
    open_above = {"a": Span(0.0, math.inf)}
    assert span(parse("a + 1"), open_above) == Span(1.0, math.inf)
    assert span(parse("a - a"), open_above) == Span(-math.inf, math.inf)
    assert span(parse("0 * a"), open_above) == exactly(0.0)
    assert span(parse("1 / (a + 1)"), open_above) == Span(0.0, 1.0)
    assert span(parse("a * a - a * a"), {"a": exactly(1e300)}) == Span(-math.inf, math.inf)


def test_a_divisor_that_may_be_zero_is_refused() -> None:
    for low, high in ((0.0, 1.0), (-1.0, 1.0), (0.0, 0.0)):
        with pytest.raises(ZeroDivisionError):
            span(parse("1 / a"), {"a": Span(low, high)})


@given(st.text(max_size=60))
def test_any_text_is_a_formula_or_is_told_to_be_none(text: str) -> None:
    with suppress(FormulaError):
        parse(text)


def test_a_formula_is_a_value() -> None:
    assert parse("a + 1") == parse(" a+1 ")
    assert hash(parse("a + 1")) == hash(parse("a+1"))
    assert formula.parse("a") == formula.Name("a")
