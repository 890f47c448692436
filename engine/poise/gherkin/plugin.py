"""The pytest plugin: `pytest features/` runs the features of a pack, with no Python beside them.

PYTEST_DONT_REWRITE: it asserts nothing itself, and may have been imported before pytest starts.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.exceptions import StepDefinitionNotFoundError
from pytest_bdd.parser import Feature, Scenario, Step

from poise.gherkin.collect import SUFFIX, FeatureFile, belongs
from poise.gherkin.coverage import Coverage
from poise.gherkin.failures import StepError
from poise.gherkin.kept import (
    COVERAGE,
    FAILED,
    FEATURE,
    LINES,
    LOADED,
    PACKS,
    PARTIAL,
    drawn,
    whole,
)
from poise.gherkin.outcome import Outcome
from poise.gherkin.packs import Packs
from poise.gherkin.phrases import OUTCOME, STORY
from poise.gherkin.rendering import failure_text
from poise.gherkin.steps import STEPS
from poise.gherkin.story import Story

OPTION = "--poise-rules"
COVERED = "--poise-coverage"
MOST = 20
"""How many rules a list of the summary names, unless more is asked for with `-v`."""

WORKER = "poise_coverage"
"""Under what a worker of pytest-xdist hands on what it has seen."""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("poise", "features of rule packs")
    group.addoption(OPTION, metavar="DIR", help="the rule pack that the features speak of")
    group.addoption(COVERED, action="store_true", help="tell what is not exercised, line by line")


def pytest_configure(config: pytest.Config) -> None:
    named = config.getoption(OPTION)
    config.stash[PACKS] = Packs(Path(named) if named else None, config.stash.get(LOADED, None))
    config.stash[COVERAGE] = {}
    config.stash[PARTIAL] = any(SUFFIX in Path(one).name for one in config.args)
    if config.getoption(COVERED):
        from poise.gherkin.lines import LineCoverage

        config.stash[LINES] = LineCoverage()
        config.pluginmanager.register(config.stash[LINES])
    for _, module in STEPS:
        config.pluginmanager.register(module, module.__name__)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
    named = parent.config.getoption(OPTION) is not None
    if belongs(file_path, parent.session, named=named):
        return FeatureFile.from_parent(parent, path=file_path)
    return None


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items[:1]:
        item.config.stash[PARTIAL] = True


# --- what steps hand on ----------------------------------------------------------------------


@pytest.fixture
def poise_story(request: pytest.FixtureRequest) -> Story:
    """What is recorded of the patient so far: nothing yet."""
    feature = Path(request.node.stash[FEATURE].filename)
    return Story(request.config.stash[PACKS].of(feature), feature.parent)


@pytest.fixture
def poise_outcome() -> Outcome:
    """The plan; a step that draws it up has to come first."""
    raise StepError("there is no plan yet: write 'When the plan is drawn up' before this step")


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature) -> None:
    request.node.stash[FEATURE] = feature


def pytest_bdd_after_step(
    request: pytest.FixtureRequest, step: Step, step_func: Callable[..., object]
) -> None:
    """Note what the rules do in each plan that one of our steps draws up."""
    outcome = drawn(request, step, step_func)
    if outcome is not None:
        pack, known = outcome.words.pack, request.config.stash[COVERAGE]
        if pack.digest not in known:
            known[pack.digest] = Coverage.of(pack)
        known[pack.digest].visit(request.node.stash[FEATURE].filename)
        if outcome.weighed is not None:
            known[pack.digest].take(outcome.weighed, request.node.nodeid)


def pytest_bdd_after_scenario(request: pytest.FixtureRequest) -> None:
    """Let go of the plan: pytest-bdd leaves what steps hand on with pytest until the run ends."""
    manager = getattr(request.session, "_fixturemanager", None)
    for name in (STORY, OUTCOME):
        getattr(manager, "_arg2node2fixturedefs", {}).get(name, {}).pop(request.node, None)


# --- failures, as sentences ------------------------------------------------------------------


def pytest_bdd_step_error(request: pytest.FixtureRequest, scenario: Scenario, step: Step) -> None:
    request.node.stash[FAILED] = (scenario, step)


def pytest_bdd_step_func_lookup_error(
    request: pytest.FixtureRequest, scenario: Scenario, step: Step
) -> None:
    request.node.stash[FAILED] = (scenario, step)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    made = yield
    error = call.excinfo.value if call.excinfo is not None else None
    told = isinstance(error, StepError | StepDefinitionNotFoundError)
    if error is not None and told and FAILED in item.stash:
        scenario, step = item.stash[FAILED]
        made.longrepr = failure_text(scenario, step, error, item.config.rootpath)
    return made


# --- coverage --------------------------------------------------------------------------------


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    found = config.stash[COVERAGE]
    if not found or config.getoption("collectonly"):
        return
    terminalreporter.section("rules exercised", sep="-")
    most = 0 if config.getoption(COVERED) else None if config.get_verbosity() > 0 else MOST
    for coverage in found.values():
        for line in coverage.report(most if whole(config, coverage) else 0):
            terminalreporter.write_line(line)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of pytest-xdist hands on what it has seen."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        known = session.config.stash[COVERAGE]
        output[WORKER] = {digest: one.as_data() for digest, one in known.items()}


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Join what a worker of pytest-xdist has seen."""
    known = node.config.stash[COVERAGE]
    for digest, data in getattr(node, "workeroutput", {}).get(WORKER, {}).items():
        coverage = Coverage(**data)
        if digest in known:
            known[digest].join(coverage)
        else:
            known[digest] = coverage
