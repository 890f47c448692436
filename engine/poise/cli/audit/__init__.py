"""`poise audit`: what was decided, by which rules, and whether the record of it is whole."""

from __future__ import annotations

import argparse
import importlib

from poise.cli.audit.common import answering

ACTIONS = {
    "list": "list the records of a store",
    "show": "show one record, or a part of it",
    "verify": "check that nothing was altered, removed, inserted, reordered or cut off",
    "replay": "draw up recorded plans again, with the rules that were kept or with others",
    "report": "tell how often rules are overridden, by rule and version",
    "keygen": "make the keys that sign checkpoints",
    "checkpoint": "sign the end of a store, to be kept elsewhere",
    "export": "write everything as lines of JSON, to be verified without Poise",
    "feedback": "record that a plan, an item or a rule was accepted, edited or overridden",
    "erase": "erase what concerns a patient; that it was erased is recorded",
}


def configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    for name, about in ACTIONS.items():
        action = actions.add_parser(name, help=about, description=about[0].upper() + about[1:])
        importlib.import_module(f"{__name__}.{name}").configure(action)


def run(options: argparse.Namespace) -> int:
    with answering():
        return int(importlib.import_module(f"{__name__}.{options.action}").run(options))
