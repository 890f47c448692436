"""The leaves of what an effect tests: its lines, one by one, and what would hold without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from poise.conditions import AllOf, AnyOf, AtLeast, Condition, Line, NoneOf
from poise.grounding import Effect
from poise.pack import RulePack
from poise.trees import lines

HOLDS, FAILS = AllOf(()), AnyOf(())


@dataclass(frozen=True, slots=True)
class Leaf:
    """A line, by the proposition in whose condition it stands, and its number there."""

    proposition: str
    number: int
    line: Line

    @property
    def without(self) -> str:
        """The name of the proposition in which this line never helps."""
        return f"{self.proposition} but for line {self.number}"


def leaves(pack: RulePack, effect: Effect) -> Iterator[Leaf]:
    """Every line that an effect tests; one that stands for both sides, once."""
    told: set[object] = set()
    for name in (effect.proposition, *effect.lines):
        for number, line in enumerate(lines(pack.ground.conditions[name])):
            fact = line.fact if "#" in line.fact else pack.vocabulary.split(line.fact)[0]
            if (fact, line.test) not in told:
                told.add((fact, line.test))
                yield Leaf(name, number, line)


def conditions_without(pack: RulePack, effects: Iterable[Effect]) -> Mapping[str, Condition]:
    """For each leaf the condition in which it does nothing for the rule's acting.

    What holds a rule back is then a line that fails, and of a requirement one that is met.
    """
    found: dict[str, Condition] = {}
    for effect in effects:
        for leaf in leaves(pack, effect):
            condition = pack.ground.conditions[leaf.proposition]
            helps = leaf.proposition in effect.lines
            found[leaf.without] = _replaced(condition, leaf.number, helps)
    return found


def _replaced(condition: Condition, number: int, helps: bool) -> Condition:
    numbers = count()

    def walk(one: Condition, helps: bool) -> Condition:
        match one:
            case Line():
                mine = next(numbers) == number
                return one if not mine else HOLDS if helps else FAILS
            case AllOf(items):
                return AllOf(tuple(walk(item, helps) for item in items))
            case AnyOf(items):
                return AnyOf(tuple(walk(item, helps) for item in items))
            case NoneOf(items):
                return NoneOf(tuple(walk(item, not helps) for item in items))
            case AtLeast(least, items):
                return AtLeast(least, tuple(walk(item, helps) for item in items))
        return one

    return walk(condition, helps)
