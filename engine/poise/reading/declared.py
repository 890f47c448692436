"""The declarations that rules speak of: facts, findings and measures."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from poise.formula import Constant
from poise.problems import At, Collector, did_you_mean, nearest
from poise.reading.kinds import KindReader, words
from poise.reading.linker import Basics
from poise.reading.scalars import number, quoted
from poise.reading.structure import validate
from poise.reading.written import FORMS, FactWritten, FindingWritten, KindWritten, MeasureWritten
from poise.source import at
from poise.taxonomy import Taxonomy
from poise.vocabulary import (
    Calculated,
    Choices,
    Date,
    Fact,
    Finding,
    Grade,
    Kind,
    Measure,
    Number,
    Records,
    YesNo,
)

Section = dict[str, tuple[Any, At]]
"""One section gathered from all files: name -> what was written, and where."""


class DeclarationReader:
    """Reads facts, findings and measures; what they link to is linked afterwards."""

    def __init__(self, sections: Mapping[str, Section], kinds: KindReader, basics: Basics) -> None:
        self._sections = sections
        self._kinds = kinds
        self._basics = basics
        self._problems: Collector = basics.problems
        self.meant: set[str] = set()
        """What facts of a misspelt group were meant to be called."""

    def facts(self, taxonomy: Taxonomy) -> dict[str, Fact]:
        facts: dict[str, Fact] = {}
        missing: set[str] = set()
        for name, (value, place) in self._sections["facts"].items():
            noun = f"the fact '{name}'"
            written = validate(FactWritten, value, self._basics, self._problems, place, noun)
            kind = None
            if written is not None:
                kind = self._kinds.read(written, value, noun, place, taxonomy)
            group = name.split(".", 1)[0]
            if group not in {*self._sections["groups"], *missing} and "." in name:
                missing.add(group)
                self._problems.error(
                    place,
                    "unknown-name",
                    f"the group '{group}' of {noun} is not declared",
                    did_you_mean(group, self._sections["groups"]) or "declare it under 'groups:'",
                )
            if group in missing:
                near = nearest(group, self._sections["groups"])
                self.meant.add(f"{near}{name.removeprefix(group)}")
            if written is None or kind is None:
                continue
            facts[name] = Fact(
                id=name,
                label=written.label,
                ask=" ".join(written.ask.split()),
                kind=kind,
                each=written.each,
                source=written.source,
                method=written.method,
                reference=written.reference,
                context=written.context,
                normal=self._normal(written.normal, kind, place),
                safety=written.safety,
                changeable=written.changeable,
                disclosed_as=written.disclosed_as,
            )
        return facts

    def _normal(self, value: Any, kind: Kind, place: At) -> str | tuple[str, ...] | None:
        if value is None:
            return None
        if isinstance(kind, Choices | Records):
            if value in ([], "none"):
                return ()
        elif isinstance(value, str):
            found = number(value) if isinstance(kind, Number) else None
            plausible = found is not None and kind.low <= found <= kind.high  # type: ignore[union-attr]
            if plausible or value in words(kind):
                return str(value)
        self._problems.error(
            at(value, place),
            "wrong-kind",
            f"{quoted(value)} cannot be the normal answer, as this is {kind.noun}",
            (did_you_mean(value, words(kind)) if isinstance(value, str) else "")
            or "a normal answer is a value of the fact; [] for a list",
        )
        return None

    def findings(self, groups: Mapping[str, str]) -> dict[str, Finding]:
        findings = {}
        for name, (value, place) in self._sections["findings"].items():
            noun = f"the finding '{name}'"
            written = validate(FindingWritten, value, self._basics, self._problems, place, noun)
            if written is None:
                continue
            fields = {"answer": written.answer, "grade": written.grade, "choices": written.choices}
            kind = self._kinds.read(KindWritten(**fields), value, noun, place)
            if written.group not in groups:
                self._problems.error(
                    at(value["group"], place),
                    "unknown-name",
                    f"'{written.group}' is not among the pack's 'finding_groups'",
                    did_you_mean(written.group, groups),
                )
            if isinstance(kind, YesNo | Grade | Choices):
                findings[name] = Finding(name, written.label, written.group, kind, written.each)
        return findings

    def measures(self) -> dict[str, Measure]:
        """Measures with their kinds alone: what they compute is linked once all are known."""
        measures = {}
        for name, (value, place) in self._sections["measures"].items():
            noun = f"the measure '{name}'"
            written = validate(MeasureWritten, value, self._basics, self._problems, place, noun)
            if written is None:
                continue
            forms = [form for form in FORMS if getattr(written, form) is not None]
            if len(forms) != 1:
                self._problems.error(
                    place,
                    "missing-field" if not forms else "forbidden-here",
                    f"{noun} is computed in {'no way' if not forms else ' and '.join(forms)}",
                    f"give it one of: {', '.join(FORMS)}",
                )
                continue
            whole = Number(written.unit, -math.inf, math.inf)
            kind = Date("any") if forms == ["latest"] else whole
            stand_in = Calculated(Constant(0.0))
            measures[name] = Measure(
                name, written.label, kind, stand_in, written.each, written.source
            )
        return measures
