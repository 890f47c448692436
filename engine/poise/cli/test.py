"""`poise test`: run a pack's features, with no Python of the pack's own."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from typing import TYPE_CHECKING, Any

from poise.cli.common import Failure, add_output, add_pack, missing, write

if TYPE_CHECKING:
    from poise.coverage.report import Report


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="feature files or folders")
    add_pack(parser)
    parser.add_argument(
        "--coverage",
        action="store_true",
        help="tell which rules, test lines and thresholds the scenarios do not exercise",
    )
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    try:
        from poise.gherkin.runner import run as run_features
    except ModuleNotFoundError as error:
        raise missing(error, "running features needs", "test") from None
    if not options.coverage:
        if options.format != "text" or options.output is not None:
            raise Failure(["poise: --format and --output go with --coverage"], 2)
        return run_features(options.paths, options.rules)
    told = _Told()
    aside = sys.stderr if options.format == "json" and options.output is None else sys.stdout
    with contextlib.redirect_stdout(aside):
        extra = ("--poise-coverage",)
        code = run_features(options.paths, options.rules, extra=extra, listeners=(told,))
    if told.reports and (options.format == "json" or options.output is not None):
        write(_written(told.reports, options.format), options.output)
    return code


class _Told:
    """A plugin of pytest's that keeps what is told of coverage."""

    def __init__(self) -> None:
        self.reports: tuple[Report, ...] = ()

    def pytest_unconfigure(self, config: Any) -> None:
        from poise.gherkin.kept import LINES

        if LINES in config.stash:
            self.reports = config.stash[LINES].reports


def _written(reports: tuple[Report, ...], form: str) -> str:
    from poise.coverage.telling import data, text

    if form == "json":
        return json.dumps([data(one) for one in reports], indent=2, ensure_ascii=False)
    return "\n".join(line for one in reports for line in text(one))
