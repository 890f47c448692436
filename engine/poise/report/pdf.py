"""The page on paper: a tagged PDF (PDF/UA-1), with the same bytes for the same plan and fonts."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterator
from typing import Any


class ReportError(Exception):
    """A report cannot be made here; the message says why, and what to do."""


def pdf(page: str, date: datetime.date) -> bytes:
    """A page of `poise.report.html` as a PDF, dated with its assessment's own day.

    Raises ReportError where WeasyPrint, or a library that it draws with, is missing.
    """
    with _fixed(date):
        document = _weasyprint().HTML(string=page, url_fetcher=_fetch_nothing)
        made: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return made


def _weasyprint() -> Any:
    try:
        import weasyprint
    except ModuleNotFoundError as error:
        raise ReportError(f"a PDF needs '{error.name}': pip install 'poise[report]'") from None
    except OSError:
        raise ReportError(
            "a PDF needs the libraries that WeasyPrint draws with: install Pango and HarfBuzz "
            "(on Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)"
        ) from None
    return weasyprint


def _fetch_nothing(url: str, *_: object, **__: object) -> Any:
    raise ValueError(f"a report fetches nothing, and not {url}")


@contextlib.contextmanager
def _fixed(date: datetime.date) -> Iterator[None]:
    """The clock stands still while fonts are cut to size, as SOURCE_DATE_EPOCH says."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    noon = datetime.datetime.combine(date, datetime.time(12), datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(max(0, int(noon.timestamp())))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
