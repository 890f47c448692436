"""A plugin of pytest's that gathers which test lines and thresholds scenarios exercise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.parser import Step

from poise.coverage.exercised import Exercised
from poise.coverage.report import Report, report
from poise.coverage.telling import text
from poise.gherkin.kept import COVERAGE, PACKS, drawn, whole

WORKER = "poise_lines"
"""Under what a worker of pytest-xdist hands on what it has not seen."""


class LineCoverage:
    """Gathers for each pack, by its digest; `reports` are made when the run ends."""

    def __init__(self) -> None:
        self._known: dict[str, Exercised] = {}
        self._elsewhere: dict[str, list[list[list[Any]]]] = {}
        self.reports: tuple[Report, ...] = ()

    def pytest_bdd_after_step(
        self, request: pytest.FixtureRequest, step: Step, step_func: Callable[..., object]
    ) -> None:
        outcome = drawn(request, step, step_func)
        case = None if outcome is None else outcome.weighed
        if case is not None:
            if case.pack.digest not in self._known:
                self._known[case.pack.digest] = Exercised(case.pack)
            self._known[case.pack.digest].take(case)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[WORKER] = {digest: one.as_data() for digest, one in self._known.items()}
        else:
            self._join(session.config)
            self.reports = tuple(self._reports(session.config))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        for digest, left in getattr(node, "workeroutput", {}).get(WORKER, {}).items():
            self._elsewhere.setdefault(digest, []).append(left)

    def _join(self, config: pytest.Config) -> None:
        """Add what workers have seen of the packs that their features belong to."""
        for digest, found in self._elsewhere.items():
            for feature in config.stash[COVERAGE][digest].features:
                pack = config.stash[PACKS].of(Path(feature)).pack
                if pack.digest == digest and digest not in self._known:
                    self._known[digest] = Exercised(pack)
            for left in found if digest in self._known else ():
                self._known[digest].join(left)

    def _reports(self, config: pytest.Config) -> Iterator[Report]:
        for digest, exercised in self._known.items():
            coverage = config.stash[COVERAGE][digest]
            rules = coverage.titles if whole(config, coverage) else coverage.turning
            yield report(exercised, coverage, frozenset(rules))

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        for one in self.reports:
            terminalreporter.section("lines and thresholds exercised", sep="-")
            for line in text(one):
                terminalreporter.write_line(line)
