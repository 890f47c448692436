"""The command line: one module a command, each thin.

Exit codes: 0 done; 1 problems in the pack or the assessment (nothing planned), or in a store of
records; 2 usage; 3 the two engines disagree.
"""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence

from poise.version import VERSION

COMMANDS = {
    "plan": "draw up and explain a plan for an assessment",
    "why": "show the whole trace of a decision",
    "why-not": "show why an item is not suggested, or a rule did not hold",
    "what-if": "show the smallest change of recorded values that would change a decision",
    "questions": "show what is undecided, and what each answer would do",
    "check": "tell every problem of a rule pack",
    "schema": "print a JSON Schema: assessment, rules or plan",
    "diff": "show what an edit of a pack changes, in words and in plans",
    "sign-off": "sign a pack or some of its rules off, or show who did",
    "test": "run a pack's features",
    "mutate": "tell which changes of a pack's rules its features would not notice",
    "scenarios": "draft scenarios for rules, for the clinical lead to accept or correct",
    "docs": "write a pack and its scenarios as linked pages",
    "audit": "list, verify, replay and report recorded decisions",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser(given)
    options = parser.parse_args(given)
    from poise.cli.common import Failure  # not for '--help', which needs nothing of the pack

    if isinstance(sys.stdout, io.TextIOWrapper):
        # Never "?" for a letter that the terminal lacks: it would read as the mark of "on hold".
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except Failure as failure:
        for line in failure.lines:
            print(line, file=sys.stderr)
        return failure.code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="poise",
        description="Treatment decision support from declarative rules, with complete "
        "explanations. For licensed clinicians; never an order.",
    )
    parser.add_argument("--version", action="version", version=f"poise {VERSION}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    chosen = next((word for word in given if word in COMMANDS), "")
    for name, about in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about[0].upper() + about[1:])
        if name == chosen:
            module = importlib.import_module(f"poise.cli.{name.replace('-', '_')}")
            module.configure(command)
            command.set_defaults(run=module.run)
    return parser


__all__ = ["COMMANDS", "main"]
