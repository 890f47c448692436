"""Mutants of a pack: each one small change of one rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from poise.canonical import digest
from poise.mutation.building import Builder, Stillborn
from poise.mutation.edits import edited, lines_of, place_of
from poise.mutation.mutators import MUTATORS
from poise.mutation.written import WrittenRule
from poise.problems import At
from poise.rules import Rule

Fate = Literal["killed", "survived", "equivalent", "stillborn"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One rule, changed in one place. `becomes` is None where nothing of the rule is left."""

    rule: str
    kind: str
    how: str
    place: At
    before: str
    after: str
    becomes: Rule | Stillborn | None
    may_not_load: bool
    """Whether the pack has to be built to know: it may conclude, or order, in a circle."""

    @property
    def name(self) -> str:
        return f"{self.rule}: {self.kind}: {self.place.line}:{self.place.column}: {self.how}"


def mutants(
    written: WrittenRule, builder: Builder, sources: Mapping[str, tuple[str, ...]]
) -> Iterator[Mutant]:
    """Every mutant of a rule, those that mean the same told once."""
    known = {meaning(written.rule)}
    for kind, make in MUTATORS:
        for edit in make(written):
            becomes = builder.rule(written, edited(written.block, edit))
            if isinstance(becomes, Rule):
                means = meaning(becomes)
                if means in known:
                    continue
                known.add(means)
            before, after = lines_of(written, edit, sources)
            yield Mutant(
                rule=written.rule.id,
                kind=kind,
                how=edit.how,
                place=place_of(written, edit),
                before=before,
                after=after,
                becomes=becomes,
                may_not_load=bool(written.rule.conclude or written.rule.sequence),
            )


def meaning(rule: Rule) -> str:
    return digest(rule)
