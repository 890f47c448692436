"""Deferrals that do not end, however long one waits.

Waiting changes nothing of an assessment but its date, and so what lies in a window. A deferral may
still hold on the day on which it says that it ends; and of two deferrals of one item one may begin
before the other ends, so that no day is left between them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from poise.assessment import Assessment
from poise.check.asking import Asking, Told
from poise.conditions import Condition, Duration, Not, Test, Window
from poise.durations import later
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.arguments import deferral_ends
from poise.planning.case import open_case
from poise.rules import After, Defer, Selector
from poise.situation import situate
from poise.trees import lines
from poise.values import Span, Truth
from poise.vocabulary import ground_name

if TYPE_CHECKING:
    import z3


# --- one deferral and its own end ------------------------------------------------------------


def ending(pack: RulePack) -> Iterator[tuple[Effect, str]]:
    """The deferrals that end some time after a date, each with that date."""
    for effect in pack.effects.of(Defer):
        if isinstance(effect.verb, Defer) and isinstance(effect.verb.until, After):
            declared = pack.vocabulary.get(effect.verb.until.after)
            bound = declared is not None and declared.each is not None
            yield effect, ground_name(effect.verb.until.after, effect.place if bound else None)


def overdue(asking: Asking, effect: Effect, date: str) -> Iterator[Told]:
    """Told where a rule defers until a day that is past. Raises `UndecidedError`."""
    found = asking.inquiry.example(
        partial(_is_overdue, asking.pack, effect), *overdue_claims(asking, effect, date)
    )
    if found is not None:
        ends = deferral_ends(open_case(asking.pack, found), effect)
        said = f"the rule '{effect.rule.id}' still defers on the day on which its deferral ends"
        hint = f"it ends on {ends}, {asking.shown(found)}"
        yield asking.told(effect.rule.id, "endless-deferral", said, hint)


def overdue_claims(asking: Asking, effect: Effect, date: str) -> tuple[z3.BoolRef, ...]:
    from poise.solver.terms import Ordered, denied, given

    assert isinstance(effect.verb, Defer)
    assert isinstance(effect.verb.until, After)
    world = asking.inquiry.world
    state, first = world.state(date), world.calendar.first(effect.verb.until.gap)
    assert isinstance(state, Ordered)
    past = (denied(state.endless), state.high.value < first)
    return (world.truths(effect.proposition).true, given(state), *past)


def _is_overdue(pack: RulePack, effect: Effect, one: Assessment) -> bool:
    case = open_case(pack, one)
    ends = deferral_ends(case, effect)
    return case.truth(effect) is True and ends is not None and ends <= one.date


# --- two deferrals and one date --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pair:
    """Two deferrals of some candidates in common, and a date in whose windows both hold."""

    one: Effect
    other: Effect
    date: str
    windows: tuple[Duration, ...]


def pairs(pack: RulePack) -> Iterator[Pair]:
    """Of deferrals that test windows of one date."""
    tested = [
        (effect, _windows(pack.ground.conditions[effect.proposition]))
        for effect in pack.effects.of(Defer)
    ]
    timed = [(effect, found) for effect, found in tested if found]
    for (one, mine), (other, theirs) in combinations(timed, 2):
        if one.rule is not other.rule and _meet(one.selector, other.selector):
            for date in sorted(set(mine) & set(theirs)):
                windows = dict.fromkeys((*mine[date], *theirs[date]))
                yield Pair(one, other, date, tuple(windows))


def _windows(condition: Condition) -> dict[str, list[Duration]]:
    found: dict[str, list[Duration]] = {}
    for line in lines(condition):
        test = _bare(line.test)
        if isinstance(test, Window) and test.back is not None:
            found.setdefault(line.fact, []).append(test.back)
    return found


def _bare(test: Test) -> Test:
    return _bare(test.test) if isinstance(test, Not) else test


def _meet(one: Selector | None, other: Selector | None) -> bool:
    """Whether two selectors can mean one candidate."""
    if one is None or other is None:
        return False
    parts = ("products", "areas", "sides", "goals", "acts_on")
    named = ((getattr(one, part), getattr(other, part)) for part in parts)
    return all(mine is None or theirs is None or mine & theirs for mine, theirs in named)


def closing(asking: Asking, pair: Pair) -> Iterator[Told]:
    """Told where two deferrals leave no day between them. Raises `UndecidedError`."""
    shows = partial(_leaves_no_day, asking.pack, pair)
    found = asking.inquiry.example(shows, *closing_claims(asking, pair))
    if found is not None:
        mine, theirs = sorted((pair.one.rule.id, pair.other.rule.id))
        said = (
            f"the rules '{mine}' and '{theirs}' leave no day: whenever '{pair.date}' was, one of "
            "them defers"
        )
        yield asking.told(mine, "endless-deferral", said, asking.shown(found))


def closing_claims(asking: Asking, pair: Pair) -> tuple[z3.BoolRef, ...]:
    """That on every day one of them holds, and neither on every day.

    What holds changes only where a window begins or ends, so these days and their neighbours stand
    for all.
    """
    import z3

    from poise.solver.terms import Ordered, denied, either, every, given, some

    world = asking.inquiry.world
    state = world.state(pair.date)
    assert isinstance(state, Ordered)
    firsts = [z3.IntVal(0) + world.calendar.first(back) for back in pair.windows]
    days = [z3.IntVal(0), *(first + step for first in firsts for step in (-1, 0, 1))]

    ends = {state.low.value, state.high.value}

    def on(effect: Effect, day: z3.ArithRef) -> z3.BoolRef:
        return z3.substitute(world.truths(effect.proposition).true, *((one, day) for one in ends))

    mine, theirs = ([on(effect, day) for day in days] for effect in (pair.one, pair.other))
    always = every(either(one, other) for one, other in zip(mine, theirs, strict=True))
    exact = (given(state), denied(state.endless), state.low.value == state.high.value)
    return (*exact, always, some(map(denied, mine)), some(map(denied, theirs)))


def _leaves_no_day(pack: RulePack, pair: Pair, one: Assessment) -> bool:
    state = situate(pack.model, one).states[pair.date]
    if not isinstance(state, Span):
        return False
    since = datetime.date.fromordinal(int(state.high))
    edges = [since, *(later(since, back) for back in pair.windows)]
    days = {edge + datetime.timedelta(days=step) for edge in edges for step in (-1, 0, 1)}
    truths = [_truths(pack, pair, replace(one, date=day)) for day in sorted(days) if day >= since]
    return (
        all(True in both for both in truths)
        and any(mine is not True for mine, _ in truths)
        and any(theirs is not True for _, theirs in truths)
    )


def _truths(pack: RulePack, pair: Pair, one: Assessment) -> tuple[Truth, Truth]:
    truths = situate(pack.model, one).evaluation.truths
    return truths[pair.one.proposition], truths[pair.other.proposition]
