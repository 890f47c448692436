"""What a rule concludes: findings with the values that it puts into them."""

from __future__ import annotations

from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.reading.names import Names
from poise.reading.scalars import quoted
from poise.source import at
from poise.vocabulary import Choices, Each, Finding, Grade, YesNo


class ConclusionReader:
    """Reads conclusions over a vocabulary, reporting what it cannot read."""

    def __init__(self, names: Names, problems: Collector) -> None:
        self._names = names
        self._vocabulary = names.vocabulary
        self._problems = problems

    def read(
        self, value: Any, place: At, each: Each | None
    ) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each finding with its values; several where several may hold."""
        place = at(value, place)
        if not isinstance(value, dict) or not value:
            self._problems.error(
                place,
                "wrong-kind",
                f"'conclude' takes a finding and a value, not {quoted(value)}",
                "such as 'conclude: {GROUP.FINDING: yes}'",
            )
            return ()
        found = []
        for name in sorted(value):
            finding = self._finding(name, at(name, place), each)
            values = () if finding is None else self._values(finding, value[name], place)
            if values:
                found.append((str(name), values))
        return tuple(found)

    def _finding(self, name: str, place: At, each: Each | None) -> Finding | None:
        if name in self._names.unread:
            return None
        owner, where = self._vocabulary.split(name)
        declared = self._vocabulary.get(owner)
        if where is not None and declared is not None:
            if where not in self._vocabulary.places(declared.each):
                declared = None
        elif declared is not None and declared.each not in (None, each):
            way = f"give the rule 'each: {declared.each}'"
            self._problems.error(place, *self._names.bare(name, declared, way))
        if isinstance(declared, Finding):
            return declared
        what = "is not a finding" if declared else "is not declared"
        self._problems.error(
            place,
            "unknown-name",
            f"'{name}' {what}",
            did_you_mean(name, self._vocabulary.findings),
        )
        return None

    def _values(self, finding: Finding, value: Any, place: At) -> tuple[str, ...]:
        match finding.kind:
            case YesNo():
                allowed: tuple[str, ...] = ("yes",)
            case Grade(scale):
                allowed = scale.levels
            case Choices(options=options):
                allowed = options
        several = isinstance(value, list) and bool(value) and isinstance(finding.kind, Choices)
        place = at(value, place)
        for one in value if several else [value]:
            if not isinstance(one, str) or one not in allowed:
                self._refuse(finding, one, allowed, at(one, place))
                return ()
            if isinstance(finding.kind, Grade) and one == allowed[0]:
                self._problems.error(
                    at(one, place),
                    "lowest-level",
                    f"'{one}' is the lowest level of '{finding.id}', and means that it is absent",
                    "leave it out: where no rule holds, the finding is absent",
                )
                return ()
        return tuple(str(one) for one in value) if several else (str(value),)

    def _refuse(self, finding: Finding, value: Any, allowed: tuple[str, ...], place: At) -> None:
        hint = did_you_mean(value, allowed) if isinstance(value, str) else ""
        if isinstance(finding.kind, YesNo) and value == "no":
            hint = "a rule concludes that it is there; where no rule holds, it is absent"
        self._problems.error(
            place,
            "unknown-name",
            f"{quoted(value)} is nothing that '{finding.id}' can be",
            hint or f"one of: {', '.join(allowed)}",
        )
