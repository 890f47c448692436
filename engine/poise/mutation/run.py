"""Mutation testing from a pack's files to what became of every mutant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from poise.check.asking import Kept
from poise.loading import assemble, default_folder, linked, read_whole, shown
from poise.mutation.building import Builder
from poise.mutation.edits import source_lines
from poise.mutation.equivalence import Equivalence
from poise.mutation.judging import Judge
from poise.mutation.models import FileScore, Mutation, found, score_of
from poise.mutation.mutant import Mutant, mutants
from poise.mutation.scenes import Scenes
from poise.mutation.trial import Trial
from poise.mutation.verdicts import Verdict
from poise.mutation.written import written_rules
from poise.pack import RulePack
from poise.problems import Collector
from poise.processes import apart, shared
from poise.reading.layers import Checked

Listed = dict[str, list[Mutant]]
"""The mutants of each rule."""
Progress = Callable[[str, int, int, str], None]
"""Told of what there are how many done, of how many, and which rule was the last."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is tested: a pack as it was read from its folder."""

    folder: Path
    shown: str
    checked: Checked
    pack: RulePack


def subject(rules: str | Path | None, problems: Collector) -> Subject | None:
    """A pack's folder, or the built-in pack; None where it has problems."""
    checked = read_whole(rules, problems)
    found = None if checked is None else linked(checked, rules, problems)
    if checked is None or found is None:
        return None
    folder = default_folder() if rules is None else Path(rules)
    return Subject(folder, shown(rules), checked, assemble(found))


def made(of: Subject, only: Iterable[str] = ()) -> Listed:
    """The mutants of each own rule, or of those named: a rule by id, a file by the end of its
    path."""
    pack, wanted = of.pack, tuple(only)
    places = pack.contents.places
    own = {
        rule.id
        for rule in pack.own_rules
        if not wanted or _named(rule.id, places[rule.id].file, wanted)
    }
    lines = source_lines(of.shown, of.folder, {places[name].file for name in own})
    builder = Builder(pack)
    rules = sorted(written_rules(of.checked, own), key=lambda one: places[one.rule.id])
    return {one.rule.id: list(mutants(one, builder, lines)) for one in rules}


def _named(rule: str, file: str, wanted: tuple[str, ...]) -> bool:
    return any(
        rule == one or file == one or file.endswith(f"/{one.lstrip('./')}") for one in wanted
    )


def tested(
    pack: RulePack,
    listed: Listed,
    scenes: Scenes,
    kept: Kept,
    jobs: int,
    progress: Progress,
) -> Mutation:
    """What became of these mutants. Raises RefusedError, or ModuleNotFoundError for the solver."""
    judge = Judge(pack)
    verdicts = _tried(Trial(pack, scenes.counted), listed, jobs, progress)
    verdicts = _settled(verdicts, Equivalence(pack, kept).judged)
    verdicts = _settled(verdicts, lambda left: _judged(judge, left, jobs, progress))
    every = tuple(found(one, pack.rules_by_id[one.mutant.rule].title) for one in verdicts)
    files = list(dict.fromkeys(one.file for one in every))
    scores = tuple(score_of(name, (one for one in every if one.file == name)) for name in files)
    total: FileScore = score_of("", every)
    return Mutation(
        pack=pack.head.id,
        digest=pack.digest,
        scenarios=len(scenes.counted),
        drafted=scenes.drafted,
        files=scores,
        total=total,
        score=total.score,
        mutants=every,
    )


def _settled(
    verdicts: list[Verdict], settle: Callable[[list[Verdict]], Iterable[Verdict]]
) -> list[Verdict]:
    """The verdicts in their order, with more said of the survivors among them."""
    settled = iter(settle([one for one in verdicts if one.fate == "survived"]))
    return [next(settled) if one.fate == "survived" else one for one in verdicts]


def _tried(trial: Trial, listed: Listed, jobs: int, progress: Progress) -> list[Verdict]:
    def of_rule(name: str) -> list[Verdict]:
        return [_sent(one) for one in trial.verdicts(trial.pack.rules_by_id[name], listed[name])]

    count = sum(map(len, listed.values()))
    found: list[Verdict] = []
    for name, told in zip(listed, shared(of_rule, list(listed), jobs), strict=True):
        found += [replace(one, mutant=of) for one, of in zip(told, listed[name], strict=True)]
        progress("mutants", len(found), count, name)
    return found


def _judged(judge: Judge, survivors: list[Verdict], jobs: int, progress: Progress) -> list[Verdict]:
    def of_number(number: int) -> Verdict:
        return _sent(judge.judged(survivors[number]))

    found: list[Verdict] = []
    # Each by itself: which of several smallest assessments a solver finds depends on its past.
    for told in apart(of_number, range(len(survivors)), jobs):
        mutant = survivors[len(found)].mutant
        found.append(replace(told, mutant=mutant))
        progress("survivors", len(found), len(survivors), mutant.rule)
    return found


def _sent(verdict: Verdict) -> Verdict:
    """Without the mutant itself, which whoever asked has."""
    return replace(verdict, mutant=None)  # type: ignore[arg-type]
