"""How fast decisions are recorded and verified, and what faults a store survives.

`python -m benchmarks.records [KILLS]`. By the clock, since the disk is waited for, and by processor
time, since the machine may be busy with other things.
"""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import poise
from benchmarks.__main__ import EXAMPLES, ROOT, _machine
from poise.record import Store, keep, open_store, verify
from poise.record.decisions import draw, write_decision

SINGLE, TOGETHER = 300, 2_000


def main(kills: int) -> int:
    """Print the table in Markdown."""
    print(f"Measured {datetime.date.today()} on {_machine()}.\n")
    print("| what, a second | by the clock | by processor time |\n|---|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        _speed(Path(folder) / "speed.db")
        _kills(Path(folder) / "kills.db", kills)
    return 0


def _speed(path: Path) -> None:
    kept = keep(poise.load())
    drawn = draw(kept, EXAMPLES / "demo.yaml")
    with open_store(path) as store:
        with store.writing() as writing:
            write_decision(writing, drawn)

        def one_by_one() -> None:
            for _ in range(SINGLE):
                with store.writing() as writing:
                    write_decision(writing, drawn, case="A-17", role="clinician")

        def together() -> None:
            with store.writing() as writing:
                for _ in range(TOGETHER):
                    write_decision(writing, drawn, case="A-17", role="clinician")

        def small() -> None:
            with store.writing() as writing:
                for _ in range(TOGETHER):
                    writing.append("feedback", "clinician", {"feedback": b"{}"}, {"about": 1})

        _row("decisions recorded, each in a transaction of its own", SINGLE, one_by_one)
        _row("decisions recorded, many in one transaction", TOGETHER, together)
        _row("small records (feedback), many in one transaction", TOGETHER, small)
        count = SINGLE + 2 * TOGETHER + 2
        _row("records verified", count, lambda: _verified(store, count))
        size = path.stat().st_size / (SINGLE + TOGETHER)
    print(f"\nA decision on the demo takes {size / 1000:.0f} kB of the disk.\n")


def _verified(store: Store, count: int) -> None:
    verdict = verify(store)
    assert verdict.whole
    assert verdict.records == count


def _row(what: str, count: int, run: Callable[[], None]) -> None:
    began, worked = time.perf_counter(), time.process_time()
    run()
    clock, processor = time.perf_counter() - began, time.process_time() - worked
    print(f"| {what} | {count / clock:,.0f} | {count / processor:,.0f} |", flush=True)


def _kills(path: Path, kills: int) -> None:
    paths = os.pathsep.join([str(ROOT / "engine"), str(ROOT / "tests")])
    ran = subprocess.run(
        [sys.executable, "-m", "record.killing", str(path), str(kills)],
        env=os.environ | {"PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        check=True,
    )
    found = json.loads(ran.stdout)
    print(
        f"{found['killed']} writers were killed with `kill -9` while they wrote; of the "
        f"{found['records']:,} records that they said were written none was lost, and the chain "
        "held after each."
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
