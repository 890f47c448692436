"""How often what a rule says is accepted, edited or overridden, by rule and version.

A rule that is overridden again and again is wrong, or says too much. What nobody answered is not
counted as overridden, and what was erased is not counted at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from poise.record.feedback import rules_of
from poise.record.form import Record
from poise.record.reading import content, records
from poise.record.store import Store

_FOR = ("suggest", "prefer", "caution")
_AGAINST = ("exclude", "defer", "ceiling", "require", "avoid")


@dataclass(frozen=True, slots=True)
class Rate:
    """One version of one rule."""

    rule: str
    version: str
    decisions: int
    """In how many decisions it argued."""
    accepted: int
    edited: int
    overridden: int
    """How many answers there were on what it carried."""

    @property
    def answered(self) -> int:
        return self.accepted + self.edited + self.overridden

    @property
    def rate(self) -> float | None:
        """The share of answers that overrode it; None where nobody answered."""
        return self.overridden / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class Rates:
    """What a store says of its rules."""

    decisions: int
    erased: int
    answered: int
    """Decisions on which there is feedback."""
    first: str
    last: str
    candidacies: Mapping[str, int]
    packs: Mapping[str, int]
    """Decisions by pack, version and the first digits of its digest."""
    engines: Mapping[str, int]
    reasons: Mapping[str, int]
    rules: tuple[Rate, ...]
    """The most often overridden first."""


@dataclass
class _Counts:
    """What one reading of a store gathers."""

    decisions: int = 0
    erased: int = 0
    times: list[str] = field(default_factory=list)
    candidacies: Counter[str] = field(default_factory=Counter)
    packs: Counter[str] = field(default_factory=Counter)
    engines: Counter[str] = field(default_factory=Counter)
    argued: Counter[tuple[str, str]] = field(default_factory=Counter)
    carried: dict[int, Mapping[str, frozenset[tuple[str, str]]]] = field(default_factory=dict)
    """By decision: what carries each item, and each rule."""
    latest: dict[tuple[int, str], Mapping[str, str]] = field(default_factory=dict)
    """The last feedback on each item, rule or plan."""

    def decision(self, record: Record, plan: Mapping[str, Any] | None) -> None:
        pack = record.said["pack"]
        self.decisions += 1
        self.times.append(record.time)
        self.packs[f"{pack['id']} {pack['version']} ({pack['digest'][:12]})"] += 1
        self.engines[record.said["engine"]["version"]] += 1
        if plan is None:
            self.erased += 1
            return
        self.candidacies[plan["candidacy"]["status"]] += 1
        versions = rules_of(plan)
        self.argued.update(versions.items())
        own = {f"rule {rule}": frozenset({(rule, said)}) for rule, said in versions.items()}
        items = {
            f"item {item['product']}/{item['area']}": frozenset(_carriers(item))
            for item in plan["items"]
        }
        self.carried[record.sequence] = own | items

    def feedback(self, about: int, said: Mapping[str, str]) -> None:
        target = f"item {said['item']}" if said["item"] else f"rule {said['rule']}"
        self.latest[about, target if said["item"] or said["rule"] else "plan"] = said


def _carriers(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The rules to which an answer to an item is an answer: those that put it where it stands."""
    suggested = item["status"] in ("advised", "cautioned")
    held = item["status"] == "on_hold"
    for one in item["arguments"]:
        speaks = one["verb"] in (_FOR if suggested else _AGAINST)
        if speaks and not one["options"] and (held or one["holds"] == "surely"):
            yield one["rule"], one["version"]


def rates(store: Store) -> Rates:
    """Count decisions, feedback and rules. Raises RecordError where a record was altered."""
    counts = _Counts()
    with store.reading() as connection:
        for kept in records(connection):
            record = kept.record
            if record.kind == "decision":
                counts.decision(record, content(connection, record, "plan"))
            elif record.kind == "feedback":
                said = content(connection, record, "feedback")
                if said is not None:
                    counts.feedback(record.said["about"], said)
    return _rates(counts)


def _rates(counts: _Counts) -> Rates:
    outcomes: dict[tuple[str, str], Counter[str]] = {one: Counter() for one in counts.argued}
    reasons: Counter[str] = Counter()
    for (about, target), said in counts.latest.items():
        reasons.update([said["reason"]] if said["reason"] else [])
        for rule in counts.carried.get(about, {}).get(target, ()):
            outcomes[rule][said["outcome"]] += 1
    rules = [
        Rate(*rule, counts.argued[rule], found["accepted"], found["edited"], found["overridden"])
        for rule, found in outcomes.items()
    ]
    return Rates(
        decisions=counts.decisions,
        erased=counts.erased,
        answered=len({about for about, _ in counts.latest}),
        first=min(counts.times, default=""),
        last=max(counts.times, default=""),
        candidacies=dict(counts.candidacies.most_common()),
        packs=dict(counts.packs.most_common()),
        engines=dict(counts.engines.most_common()),
        reasons=dict(reasons.most_common()),
        rules=tuple(sorted(rules, key=_order)),
    )


def _order(one: Rate) -> tuple[float, int, int, str]:
    return -(one.rate or 0), -one.overridden, -one.decisions, one.rule
