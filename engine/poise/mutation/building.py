"""Builds a pack in which one rule is another, without reading its files again."""

from __future__ import annotations

from dataclasses import dataclass

from poise.contents import RuleDefaults
from poise.mutation.written import WrittenRule
from poise.pack import RulePack
from poise.placed import Block
from poise.problems import Collector, Problem
from poise.reading.linker import Linker
from poise.reading.names import Names
from poise.reading.rules import RuleReader
from poise.rules import VERBS, Rule
from poise.varied import VariedError, with_rules

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
        rules = (
            one
            for rule in self._pack.contents.rules
            if (one := becomes if rule.id == name else rule) is not None
        )
        try:
            return with_rules(self._pack, rules, name)
        except VariedError as error:
            return Stillborn(str(error))


def _first(problems: Collector) -> str:
    first: Problem = next(one for one in problems.sorted() if one.severity == "error")
    return first.message
