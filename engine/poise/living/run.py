"""Runs the features of a pack, and keeps what became of each scenario."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

import pytest
from pytest_bdd.parser import Feature as ParsedFeature
from pytest_bdd.parser import Scenario as ParsedScenario

from poise.gherkin.coverage import SEEN, Coverage, Seen
from poise.gherkin.kept import COVERAGE
from poise.gherkin.packs import is_whole
from poise.gherkin.runner import run

Result = Literal["passed", "failed", "not run"]


class Step(NamedTuple):
    """A step as it is written."""

    keyword: str
    text: str
    table: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario, and what became of it in this run."""

    id: str
    feature: str
    """The path of its file, from where the features stand."""
    title: str
    line: int
    tags: tuple[str, ...]
    steps: tuple[Step, ...]
    result: Result
    told: str
    """Why it failed, in sentences; empty where it did not."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature file."""

    path: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a pack's features saw."""

    features: tuple[Feature, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    seen: Mapping[str, Mapping[Seen, tuple[str, ...]]] = field(default_factory=dict)
    """For each rule, the ids of the scenarios that saw it do so."""
    expected: Mapping[Seen, frozenset[str]] = field(default_factory=dict)
    """The rules of which that is expected."""
    whole: bool = True
    """Whether these were all the features that stand where they stand."""
    unread: tuple[str, ...] = ()
    """Why files could not be run at all."""

    @property
    def failed(self) -> tuple[Scenario, ...]:
        return tuple(one for one in self.scenarios if one.result != "passed")


class Recorder:
    """A plugin of pytest's that keeps what scenarios were and what became of them."""

    def __init__(self) -> None:
        self.parsed: dict[str, tuple[ParsedFeature, ParsedScenario]] = {}
        self.results: dict[str, tuple[Result, str]] = {}
        self.unread: list[str] = []
        self.coverage: dict[str, Coverage] = {}

    def pytest_bdd_before_scenario(
        self, request: pytest.FixtureRequest, feature: ParsedFeature, scenario: ParsedScenario
    ) -> None:
        self.parsed[request.node.nodeid] = (feature, scenario)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.results[report.nodeid] = ("failed", report.longreprtext)
        elif report.when == "call" and report.passed:
            self.results.setdefault(report.nodeid, ("passed", ""))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.unread.append(report.longreprtext.strip())

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self.coverage = session.config.stash[COVERAGE]


def run_features(
    digest: str, paths: Sequence[str | Path] = (), rules: str | Path | None = None
) -> Run:
    """Run the features, and tell of the pack with this digest what they saw."""
    recorder = Recorder()
    run(paths, rules, extra=("--no-summary",), listeners=(recorder,))
    root = _root([feature.filename for feature, _ in recorder.parsed.values()])
    scenarios = tuple(_scenario(recorder, name, root) for name in recorder.parsed)
    features = {
        feature.filename: _feature(feature, root) for feature, _ in recorder.parsed.values()
    }
    coverage = recorder.coverage.get(digest)
    return Run(
        features=tuple(features.values()),
        scenarios=scenarios,
        seen=_seen(coverage),
        expected={}
        if coverage is None
        else {what: frozenset(coverage.expected[what]) for what in SEEN},
        whole=is_whole(features),
        unread=tuple(recorder.unread),
    )


def _seen(coverage: Coverage | None) -> dict[str, dict[Seen, tuple[str, ...]]]:
    if coverage is None:
        return {}
    return {
        rule: {what: tuple(names) for what, names in found.items()}
        for rule, found in coverage.seen.items()
    }


def _root(files: Sequence[str]) -> Path:
    folders = {str(Path(one).resolve().parent) for one in files}
    return Path(os.path.commonpath(folders)) if folders else Path()


def _shown(file: str, root: Path) -> str:
    return Path(file).resolve().relative_to(root).as_posix()


def _feature(feature: ParsedFeature, root: Path) -> Feature:
    about = " ".join(feature.description.split())
    return Feature(_shown(feature.filename, root), feature.name or "", about)


def _scenario(recorder: Recorder, name: str, root: Path) -> Scenario:
    feature, scenario = recorder.parsed[name]
    result, told = recorder.results.get(name, ("not run", ""))
    return Scenario(
        id=name,
        feature=_shown(feature.filename, root),
        title=scenario.name,
        line=scenario.line_number,
        tags=tuple(sorted(scenario.tags)),
        steps=tuple(Step(one.keyword.strip(), one.name, _table(one)) for one in scenario.steps),
        result=result,
        told=told,
    )


def _table(step: object) -> tuple[tuple[str, ...], ...]:
    table = getattr(step, "datatable", None)
    return () if table is None else tuple(tuple(map(str, row)) for row in table.raw())
