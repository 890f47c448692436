"""What becomes of a plan: where two plans for one assessment differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from poise.diff.items import ON_ITEMS, Pairs, reasons, sessions, shifts, stands, told
from poise.diff.models import Moved, PlanDifference, Shift
from poise.pack import AssessmentError, RulePack
from poise.plan import Item, Plan, Requirement
from poise.planning.case import open_case
from poise.planning.parts import Parts, Undecided
from poise.report.words import CANDIDACY_TITLES, STATUS_TITLES

SUFFIXES = (".yaml", ".yml", ".json")
Told = Plan | Parts
"""A plan, or as much of it as is asked for."""
Sides = tuple[Told, Told]


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
    plans: list[Told] = []
    title = ""
    for pack, name in ((old, "old"), (new, "new")):
        try:
            assessment = pack.read_assessment(path, clinic)
        except AssessmentError as error:
            first = error.problems[0]
            refused = f"the {name} pack cannot read it: {first.message}"
            return PlanDifference(file=path.name, title=title, refused=refused)
        title = assessment.title
        plans.append(Undecided(open_case(pack, assessment)))
    return difference(plans[0], plans[1], path.name, title)


def moved(plans: Iterable[PlanDifference]) -> tuple[Moved, ...]:
    """How many plans move which item from where to where: most plans first."""
    counts = Counter((one.label, one.before, one.after) for plan in plans for one in plan.items)
    return tuple(
        Moved(label=label, before=before, after=after, plans=count)
        for (label, before, after), count in sorted(counts.items(), key=lambda e: (-e[1], e[0]))
    )


def difference(old: Told, new: Told, file: str = "", title: str = "") -> PlanDifference:
    """What a clinician would notice: where things stand, what is decided, and what is asked."""
    found: dict[str, Any] = {name: section((old, new)) for name, section in SECTIONS.items()}
    return PlanDifference(file=file, title=title, **found)


def _alike(sides: Sides) -> Pairs:
    """Items that stand on both plans, and alike."""
    before, after = map(_items, sides)
    return [
        (before[name], item)
        for name, item in after.items()
        if name in before and before[name].status == item.status
    ]


def _items(plan: Told) -> dict[str, Item]:
    return {item.id: item for item in plan.items}


def _on_items(name: str, sides: Sides) -> tuple[Shift, ...]:
    return tuple(told(ON_ITEMS[name], _alike(sides)))


def _told(sides: Sides) -> tuple[Shift, ...]:
    lasting = (one for name in ("lasts", "reviews") for one in _on_items(name, sides))
    return (*_in_force(*sides), *lasting)


def _asks_more(one: Told, other: Told) -> tuple[str, ...]:
    """What one plan asks and the other does not."""
    asked = [{question.ask for question in plan.questions} for plan in (one, other)]
    return tuple(sorted(asked[0] - asked[1]))


def _candidacy(sides: Sides) -> Shift | None:
    was, now = (plan.candidacy for plan in sides)
    if was.status == now.status:
        return None
    return Shift(
        label="Candidacy",
        before=CANDIDACY_TITLES[was.status],
        after=CANDIDACY_TITLES[now.status],
        was_because=was.because,
        because=now.because,
    )


def _ready(sides: Sides) -> Shift | None:
    old, new = sides
    if old.ready == new.ready:
        return None
    words = {True: "yes", False: "no"}
    return Shift(label="Ready for treatment", before=words[old.ready], after=words[new.ready])


def _findings(plan: Told) -> dict[str, str]:
    return {one.label: one.value for one in plan.findings}


def _requests(plan: Told) -> dict[str, str]:
    return {
        f"{one.amount} {one.product} for the {one.area}".strip(): STATUS_TITLES[one.status]
        for one in plan.requests
    }


def _referrals(plan: Told) -> dict[str, str]:
    return {one.to: f"refer, {one.urgency}" for one in plan.referrals}


def _checklist(old: Told, new: Told) -> Iterator[Shift]:
    """What is required: each rule's by itself, whatever its title is now; else by its title."""
    rules = [{one.rule for one in plan.requirements} for plan in (old, new)]
    known = rules[0] & rules[1]
    before, after = (_grouped(plan.requirements, known) for plan in (old, new))
    for key in dict.fromkeys((*after, *before)):
        was, now = ("; ".join(sorted(map(_required, one.get(key, ())))) for one in (before, after))
        if was != now:
            title = (after.get(key) or before[key])[0].title
            yield Shift(label=title, before=was, after=now)


def _grouped(required: Iterable[Requirement], known: set[str]) -> Mapping[str, list[Requirement]]:
    found: dict[str, list[Requirement]] = {}
    for one in required:
        found.setdefault(one.rule if one.rule in known else one.title, []).append(one)
    return found


def _required(one: Requirement) -> str:
    by_hand = any(line.status == "by_hand" for line in one.lines)
    return "to be ticked by hand" if by_hand else f"asked for, {_MET[one.status]}"


_MET = {"met": "met", "unmet": "not met", "unknown": "not known"}


def _in_force(old: Told, new: Told) -> Iterator[Shift]:
    """Considerations and expectations that come or go; by their rules, whatever they say now."""
    for name in ("considerations", "expectations"):
        before, after = ({one.rule: one.text for one in getattr(plan, name)} for plan in (old, new))
        if set(before.values()) == set(after.values()):
            continue
        for rule in sorted(before.keys() ^ after.keys()):
            text = after.get(rule, before.get(rule, ""))
            yield Shift(
                label=text,
                before="told" if rule in before else "",
                after="told" if rule in after else "",
            )


SECTIONS: Mapping[str, Callable[[Sides], Any]] = {
    "candidacy": _candidacy,
    "ready": _ready,
    "items": lambda sides: tuple(stands(*map(_items, sides))),
    "options": partial(_on_items, "options"),
    "labels": partial(_on_items, "labels"),
    "requests": lambda sides: shifts(*map(_requests, sides)),
    "findings": lambda sides: shifts(*map(_findings, sides)),
    "referrals": lambda sides: shifts(*map(_referrals, sides)),
    "checklist": lambda sides: tuple(_checklist(*sides)),
    "until": partial(_on_items, "until"),
    "sessions": lambda sides: tuple(sessions(sides, _alike(sides))),
    "told": _told,
    "may_become": partial(_on_items, "may_become"),
    "asks_now": lambda sides: _asks_more(sides[1], sides[0]),
    "asks_no_more": lambda sides: _asks_more(*sides),
    "reasons": lambda sides: tuple(reasons(_alike(sides))),
}
"""What is told of two plans, by the names of `PlanDifference`."""
