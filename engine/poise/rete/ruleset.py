"""A program as durable-rules takes it: plain values, that may be kept and compiled again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from poise.grounded import Shape
from poise.lower import Pair, Symbol
from poise.rete.views import Key

SESSION = "one"
BOOT = "boot"
TOPIC = "fact"
"""The property that tells facts apart. Its hash falls into the last of the engine's buckets, so
that looking for other properties rarely runs into it."""

BOOT_FACT = (
    f'{{"id":"{BOOT}","sid":"{SESSION}","{TOPIC}":0,'
    f'"credit":0.500000,"debt":-0.500000,"word":{json.dumps("é")}}}'
)
BOOT_TESTS = (
    f'{{"{TOPIC}":0}},{{"$gt":{{"credit":0.250000}}}},{{"$lt":{{"credit":0.750000}}}},'
    f'{{"$gt":{{"debt":-0.750000}}}},{{"$lt":{{"debt":-0.250000}}}},{{"word":{json.dumps("é")}}}'
)
"""True of the boot fact only where the engine reads decimals: under a locale that writes 0,5 it
takes every number for a whole one, and then nothing else may be asked of it."""
OWN_NAMES = ("id", "sid", TOPIC, "credit", "debt", "word")

FIRING = slice(2, 25)
"""Where a firing, `{"0007":[{"m":{"id":"0003",`, says which rule fired on which fact."""
BOOT_FIRING = f'{BOOT}":[{{"m":{{"id":"{BOOT}'


@dataclass(frozen=True, slots=True)
class Asked:
    """How a fact is asserted: its opening, and the places of what follows where it is known."""

    head: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One ruleset: its text, its facts in order, and what each firing derives."""

    text: str
    facts: tuple[Asked, ...]
    derives: Mapping[str, Symbol]


@dataclass(frozen=True, slots=True)
class Written:
    """Rulesets in order, what they read, and where the answers are.

    `given` holds of any input. A key's place in `keys` is its name to the engine.
    """

    keys: tuple[Key | Symbol, ...]
    inputs: Mapping[str, Shape]
    given: frozenset[Symbol]
    rulesets: tuple[Source, ...]
    propositions: Mapping[str, Pair]
    findings: Mapping[str, Mapping[str, Pair]]
