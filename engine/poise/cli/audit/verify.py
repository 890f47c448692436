"""`poise audit verify`: is the store what was written?"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from poise.cli.audit.common import add_store, shown_time
from poise.cli.common import Failure, add_output, write

if TYPE_CHECKING:
    from poise.record.checkpoints import Checkpoint
    from poise.record.verify import Verdict

SHOWN = 10


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    parser.add_argument(
        "--checkpoint",
        metavar="FILE",
        action="append",
        default=[],
        help="a checkpoint that was kept elsewhere; may be given again",
    )
    parser.add_argument("--public-key", metavar="FILE", help="the key that signed the checkpoints")
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    from poise.record.opening import read_store
    from poise.record.verify import verify

    checkpoints = _checkpoints(options)
    with read_store(options.store) as store:
        verdict = verify(store, checkpoints)
    if options.format == "json":
        data = asdict(verdict) | {"whole": verdict.whole}
        data["checkpoints"] = [json.loads(one.to_json()) for one in checkpoints]
        write(json.dumps(data, indent=2, ensure_ascii=False), options.output)
    else:
        write("\n".join(_lines(verdict)), options.output)
    return 0 if verdict.whole else 1


def _checkpoints(options: argparse.Namespace) -> list[Checkpoint]:
    from poise.record.checkpoints import read_checkpoint, read_public

    if not options.checkpoint:
        return []
    if options.public_key is None:
        told = "a checkpoint proves nothing without the key: give --public-key as well"
        raise Failure([f"poise: {told}"], 2)
    key = read_public(Path(options.public_key))
    return [read_checkpoint(Path(one), key) for one in options.checkpoint]


def _lines(verdict: Verdict) -> Iterator[str]:
    for fault in verdict.faults[:SHOWN]:
        yield str(fault)
    if len(verdict.faults) > SHOWN:
        yield f"and {len(verdict.faults) - SHOWN} more"
    yield from map(str, verdict.erased)
    yield from (f"note: {one}" for one in verdict.notes)
    count = "1 record" if verdict.records == 1 else f"{verdict.records} records"
    if not verdict.whole:
        yield f"not whole: {count} read, {len(verdict.faults)} not as written"
        return
    yield f"whole: {count}, the last with the digest {verdict.digest}"
    for one in verdict.checkpoints:
        yield f"agrees with the checkpoint of {shown_time(one.time)} at record {one.sequence}"
    newest = max((one.sequence for one in verdict.checkpoints), default=None)
    if newest is None:
        yield "without a checkpoint, a cut or rewritten end would not be seen"
    elif newest != verdict.newest:
        yield f"after record {newest}, a cut or rewritten end would not be seen"
