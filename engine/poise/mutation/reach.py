"""Which steps a mutant reaches: those of each scenario that could show it.

A plan depends on a rule by what it does to the candidates there are; beside that only by what it
reads: an open test is asked, and a test that holds is told in words. So a mutant can be seen by a
step that looks at what it does otherwise than the rule it was made from; and where it only reads
otherwise, by a step that looks at questions while it is open, and by one that quotes words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from poise.mutation.doings import Change, Doing, Done
from poise.mutation.seeing import (
    APART,
    BY_VERB,
    CASE,
    ITEMS,
    QUESTIONS,
    REFERRED,
    RULES,
    SCOPE,
    STANDING,
    WORDS,
    Look,
    Treated,
    about,
)
from poise.pack import RulePack


class Reach:
    """What of one pack's mutants steps can see."""

    def __init__(self, pack: RulePack) -> None:
        self._products = pack.taxonomy.products

    def shown(
        self, rule: str, looks: Iterable[Look], old: Done, new: Done, change: Change
    ) -> tuple[Look, ...]:
        """The steps that could show a mutant of a rule, by what both do."""
        otherwise = old.truths != new.truths or old.doings != new.doings
        if not otherwise and not change.acts and not (change.reads and new.doings):
            return ()
        was, now = Counter(old.doings), Counter(new.doings)
        differing = [*(was - now), *(now - was)]
        alike = list(was & now) if change.reads else []
        return tuple(
            about(one, rule)
            for one in looks
            if (rule in one.rules and (change.acts if one.name in SCOPE else otherwise))
            or any(self._sees(one, doing) for doing in differing)
            or any(self._reads(one, doing) for doing in alike)
        )

    def _sees(self, one: Look, doing: Doing) -> bool:
        """Whether a step looks at what is done otherwise."""
        if one.name in APART | SCOPE:
            return False
        if one.name in RULES:
            return doing.word == "conclude"
        if one.name in WORDS or doing.word == "conclude":
            return True
        if doing.word in BY_VERB:
            return one.name in BY_VERB[doing.word] and self._meets(one, doing)
        if one.name in CASE | REFERRED:
            return False
        return self._meets(one, doing)

    def _reads(self, one: Look, doing: Doing) -> bool:
        """Whether a step looks at what is read otherwise, while the same is done."""
        if one.quotes:
            return doing.word in ("conclude", *BY_VERB) or self._meets(one, doing)
        return None in (doing.truth, *doing.lines) and one.name in QUESTIONS

    def _meets(self, one: Look, doing: Doing) -> bool:
        """Whether a step speaks of what something is done to, where it speaks of treatments."""
        if one.name not in STANDING | ITEMS or not doing.on:
            return True
        return one.sees(frozenset(self._treated(doing)))

    def _treated(self, doing: Doing) -> Iterator[Treated]:
        for part in doing.on:
            for one in part:
                yield self._products[one.product].item, one.area
