"""From declarations as written to a vocabulary in which every name has its kind."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.reading.linker import Basics
from poise.reading.names import GOALS, Taxonomy
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.written import (
    FORMS,
    KINDS,
    FactWritten,
    FindingWritten,
    GoalWritten,
    GroupWritten,
    KindWritten,
    MeasureWritten,
    ScaleWritten,
)
from poise.source import Block, at
from poise.vocabulary import (
    BOTH,
    SIDES,
    Calculated,
    Choice,
    Choices,
    Date,
    Fact,
    Finding,
    Goal,
    Grade,
    Group,
    Kind,
    Measure,
    Number,
    Records,
    Scale,
    Text,
    Vocabulary,
    YesNo,
)
from poise.formula import Constant

Section = dict[str, tuple[Any, At]]
"""One section gathered from all files: name -> what was written, and where."""


class VocabularyReader:
    """Reads the vocabulary's sections; conditions and computations are linked afterwards."""

    def __init__(self, sections: Mapping[str, Section], basics: Basics) -> None:
        self._sections = sections
        self._basics = basics
        self._problems: Collector = basics.problems
        self.scales = self._scales()
        self.goals = self._goals()

    def kinds(self, section: str) -> dict[str, Kind]:
        """Attributes of cards: names with a kind."""
        found = {}
        for name, (value, place) in self._sections[section].items():
            written = validate(
                KindWritten, value, self._basics, self._problems, place, f"the attribute '{name}'"
            )
            kind = written and self._kind(written, value, place, None)
            if kind is not None:
                found[name] = kind
        return found

    def vocabulary(self, taxonomy: Taxonomy, finding_groups: Mapping[str, str]) -> Vocabulary:
        groups = self._groups()
        facts = self._facts(taxonomy, groups)
        facts[GOALS] = Fact(
            GOALS, "Goals", "What does the patient wish for?", Choices(tuple(self.goals))
        )
        return Vocabulary(
            scales=self.scales,
            groups=groups,
            facts=facts,
            measures=self._measures(),
            findings=self._findings(finding_groups),
            goals=self.goals,
            areas=tuple(taxonomy.areas),
        )

    def _scales(self) -> dict[str, Scale]:
        scales = {}
        for name, (value, place) in self._sections["scales"].items():
            written = validate(
                ScaleWritten, value, self._basics, self._problems, place, f"the scale '{name}'"
            )
            if written is None:
                continue
            if len(set(written.levels)) < len(written.levels):
                self._problems.error(
                    place, "duplicate-id", f"the scale '{name}' names a level twice", "keep one"
                )
            scales[name] = Scale(name, written.levels, written.higher_is, written.source)
        return scales

    def _goals(self) -> dict[str, Goal]:
        goals = {}
        for name, (value, place) in self._sections["goals"].items():
            written = validate(
                GoalWritten, value, self._basics, self._problems, place, f"the goal '{name}'"
            )
            if written is not None:
                goals[name] = Goal(name, written.label, written.conflicts_with)
        for goal in goals.values():
            for other in goal.conflicts_with:
                if other not in goals:
                    self._problems.error(
                        self._sections["goals"][goal.id][1],
                        "unknown-name",
                        f"'{goal.id}' conflicts with '{other}', which is not a goal",
                        did_you_mean(other, goals),
                    )
        return goals

    def _groups(self) -> dict[str, Group]:
        groups = {}
        for name, (value, place) in self._sections["groups"].items():
            written = validate(
                GroupWritten, value, self._basics, self._problems, place, f"the group '{name}'"
            )
            if written is not None:
                groups[name] = Group(name, written.label, written.nothing_to_report)
        return groups

    def _facts(self, taxonomy: Taxonomy, groups: Mapping[str, Group]) -> dict[str, Fact]:
        facts: dict[str, Fact] = {}
        for name, (value, place) in self._sections["facts"].items():
            written = validate(
                FactWritten, value, self._basics, self._problems, place, f"the fact '{name}'"
            )
            kind = written and self._kind(written, value, place, taxonomy)
            if written is None or kind is None:
                continue
            if "." not in name:
                self._problems.error(
                    place,
                    "wrong-kind",
                    f"the fact '{name}' belongs to no group",
                    "write it as 'group.name'",
                )
                continue
            fact = Fact(
                id=name,
                label=written.label,
                ask=" ".join(written.ask.split()),
                kind=kind,
                each=written.each,
                source=written.source,
                method=written.method,
                normal=self._normal(written.normal, kind, place),
                safety=written.safety,
                changeable=written.changeable,
            )
            if fact.group not in groups:
                self._problems.error(
                    place,
                    "unknown-name",
                    f"the group '{fact.group}' of the fact '{name}' is not declared",
                    did_you_mean(fact.group, groups) or "declare it under 'groups:'",
                )
            facts[name] = fact
        return facts

    def _normal(self, value: Any, kind: Kind, place: At) -> str | tuple[str, ...] | None:
        if value is None:
            return None
        if isinstance(kind, Choices | Records):
            if value == [] or (isinstance(value, str) and value == "none"):
                return ()
        elif isinstance(value, str):
            words = {YesNo: ("yes", "no")}.get(type(kind), ())
            if isinstance(kind, Grade):
                words = kind.scale.levels
            if isinstance(kind, Choice):
                words = kind.options
            if value in words or isinstance(kind, Number):
                return str(value)
        self._problems.error(
            at(value, place),
            "wrong-kind",
            f"{quoted(value)} cannot be the normal answer, as this is {kind.noun}",
            "a normal answer is a value of the fact; [] for a list",
        )
        return None

    def _findings(self, groups: Mapping[str, str]) -> dict[str, Finding]:
        findings = {}
        for name, (value, place) in self._sections["findings"].items():
            noun = f"the finding '{name}'"
            written = validate(FindingWritten, value, self._basics, self._problems, place, noun)
            if written is None:
                continue
            fields = {"answer": written.answer, "grade": written.grade, "choices": written.choices}
            kind = self._kind(KindWritten(**fields), value, place, None)
            if not isinstance(kind, YesNo | Grade | Choices):
                continue
            if written.group not in groups:
                self._problems.error(
                    at(value["group"], place),
                    "unknown-name",
                    f"'{written.group}' is not among the pack's 'finding_groups'",
                    did_you_mean(written.group, groups),
                )
            findings[name] = Finding(name, written.label, written.group, kind, written.each)
        return findings

    def _measures(self) -> dict[str, Measure]:
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
            kind = (
                Date("any") if forms == ["latest"] else Number(written.unit, -math.inf, math.inf)
            )
            stand_in = Calculated(Constant(0.0))
            measures[name] = Measure(
                name, written.label, kind, stand_in, written.each, written.source
            )
        return measures

    def _kind(
        self, written: KindWritten, value: Any, place: At, taxonomy: Taxonomy | None
    ) -> Kind | None:
        said = [name for name in KINDS if getattr(written, name) is not None]
        if len(said) != 1:
            self._problems.error(
                place,
                "missing-field" if not said else "forbidden-here",
                "no kind of answer is said" if not said else f"it is both {' and '.join(said)}",
                f"give it one of: {', '.join(KINDS)}",
            )
            return None
        raw = value[said[0]]
        place = at(raw, place)
        match said[0]:
            case "grade":
                return self._grade(str(raw), place)
            case "number":
                assert written.number is not None
                return self._number(written, place)
            case "choice":
                return self._choice(raw, place)
            case "choices":
                return self._choices(raw, place)
            case "date":
                assert written.date is not None
                return Date(written.date)
            case "records":
                return self._records(raw, taxonomy)
        return self._answer(str(raw), taxonomy)

    def _answer(self, word: str, taxonomy: Taxonomy | None) -> Kind:
        if word == "text":
            return Text()
        if word == "side":
            return Choice((*SIDES, BOTH))
        if word == "product" and taxonomy is not None:
            return taxonomy.product_kind()
        if word == "area" and taxonomy is not None:
            return taxonomy.area_kind()
        return YesNo()

    def _grade(self, name: str, place: At) -> Kind | None:
        if name in self.scales:
            return Grade(self.scales[name])
        self._problems.error(
            place, "unknown-name", f"'{name}' is not a scale", did_you_mean(name, self.scales)
        )
        return None

    def _number(self, written: KindWritten, place: At) -> Kind:
        assert written.number is not None
        span = written.number
        if span.from_ > span.to:
            self._problems.error(
                place, "bad-number", f"the range runs from {span.from_:g} down to {span.to:g}"
            )
        return Number(span.unit, span.from_, span.to)

    def _choice(self, value: Any, place: At) -> Kind | None:
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            return Choice(tuple(str(one) for one in value))
        self._problems.error(
            place, "wrong-kind", f"'choice' takes a list of words, not {quoted(value)}"
        )
        return None

    def _choices(self, value: Any, place: At) -> Kind | None:
        """A list, or a tree of names."""
        below: dict[str, frozenset[str]] = {}
        names = _tree(value, below)
        if not names:
            self._problems.error(
                place,
                "wrong-kind",
                f"'choices' takes a list of words, or a tree of them, not {quoted(value)}",
                "such as [a, b], or {anticoagulant: [apixaban, warfarin]}",
            )
            return None
        if len(set(names)) < len(names):
            self._problems.error(place, "duplicate-id", "a choice is named twice", "keep one")
        return Choices(tuple(names), below)

    def _records(self, value: Any, taxonomy: Taxonomy | None) -> Kind | None:
        fields = {}
        for name, field in value.items():
            place = at(name, self._basics.place)
            noun = f"the field '{name}'"
            written = validate(KindWritten, field, self._basics, self._problems, place, noun)
            kind = written and self._kind(written, field, place, taxonomy)
            if kind is not None:
                fields[str(name)] = kind
        return Records(fields)


def _tree(value: Any, below: dict[str, frozenset[str]]) -> list[str]:
    """All names of a tree of choices; `below` is given those under each parent."""
    if isinstance(value, Block):
        names: list[str] = []
        for parent, children in value.items():
            inner = _tree(children, below) if children else []
            below[str(parent)] = frozenset(inner)
            names += [str(parent), *inner]
        return names
    if isinstance(value, list):
        found: list[str] = []
        for one in value:
            found += _tree(one, below) if isinstance(one, Block) else [str(one)]
        return found
    return [str(value)] if isinstance(value, str) and value else []


