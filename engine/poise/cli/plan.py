"""`poise plan`: draw up and explain a plan."""

from __future__ import annotations

import argparse
import sys

from poise.cli.common import Failure, add_assessment, add_output, read_case, write
from poise.engines import EngineDisagreement
from poise.report.layout import plain_text, print_styled
from poise.report.terminal import plan_rows


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
        rows = plan_rows(plan, assessment.title)
        if options.output is None and sys.stdout.isatty():
            print_styled(rows)
        else:
            write(plain_text(rows), options.output)
    return 0
