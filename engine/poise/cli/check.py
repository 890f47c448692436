"""`poise check`: every problem of a pack at once."""

from __future__ import annotations

import argparse
import json

from poise.cli.common import add_output, add_pack, write
from poise.loading import load_or_problems
from poise.problems import Problem


def configure(parser: argparse.ArgumentParser) -> None:
    add_pack(parser)
    parser.add_argument("--strict", action="store_true", help="warnings count as errors")
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    pack, problems = load_or_problems(options.rules)
    counted = [one for one in problems if options.strict or one.severity == "error"]
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


def _line(problem: Problem) -> str:
    return f"{'warning: ' if problem.severity == 'warning' else ''}{problem}"


def _summary(problems: tuple[Problem, ...], loaded: bool) -> str:
    errors = sum(one.severity == "error" for one in problems)
    warnings = len(problems) - errors
    if not problems:
        return "no problems"
    parts = [f"{errors} error{'' if errors == 1 else 's'}"] if errors else []
    parts += [f"{warnings} warning{'' if warnings == 1 else 's'}"] if warnings else []
    return ", ".join(parts) + ("" if loaded else ": the pack does not load")
