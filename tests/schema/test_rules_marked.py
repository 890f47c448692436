"""The schema of rule files marks what leads mistype, and nothing that Poise takes."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import poise
from gardens import GARDEN
from poise.schema import RuleFile
from schema.files import Validators, kind, ruled
from schema.generated import near_miss
from schema.yaml12 import read, read_file

CASES = min(int(os.environ.get("POISE_CASES", "60")), 1_000)


@pytest.mark.parametrize(
    ("line", "each"),
    [
        ("site.frots: yes", ""),
        ("site.frost: true", ""),
        ("site.frost: {at_least: 1}", ""),
        ("site.light: moonlight", ""),
        ("site.light: []", ""),
        ("soil.dryness: tiny", ""),
        ("soil.dryness: {at_lest: slight}", ""),
        ("soil.dryness: {at_least: 3}", ""),
        ("soil.dryness: {not: slight, above: none}", ""),
        ("soil.dryness: {}", ""),
        ("soil.acidity: 5", ""),
        ("soil.acidity: {at_least: 50}", ""),
        ("soil.acidity: {at_least: five}", ""),
        ("site.visitors: hen", ""),
        ("site.visitors: {includes: fox}", ""),
        ("site.visitors: {count: {at_least: 6}}", ""),
        ("site.sown: {in_last: 6 moths}", ""),
        ("site.sown: {at_least: 2020}", ""),
        ("site.remark: x", ""),
        ("history.spread: none", ""),
        ("goals: {includes: riches}", ""),
        ("hedge.gaps: slight", ""),
        ("hedge.gaps: slight", "area"),
        ("hedge.gaps.middle: slight", ""),
        ("weeds.cover: {at_least: slight}", "side"),
        ("other_side: {hedge.gaps: severe}", ""),
        ("none_of: {site.frost: no}", ""),
        ("any_of: []", ""),
        ("count: {at_least: 1}", ""),
        ("site.frost: known", ""),
        ("or: [{site.frost: no}]", ""),
    ],
)
def test_conditions_are_marked(line: str, each: str, in_garden: Validators) -> None:
    assert not in_garden("rules").is_valid(ruled(f"when: {{{line}}}\n    consider: x", each))


@pytest.mark.parametrize(
    "fields",
    [
        "when: {site.frost: no}",
        "considr: x",
        "exclude: {prodct: feed}",
        "exclude: {product: gold}",
        "exclude: {items: {product: feed}, reopend_by: x}",
        "exclude: {product: feed, reopened_by: x}",
        "exclude: all",
        "exclude: {area.risk: {at_least: huge}}",
        "exclude: {label_status: unknown}",
        "suggest: {product: feed, acts_on: growth}",
        "suggest: {product: feed, area: lawn, acts_on: magic}",
        "suggest: {product: feed, area: meadow, acts_on: growth}",
        "suggest: {product: feed, area: lawn, acts_on: growth, for: riches}",
        "suggest: {product: feed, area: lawn, acts_on: growth, treats: site.frost}",
        "conclude: {ground.hunger: none}",
        "conclude: {ground.hunger: huge}",
        "conclude: {ground.wanting: no}",
        "conclude: {site.frost: yes}",
        "conclude: {weeds.wild: marked}",
        "require: {items: everything}",
        "require: {that: {site.frost: no}}",
        "require: {items: everything, note: x}",
        "require: {before: breakfast, note: x}",
        "defer: {items: everything, until: {after: site.frost, gap: 2 weeks}}",
        "defer: {items: everything, until: {after: site.sown, gap: a while}}",
        "refer: {to: x, urgency: now}",
        "ceiling: {items: everything, at_most: plenty, unit: sessions, over: defer}",
        "per_session: {items: everything, at_most: 0}",
        "sequence: {order: [{product: feed}]}",
        "lasts: {items: everything}",
        "lasts: {items: everything, towards: longer, months: {from: 1, to: 2}}",
        "review: {items: everything, after: soon, purpose: x}",
        "{consider: x, evidence: [almnac]}",
        "{consider: x, strength: strongly}",
        "{consider: x, reviewed: 2026-02-30}",
    ],
)
def test_rules_are_marked(fields: str, in_garden: Validators) -> None:
    rule = {"id": "r", "title": "A rule"} | read(fields)
    assert not in_garden("rules").is_valid({"rules": [rule]})


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("rules", "defaults: {strength: strong}"),
        ("rules", "{rules: [], notes: x}"),
        ("area", "{area: shed, label: Shed}"),
        ("area", "{area: shed, label: Shed, paired: true}"),
        ("area", "{area: shed, label: Shed, paired: no, groups: indoors}"),
        ("area", "{area: shed, label: Shed, paired: no, attributes: {risk: huge}}"),
        ("area", "{area: shed, label: Shed, paired: no, attributes: {width: 51}}"),
        ("product", "{product: sand, label: Sand, acts_on: magic}"),
        ("product", "{product: sand, label: Sand, labels: {NL: banned}}"),
        ("product", "{product: sand, label: Sand, labels: {NL: [{area: moon}]}}"),
        ("product", "{product: sand, label: Sand, members: {fine: {attributes: {animal: x}}}}"),
        ("vocabulary", "{fcats: {}}"),
        ("vocabulary", "{facts: {a.b: {label: x, ask: y}}}"),
        ("vocabulary", "{facts: {a.b: {label: x, ask: y, grade: heights}}}"),
        ("vocabulary", "{facts: {a.b: {label: x, ask: y, grade: grade, answer: yes_no}}}"),
        ("vocabulary", "{facts: {a.b: {label: x, ask: y, date: yesterday}}}"),
        ("vocabulary", "{facts: {a.b: {label: x, ask: y, answer: product}}}"),
        ("vocabulary", "{facts: {a.b: {label: x, ask: y, answer: text, asked_when: {a: b}}}}"),
        ("vocabulary", "{measures: {a.b: {label: x}}}"),
        ("vocabulary", "{measures: {a.b: {label: x, count: {records: site.frost}}}}"),
        ("vocabulary", "{measures: {a.b: {label: x, points: [{when: {ground.hunger: slight}}]}}}"),
        ("vocabulary", "{findings: {a.b: {label: x, group: nowhere, answer: yes_no}}}"),
        ("evidence", "{sources: {x: {title: X, kind: rumour}}}"),
        ("evidence", "{sources: {x: {title: X, kind: trial, year: 15}}}"),
        ("pack", "{id: x, title: X}"),
    ],
)
def test_other_files_are_marked(file: RuleFile, text: str, in_garden: Validators) -> None:
    assert not in_garden(file).is_valid(read(text))


@pytest.mark.parametrize("text", ["{}", "rles: []", "{rules: [], area: lawn}", "[]", "rules"])
def test_a_file_of_no_kind_is_marked(text: str, any_file: Draft202012Validator) -> None:
    assert not any_file.is_valid(read(text))


# --- agreement -------------------------------------------------------------------------------


def test_what_poise_takes_is_not_marked(in_garden: Validators, tmp_path: Path) -> None:
    """Files with one thing changed: where the pack still loads, the editor is quiet."""
    folder = tmp_path / "garden"
    shutil.copytree(GARDEN, folder)
    paths = sorted(folder.rglob("*.yaml"))
    random = Random(os.environ.get("POISE_SEED", "agreement"))
    quiet = 0
    for _ in range(CASES):
        path = random.choice(paths)
        before = path.read_bytes()
        value = near_miss(read_file(path), random, ("lawn", "site.frost", "strength", "label"))
        path.write_text(json.dumps(value), encoding="utf-8")
        loads = loaded(folder)
        path.write_bytes(before)
        if not loads or nothing_said(value):
            continue
        quiet += 1
        found = list(in_garden(kind(path, folder)).iter_errors(json.loads(json.dumps(value))))
        assert [error.message[:300] for error in found] == [], value
    assert quiet > CASES / 20


def loaded(folder: Path) -> bool:
    try:
        return bool(poise.load(folder))
    except poise.PackError:
        return False


def nothing_said(value: Any) -> bool:
    """Whether a field is empty: an editor marks it, and Poise reads it as text of no words."""
    if isinstance(value, dict):
        return any(nothing_said(one) for one in value.values())
    return (
        any(map(nothing_said, value)) if isinstance(value, list) else value in (None, True, False)
    )
