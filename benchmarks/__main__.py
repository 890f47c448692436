"""One command, one table: load, plan, whole commands, memory, growth.

Everything runs in this process, blocks alternating, except whole commands, each its own process.
Times are processor time; read the ratios more than the milliseconds.
"""

from __future__ import annotations

import datetime
import gc
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import poise
from benchmarks import grown
from poise.rete import SecondEngineLimit
from poise.situation import situate

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples" / "assessments"
PROCESSES = 11
SIZES = (30, 120, 480, 1000, 2000)


def main() -> int:
    """Print the table in Markdown."""
    print(f"Measured {datetime.date.today()} on {_machine()}. Processor time; medians.\n")
    print("| what | median | 99th percentile | of the evaluator |\n|---|--:|--:|--:|")
    _default_pack()
    print("\n| rules | load | evaluate | plan, evaluator | second engine | plan, both |")
    print("|--:|--:|--:|--:|--:|--:|")
    for size in SIZES:
        _grown_pack(size)
    print(f"\nResident memory at its highest: {_highest_memory():.0f} MB.")
    return 0


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


def _default_pack() -> None:
    _row("load the default pack", _times(poise.load, 7), None)
    pack = poise.load()
    for name in ("demo", "half-filled"):
        assessment = pack.read_assessment(EXAMPLES / f"{name}.yaml")
        forms: dict[str, Callable[[], object]] = {
            "evaluate": lambda a=assessment: situate(pack.model, a),
            "plan, evaluator": lambda a=assessment: pack.plan_by_evaluator(a),
            "plan, both engines": lambda a=assessment: pack.plan(a),
            "plan, both, and JSON": lambda a=assessment: pack.plan(a).to_json(),
        }
        measured = _alternating(forms, 40)
        reference = statistics.median(measured["plan, evaluator"])
        for what, times in measured.items():
            _row(f"{name}: {what}", times, reference)
    _whole_processes()
    _memory_of_plans(pack)


def _whole_processes() -> None:
    """Whole commands, a round each in turn; the pack that is edited has a rule file saved anew."""
    with tempfile.TemporaryDirectory() as folder:
        rules = shutil.copytree(ROOT / "rules", Path(folder) / "rules")
        edited = next((rules / "safety").glob("*.yaml"))
        forms = {
            "`poise plan` on the demo": ["plan", str(EXAMPLES / "demo.yaml")],
            "`poise check --quick`, nothing edited": ["check", "--quick"],
            "`poise check --quick`, one file edited": ["check", "--quick", "--rules", str(rules)],
        }
        found: dict[str, list[float]] = {name: [] for name in forms}
        for number in range(PROCESSES + 1):
            edited.write_text(f"{edited.read_text()}# {number}\n")
            for name, arguments in forms.items():
                found[name].append(_process(arguments))
        for name, times in found.items():
            _row(f"{name}, whole process", times[1:], None)


def _row(what: str, times: list[float], reference: float | None) -> None:
    ordered = sorted(times)
    last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    median = statistics.median(ordered)
    ratio = "" if reference is None else f"{median / reference:.2f}"
    print(f"| {what} | {median * 1000:.1f} ms | {last * 1000:.1f} ms | {ratio} |")


def _times(run: Callable[[], object], count: int) -> list[float]:
    found = []
    for _ in range(count):
        gc.collect()
        began = time.process_time()
        run()
        found.append(time.process_time() - began)
    return found


def _alternating(forms: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Each form once a round, so that a noisy moment touches all alike."""
    found: dict[str, list[float]] = {name: [] for name in forms}
    for run in forms.values():
        run()
    for _ in range(rounds):
        for name, run in forms.items():
            found[name] += _times(run, 1)
    return found


def _process(arguments: list[str]) -> float:
    """Processor time of a whole command, imports included; Python may keep its bytecode."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "poise", *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        env=environment,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _memory_of_plans(pack: poise.RulePack) -> None:
    assessment = pack.read_assessment(EXAMPLES / "demo.yaml")
    for _ in range(50):
        pack.plan(assessment)
    before = _resident()
    for _ in range(500):
        pack.plan(assessment)
    grown_by = (_resident() - before) / 1e6
    print(f"| resident memory after 500 more plans | {grown_by:+.1f} MB | | |")


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def _highest_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _grown_pack(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        answers = grown.write(Path(folder), size)
        try:
            loading = _times(lambda: poise.load(folder), 3)
            pack = poise.load(folder)
        except (poise.PackError, SecondEngineLimit) as error:
            print(f"| {size} | {str(error).splitlines()[0][:80]} | | | | |")
            return
        assessment = pack.read_assessment(answers)
        situation = situate(pack.model, assessment)
        forms: dict[str, Callable[[], object]] = {
            "evaluate": lambda: situate(pack.model, assessment),
            "alone": lambda: pack.plan_by_evaluator(assessment),
            "both": lambda: pack.plan(assessment),
        }
        network = pack.network
        if network is not None:
            forms["second"] = lambda: network.derive(situation.states, assessment.date)
        times = {name: statistics.median(one) for name, one in _alternating(forms, 9).items()}
        cells = [statistics.median(loading), times["evaluate"], times["alone"]]
        cells += [times.get("second", 0.0), times["both"]]
        print(f"| {size} | " + " | ".join(f"{one * 1000:.1f} ms" for one in cells) + " |")


if __name__ == "__main__":
    sys.exit(main())
