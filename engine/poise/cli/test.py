"""`poise test`: run a pack's features, with no Python of the pack's own."""

from __future__ import annotations

import argparse

from poise.cli.common import add_pack, missing


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="feature files or folders")
    add_pack(parser)


def run(options: argparse.Namespace) -> int:
    try:
        from poise.gherkin.runner import run as run_features
    except ModuleNotFoundError as error:
        raise missing(error, "running features needs", "test") from None
    return run_features(options.paths, options.rules)
