"""`poise audit checkpoint`: the end of a store, signed."""

from __future__ import annotations

import argparse
from pathlib import Path

from poise.cli.audit.common import add_store
from poise.cli.common import write


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument("--key", metavar="FILE", required=True, help="the private key")
    parser.add_argument("--output", metavar="FILE", help="write there, not to the terminal")


def run(options: argparse.Namespace) -> int:
    from poise.record.checkpoints import read_private
    from poise.record.opening import read_store
    from poise.record.verify import checkpoint

    key = read_private(Path(options.key))
    with read_store(options.store) as store:
        write(checkpoint(store, key).to_json(), options.output)
    return 0
