"""What each change comes to over every assessment there can be: the smallest on which the plans
differ, or a proof that none can tell the packs apart."""

from __future__ import annotations

from poise.check.cone import Cone
from poise.diff.contrasts import Contrast, Contrasts
from poise.diff.counterfactual import Counterfactuals
from poise.diff.deeds import Deeds, deeds
from poise.diff.felt import Felt, parts_of
from poise.diff.finder import Finder
from poise.diff.labelled import label_parts, labelled_otherwise
from poise.diff.models import Change, Decisions, Declared, PlanDifference, Shown, Verdict
from poise.diff.moves import Moves
from poise.diff.observed import Observed
from poise.diff.packs import Begun
from poise.diff.replay import Both, Replay, shown_in
from poise.diff.sections import Sections
from poise.diff.smallest import Asked, SmallestSearch
from poise.diff.twins import Twins
from poise.diff.units import Packs, Rests, Unit, changed_names, resting, rests, units
from poise.diff.unsearched import unsearched
from poise.solver.terms import denied, either, some
from poise.solver.undecided import UndecidedError


def decisions(
    packs: Packs,
    says: tuple[Declared, ...],
    means: tuple[str, ...],
    begun: Begun = lambda _number, _count, _name: None,
) -> Decisions:
    """What every change comes to."""
    cones = Cone(packs[0]), Cone(packs[1])
    done = deeds(packs, cones)
    names = changed_names(packs, says)
    found = units(packs, cones, done, says, means, names)
    resting_on = rests(packs, found, names)
    found = tuple(resting(one, packs, cones, done, resting_on) for one in found)
    decider = _Decider(packs, cones, done, found, resting_on)
    told = []
    for number, unit in enumerate(found, start=1):
        begun(number, len(found), unit.ids[0] if len(unit.ids) == 1 else unit.title)
        change = decider.change(unit)
        if change is not None:
            told.append(change)
    apart = tuple(unsearched(*packs))
    same = not apart and all(one.verdict in ("same", "words") for one in told)
    return Decisions(changes=tuple(told), same=same, apart=apart)


class _Affected:
    """What rests on one change."""

    def __init__(self, contrasts: Contrasts, unit: Unit) -> None:
        def resting(every: tuple[Contrast, ...]) -> list[Contrast]:
            return [one for one in every if one.causes & unit.causes]

        self.items = resting(contrasts.items)
        self.options = resting(contrasts.options)
        self.requests = resting(contrasts.requests)
        self.also_asked = resting(contrasts.also_asked)

    @property
    def candidates(self) -> list[Contrast]:
        """Each where rules suggest it, and where it is asked for."""
        return [*self.options, *self.requests, *self.also_asked]

    @property
    def asked(self) -> tuple[Asked, ...]:
        return tuple(one.asked for one in self.candidates if one.asked is not None)


