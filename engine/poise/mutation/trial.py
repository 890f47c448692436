"""Tries mutants on scenarios: killed by the first that fails, or surviving all that reach them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from poise.mutation.building import Builder, Stillborn
from poise.mutation.doings import Change, Done, Grounded, change, done, grounded
from poise.mutation.expectations import fails, stands
from poise.mutation.mutant import Mutant
from poise.mutation.nearness import nearest_first
from poise.mutation.reach import Reach
from poise.mutation.scenes import Moment, Scene
from poise.mutation.seeing import Look, look
from poise.mutation.verdicts import Verdict
from poise.pack import RulePack
from poise.planning.candidates import Candidate, gather
from poise.planning.case import open_case
from poise.rules import Rule


class RefusedError(Exception):
    """A scenario that does not hold of the pack as it stands; the text says which and why."""


class Stage(NamedTuple):
    """A moment, with what is on its plan and what its steps look at."""

    moment: Moment
    present: tuple[Candidate, ...]
    looks: tuple[Look, ...]


class Trial:
    """One pack with its scenarios; each mutant is tried on those that reach its rule."""

    def __init__(self, pack: RulePack, scenes: tuple[Scene, ...]) -> None:
        self.pack = pack
        self._scenes = scenes
        self._builder = Builder(pack)
        # By identity: rows of an outline whose title names no blank share their name.
        self._stages = {
            id(scene): tuple(
                Stage(one, _present(one, pack), _looks(one)) for one in scene.moments if one.checks
            )
            for scene in scenes
        }
        self._reach = Reach(pack)
        self._stood: dict[int, object] = {}

    def verdicts(self, rule: Rule, found: Iterable[Mutant]) -> Iterator[Verdict]:
        """What becomes of each mutant of a rule; survivors may yet be equivalent."""
        old = grounded(rule, self.pack)
        known: dict[int, Done] = {}
        ordered = nearest_first(rule, self.pack, self._scenes)
        for mutant in found:
            verdict = self._verdict(mutant, old, known, ordered)
            if verdict.killer:
                # What killed one mutant of a rule is likely to kill the next.
                ordered.sort(key=lambda scene: scene.name != verdict.killer)
            yield verdict

    def _verdict(
        self, mutant: Mutant, old: Grounded, known: dict[int, Done], ordered: list[Scene]
    ) -> Verdict:
        if isinstance(mutant.becomes, Stillborn):
            return Verdict(mutant, "stillborn", why=mutant.becomes.problem)
        made: RulePack | None = None
        if mutant.may_not_load:
            built = self._builder.pack(mutant.rule, mutant.becomes)
            if isinstance(built, Stillborn):
                return Verdict(mutant, "stillborn", why=built.problem)
            made = built
        new = grounded(mutant.becomes, self.pack)
        differs = change(old, new)
        reached = 0
        for scene in ordered:
            shown = [
                (stage.moment, looks)
                for stage in self._stages[id(scene)]
                if (looks := self._shown(mutant.rule, stage, old, new, known, differs))
            ]
            if not shown:
                continue
            reached += 1
            if made is None:
                built = self._builder.pack(mutant.rule, mutant.becomes)
                assert isinstance(built, RulePack)
                made = built
            if any(self._kills(scene, *one, made) for one in shown):
                return Verdict(mutant, "killed", scene.name, reached)
        return Verdict(mutant, "survived", reached=reached)

    def _shown(
        self,
        rule: str,
        stage: Stage,
        old: Grounded,
        new: Grounded,
        known: dict[int, Done],
        differs: Change,
    ) -> tuple[Look, ...]:
        """The steps that could show a mutant."""
        key = id(stage.moment)
        if key not in known:
            known[key] = done(old, stage.moment, stage.present, self.pack)
        after = done(new, stage.moment, stage.present, self.pack)
        return self._reach.shown(rule, stage.looks, known[key], after, differs)

    def _kills(self, scene: Scene, moment: Moment, looks: tuple[Look, ...], made: RulePack) -> bool:
        """Whether a scenario fails on a mutant; it has to hold of the pack as it stands."""
        key = id(moment)
        if key not in self._stood:
            self._stood[key] = stands(open_case(self.pack, moment.assessment))
        if not fails(moment, looks, made, self._stood[key]):
            return False
        told = fails(moment, looks, self.pack)
        if told:
            raise RefusedError(f"{scene.name}: {told}")
        return True


def _looks(moment: Moment) -> tuple[Look, ...]:
    return tuple(look(check, given, moment.story.words) for check, given in moment.checks)


def _present(moment: Moment, pack: RulePack) -> tuple[Candidate, ...]:
    """The candidates of a plan, and those on which its requests fall back."""
    truths = moment.situation.evaluation.truths
    found = gather(pack.suggestions, truths, moment.assessment.requests, pack.taxonomy)
    return tuple(sorted({*found.board, *found.spare}))
