"""Generated assessments: complete, partial, coarse, with requests; as a clinician writes them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any

import poise
from poise.vocabulary import (
    Choice,
    Choices,
    Date,
    Fact,
    Grade,
    Kind,
    Number,
    Records,
    Text,
    YesNo,
    ground_name,
)

DATES = tuple(map(datetime.date.fromisoformat, ("2026-11-22", "2024-02-29", "2026-01-31")))


@dataclass(frozen=True, slots=True)
class Habit:
    """How a clinician fills in a form."""

    answers: float = 0.7
    """How many of the facts are answered."""
    exact: float = 0.8
    """How many of the answers leave nothing open."""
    records: float = 0.7
    """How many fields of a record are filled in, exactly."""


HABITS = (
    Habit(),
    Habit(answers=0.95, exact=0.95),
    Habit(answers=0.35),
    Habit(answers=0.8, exact=0.4, records=0.5),
    Habit(answers=1.0, exact=1.0, records=1.0),
)


def assessments(pack: poise.RulePack, seed: object, count: int) -> Iterator[poise.Assessment]:
    """Assessments of one pack, each as it was read."""
    for number in range(count):
        random = Random(f"assessment {seed} {number}")
        yield read(pack, written(pack, random, HABITS[number % len(HABITS)]))


def read(pack: poise.RulePack, answers: dict[str, Any]) -> poise.Assessment:
    """Read what was written, without the answers that do not apply by the others."""
    while True:
        try:
            return pack.read_assessment(as_mapping(pack, answers))
        except poise.AssessmentError as error:
            for problem in error.problems:
                assert problem.code == "not-applicable", problem
                name = problem.message.split("'")[1]
                if answers.pop(name, None) is None:
                    answers.pop(name.partition(".")[0], None)


def as_mapping(pack: poise.RulePack, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers by ground name as an assessment is written: per side and area in one mapping."""
    found: dict[str, Any] = {}
    for name, value in answers.items():
        owner, place = pack.vocabulary.split(name) if "." in name else (name, None)
        if place is None:
            found[name] = value
        else:
            found.setdefault(owner, {})[place] = value
    return found


def written(pack: poise.RulePack, random: Random, habit: Habit) -> dict[str, Any]:
    """An assessment by ground name; some of its answers may turn out not to apply."""
    writer = Writer(pack, random, habit)
    answers: dict[str, Any] = {"date": writer.date.isoformat(), "title": "A patient"}
    groups = {fact.group for fact in pack.vocabulary.facts.values()}
    for group in pack.vocabulary.groups.values():
        if group.screened and group.id in groups and random.random() < 0.2:
            answers[group.id] = "nothing_to_report"
    for fact in pack.vocabulary.facts.values():
        for place in pack.vocabulary.places(fact.each) or (None,):
            if random.random() < habit.answers:
                answers[ground_name(fact.id, place)] = writer.answer(fact)
    if random.random() < 0.6:
        answers["requests"] = [writer.request() for _ in range(random.randint(1, 3))]
    return answers


class Writer:
    """Writes the answers of one assessment."""

    def __init__(self, pack: poise.RulePack, random: Random, habit: Habit) -> None:
        self._pack = pack
        self._random = random
        self._habit = habit
        self._of_record = replace(habit, exact=habit.records)
        self.date = random.choice(DATES)

    def answer(self, fact: Fact) -> Any:
        if isinstance(fact.kind, Records):
            return [self._record(fact.kind) for _ in range(self._random.choice((0, 0, 1, 1, 2, 3)))]
        return self._value(fact.kind)

    def request(self) -> dict[str, Any]:
        taxonomy = self._pack.taxonomy
        names = [one for one in taxonomy.product_names() if one != "old"]
        request = {
            "product": self._random.choice(names),
            "area": self._random.choice(list(taxonomy.areas)),
        }
        if self._random.random() < 0.3:
            paired = taxonomy.areas[request["area"]].paired
            request["side"] = self._random.choice(
                ("left", "right", "both") if paired else ("both",)
            )
        if self._random.random() < 0.5:
            request["for"] = self._random.choice(taxonomy.goals)
        if self._random.random() < 0.5:
            leaves = sorted(taxonomy.leaves(request["product"]))
            unit = taxonomy.products[self._random.choice(leaves)].unit
            request["amount"] = f"{self._random.choice(('0.5', '1', '4', '10'))} {unit}"
        return request

    def _exact(self) -> bool:
        return self._random.random() < self._habit.exact

    def _value(self, kind: Kind) -> Any:
        if not self._exact() and self._random.random() < 0.4:
            return "unknown"
        match kind:
            case YesNo():
                return self._random.choice(("yes", "no"))
            case Grade(scale):
                return self._random.choice(scale.levels)
            case Number(low=low, high=high):
                return self._number(low, high)
            case Choice(options=options, below=below):
                groups = [name for name in below if below[name]]
                return self._random.choice(groups if groups and not self._exact() else options)
            case Choices():
                return self._list(kind)
            case Date(direction=direction):
                return self._day(direction)
            case Text():
                return f"Some words {self._random.random()}"
        raise AssertionError(kind)

    def _number(self, low: float, high: float) -> float:
        whole = self._random.randint(int(low), int(high))
        near = self._random.choice((whole, whole + 0.25, whole + 1e-6, (low + high) / 2))
        return float(min(max(near, low), high))

    def _list(self, kind: Choices) -> Any:
        exact = self._exact()
        leaves = [one for one in kind.options if not kind.below.get(one)]
        names = leaves if exact else list(kind.options)
        listed = self._random.sample(names, self._random.randint(0, min(3, len(names))))
        if not exact and self._random.random() < 0.5:
            listed.append("unknown")
        return listed

    def _day(self, direction: str) -> str:
        back = 0 if direction == "future" else -500
        ahead = 0 if direction == "past" else 500
        offset = self._random.choice((0, -10, 10, -21, -20, self._random.randint(-500, 500)))
        day = self.date + datetime.timedelta(days=min(max(offset, back), ahead))
        if self._exact():
            return day.isoformat()
        return day.isoformat()[: self._random.choice((4, 7))]

    def _record(self, kind: Records) -> dict[str, Any]:
        habit, self._habit = self._habit, self._of_record
        fields = {
            name: self._value(field)
            for name, field in kind.fields.items()
            if self._random.random() < 0.3 + 0.7 * habit.records
        }
        self._habit = habit
        return fields
