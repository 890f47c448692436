"""Scenarios in the order in which they are likely to be about a rule."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from poise.mutation.scenes import Scene
from poise.pack import RulePack
from poise.rules import Rule
from poise.trees import facts_read


def nearest_first(rule: Rule, pack: RulePack, scenes: Iterable[Scene]) -> list[Scene]:
    """Those first that name the rule or what it reads, in a feature of its file's name."""
    labels = (pack.vocabulary.declaration(one).label.lower() for one in facts_read(rule.when))
    words = (rule.id.lower(), rule.title.lower(), *labels)
    stem = PurePosixPath(pack.contents.places[rule.id].file).stem

    def distance(scene: Scene) -> tuple[int, bool]:
        said = next((rank for rank, word in enumerate(words) if word in scene.text), len(words))
        far = PurePosixPath(scene.feature).stem != stem
        return min(said, 3) + (2 if far else 0), far

    return sorted(scenes, key=distance)
