"""`poise plan`: draw up and explain a plan."""

from __future__ import annotations

import argparse
import io

from poise.cli.common import Failure, add_assessment, add_output, read_case, write
from poise.engines import EngineDisagreement


def configure(parser: argparse.ArgumentParser) -> None:
    add_assessment(parser)
    add_output(parser, ("text", "json", "markdown"))


def run(options: argparse.Namespace) -> int:
    pack, assessment = read_case(options)
    try:
        plan = pack.plan(assessment)
    except EngineDisagreement as error:
        raise Failure([f"poise: {error}"], 3) from None
    if options.format == "json":
        write(plan.to_json(), options.output)
    elif options.format == "markdown":
        from poise.report.markdown import markdown

        write(markdown(plan, assessment.title), options.output)
    else:
        _print(plan, assessment.title, options.output)
    return 0


def _print(plan: object, title: str, output: str | None) -> None:
    from rich.console import Console

    from poise.plan import Plan
    from poise.report.terminal import print_plan

    assert isinstance(plan, Plan)
    console = Console(highlight=False, emoji=False, markup=False)
    if output is None and console.is_terminal:
        print_plan(plan, console, title)
        return
    buffer = io.StringIO()
    plain = Console(file=buffer, width=100, highlight=False, emoji=False, markup=False)
    print_plan(plan, plain, title)
    write("\n".join(line.rstrip() for line in buffer.getvalue().splitlines()), output)
