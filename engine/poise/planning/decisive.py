"""Whether a question is decisive: whether its answers can lead to different plans.

Where few answers are open beside it, every way in which these can turn out is tried: then a
decisive question has two valid completions that differ in it, and in what is only asked by its
answer, and that have different plans; and another question has none. Where too much is open, a
question is decisive when two of its answers change the plan at once, whatever else is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from poise.assessment import Assessment
from poise.planning.case import Case, open_case
from poise.planning.open_facts import About
from poise.planning.trials import trials
from poise.planning.waiting import parts
from poise.rules import Refer, Require
from poise.situation import inapplicable
from poise.trees import facts_read

FEW = 48
"""So many combinations of answers are tried in full."""

TRIES = 2 * FEW
"""So many plans are worked out for one question, where answers open others."""

Parts = frozenset[frozenset[About]]
"""Of each open part of a plan, what it waits on."""


def decisive(case: Case, about: About, waiting: Parts) -> bool:
    """Whether two of the answers to a question can lead to different plans."""
    search = _Search(case, about)
    if search.few(case, waiting):
        with suppress(_TooManyError):
            return search.matters(case, waiting)
    return search.matters_at_once(case)


class _TooManyError(Exception):
    """Answers opened so many further questions that not all can be tried."""


class _Search:
    """Tries the answers to one question, beside those to the others that bear on the same."""

    def __init__(self, case: Case, about: About) -> None:
        self._pack = case.pack
        self._about = about
        self._follow_ups = _follow_ups(case, about.fact)
        self._tries = 0

    def few(self, case: Case, waiting: Parts) -> bool:
        """Whether the question and its neighbours can be answered in few ways together."""
        combinations = 1
        for one in (self._about, *self._neighbours(waiting)):
            combinations *= sum(1 for _ in islice(self._tried(case, one), FEW + 1)) or 1
            if combinations > FEW:
                return False
        return True

    def matters(self, case: Case, waiting: Parts) -> bool:
        """Whether it matters for some way of answering its neighbours; raises `_TooManyError`."""
        if not any(self._about in one for one in waiting):
            return False
        neighbours = self._neighbours(waiting)
        if neighbours:
            ways = self._ways(case, neighbours[0])
            return any(self.matters(tried, parts(tried)) for tried in ways)
        found: list[set[object]] = []
        for answered in self._ways(case, self._about):
            found.append(set(self._outcomes(answered)))
            if len(found) > 1 and len(set().union(*found)) > 1:
                return True
        return False

    def matters_at_once(self, case: Case) -> bool:
        """Whether two answers give different plans while all else stays open."""
        first: object = None
        for count, tried in enumerate(self._opened(case, self._about)):
            told = outcome(tried)
            if count and told != first:
                return True
            first = told
        return False

    def _outcomes(self, case: Case) -> Iterator[object]:
        """How the plan can turn out by what is asked only because of the answer."""
        waiting = sorted({about for one in parts(case) for about in one})
        follow_up = next((one for one in waiting if one.fact in self._follow_ups), None)
        if follow_up is None:
            yield outcome(case)
            return
        for tried in self._ways(case, follow_up):
            yield from self._outcomes(tried)

    def _neighbours(self, waiting: Parts) -> list[About]:
        """The other open answers that bear on something that the question bears on."""
        together = {about for one in waiting if self._about in one for about in one}
        return sorted(
            one for one in together if one != self._about and one.fact not in self._follow_ups
        )

    def _opened(self, case: Case, about: About) -> Iterator[Case]:
        """The case with one question answered in each way that could tell, and is valid."""
        for tried in self._tried(case, about):
            answered = open_case(self._pack, tried)
            if not inapplicable(self._pack.model, tried, answered.view):
                yield answered

    def _ways(self, case: Case, about: About) -> Iterator[Case]:
        """The same, as long as that is not too much."""
        for tried in self._opened(case, about):
            self._tries += 1
            if self._tries > TRIES:
                raise _TooManyError
            yield tried

    def _tried(self, case: Case, about: About) -> Iterator[Assessment]:
        return trials(self._pack, self._pack.readers, case.assessment, about)


def _follow_ups(case: Case, fact: str) -> frozenset[str]:
    """The facts that are asked, or not, by the answer to a fact; and those by theirs."""
    found = {fact}
    for name, condition in case.pack.ground.asked_when.items():
        if found & set(facts_read(condition)):
            found.add(name)
    return frozenset(found - {fact})


def outcome(case: Case) -> object:
    """What makes two plans differ: a status, a referral, a requirement or a finding."""
    truths = case.situation.evaluation.truths
    return (
        tuple(
            (candidate, standing.at_best, standing.at_worst)
            for candidate, standing in case.standings.items()
        ),
        tuple(effect.proposition for effect in case.effects(Refer)),
        tuple(
            (
                effect.proposition,
                truths[effect.proposition],
                *(truths[line] for line in effect.lines),
            )
            for effect in case.effects(Require, sure=False)
        ),
        tuple(case.view.states[one.id] for one in case.pack.ground.logic.findings),
    )
