"""What becomes of a plan: where two plans for one assessment differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from poise.assessment import Assessment
from poise.diff.items import ON_ITEMS, Pairs, reasons, sessions, shifts, stands, told
from poise.diff.models import Moved, PlanDifference, Shift
from poise.engines import ALONE
from poise.pack import AssessmentError, RulePack
from poise.plan import Plan, Requirement
from poise.planning.case import open_case
from poise.planning.parts import Undecided
from poise.planning.planner import joined
from poise.report.words import CANDIDACY_TITLES, STATUS_TITLES

SUFFIXES = (".yaml", ".yml", ".json")
Sides = tuple[Plan, Plan]


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
        plans.append(plan_undecided(pack, assessment))
    return difference(plans[0], plans[1], path.name, title)


def plan_undecided(pack: RulePack, assessment: Assessment) -> Plan:
    """The plan by the evaluator alone, of whose questions it is not tried which are decisive."""
    return joined(Undecided(open_case(pack, assessment)), ALONE)


def moved(plans: Iterable[PlanDifference]) -> tuple[Moved, ...]:
    """How many plans move which item from where to where: most plans first."""
    counts = Counter((one.label, one.before, one.after) for plan in plans for one in plan.items)
    return tuple(
        Moved(label=label, before=before, after=after, plans=count)
        for (label, before, after), count in sorted(counts.items(), key=lambda e: (-e[1], e[0]))
    )


def difference(old: Plan, new: Plan, file: str = "", title: str = "") -> PlanDifference:
    """What a clinician would notice: where things stand, what is decided, and what is asked."""
    sides = (old, new)
    before, after = ({item.id: item for item in plan.items} for plan in sides)
    asked = [{one.ask for one in plan.questions} for plan in sides]
    alike: Pairs = [
        (before[name], item)
        for name, item in after.items()
        if name in before and before[name].status == item.status
    ]
    return PlanDifference(
        file=file,
        title=title,
        candidacy=_candidacy(old, new),
        ready=_ready(old, new),
        items=tuple(stands(before, after)),
        options=tuple(told(ON_ITEMS["options"], alike)),
        requests=shifts(*map(_requests, sides)),
        findings=shifts(*map(_findings, sides)),
        referrals=shifts(
            *({one.to: f"refer, {one.urgency}" for one in plan.referrals} for plan in sides)
        ),
        checklist=tuple(_checklist(old, new)),
        until=tuple(told(ON_ITEMS["until"], alike)),
        sessions=tuple(sessions(sides, alike)),
        told=(
            *_in_force(old, new),
            *(one for name in ("lasts", "reviews") for one in told(ON_ITEMS[name], alike)),
        ),
        may_become=tuple(told(ON_ITEMS["may_become"], alike)),
        asks_now=tuple(sorted(asked[1] - asked[0])),
        asks_no_more=tuple(sorted(asked[0] - asked[1])),
        reasons=tuple(reasons(alike)),
    )


def _candidacy(old: Plan, new: Plan) -> Shift | None:
    was, now = old.candidacy, new.candidacy
    if was.status == now.status:
        return None
    return Shift(
        label="Candidacy",
        before=CANDIDACY_TITLES[was.status],
        after=CANDIDACY_TITLES[now.status],
        was_because=was.because,
        because=now.because,
    )


def _ready(old: Plan, new: Plan) -> Shift | None:
    if old.ready == new.ready:
        return None
    words = {True: "yes", False: "no"}
    return Shift(label="Ready for treatment", before=words[old.ready], after=words[new.ready])


def _findings(plan: Plan) -> dict[str, str]:
    return {one.label: one.value for one in plan.findings}


def _requests(plan: Plan) -> dict[str, str]:
    return {
        f"{one.amount} {one.product} for the {one.area}".strip(): STATUS_TITLES[one.status]
        for one in plan.requests
    }


def _checklist(old: Plan, new: Plan) -> Iterator[Shift]:
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


def _in_force(old: Plan, new: Plan) -> Iterator[Shift]:
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
