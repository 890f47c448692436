"""`poise diff`: what an edit of a pack changes, before it is released."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from poise.cli.common import Failure, add_output, told, write
from poise.diff.folders import NoSuchPackError, folder_of
from poise.diff.models import PackDiff, PackNamed
from poise.diff.plans import assessments_in, compare
from poise.diff.says import Said, differences, means_otherwise, said
from poise.diff.telling import markdown, text
from poise.loading import assemble, linked, read_whole
from poise.pack import RulePack
from poise.problems import Collector


def configure(parser: argparse.ArgumentParser) -> None:
    about = "a pack's folder, or REVISION:FOLDER of a git repository"
    parser.add_argument("old", metavar="OLD", help=about)
    parser.add_argument("new", metavar="NEW", help="the same, after the edit")
    parser.add_argument(
        "--assessments", metavar="DIR", help="which of these assessments' plans change, and how"
    )
    parser.add_argument("--clinic", metavar="FILE", help="the clinic file that goes with them")
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
    old, before = _read(options.old)
    new, after = _read(options.new)
    says = differences(before, after)
    diff = PackDiff(
        old=_named(old, options.old),
        new=_named(new, options.new),
        says=says,
        means=means_otherwise(old, new, says),
        plans=compare(old, new, files, options.clinic, _progress(len(files))),
    )
    if options.format == "json":
        data = diff.model_dump(mode="json", by_alias=True)
        write(json.dumps(data, indent=2, ensure_ascii=False), options.output)
    else:
        write(markdown(diff) if options.format == "markdown" else text(diff), options.output)
    return 0


def _read(place: str) -> tuple[RulePack, Said]:
    """A pack, and all that it says."""
    problems = Collector()
    try:
        with folder_of(place) as folder:
            checked = read_whole(folder, problems)
    except NoSuchPackError as error:
        raise Failure([f"poise: '{place}': {error}"], 1) from None
    found = None if checked is None else linked(checked, place, problems)
    if checked is None or found is None:
        errors = [one for one in problems.sorted() if one.severity == "error"]
        raise Failure([f"poise: '{place}' does not load", *told(errors, "pack")], 1)
    return assemble(found), said(checked.files, checked.contents)


def _named(pack: RulePack, place: str) -> PackNamed:
    head = pack.head
    return PackNamed(
        place=place, id=head.id, title=head.title, version=head.version, digest=pack.digest
    )


def _progress(count: int) -> Callable[[Path], None]:
    """Tells which assessment is planned, on a terminal."""
    done = 0

    def begun(path: Path) -> None:
        nonlocal done
        done += 1
        if sys.stderr.isatty():
            end = "\n" if done == count else ""
            print(f"\r\x1b[Kplanning {done} of {count}: {path.name}{end}", end="", file=sys.stderr)

    return begun
