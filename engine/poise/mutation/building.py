"""Builds a pack in which one rule is another, without reading its files again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from poise.check.structure import check_contents, dropped_sequences
from poise.contents import Contents, RuleDefaults
from poise.grounding import CyclicFindings, ground
from poise.linked import Linked
from poise.mutation.written import WrittenRule
from poise.pack import RulePack
from poise.placed import Block
from poise.problems import Collector, Problem
from poise.reading.linker import Linker
from poise.reading.names import Names
from poise.reading.rules import RuleReader
from poise.rules import VERBS, Rule
from poise.situation import model

GOVERNANCE = ("evidence", "strength", "certainty", "reviewed", "review_by", "catalogue")


@dataclass(frozen=True, slots=True)
class Stillborn:
    """A change with which the pack does not load."""

    problem: str


class Builder:
    """Reads changed rules over the names of one pack, and puts them into it."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        contents = pack.contents
        citable = {*contents.sources}
        citable.update(one for source in contents.sources.values() for one in source.statements)
        self._names = Names(contents.vocabulary, contents.taxonomy, frozenset(citable))

    def rule(self, written: WrittenRule, block: Block) -> Rule | Stillborn | None:
        """What a changed rule says; None where it has nothing left to do."""
        if not any(kind.word in block for kind in VERBS):
            return None
        problems = Collector()
        linker = Linker(self._names, problems, written.place)
        reader = RuleReader(linker, self._names.taxonomy, problems, RuleDefaults())
        reader.read([block], written.place, RuleDefaults())
        if problems.errors:
            return Stillborn(_first(problems))
        inherited = {name: getattr(written.rule, name) for name in GOVERNANCE}
        return reader.rules[written.rule.id].model_copy(update=inherited)

    def pack(self, name: str, becomes: Rule | None) -> RulePack | Stillborn:
        """The pack with one rule changed or gone."""
        old = self._pack
        rules = tuple(
            one
            for rule in old.contents.rules
            if (one := becomes if rule.id == name else rule) is not None
        )
        contents = replace(old.contents, rules=rules)
        dropped = old.dropped_sequences
        if old.rules_by_id[name].sequence:
            problem = _contradiction(contents)
            if problem:
                return Stillborn(problem)
            dropped = dropped_sequences(contents)
        try:
            grounded = ground(contents.vocabulary, rules)
        except CyclicFindings as error:
            return Stillborn(f"findings depend on each other in a circle: {error}")
        linked = Linked(contents, grounded, f"{old.digest}: {name}", dropped, (), None)
        return RulePack(linked, model(contents.vocabulary, contents.taxonomy, grounded), None)


def _contradiction(contents: Contents) -> str:
    problems = Collector()
    check_contents(contents, problems)
    return _first(problems) if problems.errors else ""


def _first(problems: Collector) -> str:
    first: Problem = next(one for one in problems.sorted() if one.severity == "error")
    return first.message
