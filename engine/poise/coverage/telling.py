"""How a coverage report reads: a table by file, and then what was not seen, in its place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from poise.coverage.report import Counts, FileReport, Gap, Report, Share

HEADS = ("rules", "lines", "thresholds", "edges")
LEGEND = (
    "lines: tests seen true, false and unknown, where each alone decided",
    "thresholds: values seen on both sides; edges: the nearest values on both sides",
)


def text(report: Report) -> Iterator[str]:
    """The lines of a report for a terminal."""
    names = {one.file: _shown(one.file) for one in report.files}
    rows = [(names[one.file], one.counts) for one in report.files]
    yield from _table([*rows, ("in all", report.total)], report)
    gaps = [(names[one.file], gap) for one in report.files for gap in one.gaps]
    yield from ("", *LEGEND, *_proved(report.left_out)) if gaps else ()
    for file, gap in gaps:
        place = f"{file}:{gap.at.line}:{gap.at.column}"
        yield f"{place}: {': '.join(filter(None, (gap.rule, gap.line)))}"
        yield f"    {'; '.join(gap.lacking)}"


def _proved(left_out: int | None) -> Iterator[str]:
    if left_out is None:
        yield "perhaps no assessment can show some of it: that takes pip install 'poise[solver]'"
    elif left_out:
        yield f"{left_out} more cannot be shown by any assessment, and are left out: that is proved"


def _table(rows: list[tuple[str, Counts]], report: Report) -> Iterator[str]:
    what = "every rule" if report.whole else "the rules that these scenarios are about"
    title = f"{report.pack}: {what}"
    width = max(len(title), *(len(name) for name, _ in rows))
    cells = [[_cell(one) for one in _shares(counts)] for _, counts in rows]
    columns = [max(len(head), *(len(row[i]) for row in cells)) for i, head in enumerate(HEADS)]
    heads = "  ".join(head.rjust(size) for head, size in zip(HEADS, columns, strict=True))
    yield f"{title.ljust(width)}  {heads}"
    for (name, _), row in zip(rows, cells, strict=True):
        shares = "  ".join(cell.rjust(size) for cell, size in zip(row, columns, strict=True))
        yield f"{name.ljust(width)}  {shares}"


def _shares(counts: Counts) -> list[Share]:
    return [getattr(counts, one.name) for one in fields(counts)]


def _cell(share: Share) -> str:
    return f"{share.seen}/{share.of} {share.percent:3}%" if share.of else "-"


def _shown(file: str) -> str:
    """A path from here, where it lies below."""
    if not os.path.isabs(file):
        return file
    from_here = os.path.relpath(file)
    return file if from_here.startswith("..") else from_here


def data(report: Report) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "pack": report.pack,
        "whole": report.whole,
        "proved_impossible": report.left_out,
        "total": _counts(report.total),
        "files": [_file(one) for one in report.files],
    }


def _file(one: FileReport) -> dict[str, Any]:
    return {
        "file": _shown(one.file),
        **_counts(one.counts),
        "gaps": [_gap(gap) for gap in one.gaps],
    }


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        one.name: {"seen": share.seen, "of": share.of}
        for one, share in zip(fields(counts), _shares(counts), strict=True)
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "line": gap.at.line,
        "column": gap.at.column,
        "rule": gap.rule,
        "test": gap.line or None,
        "lacking": list(gap.lacking),
    }
