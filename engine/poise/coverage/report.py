"""What scenarios exercise of a pack, counted by file, and what they do not, in its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from poise.conditions import Line
from poise.coverage.aims import Aim
from poise.coverage.exercised import Exercised
from poise.coverage.lines import rule_lines
from poise.coverage.words import lacking
from poise.gherkin.coverage import LACKING, SEEN, Coverage
from poise.loading import default_folder
from poise.pack import RulePack
from poise.placed import on_one_line
from poise.problems import At, Collector
from poise.reading.files import read_files
from poise.reading.spots import Spot, Spots
from poise.rules import Rule

COUNTED = ("rules", "lines", "thresholds", "edges")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    seen: int
    of: int

    def __add__(self, other: Share) -> Share:
        return Share(self.seen + other.seen, self.of + other.of)

    @property
    def percent(self) -> int:
        """Rounded down: all is only all."""
        return 100 * self.seen // self.of if self.of else 100


@dataclass(frozen=True, slots=True)
class Counts:
    """Rules that were seen in every way that is expected; lines seen true, false and unknown where
    they matter; thresholds seen on both sides; and those of them with the nearest values."""

    rules: Share = Share(0, 0)
    lines: Share = Share(0, 0)
    thresholds: Share = Share(0, 0)
    edges: Share = Share(0, 0)

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, one) + getattr(other, one) for one in COUNTED))


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """What was not seen of a rule, or of one of its lines."""

    at: At
    rule: str
    line: str
    """The line as written; empty where it is the whole rule."""
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    file: str
    counts: Counts
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Of a pack, or of those of its rules that a part of the scenarios is about."""

    pack: str
    files: tuple[FileReport, ...]
    whole: bool
    left_out: int | None
    """How many things are not asked for because it is proved that no assessment can show them; None
    where nobody could prove it."""

    @property
    def total(self) -> Counts:
        return sum((one.counts for one in self.files), Counts())


def report(exercised: Exercised, coverage: Coverage, rules: Collection[str]) -> Report:
    """What was seen of these rules; what is proved to be impossible is left out."""
    pack = exercised.pack
    impossible = _impossible(exercised, rules)
    exercised.leave_out(impossible or frozenset())
    known = {aim.rule for aim in exercised.aims} | set(coverage.titles)
    by_file: dict[str, list[Rule]] = {}
    for rule in pack.own_rules:
        if rule.id in known and rule.id in rules:
            by_file.setdefault(pack.contents.places[rule.id].file, []).append(rule)
    maker = _Maker(exercised, coverage)
    files = tuple(maker.of_file(file, listed) for file, listed in sorted(by_file.items()))
    left_out = None if impossible is None else len(impossible)
    return Report(pack.head.id, files, known <= set(rules), left_out)


def _impossible(exercised: Exercised, rules: Collection[str]) -> frozenset[Aim] | None:
    """What no assessment can show of these rules; None without the solver."""
    try:
        from poise.coverage.proving import Prover
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("poise"):
            raise
        return None
    left = sorted(aim for aim in exercised.left if aim.rule in rules)
    return Prover(exercised).impossible(left) if left else frozenset()


class _Maker:
    def __init__(self, exercised: Exercised, coverage: Coverage) -> None:
        self._exercised = exercised
        self._pack = exercised.pack
        self._spots = _spots(exercised.pack)
        self._unseen = {what: frozenset(coverage.missing(what)) for what in SEEN}
        self._aims = _by_line(exercised.aims)
        self._left = _by_line(exercised.left)

    def of_file(self, file: str, rules: Iterable[Rule]) -> FileReport:
        counts, gaps = Counts(), list[Gap]()
        for rule in sorted(rules, key=lambda rule: self._pack.contents.places[rule.id]):
            told = tuple(LACKING[what] for what in SEEN if rule.id in self._unseen[what])
            counts += Counts(rules=_share([bool(told)]))
            if told:
                gaps.append(Gap(self._pack.contents.places[rule.id], rule.id, "", told))
            lines = zip(rule_lines(rule), self._spots.of_rule(rule), strict=True)
            for number, (line, spot) in enumerate(lines):
                counts += self._counts(rule.id, number)
                gaps += self._gap(rule, number, line, spot)
        return FileReport(file, counts, tuple(sorted(gaps)))

    def _counts(self, rule: str, number: int) -> Counts:
        aims, left = (found.get((rule, number), ()) for found in (self._aims, self._left))
        wanted = {aim.threshold for aim in aims if not aim.what.startswith("just")}
        just = {aim.threshold for aim in aims if aim.what.startswith("just")}
        sides = {aim.threshold for aim in left if not aim.what.startswith("just")}
        edges = {aim.threshold for aim in left}
        return Counts(
            lines=_share(one in sides for one in wanted if one < 0),
            thresholds=_share(one in sides for one in wanted if one >= 0),
            edges=_share(one in edges for one in just),
        )

    def _gap(self, rule: Rule, number: int, line: Line, spot: Spot) -> Iterator[Gap]:
        turning = self._exercised.thresholds(line, self._pack.head.released)
        told = tuple(lacking(self._pack, line, turning, self._left.get((rule.id, number), ())))
        if told:
            written = f"{spot.fact}: {on_one_line(spot.test)}"
            yield Gap(spot.at, rule.id, written, told)


def _spots(pack: RulePack) -> Spots:
    """Where the lines stand in the pack's own files; messages call the built-in pack `rules`."""
    shown = pack.contents.head_at.file.removesuffix("/pack.yaml")
    found = Spots(read_files(Path(shown), shown, Collector()))
    if all(rule.id in found.rules for rule in pack.own_rules):
        return found
    return Spots(read_files(default_folder(), shown, Collector()))


def _by_line(aims: Iterable[Aim]) -> Mapping[tuple[str, int], list[Aim]]:
    found: dict[tuple[str, int], list[Aim]] = {}
    for aim in aims:
        found.setdefault((aim.rule, aim.line), []).append(aim)
    return found


def _share(lacking: Iterable[bool]) -> Share:
    """How many of these lack nothing."""
    told = list(lacking)
    return Share(told.count(False), len(told))
