"""`poise why`: the whole trace of a decision."""

from __future__ import annotations

import argparse

from poise.cli.common import Failure, add_assessment, add_output, read_case, write
from poise.engines import EngineDisagreement
from poise.explain.forcing import Forced, forced
from poise.explain.why import UnknownItem, Why, why
from poise.report.alternatives import forced_lines
from poise.report.explanations import why_lines


def configure(parser: argparse.ArgumentParser) -> None:
    add_assessment(parser)
    parser.add_argument("--item", metavar="PRODUCT/AREA", help="one item (default: all)")
    parser.add_argument(
        "--minimal",
        action="store_true",
        help="with --item: a smallest set of the answers that alone give the same",
    )
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    if options.minimal and options.item is None:
        raise Failure(["poise: --minimal is told of one item: add --item PRODUCT/AREA"], 2)
    pack, assessment = read_case(options)
    try:
        told: Why | Forced
        if options.minimal:
            told = forced(pack, assessment, options.item)
        else:
            told = why(pack, assessment, options.item)
    except UnknownItem as error:
        raise Failure([f"poise: {error}"], 2) from None
    except EngineDisagreement as error:
        raise Failure([f"poise: {error}"], 3) from None
    if options.format == "json":
        write(told.model_dump_json(indent=2, by_alias=True), options.output)
    else:
        lines = forced_lines(told) if isinstance(told, Forced) else why_lines(told)
        write("\n".join(lines), options.output)
    return 0
