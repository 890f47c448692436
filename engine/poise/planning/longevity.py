"""How long a result lasts: the most specific published range, and towards which end of it.

No computed precision: the range is as it was published, and the reasons are told beside it.
"""

from __future__ import annotations

from poise.plan import Lasting
from poise.planning.candidates import Candidate
from poise.planning.case import Case
from poise.planning.items import Board
from poise.rules import EVERYTHING, Lasts, Selector
from poise.taxonomy import Taxonomy


def item_lasting(case: Case, board: Board) -> Lasting | None:
    """The expected duration of an item's result: the range of all options that lead."""
    found = [lasting(case, one.candidate) for one in board.leading]
    known = [one for one in found if one is not None]
    if not known:
        return None
    ends = {one.towards for one in known} - {None} or {None}
    return Lasting(
        from_=min(one.from_ for one in known),
        to=max(one.to for one in known),
        towards=next(iter(ends)) if len(ends) == 1 else "both",
        because=tuple(dict.fromkeys(text for one in known for text in one.because)),
        evidence=tuple(dict.fromkeys(source for one in known for source in one.evidence)),
    )


def lasting(case: Case, candidate: Candidate) -> Lasting | None:
    """The expected duration of a candidate's result; None where nothing is published."""
    effects = [
        effect
        for effect in case.effects(Lasts)
        if effect.selector is not None and case.means(effect.selector, candidate) is True
    ]
    ranges = [
        (breadth(effect.selector or EVERYTHING, case.pack.taxonomy), effect.rule.id, effect)
        for effect in effects
        if isinstance(effect.verb, Lasts) and effect.verb.months is not None
    ]
    if not ranges:
        return None
    _, _, chosen = min(ranges, key=lambda one: one[:2])
    assert isinstance(chosen.verb, Lasts)
    assert chosen.verb.months is not None
    pulls = [
        (effect.verb.towards, effect.rule)
        for effect in effects
        if isinstance(effect.verb, Lasts) and effect.verb.towards is not None
    ]
    ends = {towards for towards, _ in pulls}
    return Lasting(
        from_=chosen.verb.months.from_,
        to=chosen.verb.months.to,
        towards=None if not ends else next(iter(ends)) if len(ends) == 1 else "both",
        because=(chosen.rule.title, *(f"{end}: {rule.title}" for end, rule in pulls)),
        evidence=tuple(
            dict.fromkeys([*chosen.rule.evidence, *(e for _, rule in pulls for e in rule.evidence)])
        ),
    )


def breadth(selector: Selector, taxonomy: Taxonomy) -> int:
    """How many products and areas a selector means: the fewer, the more specific."""
    products = len(taxonomy.members) if selector.products is None else len(selector.products)
    areas = len(taxonomy.areas) if selector.areas is None else len(selector.areas)
    parts = (selector.sides, selector.goals, selector.acts_on, selector.label)
    return products * areas * 8 - sum(part is not None for part in parts)
