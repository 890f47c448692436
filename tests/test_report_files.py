"""The PDF and the calendar: tags, links, dates and bytes; and what is missing is told."""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

import pytest

import poise
from commands import Cli
from gardens import EXAMPLES, REPOSITORY, assessed, drawn, planted, rule, suggestion
from poise.report.calendar import calendar
from poise.report.html import html
from poise.report.pdf import ReportError, pdf

DEMO = REPOSITORY / "examples" / "assessments" / "demo.yaml"


def drawable() -> bool:
    """Whether WeasyPrint and the libraries that it draws with are here."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


PAPER = pytest.mark.skipif(not drawable(), reason="WeasyPrint or Pango is not installed here")

# --- PDF -------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def demo_page(default_pack: poise.RulePack) -> tuple[poise.Plan, str]:
    read = default_pack.read_assessment(DEMO)
    plan = default_pack.plan(read)
    return plan, html(plan, default_pack, read)


@pytest.fixture(scope="module")
def demo_pdf(demo_page: tuple[poise.Plan, str]) -> bytes:
    plan, page = demo_page
    return pdf(page, plan.assessment.date)


@PAPER
def test_a_pdf_is_tagged_has_a_language_a_title_and_fixed_dates(demo_pdf: bytes) -> None:
    import io

    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(demo_pdf))
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title is not None
    assert "Answers needed" in reader.metadata.title
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == datetime.date(2026, 11, 22)


@PAPER
def test_a_pdf_holds_headings_tables_and_links_as_such(demo_pdf: bytes) -> None:
    import io

    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(demo_pdf))
    tags: set[str] = set()
    waiting = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            tags.add(str(node.get("/S", "")))
            if "/K" in node:
                waiting.append(node["/K"])
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L", "/Link"} <= tags
    annotated = [page for page in reader.pages if "/Annots" in page]
    assert annotated


@PAPER
def test_a_pdf_tells_the_plan(demo_pdf: bytes, demo_page: tuple[poise.Plan, str]) -> None:
    import io

    from pypdf import PdfReader

    plan = demo_page[0]
    pages = [
        " ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(demo_pdf)).pages
    ]
    whole = " ".join(pages)
    assert "Answers needed" in pages[0]
    assert all(item.label in pages[0] for item in plan.items)
    assert all(argument.rule in whole for item in plan.items for argument in item.arguments)
    assert plan.plan_id[:12] in pages[-1]


@PAPER
def test_the_same_plan_gives_the_same_pdf_at_any_time(
    garden: poise.RulePack, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = garden.read_assessment(assessed({"lawn.pale": "yes"}, goals=["green"]))
    plan = garden.plan(read)
    page = html(plan, garden, read)
    first = pdf(page, read.date)
    assert "SOURCE_DATE_EPOCH" not in os.environ
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert pdf(page, read.date) == first
    assert os.environ["SOURCE_DATE_EPOCH"] == "1"


def test_a_report_fetches_nothing() -> None:
    from poise.report.pdf import _fetch_nothing

    with pytest.raises(ValueError, match="fetches nothing"):
        _fetch_nothing("https://example.org/a.css")


# --- calendar --------------------------------------------------------------------------------


def reviewed(**more: object) -> poise.RulePack:
    after = {"from": "2 weeks", "to": "4 weeks"}
    return planted(
        suggestion("lime", "lawn"),
        rule("r", review={"items": {"product": "lime"}, "after": after, "purpose": "Look, then"}),
        rule("s", review={"items": {"product": "lime"}, "after": "1 year", "purpose": "Again"}),
        *more.values(),  # type: ignore[arg-type]
    )


def events(data: bytes) -> list[object]:
    icalendar = pytest.importorskip("icalendar")
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_each_follow_up_is_an_event_of_its_days() -> None:
    plan = drawn(reviewed())
    found = events(calendar(plan))
    assert [one["summary"] for one in found] == ["Follow-up: Look, then", "Follow-up: Again"]  # type: ignore[index]
    for one, review in zip(found, plan.schedule.reviews, strict=True):
        assert one.start == review.from_  # type: ignore[attr-defined]
        assert one.end == review.to + datetime.timedelta(days=1)  # type: ignore[attr-defined]


def test_a_calendar_is_valid_for_import_and_says_nothing_of_whom() -> None:
    icalendar = pytest.importorskip("icalendar")
    data = calendar(drawn(reviewed(), title="Somebody by name", goals=["green"]))
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    made = icalendar.Calendar.from_ical(data)
    assert {"VERSION", "PRODID"} <= set(made)
    for event in made.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
        assert event["class"] == "PRIVATE"
    for secret in (b"Somebody", b"lime", b"Lime", b"lawn", b"Lawn", b"ATTENDEE", b"ORGANIZER"):
        assert secret not in data


def test_uids_are_stable_over_a_changed_pack_and_differ_between_assessments() -> None:
    def uids(pack: poise.RulePack, **own: object) -> list[str]:
        return [str(one["uid"]) for one in events(calendar(drawn(pack, **own)))]  # type: ignore[index]

    first = uids(reviewed())
    assert len(set(first)) == 2
    assert uids(reviewed()) == first
    assert uids(reviewed(more=rule("other", consider="Something else"))) == first
    assert not set(uids(reviewed(), goals=["green"])) & set(first)


def test_a_plan_without_follow_ups_has_no_calendar() -> None:
    with pytest.raises(ReportError, match="no follow-ups"):
        calendar(drawn(planted(suggestion("lime", "lawn"))))


# --- the command -----------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!doctype html>"), ("ics", b"BEGIN:VCAL")])
def test_the_command_writes_a_file(cli: Cli, tmp_path: Path, form: str, begins: bytes) -> None:
    if form == "ics":
        pytest.importorskip("icalendar")
    target = tmp_path / f"plan.{form}"
    ran = cli("plan", str(DEMO), "--format", form, "--output", str(target))
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert target.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("form", "module", "told"),
    [("pdf", "weasyprint", "a PDF needs 'weasyprint'"), ("ics", "icalendar", "a calendar needs")],
)
def test_a_missing_extra_is_told_in_one_line(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, form: str, module: str, told: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    ran = cli("plan", str(DEMO), "--format", form, "--output", str(tmp_path / "x"))
    assert ran.code == 1
    assert ran.out == ""
    assert told in ran.err
    assert "pip install 'poise[report]'" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / "x").exists()


def test_missing_libraries_are_told_in_one_line(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "weasyprint.py").write_text("raise OSError('no library pango')", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    ran = cli("plan", str(DEMO), "--format", "pdf", "--output", str(tmp_path / "x.pdf"))
    assert ran.code == 1
    assert "install Pango and HarfBuzz" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_plan_without_follow_ups_ends_the_command_in_one_line(cli: Cli) -> None:
    path = next(one for one in EXAMPLES if one.stem == "healthy-face")
    ran = cli("plan", str(path), "--format", "ics")
    assert ran.code == 1
    assert ran.err == "poise: the plan has no follow-ups, so there is no calendar to write\n"


def test_the_page_needs_no_extra(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for module in ("weasyprint", "icalendar"):
        monkeypatch.setitem(sys.modules, module, None)
    ran = cli("plan", str(DEMO), "--format", "html", "--output", str(tmp_path / "x.html"))
    assert ran.code == 0
