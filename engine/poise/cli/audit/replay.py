"""`poise audit replay`: recorded plans, drawn up again."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from poise.cli.audit.common import add_store
from poise.cli.common import add_output, add_pack, read_pack, write
from poise.version import VERSION

if TYPE_CHECKING:
    from poise.record.replay import Replay

SHOWN = 20


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument(
        "record", metavar="RECORD", type=int, nargs="?", help="its number (default: all decisions)"
    )
    add_pack(parser)
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    from poise.record.opening import read_store
    from poise.record.replay import replay, replay_all

    rules = None if options.rules is None else read_pack(options)
    with read_store(options.store) as store:
        if options.record is None:
            found = list(replay_all(store, rules))
        else:
            found = [replay(store, options.record, rules)]
    if options.format == "json":
        data = [asdict(one) | {"engine_now": VERSION} for one in found]
        write(json.dumps(data, indent=2, ensure_ascii=False), options.output)
    else:
        lines = [line for one in found for line in _lines(one, other_rules=rules is not None)]
        write("\n".join([*lines, _summary(found)]), options.output)
    differs = any(not one.same and not one.gone for one in found)
    return 1 if differs and rules is None else 0


def _lines(one: Replay, *, other_rules: bool) -> Iterator[str]:
    head = f"record {one.sequence}"
    if one.gone:
        yield f"{head}: erased, nothing to draw up"
        return
    if one.same:
        yield f"{head}: the same bytes"
        return
    version = f"recorded with Poise {one.engine}, drawn up with {VERSION}"
    how = f"with the pack {one.pack[:12]}" if other_rules else version
    if one.trouble:
        yield f"{head}: cannot be drawn up {how}: {one.trouble}"
        return
    yield f"{head}: differs, {how}"
    for difference in one.differences[:SHOWN]:
        yield f"  {difference}"
    if len(one.differences) > SHOWN:
        yield f"  and {len(one.differences) - SHOWN} more"


def _summary(found: list[Replay]) -> str:
    gone = sum(one.gone for one in found)
    same = sum(one.same for one in found)
    erased = f"; {gone} erased" if gone else ""
    return f"{same} of {len(found) - gone} the same{erased}"
