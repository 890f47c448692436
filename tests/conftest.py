"""Fixtures that are shared: packs are read once."""

from __future__ import annotations

import pytest

import poise
from gardens import EXAMPLES, whole


@pytest.fixture(scope="session")
def garden() -> poise.RulePack:
    """The made-up pack, whole."""
    return whole()


@pytest.fixture(scope="session")
def default_pack() -> poise.RulePack:
    """The built-in pack."""
    return poise.load()


@pytest.fixture(scope="session")
def example_plans(default_pack: poise.RulePack) -> dict[str, poise.Plan]:
    """A plan of every example assessment, by its file's name."""
    return {path.stem: default_pack.plan(path) for path in EXAMPLES}
