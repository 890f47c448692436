"""What commands share: reading input, writing output, and failing in one clear way."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from poise.assessment import Assessment
from poise.cli.kept import load_kept
from poise.engines import CASE
from poise.loading import PackError
from poise.pack import AssessmentError, RulePack
from poise.placed import Block
from poise.problems import Collector, Problem
from poise.source import parse_bytes, read


class Failure(Exception):  # noqa: N818 - it is how a command ends, not what went wrong
    """Ends a command: what to print on standard error, and the exit code."""

    def __init__(self, lines: Iterable[str], code: int) -> None:
        super().__init__()
        self.lines = tuple(lines)
        self.code = code


def missing(error: ModuleNotFoundError, what: str, extra: str) -> Failure:
    """How a command ends where an extra is not installed; a fault of our own is raised again."""
    if error.name is None or error.name.startswith("poise"):
        raise error
    return Failure([f"poise: {what} '{error.name}': pip install 'poise[{extra}]'"], 1)


def day(written: str) -> datetime.date:
    """A day as an option gives it."""
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{written}' is not a day such as 2026-11-22") from None


def add_as_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=day,
        default=datetime.date.today(),
        help="the day from which check and review dates are seen (default: today)",
    )


def add_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--rules", metavar="DIR", help="the pack's folder (default: the built-in pack)"
    )


def add_assessment(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="an assessment, YAML or JSON; - reads stdin")
    add_pack(parser)
    parser.add_argument("--clinic", metavar="FILE", help="the clinic's own facts (setting.*)")


def add_output(parser: argparse.ArgumentParser, formats: tuple[str, ...]) -> None:
    parser.add_argument(
        "--format", choices=formats, default=formats[0], help=f"default: {formats[0]}"
    )
    parser.add_argument("--output", metavar="FILE", help="write there, not to the terminal")


def read_pack(options: argparse.Namespace) -> RulePack:
    try:
        return load_kept(options.rules)
    except PackError as error:
        raise Failure(told(error.problems, "pack"), 1) from None


def read_case(options: argparse.Namespace) -> tuple[RulePack, Assessment]:
    """The pack and the assessment, or all that is wrong with either."""
    pack = read_pack(options)
    try:
        return pack, pack.read_assessment(given(options.file), options.clinic)
    except AssessmentError as error:
        raise Failure(told(error.problems, "assessment"), 1) from None


def given(file: str) -> Any:
    """What a file or standard input holds; of a saved case, its assessment."""
    problems = Collector()
    if file == "-":
        value = parse_bytes(sys.stdin.buffer.read(), "standard input", problems)
    else:
        value = read(Path(file), file, problems)
    if value is None:
        raise AssessmentError(problems.sorted())
    if isinstance(value, Block) and value.get("schema") == CASE:
        return value.get("assessment", value)
    return value


def told(problems: Iterable[Problem], what: str) -> list[str]:
    """Problems with a closing line."""
    listed = list(problems)
    count = len(listed)
    noun = "problem" if count == 1 else "problems"
    nothing = {"pack": "nothing was loaded", "assessment": "nothing was planned"}[what]
    return [*map(str, listed), f"{count} {noun} in the {what}: {nothing}"]


def write(text: str, output: str | None) -> None:
    """To a file, or to standard output."""
    ended = text if text.endswith("\n") else f"{text}\n"
    if output is None:
        sys.stdout.write(ended)
    else:
        write_bytes(ended.encode(), output)


def write_bytes(data: bytes, output: str) -> None:
    """To a file, as it is."""
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise Failure([f"poise: '{output}': {reason}"], 2) from None
