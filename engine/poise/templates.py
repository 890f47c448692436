"""The `because` of a rule: a small template, of which only values and `if` are allowed.

Jinja2 reads it, and what it read is checked node by node: loops, calls, attributes, arithmetic and
includes are refused when the pack is read, so that a template always ends and cannot reach
anything. A dotted name such as `masseter.bulge` becomes one plain variable before it is compiled.
Jinja2 is imported only where a text has a brace in it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

ALLOWED_FILTERS = ("capitalize", "lower", "upper")
LONGEST = 2_000
DEEPEST = 12

_WORDS = {
    "Assign": "'set'",
    "Block": "'block'",
    "Call": "a call",
    "CallBlock": "'call'",
    "Concat": "'~'",
    "Extends": "'extends'",
    "FilterBlock": "'filter'",
    "For": "a loop",
    "FromImport": "'import'",
    "Getitem": "square brackets",
    "Import": "'import'",
    "Include": "'include'",
    "Macro": "'macro'",
    "Test": "'is'",
    "With": "'with'",
}
_ALLOWED = (
    "Template",
    "Output",
    "TemplateData",
    "If",
    "Compare",
    "Operand",
    "Const",
    "And",
    "Or",
    "Not",
    "CondExpr",
    "Filter",
)


class TemplateError(ValueError):
    """A template that cannot be read; the text says why."""


def is_template(text: str) -> bool:
    return "{{" in text or "{%" in text or "{#" in text


def cited(text: str) -> tuple[str, ...]:
    """The dotted names that a template cites; raises `TemplateError`."""
    return tuple(_compiled(text)[1].values()) if is_template(text) else ()


def render(text: str, values: Mapping[str, str]) -> str:
    """The text with the values of dotted names put in, on one line."""
    if not is_template(text):
        return " ".join(text.split())
    template, names = _compiled(text)
    filled = template.render({variable: values.get(name, "") for variable, name in names.items()})
    return " ".join(str(filled).split())


@functools.lru_cache(maxsize=4096)
def _compiled(text: str) -> tuple[Any, Mapping[str, str]]:
    """A template that is ready to render, and the dotted name of each of its variables."""
    from jinja2 import TemplateSyntaxError

    if len(text) > LONGEST:
        raise TemplateError(f"it is longer than {LONGEST} characters")
    try:
        tree = _environment().parse(text)
        _check(tree, 0)
        flat, names = _flattened(tree)
        return _environment().from_string(flat), names
    except TemplateSyntaxError as error:
        raise TemplateError(_first_sentence(error.message or "")) from None
    except RecursionError:
        raise TemplateError("it is nested too deeply") from None


def _first_sentence(message: str) -> str:
    """What Jinja2 says, without what it says of itself."""
    first = message.split(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:] or "it is no template"


def _check(node: Any, depth: int) -> None:
    """Refuse everything that is not named here."""
    from jinja2 import nodes

    if depth > DEEPEST:
        raise TemplateError("it is nested too deeply")
    if _dotted(node) is not None:
        return
    if type(node).__name__ not in _ALLOWED:
        found = _WORDS.get(type(node).__name__, "something that is not text")
        if isinstance(node, nodes.BinExpr | nodes.UnaryExpr):
            found = "arithmetic"
        raise TemplateError(f"it uses {found}, and only values and 'if' are allowed")
    if isinstance(node, nodes.Filter) and node.name not in ALLOWED_FILTERS:
        raise TemplateError(
            f"the filter '{node.name}' is not allowed, only {', '.join(ALLOWED_FILTERS)}"
        )
    if isinstance(node, nodes.Filter) and (node.args or node.kwargs):
        raise TemplateError(f"the filter '{node.name}' takes nothing in brackets")
    if isinstance(node, nodes.Operand) and node.op not in ("eq", "ne"):
        raise TemplateError("values can be compared with '==' and '!=' only")
    if isinstance(node, nodes.Const) and not isinstance(node.value, str):
        raise TemplateError(f"{str(node.value).lower()} is no text; write it in quotes")
    for child in node.iter_child_nodes():
        _check(child, depth + 1)


def _dotted(node: Any) -> str | None:
    """The name that a chain of attributes spells, where it is nothing else."""
    from jinja2 import nodes

    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        owner = _dotted(node.node)
        return None if owner is None else f"{owner}.{node.attr}"
    return None


def _flattened(tree: Any) -> tuple[Any, dict[str, str]]:
    """The tree with a plain variable for each dotted name."""
    from jinja2 import nodes
    from jinja2.visitor import NodeTransformer

    variables: dict[str, str] = {}

    class Flatten(NodeTransformer):
        def generic_visit(self, node: Any, *args: Any, **kwargs: Any) -> Any:
            name = _dotted(node)
            if name is None:
                return super().generic_visit(node, *args, **kwargs)
            variable = variables.setdefault(name, f"value_{len(variables)}")
            return nodes.Name(variable, "load", lineno=node.lineno)

    flat = Flatten().visit(tree)
    return flat, {variable: name for name, variable in variables.items()}


@functools.cache
def _environment() -> Any:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=False)
