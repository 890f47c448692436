"""The long target: `python -m fuzz.run --seconds 600` (with `tests` and `engine` on the path).

With atheris, which is built for some versions of Python only, inputs follow the coverage of the
code (`--atheris`, one target at a time). Without it they come from a seeded generator, which says
so; every input that breaks something is written down to be run again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from fuzz.targets import TARGETS


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for all targets together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=sorted(TARGETS), action="append")
    parser.add_argument("--atheris", action="store_true", help="follow coverage; one target")
    parser.add_argument("--input", type=Path, help="run one input that was written down")
    options = parser.parse_args(arguments)
    targets = options.target or sorted(TARGETS)
    if options.input:
        TARGETS[targets[0]](options.input.read_bytes())
        return 0
    if options.atheris:
        return by_coverage(TARGETS[targets[0]], options.seconds, options.seed)
    broken = 0
    for name in targets:
        broken += by_chance(name, options.seconds / len(targets), options.seed)
    return 1 if broken else 0


def by_chance(name: str, seconds: float, seed: int) -> int:
    """Inputs of a seeded generator; how many broke something, each told once by its place."""
    source = random.Random(f"{name} {seed}")
    seen: set[str] = set()
    runs, slowest, until = 0, 0.0, time.monotonic() + seconds
    while time.monotonic() < until:
        data = source.randbytes(source.choice((8, 24, 80, 400)))
        began = time.monotonic()
        try:
            TARGETS[name](data)
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            key = f"{type(error).__name__} {frames[-1].filename}:{frames[-1].lineno}"
            if key not in seen:
                seen.add(key)
                Path(f"broken-{name}-{len(seen)}.bin").write_bytes(data)
                sys.stdout.write(f"{name}: {key}: {str(error)[:300]}\n")
        runs += 1
        slowest = max(slowest, time.monotonic() - began)
    sys.stdout.write(f"{name}: {runs} inputs, {len(seen)} broken, slowest {slowest:.2f} s\n")
    return len(seen)


def by_coverage(target: Callable[[bytes], None], seconds: int, seed: int) -> int:
    try:
        import atheris
    except ImportError:
        version = ".".join(map(str, sys.version_info[:2]))
        sys.stdout.write(f"atheris is not there for Python {version}; run without --atheris\n")
        return 2
    atheris.instrument_all()
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", f"-seed={seed}", "-max_len=400"], target
    )
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
