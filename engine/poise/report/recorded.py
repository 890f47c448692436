"""What was known of a patient when a plan was drawn up, and what was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from poise.answers import Record
from poise.assessment import Assessment
from poise.pack import RulePack
from poise.situation import situate
from poise.values import NOT_APPLICABLE, UNKNOWN, State
from poise.vocabulary import Fact, Records, Text, ground_name
from poise.wording import plain


@dataclass(frozen=True, slots=True)
class Line:
    """A fact or measure, what is known of it, how it is measured and what is usual."""

    label: str
    value: str
    method: str = ""
    usual: str = ""
    """What is usual, where the pack says so."""


@dataclass(frozen=True, slots=True)
class Group:
    """One group of facts: what was recorded, what was answered in one word, what is open."""

    title: str
    known: tuple[Line, ...]
    screened: tuple[str, ...]
    """Facts that one word for the whole group answered."""
    unknown: tuple[str, ...]
    not_applicable: tuple[str, ...]


def groups(pack: RulePack, assessment: Assessment) -> tuple[Group, ...]:
    """Every group of facts of the pack, in the order in which it declares them."""
    states = situate(pack.model, assessment).states
    told = _Told(pack, assessment, dict(states))
    return tuple(told.group(name) for name in pack.vocabulary.groups)


def measures(pack: RulePack, assessment: Assessment) -> tuple[Line, ...]:
    """What was worked out from the facts, as far as it is known."""
    states = situate(pack.model, assessment).states
    found = []
    for measure in pack.vocabulary.measures.values():
        for place in pack.vocabulary.places(measure.each) or (None,):
            name = ground_name(measure.id, place)
            state = states.get(name, UNKNOWN)
            if state not in (UNKNOWN, NOT_APPLICABLE):
                found.append(Line(pack.wording.label(name), pack.wording.value(name, state)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Told:
    pack: RulePack
    assessment: Assessment
    states: dict[str, State]

    def group(self, name: str) -> Group:
        facts = [one for one in self.pack.vocabulary.facts.values() if one.group == name]
        lines = [(fact, kind, line) for fact in facts for kind, line in self._lines(fact)]
        return Group(
            title=self.pack.vocabulary.groups[name].label,
            known=tuple(line for _, kind, line in lines if kind == "known"),
            screened=self._labels("screened", lines),
            unknown=self._labels("unknown", lines),
            not_applicable=self._labels("not_applicable", lines),
        )

    def _labels(self, wanted: str, lines: list[tuple[Fact, str, Line]]) -> tuple[str, ...]:
        """What the facts of one kind are called; one that is so everywhere is told once."""
        found: list[str] = []
        for fact in dict.fromkeys(fact.id for fact, _, _ in lines):
            of_it = [(kind, line.label) for one, kind, line in lines if one.id == fact]
            if all(kind == wanted for kind, _ in of_it):
                found.append(self.pack.vocabulary.facts[fact].label)
            else:
                found += [label for kind, label in of_it if kind == wanted]
        return tuple(found)

    def _lines(self, fact: Fact) -> Iterator[tuple[str, Line]]:
        if isinstance(fact.kind, Text):
            if fact.id in self.assessment.texts:
                yield "known", Line(fact.label, self.assessment.texts[fact.id])
            return
        if isinstance(fact.kind, Records):
            yield from self._records(fact, fact.kind)
            return
        for place in self.pack.vocabulary.places(fact.each) or (None,):
            name = ground_name(fact.id, place)
            yield (
                self._kind(fact, name),
                Line(
                    self.pack.wording.label(name),
                    self.pack.wording.value(name, self.states[name]),
                    fact.method,
                    fact.reference,
                ),
            )

    def _kind(self, fact: Fact, name: str) -> str:
        state = self.states[name]
        if state is NOT_APPLICABLE:
            return "not_applicable"
        if state is UNKNOWN:
            return "unknown"
        return "known" if name in self.assessment.places or not self._screened(fact) else "screened"

    def _screened(self, fact: Fact) -> bool:
        return fact.group in self.assessment.screened

    def _records(self, fact: Fact, kind: Records) -> Iterator[tuple[str, Line]]:
        listed = self.assessment.records.get(fact.id)
        if listed is None:
            known = "not_applicable" if self.states.get(fact.id) is NOT_APPLICABLE else "unknown"
            yield known, Line(fact.label, "not known")
        elif not listed:
            given = fact.id in self.assessment.places or not self._screened(fact)
            yield "known" if given else "screened", Line(fact.label, "none")
        for record in listed or ():
            yield "known", Line(fact.label, self._record(kind, record))

    def _record(self, kind: Records, record: Record) -> str:
        """The fields of a record that are known, in the order of their declaration."""
        from poise.writing import answer

        said = []
        for name, field in kind.fields.items():
            state = record.fields.get(name, UNKNOWN)
            if state not in (UNKNOWN, NOT_APPLICABLE):
                written = answer(field, state)
                words = ", ".join(written) if isinstance(written, list) else str(written)
                said.append(f"{plain(name)} {plain(words) or 'none'}")
        return "; ".join(said)
