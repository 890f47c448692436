"""The HTML page: it is whole, well formed, self-contained, and says what the plan says."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

import poise
from gardens import EXAMPLES, REPOSITORY, assessed, drawn, planted, rule, suggestion
from poise.report.html import html
from poise.report.terminal import SECTIONS
from poise.report.words import CANDIDACY_TITLES, STATUS_TITLES

VOID = {"meta", "br", "link", "img", "input", "hr"}
NAMES = tuple(path.stem for path in EXAMPLES)
EXAMPLE = pytest.mark.parametrize("name", NAMES)


class Page(HTMLParser):
    """A page as a tree walked once: elements with their attributes, and the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.broken: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.broken.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            return
        self.words.append(data)
        if any(re.fullmatch(r"h[1-6]", tag) for tag in self.open):
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> Iterator[dict[str, str]]:
        return (attributes for name, attributes in self.elements if name == tag)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


def page_of(pack: poise.RulePack, assessment: object) -> tuple[poise.Plan, str]:
    read = pack.read_assessment(assessment)  # type: ignore[arg-type]
    plan = pack.plan(read)
    return plan, html(plan, pack, read)


@pytest.fixture(scope="module")
def pages(default_pack: poise.RulePack) -> dict[str, str]:
    return {path.stem: page_of(default_pack, path)[1] for path in EXAMPLES}


# --- well formed, self-contained, accessible -------------------------------------------------


@EXAMPLE
def test_every_element_is_closed_and_no_id_stands_twice(name: str, pages: dict[str, str]) -> None:
    page = Page(pages[name])
    assert page.broken == []
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


@EXAMPLE
def test_every_link_within_the_page_leads_somewhere(name: str, pages: dict[str, str]) -> None:
    page = Page(pages[name])
    inner = {one["href"][1:] for one in page.all("a") if one["href"].startswith("#")}
    assert inner
    assert inner <= set(page.ids)


@EXAMPLE
def test_nothing_is_fetched_and_nothing_runs(name: str, pages: dict[str, str]) -> None:
    page = Page(pages[name])
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form"}
    for tag, attributes in page.elements:
        assert not any(key.startswith("on") or key == "src" for key in attributes), tag
        for key, value in attributes.items():
            if key in ("href", "fill", "style") and not value.startswith("#"):
                assert tag == "a" or not re.search(r"https?:|url\((?!#)", value), value
    assert "url(" not in re.sub(r"url\(#", "", pages[name])
    assert "@import" not in pages[name]
    policy = next(one for one in page.all("meta") if "http-equiv" in one)
    assert policy["content"].startswith("default-src 'none'")


@EXAMPLE
def test_headings_begin_with_one_title_and_skip_no_level(name: str, pages: dict[str, str]) -> None:
    headings = Page(pages[name]).headings
    levels = [level for level, _ in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in headings)


@EXAMPLE
def test_landmarks_language_and_table_heads(name: str, pages: dict[str, str]) -> None:
    page = Page(pages[name])
    assert next(page.all("html"))["lang"] == "en"
    assert len(list(page.all("main"))) == 1
    assert all("aria-labelledby" in one for one in page.all("section"))
    assert all(one["aria-labelledby"] in page.ids for one in page.all("section"))
    assert all("scope" in one for one in page.all("th"))
    for drawing in page.all("svg"):
        assert drawing.get("aria-hidden") == "true" or drawing["aria-label"]


# --- it says what the plan says --------------------------------------------------------------


@EXAMPLE
def test_the_page_tells_the_whole_plan(
    name: str, pages: dict[str, str], example_plans: dict[str, poise.Plan]
) -> None:
    plan, text = example_plans[name], Page(pages[name]).text

    def told(words: str) -> bool:
        return " ".join(words.split()) in text

    assert told(CANDIDACY_TITLES[plan.candidacy.status])
    assert told(plan.candidacy.because)
    assert told("not signed off by a clinician")
    for item in plan.items:
        assert told(f"{item.label}")
        for argument in item.arguments:
            assert told(argument.sentence)
            assert told(argument.because)
            assert told(f"rule {argument.rule} @{argument.version}")
    for finding in plan.findings:
        assert told(finding.label)
        assert told(finding.value)
    for question in (*plan.questions, *plan.unanswered_safety):
        assert told(question.ask)
    for requirement in plan.requirements:
        assert told(requirement.title)
        assert all(told(line.text) for line in requirement.lines)
    for request in plan.requests:
        assert told(request.because)
    for referral in plan.referrals:
        assert told(referral.to)
    assert all(told(review.purpose) for review in plan.schedule.reviews)
    assert all(told(one.title) for one in plan.sources)
    assert all(told(one.text) for one in (*plan.considerations, *plan.expectations))
    assert told(plan.intended_use)
    assert told(plan.population)
    assert all(told(one) for one in plan.limitations)
    for stamp in (plan.plan_id, plan.pack.digest, plan.assessment.digest):
        assert told(stamp)


@EXAMPLE
def test_every_test_is_told_with_its_value_and_threshold(
    name: str, pages: dict[str, str], example_plans: dict[str, poise.Plan]
) -> None:
    text = Page(pages[name]).text
    for item in example_plans[name].items:
        waiting = [trace for argument in item.arguments for trace in argument.tests]
        while waiting:
            trace = waiting.pop()
            waiting += trace.tests
            if trace.kind == "test":
                assert f"{trace.label}: {trace.value} asked: {trace.test}" in text


