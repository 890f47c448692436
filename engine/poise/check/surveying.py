"""Asks the solver of every rule, finding, measure and question whether it says something.

What was found clean is remembered by the digest of what it rests on, and not asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from poise.canonical import digest
from poise.check.asking import Asking, Kept, Told
from poise.check.circular import Circle, Waits, circular
from poise.check.deferring import closing, ending, overdue, pairs
from poise.check.idle import Clause, idle_claims, idle_tests, of_fact, of_measure, of_rule
from poise.check.reach import (
    established_claims,
    ground_findings,
    never_established,
    never_holds,
)
from poise.check.sequencing import Sequences, contradictory
from poise.check.superfluous import Rivals, rests_on, rival_claims, superfluous
from poise.grounding import Effect
from poise.planning.candidates import Candidate
from poise.problems import Problem
from poise.rules import Rule, Selector
from poise.solver.undecided import UndecidedError
from poise.vocabulary import Fact, Finding, Measure, ground_name

if TYPE_CHECKING:
    from poise.check.inquiry import Claims


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to ask about: what the answer rests on, what is asked first, and the whole."""

    about: str
    rests_on: Callable[[], object]
    first: Callable[[], Iterable[Claims]]
    ask: Callable[[], Iterable[Told]]


def survey(asking: Asking, kept: Kept) -> Iterator[Told]:
    """Everything that is found; what is not decided among it."""
    marked = ((digest(("survey", one.about, one.rests_on())), one) for one in _topics(asking))
    fresh = [(mark, topic) for mark, topic in marked if mark not in kept]
    if fresh:
        asking.inquiry.foresee(claims for _, topic in fresh for claims in topic.first())
    for mark, topic in fresh:
        found = tuple(_answered(asking, topic))
        if not found:
            kept.add(mark)
        yield from found


def _answered(asking: Asking, topic: Topic) -> Iterator[Told]:
    try:
        yield from topic.ask()
    except UndecidedError as error:
        said = f"it is not decided whether '{topic.about}' says something: {error}"
        yield Told(topic.about, Problem(*asking.place(topic.about), "not-decided", said))


def _topics(asking: Asking) -> Iterator[Topic]:
    vocabulary = asking.pack.vocabulary
    rivals = Rivals(asking)
    for rule in asking.active():
        yield _of_rule(asking, rule)
        yield _of_rivals(asking, rule, rivals)
    sequences = Sequences(asking)
    yield from _of_orders(asking, sequences)
    yield from _of_waits(asking, sequences)
    yield from _of_deferrals(asking)
    for finding in vocabulary.findings.values():
        yield _of_finding(asking, finding)
    for measure in vocabulary.measures.values():
        yield from _of_tests(asking, measure, tuple(of_measure(measure)))
    for fact in vocabulary.facts.values():
        yield from _of_tests(asking, fact, tuple(of_fact(fact)))


def _of_rule(asking: Asking, rule: Rule) -> Topic:
    def rests_on() -> object:
        required = [line for effect in asking.effects(rule) for line in effect.lines]
        return [asking.cone.proposition(name) for name in (*asking.propositions(rule), *required)]

    def first() -> Iterator[Claims]:
        yield (asking.inquiry.truths(asking.propositions(rule)[0]).true,)
        for clause in of_rule(rule):
            yield from idle_claims(asking, clause)

    def ask() -> Iterator[Told]:
        never = never_holds(asking, rule)
        if never is not None:
            yield never
            return
        for clause in of_rule(rule):
            yield from idle_tests(asking, clause)

    return Topic(rule.id, rests_on, first, ask)


def _of_deferrals(asking: Asking) -> Iterator[Topic]:
    """A topic for each deferral that ends after a date, and for each two in windows of one date."""
    for effect, date in ending(asking.pack):
        about = partial(_rests_on, asking, "ending", (effect,), date, effect.verb)
        yield Topic(effect.rule.id, about, tuple, partial(overdue, asking, effect, date))
    for pair in pairs(asking.pack):
        about = partial(_rests_on, asking, "pair", (pair.one, pair.other), pair.date, pair.windows)
        yield Topic(pair.one.rule.id, about, tuple, partial(closing, asking, pair))


def _rests_on(
    asking: Asking, what: str, effects: tuple[Effect, ...], fact: str, more: object
) -> object:
    conditions = [asking.cone.proposition(effect.proposition) for effect in effects]
    return what, conditions, asking.cone.fact(fact), more


def _of_orders(asking: Asking, sequences: Sequences) -> Iterator[Topic]:
    """A topic for each circle that orders could close."""
    for circle in sequences.circles():
        candidates = [one for item in circle.items for one in sequences.candidates(item)]
        orders = [(asking.cone.proposition(one.proposition), one.steps) for one in circle.effects]
        yield Topic(
            circle.effects[0].rule.id,
            partial(_circle_rests_on, asking, orders, candidates),
            tuple,
            partial(contradictory, asking, sequences, circle),
        )


def _circle_rests_on(
    asking: Asking, orders: list[tuple[str, tuple[Selector, ...]]], candidates: list[Candidate]
) -> object:
    return "circle", orders, asking.cone.candidates(candidates)


def _of_waits(asking: Asking, sequences: Sequences) -> Iterator[Topic]:
    """A topic for all rules that could wait for each other's treatments."""
    waits = Waits(asking.pack, sequences)
    for rules, circles in waits.circles().items():
        yield Topic(
            rules[0],
            partial(_waits_rest_on, asking, waits, circles),
            tuple,
            partial(circular, asking, waits, circles),
        )


def _waits_rest_on(asking: Asking, waits: Waits, circles: tuple[Circle, ...]) -> object:
    every = {hold.effect.proposition: hold for circle in circles for hold in circle}
    conditions = [
        (name, asking.cone.condition(hold.condition), asking.cone.proposition(name))
        for name, hold in sorted(every.items())
    ]
    seen = sorted({one for hold in every.values() for one in hold.ended_by | hold.held})
    changes = [sorted(waits.treatments.of((one,)).treats) for one in seen]
    steps = [hold.effect.steps for _, hold in sorted(every.items())]
    return "circular", conditions, steps, changes, asking.cone.candidates(seen)


def _of_rivals(asking: Asking, rule: Rule, rivals: Rivals) -> Topic:
    return Topic(
        rule.id,
        lambda: rests_on(asking, rivals.of(rule)),
        lambda: (rival_claims(asking, rivals.of(rule)),),
        lambda: superfluous(asking, rule, rivals),
    )


def _of_finding(asking: Asking, finding: Finding) -> Topic:
    grounds = ground_findings(asking, finding)

    def rests_on() -> object:
        tests = [(one.id, asking.tests_of(one.id)) for one in grounds]
        return [asking.cone.fact(one.id) for one in grounds], finding.kind, tests

    return Topic(
        finding.id,
        rests_on,
        lambda: established_claims(asking, finding),
        lambda: never_established(asking, finding),
    )


def _of_tests(asking: Asking, one: Fact | Measure, found: tuple[Clause, ...]) -> Iterator[Topic]:
    """A topic where there are tests: of a score, of cases, of when a fact is asked."""

    def rests_on() -> object:
        places = asking.pack.vocabulary.places(one.each) or (None,)
        return [asking.cone.fact(ground_name(one.id, place)) for place in places]

    def first() -> Iterator[Claims]:
        for clause in found:
            yield from idle_claims(asking, clause)

    def ask() -> Iterator[Told]:
        for clause in found:
            yield from idle_tests(asking, clause)

    if found:
        yield Topic(one.id, rests_on, first, ask)
