"""Mutation testing from a pack's files to what became of every mutant."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from poise.check.asking import Kept
from poise.mutation.building import Builder
from poise.mutation.edits import source_lines
from poise.mutation.equivalence import Equivalence
from poise.mutation.models import FileScore, Mutation, found, score_of
from poise.mutation.mutant import Mutant, mutants
from poise.mutation.scenes import Scenes
from poise.mutation.trial import Trial, Verdict
from poise.mutation.written import written_rules
from poise.pack import RulePack
from poise.reading.layers import Checked

Progress = Callable[[int, int, str], None]
"""Told how many mutants of how many are tried, and of which rule they were."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is tested: a pack as it was read from its folder."""

    folder: Path
    shown: str
    checked: Checked
    pack: RulePack


def made(subject: Subject, only: Iterable[str] = ()) -> dict[str, list[Mutant]]:
    """The mutants of each own rule, or of those named: a rule by id, a file by the end of its
    path."""
    pack, wanted = subject.pack, tuple(only)
    places = pack.contents.places
    own = {
        rule.id
        for rule in pack.own_rules
        if not wanted or _named(rule.id, places[rule.id].file, wanted)
    }
    lines = source_lines(subject.shown, subject.folder, {places[name].file for name in own})
    builder = Builder(pack)
    rules = sorted(written_rules(subject.checked, own), key=lambda one: places[one.rule.id])
    return {one.rule.id: list(mutants(one, builder, lines)) for one in rules}


def _named(rule: str, file: str, wanted: tuple[str, ...]) -> bool:
    return any(
        rule == one or file == one or file.endswith(f"/{one.lstrip('./')}") for one in wanted
    )


def tested(
    subject: Subject,
    listed: dict[str, list[Mutant]],
    scenes: Scenes,
    kept: Kept,
    jobs: int,
    progress: Progress,
) -> Mutation:
    """What became of these mutants. Raises RefusedError, or ModuleNotFoundError for the solver."""
    pack = subject.pack
    tried = _tried(Trial(pack, scenes.counted), pack, listed, jobs, progress)
    judged = Equivalence(pack, kept).judged(one for one in tried if one.fate == "survived")
    verdicts = [next(judged) if one.fate == "survived" else one for one in tried]
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


# --- on several processes --------------------------------------------------------------------

_SHARED: list[tuple[Trial, RulePack, dict[str, list[Mutant]]]] = []
"""What a forked process finds in place: it is made once, and too large to be sent."""


@contextmanager
def _shared(trial: Trial, pack: RulePack, listed: dict[str, list[Mutant]]) -> Iterator[None]:
    _SHARED.append((trial, pack, listed))
    try:
        yield
    finally:
        _SHARED.pop()


def _tried(
    trial: Trial,
    pack: RulePack,
    listed: dict[str, list[Mutant]],
    jobs: int,
    progress: Progress,
) -> list[Verdict]:
    count, done = sum(map(len, listed.values())), 0
    verdicts: list[Verdict] = []
    with _shared(trial, pack, listed):
        for name, told in _of_rules(list(listed), jobs):
            verdicts += [
                replace(verdict, mutant=mutant)
                for verdict, mutant in zip(told, listed[name], strict=True)
            ]
            done += len(told)
            progress(done, count, name)
    return verdicts


def _of_rules(names: list[str], jobs: int) -> Iterator[tuple[str, list[Verdict]]]:
    if jobs < 2 or len(names) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from ((name, _of_rule(name)) for name in names)
        return
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from zip(names, pool.imap(_of_rule, names), strict=True)


def _of_rule(name: str) -> list[Verdict]:
    """Without the mutants themselves, which whoever asks has."""
    trial, pack, listed = _SHARED[-1]
    tried = trial.verdicts(pack.rules_by_id[name], listed[name])
    return [replace(one, mutant=None) for one in tried]  # type: ignore[arg-type]
