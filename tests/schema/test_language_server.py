"""What a lead sees while writing: the yaml-language-server itself, with the schemas of a pack.

It comes from the npm registry, once; without it (or without Node.js) these tests are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import poise
from poise.schema import assessment_schema, rules_schema
from schema.language_server import LanguageServer, NotAvailableError, installed

RULE = "rules:\n  - id: r\n    title: A rule\n"
WHEN = f"{RULE}    consider: x\n    when:\n      "
QUESTION = "What is the acidity?"


@pytest.fixture(scope="module")
def editor(
    garden: poise.RulePack,
    allotment: poise.RulePack,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[LanguageServer]:
    try:
        script = installed()
    except NotAvailableError as error:
        pytest.skip(str(error))
    schemas = {
        "rules": rules_schema(garden),
        "areas": rules_schema(garden, "area"),
        "packs": rules_schema(allotment, "pack"),
        "assessments": assessment_schema(garden),
    }
    with LanguageServer(script, tmp_path_factory.mktemp("editor"), schemas) as server:
        yield server


# --- rule files ------------------------------------------------------------------------------


def test_it_completes_names(editor: LanguageServer) -> None:
    found = editor.completions("rules", f"{WHEN}soil|")
    assert {"soil.acidity", "site.frost", "ground.hunger", "any_of", "hedge.gaps.left"} <= set(
        found
    )
    assert {"hedge.gaps", "weeds.cover.lawn", "site.remark", "history.spread"}.isdisjoint(found)
    assert QUESTION in str(found["soil.acidity"]["documentation"])


def test_it_completes_names_of_this_side(editor: LanguageServer) -> None:
    sided = WHEN.replace("    title", "    each: side\n    title")
    found = set(editor.completions("rules", f"{sided}|"))
    assert {"hedge.gaps", "other_side"} <= found
    assert "hedge.gaps.left" not in found


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("soil.acidity:\n        |", {"at_least", "at_most", "above", "below", "not"}),
        ("soil.acidity: {a|}", {"at_least", "at_most", "above", "below", "not"}),
        ("site.visitors:\n        |", {"includes", "count", "not"}),
        ("site.visitors: {includes: |}", {"poultry", "hen", "duck", "cat", "dog", "any"}),
        ("site.sown:\n        |", {"in_last", "in_next", "within", "not"}),
        ("site.sown: {in_last: |}", {"90 days", "2 weeks", "6 months", "1 year"}),
        ("soil.dryness: |", {"none", "slight", "moderate", "marked", "severe"}),
        ("soil.dryness: {at_least: |}", {"none", "slight", "moderate", "marked", "severe"}),
        ("site.frost: |", {"yes", "no"}),
    ],
)
def test_it_completes_tests(line: str, offered: set[str], editor: LanguageServer) -> None:
    assert set(editor.completions("rules", f"{WHEN}{line}")) == offered


@pytest.mark.parametrize(
    ("fields", "offered"),
    [
        ("|", {"each", "when", "suggest", "exclude", "because", "evidence"}),
        ("exclude: {p|}", {"product", "area", "for", "area.risk", "product.animal"}),
        ("exclude: {product: |}", {"feed", "spread", "mulch"}),
        ("suggest: {product: feed, area: |}", {"lawn", "hedge", "woody"}),
        ("suggest: {product: feed, area: lawn, for: |}", {"green", "tidy"}),
        ("conclude:\n      |", {"ground.hunger", "hedge.thin.left"}),
        ("evidence: |", {"almanac", "trial"}),
        ("strength: |", {"strong", "conditional", "option"}),
    ],
)
def test_it_completes_rules(fields: str, offered: set[str], editor: LanguageServer) -> None:
    assert offered <= set(editor.completions("rules", f"{RULE}    {fields}"))


def test_it_tells_files_apart(editor: LanguageServer) -> None:
    assert {"rules", "area", "product", "facts", "sources"} <= set(editor.completions("rules", "|"))
    assert "paired" in editor.completions("rules", "area: shed\n|")
    assert "paired" in editor.completions("areas", "|")


@pytest.mark.parametrize("field", ["replaces", "retires"])
def test_it_completes_what_the_pack_below_declares(field: str, editor: LanguageServer) -> None:
    head = f"id: allotment\nextends: ../garden\n{field}:\n  - "
    found = editor.completions("packs", f"{head}rule: |")
    assert {"feed.lasts", "feed.expect", "frost.wait"} <= set(found)
    assert "allotment.own" not in found
    assert "A feed lasts one to two months" in str(found["feed.lasts"])
    assert {"lawn.pale", "site.frost"} <= set(editor.completions("packs", f"{head}fact: |"))


def test_it_shows_the_question(editor: LanguageServer) -> None:
    shown = editor.hover("rules", f"{WHEN}soil.aci|dity: {{at_least: 5}}")
    assert shown.startswith("#### Acidity")
    assert QUESTION in shown
    assert "In pH, from 3 to 10." in shown


def test_it_shows_what_a_verb_does(editor: LanguageServer) -> None:
    assert "Never suggested" in editor.hover("rules", f"{RULE}    excl|ude: {{product: feed}}")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("soil.dryness: moderat", "Value is not accepted"),
        ("soil.dryness: {at_least: moderat}", "Value is not accepted"),
        ("soil.dryness: {at_lest: moderate}", "at_lest is not allowed"),
        ("soil.drynes: moderate", "soil.drynes is not allowed"),
        ("soil.acidity: {below: 50}", "above the maximum of 10"),
        ("site.sown: {in_last: 6 moths}", "a length of time is written as"),
        ("hedge.gaps: slight", "write 'hedge.gaps.left', put it under 'either_side'"),
        ("site.frost: true", "Value is not accepted"),
    ],
)
def test_it_marks_mistakes(line: str, said: str, editor: LanguageServer) -> None:
    ((where, message),) = editor.problems("rules", f"{WHEN}{line}\n")
    assert (where, said in message) == (6, True), message


def test_it_is_quiet_where_nothing_is_wrong(editor: LanguageServer) -> None:
    lines = ("soil.dryness: moderate", "site.frost: no", "soil.acidity: {at_least: 5.5}")
    said = "\n      ".join(lines)
    assert editor.problems("rules", f"{WHEN}{said}\n    evidence: [trial, almanac]\n") == []


def test_a_file_may_name_its_schema(editor: LanguageServer) -> None:
    named = "# yaml-language-server: $schema=../rules.schema.json\n"
    assert "soil.acidity" in editor.completions("anywhere", f"{named}{WHEN}soil|")


# --- assessments -----------------------------------------------------------------------------


def test_it_helps_with_assessments(editor: LanguageServer) -> None:
    day = "date: 2026-06-15\n"
    assert {"acidity", "sand"} <= set(editor.completions("assessments", f"{day}soil:\n  |"))
    assert "unknown" in editor.completions("assessments", f"{day}soil:\n  dryness: |")
    assert {"left", "right", "both"} <= set(
        editor.completions("assessments", f"{day}hedge:\n  gaps:\n    |")
    )
    assert QUESTION in editor.hover("assessments", f"{day}soil: {{aci|dity: 6}}")
    assert editor.problems("assessments", f"{day}soil: {{acidity: 6 pH}}\nsite.frost: no\n") == []
    ((where, message),) = editor.problems("assessments", f"{day}soil: {{acidity: 60}}\n")
    assert (where, message) == (2, "Value is above the maximum of 10.")
