"""What was found, as a plan tells it."""

from __future__ import annotations

from collections.abc import Iterable

from poise.plan import FindingOnPlan
from poise.planning.arguments import Held, plan_arguments
from poise.planning.case import Case
from poise.rules import Conclude
from poise.values import Members, Possible, Span, State


def findings(case: Case) -> Iterable[FindingOnPlan]:
    """Every finding that holds or may hold, in the order of the pack's groups."""
    groups = list(case.pack.head.finding_groups)
    vocabulary = case.pack.vocabulary
    found = []
    for ground in case.pack.ground.logic.findings:
        state = case.view.states[ground.id]
        if _absent(state):
            continue
        group = vocabulary.findings[vocabulary.split(ground.id)[0]].group
        concluding = {one.proposition for one in ground.conclusions}
        held = [
            Held(effect, case.truth(effect))
            for effect in case.effects(Conclude, sure=False)
            if effect.proposition in concluding
        ]
        found.append(
            FindingOnPlan(
                id=ground.id,
                group=group,
                label=case.wording.label(ground.id),
                value=case.wording.value(ground.id, state),
                holds="surely" if _established(state) else "perhaps",
                arguments=plan_arguments(case, held),
            )
        )
    return sorted(found, key=lambda one: (groups.index(one.group), one.id))


def _absent(state: State) -> bool:
    match state:
        case Span(_, high):
            return high == 0
        case Possible(values):
            return values == {"no"}
        case Members(sure, perhaps):
            return not sure and not perhaps
    return True


def _established(state: State) -> bool:
    match state:
        case Span(low, _):
            return low > 0
        case Possible(values):
            return values == {"yes"}
        case Members(sure, _):
            return bool(sure)
    return False
