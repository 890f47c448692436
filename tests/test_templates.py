"""The `because` of a rule: values and `if`, and no way out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz.targets import template_target
from poise.templates import LONGEST, TemplateError, cited, is_template, render


def test_plain_text_is_shown_as_it_is_on_one_line() -> None:
    assert cited("The bulge\n carries the width.") == ()
    assert render("The bulge\n carries the width.", {}) == "The bulge carries the width."


def test_names_are_cited_in_the_order_of_their_use_and_shown() -> None:
    text = "It is {{ brow.height_mm.left }}, {{ brow.height_mm }} and {{ brow.height_mm.left }}."
    assert cited(text) == ("brow.height_mm.left", "brow.height_mm")
    shown = render(text, {"brow.height_mm.left": "20 mm", "brow.height_mm": "uneven"})
    assert shown == "It is 20 mm, uneven and 20 mm."


@pytest.mark.parametrize(
    "name", ["a.items", "a.format", "a.count", "a.values", "a.upper", "loop.x"]
)
def test_a_fact_may_be_called_like_something_of_python(name: str) -> None:
    text = f"{{{{ {name} }}}}"
    assert cited(text) == (name,)
    assert render(text, {name: "three"}) == "three"


def test_what_was_not_given_shows_nothing() -> None:
    assert render("[{{ a.b }}]", {}) == "[]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{% if a.b == 'strong' %}It is strong.{% endif %}", "It is strong."),
        ("{% if a.b != 'strong' %}weak{% elif a.c == 'no' %}off{% else %}on{% endif %}", "on"),
        ("{{ 'yes' if a.b == 'strong' else 'no' }}", "yes"),
        ("{{ 'yes' if a.b == 'weak' }}", ""),
        ("{% if a.b == 'strong' and not a.c == 'no' %}both{% endif %}", "both"),
        ("{{ a.b | upper }}", "STRONG"),
        ("{# nobody sees this #}{{ a.b }}", "strong"),
        ("{{ a.b }} < {{ a.c }} & more", "strong < yes & more"),
    ],
)
def test_what_a_template_may_do(text: str, shown: str) -> None:
    assert set(cited(text)) <= {"a.b", "a.c"}
    assert render(text, {"a.b": "strong", "a.c": "yes"}) == shown


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{% for x in a.b %}{{ x }}{% endfor %}", "a loop"),
        ("{% set x = 1 %}", "'set'"),
        ("{% include 'secret.txt' %}", "'include'"),
        ("{% import 'x' as y %}", "'import'"),
        ("{% from 'x' import y %}", "'import'"),
        ("{% extends 'x' %}", "'extends'"),
        ("{% macro m() %}{% endmacro %}", "'macro'"),
        ("{% block b %}{% endblock %}", "'block'"),
        ("{% filter upper %}x{% endfilter %}", "'filter'"),
        ("{% with x = 1 %}{% endwith %}", "'with'"),
        ("{{ a.b() }}", "a call"),
        ("{{ range(999999999) }}", "a call"),
        ("{{ ''.__class__ }}", "something that is not text"),
        ("{{ a.b['__class__'] }}", "square brackets"),
        ("{{ a.b.c[0].d }}", "something that is not text"),
        ("{{ a.b ~ 'x' }}", "'~'"),
        ("{{ a.b * 9999999 }}", "arithmetic"),
        ("{{ 9 ** 9 ** 9 }}", "arithmetic"),
        ("{{ -a.b }}", "arithmetic"),
        ("{{ [a.b] }}", "something that is not text"),
        ("{{ a.b is defined }}", "'is'"),
        ("{{ a.b | attr('__class__') }}", "the filter 'attr' is not allowed"),
        ("{{ a.b | format }}", "the filter 'format' is not allowed"),
        ("{{ a.b | round }}", "the filter 'round' is not allowed"),
        ("{{ a.b | upper('x') }}", "the filter 'upper' takes nothing in brackets"),
        ("{{ a.b > 'x' }}", "'==' and '!=' only"),
        ("{{ 'x' in a.b }}", "'==' and '!=' only"),
        ("{{ a.b == 3 }}", "3 is no text"),
        ("{{ none }}", "none is no text"),
        ("{{ true }}", "true is no text"),
        ("{{ a.b", "unexpected end of template"),
        ("{% if a.b %}", "unexpected end of template"),
        ("{% nonsense %}", "encountered unknown tag 'nonsense'"),
        ("{{ a.b }", "unexpected '}'"),
        ("{{ }}", "expected an expression"),
        ("{{ " + "(" * 400 + "a" + ")" * 400 + " }}", "nested too deeply"),
        ("{{ " + "not " * 400 + "a }}", "nested too deeply"),
        ("{% if a %}" * 60 + "{% endif %}" * 60, "nested too deeply"),
        ("{{ a }}" + "x" * LONGEST, f"longer than {LONGEST} characters"),
    ],
)
def test_what_a_template_may_not_do(text: str, why: str) -> None:
    with pytest.raises(TemplateError) as told:
        cited(text)
    assert why in str(told.value).lower()


@given(st.binary(max_size=60))
def test_whatever_is_accepted_can_be_shown(data: bytes) -> None:
    template_target(data)


@given(st.text(max_size=40))
def test_a_value_is_shown_and_never_read(value: str) -> None:
    """A value with braces in it is text, and nothing else."""
    shown = render("[{{ a.b }}]", {"a.b": value})
    assert shown == " ".join(f"[{value}]".split())


def test_text_without_braces_is_no_template() -> None:
    assert not is_template("50 % {of} them")
    assert is_template("{# hidden #}")
