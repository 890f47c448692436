"""Avoid: the same test line twice.

    when:
      lawn.colour: {at_least: pale}
      all_of:
        - lawn.colour: {at_least: pale}

Prefer: once.

    when:
      lawn.colour: {at_least: pale}

Why: a reader looks for the difference between the two, and there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey
from poise.conditions import AllOf, AnyOf, AtLeast, Condition, Line, NoneOf, Sided


def find(survey: Survey) -> Iterator[Breach]:
    for rule in survey.active():
        for fact in dict.fromkeys(_repeated(rule.when, ())):
            yield Breach(
                rule.id, f"'{rule.id}' tests '{fact}' twice in the same way", "keep one of the two"
            )


def _repeated(condition: Condition, above: tuple[Line, ...]) -> Iterator[str]:
    """Facts whose line stands again beside or below itself; `above` must hold all the way down."""
    match condition:
        case Line():
            if condition in above:
                yield condition.fact
        case AllOf(items):
            seen = list(above)
            nested = [one for one in items if not isinstance(one, Line)]
            for line in (one for one in items if isinstance(one, Line)):
                yield from _repeated(line, tuple(seen))
                seen.append(line)
            for inner in nested:
                yield from _repeated(inner, tuple(seen))
        case AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            beside: list[Condition] = []
            for item in items:
                if isinstance(item, Line) and item in beside:
                    yield item.fact
                beside.append(item)
                yield from _repeated(item, above)
        case Sided(_, inner):
            yield from _repeated(inner, ())


LINT = Lint("repeated-line", "a test line stands twice", find)
