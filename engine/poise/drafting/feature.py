"""The text of a feature: the scenarios of some rules, each under the rule's own title."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from poise.drafting.draft import WHEN, Draft, Drafted
from poise.drafting.given import Step
from poise.pack import RulePack

TAG = "@drafted"
WIDTH = 100
PROMISE = (
    "Drafted, and not yet read by anybody. What stands after Then is what the pack answers today: "
    "the clinical lead accepts or corrects each scenario, and then takes its tag away."
)


def feature(title: str, drafted: Iterable[Drafted]) -> str:
    """A feature of all that was drafted; deterministic."""
    lines = [f"Feature: {title}", *_wrapped(PROMISE, "  ")]
    for one in drafted:
        if one.drafts:
            lines += ["", f"  Rule: {one.rule.title}", f"    {one.rule.id}"]
            for draft in one.drafts:
                lines += ["", *scenario(draft, "    ")]
    return "\n".join(lines) + "\n"


def by_file(pack: RulePack, drafted: Iterable[Drafted]) -> Iterator[tuple[str, str, list[Drafted]]]:
    """For each file of rules the name of a feature, its title, and what it holds."""
    found: dict[str, list[Drafted]] = {}
    for one in drafted:
        if one.drafts:
            found.setdefault(pack.contents.places[one.rule.id].file, []).append(one)
    for file, listed in found.items():
        name = PurePosixPath(file)
        said = f"{name.parent.name}/{name.stem}"
        yield f"{said.replace('/', '-')}.feature", f"Drafted for {said}", listed


def scenario(draft: Draft, indent: str) -> Iterator[str]:
    """The lines of one scenario."""
    yield f"{indent}{TAG}"
    yield f"{indent}Scenario: {draft.title}"
    for number, step in enumerate(draft.given):
        yield f"{indent}  {'And' if number else 'Given'} {step.text}"
        yield from (f"{indent}    {row}" for row in _table(step))
    yield f"{indent}  When {WHEN}"
    for number, said in enumerate(draft.then):
        yield f"{indent}  {'And' if number else 'Then'} {said}"


def _table(step: Step) -> Iterator[str]:
    rows = [[cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row] for row in step.table]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"| {' | '.join(cells)} |"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
