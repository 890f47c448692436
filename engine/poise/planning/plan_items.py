"""An item as a plan tells it: its options, and what speaks for and against it."""

from __future__ import annotations

from poise.plan import CandidateOnPlan, Item
from poise.planning.arguments import Held, plan_arguments
from poise.planning.case import Case
from poise.planning.items import Board, asked_for
from poise.planning.longevity import item_lasting
from poise.planning.schedule import reviews_on_plan
from poise.planning.standing import RANK, Standing
from poise.rules import Expect, Prefer


def plan_item(case: Case, board: Board, session: int | None) -> Item:
    """The item; `session` is None where it is not planned."""
    best = board.best
    wording = case.wording
    leading = [one.candidate for one in board.leading]
    expected = [
        effect.verb.say
        for effect in case.effects(Expect)
        if isinstance(effect.verb, Expect)
        and any(case.means(effect.selector or effect.verb.items, one) is True for one in leading)
    ]
    return Item(
        product=board.product,
        area=board.area,
        label=wording.item(board.product, board.area),
        status=board.status,
        at_best=board.at_best,
        at_worst=board.at_worst,
        held_by=best.held_by,
        acts_on=best.candidate.acts_on,
        for_=tuple(dict.fromkeys(one.goal for one in leading if one.goal)),
        asked_for=asked_for(case, board),
        label_status=_label_status(case, board),
        session=session,
        lasts_months=item_lasting(case, board),
        reviews=reviews_on_plan(case, board),
        candidates=tuple(_candidate(case, one) for one in board.options),
        arguments=plan_arguments(
            case, _held(case, board), frozenset(one.candidate.product for one in board.options)
        ),
        expectations=tuple(dict.fromkeys(" ".join(say.split()) for say in expected)),
    )


def _label_status(case: Case, board: Board) -> str:
    """The label status of the options that lead; `varies` where they differ."""
    found = {case.labels.status(one.candidate.product, one.candidate.area) for one in board.leading}
    return next(iter(found)) if len(found) == 1 else "varies"


def _candidate(case: Case, standing: Standing) -> CandidateOnPlan:
    candidate = standing.candidate
    return CandidateOnPlan(
        product=candidate.product,
        label=case.wording.product(candidate.product),
        side=candidate.side,
        for_=candidate.goal,
        acts_on=candidate.acts_on,
        status=standing.status,
        at_best=standing.at_best,
        at_worst=standing.at_worst,
        label_status=case.labels.status(candidate.product, candidate.area),
    )


def _held(case: Case, board: Board) -> list[Held]:
    """What speaks for an item, then what speaks against it, gravest first."""
    speaking = [
        Held(suggestion.effect, truth, one.candidate.product)
        for one in board.options
        for suggestion, truth in one.support.suggestions
    ]
    speaking += [
        Held(effect, True, one.candidate.product)
        for effect in case.effects(Prefer)
        for one in board.options
        if effect.selector is not None and case.means(effect.selector, one.candidate) is True
    ]
    against = [
        (argument, one.candidate.product) for one in board.options for argument in one.arguments
    ]
    against.sort(
        key=lambda one: (-RANK[one[0].status], one[0].truth is None, one[0].effect.proposition)
    )
    return [*speaking, *(Held(one.effect, one.truth, product) for one, product in against)]
