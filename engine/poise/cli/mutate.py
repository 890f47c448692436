"""`poise mutate`: which small changes of its rules no scenario of a pack would notice."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from poise.cli.clean import clean
from poise.cli.common import Failure, add_output, missing, told, write
from poise.problems import Collector

if TYPE_CHECKING:
    from poise.mutation.models import Mutation
    from poise.mutation.run import Subject


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rules", nargs="?", metavar="DIR", help="the pack's folder (default: the built-in pack)"
    )
    parser.add_argument(
        "--only",
        metavar="RULE|FILE",
        action="append",
        default=[],
        help="only mutants of this rule, or of the rules of this file; may be repeated",
    )
    parser.add_argument(
        "--features", metavar="PATH", help="features to try them on (default: the pack's own)"
    )
    parser.add_argument(
        "--at-least", metavar="PERCENT", type=_percent, help="end with 1 if fewer are killed"
    )
    parser.add_argument(
        "--jobs", metavar="NUMBER", type=int, default=os.cpu_count() or 1, help="processes"
    )
    add_output(parser, ("text", "json", "markdown"))
    parser.epilog = (
        "Ends with 0, with 1 where --at-least is not reached, where the pack does not load or a "
        "scenario does not hold of it, and with 2 where there is nothing to test."
    )


def run(options: argparse.Namespace) -> int:
    try:
        found = _mutation(options)
    except ModuleNotFoundError as error:
        extra = "solver" if error.name == "z3" else "test"
        raise missing(error, "mutation testing needs", extra) from None
    from poise.mutation.telling import markdown, percent, text

    if options.format == "json":
        data = found.model_dump(mode="json", by_alias=True)
        write(json.dumps(data, indent=2, ensure_ascii=False), options.output)
    else:
        write((markdown if options.format == "markdown" else text)(found), options.output)
    if options.at_least is None or (found.score is not None and found.score >= options.at_least):
        return 0
    print(f"poise: {percent(found.score)} is below {options.at_least:g} %", file=sys.stderr)
    return 1


def _percent(written: str) -> float:
    try:
        value = float(written)
    except ValueError:
        value = -1
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"'{written}' is not a number from 0 to 100")
    return value


def _mutation(options: argparse.Namespace) -> Mutation:
    import z3  # noqa: F401 - said at once if it is missing, not after minutes

    from poise.gherkin.failures import StepError
    from poise.mutation.run import made, tested
    from poise.mutation.scenes import scenes
    from poise.mutation.trial import RefusedError

    subject = _subject(options.rules)
    listed = made(subject, options.only)
    if not any(listed.values()):
        named = " or ".join(f"'{one}'" for one in options.only)
        what = f"no active rule of the pack is {named}" if named else "the pack has no active rule"
        raise Failure([f"poise: {what}"], 2)
    features = _features(options.features, subject)
    try:
        taken = scenes([features], subject.pack)
        with clean() as kept:
            return tested(subject.pack, listed, taken, kept, options.jobs, _progress())
    except (StepError, RefusedError) as error:
        raise Failure(
            [f"poise: a scenario does not hold of the pack as it stands: {error}"], 1
        ) from None


def _subject(rules: str | None) -> Subject:
    from poise.mutation.run import subject

    problems = Collector()
    found = subject(rules, problems)
    if found is None:
        errors = [one for one in problems.sorted() if one.severity == "error"]
        raise Failure(told(errors, "pack"), 1)
    return found


def _features(named: str | None, subject: Subject) -> Path:
    from poise.gherkin.packs import features_of

    if named is not None:
        if not Path(named).exists():
            raise Failure([f"poise: there is no '{named}'"], 2)
        return Path(named)
    found = features_of(subject.folder, subject.pack.head.features)
    if found is None:
        raise Failure([f"poise: no features stand beside the pack '{subject.pack.head.id}'"], 2)
    return found


def _progress() -> Callable[[str, int, int, str], None]:
    """Tells how far it is, on a terminal."""

    def tell(what: str, done: int, count: int, rule: str) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == count else ""
            print(f"\r\x1b[K{done} of {count} {what}: {rule}{end}", end="", file=sys.stderr)

    return tell
