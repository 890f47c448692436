"""Kills writers in the middle of their work: `python -m record.killing PATH COUNT`.

A child writes decisions and says so once each is recorded; the parent kills it at a moment of
chance, then looks whether everything that was said is there and the chain holds.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from poise.record import open_store, read_store, verify

PAYLOAD = b'{"words":"' + b"x" * 20_000 + b'"}'


def main(path: Path, count: int) -> dict[str, int]:
    """Returns what happened; raises AssertionError where something that was said is lost."""
    chance = random.Random(0)
    said = beyond = 0
    for _ in range(count):
        said = max(said, _killed(path, chance.random() * 0.05))
        if not path.exists() or path.stat().st_size == 0:
            continue
        with read_store(path) as store:
            verdict = verify(store)
        assert verdict.whole, verdict.faults
        assert verdict.newest is not None
        assert verdict.newest >= said, f"record {said} was lost: {verdict.newest} is the last"
        beyond += verdict.newest > said
    return {"killed": count, "records": said + 1, "kept though never said": beyond}


def _killed(path: Path, after: float) -> int:
    """Run a writer, kill it, and return the last record that it said was written."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        _write(path, into)
    os.close(into)
    with os.fdopen(out, "rb") as told:
        first = told.read(8)  # it has begun
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        numbers = first + told.read()
    whole = len(numbers) // 8 * 8
    return int.from_bytes(numbers[whole - 8 : whole], "big") if whole else 0


def _write(path: Path, into: int) -> None:
    with open_store(path) as store:
        while True:
            with store.writing() as writing:
                kept = writing.append("feedback", "", {"feedback": PAYLOAD}, {"about": 0})
            os.write(into, kept.record.sequence.to_bytes(8, "big"))


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
