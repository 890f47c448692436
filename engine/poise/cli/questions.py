"""`poise questions`: what is undecided, most decisive first, and what each answer would do."""

from __future__ import annotations

import argparse

from poise.cli.common import add_assessment, add_output, read_case, write
from poise.explain.asking import undecided
from poise.report.alternatives import questions_lines


def configure(parser: argparse.ArgumentParser) -> None:
    add_assessment(parser)
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    pack, assessment = read_case(options)
    told = undecided(pack, assessment)
    if options.format == "json":
        write(told.model_dump_json(indent=2, by_alias=True), options.output)
    else:
        write("\n".join(questions_lines(told)), options.output)
    return 0