@EXAMPLE
def test_sections_are_those_of_the_other_reports(
    name: str, pages: dict[str, str], example_plans: dict[str, poise.Plan]
) -> None:
    plan = example_plans[name]
    headings = [text.strip() for level, text in Page(pages[name]).headings if level == 2]
    wanted = [
        title for title, statuses in SECTIONS if any(one.status in statuses for one in plan.items)
    ]
    assert [one for one in headings if one in dict(SECTIONS)] == wanted


def test_an_argument_of_several_items_is_told_in_full_once(
    pages: dict[str, str], example_plans: dict[str, poise.Plan]
) -> None:
    plan, page = example_plans["half-filled"], Page(pages["half-filled"])
    arguments = [
        one.model_dump_json(exclude={"options"}) for item in plan.items for one in item.arguments
    ]
    full = [one for one in page.ids if one.startswith("argument-")]
    assert len(full) == len(set(arguments)) < len(arguments)


# --- the diagram -----------------------------------------------------------------------------


def test_every_marked_area_leads_to_its_item_in_words(
    pages: dict[str, str], example_plans: dict[str, poise.Plan]
) -> None:
    for name, plan in example_plans.items():
        page = Page(pages[name])
        links = [one for one in page.all("a") if "aria-label" in one]
        for number, item in enumerate(plan.items, start=1):
            words = f"{item.label}: {STATUS_TITLES[item.status]}"
            assert any(words in one["aria-label"] for one in links), (name, item.id)
            assert f"item-{number}" in page.ids


def test_a_side_that_stands_worse_is_marked_so(default_pack: poise.RulePack) -> None:
    from poise.report.marked import entries, marked

    plan = default_pack.plan(REPOSITORY / "examples" / "assessments" / "demo.yaml")
    front, _ = marked(default_pack.views, entries(plan))
    stands = {(one.shape.area, one.shape.side): one.status for one in front.marks}
    assert stands["masseter", "left"] == stands["masseter", "right"] == "advised"
    assert stands["temple", "left"] == "on_hold"
    assert {one.shape.area for one in front.marks} == {item.area for item in plan.items}


def test_a_pack_without_a_diagram_is_told_whole(garden: poise.RulePack) -> None:
    plan, text = page_of(garden, assessed({"lawn.pale": "yes"}, goals=["green"]))
    page = Page(text)
    assert plan.items
    assert page.broken == []
    assert "view" not in {one.get("class") for one in page.all("svg")}
    assert all(item.label in page.text for item in plan.items)


# --- hostile words ---------------------------------------------------------------------------

HOSTILE = "</title><script>alert('x')</script><b onload=1>\" ' & &lt;"


def test_words_of_a_pack_and_of_an_assessment_stay_words() -> None:
    pack = planted(
        suggestion("lime", "lawn") | {"title": HOSTILE},
        rule("r", title=HOSTILE, require={"note": HOSTILE, "before": "treatment"}),
        rule("c", consider=HOSTILE),
        rule("f", title=HOSTILE, refer={"to": HOSTILE}),
        rule("e", expect={"items": "everything", "say": HOSTILE}),
    )
    plan, text = page_of(pack, assessed(title=f"{HOSTILE} {{{{ 7 * 7 }}}}"))
    page = Page(text)
    assert plan.items
    assert page.broken == []
    assert not any(tag == "script" or "onload" in one for tag, one in page.elements)
    assert page.text.count(HOSTILE) >= 6
    assert f"{HOSTILE} {{{{ 7 * 7 }}}}" in page.text


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    from poise.plan import CitedSource
    from poise.report.rests_on import sources

    pack = planted(suggestion("lime", "lawn"))
    source = next(iter(pack.sources))
    evil = pack.sources[source].model_copy(update={"address": "javascript:alert(1)"})
    told = CitedSource(id=source, title="A source", kind="trial")
    plan = drawn(pack).model_copy(update={"sources": (told,)})
    (cited,) = sources(plan, _with_source(pack, source, evil))
    assert cited.address == "javascript:alert(1)"
    read = pack.read_assessment(assessed())
    assert 'href="javascript' not in html(plan, _with_source(pack, source, evil), read)


def _with_source(pack: poise.RulePack, name: str, source: object) -> poise.RulePack:
    from dataclasses import replace

    contents = replace(pack.contents, sources={**pack.sources, name: source})  # type: ignore[dict-item]
    return replace(pack, linked=replace(pack.linked, contents=contents))


# --- the same bytes --------------------------------------------------------------------------


def test_the_same_plan_gives_the_same_page_in_any_process(pages: dict[str, str]) -> None:
    code = (
        "import sys, poise; from poise.report.html import html; pack = poise.load();"
        "read = pack.read_assessment(sys.argv[1]);"
        "sys.stdout.buffer.write(html(pack.plan(read), pack, read).encode())"
    )
    path = Path(REPOSITORY) / "examples" / "assessments" / "demo.yaml"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        env={"PYTHONPATH": str(REPOSITORY / "engine"), "PYTHONHASHSEED": "7"},
        check=True,
    )
    assert ran.stdout.decode() == pages["demo"]
