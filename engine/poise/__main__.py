"""`python -m poise` is `poise`: one command, and the process ends."""

from __future__ import annotations

import gc
import sys

SELDOM = 100_000
"""So many new objects before the collector looks for circles: most of a command's live to its end,
and are looked at in vain."""


def command() -> int:
    """Run the command that the process was started for; returns its exit code."""
    gc.set_threshold(SELDOM)
    from poise.cli import main

    try:
        return main()
    finally:
        gc.freeze()  # what is left goes with the process


if __name__ == "__main__":
    sys.exit(command())
