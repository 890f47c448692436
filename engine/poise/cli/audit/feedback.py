"""`poise audit feedback`: what became of a decision."""

from __future__ import annotations

import argparse

from poise.cli.audit.common import add_role, add_store
from poise.cli.common import write


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument("record", metavar="RECORD", type=int, help="the number of the decision")
    parser.add_argument("outcome", metavar="OUTCOME", help="accepted, edited or overridden")
    parser.add_argument("--item", metavar="PRODUCT/AREA", default="", help="of one item")
    parser.add_argument("--rule", metavar="ID", default="", help="of what one rule said")
    parser.add_argument(
        "--reason",
        metavar="CODE",
        default="",
        help="why it was overridden: patient-preference, judgement, answers-wrong, rule-wrong, "
        "done-before, not-available or other",
    )
    parser.add_argument("--words", metavar="TEXT", default="", help="in your own words")
    add_role(parser, required=True)


def run(options: argparse.Namespace) -> int:
    from poise.record.feedback import answer
    from poise.record.opening import write_store

    with write_store(options.store) as store:
        kept = answer(
            store,
            options.record,
            options.outcome,
            role=options.role,
            item=options.item,
            rule=options.rule,
            reason=options.reason,
            words=options.words,
        )
    write(f"recorded as record {kept.record.sequence}", None)
    return 0
