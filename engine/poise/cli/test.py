"""`poise test`: run a pack's features, with no Python of the pack's own."""

from __future__ import annotations

import argparse

from poise.cli.common import Failure, add_pack


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="feature files or folders")
    add_pack(parser)


def run(options: argparse.Namespace) -> int:
    try:
        from poise.gherkin.runner import run as run_features
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("poise"):
            raise
        raise Failure(
            [f"poise: running features needs '{error.name}': pip install 'poise[test]'"], 2
        ) from None
    return run_features(options.paths, options.rules)
