"""Rules that wait for each other's treatments, so that a patient could have none of them.

A deferral or a requirement can hold one treatment back until another was given, and an order puts
one before another. Where they close a circle, none of them can come first.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from poise.assessment import Assessment
from poise.check.asking import Asking, Told
from poise.check.awaited import Treatment, Treatments, holding, outlasts
from poise.check.sequencing import Item, Sequences
from poise.conditions import ALWAYS, Condition
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.planning.case import Case, open_case
from poise.planning.items import boards
from poise.planning.orders import orders
from poise.planning.sessions import PLANNED
from poise.rules import Defer, Require
from poise.situation import situate

LONG_AFTER = datetime.timedelta(days=200 * 366)
"""Longer than any window reaches."""


@dataclass(frozen=True, slots=True)
class Hold:
    """What keeps candidates back until others are given: a deferral, a requirement, or a step of
    an order, which keeps `item` behind earlier ones."""

    effect: Effect
    held: frozenset[Candidate]
    ended_by: frozenset[Candidate]
    condition: Condition = ALWAYS
    item: Item | None = None


Circle = tuple[Hold, ...]
"""Each waits for what the next one holds, and the last for the first; the first is no order."""
LONGEST = 3


class Waits:
    """Everything in a pack that waits for a treatment, and the circles that it could close."""

    def __init__(self, pack: RulePack, sequences: Sequences) -> None:
        self._pack = pack
        self.treatments = Treatments(pack)
        self._sequences = sequences
        self._waits = sorted(self._waiting(), key=lambda one: one.effect.proposition)
        self._orders = tuple(self._ordered()) if self._waits else ()

    def circles(self) -> Mapping[tuple[str, ...], tuple[Circle, ...]]:
        """Each once, by its rules."""
        found: dict[tuple[str, ...], tuple[Circle, ...]] = {}
        for number, first in enumerate(self._waits):
            for circle in self._closed((first,), number):
                rules = tuple(dict.fromkeys(one.effect.rule.id for one in circle))
                found[rules] = (*found.get(rules, ()), circle)
        return found

    def _closed(self, path: Circle, first: int) -> Iterator[Circle]:
        if path[-1].ended_by & path[0].held:
            yield path
        if len(path) < LONGEST:
            for after in (*self._waits[first + 1 :], *self._orders):
                if after not in path and path[-1].ended_by & after.held:
                    yield from self._closed((*path, after), first)

    def _waiting(self) -> Iterator[Hold]:
        effects = self._pack.effects
        required = filter(_holds, effects.of(Require))
        for effect in (*effects.of(Defer), *required):
            selector = effect.selector
            assert selector is not None
            condition = holding(self._pack, effect)
            ended_by = self.treatments.ending(condition) if outlasts(condition) else ()
            if ended_by:
                every = self.treatments.candidates
                held = frozenset(one for one in every if matches(selector, one))
                yield Hold(effect, held, ended_by, condition)

    def _ordered(self) -> Iterator[Hold]:
        for effect in self._sequences.effects:
            steps = self._sequences.steps(effect)
            for item, taken in steps.items():
                for step, candidates in taken.items():
                    before = frozenset(
                        one
                        for other, theirs in steps.items()
                        for earlier, each in theirs.items()
                        if other != item and earlier < step
                        for one in each
                    )
                    if before:
                        yield Hold(effect, frozenset(candidates), before, item=item)


def _holds(effect: Effect) -> bool:
    """Whether a requirement holds items back, and is no line of a checklist."""
    verb = effect.verb
    return isinstance(verb, Require) and verb.before is None and bool(effect.lines)


# --- where one closes ------------------------------------------------------------------------


def circular(asking: Asking, waits: Waits, circles: tuple[Circle, ...]) -> Iterator[Told]:
    """Told of the first circle that closes in some assessment. Raises `UndecidedError`."""
    from poise.check.circling import Closing

    closing = Closing(asking.inquiry, waits.treatments)
    for circle in circles:
        shows = partial(_shows, asking.pack, waits.treatments, circle)
        found = asking.inquiry.example(shows, *closing.claims(circle))
        if found is not None:
            yield _told(asking, waits, circle, found)
            return


def by_treatment(candidates: Iterable[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
    """Candidates in groups of one product in one area."""
    found: dict[tuple[str, str], list[Candidate]] = {}
    for one in sorted(candidates):
        found.setdefault(one[:2], []).append(one)
    return tuple(map(tuple, found.values()))


def links(circle: Circle) -> Iterator[tuple[Hold, Hold]]:
    """Each of a circle with the next one."""
    return zip(circle, (*circle[1:], circle[0]), strict=True)


def awaited(
    treatments: Treatments, hold: Hold, after: Hold, group: tuple[Candidate, ...]
) -> Treatment:
    """What would end a wait. What a rule itself holds back is but recorded: that it treats what
    the rule tests is why it is held back."""
    given = treatments.of(group)
    own = hold.effect.rule is after.effect.rule
    return replace(given, treats=frozenset()) if own else given


def _shows(pack: RulePack, treatments: Treatments, circle: Circle, one: Assessment) -> bool:
    case = open_case(pack, one)
    later = situate(pack.model, replace(one, date=one.date + LONG_AFTER)).evaluation.view
    waits = [hold for hold in circle if hold.item is None]
    if any(view.truth(hold.condition) is not True for hold in waits for view in (case.view, later)):
        return False
    free = {candidate for candidate in case.standings if not _is_held(case, circle, candidate)}
    if any(_is_there(case, candidate) for hold in waits for candidate in hold.ended_by & free):
        return False
    return all(
        any(True for _ in _linked(case, treatments, hold, after)) for hold, after in links(circle)
    )


def _linked(case: Case, treatments: Treatments, hold: Hold, after: Hold) -> Iterator[Item]:
    """The items that one holds and another waits for, on this plan."""
    planned = [board for board in boards(case) if board.status in PLANNED]
    before = orders(case, planned).edges
    for group in by_treatment(hold.ended_by & after.held):
        standing = [
            one for one in group if _is_held(case, (after,), one) and _is_suggested(case, one)
        ]
        item = treatments.item_of(group[0])
        if not standing:
            continue
        if hold.item is not None:
            later = before.get("/".join(hold.item), ())
            if any(one.first == "/".join(item) for one in later):
                yield item
        else:
            given = awaited(treatments, hold, after, group)
            if treatments.after(case.assessment, hold.condition, given) is False:
                yield item


def _is_held(case: Case, circle: Circle, candidate: Candidate) -> bool:
    return any(
        candidate in hold.held
        and (hold.effect.selector is None or case.means(hold.effect.selector, candidate) is True)
        for hold in circle
    )


def _is_there(case: Case, candidate: Candidate) -> bool:
    """Whether a candidate is on the plan, and not excluded."""
    standing = case.standings.get(candidate)
    return standing is not None and standing.at_best != "excluded"


def _is_suggested(case: Case, candidate: Candidate) -> bool:
    return _is_there(case, candidate) and case.standings[candidate].support.truth is True


def _told(asking: Asking, waits: Waits, circle: Circle, found: Assessment) -> Told:
    case = open_case(asking.pack, found)
    awaited = [next(_linked(case, waits.treatments, *link)) for link in links(circle)]
    named = [f"{item} of {area}" for item, area in (awaited[-1], *awaited)]
    rule = circle[0].effect.rule.id
    rules = [hold.effect.rule.id for hold in circle]
    if len({*rules}) == len({*named}) == 1:
        said = f"the rule '{rule}' holds {named[0]} back until it was given"
    else:
        each = [
            f"'{one}' has {held} wait for {until}"
            for one, (held, until) in zip(rules, pairwise(named), strict=True)
        ]
        said = f"these rules wait for each other: {', and '.join(each)}"
    return asking.told(rule, "circular-wait", said, asking.shown(found))
