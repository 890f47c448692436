"""Which survivors mean the same as the rule they were made from, proved over every assessment.

Two things are proved. A mutant that holds otherwise is equivalent when its conditions have the same
pair (surely true, surely false) in every possible assessment, missing answers included. A mutant
that does otherwise is equivalent when it acts on the same treatments of all that there can be, or
when its rule can never hold, and never be open. Whatever is not proved counts as different.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from poise.canonical import digest
from poise.check.asking import Kept
from poise.check.cone import Cone
from poise.check.proving import requestable
from poise.conditions import AllOf, Condition
from poise.grounding import Effect
from poise.mutation.doings import Grounded, grounded, of_all
from poise.mutation.verdicts import Verdict
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.rules import Ceiling, Rule, Selector, Sequence

SAME_TRUTHS = "it holds in the same assessments"
SAME_TREATMENTS = "it acts on the same treatments"
NEVER = "the rule can never hold"


class Pair(NamedTuple):
    """What a rule demands at one place, and what its mutant does there.

    `holds` are the conditions of the rule; `lines` what it requires, of which nothing is seen where
    it surely does not hold.
    """

    holds: tuple[Condition, Condition]
    lines: tuple[Condition, Condition]


class Proof(NamedTuple):
    """What has to be shown of a mutant: that no assessment tells its pairs apart."""

    pairs: tuple[Pair, ...]
    idle: bool
    """Or else that its rule never holds, and is never open."""


class Equivalence:
    """Proves survivors of one pack equivalent, and remembers what it has proved."""

    def __init__(self, pack: RulePack, kept: Kept) -> None:
        self._pack = pack
        self._kept = kept
        self._cone = Cone(pack)

    def judged(self, survivors: Iterable[Verdict]) -> Iterator[Verdict]:
        """The survivors in their order, those proved equivalent among them as such.

        Raises ModuleNotFoundError where there is something to prove and z3 is not installed.
        """
        listed = tuple(survivors)
        proofs = {number: self._proof(one) for number, one in enumerate(listed)}
        asked = {
            number: proof
            for number, proof in proofs.items()
            if isinstance(proof, Proof) and self._rests_on(proof) not in self._kept
        }
        solver = _Solver(self._pack, asked) if asked else None
        for number, verdict in enumerate(listed):
            proof = proofs[number]
            if isinstance(proof, str):
                yield replace(verdict, fate="equivalent", why=proof)
            elif number not in asked:
                yield replace(verdict, fate="equivalent", why=NEVER if proof.idle else SAME_TRUTHS)
            else:
                assert solver is not None
                yield self._told(verdict, proof, solver.apart(number, proof))

    def _told(self, verdict: Verdict, proof: Proof, apart: str | None) -> Verdict:
        if apart is None:
            self._kept.add(self._rests_on(proof))
            return replace(verdict, fate="equivalent", why=NEVER if proof.idle else SAME_TRUTHS)
        return replace(verdict, why=apart)

    def _rests_on(self, proof: Proof) -> str:
        cone = self._cone
        pairs = [[cone.condition(one) for one in (*p.holds, *p.lines)] for p in proof.pairs]
        return digest(("equivalent", proof.idle, pairs))

    def _proof(self, verdict: Verdict) -> Proof | str:
        mutant = verdict.mutant
        assert mutant.becomes is None or isinstance(mutant.becomes, Rule)
        old = grounded(self._pack.rules_by_id[mutant.rule], self._pack)
        new = grounded(mutant.becomes, self._pack)
        if mutant.becomes is not None and new.reads_otherwise:
            return Proof(tuple(_pairs(old, new)), idle=False)
        if self._same_treatments(old, new):
            return SAME_TREATMENTS
        return Proof(tuple(_pairs(old, old)), idle=True)

    def _same_treatments(self, old: Grounded, new: Grounded) -> bool:
        was, now = old.ground.effects, new.ground.effects
        return len(was) == len(now) and all(
            old.says[number] == new.says[number] and self._same(one, other)
            for number, (one, other) in enumerate(zip(was, now, strict=True))
        )

    def _same(self, one: Effect, other: Effect) -> bool:
        selectors = zip(_selectors(one), _selectors(other), strict=True)
        recorded = isinstance(one.verb, Ceiling | Sequence)
        return (one.place, of_all(one)) == (other.place, of_all(other)) and all(
            self._meant(mine) == self._meant(theirs)
            and (not recorded or _records(mine) == _records(theirs))
            for mine, theirs in selectors
        )

    def _meant(self, selector: Selector) -> frozenset[Candidate]:
        known = self._selected
        if selector not in known:
            known[selector] = frozenset(one for one in self._all if matches(selector, one))
        return known[selector]

    @cached_property
    def _selected(self) -> dict[Selector, frozenset[Candidate]]:
        return {}

    @cached_property
    def _all(self) -> tuple[Candidate, ...]:
        """Every candidate that rules or requests can put on a plan."""
        suggested = (one for each in self._pack.suggestions for one in each.candidates)
        return tuple(dict.fromkeys((*suggested, *requestable(self._pack))))


def _records(selector: Selector) -> tuple[object, ...]:
    """What tells which records of earlier treatments a selector means."""
    return selector.products, selector.areas, selector.sides


def _selectors(effect: Effect) -> tuple[Selector, ...]:
    if effect.steps:
        return effect.steps
    return () if effect.selector is None else (effect.selector,)


def _pairs(old: Grounded, new: Grounded) -> Iterator[Pair]:
    """At each place the conditions before and after, and the lines of each requirement."""
    before, after = old.ground, new.ground
    for one, other in zip(before.effects, after.effects, strict=True):
        yield Pair(
            (before.conditions[one.proposition], after.conditions[other.proposition]),
            (_all(before.conditions, one), _all(after.conditions, other)),
        )


def _all(conditions: Any, effect: Effect) -> Condition:
    return AllOf(tuple(conditions[line] for line in effect.lines))


class _Solver:
    """One world that holds the conditions of all that is asked."""

    def __init__(self, pack: RulePack, asked: dict[int, Proof]) -> None:
        from poise.solver.search import Search
        from poise.solver.world import World

        extra = {
            _name(one): one
            for proof in asked.values()
            for pair in proof.pairs
            for one in (*pair.holds, *pair.lines)
        }
        self._world = World(pack, extra)
        self._search = Search(self._world, pack.head.released)

    def apart(self, _number: int, proof: Proof) -> str | None:
        """None where it is proved; else why not, where that is not plain."""
        from poise.solver.terms import denied, some
        from poise.solver.undecided import UndecidedError

        claims = []
        for pair in dict.fromkeys(proof.pairs):
            before, after = (self._world.truths(_name(one)) for one in pair.holds)
            if proof.idle:
                claims.append(denied(before.false))
                continue
            claims += [before.true != after.true, before.false != after.false]
            was, now = (self._world.truths(_name(one)) for one in pair.lines)
            lines = some((was.true != now.true, was.false != now.false))
            claims.append(_both(denied(before.false), lines))
        try:
            return "" if self._search.possible(some(claims)) else None
        except UndecidedError as error:
            return f"not decided: {error}"


def _both(one: Any, other: Any) -> Any:
    from poise.solver.terms import both

    return both(one, other)


def _name(condition: Condition) -> str:
    return f"mutant {digest(condition)}"
