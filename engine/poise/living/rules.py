"""A rule as its page and the tables show it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from poise.conditions import ALWAYS
from poise.contents import Change
from poise.living.evidence import basis
from poise.living.exercise import Exercise, Exercises
from poise.living.sentences import Deed, Said, deeds, said
from poise.pack import RulePack
from poise.problems import At
from poise.rules import Rule


@dataclass(frozen=True, slots=True)
class RuleView:
    """All that is told of a rule."""

    rule: Rule
    version: str
    file: str
    """Where it stands, from the pack's folder."""
    line: int
    when: tuple[Said, ...]
    always: bool
    deeds: tuple[Deed, ...]
    basis: tuple[str, ...]
    exercise: Exercise
    written: str
    """The lines of its file; empty where they cannot be had."""
    change: Change | None
    """What it is to the pack that this one extends."""

    @property
    def verbs(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.verb for one in self.deeds))

    @property
    def result(self) -> str:
        """The worst that became of a scenario in which it fires."""
        if not self.exercise.fires:
            return "not run"
        results = {one.result for one in self.exercise.fires}
        return "passed" if results == {"passed"} else "failed"


def view(pack: RulePack, rule: Rule, exercises: Exercises, folders: tuple[Path, ...]) -> RuleView:
    """A rule; its file lies in one of the folders, the pack's own first."""
    place = pack.contents.places[rule.id]
    folder = next((one for one in folders if (one / _file(one, place)).is_file()), folders[0])
    return RuleView(
        rule=rule,
        version=pack.rule_version(rule),
        file=_file(folder, place),
        line=place.line,
        when=said(pack, rule.when),
        always=rule.when == ALWAYS,
        deeds=deeds(pack, rule),
        basis=basis(pack, rule),
        exercise=exercises.of(rule),
        written=_written(folder, place),
        change=next(
            (one for one in pack.contents.changes if (one.what, one.id) == ("rule", rule.id)),
            None,
        ),
    )


def _file(folder: Path, place: At) -> str:
    """A place's file, without the way to the pack's folder that messages show."""
    parts = Path(place.file).parts
    for start in range(len(parts)):
        if folder.joinpath(*parts[start:]).is_file():
            return "/".join(parts[start:])
    return place.file


def _written(folder: Path, place: At) -> str:
    """A rule as it stands in its file: from its dash to where the next thing begins."""
    file = folder / _file(folder, place)
    if not file.is_file():
        return ""
    lines = file.read_text(encoding="utf-8").splitlines()
    start, dash = _start(lines, place.line - 1)
    kept = lines[start : start + 1]
    for line in lines[start + 1 :]:
        if line.strip() and _indent(line) <= dash:
            break
        kept.append(line)
    return "\n".join(line[dash:] for line in kept).rstrip()


def _start(lines: list[str], at: int) -> tuple[int, int]:
    """The line with the dash of the entry that a line belongs to, and how far in it stands."""
    inner = _indent(lines[at]) + 1
    for number in range(at, -1, -1):
        if lines[number].lstrip().startswith("- ") and _indent(lines[number]) < inner:
            return number, _indent(lines[number])
    return at, _indent(lines[at])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
