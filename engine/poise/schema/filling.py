"""Fills the fields that speak of other names, from a pack's vocabulary.

Each method is the twin of the method of the same name in `poise.reading.linker`: that one reads
what is written, this one says what may be. A field marked `Reads("selector")` is filled by
`selector`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from poise.reading.conditions import Scope
from poise.schema.conditions import Conditions
from poise.schema.definitions import Definitions
from poise.schema.describing import described
from poise.schema.selectors import Selectors
from poise.schema.words import Json, day, figure, length, one_of, one_or_more, words
from poise.vocabulary import (
    Choices,
    Date,
    Each,
    Fact,
    Finding,
    Grade,
    Measure,
    Number,
    Vocabulary,
)

if TYPE_CHECKING:
    from poise.pack import RulePack


class Filling:
    """What may be written in a rule that says `each`, or does not."""

    def __init__(self, pack: RulePack, definitions: Definitions, each: Each | None = None) -> None:
        self._pack = pack
        self._vocabulary: Vocabulary = pack.vocabulary
        self._definitions = definitions
        self._each: Each | None = each
        self.conditions = Conditions(pack, definitions)
        self.selectors = Selectors(pack, definitions)

    def condition(self) -> Json:
        return self.conditions.condition(Scope(each=self._each))

    def required(self) -> Json:
        return self.conditions.condition(Scope(each=self._each, required=True))

    def selector(self) -> Json:
        return self.selectors.selector()

    def duration(self) -> Json:
        return self._definitions.refer("length", length)

    def yes(self) -> Json:
        return words(("yes", "no"))

    def day(self) -> Json:
        return self._definitions.refer("day", day)

    def figure(self) -> Json:
        return figure()

    def sources(self) -> Json:
        return self._definitions.refer("sources", lambda: one_or_more(self._source()))

    def _source(self) -> Json:
        cited = {one: self._pack.cited(one) for one in self._citable()}
        return self._definitions.refer("source", lambda: one_of(cited, cited))

    def _citable(self) -> list[str]:
        named = [(name, *source.statements) for name, source in self._pack.sources.items()]
        return [one for names in named for one in names]

    def candidates(self, space: str) -> Json:
        return self.selectors.part(space)

    def name(self, space: str) -> Json:
        """A name of a goal, a purpose, a finding, a fact or a date."""
        if space in ("goal", "acts_on"):
            return self.selectors.name("for" if space == "goal" else space)
        known = self._vocabulary
        if space == "finding":
            return self._named("finding", tuple(known.findings.values()))
        if space == "fact":
            name = f"fact:each_{self._each}" if self._each else "fact"
            return self._named(name, tuple(known.facts.values()))
        facts = [fact for fact in known.facts.values() if isinstance(fact.kind, Date)]
        measures = [one for one in known.measures.values() if isinstance(one.kind, Date)]
        name = f"date:each_{self._each}" if self._each else "date"
        return self._named(name, (*facts, *measures))

    def _named(self, name: str, declared: tuple[Fact | Measure | Finding, ...]) -> Json:
        labels: dict[str, str] = {}
        for one in declared:
            if isinstance(one, Finding) or one.each in (None, self._each):
                labels[one.id] = one.label
            for place in self._vocabulary.places(one.each):
                labels[f"{one.id}.{place}"] = f"{one.label}, {place}"
        return self._definitions.refer(f"name:{name}", lambda: one_of(labels, labels))

    def limit(self) -> Json:
        measures = {
            one.id: one.label
            for one in self._vocabulary.measures.values()
            if isinstance(one.kind, Number) and one.each is None
        }
        return {"anyOf": [figure(), *([one_of(measures, measures)] if measures else [])]}

    def conclusion(self) -> Json:
        """Findings, with the values that a rule may put into them."""
        said: dict[str, Json] = {}
        for finding in self._vocabulary.findings.values():
            value = self._definitions.keep(f"conclude:{finding.id}", self._value(finding))
            bound = finding.each in (None, self._each)
            if bound:
                said[finding.id] = value
            for place in self._vocabulary.places(finding.each):
                offered = value if not bound else {"allOf": [value], "doNotSuggest": True}
                said[f"{finding.id}.{place}"] = offered
        return {
            "type": "object",
            "properties": said,
            "additionalProperties": False,
            "minProperties": 1,
        }

    def _value(self, finding: Finding) -> Json:
        about = {"title": finding.label, "description": described(finding, self._pack)}
        match finding.kind:
            case Grade(scale):
                return about | one_of(scale.levels[1:])
            case Choices(options=options):
                return about | one_or_more(one_of(options))
        return about | words(("yes",))
