"""The thirteen source attributes that a decision support intervention discloses."""

from __future__ import annotations

from dataclasses import dataclass

from poise.disclosure import Use, uses
from poise.pack import RulePack
from poise.vocabulary import Disclosed

NONE = "none recorded"
TITLES: dict[Disclosed, str] = {
    "race": "Use of race",
    "ethnicity": "Use of ethnicity",
    "language": "Use of language",
    "sexual_orientation": "Use of sexual orientation",
    "gender_identity": "Use of gender identity",
    "sex": "Use of sex",
    "date_of_birth": "Use of date of birth",
    "social_determinants": "Use of social determinants of health",
    "health_status": "Use of health status assessments",
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: what it says, and for a use, what reads which facts."""

    title: str
    says: str
    details: tuple[str, ...] = ()


def attributes(pack: RulePack) -> tuple[Attribute, ...]:
    """All thirteen, in the order in which they are required."""
    head = pack.head
    cited = {name for rule in pack.rules if rule.stage == "active" for name in rule.evidence}
    dates = [f"released {head.released}", *([f"revised {head.revised}"] if head.revised else [])]
    return (
        Attribute(
            "Bibliographic citation",
            f"{len(cited)} sources and statements are cited by the rules; those of this plan are "
            "listed under Sources"
            if cited
            else NONE,
        ),
        Attribute("Developer", head.publisher or NONE),
        Attribute("Funding source", head.funding or NONE),
        Attribute("Release and revision dates", ", ".join(dates)),
        *(_attribute(one) for one in uses(pack)),
    )


def _attribute(use: Use) -> Attribute:
    if not use.facts:
        return Attribute(TITLES[use.kind], NONE)
    if not use.used:
        names = ", ".join(one.fact.label for one in use.facts)
        return Attribute(TITLES[use.kind], f"not used: may be recorded ({names}), nothing reads it")
    details = []
    for one in use.facts:
        parts = [_count(len(one.rules), "rule")] if one.rules else []
        parts += [_count(len(one.labels), "product label")] if one.labels else []
        parts += [f"whether to ask: {', '.join(one.asks)}"] if one.asks else []
        names = f" ({', '.join(rule.id for rule in one.rules)})" if one.rules else ""
        details.append(f"{one.fact.label}: {'; '.join(parts) or 'nothing reads it'}{names}")
    return Attribute(TITLES[use.kind], "used", tuple(details))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
