"""What a rule rests on, and what has to be looked at again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from poise.living.relations import Ref, source_of
from poise.pack import RulePack
from poise.rules import Rule
from poise.signing import told

UNPUBLISHED = ("recalled", "authored")
"""Kinds of source behind which nothing published stands."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that has a day by which it must be looked at again."""

    ref: Ref
    by: datetime.date
    late: bool


def basis(pack: RulePack, rule: Rule) -> tuple[str, ...]:
    """What kinds of source a rule rests on: `published`, `recalled`, `authored`."""
    kinds = [pack.sources[source_of(pack, one).id].kind for one in rule.evidence]
    found = ["published"] if any(kind not in UNPUBLISHED for kind in kinds) else []
    return (*found, *(kind for kind in UNPUBLISHED if kind in kinds))


def due(pack: RulePack, as_of: datetime.date) -> tuple[Due, ...]:
    """Every source and every active rule with its day, the earliest first."""
    days: list[tuple[datetime.date, Ref]] = [
        (one.check_by, Ref("source", name))
        for name, one in pack.sources.items()
        if one.check_by is not None
    ]
    days += [
        (rule.review_by, Ref("rule", rule.id))
        for rule in pack.rules
        if rule.review_by is not None and rule.stage == "active"
    ]
    return tuple(Due(ref, day, late=day <= as_of) for day, ref in sorted(days))


def sign_off(pack: RulePack) -> str:
    """Whether somebody answers for exactly this pack, in words."""
    signed = pack.signatures
    if signed.whole is None:
        return "not signed off by a clinician"
    if not signed.valid:
        return f"not signed off as it stands: edited since {told(signed.whole)}"
    return f"signed off by {told(signed.whole)}"


def rule_sign_off(pack: RulePack, rule: Rule) -> str:
    """Whether somebody answers for a rule as it stands, in words."""
    signed = pack.signatures.by_rule.get(rule.id)
    return "not signed off by a clinician" if signed is None else f"signed off by {told(signed)}"
