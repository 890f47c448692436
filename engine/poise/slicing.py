"""A rule by itself, with all that it rests on: a small pack that says of it what the whole says.

What a rule does rests on its own tests, and on the findings, measures and questions below them.
Of an assessment only what these read has to be read, which takes a hundredth of the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from poise.assessment import read_assessment
from poise.evaluate import evaluate
from poise.given import from_python
from poise.grounding import ground
from poise.pack import RulePack
from poise.placed import Value
from poise.problems import Collector
from poise.reads import Reach, declared
from poise.rules import Rule
from poise.situation import Model, inapplicable, inputs, model
from poise.values import Truth
from poise.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Slice:
    """One rule's part of a pack. `fields` are those of an assessment that can bear on it."""

    rule: str
    fields: tuple[str, ...]
    model: Model

    def truths(
        self, answers: Mapping[str, Any], clinic: Mapping[str, Any] | None = None
    ) -> Mapping[str, Truth] | None:
        """Every proposition's truth, by what an assessment says in these fields, one entry a
        field, and a clinic file; None where that is refused."""
        problems = Collector()
        own = self._value(answers, problems)
        kept = self._value(clinic, problems) if clinic else None
        vocabulary, taxonomy = self.model.vocabulary, self.model.taxonomy
        read = None if own is None else read_assessment(own, vocabulary, taxonomy, problems, kept)
        if read is None or problems.errors:
            return None
        view = inputs(self.model, read)
        if set(inapplicable(self.model, read, view)) - read.from_clinic:
            return None
        return evaluate(self.model.ground.logic, view.states, read.date).truths

    def _value(self, said: Mapping[str, Any], problems: Collector) -> Value | None:
        """What is said in these fields, as a file would say it."""
        return from_python({name: said[name] for name in self.fields if name in said}, "", problems)


class Slicer:
    """Cuts the slices of one pack."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._reach = Reach(pack.contents)
        self._concluded = {rule.id: _concluded(rule, pack.vocabulary) for rule in pack.rules}

    def slice_of(self, rule: Rule) -> Slice:
        """The part of the pack that a rule rests on."""
        names = self._reach.of_rule(rule)
        rules = [one for one in self._pack.rules if one is rule or self._concluded[one.id] & names]
        names = names.union(*(self._concluded[one.id] for one in rules))
        vocabulary = self._pack.vocabulary
        part = replace(
            vocabulary,
            facts=_only(vocabulary.facts, names),
            measures=_only(vocabulary.measures, names),
            findings=_only(vocabulary.findings, names),
        )
        fields = {*part.facts, *(fact.group for fact in part.facts.values()), "date"}
        return Slice(
            rule=rule.id,
            fields=tuple(sorted(fields | {"requests"} if rule.ceiling else fields)),
            model=model(part, self._pack.taxonomy, ground(part, rules)),
        )


def _concluded(rule: Rule, vocabulary: Vocabulary) -> frozenset[str]:
    """The findings that a rule concludes."""
    return declared((name for verb in rule.conclude for name, _ in verb.values), vocabulary)


def _only(declared: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    return {name: one for name, one in declared.items() if name in names}
