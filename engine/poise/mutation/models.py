"""What mutation testing found, as values that a report or a program reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from poise.diff.models import Shown
from poise.mutation.mutant import Fate
from poise.mutation.verdicts import Verdict
from poise.plan import Part

SCHEMA: Literal["poise.mutation/1"] = "poise.mutation/1"


class MutantFound(Part):
    """A mutant, and what became of it."""

    rule: str
    title: str
    file: str
    line: int
    column: int
    kind: str = Field(description="threshold, strictness, value, connective, line, verb, ...")
    how: str = Field(description="what was changed, in words")
    before: str = Field(description="the line as it stands")
    after: str = Field(description="the line as it was changed")
    fate: Fate
    killed_by: str = Field("", description="the scenario that failed")
    reached_by: int = Field(description="how many scenarios reached it, until one failed")
    why: str = Field("", description="why it is equivalent, stillborn or not decided")
    shown: Shown | None = Field(
        None, description="of a survivor, the smallest assessment that tells it from its rule"
    )


class FileScore(Part):
    """What became of the mutants of one file."""

    file: str
    mutants: int
    killed: int
    survived: int
    equivalent: int
    stillborn: int

    @property
    def score(self) -> float | None:
        """Of the mutants that could be killed, how many in a hundred are; None where none could."""
        counted = self.killed + self.survived
        return 100 * self.killed / counted if counted else None


class Mutation(Part):
    """Mutation testing of one pack, or of some of its rules."""

    schema_: Literal["poise.mutation/1"] = Field(SCHEMA, alias="schema")
    pack: str
    digest: str
    scenarios: int = Field(description="how many scenarios count")
    drafted: int = Field(description="how many do not: the pack's own answers, not accepted yet")
    files: tuple[FileScore, ...]
    total: FileScore
    score: float | None
    mutants: tuple[MutantFound, ...]

    def of(self, fate: Fate) -> tuple[MutantFound, ...]:
        return tuple(one for one in self.mutants if one.fate == fate)


def found(verdict: Verdict, title: str) -> MutantFound:
    mutant = verdict.mutant
    return MutantFound(
        rule=mutant.rule,
        title=title,
        file=mutant.place.file,
        line=mutant.place.line,
        column=mutant.place.column,
        kind=mutant.kind,
        how=mutant.how,
        before=mutant.before,
        after=mutant.after,
        fate=verdict.fate,
        killed_by=verdict.killer,
        reached_by=verdict.reached,
        why=verdict.why,
        shown=verdict.shown,
    )


def score_of(name: str, mutants: Iterable[MutantFound]) -> FileScore:
    fates = [one.fate for one in mutants]
    return FileScore(
        file=name,
        mutants=len(fates),
        killed=fates.count("killed"),
        survived=fates.count("survived"),
        equivalent=fates.count("equivalent"),
        stillborn=fates.count("stillborn"),
    )
