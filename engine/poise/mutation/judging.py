"""What a survivor changes, over every assessment there can be: what its scenario has to speak of.

A mutant is a change of the pack like any other, so the comparison of packs is asked. It finds the
smallest assessment on which the two plans differ; or it proves that there is none, as where other
rules do all that the mutant does otherwise.
"""

from __future__ import annotations

from dataclasses import replace

from poise.diff.deciding import decisions
from poise.diff.models import Change, Declared
from poise.mutation.building import Builder
from poise.mutation.verdicts import Verdict
from poise.pack import RulePack
from poise.rules import Rule

SAME = "no plan tells them apart"
ONLY_REASONS = "nothing stands otherwise on any assessment: only reasons or questions could tell"


class Judge:
    """Judges the survivors of one pack."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._builder = Builder(pack)

    def judged(self, survivor: Verdict) -> Verdict:
        """A survivor with the assessment that would show it, or as equivalent where proved."""
        found = self._change(survivor)
        if found.verdict in ("same", "words"):
            return replace(survivor, fate="equivalent", why=SAME)
        return replace(survivor, why=_why(found), shown=next(iter(found.shown), None))

    def _change(self, survivor: Verdict) -> Change:
        mutant = survivor.mutant
        assert mutant.becomes is None or isinstance(mutant.becomes, Rule)
        made = self._builder.pack(mutant.rule, mutant.becomes)
        assert isinstance(made, RulePack)
        said = Declared(
            how="gone" if mutant.becomes is None else "changed",
            what="rule",
            id=mutant.rule,
            title=self._pack.rules_by_id[mutant.rule].title,
        )
        told = decisions((self._pack, made), (said,), ())
        return next(one for one in told.changes if mutant.rule in one.ids)


def _why(found: Change) -> str:
    if found.verdict == "not_decided":
        return f"not decided: {found.why}"
    return ONLY_REASONS if found.verdict == "reasons" else ""
