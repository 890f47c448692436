"""The sources of a plan: what each is, how it was seen, and how certain and strong the advice is
that rests on it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from poise.pack import RulePack
from poise.plan import Plan, PlanArgument
from poise.rules import Source
from poise.wording import plain


@dataclass(frozen=True, slots=True)
class Cited:
    """A source or statement that a plan cites."""

    id: str
    about: str
    address: str
    kind: str
    year: str
    seen: str
    check_by: datetime.date | None
    certainty: str
    strength: str


def sources(plan: Plan, pack: RulePack) -> tuple[Cited, ...]:
    """Every source of the plan, in its order."""
    owners = {
        name: source for id_, source in pack.sources.items() for name in (id_, *source.statements)
    }
    said = _said(plan)
    return tuple(
        _cited(name, about, owners.get(name), said.get(name, []))
        for name, about in ((one.id, one.title) for one in plan.sources)
    )


def _cited(name: str, about: str, source: Source | None, arguments: list[tuple[str, str]]) -> Cited:
    return Cited(
        id=name,
        about=about,
        address=source.address if source else "",
        kind=source.kind if source else "",
        year=str(source.year) if source and source.year else "",
        seen=source.seen if source else "",
        check_by=source.check_by if source else None,
        certainty=", ".join(dict.fromkeys(plain(one) for one, _ in arguments)),
        strength=", ".join(dict.fromkeys(one for _, one in arguments)),
    )


def _said(plan: Plan) -> dict[str, list[tuple[str, str]]]:
    """Certainty and strength of what the plan says by each source."""
    found: dict[str, list[tuple[str, str]]] = {}
    for argument in _arguments(plan):
        for name in argument.evidence:
            found.setdefault(name, []).append((argument.certainty, argument.strength))
    return {name: sorted(set(told)) for name, told in found.items()}


def _arguments(plan: Plan) -> Iterator[PlanArgument]:
    for item in plan.items:
        yield from item.arguments
    for finding in plan.findings:
        yield from finding.arguments
