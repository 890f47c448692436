"""Which rules fire in a scenario of their pack's features: each rule tried by itself.

That a rule fires in a feature is remembered by what the rule rests on and what the feature says,
so that an edit pays for what it touches.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from poise.canonical import digest
from poise.check.asking import Kept
from poise.check.cone import Cone
from poise.check.lints import Exercise
from poise.gherkin.coverage import fired
from poise.gherkin.packs import features_of
from poise.gherkin.story import Story, file_above
from poise.gherkin.words import Words
from poise.loading import SHIPPED_PACK, default_folder
from poise.pack import RulePack
from poise.rules import Rule

if TYPE_CHECKING:
    from poise.slicing import Slice

_FILE = re.compile(rb'"([^"\n]+\.(?:ya?ml|json))"')


def exercise(pack: RulePack, path: str | Path | None, kept: Kept) -> Exercise:
    """What the features of a pack that was read from `path` exercise.

    Raises ModuleNotFoundError where there is something to look at and pytest-bdd is not installed.
    """
    folder = default_folder() if path is None else Path(path)
    found = features_of(folder, pack.head.features)
    if found is None and folder == SHIPPED_PACK:
        return Exercise(())  # its features stand in the repository that it is built from
    features = () if found is None else (found,) if found.is_file() else found.rglob("*.feature")
    every = tuple(sorted(features))
    return Exercise(_Exercise(pack, every, kept).unexercised()) if every else Exercise((), False)


class _Exercise:
    def __init__(self, pack: RulePack, features: Iterable[Path], kept: Kept) -> None:
        self._pack = pack
        self._kept = kept
        self._features = {feature: _said(feature) for feature in features}
        self._rests_on = _rests_on(pack)

    def unexercised(self) -> tuple[str, ...]:
        rules = [rule for rule in self._pack.own_rules if rule.stage == "active"]
        left = {rule.id: rule for rule in rules if not self._was_seen(rule.id)}
        if left:
            self._try(left)
        return tuple(left)

    def _was_seen(self, rule: str) -> bool:
        return any(self._mark(rule, feature) in self._kept for feature in self._features)

    def _mark(self, rule: str, feature: Path) -> str:
        said = f"fires {self._rests_on.get(rule)} {self._features[feature]}"
        return hashlib.sha256(said.encode()).hexdigest()

    def _try(self, left: dict[str, Rule]) -> None:
        """Take out what fires, feature by feature until nothing is left."""
        from poise.gherkin.recounting import recorded
        from poise.slicing import Slicer

        words, slicer = Words(self._pack), Slicer(self._pack)
        trials = Trials(slicer.slice_of(rule) for rule in left.values())
        for feature in self._nearest_first(left):
            for story in recorded(feature, words) if left else ():
                for rule in trials.firing(story):
                    del left[rule]
                    self._kept.add(self._mark(rule, feature))

    def _nearest_first(self, rules: Iterable[str]) -> list[Path]:
        """Features that are called as the files of these rules, and then the others."""
        places = self._pack.contents.places
        stems = {PurePosixPath(places[rule].file).stem for rule in rules}
        return sorted(self._features, key=lambda feature: (feature.stem not in stems, feature))


class Trials:
    """Tries rules by themselves on what scenarios record, each on the same answers only once."""

    def __init__(self, slices: Iterable[Slice]) -> None:
        self._left = {one.rule: one for one in slices}
        self._tried: set[tuple[str, ...]] = set()
        self._before: Mapping[str, Any] = {}
        """What the story before said: a rule of which nothing changed need not be looked at."""

    def firing(self, story: Story) -> tuple[str, ...]:
        """The rules that fire here, and did in no story before."""
        answers, clinic = story.assessment(), story.clinic_answers()
        every, before = {**clinic, **answers}, self._before
        said, self._before = _Said(every), every
        names = every.keys() | before.keys()
        changed = {name for name in names if every.get(name) != before.get(name)}
        found = [
            one
            for one in self._left.values()
            if not (before and changed.isdisjoint(one.fields))
            and self._fires(one, said, answers, clinic)
        ]
        for one in found:
            del self._left[one.rule]
        return tuple(one.rule for one in found)

    def _fires(
        self, one: Slice, said: _Said, answers: Mapping[str, Any], clinic: Mapping[str, Any]
    ) -> bool:
        key = (one.rule, *(said[field] for field in one.fields))
        if key in self._tried:
            return False
        self._tried.add(key)
        truths = one.truths(answers, clinic)
        return truths is not None and fired(one.model.ground, truths)[one.rule] is True


class _Said(dict[str, str]):
    """What is answered in a field, as it can be compared."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        super().__init__()
        self._answers = answers

    def __missing__(self, field: str) -> str:
        said = self[field] = repr(self._answers.get(field))
        return said


def _said(feature: Path) -> str:
    """A digest of a feature, and of the files that it names."""
    text = feature.read_bytes()
    whole = hashlib.sha256(text)
    for name in sorted(set(_FILE.findall(text))):
        file = file_above(feature.parent, name.decode("utf-8", "replace"))
        whole.update(b"" if file is None else hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def _rests_on(pack: RulePack) -> Mapping[str, str]:
    """For each rule, a digest of all that decides whether it fires."""
    cone, found = Cone(pack), dict[str, list[object]]()
    for effect in pack.ground.effects:
        found.setdefault(effect.rule.id, []).append(cone.effect(effect))
    return {rule: digest(effects) for rule, effects in found.items()}
