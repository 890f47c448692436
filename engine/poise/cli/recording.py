"""Recording a plan as it is drawn up."""

from __future__ import annotations

import argparse
import sys

from poise.assessment import Assessment
from poise.cli.audit.common import add_role, answering
from poise.cli.common import Failure, day, given, read_pack, told
from poise.pack import AssessmentError, RulePack
from poise.plan import Plan


def add_record(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--record", metavar="STORE", help="record the decision in this file")
    parser.add_argument(
        "--case", metavar="REF", default="", help="your own reference to the case, never a name"
    )
    add_role(parser, required=False)
    parser.add_argument(
        "--retain-until", metavar="DATE", type=day, help="until when the record has to be kept"
    )


def wants_record(options: argparse.Namespace) -> bool:
    if options.record is None and (options.case or options.role or options.retain_until):
        raise Failure(["poise: --case, --role and --retain-until need --record"], 2)
    return options.record is not None


def recorded(options: argparse.Namespace) -> tuple[RulePack, Assessment, Plan]:
    """Draw up a plan and record it; where it cannot be recorded there is none."""
    with answering():
        from poise.record import decide, keep, open_store

        pack = read_pack(options)
        kept = keep(pack, options.rules)
        try:
            with open_store(options.record) as store:
                decided = decide(
                    store,
                    kept,
                    given(options.file),
                    options.clinic,
                    case=options.case,
                    role=options.role,
                    retain_until=options.retain_until,
                )
        except AssessmentError as error:
            raise Failure(told(error.problems, "assessment"), 1) from None
    sequence, digest = decided.record.record.sequence, decided.record.digest
    print(f"recorded in {options.record} as record {sequence} ({digest})", file=sys.stderr)
    return pack, decided.drawn.read, decided.plan
