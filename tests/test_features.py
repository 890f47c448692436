"""The features of the built-in pack, as part of the ordinary test run."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

from poise.gherkin.coverage import SEEN, Seen
from poise.gherkin.rehearsal import meanings, rehearse
from poise.gherkin.rehearsal import scenarios as all_scenarios
from poise.gherkin.runner import plugins

FEATURES = Path(__file__).parents[1] / "features"

pytest_plugins = plugins()
"""The steps; an installed Poise brings them by itself."""

scenarios(str(FEATURES))


def test_every_rule_is_exercised() -> None:
    """Each active rule fires in some scenario, does not fire in another, and is open in a third
    where it rests on a safety answer."""
    coverage = rehearse([FEATURES])["facial-balancing"]
    lacking: dict[Seen, tuple[str, ...]] = {what: coverage.missing(what) for what in SEEN}
    assert lacking == dict.fromkeys(SEEN, ())


def test_no_sentence_means_two_things() -> None:
    for name, scenario in all_scenarios([FEATURES]):
        for step in scenario.steps:
            found = [one.phrase for one in meanings(step.type, step.name)]
            assert len(found) == 1, f"{name}: '{step.name}' can be read as {found}"


def test_every_feature_says_why_it_matters() -> None:
    for name, scenario in all_scenarios([FEATURES]):
        words = scenario.feature.description.split()
        assert len(words) >= 15, f"{name}: the feature does not open with why it matters"
