"""The test lines of rules, as written and on the ground.

A rule's lines are those of its `when` and then of each `require ... that`, in the order in which
conditions are read. On the ground a line stands once for each side or area that it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from poise.conditions import AllOf, AnyOf, AtLeast, Condition, Line, NoneOf, Sided, Undetermined
from poise.rules import Require, Rule
from poise.trees import lines
from poise.vocabulary import Vocabulary


def rule_lines(rule: Rule) -> tuple[Line, ...]:
    """Every test line of a rule; its number in this order is how a line is named."""
    return tuple(line for condition in _conditions(rule) for line in lines(condition))


def _conditions(rule: Rule) -> tuple[Condition, ...]:
    return (rule.when, *(verb.that for verb in rule.require if verb.that is not None))


@dataclass(frozen=True, slots=True)
class Probe:
    """One condition of a rule on the ground, where its lines can be seen to matter.

    `numbers` says of each line of it which line of the rule it is. `given` is the proposition
    without which nobody asks: what a rule requires is not asked where the rule does not hold.
    """

    rule: str
    proposition: str
    numbers: tuple[int, ...]
    given: str = ""


def probes(rule: Rule, vocabulary: Vocabulary) -> Iterator[Probe]:
    """Every condition of a rule that has lines, once for each side or area of the rule."""
    for place in vocabulary.places(rule.each) or (None,):
        name = rule.id if place is None else f"{rule.id}@{place}"
        numbers = tuple(_numbers(rule.when, 0))
        if numbers:
            yield Probe(rule.id, name, numbers)
        first = len(tuple(lines(rule.when)))
        for index, verb in enumerate(rule.verbs()):
            if isinstance(verb, Require) and verb.that is not None:
                items = verb.that.items if isinstance(verb.that, AllOf) else (verb.that,)
                for number, item in enumerate(items):
                    yield Probe(
                        rule.id, f"{name}#{index}.{number}", tuple(_numbers(item, first)), name
                    )
                    first += len(tuple(lines(item)))


def _numbers(condition: Condition, first: int) -> Iterator[int]:
    """For each line of a condition on the ground, the number of the written line."""
    match condition:
        case Line():
            yield first
        case AllOf(items) | AnyOf(items) | NoneOf(items) | AtLeast(_, items):
            for item in items:
                yield from _numbers(item, first)
                first += len(tuple(lines(item)))
        case Sided(mode, inner):
            for _ in range(1 if mode == "other_side" else 2):
                yield from _numbers(inner, first)
        case Undetermined():
            return
