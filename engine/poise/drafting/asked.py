"""All that is drafted for one question: for some rules, or for what the features lack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from poise.drafting.bases import written
from poise.drafting.draft import Drafted
from poise.drafting.drafter import Drafter
from poise.drafting.gaps import Gaps
from poise.pack import RulePack
from poise.rules import Rule


def drafts_for(pack: RulePack, features: Path, rules: Sequence[Rule]) -> Iterator[Drafted]:
    """What can be drafted of each of these rules, in turn."""
    drafter = Drafter(pack, written(features), rules)
    return map(drafter.draft, rules)


def drafts_for_gaps(pack: RulePack, features: Path) -> Iterator[Drafted]:
    """What shows what the features in a folder never show."""
    gaps = Gaps(pack)
    gaps.read(features)
    return map(gaps.filled, drafts_for(pack, features, gaps.rules()))
