"""`poise what-if`: the smallest change of recorded values that would change a decision."""

from __future__ import annotations

import argparse

from poise.cli.common import Failure, add_assessment, add_output, missing, read_case, write
from poise.explain.changing import what_if
from poise.explain.why import UnknownItem
from poise.report.alternatives import what_if_lines


def configure(parser: argparse.ArgumentParser) -> None:
    add_assessment(parser)
    parser.add_argument(
        "--item", metavar="PRODUCT/AREA", required=True, help="an item, on the plan or not"
    )
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    pack, assessment = read_case(options)
    try:
        told = what_if(pack, assessment, options.item)
    except UnknownItem as error:
        raise Failure([f"poise: {error}"], 2) from None
    except ModuleNotFoundError as error:
        raise missing(error, "what-if needs", "solver") from None
    except _undecided() as error:
        raise Failure([f"poise: not decided: {error}"], 1) from None
    if options.format == "json":
        write(told.model_dump_json(indent=2, by_alias=True), options.output)
    else:
        write("\n".join(what_if_lines(told)), options.output)
    return 0


def _undecided() -> type[Exception]:
    """The solver's own error; looked up only once something was raised."""
    from poise.solver.undecided import UndecidedError

    return UndecidedError
