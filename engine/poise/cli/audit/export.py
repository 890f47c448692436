"""`poise audit export`: everything, as lines of JSON."""

from __future__ import annotations

import argparse

from poise.cli.audit.common import add_store
from poise.cli.common import write


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument("--output", metavar="FILE", help="write there, not to the terminal")


def run(options: argparse.Namespace) -> int:
    from poise.record.exporting import export
    from poise.record.opening import read_store

    with read_store(options.store) as store:
        write("".join(export(store)), options.output)
    return 0
