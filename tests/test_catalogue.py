"""The outside catalogue: every id is carried by an active rule, or its absence has a reason."""

from __future__ import annotations

import re

import pytest

import poise
from gardens import REPOSITORY

NOT_ENCODED = REPOSITORY / "docs" / "explanation" / "not-encoded.md"
CATALOGUE = [
    *(f"SR-{number:02}" for number in range(1, 51)),
    *(f"PP-{number}" for number in range(1, 13)),
    *(f"SQ-{number}" for number in range(1, 12)),
    *(f"CAP-{number}" for number in range(1, 8)),
]


@pytest.fixture(scope="module")
def carried(default_pack: poise.RulePack) -> set[str]:
    """Every catalogue id that an active rule carries."""
    return {
        name for rule in default_pack.rules if rule.stage == "active" for name in rule.catalogue
    }


@pytest.fixture(scope="module")
def explained() -> set[str]:
    """Every id that stands in the first column of a table of what is not encoded."""
    rows = re.findall(r"^\| ([A-Z]+-\d+(?:, [A-Z]+-\d+)*) \|", NOT_ENCODED.read_text("utf-8"), re.M)
    return {name for row in rows for name in row.split(", ")}


@pytest.mark.parametrize("name", CATALOGUE)
def test_an_id_is_carried_by_a_rule_or_its_absence_is_explained(
    name: str, carried: set[str], explained: set[str]
) -> None:
    assert name in carried | explained


def test_no_rule_carries_an_id_that_the_catalogue_does_not_have(carried: set[str]) -> None:
    assert carried <= set(CATALOGUE)


def test_what_is_explained_is_an_id_of_the_catalogue_or_a_contested_topic(
    explained: set[str],
) -> None:
    contested = {f"CT-{number}" for number in range(1, 32)}
    assert explained <= set(CATALOGUE) | contested


def test_a_safety_rule_of_the_catalogue_restricts_refers_or_says_something(
    default_pack: poise.RulePack,
) -> None:
    """An id on a rule that only concludes or orders would cover nothing."""
    does: dict[str, set[str]] = {}
    for rule in default_pack.rules:
        for name in rule.catalogue:
            does.setdefault(name, set()).update(verb.word for verb in rule.verbs())
    telling = {"avoid", "caution", "require", "defer", "exclude", "ceiling", "refer", "consider"}
    for name in (one for one in does if one.startswith("SR-")):
        assert does[name] & telling, name
