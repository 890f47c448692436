"""A page for each error code, from `engine/poise/codes.yaml` and the golden cases of the tests.

What stands as the bad example is a golden case, so its answer is the one that a test checks, and
the good example is what the case changed.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from docs.generating.markup import fenced, page, prose, sentence, table
from poise.problems import CODES

ROOT = Path(__file__).resolve().parents[2]
GOLDENS = ROOT / "tests" / "goldens"
ABOUT = ROOT / "engine" / "poise" / "codes.yaml"
MADE_FROM = "`engine/poise/codes.yaml` and `tests/goldens/`"

INTRODUCTION = """\
Every mistake in a rule file or in an assessment is answered with one problem: the file, the line
and the column, a code, what is wrong, and mostly a hint. A pack with an error never loads in part;
a wrong assessment is never planned. The codes are a closed list, and each has a page."""


def error_pages() -> Mapping[str, str]:
    """Every page of `docs/errors/`, by its path below `docs/`."""
    about: dict[str, dict[str, Any]] = yaml.safe_load(ABOUT.read_text(encoding="utf-8"))
    cases = dict(_cases())
    pages = {f"errors/{code}.md": _page(code, about[code], cases) for code in CODES}
    rows = ((f"[`{code}`]({code}.md)", title) for code, title in CODES.items())
    pages["errors/README.md"] = page(
        "Error codes", MADE_FROM, INTRODUCTION, table(("code", "what it stands for"), rows)
    )
    return pages


def _cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for folder in ("pack", "extending", "assessment"):
        for path in sorted((GOLDENS / folder).glob("*.yaml")):
            yield f"{folder}/{path.stem}", yaml.safe_load(path.read_text(encoding="utf-8"))


def _page(code: str, about: Mapping[str, Any], cases: Mapping[str, Any]) -> str:
    case = cases[about["example"]]
    bad, good = _examples(about, case)
    language = about.get("shown_as", "yaml")
    return page(
        f"`{code}`: {CODES[code]}",
        MADE_FROM,
        prose(about["means"]),
        "## Wrong",
        sentence(case["says"]),
        fenced(bad, language),
        fenced(_answer(case, code), "text"),
        "## Right",
        fenced(good, language),
        "## What to do",
        prose(about["do"]),
        _others(code, about["example"], cases),
    )


def _examples(about: Mapping[str, Any], case: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong, and what is right instead."""
    if "replace" in case:
        folder = "clinic" if about["example"].startswith("extending/") else "base"
        name = case["in"].removeprefix("../pack/")
        original = GOLDENS / ("base" if name != case["in"] else folder) / name
        before = original.read_text(encoding="utf-8")
        after = before.replace(case["replace"], case["by"])
        start = before.index(case["replace"])
        around = (about.get("before", 0), about.get("after", 0))
        wrong = _lines(after, start, start + len(case["by"]), *around)
        right = _lines(before, start, start + len(case["replace"]), *around)
        return about.get("bad", wrong), about.get("good", right)
    return about.get("bad") or case["text"], about["good"]


def _lines(text: str, start: int, end: int, before: int, after: int) -> str:
    """The lines that hold a part of a text, and some before and after it."""
    first = text.count("\n", 0, start) - before
    last = text.count("\n", 0, end) + after
    return textwrap.dedent("\n".join(text.split("\n")[first : last + 1]))


def _answer(case: Mapping[str, Any], code: str) -> str:
    told = next(one for one in case["problems"] if one["code"] == code)
    head = f"{told['at']}: {code}: {told['message']}"
    return f"{head}\n    hint: {told['hint']}" if "hint" in told else head


def _others(code: str, shown: str, cases: Mapping[str, Any]) -> str:
    """The other mistakes that have this code, as golden cases know them."""
    rows = [
        (case["says"], f"`{one['message']}`".replace("``", "`"))
        for name, case in cases.items()
        if name != shown
        for one in (case.get("problems") or [])[:1]
        if one["code"] == code
    ]
    if not rows:
        return ""
    return "## Other mistakes with this code\n\n" + table(("mistake", "message"), rows)
