"""Facts and their rules as the text of rulesets that durable-rules compiles.

The engine pays for each of its rules in every run (some 12 kB to set up and clear), and a pack has
thousands of symbols. So one engine rule serves symbols of several facts, one of each: which of
them was derived is told by the rule and the fact together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from poise.lower import Program, Symbol
from poise.rete.facts import Fact, gather
from poise.rete.limits import EXPRESSIONS, FACTS_OF_RULESET, RULES_OF_RULESET, refuse_collisions
from poise.rete.literals import literal
from poise.rete.plan import Rule, plan
from poise.rete.ruleset import BOOT, BOOT_TESTS, OWN_NAMES, SESSION, TOPIC, Asked, Source, Written
from poise.rete.views import Comparison, Key, name_of

Places = Mapping[Key | Symbol, int]


def write(program: Program) -> Written:
    """A program for the engine. Raises SecondEngineLimit where the engine cannot hold it."""
    planned = plan(program)
    facts = tuple(gather(planned.rules))
    keys = tuple(dict.fromkeys(chain(*(fact.keys for fact in facts))))
    refuse_collisions([*OWN_NAMES, *(name_of(place) for place in range(len(keys)))])
    places = {key: place for place, key in enumerate(keys)}
    return Written(
        keys=keys,
        inputs=program.inputs,
        given=planned.given,
        rulesets=tuple(_rulesets(facts, places)),
        propositions=program.propositions,
        findings=program.findings,
    )


def _rulesets(facts: Iterable[Fact], places: Places) -> Iterator[Source]:
    """As many as it takes, their facts in order."""
    draft = _Draft(places)
    for fact in facts:
        if draft.is_full(fact):
            yield draft.source()
            draft = _Draft(places)
        draft.add(fact)
    if not draft.is_empty():
        yield draft.source()


@dataclass(slots=True)
class _EngineRule:
    """Alternatives of one symbol each of several facts."""

    expressions: int = 2
    patterns: list[str] = field(default_factory=list)

    def holds(self, more: int) -> bool:
        return self.expressions + more <= EXPRESSIONS


class _Draft:
    """A ruleset while facts are added to it."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._rules: list[_EngineRule] = []
        self._facts: list[Asked] = []
        self._derives: dict[str, Symbol] = {}

    def is_empty(self) -> bool:
        return not self._facts

    def is_full(self, fact: Fact) -> bool:
        return (
            len(self._facts) == FACTS_OF_RULESET
            or len(self._rules) + len(fact.rules) > RULES_OF_RULESET
        )

    def add(self, fact: Fact) -> None:
        topic = len(self._facts) + 1
        head = f'{{"id":"{topic:04}","sid":"{SESSION}","{TOPIC}":{topic},'
        self._facts.append(Asked(head, tuple(self._places[key] for key in fact.keys)))
        unused = list(range(len(self._rules)))
        for rule in fact.rules:
            number = self._engine_rule(_expressions(rule), unused)
            self._rules[number].expressions += _expressions(rule)
            self._rules[number].patterns += _patterns(topic, rule, self._places)
            self._derives[f'{number:04}":[{{"m":{{"id":"{topic:04}'] = rule.symbol

    def _engine_rule(self, expressions: int, unused: list[int]) -> int:
        """The first engine rule with room that serves no symbol of this fact yet."""
        for number in unused:
            if self._rules[number].holds(expressions):
                unused.remove(number)
                return number
        self._rules.append(_EngineRule())
        return len(self._rules) - 1

    def source(self) -> Source:
        rules = [f'"{BOOT}":{_engine_rule(f"""{{"$and":[{BOOT_TESTS}]}}""")}']
        for number, rule in enumerate(self._rules):
            rules.append(f'"{number:04}":{_engine_rule(_either(rule.patterns))}')
        return Source(f"{{{','.join(rules)}}}", tuple(self._facts), self._derives)


def _engine_rule(pattern: str) -> str:
    # One firing for all that match: an engine rule fires again for each alternative that holds.
    return f'{{"all":[{{"m":{pattern}}}],"cap":255}}'


def _expressions(rule: Rule) -> int:
    singles = sum(len(each) == 1 for each in rule.alternatives)
    return 2 * (len(rule.alternatives) - singles) + 2 * min(singles, 2)


def _patterns(topic: int, rule: Rule, places: Places) -> list[str]:
    """The alternatives as patterns on one fact; single comparisons stand together."""
    written = [[_written(one, places) for one in each] for each in rule.alternatives]
    singles = [each[0] for each in written if len(each) == 1]
    longer = [each for each in written if len(each) > 1]
    every = [*([[_either(singles)]] if singles else []), *longer]
    return [f'{{"$and":[{{"{TOPIC}":{topic}}},{",".join(each)}]}}' for each in every]


def _either(patterns: list[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f'{{"$or":[{",".join(patterns)}]}}'


def _written(comparison: Comparison, places: Places) -> str:
    plain = f'{{"{name_of(places[comparison.key])}":{literal(comparison.value)}}}'
    return plain if comparison.operator == "$eq" else f'{{"{comparison.operator}":{plain}}}'
