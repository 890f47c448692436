"""The README's first screen shows a real rule, a real scenario and a real plan."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from poise.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = re.compile(r"<!-- from:? ?(?P<source>[^>]+?) -->\n```\w+\n(?P<text>.*?)```", re.DOTALL)


def _shown(kind: str) -> tuple[str, str]:
    found = next(match for match in SHOWN.finditer(README) if kind in match["source"])
    return found["source"], found["text"]


def _words(text: str) -> str:
    """Text as one line of words, for what is wrapped elsewhere than in the README."""
    return " ".join(text.split())


def _pieces(text: str) -> list[str]:
    """What stands between the marks of something left out."""
    return [
        _words(piece) for piece in re.split(r"^\s*\.\.\.\s*$", text, flags=re.M) if piece.strip()
    ]


@pytest.mark.parametrize("kind", ["rules/", "features/"])
def test_what_is_shown_of_a_file_stands_in_it(kind: str) -> None:
    source, text = _shown(kind)
    whole = _words((ROOT / source).read_text(encoding="utf-8"))
    lines = [line for piece in _pieces(text) for line in [piece]]
    assert lines
    for piece in lines:
        for part in re.split(r" (?=\||Background:|Scenario:|because:|evidence:)", piece):
            assert part in whole, part


def test_the_plan_that_is_shown_is_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    source, text = _shown("poise plan")
    assert main(source.removeprefix("poise ").split()) == 0
    drawn = _words(capsys.readouterr().out)
    item, *reasons = re.split(r"\n(?=   \S)", text.rstrip(), maxsplit=1)
    assert _words(item) in drawn
    for reason in reasons:
        assert _words(reason) in drawn


def test_the_commands_that_it_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for verb in ("demo", "test"):
        assert f"make {verb}" in README
        assert re.search(rf"^{verb}:", makefile, re.M)
