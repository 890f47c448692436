"""A pack with other rules over the same words, without reading its files again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from poise.check.structure import check_contents, dropped_sequences
from poise.grounding import CyclicFindings, ground
from poise.linked import Linked
from poise.pack import RulePack
from poise.problems import Collector
from poise.rules import Rule
from poise.situation import model


class VariedError(Exception):
    """There is no such pack; the text says why."""


def with_rules(pack: RulePack, rules: Iterable[Rule], name: str) -> RulePack:
    """The pack with these rules, which must use its words; `name` stands in its digest.

    Raises VariedError where their orders contradict each other, or findings rest on themselves.
    """
    contents = replace(pack.contents, rules=tuple(rules))
    dropped = pack.dropped_sequences
    if _ordering(contents.rules) != _ordering(pack.contents.rules):
        problems = Collector()
        check_contents(contents, problems)
        errors = [one for one in problems.sorted() if one.severity == "error"]
        if errors:
            raise VariedError(errors[0].message)
        dropped = dropped_sequences(contents)
    try:
        grounded = ground(contents.vocabulary, contents.rules)
    except CyclicFindings as error:
        raise VariedError(f"findings depend on each other in a circle: {error}") from None
    linked = Linked(contents, grounded, f"{pack.digest}: {name}", dropped, (), None)
    return RulePack(linked, model(contents.vocabulary, contents.taxonomy, grounded), None)


def _ordering(rules: Iterable[Rule]) -> list[Rule]:
    return [rule for rule in rules if rule.sequence]
