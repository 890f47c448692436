"""`poise why`: the whole trace of a decision."""

from __future__ import annotations

import argparse

from poise.cli.common import Failure, add_assessment, add_output, read_case, write
from poise.engines import EngineDisagreement
from poise.explain.why import UnknownItem, why
from poise.report.explanations import why_lines


def configure(parser: argparse.ArgumentParser) -> None:
    add_assessment(parser)
    parser.add_argument("--item", metavar="PRODUCT/AREA", help="one item (default: all)")
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    pack, assessment = read_case(options)
    try:
        told = why(pack, assessment, options.item)
    except UnknownItem as error:
        raise Failure([f"poise: {error}"], 2) from None
    except EngineDisagreement as error:
        raise Failure([f"poise: {error}"], 3) from None
    if options.format == "json":
        write(told.model_dump_json(indent=2, by_alias=True), options.output)
    else:
        write("\n".join(why_lines(told)), options.output)
    return 0
