"""`poise docs`: what a pack says and what its scenarios say of it, as linked pages."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from poise.cli.common import Failure, add_pack, read_pack

DEFAULT = "build/docs"


def configure(parser: argparse.ArgumentParser) -> None:
    add_pack(parser)
    parser.add_argument(
        "--features", nargs="+", default=[], metavar="PATH",
        help="feature files or folders (default: those of the pack)",
    )  # fmt: skip
    parser.add_argument(
        "--output", default=DEFAULT, metavar="DIR", help=f"a folder of their own ({DEFAULT})"
    )
    parser.add_argument(
        "--as-of", default=None, metavar="DATE", type=_day,
        help="the day from which to tell what must be checked again (default: today)",
    )  # fmt: skip


def _day(written: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"'{written}' is not a day; write it as 2026-11-22"
        ) from None


def run(options: argparse.Namespace) -> int:
    try:
        from poise.living.run import run_features
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("poise"):
            raise
        raise Failure(
            [f"poise: running features needs '{error.name}': pip install 'poise[test]'"], 1
        ) from None
    from poise.living.site import NotOurFolder, write_site
    from poise.loading import default_folder

    pack = read_pack(options)
    rules = default_folder() if options.rules is None else Path(options.rules)
    folder = Path(options.output)
    seen = run_features(pack.digest, options.features, options.rules)
    try:
        book = write_site(pack, seen, options.as_of or datetime.date.today(), rules, folder)
    except NotOurFolder:
        raise Failure(
            [f"poise: '{folder}' holds other files: name an empty or a new folder"],
            2,
        ) from None
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise Failure([f"poise: '{folder}': {reason}"], 2) from None
    failed = len(seen.failed)
    print(
        f"{folder / 'index.html'}: {len(book.active)} active rules, "
        f"{len(seen.scenarios)} scenarios, {failed or 'none'} failed"
    )
    return 1 if failed or seen.unread else 0
