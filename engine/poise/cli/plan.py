"""`poise plan`: draw up and explain a plan."""

from __future__ import annotations

import argparse
import sys

from poise.assessment import Assessment
from poise.cli.common import Failure, add_assessment, add_output, read_case, write, write_bytes
from poise.cli.recording import add_record, recorded, wants_record
from poise.engines import EngineDisagreement
from poise.pack import RulePack
from poise.plan import Plan
from poise.report.layout import plain_text, print_styled
from poise.report.terminal import plan_rows

FORMATS = ("text", "json", "markdown", "html", "pdf", "ics")


def configure(parser: argparse.ArgumentParser) -> None:
    add_assessment(parser)
    add_output(parser, FORMATS)
    add_record(parser)


def run(options: argparse.Namespace) -> int:
    try:
        pack, assessment, plan = _drawn_up(options)
    except EngineDisagreement as error:
        raise Failure([f"poise: {error}"], 3) from None
    if options.format == "text":
        _print(plan, assessment.title, options.output)
    elif options.format in ("pdf", "ics"):
        _write_file(_made(options.format, plan, pack, assessment), options)
    else:
        write(_text(options.format, plan, pack, assessment), options.output)
    return 0


def _print(plan: Plan, title: str, output: str | None) -> None:
    rows = plan_rows(plan, title)
    if output is None and sys.stdout.isatty():
        print_styled(rows)
    else:
        write(plain_text(rows), output)


def _text(form: str, plan: Plan, pack: RulePack, assessment: Assessment) -> str:
    if form == "markdown":
        from poise.report.markdown import markdown

        return markdown(plan, assessment.title)
    if form == "html":
        from poise.report.html import html

        return html(plan, pack, assessment)
    return plan.to_json()


def _made(form: str, plan: Plan, pack: RulePack, assessment: Assessment) -> bytes:
    """A file of the formats that need `poise[report]`."""
    from poise.report.calendar import calendar
    from poise.report.pdf import ReportError, pdf

    try:
        if form == "ics":
            return calendar(plan)
        return pdf(_text("html", plan, pack, assessment), plan.assessment.date)
    except ReportError as error:
        raise Failure([f"poise: {error}"], 1) from None


def _write_file(data: bytes, options: argparse.Namespace) -> None:
    if options.output is not None:
        write_bytes(data, options.output)
    elif sys.stdout.isatty() and options.format == "pdf":
        raise Failure(["poise: a PDF is no text for a terminal: add --output plan.pdf"], 2)
    else:
        sys.stdout.buffer.write(data)


def _drawn_up(options: argparse.Namespace) -> tuple[RulePack, Assessment, Plan]:
    """A plan; where it is to be recorded, it is recorded before anybody sees it."""
    if wants_record(options):
        return recorded(options)
    pack, assessment = read_case(options)
    return pack, assessment, pack.plan(assessment)
