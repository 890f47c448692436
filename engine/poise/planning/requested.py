"""What the patient asked for by name, each request answered by itself."""

from __future__ import annotations

from collections.abc import Iterable

from poise.assessment import Request
from poise.plan import RequestAnswer
from poise.planning.case import Case
from poise.planning.standing import RANK, Argument, Standing
from poise.planning.waiting import waits_on
from poise.wording import figure


def requests(case: Case) -> Iterable[RequestAnswer]:
    """The answer to each request: what it comes to, and why."""
    for index, request in enumerate(case.assessment.requests):
        standings = [case.standings[one] for one in case.answering[index]]
        best = min(standings, key=lambda one: RANK[one.status])
        yield RequestAnswer(
            product=request.product,
            area=request.area,
            side=request.side,
            for_=request.goal,
            amount="" if request.amount is None else f"{figure(request.amount)} {request.unit}",
            status=best.status,
            because=_answer(case, request, best),
        )


def _answer(case: Case, request: Request, best: Standing) -> str:
    if best.suggested:
        titles = dict.fromkeys(
            s.effect.rule.title for s, truth in best.support.suggestions if truth
        )
        cautions = dict.fromkeys(
            one.effect.rule.title for one in best.arguments if one.status == best.status
        )
        warned = f" With caution: {'; '.join(cautions)}." if best.status == "cautioned" else ""
        return f"Supported: {'; '.join(titles)}.{warned}"
    sure = [one for one in best.arguments if one.truth and RANK[one.status] >= RANK[best.status]]
    if best.status == "discouraged" and best.support.truth is False:
        purpose = f" for '{case.wording.goal(request.goal)}'" if request.goal else ""
        against = f" {_told(sure)}" if sure else ""
        return f"Nothing in the assessment supports it{purpose}.{against}"
    if sure:
        return _told(sure)
    waits = sorted({case.wording.label(one.fact) for one in waits_on(case, best)})
    more = f" and {len(waits) - 3} more" if len(waits) > 3 else ""
    return f"Waits on: {'; '.join(waits[:3])}{more}."


def _told(arguments: list[Argument]) -> str:
    """The titles of the rules behind these arguments, the gravest three."""
    titles = dict.fromkeys(one.effect.rule.title for one in arguments)
    return f"{'; '.join(list(titles)[:3])}."
