"""Extension: a pack that adds, replaces and retires plans as one that was written so at once."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

import poise
from theorems.assessments import assessments
from theorems.cases import seeds, told
from theorems.packs import HEAD, draft, pack, write

OWN = ("id", "title", "version", "language", "publisher", "released")
DECOY = {"title": "A decoy", "exclude": "everything"}


@pytest.mark.parametrize("seed", seeds(12))
def test_an_extension_plans_as_the_pack_that_it_comes_to(seed: int, tmp_path: Path) -> None:
    whole = pack(seed)
    extending = poise.load(_parted(seed, tmp_path))
    assert extending.rules == whole.rules
    assert extending.vocabulary == whole.vocabulary
    assert extending.taxonomy == whole.taxonomy
    for number, one in enumerate(assessments(whole, seed, 4)):
        with told(number):
            assert _but_the_stamp(extending.plan(one)) == _but_the_stamp(whole.plan(one))


def _parted(seed: int, folder: Path) -> Path:
    """The pack of a seed as an extension of one that lacks some rules, has others than it, and
    some that it does without. What establishes findings stays below, which tests them."""
    random = Random(f"parted {seed}")
    files = draft(seed).files()
    rules = files.pop("rules/all.yaml")["rules"]
    kept, own, replaced = [], [], []
    for rule in rules:
        where = kept if "conclude" in rule else random.choice((kept, own, replaced))
        where.append(rule)
    decoys = [{"id": f"decoy.{number}", **DECOY} for number in range(random.randint(0, 2))]
    below = [*kept, *({"id": rule["id"], **DECOY} for rule in replaced), *decoys]
    write({**files, "rules/all.yaml": {"rules": below}}, folder / "below")
    head: dict[str, Any] = {name: HEAD[name] for name in OWN} | {"extends": "../below"}
    head["replaces"] = [{"rule": rule["id"], "reason": "Better."} for rule in replaced]
    head["retires"] = [{"rule": rule["id"], "reason": "Not ours."} for rule in decoys]
    write({"pack.yaml": head, "own.yaml": {"rules": [*own, *replaced]}}, folder / "above")
    return folder / "above"


def _but_the_stamp(plan: poise.Plan) -> dict[str, Any]:
    return plan.model_dump(exclude={"pack", "plan_id"})
