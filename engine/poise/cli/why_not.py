"""`poise why-not`: which tests failed, nearest first, and what overruled it."""

from __future__ import annotations

import argparse

from poise.cli.common import Failure, add_assessment, add_output, read_case, write
from poise.explain.why import UnknownItem
from poise.explain.why_not import why_not
from poise.report.explanations import why_not_lines


def configure(parser: argparse.ArgumentParser) -> None:
    add_assessment(parser)
    about = parser.add_mutually_exclusive_group(required=True)
    about.add_argument("--item", metavar="PRODUCT/AREA", help="an item, on the plan or not")
    about.add_argument("--rule", metavar="ID", help="a rule")
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    pack, assessment = read_case(options)
    try:
        told = why_not(pack, assessment, item=options.item, rule=options.rule)
    except UnknownItem as error:
        raise Failure([f"poise: {error}"], 2) from None
    if options.format == "json":
        write(told.model_dump_json(indent=2, by_alias=True), options.output)
    else:
        write("\n".join(why_not_lines(told)), options.output)
    return 0
