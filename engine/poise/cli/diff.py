"""`poise diff`: what an edit of a pack changes, before it is released."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from poise.cli.common import Failure, add_output, missing, told, write
from poise.diff.folders import NoSuchPackError, folder_of
from poise.diff.markdown import markdown
from poise.diff.models import Decisions, Declared
from poise.diff.packs import Decide, Side, compared, read_side
from poise.diff.plans import assessments_in, compare
from poise.diff.terminal import text
from poise.loading import PackError
from poise.pack import RulePack


def configure(parser: argparse.ArgumentParser) -> None:
    about = "a pack's folder, or REVISION:FOLDER of a git repository"
    parser.add_argument("old", metavar="OLD", help=about)
    parser.add_argument("new", metavar="NEW", help="the same, after the edit")
    parser.add_argument(
        "--assessments", metavar="DIR", help="which of these assessments' plans change, and how"
    )
    parser.add_argument("--clinic", metavar="FILE", help="the clinic file that goes with them")
    parser.add_argument(
        "--quick", action="store_true", help="without the solver: what is said, and given plans"
    )
    add_output(parser, ("text", "json", "markdown"))
    parser.epilog = (
        "Ends with 0 whether anything differs or not, and with 1 where a pack does not load."
    )


def run(options: argparse.Namespace) -> int:
    files: tuple[Path, ...] = ()
    if options.assessments is not None:
        if not Path(options.assessments).is_dir():
            raise Failure([f"poise: there is no folder '{options.assessments}'"], 2)
        files = assessments_in(Path(options.assessments))
    old, new = _read(options.old), _read(options.new)
    plans = compare(old.pack, new.pack, files, options.clinic, _planning(len(files)))
    diff = compared(old, new, None if options.quick else _by_solver(), plans)
    if options.format == "json":
        data = diff.model_dump(mode="json", by_alias=True)
        write(json.dumps(data, indent=2, ensure_ascii=False), options.output)
    else:
        write(markdown(diff) if options.format == "markdown" else text(diff), options.output)
    return 0


def _read(place: str) -> Side:
    try:
        with folder_of(place) as folder:
            return read_side(folder, place)
    except NoSuchPackError as error:
        raise Failure([f"poise: '{place}': {error}"], 1) from None
    except PackError as error:
        raise Failure(
            [f"poise: '{place}' does not load", *told(error.problems, "pack")], 1
        ) from None


def _by_solver() -> Decide | None:
    """What asks the solver; where there is none, how to get it is told once."""
    try:
        from poise.diff.deciding import decisions
    except ModuleNotFoundError as error:
        told_how = missing(error, "to tell what the changes come to, this needs", "solver")
        print(*told_how.lines, sep="\n", file=sys.stderr)
        return None

    def decide(
        packs: tuple[RulePack, RulePack], says: tuple[Declared, ...], means: tuple[str, ...]
    ) -> Decisions:
        return decisions(packs, says, means, _searching)

    return decide


def _searching(number: int, count: int, name: str) -> None:
    _told("searching", number, count, name)


def _planning(count: int) -> Callable[[Path], None]:
    """Tells which assessment is planned."""
    done = 0

    def begun(path: Path) -> None:
        nonlocal done
        done += 1
        _told("planning", done, count, path.name)

    return begun


def _told(doing: str, number: int, count: int, name: str) -> None:
    """Progress, on a terminal."""
    if sys.stderr.isatty():
        end = "\n" if number == count else ""
        print(f"\r\x1b[K{doing} {number} of {count}: {name}{end}", end="", file=sys.stderr)
