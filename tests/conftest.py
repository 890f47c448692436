"""Fixtures that are shared: packs are read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import poise
from commands import Cli
from gardens import EXAMPLES, whole

settings.register_profile(  # no timed assertions on noisy machines
    "poise", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("poise")


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


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Commands in a home of their own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Cli(capsys, tmp_path)