class _Decider:
    def __init__(
        self,
        packs: Packs,
        cones: tuple[Cone, Cone],
        done: Deeds,
        found: tuple[Unit, ...],
        resting_on: Rests,
    ) -> None:
        labelled = labelled_otherwise(packs, cones)
        parts = parts_of(packs, done, found)
        old, new = (
            label_parts(pack, labelled) | part for pack, part in zip(packs, parts, strict=True)
        )
        twins = Twins(packs, cones, (old, new))
        self._labelled = bool(labelled)
        self._deeds = done
        self._observed = Observed(twins, done)
        self._felt = Felt(twins, self._observed, done)
        self._replay = Replay(packs, done)
        search = SmallestSearch(twins, packs[1].head.released)
        owed = Counterfactuals(packs, done)
        self._finder = Finder(search, self._felt, self._replay, owed, found)
        self._contrasts = Contrasts(twins, cones, resting_on)
        self._moves = Moves(packs, self._observed, self._finder, self._replay)
        self._sections = Sections(
            twins, cones, done, resting_on, self._observed, self._contrasts, labelled
        )
        self._unfelt: set[Unit] = set()
        self._open: dict[Unit, str] = {}
        for unit in found:
            self._prove(unit, twins)

    def _prove(self, unit: Unit, twins: Twins) -> None:
        """Finds out whether a change is felt at all; that it is not makes it easier to tell what
        the others come to."""
        if self._labelled and not unit.of_rules:
            return
        try:
            if self._finder.same(unit):
                self._unfelt.add(unit)
                twins.learn(denied(self._felt.works(unit)))
        except UndecidedError as error:
            self._open[unit] = str(error)

    def change(self, unit: Unit) -> Change | None:
        """What a change comes to; None for cards on which nothing rests."""
        if unit.of_rules and not unit.deeds and not unit.findings:
            return self._same(unit, "words" if unit.how == "changed" else "same")
        if unit in self._unfelt:
            return self._same(unit, "same")
        if unit in self._open:
            return _told(unit, "not_decided", why=self._open[unit])
        affected = _Affected(self._contrasts, unit)
        if unit.what == "card" and not (affected.candidates or self._labelled or unit.deeds):
            return None
        return self._searched(unit, affected)

    def _same(self, unit: Unit, verdict: Verdict) -> Change:
        """With what does the same, where a rule came or went."""
        side = {"added": 0, "gone": 1}.get(unit.how)
        if side is None or not unit.deeds:
            return _told(unit, verdict)
        doing = [
            {effect.rule.id for effect in self._deeds.of[side].get(deed, ())} for deed in unit.deeds
        ]
        done_by = tuple(sorted(frozenset.intersection(*map(frozenset, doing)) - {*unit.ids}))
        return _told(unit, verdict).model_copy(update={"done_by": done_by})

    def _searched(self, unit: Unit, affected: _Affected) -> Change:
        found: list[Shown] = []
        open_ones: list[str] = []
        for step in (self._standing, self._deciding, self._coming):
            try:
                found += step(unit, affected, found)
            except UndecidedError as error:
                open_ones.append(str(error))
        if found:
            return _told(unit, "differs", tuple(found))
        if open_ones:
            return _told(unit, "not_decided", why=open_ones[0])
        return self._reasons(unit)

    # --- what is looked for, what matters most first -----------------------------------------

    def _standing(self, unit: Unit, affected: _Affected, _found: list[Shown]) -> tuple[Shown, ...]:
        """Where items stand; or else their options, and what is asked for beside them."""
        found = self._moves.shown(unit, [*affected.items, *affected.requests])
        return found or self._moves.shown(unit, [*affected.options, *affected.also_asked])

    def _deciding(self, unit: Unit, _affected: _Affected, found: list[Shown]) -> tuple[Shown, ...]:
        """Findings and referrals; requirements, deferrals and the rest where nothing moves, as
        they follow from what does."""
        more: list[Shown] = []
        for section in self._sections.of(unit):
            shown = [*found, *more]
            if any(getattr(one.plan, section.name) for one in shown):
                continue
            if shown and section.follows:
                continue
            shows = shown_in(section.name)
            one = self._finder.smallest(unit, section.differs, shows, section.asked)
            if one is not None:
                more.append(self._replay.shown(unit, one.read, one.together_with))
        return tuple(more)

    def _coming(self, unit: Unit, affected: _Affected, found: list[Shown]) -> tuple[Shown, ...]:
        """What items that stand as before can still come to, where nothing else differs."""
        if found:
            return ()

        def shows(replay: Replay, read: Both) -> bool:
            return _decides(replay.plans(read))

        differs = some(map(self._observed.may_move, affected.candidates))
        one = self._finder.smallest(unit, differs, shows, affected.asked)
        return () if one is None else (self._replay.shown(unit, one.read, one.together_with),)

    def _reasons(self, unit: Unit) -> Change:
        """It is proved that nothing stands otherwise; a plan on which reasons do, if one shows."""

        def shows(replay: Replay, read: Both) -> bool:
            plans = replay.plans(read)
            return plans.changes or bool(plans.reasons)

        meant = self._sections.meant(unit)
        there = some(map(self._observed.there, meant))
        asked = tuple(one.asked for one in meant if one.asked is not None)
        felt = either(self._felt.works(unit), self._felt.asks(unit))
        try:
            found = self._finder.smallest(unit, there, shows, asked, felt=felt)
        except UndecidedError:
            found = None
        if found is None:
            return _told(unit, "reasons")
        shown = self._replay.shown(unit, found.read, found.together_with)
        return _told(unit, "differs" if _decides(shown.plan) else "reasons", (shown,))


def _told(unit: Unit, verdict: Verdict, shown: tuple[Shown, ...] = (), why: str = "") -> Change:
    return Change(
        what=unit.what, ids=unit.ids, title=unit.title, verdict=verdict, why=why, shown=shown
    )


def _decides(plan: PlanDifference) -> bool:
    """Whether more differs than what is asked, and why."""
    said = plan.model_dump(exclude={"file", "title", "reasons", "asks_now", "asks_no_more"})
    return any(bool(value) for value in said.values())
