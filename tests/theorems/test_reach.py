"""What is told of rules, findings and tests that say nothing, no assessment contradicts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from poise.pack import RulePack
from poise.situation import situate
from poise.values import Members, Span, just
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import pack

pytest.importorskip("z3")

from poise.check.asking import Asking
from poise.check.idle import Clause, in_vain, of_fact, of_measure, of_rule
from poise.check.reach import never_established, never_holds
from poise.grounding import at_place


@pytest.mark.parametrize("seed", seeds(30))
def test_what_never_comes_about_comes_about_in_no_assessment(seed: int) -> None:
    rules = pack(seed)
    asking = Asking(rules)
    never = [rule for rule in asking.active() if never_holds(asking, rule)]
    unreached = [
        (finding.id, found.problem.message.split("'")[3])
        for finding in rules.vocabulary.findings.values()
        for found in never_established(asking, finding)
    ]
    for one in assessments(rules, f"reach {seed}", 15):
        evaluation = situate(rules.model, one).evaluation
        for rule in never:
            with told(rule.id):
                assert not any(evaluation.truths[at] for at in asking.propositions(rule))
        for finding, value in unreached:
            with told(finding, value):
                assert value not in established(rules, finding, evaluation.states)


def established(rules: RulePack, finding: str, states: object) -> set[str]:
    """What is surely there of a finding, at any of its places."""
    found: set[str] = set()
    for ground in rules.ground.logic.findings:
        if rules.vocabulary.split(ground.id)[0] == finding:
            match states[ground.id]:  # type: ignore[index]
                case Members(sure):
                    found |= sure
                case Span(low):
                    found |= set(ground.levels[1 : int(low) + 1])
                case state:
                    found |= {"yes"} if state == just("yes") else set()
    return found


@pytest.mark.parametrize("seed", seeds(20))
def test_without_a_test_in_vain_no_assessment_is_judged_otherwise(seed: int) -> None:
    rules = pack(seed)
    asking = Asking(rules)
    idle = [
        (tests, left)
        for tests in every(asking)
        if (left := [one.otherwise for one in in_vain(asking, tests)])
    ]
    for one in assessments(rules, f"idle {seed}", 15 if idle else 0):
        view = situate(rules.model, one).evaluation.view
        for tests, left in idle:
            for place in rules.vocabulary.places(tests.each) or (None,):
                whole, rest, within = (
                    view.truth(at_place(each, rules.vocabulary, tests.each, place))
                    for each in (tests.written, left[-1], tests.within)
                )
                with told(tests.about, tests.written, left[-1]):
                    assert within is False or whole is rest


def every(asking: Asking) -> Iterator[Clause]:
    for rule in asking.active():
        if never_holds(asking, rule) is None:
            yield from of_rule(rule)
    for measure in asking.pack.vocabulary.measures.values():
        yield from of_measure(measure)
    for fact in asking.pack.vocabulary.facts.values():
        yield from of_fact(fact)


@pytest.mark.parametrize("seed", seeds(10))
def test_a_condition_means_the_same_in_parts(seed: int) -> None:
    inquiry = Asking(pack(seed)).inquiry
    for name, condition in pack(seed).ground.conditions.items():
        mine, theirs = inquiry.pair(condition), inquiry.truths(name)
        with told(name):
            assert not inquiry.possible(mine.true != theirs.true)
            assert not inquiry.possible(mine.false != theirs.false)
