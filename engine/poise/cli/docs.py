"""`poise docs`: what a pack says and what its scenarios say of it, as linked pages."""

from __future__ import annotations

import argparse
from pathlib import Path

from poise.cli.common import Failure, add_as_of, add_pack, missing, read_pack

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
    add_as_of(parser)


def run(options: argparse.Namespace) -> int:
    try:
        from poise.living.run import run_features
    except ModuleNotFoundError as error:
        raise missing(error, "running features needs", "test") from None
    from poise.living.site import NotOurFolder, write_site
    from poise.loading import default_folder

    pack = read_pack(options)
    rules = default_folder() if options.rules is None else Path(options.rules)
    folder = Path(options.output)
    seen = run_features(pack.digest, options.features, options.rules)
    try:
        book = write_site(pack, seen, options.as_of, rules, folder)
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
