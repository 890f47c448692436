"""One assessment before both packs, by the evaluator: what differs, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from poise.assessment import Assessment
from poise.diff.deeds import Deed, Deeds
from poise.diff.models import Answered, PlanDifference, Shown
from poise.diff.plans import SECTIONS, difference
from poise.diff.units import Unit
from poise.pack import RulePack
from poise.planning.case import Case, open_case
from poise.planning.items import boards
from poise.planning.parts import Undecided
from poise.vocabulary import GOALS
from poise.wording import plain
from poise.writing import document

REQUESTS = "requests"
Both = tuple[Assessment, Assessment]
Move = tuple[str, str]
"""A status before and after; empty where it is not on the plan."""


class Replay:
    """Evaluates assessments with both packs."""

    def __init__(self, packs: tuple[RulePack, RulePack], deeds: Deeds) -> None:
        self._packs = packs
        self._deeds = deeds
        self._last: tuple[Both, tuple[Case, Case]] | None = None

    def cases(self, read: Both) -> tuple[Case, Case]:
        if self._last is None or self._last[0] is not read:
            cases = open_case(self._packs[0], read[0]), open_case(self._packs[1], read[1])
            self._last = (read, cases)
        return self._last[1]

    def plans(self, read: Both) -> PlanDifference:
        """What differs between both plans."""
        old, new = map(Undecided, self.cases(read))
        return difference(old, new)

    def moved(self, read: Both) -> dict[object, Move]:
        """What stands otherwise: items by their ids, and candidates."""
        old, new = map(_standing, self.cases(read))
        return {
            one: (old.get(one, ""), new.get(one, ""))
            for one in dict.fromkeys((*new, *old))
            if old.get(one) != new.get(one)
        }

    def at_work(self, unit: Unit, read: Both) -> bool:
        """Whether a change makes itself felt: something is done or found otherwise."""
        if not unit.in_deeds:
            return True
        cases = self.cases(read)
        if any(self._done(0, one, cases[0]) != self._done(1, one, cases[1]) for one in unit.deeds):
            return True
        old, new = map(_findings, cases)
        return any(old.get(name) != new.get(name) for name in unit.findings)

    def _done(self, side: int, deed: Deed, case: Case) -> Hashable:
        """Whether it is surely done, or may be; and what of it is met."""
        truths = case.situation.evaluation.truths
        effects = self._deeds.of[side].get(deed, ())
        holding = {truths[one.proposition] for one in effects}
        lines = tuple(truths[line] for one in effects for line in one.lines)
        return True in holding, None in holding, lines

    def shown(self, unit: Unit, read: Both, together_with: tuple[str, ...] = ()) -> Shown:
        """An assessment that shows a change, with both plans' words."""
        return Shown(
            assessment=document(read[0], self._packs[0].vocabulary),
            answers=tuple(_told(unit, self.cases(read)[0])),
            plan=self.plans(read),
            together_with=together_with,
        )


def shown_in(section: str) -> Callable[[Replay, Both], bool]:
    """Whether a section of the plans differs, named as in `PlanDifference`."""

    def shown(replay: Replay, read: Both) -> bool:
        old, new = map(Undecided, replay.cases(read))
        return bool(SECTIONS[section]((old, new)))

    return shown


def _standing(case: Case) -> dict[object, str]:
    found: dict[object, str] = {board.id: board.status for board in boards(case)}
    return found | {one: standing.status for one, standing in case.standings.items()}


def _findings(case: Case) -> dict[str, str]:
    return {
        one.id: case.wording.value(one.id, case.view.states[one.id])
        for one in case.pack.ground.logic.findings
    }


def _told(unit: Unit, case: Case) -> Iterator[Answered]:
    """Everything that an assessment says; what a change rests on first."""
    rest = []
    for one in _answers(case):
        names = {one.fact, case.pack.vocabulary.split(one.fact)[0]}
        if not unit.reads or one.fact == REQUESTS or names & unit.reads:
            yield one
        else:
            rest.append(one.model_copy(update={"read": False}))
    yield from rest


def _answers(case: Case) -> Iterator[Answered]:
    """Everything that an assessment says, in words."""
    said = document(case.assessment, case.pack.vocabulary)
    for name, state in sorted(case.assessment.states.items()):
        value = case.wording.value(name, state)
        if name == GOALS:
            value = ", ".join(map(case.wording.goal, case.assessment.goals)) or value
        yield Answered(fact=name, label=case.wording.label(name), value=value)
    for name, records in sorted(case.assessment.records.items()):
        label = case.wording.label(name)
        for number in range(len(records)):
            fields_said = said[name][number].items()
            written = {key: _written(one) for key, one in fields_said if one != "unknown"}
            fields = (f"{plain(key)} {plain(one)}" for key, one in written.items())
            yield Answered(fact=name, label=label, value=", ".join(fields) or "one, nothing known")
        if not records:
            yield Answered(fact=name, label=label, value="none")
    for one in case.assessment.requests:
        wanted = case.wording.item(one.product, one.area)
        side = f", {one.side}" if one.side else ""
        goal = f", to {case.wording.goal(one.goal).lower()}" if one.goal else ""
        yield Answered(fact=REQUESTS, label="Asked for", value=f"{wanted}{side}{goal}")


def _written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
