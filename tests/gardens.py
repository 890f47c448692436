"""The garden: a made-up field that tests plan in, whole or with rules of their own."""

from __future__ import annotations

import atexit
import functools
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import poise
from poise.plan import Item, Question
from poise.situation import situate
from poise.values import State

GARDEN = Path(__file__).parent / "packs" / "garden"
REPOSITORY = Path(__file__).parents[1]
EXAMPLES = tuple(sorted((REPOSITORY / "examples" / "assessments").glob("*.yaml")))
DATE = "2026-06-15"

Written = Mapping[str, Any]


@functools.cache
def whole() -> poise.RulePack:
    """The garden with its own rules."""
    return poise.load(GARDEN)


def rule(name: str, **fields: Any) -> dict[str, Any]:
    """A rule with a title; `for_` and the like stand for words that Python keeps for itself."""
    said = {key.rstrip("_"): value for key, value in fields.items()}
    return {"id": name, "title": f"Rule {name}", **said}


def suggestion(
    product: str,
    area: str | list[str],
    *,
    name: str = "",
    acts_on: str = "growth",
    when: Written | None = None,
    each: str = "",
    **more: Any,
) -> dict[str, Any]:
    """A rule that suggests a product in an area; always, unless it says when."""
    verb = {"product": product, "area": area, "acts_on": acts_on}
    verb |= {key.rstrip("_"): value for key, value in more.items()}
    fields: dict[str, Any] = {"suggest": verb}
    if when is not None:
        fields["when"] = when
    if each:
        fields["each"] = each
    where = area if isinstance(area, str) else ".".join(area)
    return rule(name or f"suggest.{product}.{where}", **fields)


def planted(*rules: Written, **sections: Any) -> poise.RulePack:
    """The garden with these rules in the place of its own, and more vocabulary where given."""
    return _planted(json.dumps(rules), json.dumps(sections))


@functools.cache
def _planted(rules: str, sections: str) -> poise.RulePack:
    folder = _bed()
    (folder / "rules.yaml").write_text(f'{{"rules": {rules}}}', encoding="utf-8")
    (folder / "vocabulary" / "more.yaml").write_text(sections, encoding="utf-8")
    return poise.load(folder)


@functools.cache
def _bed() -> Path:
    """A copy of the garden without its rules, in which one pack after another is written."""
    bed = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, bed, ignore_errors=True)
    shutil.copytree(GARDEN, bed / "garden", ignore=shutil.ignore_patterns("rules"))
    return bed / "garden"


def assessed(answers: Written | None = None, **own: Any) -> dict[str, Any]:
    """An assessment of a day: dotted answers, and what every assessment has (requests, goals)."""
    return {"date": DATE, **(answers or {}), **own}


def drawn(pack: poise.RulePack, answers: Written | None = None, **own: Any) -> poise.Plan:
    """The plan for such an assessment, by both engines."""
    return pack.plan(assessed(answers, **own))


def measured(
    measure: dict[str, Any], answers: dict[str, Any], place: str = "", **others: Any
) -> State:
    """What one measure comes to; others stand in the same vocabulary."""
    written = {"m.one": {"label": "One", **measure}}
    written |= {f"m.{name}": {"label": name, **other} for name, other in others.items()}
    pack = planted(measures=written)
    states = situate(pack.model, pack.read_assessment(assessed(answers))).states
    return states[f"m.one.{place}" if place else "m.one"]


def item(plan: poise.Plan, name: str) -> Item:
    """An item that is on the plan."""
    found = plan.item(name)
    assert found is not None, f"{name} is not on the plan"
    return found


def statuses(plan: poise.Plan) -> dict[str, str]:
    """Each item's status, in the order of the plan."""
    return {one.id: one.status for one in plan.items}


def asked(plan: poise.Plan) -> set[str]:
    """What the plan asks."""
    return {one.about for one in plan.questions}


def options(plan: poise.Plan, name: str) -> dict[tuple[str, str, str], str]:
    """An item's candidates by product, side and goal, each with its status."""
    return {(one.product, one.side, one.for_): one.status for one in item(plan, name).candidates}


def question(plan: poise.Plan, about: str) -> Question:
    """A question of the plan, by what it is about."""
    return next(one for one in plan.questions if one.about == about)
