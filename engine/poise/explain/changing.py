"""What would change a decision: the smallest change of recorded values that does.

Only facts that a clinician could record otherwise another day are touched, never an age or an
allergy. The solver searches, or proves that nothing could; the evaluator verifies what is found.
It tells how near a decision stands to another one. It is no way to get treatment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from poise.assessment import Assessment
from poise.explain.why import UnknownItem
from poise.pack import RulePack
from poise.plan import Part
from poise.planning.case import Case, open_case
from poise.planning.items import boards
from poise.planning.open_facts import About
from poise.planning.trials import trials
from poise.problems import did_you_mean
from poise.situation import inapplicable
from poise.values import UNKNOWN, Span, State

Turned = Callable[[Assessment], bool]
SUGGESTED = ("advised", "cautioned")


class Change(Part):
    """A fact, what was recorded of it, and as what else it would have to be recorded."""

    fact: str
    label: str
    recorded: str
    instead: str


class WhatIf(Part):
    """The fewest changes by which an item would be suggested, or would no longer be."""

    item: str
    label: str
    status: str
    """Its status now; empty where it is not on the plan."""
    would_be: str
    """Its status after the changes; empty where it would not be on the plan."""
    changes: tuple[Change, ...]
    nothing_could: bool
    """It is proved that no changeable answer makes a difference."""


def what_if(pack: RulePack, assessment: Assessment, item: str) -> WhatIf:
    """Raises UnknownItem where the pack has no such item, ModuleNotFoundError without z3, and
    `poise.solver.search.UndecidedError` where the solver cannot tell."""
    from poise.explain.searching import nearest_change

    product, area = _known(pack, item)
    now = status(pack, assessment, item)
    wanted = now not in SUGGESTED

    def turned(one: Assessment) -> bool:
        found = status(pack, one, item)
        return found is not None and (found in SUGGESTED) == wanted

    found = nearest_change(pack, assessment, item, wanted, turned)
    label = pack.wording.item(product, area)
    if found is None:
        return WhatIf(
            item=item,
            label=label,
            status=now or "",
            would_be=now or "",
            changes=(),
            nothing_could=True,
        )
    changed = _milder(pack, assessment, found, turned)
    return WhatIf(
        item=item,
        label=label,
        status=now or "",
        would_be=status(pack, changed, item) or "",
        changes=tuple(_changes(pack, assessment, changed)),
        nothing_could=False,
    )


def _known(pack: RulePack, item: str) -> tuple[str, str]:
    product, _, area = item.partition("/")
    items = sorted({one.item for one in pack.taxonomy.products.values() if not one.recorded_only})
    if product not in items or area not in pack.taxonomy.areas:
        known = [f"{one}/{other}" for one in items for other in pack.taxonomy.areas]
        raise UnknownItem(f"'{item}' is not an item of this pack", did_you_mean(item, known))
    return product, area


def status(pack: RulePack, assessment: Assessment, item: str) -> str | None:
    """An item's status, empty where it is not on the plan; None where an answer does not apply."""
    case = open_case(pack, assessment)
    if inapplicable(pack.model, assessment, case.view):
        return None
    return next((board.status for board in boards(case) if board.id == item), "")


def changed_facts(one: Assessment, other: Assessment) -> tuple[str, ...]:
    """The facts of which two assessments say something else."""
    names = sorted({*one.states, *other.states})
    return tuple(
        name for name in names if one.states.get(name, UNKNOWN) != other.states.get(name, UNKNOWN)
    )


def _milder(pack: RulePack, recorded: Assessment, found: Assessment, turned: Turned) -> Assessment:
    """The same changes, each as near to what was recorded as does."""
    for name in changed_facts(recorded, found):
        if name not in found.states:
            continue
        was = recorded.states.get(name, UNKNOWN)
        unanswered = replace(found, states={**found.states, name: UNKNOWN})
        tried = list(trials(pack, pack.readers, unanswered, About(name)))
        for one in sorted(tried, key=lambda each: _distance(was, each.states[name])):
            if one.states[name] != was and turned(one):
                found = one
                break
    return found


def _distance(was: State, becomes: State) -> float:
    if isinstance(was, Span) and isinstance(becomes, Span):
        return abs(was.low - becomes.low)
    return 0.0


def _changes(pack: RulePack, recorded: Assessment, changed: Assessment) -> Iterator[Change]:
    case: Case = open_case(pack, changed)
    for name in changed_facts(recorded, changed):
        yield Change(
            fact=name,
            label=pack.wording.label(name),
            recorded=pack.wording.value(name, recorded.states.get(name, UNKNOWN)),
            instead=pack.wording.value(name, case.view.states[name]),
        )
