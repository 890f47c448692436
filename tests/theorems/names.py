"""What a generated pack can speak of, and tests and conditions over it as an author writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Literal

Each = Literal["side", "area"] | None
Kind = Literal["yes_no", "grade", "number", "choice", "choices", "date"]
SIDES = ("left", "right")
BOUNDS = ("at_least", "at_most", "above", "below")
DURATIONS = ("10 days", "3 weeks", "2 months", "1 year")


@dataclass(frozen=True, slots=True)
class Named:
    """A fact, measure or finding that conditions may read."""

    id: str
    kind: Kind
    each: Each = None
    words: tuple[str, ...] = ()
    """Levels or options; of a tree of choices, every name in it."""
    points: tuple[float, ...] = ()
    """Numbers worth testing for, within its range."""
    group: str = "fact"
    """`fact`, `measure`, or `finding`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a condition stands: what bare names mean, and what it may read."""

    names: tuple[Named, ...]
    areas: tuple[str, ...]
    each: Each = None
    either: bool = False
    required: bool = False
    sides_allowed: bool = True

    def only(self, *groups: str) -> Scope:
        return replace(self, names=tuple(one for one in self.names if one.group in groups))


def several(random: Random, population: Sequence[str], most: int = 3) -> list[str]:
    """At least one of them, in some order."""
    return random.sample(list(population), random.randint(1, min(most, len(population))))


def places(each: Each, areas: tuple[str, ...]) -> tuple[str, ...]:
    return SIDES if each == "side" else areas if each == "area" else ()


@dataclass(slots=True)
class Conditions:
    """Writes conditions, and remembers which names the last one read."""

    random: Random
    read: list[str] = field(default_factory=list)

    def condition(self, scope: Scope, depth: int = 2) -> dict[str, Any]:
        """A mapping of lines and combinations; never empty."""
        found: dict[str, Any] = {}
        for _ in range(self.random.choice((1, 1, 1, 2, 2, 3))):
            key, value = self._entry(scope, depth)
            found.setdefault(key, value)
        return found

    def _entry(self, scope: Scope, depth: int) -> tuple[str, Any]:
        draw = self.random.random()
        if depth == 0 or draw < 0.55:
            return self._line(scope)
        if draw < 0.65 and scope.sides_allowed and any(one.each == "side" for one in scope.names):
            return self._sided(scope, depth)
        if draw < 0.75:
            items = self._list(scope, depth)
            return "count", {"at_least": self.random.randint(1, len(items)), "of": items}
        key = self.random.choice(("all_of", "any_of", "none_of"))
        return key, self._list(replace(scope, required=False) if key == "none_of" else scope, depth)

    def _list(self, scope: Scope, depth: int) -> list[dict[str, Any]]:
        return [self.condition(scope, depth - 1) for _ in range(self.random.randint(1, 3))]

    def _sided(self, scope: Scope, depth: int) -> tuple[str, Any]:
        modes = ["either_side", "both_sides"] + (["other_side"] if scope.each == "side" else [])
        inner = replace(scope, either=True, sides_allowed=False)
        sided = self.random.choice([one for one in scope.names if one.each == "side"])
        self.read.append(sided.id)
        condition = {sided.id: self.test(sided)}
        if self.random.random() < 0.6:
            condition = self.condition(inner, depth - 1) | condition
        return self.random.choice(modes), condition

    def _line(self, scope: Scope) -> tuple[str, Any]:
        one = self._name(scope)
        key = self._key(one, scope)
        self.read.append(key)
        if scope.required and one.group == "fact" and self.random.random() < 0.3:
            return key, "known"
        return key, self.test(one)

    def _name(self, scope: Scope) -> Named:
        """Facts as often as what is worked out from them, where there is both."""
        worked_out = scope.only("measure", "finding").names
        if worked_out and self.random.random() < 0.5:
            return self.random.choice(worked_out)
        return self.random.choice(scope.only("fact").names or scope.names)

    def _key(self, one: Named, scope: Scope) -> str:
        bare = one.each is None or one.each == scope.each or (one.each == "side" and scope.either)
        if bare and (one.each is None or self.random.random() < 0.85):
            return one.id
        return f"{one.id}.{self.random.choice(places(one.each, scope.areas))}"

    # --- tests -------------------------------------------------------------------------------

    def test(self, one: Named) -> Any:
        test = getattr(self, f"_{one.kind}")(one)
        return {"not": test} if self.random.random() < 0.15 else test

    def _yes_no(self, _one: Named) -> Any:
        return self.random.choice(("yes", "yes", "no"))

    def _choice(self, one: Named) -> Any:
        words = several(self.random, one.words)
        return words[0] if len(words) == 1 else words

    def _grade(self, one: Named) -> Any:
        return self._choice(one) if self.random.random() < 0.4 else self._bounds(one.words)

    def _number(self, one: Named) -> Any:
        return self._bounds(one.points)

    def _bounds(self, values: Sequence[Any]) -> Any:
        """One bound or two of these values, lowest first, that some value passes."""
        if len(values) > 2 and self.random.random() < 0.3:
            low, high = sorted(self.random.sample(range(len(values)), 2))
            if high - low > 1 or self.random.random() < 0.5:
                lower, upper = ("at_least", "at_most") if high - low == 1 else ("above", "at_most")
                return {lower: values[low], upper: values[high]}
        name = self.random.choice(BOUNDS if len(values) > 1 else BOUNDS[:2])
        fitting = {"above": values[:-1], "below": values[1:]}.get(name, values)
        return {name: self.random.choice(fitting)}

    def _choices(self, one: Named) -> Any:
        draw = self.random.random()
        if draw < 0.15:
            return {"includes": "any"}
        if draw < 0.35:
            return {"count": self._bounds(range(min(3, len(one.words)) + 1))}
        words = several(self.random, one.words, 2)
        return {"includes": words[0] if len(words) == 1 else words}

    def _date(self, _one: Named) -> Any:
        window = self.random.choice(("in_last", "in_next", "within"))
        return {window: self.random.choice(DURATIONS)}
