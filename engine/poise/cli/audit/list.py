"""`poise audit list`: one line a record."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from poise.cli.audit.common import add_store, shown_time
from poise.cli.common import add_output, write

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from poise.record.form import Record


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument("--case", metavar="REF", help="only the decisions of this case")
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    from poise.record.opening import read_store
    from poise.record.reading import of_case, records

    with read_store(options.store) as store, store.reading() as connection:
        wanted = None if options.case is None else of_case(connection, options.case)
        rows = [
            _row(connection, kept.record)
            for kept in records(connection)
            if wanted is None or kept.record.sequence in wanted
        ]
    if options.format == "json":
        write(json.dumps(rows, indent=2, ensure_ascii=False), options.output)
    else:
        write("\n".join(_line(row) for row in rows) or "no records", options.output)
    return 0


def _row(connection: Connection, record: Record) -> dict[str, Any]:
    from poise.record.reading import content

    return {
        "record": record.sequence,
        "time": record.time,
        "kind": record.kind,
        "role": record.role,
        "case": content(connection, record, "case") or "",
        "about": _about(connection, record),
    }


def _about(connection: Connection, record: Record) -> str:
    """What a record says, in a few words."""
    from poise.record.reading import content

    said = record.said
    match record.kind:
        case "decision":
            plan = content(connection, record, "plan")
            if plan is None:
                return "erased"
            return f"{plan['pack']['id']} {plan['pack']['version']}: {plan['candidacy']['because']}"
        case "feedback":
            found = content(connection, record, "feedback")
            return f"on {said['about']}: {'erased' if found is None else feedback_words(found)}"
        case "erasure":
            named = sorted({one["record"] for one in said["erases"]})
            return f"of {', '.join(map(str, named))}: {said['reason']}"
        case "upgrade":
            return f"layout {said['from']} became layout {said['to']}"
    return f"store {said['store']}"


def feedback_words(said: dict[str, str]) -> str:
    target = said["item"] or said["rule"] or "the plan"
    reason = f" ({said['reason']})" if said["reason"] else ""
    words = f": {said['words']}" if said["words"] else ""
    return f"{target} {said['outcome']}{reason}{words}"


def _line(row: dict[str, Any]) -> str:
    role = row["role"] or "-"
    case = f"{row['case']}  " if row["case"] else ""
    head = f"{row['record']:>5}  {shown_time(row['time'])}  {row['kind']:<8}  {role}"
    return f"{head}  {case}{row['about']}"
