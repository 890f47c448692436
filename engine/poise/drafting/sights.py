"""What is looked for: an assessment in which a plan shows what some effects do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from poise.assessment import Assessment
from poise.conditions import Condition
from poise.drafting.leaves import Leaf
from poise.drafting.seen import Seen, seen
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.case import open_case
from poise.situation import situate


@dataclass(frozen=True)
class Sight:
    """Effects of one rule, any of which may be seen; by one line of it, where one is named."""

    pack: RulePack
    effects: Sequence[Effect]
    leaf: Leaf | None
    without: Mapping[str, Condition]
    """What each line's rule would test without it."""
    enough: Callable[[Seen], bool]

    def __call__(self, one: Assessment) -> Seen | None:
        """What is seen in an assessment."""
        if self.leaf is not None and not self._decides(self.leaf, one):
            return None
        case = open_case(self.pack, one)
        found = (seen(case, effect) for effect in self.effects)
        return next((each for each in found if each is not None and self.enough(each)), None)

    def _decides(self, leaf: Leaf, one: Assessment) -> bool:
        """Whether the rule would not act without this line."""
        view = situate(self.pack.model, one).evaluation.view
        truth = view.truth(self.without[leaf.without])
        if any(leaf.proposition in effect.lines for effect in self.effects):
            return truth is True
        return truth is not True


def plainly(found: Seen) -> bool:
    return found.plainly


def somehow(_found: Seen) -> bool:
    return True
