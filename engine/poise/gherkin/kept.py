"""What a run of scenarios keeps with pytest while it lasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from pytest_bdd.parser import Feature, Scenario, Step

from poise.gherkin.coverage import Coverage
from poise.gherkin.outcome import Outcome
from poise.gherkin.packs import Packs, is_whole
from poise.gherkin.phrases import OUTCOME
from poise.pack import RulePack

if TYPE_CHECKING:
    from poise.gherkin.lines import LineCoverage

PACKS = pytest.StashKey[Packs]()
FEATURE = pytest.StashKey[Feature]()
FAILED = pytest.StashKey[tuple[Scenario, Step]]()
COVERAGE = pytest.StashKey[dict[str, Coverage]]()
"""By the digest of the pack."""
LINES: pytest.StashKey[LineCoverage] = pytest.StashKey()
LOADED = pytest.StashKey[RulePack]()
"""The pack that was named for the whole run, where it was loaded before."""
PARTIAL = pytest.StashKey[bool]()
"""Whether only some of the scenarios were asked for."""


class HandsOn:
    """A plugin of pytest's that hands on a pack, so that it is not loaded again."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[LOADED] = self._pack


def drawn(
    request: pytest.FixtureRequest, step: Step, step_func: Callable[..., object]
) -> Outcome | None:
    """What has just come of a step of ours that draws up a plan."""
    if step.type != "when" or not hasattr(step_func, "phrases"):
        return None
    outcome = request.getfixturevalue(OUTCOME)
    return outcome if isinstance(outcome, Outcome) else None


def whole(config: pytest.Config, coverage: Coverage) -> bool:
    """Whether these were all the scenarios of the features that stand where they stand."""
    return not config.stash[PARTIAL] and is_whole(coverage.features)
