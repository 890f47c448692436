"""Answers as near to the base, and to the thresholds, as still show what is looked for."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping

from poise.assessment import Assessment
from poise.conditions import Bounds
from poise.drafting.answers import answered, distance, either_side, listed
from poise.drafting.nearest import Shows, applicable, differing
from poise.drafting.treated import plainer
from poise.pack import RulePack
from poise.thresholds import DECIMALS, step
from poise.values import UNKNOWN, Span, State, exactly, just, rounded
from poise.vocabulary import Choice, Choices, Grade, Kind, Number, Records, YesNo


def as_near(
    pack: RulePack,
    base: Assessment,
    found: Assessment,
    shows: Shows,
    amounts: Mapping[str, float],
) -> Assessment:
    """Each answer that differs from the base's as near to it as does, in the vocabulary's order.

    `amounts` is, for each unit, an amount to record where any does.
    """
    order = {name: rank for rank, name in enumerate(pack.model.askable)}
    differs = sorted(differing(base, found), key=lambda one: order[one])
    worked_with = [one for one in differs if one in pack.readers.computed]
    for name in (*differs, *worked_with):
        kind = pack.vocabulary.kind(name)
        if isinstance(kind, Records):
            found = plainer(pack, base, found, name, shows, amounts)
        elif found.states.get(name, UNKNOWN) is not UNKNOWN:
            found = _nearer(pack, base, found, name, kind, shows)
    return found


def _nearer(
    pack: RulePack, base: Assessment, found: Assessment, name: str, kind: Kind, shows: Shows
) -> Assessment:
    known, now = base.states.get(name, UNKNOWN), found.states[name]
    if isinstance(kind, Number) and name in pack.readers.computed:
        return _nearer_number(pack, found, name, kind, known, shows)
    tried = sorted(
        dict.fromkeys(told_apart(pack, name, kind, base.date, known)),
        key=lambda state: distance(known, state, kind),
    )
    for state in tried:
        if state == now:
            break
        one = applicable(pack, answered(found, name, state))
        if state != known and shows(one):
            return one
    return found


def _nearer_number(
    pack: RulePack, found: Assessment, name: str, kind: Number, known: State, shows: Shows
) -> Assessment:
    """Of a number that is worked with: the nearest to the base's, in steps of its range; where
    the base says nothing, to the middle of the range."""
    now = found.states[name]
    assert isinstance(now, Span)
    start = known.low if isinstance(known, Span) else round((kind.low + kind.high) / 2)
    distance = step(Bounds(), kind)
    way = distance if now.low >= start else -distance
    near, far = -1, int(abs(now.low - start) / distance) + 1

    def at(count: int) -> Assessment:
        value = min(max(rounded(start + count * way), kind.low), kind.high)
        return applicable(pack, answered(found, name, exactly(value)))

    if not shows(at(far)):
        return _rounder(pack, found, name, now, shows)
    while far - near > 1:
        middle = (near + far) // 2
        if shows(at(middle)):
            far = middle
        else:
            near = middle
    return at(far)


def _rounder(pack: RulePack, found: Assessment, name: str, now: Span, shows: Shows) -> Assessment:
    """With the fewest decimals."""
    for decimals in range(DECIMALS):
        distance = 10.0**-decimals
        below = math.floor(now.low / distance) * distance
        for value in (below, below + distance):
            one = applicable(pack, answered(found, name, exactly(rounded(value))))
            if shows(one):
                return one
    return found


def told_apart(
    pack: RulePack, name: str, kind: Kind, date: datetime.date, known: State = UNKNOWN
) -> Iterator[State]:
    """Answers that some test of the pack can tell apart, as near as can be to what is known."""
    match kind:
        case YesNo():
            yield from (just("yes"), just("no"))
        case Choice(options=options):
            yield from map(just, options)
        case Grade(scale):
            yield from (exactly(index) for index in range(len(scale.levels)))
        case Choices(options=options):
            yield listed(kind, ())
            yield from (listed(kind, (one,)) for one in options)
    for test in pack.readers.tests.get(name, ()):
        for pair in either_side(known, test, kind, date):
            yield from pair
