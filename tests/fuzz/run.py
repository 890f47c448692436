"""The long target: `python -m fuzz.run --seconds 600` (with `tests` and `engine` on the path).

Inputs come from a seeded generator. With `--atheris` they follow the coverage of the code, one
target at a time; atheris is built for some versions of Python only, and where it is not there this
says so. Every input that breaks something is written down, to be run again with `--input`.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import random
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

NAMES = ("assessment", "formula", "pack", "plan", "template", "text")
Target = Callable[[bytes], None]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=NAMES, action="append")
    parser.add_argument("--atheris", action="store_true", help="follow coverage; one target")
    parser.add_argument("--input", type=Path, help="run one input that was written down")
    options = parser.parse_args(arguments)
    names = options.target or NAMES
    if options.atheris:
        return by_coverage(names[0], options.seconds, options.seed)
    if options.input:
        targets()[names[0]](options.input.read_bytes())
        return 0
    sys.stdout.write(f"inputs come from a seeded generator ({about_atheris()})\n")
    broken = [by_chance(name, options.seconds / len(names), options.seed) for name in names]
    return 1 if any(broken) else 0


def targets() -> Mapping[str, Target]:
    """The targets, which are imported as late as this so that atheris can watch the import."""
    found: Mapping[str, Target] = importlib.import_module("fuzz.targets").TARGETS
    return found


def by_chance(name: str, seconds: float, seed: int) -> int:
    """Inputs of a seeded generator; how many broke something, each told once by its place."""
    source = random.Random(f"{name} {seed}")
    target = targets()[name]
    seen: set[str] = set()
    runs, slowest, until = 0, 0.0, time.monotonic() + seconds
    while runs == 0 or time.monotonic() < until:
        data = source.randbytes(source.choice((8, 24, 80, 400)))
        began = time.monotonic()
        try:
            target(data)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            key = f"{type(error).__name__} {last.filename}:{last.lineno}"
            if key not in seen:
                seen.add(key)
                Path(f"broken-{name}-{len(seen)}.bin").write_bytes(data)
                sys.stdout.write(f"{name}: {key}: {str(error)[:300]}\n")
        runs += 1
        slowest = max(slowest, time.monotonic() - began)
    sys.stdout.write(f"{name}: {runs} inputs, {len(seen)} broken, slowest {slowest:.2f} s\n")
    return len(seen)


def by_coverage(name: str, seconds: int, seed: int) -> int:
    """Inputs that atheris finds; it writes down what breaks, and ends the process itself."""
    if importlib.util.find_spec("atheris") is None:
        sys.stdout.write(f"{about_atheris()}; run without --atheris\n")
        return 2
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["poise"]):
        target = targets()[name]
    limits = [f"-max_total_time={seconds}", f"-seed={seed}", "-max_len=400"]
    atheris.Setup([sys.argv[0], *limits], target)
    atheris.Fuzz()
    return 0


def about_atheris() -> str:
    if importlib.util.find_spec("atheris") is not None:
        return "atheris is there: --atheris follows the coverage of one target"
    version = ".".join(map(str, sys.version_info[:2]))
    return f"atheris is not installed for Python {version}; it is not built for every one"


if __name__ == "__main__":
    raise SystemExit(main())
