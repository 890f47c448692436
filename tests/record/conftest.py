"""A store that is made once, and a copy of it for every test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from record.stores import grow


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with every kind of record; not to be changed."""
    return grow(tmp_path_factory.mktemp("grown") / "store.db")


@pytest.fixture
def store_path(grown: Path, tmp_path: Path) -> Path:
    """A store of one's own, with every kind of record."""
    return Path(shutil.copy(grown, tmp_path / "store.db"))
