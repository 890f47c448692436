"""`poise audit keygen`: a pair of keys for checkpoints."""

from __future__ import annotations

import argparse
from pathlib import Path

from poise.cli.common import write


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--private", metavar="FILE", required=True, help="where the signing key is written"
    )
    parser.add_argument(
        "--public", metavar="FILE", required=True, help="where the key that verifies is written"
    )


def run(options: argparse.Namespace) -> int:
    from poise.record.checkpoints import make_keys

    name = make_keys(Path(options.private), Path(options.public))
    write(
        f"key {name}\n"
        f"keep {options.private} where nobody who can write the store can read it; "
        f"give {options.public} to whoever verifies",
        None,
    )
    return 0
