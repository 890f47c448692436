"""What the actions on a store share."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from poise.cli.common import Failure, missing


def add_store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("store", metavar="STORE", help="the file of a store")


def add_role(parser: argparse.ArgumentParser, *, required: bool) -> None:
    parser.add_argument(
        "--role",
        metavar="ROLE",
        default="",
        required=required,
        help="in which role you act, such as 'treating clinician'; never who you are",
    )


def shown_time(stamp: str) -> str:
    """A record's time to the second."""
    return f"{stamp[:10]} {stamp[11:19]}Z"


@contextmanager
def answering() -> Iterator[None]:
    """What a store cannot do, and what is not installed, each told in its way."""
    try:
        from poise.record.errors import RecordError
    except ModuleNotFoundError as error:
        raise missing(error, "records need", "record") from None
    try:
        yield
    except ModuleNotFoundError as error:
        raise missing(error, "records need", "record") from None
    except RecordError as error:
        hint = [f"    hint: {error.hint}"] if error.hint else []
        raise Failure([f"poise: {error}", *hint], 1) from None
