"""Which rules the scenarios of a pack exercise: seen to fire, not to fire, and open.

A rule fires where its condition holds; a ceiling, where it is reached; a requirement, where it is
not met, or lacks the answer that it wants. Open means that what was recorded does not decide it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from poise.conditions import ALWAYS, AllOf, Condition, Known, Line
from poise.grounding import Effect, Ground
from poise.pack import RulePack
from poise.planning.case import Case
from poise.reads import Reach, declared
from poise.rules import RESTRICTIVE, Ceiling, Require, Rule
from poise.trees import facts_read
from poise.values import Truth, all_of, any_of, negation

Seen = Literal["fires", "does not fire", "open"]
SEEN: tuple[Seen, ...] = ("fires", "does not fire", "open")
LACKING: Mapping[Seen, str] = {
    "fires": "never seen to fire",
    "does not fire": "never seen not to fire",
    "open": "never seen open, though they rest on a safety answer",
}


def rule_truths(case: Case) -> dict[str, Truth]:
    """For each active rule, whether it surely fires somewhere, surely nowhere, or neither."""
    return fired(case.pack.ground, case.situation.evaluation.truths)


def fired(ground: Ground, known: Mapping[str, Truth]) -> dict[str, Truth]:
    """The same, by what every proposition is."""
    truths: dict[str, list[Truth]] = {}
    for effect in ground.effects:
        truths.setdefault(effect.rule.id, []).append(effect_truth(ground, known, effect))
    return {name: any_of(found) for name, found in truths.items()}


def effect_truth(ground: Ground, known: Mapping[str, Truth], effect: Effect) -> Truth:
    """Whether one effect of a rule surely fires, surely does not, or neither."""
    truth = known[effect.proposition]
    if effect.lines:
        met = all_of([_met(known[line], ground.conditions[line]) for line in effect.lines])
        return all_of([truth, negation(met)])
    return truth


def _met(truth: Truth, line: Condition) -> Truth:
    """Whether a line of a requirement is met; one that wants an answer is not while there is
    none."""
    return False if truth is None and _wants_an_answer(line) else truth


def _wants_an_answer(condition: Condition) -> bool:
    return isinstance(condition, Line) and isinstance(condition.test, Known)


def seen(truth: Truth) -> Seen:
    return "open" if truth is None else "fires" if truth else "does not fire"


@dataclass(slots=True)
class Coverage:
    """Gathers, while scenarios run, what each rule of one pack was seen to do, and where.

    Of a pack that extends another only its own rules count: the others have scenarios in the
    features of the pack below.
    """

    pack: str
    titles: dict[str, str]
    expected: dict[Seen, list[str]]
    """The rules of which that is expected: not every rule can fail to fire, or be open."""
    seen: dict[str, dict[Seen, list[str]]] = field(default_factory=dict)
    features: list[str] = field(default_factory=list)
    """The files of the scenarios."""

    @classmethod
    def of(cls, pack: RulePack) -> Coverage:
        active = [rule for rule in pack.own_rules if rule.stage == "active"]
        resting = [rule for rule in active if can_rest(rule)]
        reach = Reach(pack.contents)
        return cls(
            pack=pack.head.id,
            titles={rule.id: rule.title for rule in active},
            expected={
                "fires": [rule.id for rule in active],
                "does not fire": [rule.id for rule in resting],
                "open": [rule.id for rule in resting if _rests_on_safety(rule, pack, reach)],
            },
        )

    def visit(self, feature: str) -> None:
        """Note that a scenario of this file was run, even where no plan came of it."""
        if feature not in self.features:
            self.features.append(feature)

    def take(self, case: Case, scenario: str) -> None:
        """Note what every rule does in a scenario."""
        for name, truth in rule_truths(case).items():
            self.note(name, seen(truth), scenario)

    def note(self, rule: str, what: Seen, scenario: str) -> None:
        noted = self.seen.setdefault(rule, {}).setdefault(what, [])
        if scenario not in noted:
            noted.append(scenario)

    def join(self, other: Coverage) -> None:
        """Add what was seen elsewhere."""
        for rule, found in other.seen.items():
            for what, scenarios in found.items():
                for scenario in scenarios:
                    self.note(rule, what, scenario)
        self.features += [one for one in other.features if one not in self.features]

    def missing(self, what: Seen) -> tuple[str, ...]:
        """The rules of which something is expected that no scenario has seen."""
        return tuple(rule for rule in self.expected[what] if not self.seen.get(rule, {}).get(what))

    @property
    def turning(self) -> frozenset[str]:
        """The rules that these scenarios are about: that fare differently in them; where none
        does, those that fire."""
        turning = frozenset(rule for rule, found in self.seen.items() if len(found) > 1)
        firing = (rule for rule in self.expected["does not fire"] if "fires" in self.seen[rule])
        return turning or frozenset(firing)

    def as_data(self) -> dict[str, Any]:
        """Plain data, to be handed from one process to another."""
        return asdict(self)

    def report(self, most: int | None) -> list[str]:
        """A summary line, and the rules that lack something; `most` limits each list."""
        figures = []
        for what in SEEN:
            count = len(self.expected[what])
            figures.append(f"{count - len(self.missing(what))} of {count}")
        fire, rest, wait = figures
        lines = [f"{self.pack}: {fire} rules fire in a scenario, {rest} are seen not to fire,"]
        lines += [f"{wait} that rest on a safety answer are seen open"]
        for what in SEEN:
            lacking = self.missing(what)
            if lacking and most != 0:
                lines.append(f"{LACKING[what]}:")
                lines += [f"  {rule}: {self.titles[rule]}" for rule in lacking[:most]]
                if most is not None and len(lacking) > most:
                    lines.append(f"  and {len(lacking) - most} more")
        return lines


# --- of which rules what is expected ---------------------------------------------------------


def can_rest(rule: Rule) -> bool:
    """Whether there can be a patient for whom it does not fire."""
    demands = any(
        isinstance(verb, Ceiling) or (isinstance(verb, Require) and verb.that is not None)
        for verb in rule.verbs()
    )
    return rule.when != ALWAYS or demands


def _rests_on_safety(rule: Rule, pack: RulePack, reach: Reach) -> bool:
    """Whether it holds treatment back, and reads an answer that must never be missing."""
    if not {verb.word for verb in rule.verbs()} & RESTRICTIVE:
        return False
    facts = pack.vocabulary.facts
    read = reach.below(declared(_read_by(rule), pack.vocabulary))
    return any(name in facts and facts[name].safety for name in read)


def _read_by(rule: Rule) -> Iterable[str]:
    """What can leave it open: what it tests, not what it only wants to be answered."""
    yield from facts_read(rule.when)
    for verb in rule.require:
        if verb.that is not None:
            lines = verb.that.items if isinstance(verb.that, AllOf) else (verb.that,)
            for line in lines:
                yield from () if _wants_an_answer(line) else facts_read(line)
