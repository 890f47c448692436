"""Memory stays flat, however many plans one process draws up, and however many packs it loads.

`POISE_CASES` sets how many plans; a long run takes a hundred thousand.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Any

import pytest

import poise
from gardens import GARDEN, assessed, planted, rule, suggestion

PLANS = int(os.environ.get("POISE_CASES", "2000"))
LOADS = 40
STATM = Path("/proc/self/statm")
pytestmark = pytest.mark.skipif(
    not STATM.exists() or sys.gettrace() is not None,
    reason="resident memory is read from /proc, and tracers keep memory of their own",
)


def resident() -> float:
    """This process's memory in MB."""
    gc.collect()
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def case(number: int) -> dict[str, Any]:
    """An assessment of its own for every number."""
    return assessed(
        {
            "sign.one": ("yes", "no")[number % 2],
            "sign.two": ("yes", "no", "unknown")[number % 3],
            "soil.acidity": 3 + number % 7000 / 1000,
            "history.spread": [
                {"product": "lime", "area": "lawn", "date": "2026-05-01", "amount": number % 500}
            ],
        },
        goals=["green"],
        title=f"Garden {number}",
    )


def test_memory_is_flat_over_thousands_of_plans_by_both_engines() -> None:
    lime = {"product": "lime"}
    pack = planted(
        suggestion("lime", "lawn", when={"sign.one": "yes"}),
        rule("acid", when={"soil.acidity": {"below": 5}}, caution={"items": lime, "say": "Sour."}),
        rule("wait", when={"sign.two": "yes"}, defer={"items": lime, "until": "later"}),
        rule(
            "limit",
            ceiling={"items": lime, "at_most": 4, "unit": "sessions", "over": "defer"},
        ),
    )
    warm = 500
    for number in range(warm):
        pack.plan(case(number))
    before = resident()
    for number in range(warm, warm + PLANS):
        pack.plan(case(number))
    assert resident() - before < 1 + PLANS / 50_000, "half a kilobyte a plan is a leak"


def test_memory_is_flat_over_many_loads() -> None:
    for _ in range(LOADS // 4):
        poise.load(GARDEN)
    before = resident()
    for _ in range(LOADS):
        poise.load(GARDEN)
    assert resident() - before < 6
