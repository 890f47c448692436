"""Commands as tests run them: in this process, and in one of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import poise
from gardens import GARDEN
from poise.cli import main

ENVIRONMENT = {"PYTHONPATH": str(Path(poise.__file__).parents[1]), "POISE_KEEP": "no"}
"""For a process of its own: this engine, and nothing kept."""
PALE = """\
title: A pale lawn
date: 2026-06-15
lawn.pale: yes
soil.dryness: marked
hedge.gaps: {both: none}
goals: [green]
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Cli:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self._folder = folder

    def file(self, text: str, name: str = "pale.yaml") -> str:
        path = self._folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def __call__(self, *arguments: str) -> Ran:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Ran(code, *self._capsys.readouterr())

    def on_garden(self, command: str, *arguments: str) -> Ran:
        return self(command, *arguments, "--rules", str(GARDEN))


def run(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "poise", *arguments],
        input=stdin,
        capture_output=True,
        env=os.environ | ENVIRONMENT | environment,
        check=False,
        timeout=60,
    )
