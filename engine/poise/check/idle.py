"""Tests that never matter, however deep they stand.

A test is in vain where its condition would be known just as well if it always held, or never did:
surely true, surely false and open in the same assessments, at every place for which it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from poise.check.asking import Asking, Told
from poise.conditions import ALWAYS, AllOf, AnyOf, Condition, Line, Sided
from poise.grounding import at_place
from poise.problems import At
from poise.reading.spots import Spot, Spots
from poise.rules import Rule
from poise.trees import Path, lines, parts, replaced
from poise.vocabulary import Cases, Each, Fact, Measure, Points

if TYPE_CHECKING:
    from poise.check.inquiry import Claims


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition as it is written, and what it belongs to."""

    about: str
    noun: str
    written: Condition
    each: Each | None
    spots: Callable[[Spots], tuple[Spot, ...]]
    """Where its lines stand."""
    within: Condition = ALWAYS
    """What must not be surely false for it to count."""


def of_rule(rule: Rule) -> Iterator[Clause]:
    """What a rule tests: its own condition, and each line that it requires."""
    noun = f"the rule '{rule.id}'"
    yield Clause(rule.id, noun, rule.when, rule.each, partial(_of_when, rule.id))
    for number, required in enumerate(rule.require):
        before = 0
        for line in _required(required.that):
            where = partial(_of_that, rule.id, number, before)
            yield Clause(rule.id, noun, line, rule.each, where, rule.when)
            before += sum(1 for _ in lines(line))


def _required(that: Condition | None) -> tuple[Condition, ...]:
    """The lines of a requirement, each of which a plan tells by itself."""
    if that is None:
        return ()
    return that.items if isinstance(that, AllOf) else (that,)


def of_measure(measure: Measure) -> Iterator[Clause]:
    """What the cases of a measure test, or the lines of a score."""
    parts: tuple[tuple[Condition, object], ...] = ()
    if isinstance(measure.computation, Points):
        parts = measure.computation.lines
    elif isinstance(measure.computation, Cases):
        parts = measure.computation.cases
    noun = f"the measure '{measure.id}'"
    for number, (condition, _) in enumerate(parts):
        where = partial(_of_part, measure.id, number)
        yield Clause(measure.id, noun, condition, measure.each, where)


def of_fact(fact: Fact) -> Iterator[Clause]:
    """What decides whether a fact is asked."""
    if fact.asked_when is not None:
        noun = f"the fact '{fact.id}'"
        yield Clause(fact.id, noun, fact.asked_when, fact.each, partial(_of_asked, fact.id))


def _of_when(rule: str, spots: Spots) -> tuple[Spot, ...]:
    return spots.of_when(rule)


def _of_that(rule: str, number: int, first: int, spots: Spots) -> tuple[Spot, ...]:
    return spots.of_that(rule, number)[first:]


def _of_part(measure: str, number: int, spots: Spots) -> tuple[Spot, ...]:
    return spots.of_part(measure, number)


def _of_asked(fact: str, spots: Spots) -> tuple[Spot, ...]:
    return spots.of_asked(fact)


@dataclass(frozen=True, slots=True)
class InVain:
    """A case or a line in vain: the way to it, why, and the condition without it and the others
    that were found before."""

    path: Path
    why: str
    otherwise: Condition


def idle_tests(asking: Asking, clause: Clause) -> Iterator[Told]:
    """What is in vain, told where it stands. Raises `UndecidedError`."""
    for one in in_vain(asking, clause):
        hint = "leave it out, or test what was meant"
        where = _where(asking, clause, one.path)
        yield asking.told(clause.about, "idle-test", f"{clause.noun} {one.why}", hint, where)


def in_vain(asking: Asking, clause: Clause) -> Iterator[InVain]:
    """Each case in vain, and each line. Raises `UndecidedError`.

    Of two that say the same the first is not in vain, so they are looked at from the last on, each
    without those that were found before.
    """
    written = clause.written
    found: list[Path] = []
    for path, what in _in_question(clause.written):
        if any(path[: len(one)] == one for one in found):
            continue
        for by, why in _INSTEAD.items():
            otherwise = replaced(written, path, by)
            if not _differs(asking, clause, written, otherwise):
                written = otherwise
                found.append(path)
                yield InVain(path, f"{what} in vain: {why}", otherwise)
                break


_INSTEAD: Mapping[Condition, str] = {
    ALWAYS: "it holds wherever it could decide anything",
    AnyOf(()): "it never holds where it could decide anything",
}


def _in_question(written: Condition) -> Iterator[tuple[Path, str]]:
    """Cases of several lines among others, then lines; each with how to speak of it."""
    by_path = dict(parts(written))
    for path, part in reversed(by_path.items()):
        above = by_path[path[:-1]]
        if isinstance(part, AllOf) and not isinstance(above, AllOf | Sided):
            yield path, "lists a case"
    for path, part in reversed(by_path.items()):
        if isinstance(part, Line):
            yield path, f"tests '{part.fact}'"


def _where(asking: Asking, clause: Clause, path: Path) -> At | None:
    """Where a part of a condition begins."""
    spots = () if asking.spots is None else clause.spots(asking.spots)
    ways = [way for way, part in parts(clause.written) if isinstance(part, Line)]
    its_own = [spot.at for way, spot in zip(ways, spots, strict=False) if way[: len(path)] == path]
    return min(its_own, default=None)


def _differs(asking: Asking, clause: Clause, written: Condition, otherwise: Condition) -> bool:
    """Whether it would make a difference anywhere to test something else."""
    places = asking.pack.vocabulary.places(clause.each) or (None,)
    return any(
        asking.inquiry.possible(*_apart(asking, clause, written, otherwise, place))
        for place in places
    )


def _apart(
    asking: Asking, clause: Clause, written: Condition, otherwise: Condition, place: str | None
) -> Claims:
    """That it makes a difference at one place."""
    inquiry = asking.inquiry
    one, other, within = (
        at_place(condition, asking.pack.vocabulary, clause.each, place)
        for condition in (written, otherwise, clause.within)
    )
    return inquiry.differ(one, other), inquiry.pair(within).possible


def idle_claims(asking: Asking, clause: Clause) -> Iterator[Claims]:
    """What is asked first of each test."""
    place = next(iter(asking.pack.vocabulary.places(clause.each)), None)
    for path, _ in _in_question(clause.written):
        for by in _INSTEAD:
            otherwise = replaced(clause.written, path, by)
            yield _apart(asking, clause, clause.written, otherwise, place)
