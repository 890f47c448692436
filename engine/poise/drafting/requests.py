"""What a patient could ask for by name, so that a plan shows what rules say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poise.assessment import Assessment
from poise.conditions import Bounds
from poise.grounding import Effect
from poise.measures import SESSIONS
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.planning.case import open_case
from poise.requests import Request
from poise.rules import Ceiling, Selector
from poise.thresholds import step
from poise.values import Span, rounded
from poise.vocabulary import Number


def wishes(pack: RulePack, effects: Sequence[Effect]) -> Iterator[Request]:
    """A class of products in an area, or a member of it, that the effects mean."""
    told: set[Request] = set()
    for effect in effects:
        for request in _named(pack, effect.selector):
            if request not in told:
                told.add(request)
                yield request


def _named(pack: RulePack, selector: Selector | None) -> Iterator[Request]:
    if selector is None:
        return
    goals = sorted(selector.goals) if selector.goals is not None else [""]
    for product in pack.taxonomy.members:
        if product.recorded_only or (selector.products or {product.id}).isdisjoint({product.id}):
            continue
        for area in pack.taxonomy.areas.values():
            side = area.sides[0] or ""
            for goal in goals:
                if matches(selector, Candidate(product.id, area.id, side, goal, product.acts_on)):
                    yield Request(product.item, area.id, "", goal)
                    yield Request(product.id, area.id, "", goal)


def amounts(pack: RulePack, one: Assessment, effects: Sequence[Effect]) -> Iterator[Request]:
    """More than a ceiling allows, of what is suggested already, or else of anything."""
    states = open_case(pack, one).view.states
    excesses = {excess.id: excess for excess in pack.ground.excesses}
    for effect in effects:
        if not isinstance(effect.verb, Ceiling) or effect.verb.unit == SESSIONS:
            continue
        most = excesses[effect.excess].at_most
        state = states[most] if isinstance(most, str) else Span(most, most)
        if not isinstance(state, Span):
            continue
        amount = rounded(state.low + step(Bounds(at_least=state.low), Number("", 0, 1000)))
        for request in _suggested_first(pack, one, wishes(pack, [effect])):
            product = pack.taxonomy.products[request.product]
            if product.unit == effect.verb.unit:
                yield Request(product.id, request.area, "", request.goal, amount, product.unit)


def _suggested_first(
    pack: RulePack, one: Assessment, requests: Iterator[Request]
) -> Sequence[Request]:
    items = {
        (pack.taxonomy.products[candidate.product].item, candidate.area)
        for candidate, standing in open_case(pack, one).standings.items()
        if standing.suggested
    }
    return sorted(requests, key=lambda each: (each.product, each.area) not in items)
