"""The default pack's proofs hold, and each rule of safety is guarded by one."""

from __future__ import annotations

import os
from functools import cache
from random import Random

import pytest

import poise
from poise.conditions import AllOf, NoneOf
from poise.grounding import at_place, here
from poise.pack import RulePack
from poise.planning.candidates import matches
from poise.planning.standing import RANK
from poise.proofs import Proof
from poise.rules import Rule, Selector
from poise.trees import facts_read
from weakened import instead, narrowed, restricting, weakened, without

pytest.importorskip("z3")

from poise.check.claims import Claim, claims, shows
from poise.check.proving import Prover, Refuted, requestable
from poise.check.standings import StandingSearch
from poise.check.statements import statements
from poise.check.symbolic import solver_problems
from poise.solver.search import Search
from poise.solver.world import World


@cache
def default() -> RulePack:
    return poise.load()


def safety() -> list[str]:
    places = default().contents.places
    return [one.id for one in restricting(default()) if "/safety/" in places[one.id].file]


def narrower(rule: str) -> list[tuple[str, Rule, Selector]]:
    return list(narrowed(default(), default().rules_by_id[rule]))


def test_the_default_pack_proves_what_it_states() -> None:
    proofs = default().contents.proofs
    assert len(proofs) >= 25
    assert list(solver_problems(default(), set())) == []


def test_every_statement_of_the_pack_itself_holds() -> None:
    assert list(statements(default())) == []


@pytest.mark.parametrize("rule", safety())
def test_a_safety_rule_that_is_gone_is_named_by_a_proof(rule: str) -> None:
    broken = broken_proof(without(default(), rule), default().rules_by_id[rule])
    assert broken, f"no proof notices that the rule '{rule}' is gone: write one in rules/proofs/"


@pytest.mark.parametrize("rule", safety())
def test_a_safety_rule_that_is_weaker_is_named_by_a_proof(rule: str) -> None:
    unnoticed = [
        said
        for said, weaker in weakened(default().rules_by_id[rule])
        if not broken_proof(instead(default(), weaker), default().rules_by_id[rule])
        and holds_less(default().rules_by_id[rule], weaker)
    ]
    assert not unnoticed, f"no proof notices that the rule '{rule}' is weaker: {unnoticed}"


@pytest.mark.parametrize("rule", [one for one in safety() if any(narrower(one))])
def test_a_safety_rule_for_fewer_items_is_named_by_a_proof(rule: str) -> None:
    """Or it held back what other rules hold back as far in any case."""
    unnoticed = [
        said
        for said, less, gone in tried(rule)
        if not broken_proof(instead(default(), less), default().rules_by_id[rule])
        and matters(rule, less, gone)
    ]
    assert not unnoticed, f"no proof notices that the rule '{rule}' means less: {unnoticed}"


def tried(rule: str) -> list[tuple[str, Rule, Selector]]:
    """One of them, each rule's own; all of them where more cases are asked for."""
    every = narrower(rule)
    if "POISE_CASES" in os.environ:
        return every
    return Random(rule).sample(every, 1)


def holds_less(rule: Rule, weaker: Rule) -> bool:
    """Whether a weaker rule can be closed where the rule holds: what has to be ticked stands on
    the plan while its rule may hold."""
    if weaker.when == rule.when or not any(one.note for one in rule.require):
        return True
    closed = NoneOf((weaker.when,))
    both = {"holds": rule.when, "closed": closed}
    grounded = {name: at_place(one, default().vocabulary, None, None) for name, one in both.items()}
    world = World(default(), grounded)
    claims = [world.truths(name).true for name in grounded]
    return Search(world, default().head.released).possible(*claims)


def matters(rule: str, less: Rule, gone: Selector) -> bool:
    """Whether what a rule means no more can stand better, in any case in which it held it back."""
    whole, pack = default().rules_by_id[rule], instead(default(), less)
    if whole.ceiling:
        return True  # no other rule counts the same
    noted = any(one.note for one in whole.require)
    best = "excluded" if whole.exclude else "deferred" if whole.defer or noted else "on_hold"
    unmet = tuple(NoneOf((one.that,)) for one in whole.require if one.that is not None)
    when = AllOf((whole.when, *unmet)) if best == "on_hold" else whole.when
    proof = Proof.model_construct(id="ad-hoc", each=whole.each)
    held = [
        Claim(
            proof,
            place,
            at_place(when, pack.vocabulary, whole.each, place),
            None,
            here(gone, whole.each, place),
            RANK[best],
        )
        for place in pack.vocabulary.places(whole.each) or (None,)
    ]
    search = StandingSearch(pack, {f"proof {one.name}": one.condition for one in held})
    return any(can_fail(pack, search, one) for one in held)


def broken_proof(changed: RulePack, rule: Rule) -> str:
    """A proof that does not hold of the changed pack; of those nearest to the rule."""
    conditions = {f"proof {one.name}": one.condition for one in claims(changed)}
    search = StandingSearch(changed, conditions)
    broken = (one.proof.id for one in near(changed, rule) if can_fail(changed, search, one))
    return next(broken, "")


def can_fail(pack: RulePack, search: StandingSearch, claim: Claim) -> bool:
    """Whether a candidate that is suggested, or asked for, may stand better than claimed."""
    suggested = {one: None for each in pack.suggestions for one in each.candidates}
    return any(
        (meant or asked_for) and search.can_fail(claim, meant, asked_for)
        for candidates, requests in ((suggested, ()), ((), requestable(pack)))
        for meant in [[one for one in candidates if matches(claim.items, one)]]
        for asked_for in [[one for one in requests if matches(claim.items, one)]]
    )


def near(pack: RulePack, rule: Rule) -> list[Claim]:
    """The claims that could notice a change of a rule: those about facts that it tests, and first
    those that come from where it does."""
    conditions = [rule.when, *(one.that for one in rule.require if one.that is not None)]
    tested = {name for condition in conditions for name in facts_read(condition)}

    def apart(claim: Claim) -> bool:
        named = {claim.unanswered, *facts_read(claim.condition)} - {None}
        owners = {pack.vocabulary.split(str(name))[0] for name in named}
        return not (owners & tested or (not named and not tested))

    def far(claim: Claim) -> int:
        return len({*claim.proof.catalogue} ^ {*rule.catalogue})

    close = [one for one in claims(pack) if not apart(one)]
    return sorted(close, key=lambda one: (far(one), one.name))


def test_a_refuted_proof_is_shown_by_the_smallest_assessment() -> None:
    pack = without(default(), "permanent.no_filler_over_it")
    every = tuple(claims(pack))
    prover = Prover(pack, every)
    claim = next(one for one in every if one.name == "holds.permanent_filler@lips")
    verdict = prover.verdict(claim)
    assert isinstance(verdict, Refuted)
    one = pack.read_assessment(verdict.assessment)
    seen = shows(pack, claim, one)
    assert seen is not None
    assert verdict.what.endswith(f"stands '{seen[1]}'")
    (record,) = verdict.assessment["history.treatments"]
    assert {"product", "area"} <= set(record)
    assert "amount" not in record


def test_what_was_proved_is_not_asked_again_until_it_changes() -> None:
    every = tuple(claims(default()))
    digests = {one.name: Prover(default(), every).digest(one) for one in every}
    changed = without(default(), "permanent.no_filler_over_it")
    others = Prover(changed, tuple(claims(changed)))
    differing = {one.name for one in claims(changed) if others.digest(one) != digests[one.name]}
    assert "holds.permanent_filler@lips" in differing
    assert "holds.toxin_allergy" not in differing
