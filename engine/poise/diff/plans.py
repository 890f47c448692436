"""What becomes of the plans of given assessments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from poise.diff.models import PlanDifference, Shift
from poise.pack import AssessmentError, RulePack
from poise.plan import Item, Plan
from poise.report.words import CANDIDACY_TITLES, STATUS_TITLES, main_reason

SUFFIXES = (".yaml", ".yml", ".json")


def assessments_in(folder: Path) -> tuple[Path, ...]:
    """The files of a folder, and of the folders in it, by name."""
    return tuple(sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES))


def compare(
    old: RulePack,
    new: RulePack,
    files: Iterable[Path],
    clinic: str | None,
    begun: Callable[[Path], None],
) -> tuple[PlanDifference, ...]:
    """The difference for each file; `begun` is told of each before it is planned."""
    found = []
    for path in files:
        begun(path)
        found.append(_one(old, new, path, clinic))
    return tuple(found)


def _one(old: RulePack, new: RulePack, path: Path, clinic: str | None) -> PlanDifference:
    plans, title = [], ""
    for pack, name in ((old, "old"), (new, "new")):
        try:
            assessment = pack.read_assessment(path, clinic)
        except AssessmentError as error:
            first = error.problems[0]
            refused = f"the {name} pack cannot read it: {first.message}"
            return PlanDifference(file=path.name, title=title, refused=refused)
        title = assessment.title
        plans.append(pack.plan_by_evaluator(assessment))
    return difference(plans[0], plans[1], path.name, title)


def difference(old: Plan, new: Plan, file: str = "", title: str = "") -> PlanDifference:
    """What a clinician would notice: where things stand, and what is asked."""
    before, after = ({item.id: item for item in plan.items} for plan in (old, new))
    asked = [{one.ask for one in plan.questions} for plan in (old, new)]
    return PlanDifference(
        file=file,
        title=title,
        candidacy=_candidacy(old, new),
        items=tuple(_items(before, after)),
        options=tuple(
            shift
            for name, item in after.items()
            if name in before and before[name].status == item.status
            for shift in _options(before[name], item)
        ),
        requests=_shifts(*(_requests(plan) for plan in (old, new))),
        referrals=_shifts(
            *({one.to: f"refer, {one.urgency}" for one in plan.referrals} for plan in (old, new))
        ),
        checklist=_shifts(
            *({one.title: "asked for" for one in plan.requirements} for plan in (old, new))
        ),
        asks_now=tuple(sorted(asked[1] - asked[0])),
        asks_no_more=tuple(sorted(asked[0] - asked[1])),
    )


def _candidacy(old: Plan, new: Plan) -> Shift | None:
    was, now = old.candidacy.status, new.candidacy.status
    if was == now:
        return None
    words = CANDIDACY_TITLES
    return Shift(
        label="Candidacy", before=words[was], after=words[now], because=new.candidacy.because
    )


def _items(before: Mapping[str, Item], after: Mapping[str, Item]) -> Iterable[Shift]:
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        if was is None or now is None or was.status != now.status:
            present = now or was
            assert present is not None
            reason = main_reason(now) if now else None
            yield Shift(
                label=present.label,
                before=STATUS_TITLES[was.status] if was else "",
                after=STATUS_TITLES[now.status] if now else "",
                because=f"{reason.title} ({reason.rule})" if reason else "",
            )


def _options(was: Item, now: Item) -> Iterable[Shift]:
    """The members of an item that stand otherwise, each once."""
    sides = _by_option(was), _by_option(now)
    for shift in _shifts(*sides):
        yield shift.model_copy(update={"label": f"{now.label}: {shift.label}"})


def _by_option(item: Item) -> dict[str, str]:
    """Where each member stands; side by side where the sides differ."""
    sides: dict[str, dict[str, str]] = {}
    for one in item.candidates:
        sides.setdefault(one.label, {})[one.side] = STATUS_TITLES[one.status]
    return {label: _together(told) for label, told in sides.items()}


def _together(told: Mapping[str, str]) -> str:
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    return ", ".join(f"{status} ({side})" for side, status in sorted(told.items()))


def _requests(plan: Plan) -> dict[str, str]:
    return {
        f"{one.amount} {one.product} for the {one.area}".strip(): STATUS_TITLES[one.status]
        for one in plan.requests
    }


def _shifts(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Shift, ...]:
    return tuple(
        Shift(label=name, before=before.get(name, ""), after=after.get(name, ""))
        for name in dict.fromkeys((*after, *before))
        if before.get(name) != after.get(name)
    )
