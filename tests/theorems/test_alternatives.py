"""Explanations hold what they say: evaluated again, each gives what it claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from poise.assessment import Assessment
from poise.explain.asking import undecided
from poise.explain.changing import SUGGESTED, status, what_if
from poise.explain.forcing import answered, forced, least, without
from poise.pack import RulePack
from poise.planning.case import open_case
from poise.planning.items import boards
from poise.planning.open_facts import About
from poise.planning.trials import trials
from poise.situation import model
from poise.vocabulary import GOALS, Records
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import pack


@pytest.mark.parametrize("seed", seeds(15))
def test_what_is_not_cited_can_be_unknown(seed: int) -> None:
    for one, item, stands in some_items(pack(seed), seed):
        with told(item):
            cited = {answer.fact for answer in forced(pack(seed), one, item).because_of}
            kept = least(pack(seed), one, item, stands)
            assert set(answered(kept)) == cited
            assert status(pack(seed), kept, item) == stands
            for name in cited:
                assert status(pack(seed), without(kept, name), item) != stands


@pytest.mark.parametrize("seed", seeds(12))
def test_a_change_does_what_is_said_or_nothing_could(seed: int) -> None:
    pytest.importorskip("z3")
    rules = with_changeable(pack(seed), seed)
    for one, item, stands in some_items(rules, seed):
        with told(item):
            found = what_if(rules, one, item)
            assert found.status == stands
            if found.nothing_could:
                for other in changed_at_random(rules, one, seed):
                    turned = status(rules, other, item)
                    assert turned is None or (turned in SUGGESTED) == (stands in SUGGESTED)
            else:
                assert (found.would_be in SUGGESTED) != (stands in SUGGESTED)
                changed = {change.fact for change in found.changes}
                assert changed
                assert all(
                    rules.vocabulary.facts[rules.vocabulary.split(name)[0]].changeable
                    or name in rules.ground.asked_when  # it may no longer apply
                    for name in changed
                )


@pytest.mark.parametrize("seed", seeds(12))
def test_answers_do_what_is_said(seed: int) -> None:
    for one in assessments(pack(seed), f"asking {seed}", 2):
        standing = boards(open_case(pack(seed), one))
        now = {board.id: board.status for board in standing}
        options = {
            (board.id, each.candidate.product, each.status)
            for board in standing
            for each in board.options
        }
        for open_one in undecided(pack(seed), one).open:
            for way in open_one.ways:
                assert way.answers
                for turn in way.turns:
                    assert turn.now != turn.then
                    if turn.option:
                        assert turn.now == "" or (turn.item, turn.option, turn.now) in options
                    else:
                        assert turn.now == now.get(turn.item, "")


def some_items(rules: RulePack, seed: int) -> Iterator[tuple[Assessment, str, str]]:
    for one in assessments(rules, f"alternatives {seed}", 2):
        for board in boards(open_case(rules, one))[:2]:
            yield one, board.id, board.status


def with_changeable(rules: RulePack, seed: int) -> RulePack:
    """The pack with some facts that could be recorded otherwise another day."""
    random = Random(f"changeable {seed}")
    facts = {
        name: replace(fact, changeable=random.random() < 0.5)
        for name, fact in rules.vocabulary.facts.items()
    }
    vocabulary = replace(rules.vocabulary, facts=facts)
    linked = replace(rules.linked, contents=replace(rules.contents, vocabulary=vocabulary))
    return RulePack(linked, model(vocabulary, rules.taxonomy, rules.ground), None)


def changed_at_random(rules: RulePack, one: Assessment, seed: int) -> Iterator[Assessment]:
    """Assessments that say something else of a few changeable facts."""
    random = Random(f"changed {seed}")
    names = [
        name
        for name in rules.model.askable
        if (fact := rules.vocabulary.facts[rules.vocabulary.split(name)[0]]).changeable
        and fact.id != GOALS
        and not isinstance(fact.kind, Records)
    ]
    for _ in range(20 if names else 0):
        found = one
        for name in random.sample(names, min(len(names), random.randint(1, 3))):
            states = {other: state for other, state in found.states.items() if other != name}
            tried = list(trials(rules, rules.readers, replace(found, states=states), About(name)))
            found = random.choice(tried) if tried else found
        yield found
