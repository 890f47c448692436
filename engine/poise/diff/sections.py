"""What a plan decides beside where things stand, section by section: formulas that it differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import z3

from poise.check.cone import Cone
from poise.diff.causes import RestsOn
from poise.diff.contrasts import Contrast, Contrasts
from poise.diff.deeds import Deed, Deeds
from poise.diff.labelled import Labelled
from poise.diff.observed import Observed
from poise.diff.scheduling import Scheduling
from poise.diff.smallest import Asked
from poise.diff.twins import Twins
from poise.diff.units import Unit
from poise.rules import Selector
from poise.solver.terms import both, some

VERBS = {
    "checklist": ("require",),
    "until": ("defer", "ceiling"),
    "sessions": ("sequence", "per_session"),
    "told": ("lasts", "review", "expect"),
}
"""Where on a plan it is seen what these verbs do to something that is on it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a plan, named as in `PlanDifference`, and that it differs."""

    name: str
    differs: z3.BoolRef
    follows: bool
    """Whether it differs wherever something comes or goes."""
    asked: tuple[Asked, ...] = ()
    """What may be asked for, so that it is on a plan."""


class Sections:
    """Says for each change which sections of a plan may differ, and when."""

    def __init__(
        self,
        twins: Twins,
        cones: tuple[Cone, Cone],
        deeds: Deeds,
        rests: tuple[RestsOn, RestsOn],
        observed: Observed,
        contrasts: Contrasts,
        labelled: Labelled,
    ) -> None:
        self._packs = twins.packs
        self._cones = cones
        self._deeds = deeds
        self._rests = rests
        self._observed = observed
        self._contrasts = contrasts
        self._labelled = labelled
        self._scheduling = Scheduling(twins, deeds, observed, contrasts)

    def of(self, unit: Unit) -> Iterator[Section]:
        """Findings, referrals and label statuses first."""
        found = some(map(self._observed.finding, self._findings(unit)))
        yield Section("findings", found, follows=False)
        done = sorted((one for one in self._deeds.changed if self._touches(unit, one)), key=str)
        targets = dict.fromkeys(str(one[1]) for one in done if one[0] == "refer")
        yield Section("referrals", some(map(self._observed.referral, targets)), follows=False)
        if not unit.of_rules:
            yield self._labels()
        for name, verbs in VERBS.items():
            changed = [one for one in done if one[0] in verbs and not _warns(one)]
            meant = {one: tuple(self._contrasts.meant(self._selectors(one))) for one in changed}
            asked = (one.asked for each in meant.values() for one in each if one.asked is not None)
            if name == "sessions":
                differs = self._scheduling.differs(changed)
            else:
                differs = some(self._on_items(one, on) for one, on in meant.items())
            yield Section(name, differs, True, tuple(dict.fromkeys(asked)))
        said = (self._observed.done(one) for one in done if one[0] == "consider")
        yield Section("told", some(said), follows=True)

    def _labels(self) -> Section:
        found = {one: tuple(self._contrasts.of(*one)) for one in self._labelled}
        asked = (one.asked for each in found.values() for one in each if one.asked is not None)
        differs = (
            both(some(map(self._observed.there, meant)), self._observed.label(*one))
            for one, meant in found.items()
        )
        return Section("labels", some(differs), False, tuple(dict.fromkeys(asked)))

    def meant(self, unit: Unit) -> list[Contrast]:
        """What the rules of a change speak of."""
        done = [one for one in self._deeds.changed if self._touches(unit, one)]
        return list(self._contrasts.meant(one for deed in done for one in self._selectors(deed)))

    def _on_items(self, deed: Deed, meant: tuple[Contrast, ...]) -> z3.BoolRef:
        """That it is done otherwise to something that is on a plan."""
        observed = self._observed
        if deed[0] == "require":
            return both(some(map(observed.in_play, meant)), observed.held(deed))
        return both(some(map(observed.there, meant)), observed.done(deed))

    def _selectors(self, deed: Deed) -> Iterator[Selector | None]:
        for of in self._deeds.of:
            for effect in of.get(deed, ()):
                yield from effect.steps or (effect.selector,)

    def _findings(self, unit: Unit) -> list[str]:
        """The findings that rest on a change."""
        known = [{one.id for one in pack.ground.logic.findings} for pack in self._packs]
        return [
            name
            for name in sorted(known[0] | known[1])
            if any(unit.causes & each.name(name) for each in self._rests)
            and (
                name not in known[0] & known[1]
                or self._cones[0].fact(name) != self._cones[1].fact(name)
            )
        ]

    def _touches(self, unit: Unit, deed: Deed) -> bool:
        return any(
            unit.causes & each.proposition(name)
            for each, of in zip(self._rests, self._deeds.of, strict=True)
            for effect in of.get(deed, ())
            for name in (effect.proposition, *effect.lines)
        )


def _warns(deed: Deed) -> bool:
    """Whether it is a ceiling that puts nothing off."""
    return deed[0] == "ceiling" and deed[-1] != "defer"
