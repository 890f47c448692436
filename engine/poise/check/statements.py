"""What a pack states of itself: on what no suggestion rests, and what no text says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from poise import formula
from poise.contents import Contents
from poise.pack import RulePack
from poise.problems import Problem
from poise.proofs import Proof
from poise.trees import facts_read
from poise.vocabulary import Calculated, Cases, CountRecords, LatestRecord, Points, SumRecords

Path = tuple[str, ...]
"""From a rule to what it rests on, one name after the other."""
_NOT_SAID = frozenset(
    {"id", "evidence", "catalogue", "supersedes", "each", "strength", "certainty", "stage"}
)
"""Fields of a rule that no reader of a plan reads as a sentence."""


def statements(pack: RulePack) -> Iterator[Problem]:
    """Every statement about the pack that does not hold."""
    for proof in pack.contents.proofs:
        if proof.no_suggestion_depends_on:
            yield from _dependence(pack, proof)
        if proof.no_text_matches:
            yield from _texts(pack.contents, proof)


def refuted(contents: Contents, proof: str, what: str, hint: str) -> Problem:
    """A proof that does not hold, told where it stands; or in the head of a pack that extends the
    one that states it, which brought it about."""
    place, message = contents.proof_places[proof], f"'{proof}' does not hold: {what}"
    if not place.file.startswith(contents.head_at.file.removesuffix("pack.yaml")):
        message = f"{message}; the pack that this one extends states it"
        place = contents.head_at
    return Problem(place.file, place.line, place.column, "proof-refuted", message, hint)


def _dependence(pack: RulePack, proof: Proof) -> Iterator[Problem]:
    rests = _Rests(pack)
    told: set[tuple[str, str]] = set()
    for suggestion in pack.suggestions:
        rule = suggestion.effect.rule.id
        for fact, path in rests.of(suggestion.effect.proposition).items():
            owner = pack.vocabulary.split(fact)[0]
            if owner in proof.no_suggestion_depends_on and (rule, owner) not in told:
                told.add((rule, owner))
                way = " -> ".join((*path, fact)) if path else f"its own test of '{fact}'"
                yield refuted(
                    pack.contents,
                    proof.id,
                    f"the suggestion of '{rule}' rests on '{owner}'",
                    f"by {way}",
                )


class _Rests:
    """The facts that conditions rest on, at any remove, each with one way to it."""

    def __init__(self, pack: RulePack) -> None:
        self._ground = pack.ground
        self._findings = {one.id: one for one in pack.ground.logic.findings}
        self._measures = {one.id: one for one in pack.ground.measures}
        self._known: dict[str, Mapping[str, Path]] = {}

    def of(self, proposition: str) -> Mapping[str, Path]:
        return self._all(facts_read(self._ground.conditions[proposition]))

    def _all(self, names: Iterable[str]) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for name in names:
            for fact, path in self._name(name).items():
                found.setdefault(fact, path)
        return found

    def _name(self, name: str) -> Mapping[str, Path]:
        if name not in self._known:
            inner = self._all(self._read_by(name))
            worked_out = name in self._findings or name in self._measures
            own: dict[str, Path] = {} if worked_out else {name: ()}
            self._known[name] = own | {fact: (name, *path) for fact, path in inner.items()}
        return self._known[name]

    def _read_by(self, name: str) -> Iterator[str]:
        if name in self._findings:
            for one in self._findings[name].conclusions:
                yield from facts_read(self._ground.conditions[one.proposition])
        elif name in self._measures:
            yield from _operands(self._measures[name].computation)
        elif name in self._ground.asked_when:
            yield from facts_read(self._ground.asked_when[name])


def _operands(computation: Any) -> Iterator[str]:
    match computation:
        case Calculated(read):
            yield from formula.names(read)
        case Points(lines):
            for condition, _ in lines:
                yield from facts_read(condition)
        case Cases(cases, otherwise):
            for condition, value in cases:
                yield from (*facts_read(condition), *formula.names(value))
            if otherwise is not None:
                yield from formula.names(otherwise)
        case CountRecords(query) | LatestRecord(query) | SumRecords(query=query):
            yield query.records


# --- texts -----------------------------------------------------------------------------------


def _texts(contents: Contents, proof: Proof) -> Iterator[Problem]:
    for pattern in proof.no_text_matches:
        wanted = re.compile(pattern, re.IGNORECASE)
        for where, text in texts(contents):
            match = wanted.search(" ".join(text.split()))
            if match:
                yield refuted(
                    contents,
                    proof.id,
                    f"{where} says '{match.group()}'",
                    f"no text may match '{pattern}'",
                )


def texts(contents: Contents) -> Iterator[tuple[str, str]]:
    """Every sentence that a plan, a form or a report can show, and where it stands."""
    for rule in contents.rules:
        for text in _said(rule):
            yield f"the rule '{rule.id}'", text
    for area in contents.taxonomy.areas.values():
        yield f"the card of '{area.id}'", f"{area.label}. {area.notes}"
    for product in contents.taxonomy.products.values():
        yield f"the card of '{product.id}'", f"{product.label}. {product.notes}"
    for fact in contents.vocabulary.facts.values():
        yield f"the fact '{fact.id}'", f"{fact.label}. {fact.ask} {fact.method}"
    for measure in contents.vocabulary.measures.values():
        yield f"the measure '{measure.id}'", measure.label
    for finding in contents.vocabulary.findings.values():
        yield f"the finding '{finding.id}'", finding.label
    for goal in contents.vocabulary.goals.values():
        yield f"the goal '{goal.id}'", goal.label
    head = contents.head
    for text in (head.intended_use, head.population, head.review_policy, *head.limitations):
        yield "'pack.yaml'", text


def _said(rule: BaseModel) -> Iterator[str]:
    for name in type(rule).model_fields:
        if name not in _NOT_SAID:
            yield from _sentences(getattr(rule, name))


def _sentences(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from _said(value)
    elif isinstance(value, tuple):
        for one in value:
            yield from _sentences(one)
