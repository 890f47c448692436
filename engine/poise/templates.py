"""The `because` of a rule: a small template, of which only values and `if` are allowed.

Jinja2 reads and renders it in its sandbox; loops, calls, filters with side effects and includes
are refused when the pack is read, so that a template always ends and cannot reach anything.
Jinja2 is imported only where a text has a brace in it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

ALLOWED_FILTERS = frozenset({"lower", "upper", "capitalize", "round", "default"})


class TemplateError(ValueError):
    """A template that cannot be read; the text says why."""


def is_template(text: str) -> bool:
    return "{{" in text or "{%" in text or "{#" in text


def cited(text: str) -> tuple[str, ...]:
    """The dotted names that a template cites; raises `TemplateError`."""
    if not is_template(text):
        return ()
    from jinja2 import TemplateSyntaxError, nodes

    try:
        tree = _environment().parse(text)
    except TemplateSyntaxError as error:
        raise TemplateError((error.message or "it is not a template").rstrip(".")) from None
    found: dict[str, None] = {}
    _walk(tree, nodes, found)
    return tuple(found)


def render(text: str, values: Mapping[str, str]) -> str:
    """The text with the values of dotted names put in, on one line."""
    if not is_template(text):
        return " ".join(text.split())
    nested: dict[str, Any] = {}
    for name, value in values.items():
        *parents, last = name.split(".")
        place = nested
        for parent in parents:
            place = place.setdefault(parent, _Node())
        node = _Node()
        node.text = value
        existing = place.get(last)
        if isinstance(existing, _Node):
            existing.text = value
        else:
            place[last] = node
    return " ".join(_compiled(text).render(nested).split())


class _Node(dict[str, Any]):
    """A name that is both a value and a parent of longer names."""

    text = ""

    def __str__(self) -> str:
        return self.text


def _walk(node: Any, nodes: Any, found: dict[str, None]) -> None:
    name = _dotted(node, nodes)
    if name is not None:
        found[name] = None
        return
    allowed = (
        nodes.Template,
        nodes.Output,
        nodes.TemplateData,
        nodes.If,
        nodes.Compare,
        nodes.Operand,
        nodes.Const,
        nodes.And,
        nodes.Or,
        nodes.Not,
        nodes.CondExpr,
        nodes.Filter,
    )
    if not isinstance(node, allowed):
        kind = type(node).__name__.lower()
        raise TemplateError(f"it uses '{kind}', and only values and 'if' are allowed")
    if isinstance(node, nodes.Filter) and node.name not in ALLOWED_FILTERS:
        raise TemplateError(f"the filter '{node.name}' is not allowed")
    for child in node.iter_child_nodes():
        _walk(child, nodes, found)


def _dotted(node: Any, nodes: Any) -> str | None:
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        owner = _dotted(node.node, nodes)
        return None if owner is None else f"{owner}.{node.attr}"
    return None


@functools.cache
def _environment() -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@functools.lru_cache(maxsize=4096)
def _compiled(text: str) -> Any:
    return _environment().from_string(text)
