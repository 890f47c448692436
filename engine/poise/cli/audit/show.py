"""`poise audit show`: one record, with what stands beside it."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from poise.cli.audit.common import add_store, shown_time
from poise.cli.audit.list import feedback_words
from poise.cli.common import add_output, write

if TYPE_CHECKING:
    from poise.record.beside import Erased
    from poise.record.store import Kept

PARTS = ("assessment", "plan", "case", "feedback", "words")


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument("record", metavar="RECORD", type=int, help="its number")
    parser.add_argument("--part", choices=PARTS, help="only this part, as JSON")
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    from poise.record.errors import RecordError
    from poise.record.opening import read_store
    from poise.record.reading import content, erased, find, records

    with read_store(options.store) as store, store.reading() as connection:
        kept = find(connection, options.record)
        parts = {part: content(connection, kept.record, part) for part in kept.record.parts}
        gone = erased(connection)
        answers = [
            (one.record.sequence, content(connection, one.record, "feedback"))
            for one in records(connection)
            if one.record.kind == "feedback" and one.record.said["about"] == options.record
        ]
    if options.part:
        if parts.get(options.part) is None:
            what = gone.get((options.record, options.part))
            raise RecordError(str(what or f"record {options.record} has no {options.part}"))
        write(json.dumps(parts[options.part], indent=2, ensure_ascii=False), options.output)
    elif options.format == "json":
        data = {"digest": kept.digest, "record": json.loads(kept.record.body()), "beside": parts}
        write(json.dumps(data, indent=2, ensure_ascii=False), options.output)
    else:
        write("\n".join(_lines(kept, parts, gone, answers)), options.output)
    return 0


def _lines(
    kept: Kept, parts: dict[str, Any], gone: Erased, answers: list[tuple[int, Any]]
) -> Iterator[str]:
    record = kept.record
    yield f"record {record.sequence}: {record.kind}, {shown_time(record.time)}"
    yield f"  digest      {kept.digest}"
    yield f"  before it   {record.previous}"
    yield f"  role        {record.role or 'not said'}"
    if record.kind == "decision":
        yield from _decision(record.said)
    else:
        for name, value in record.said.items():
            yield f"  {name:<11} {json.dumps(value, ensure_ascii=False)}"
    for name, value in sorted(parts.items()):
        told = "erased, or missing" if value is None else _part(name, value)
        yield f"  {name:<11} {told}"
    for one in dict.fromkeys(gone[key] for key in gone if key[0] == record.sequence):
        yield f"  {one}"
    for sequence, said in answers:
        told = "erased" if said is None else feedback_words(said)
        yield f"  answer      record {sequence}: {told}"


def _decision(said: Any) -> Iterator[str]:
    pack, engine = said["pack"], said["engine"]
    agreed = {True: "agreed", False: "differed", None: "one alone"}[engine["agreed"]]
    yield f"  pack        {pack['id']} {pack['version']}, digest {pack['digest']}"
    yield f"  files       kept as {pack['files']}"
    yield f"  clinic      {said['clinic'] or 'none'}"
    yield f"  engine      {engine['version']}: {', '.join(engine['engines'])}; {agreed}"
    yield f"  retained    {'until ' + said['retain_until'] if said['retain_until'] else 'not said'}"


def _part(name: str, value: Any) -> str:
    if name == "assessment":
        return f"of {value['date']}, {len(value) - 1} answers"
    if name == "plan":
        items = [f"{one['label']}: {one['status']}" for one in value["items"]]
        listed = "".join(f"\n                {one}" for one in items)
        return f"{value['plan_id']}: {value['candidacy']['because']}{listed}"
    return feedback_words(value) if name == "feedback" else str(value)
