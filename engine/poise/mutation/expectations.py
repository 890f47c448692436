"""Whether what a moment expects holds of another pack, by as little work as that takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from poise.engines import ALONE
from poise.gherkin.failures import StepError
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import OUTCOME
from poise.gherkin.words import Words
from poise.mutation.scenes import Moment
from poise.mutation.seeing import CASE, SCOPE, WORDS, Look, by_outcome
from poise.pack import RulePack
from poise.plan import Plan
from poise.planning.case import Case, open_case
from poise.planning.decisive import outcome
from poise.planning.parts import Undecided
from poise.planning.planner import joined


def stands(case: Case) -> object:
    """Where everything stands: equal for plans in which every status is the same."""
    suggested = tuple(bool(one.support.suggestions) for one in case.standings.values())
    return outcome(case), suggested


def fails(moment: Moment, looks: Iterable[Look], pack: RulePack, stood: object = None) -> str:
    """Why some of what is expected does not hold of a pack; empty where it does.

    `stood` says where everything stands in a plan of which it holds, if that is known.
    """
    found = Outcome(replace(moment.story, words=Words(pack)), ())
    early = [one for one in looks if one.name in CASE - SCOPE]
    late = [one for one in looks if one.name not in CASE]
    try:
        for one in looks:
            if one.name in SCOPE:
                one.check.call(**{OUTCOME: found, **one.given})
        if not early and not late:
            return ""
        case = open_case(pack, moment.assessment)
        found = replace(found, weighed=case)
        for one in early:
            one.check.call(**{OUTCOME: found, **one.given})
        if late and stood is not None and stands(case) == stood:
            late = [one for one in late if not by_outcome(one)]
        if late:
            found = replace(found, drawn=_drawn(case, frozenset(one.name for one in late)))
        for one in late:
            one.check.call(**{OUTCOME: found, **one.given})
    except StepError as error:
        return error.sentence
    return ""


def _drawn(case: Case, steps: frozenset[str]) -> Plan:
    """As much of a plan as these steps look at."""
    parts = Undecided(case)
    return joined(parts, ALONE) if steps & WORDS else cast(Plan, parts)
