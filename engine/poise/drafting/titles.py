"""Titles of drafts: what comes of it, and at which answer."""

from __future__ import annotations

import re

from poise.assessment import Assessment
from poise.drafting.bases import Base, small
from poise.drafting.given import Givens
from poise.drafting.leaves import Leaf
from poise.drafting.nearest import differing
from poise.drafting.twins import Twin
from poise.pack import RulePack
from poise.values import UNKNOWN, Members, Span
from poise.vocabulary import GOALS, Number, Records

SHORTER = (
    (r' (because|until) ".*$', ""),
    (r" until .* is answered$", ""),
    (r", towards neither end$", ""),
    (r'(?<=s) for "[^"]*"$', ""),
    (r"^the finding ", ""),
    (r"^(the requirement|the consideration) \S+", r"\1"),
    (r"^the rule \S+ fires$", "it applies"),
    (r"^the rule \S+ does not fire$", "it does not apply"),
    (r"^the rule \S+ is open$", "it is open"),
    (r'^the patient can expect ".*$', "the patient is told so"),
    (r'^nothing in the plan mentions ".*$', "the patient is not told so"),
)
"""What a step says, and a title does not: the title of the rule stands above it."""
MOST = 2
"""So many answers a title names."""


class Titles:
    """Words the titles of one pack's drafts."""

    def __init__(self, pack: RulePack, givens: Givens) -> None:
        self._pack = pack
        self._givens = givens
        self._order = {name: rank for rank, name in enumerate(pack.model.askable)}

    def of(self, base: Base, least: Assessment, twin: Twin, leaf: Leaf | None, said: str) -> str:
        """The title of a twin of the least assessment, of which a plan says this."""
        what = outcome(said)
        if twin.fact:
            return f"{what} {self._turned(least, twin, leaf)}"
        return f"{what} {self._differs(base, least)}"

    def _turned(self, least: Assessment, twin: Twin, leaf: Leaf | None) -> str:
        one = twin.assessment
        asked = [each for each in one.requests if each not in least.requests]
        if asked:
            return f"where {self._givens.request(asked[0])}"
        direct = leaf is not None and leaf.line.fact == twin.fact
        if twin.how == "open":
            return f"while {self._fact(twin.fact)} is not known"
        said = self._where(twin.fact, one)
        near = self._side(twin, least) if direct else ""
        return f"{said}, {near}" if near else said

    def _side(self, twin: Twin, least: Assessment) -> str:
        """On which side of the threshold an answer across it lies."""
        before = least.states.get(twin.fact, UNKNOWN)
        now = twin.assessment.states.get(twin.fact, UNKNOWN)
        kind = self._pack.vocabulary.kind(twin.fact)
        if twin.how != "across" or not isinstance(kind, Number):
            return ""
        if not isinstance(before, Span) or not isinstance(now, Span):
            return ""
        return "just below" if now.low < before.low else "just above"

    def _differs(self, base: Base, one: Assessment) -> str:
        """By which answers it is not the base."""
        new = one.requests[len(base.assessment.requests) :]
        if new:
            return f"where {self._givens.request(new[0])}"
        names = sorted(
            (name for name in differing(base.assessment, one) if name != GOALS),
            key=lambda name: self._order[name],
        )
        parts = [self._where(name, one) for name in names[:MOST]]
        if parts:
            return " and ".join((parts[0], *(part.removeprefix("where ") for part in parts[1:])))
        who = re.sub(r', as in ".*"$', "", base.step)
        return f"in {who}" if who != base.step else "to begin with"

    def _where(self, name: str, one: Assessment) -> str:
        kind = self._pack.vocabulary.kind(name)
        if isinstance(kind, Records):
            return self._recorded(name, one)
        state = one.states.get(name, UNKNOWN)
        if isinstance(state, Members):
            state = Members(state.sure)
        verb = "holds" if isinstance(state, Members) else "is"
        value = self._pack.wording.value(name, state)
        return f"where {self._fact(name)} {verb} {value}"

    def _recorded(self, name: str, one: Assessment) -> str:
        listed = one.records.get(name)
        if not listed:
            known = "none is recorded" if listed is not None else "nothing is known"
            return f"where of {self._fact(name)} {known}"
        said = self._givens.treated(name, listed[-1], one.date)
        return f"after {said}" if said else f"where {self._fact(name)} are recorded"

    def _fact(self, name: str) -> str:
        declared, place = self._pack.vocabulary.split(name)
        return small(self._givens.placed(self._pack.vocabulary.facts[declared], place))


def outcome(step: str) -> str:
    """What a Then step says, as the beginning of a title."""
    said = step
    for written, instead in SHORTER:
        said = re.sub(written, instead, said)
    said = said.replace('"', "")
    return said[:1].upper() + said[1:]
