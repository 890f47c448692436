"""What became of a mutant."""

from __future__ import annotations

from dataclasses import dataclass

from poise.diff.models import Shown
from poise.mutation.mutant import Fate, Mutant


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant, and by what that is known."""

    mutant: Mutant
    fate: Fate
    killer: str = ""
    """The scenario that failed."""
    reached: int = 0
    """How many scenarios reach it, up to the one that failed."""
    why: str = ""
    """Why it is stillborn, equivalent, or not decided."""
    shown: Shown | None = None
    """Of a survivor, the smallest assessment on which its plan is another than the pack's."""
