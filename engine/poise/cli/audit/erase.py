"""`poise audit erase`: what concerns a patient is erased, and that it was is recorded."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from poise.cli.audit.common import add_role, add_store
from poise.cli.common import Failure, write

if TYPE_CHECKING:
    from poise.record.store import Kept, Store


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    about = parser.add_mutually_exclusive_group(required=True)
    about.add_argument("--record", metavar="NUMBER", type=int, help="one decision")
    about.add_argument("--case", metavar="REF", help="every decision of a case")
    about.add_argument(
        "--due", action="store_true", help="every decision whose retention date has passed"
    )
    parser.add_argument(
        "--reason",
        metavar="CODE",
        help="why: patient-request, retention-ended, recorded-wrongly or ordered",
    )
    parser.add_argument("--words", metavar="TEXT", default="", help="why, in your own words")
    add_role(parser, required=True)


def run(options: argparse.Namespace) -> int:
    from poise.record.opening import write_store

    if options.reason is None and not options.due:
        raise Failure(["poise: say why with --reason"], 2)
    with write_store(options.store) as store:
        kept = _erase(store, options)
    count = len({one["record"] for one in kept.record.said["erases"]})
    what = "1 record" if count == 1 else f"{count} records"
    write(f"erased what stood beside {what}; recorded as record {kept.record.sequence}", None)
    return 0


def _erase(store: Store, options: argparse.Namespace) -> Kept:
    from poise.record.erasure import erase_case, erase_decision, erase_due

    role, reason, words = options.role, options.reason, options.words
    if options.due:
        return erase_due(store, store.clock().date(), role=role, words=words)
    if options.case is not None:
        return erase_case(store, options.case, role=role, reason=reason, words=words)
    return erase_decision(store, options.record, role=role, reason=reason, words=words)
