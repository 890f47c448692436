"""`poise check`: every problem of a pack at once, those that only a solver finds among them."""

from __future__ import annotations

import argparse
import datetime
import json
from collections import Counter
from contextlib import suppress
from functools import partial
from pathlib import Path

from poise.check.lints import Exercise, lint
from poise.cli.clean import clean
from poise.cli.common import add_as_of, add_output, add_pack, missing, write
from poise.cli.kept import load_kept_or_problems
from poise.cli.watching import saves
from poise.loading import default_folder
from poise.pack import RulePack
from poise.problems import Problem


def configure(parser: argparse.ArgumentParser) -> None:
    add_pack(parser)
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    parser.add_argument("--quick", action="store_true", help="without the solver and the scenarios")
    add_as_of(parser)
    parser.add_argument(
        "--watch", action="store_true", help="check again at every save, until interrupted"
    )
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    if not options.watch:
        return _check(options)
    folder = default_folder() if options.rules is None else Path(options.rules)
    with suppress(KeyboardInterrupt):
        for _ in saves(folder):
            _check(options)
            print(f"-- {datetime.datetime.now().astimezone():%H:%M:%S}", flush=True)
    return 0


def _check(options: argparse.Namespace) -> int:
    pack, problems = load_kept_or_problems(options.rules)
    if pack is not None:
        if options.quick:
            found = lint(pack.contents, options.as_of)
        else:
            exercise, proved = _thought_through(pack, options.rules)
            found = lint(pack.contents, options.as_of, exercise) + proved
        problems = tuple(sorted((*problems, *found)))
    counts = ("error", "warning") if options.strict else ("error",)
    counted = [one for one in problems if one.severity in counts]
    if options.format == "json":
        data = {"ok": not counted, "problems": [one.as_json() for one in problems]}
        write(json.dumps(data, indent=2, ensure_ascii=False), options.output)
    else:
        lines = [_line(one) for one in problems]
        lines.append(_summary(problems, pack is not None))
        if pack is not None:
            lines.append(
                f"{pack.head.id} {pack.head.version}: {len(pack.rules)} rules, {pack.digest}"
            )
        write("\n".join(lines), options.output)
    return 1 if counted else 0


def _thought_through(pack: RulePack, path: str | None) -> tuple[Exercise, tuple[Problem, ...]]:
    """What the features exercise, and what the solver finds, side by side: either takes seconds."""
    from poise.processes import beside

    with clean() as kept, beside(partial(_exercised, pack, path, frozenset(kept))) as exercised:
        found = _by_solver(pack, kept, path)
        try:
            exercise, seen = exercised()
        except ModuleNotFoundError as error:
            raise missing(error, "without --quick, this needs", "test") from None
        kept |= seen
    return exercise, found


def _exercised(
    pack: RulePack, path: str | None, known: frozenset[str]
) -> tuple[Exercise, frozenset[str]]:
    """With the digests of what was seen now."""
    from poise.check.exercising import exercise

    kept = set(known)
    return exercise(pack, path, kept), frozenset(kept - known)


def _by_solver(pack: RulePack, kept: set[str], path: str | None) -> tuple[Problem, ...]:
    from poise.check.symbolic import solver_problems

    try:
        return tuple(solver_problems(pack, kept, path))
    except ModuleNotFoundError as error:
        raise missing(error, "without --quick, this needs", "solver") from None


def _line(problem: Problem) -> str:
    return f"{'' if problem.severity == 'error' else f'{problem.severity}: '}{problem}"


def _summary(problems: tuple[Problem, ...], loaded: bool) -> str:
    if not problems:
        return "no problems"
    counts = Counter(one.severity for one in problems)
    parts = [
        f"{counts[severity]} {severity}{'' if counts[severity] == 1 else 's'}"
        for severity in ("error", "warning", "notice")
        if counts[severity]
    ]
    return ", ".join(parts) + ("" if loaded else ": the pack does not load")
