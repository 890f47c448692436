"""What a rule does in one plan: each thing with its truth, and the candidates it is done to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from poise.canonical import digest
from poise.evaluate import View
from poise.grounding import Effect, Ground, ground
from poise.measures import Computer
from poise.mutation.scenes import Moment
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches, suggestions
from poise.rules import Defer, Exclude, PerSession, Rule, Sequence
from poise.values import Truth

SELECTING = ("items", "order", "that")


class Doing(NamedTuple):
    """One effect that holds or may; `on` are the candidates of the plan on which it acts."""

    word: str
    says: str
    truth: Truth
    lines: tuple[Truth, ...]
    on: tuple[frozenset[Candidate], ...]


@dataclass(frozen=True, slots=True)
class Grounded:
    """One rule by itself on the ground, beside the rule that it was made from."""

    ground: Ground
    says: Mapping[int, str]
    """For each effect what it says beside its selector, as a digest."""
    puts: Mapping[int, tuple[frozenset[Candidate], ...]]
    """For each suggestion the candidates that it puts forward."""
    same: frozenset[str]
    """The propositions that are those of the pack: their truths are known."""
    reads_otherwise: bool
    """Whether it holds under other conditions than the pack's own rule."""


@dataclass(frozen=True, slots=True)
class Change:
    """In what a mutant is not its rule, whoever the patient is."""

    reads: bool
    """It holds under other conditions."""
    acts: bool
    """It acts on other treatments, or may."""


def change(old: Grounded, new: Grounded) -> Change:
    return Change(new.reads_otherwise, _scope(old) != _scope(new))


def _scope(rule: Grounded) -> list[object]:
    return [
        (effect.selector, effect.steps, rule.puts.get(number))
        for number, effect in enumerate(rule.ground.effects)
    ]


def grounded(rule: Rule | None, pack: RulePack) -> Grounded:
    made = ground(pack.vocabulary, [] if rule is None else [rule])
    old = pack.ground.conditions
    same = frozenset(
        name for name, one in made.conditions.items() if name in old and old[name] == one
    )
    says = {number: _says(effect) for number, effect in enumerate(made.effects)}
    reads_otherwise = len(same) < len(made.conditions)
    puts = {
        number: (frozenset(one.candidates),)
        for one in suggestions(made, pack.taxonomy)
        for number, effect in enumerate(made.effects)
        if effect is one.effect
    }
    return Grounded(made, says, puts, _countable(made, pack, same), reads_otherwise)


def _countable(made: Ground, pack: RulePack, same: frozenset[str]) -> frozenset[str]:
    """Without what rests on a ceiling that counts otherwise."""
    known = {one.id: one for one in pack.ground.excesses}
    if all(known.get(one.id) == one for one in made.excesses):
        return same
    return frozenset(one for one in same if ".over" not in one)


def _says(effect: Effect) -> str:
    verb = effect.verb
    written = [getattr(verb, one) for one in type(verb).model_fields if one not in SELECTING]
    label = effect.selector.label if effect.selector is not None else None
    return digest((verb.word, written, label, effect.place if effect.selector is None else ""))


class Done(NamedTuple):
    """All that a rule does in one plan, or may do, in an order of its own."""

    doings: tuple[Doing, ...]
    truths: tuple[str, ...]
    """Whether it holds, everywhere that it speaks of, on the plan or not."""


def done(rule: Grounded, moment: Moment, present: tuple[Candidate, ...], pack: RulePack) -> Done:
    view = moment.situation.evaluation.view
    if rule.ground.excesses and len(rule.same) < len(rule.ground.conditions):
        view = _with_excesses(rule.ground, moment, view, pack)
    known = moment.situation.evaluation.truths
    found = []
    truths = []

    def truth(name: str) -> Truth:
        return known[name] if name in rule.same else view.truth(rule.ground.conditions[name])

    for number, effect in enumerate(rule.ground.effects):
        holds = truth(effect.proposition)
        lines = tuple(truth(line) for line in effect.lines)
        truths.append(f"{holds} {lines}")
        if holds is False:
            continue
        on = rule.puts.get(number) or tuple(_on(effect, present))
        if _idle(effect, on, moment):
            continue
        says = rule.says[number] + (str(effect.steps) if _counts_records(effect, moment) else "")
        found.append(Doing(effect.verb.word, says, holds, lines, on))
    return Done(tuple(sorted(found, key=_in_order)), tuple(sorted(truths)))


def _in_order(one: Doing) -> tuple[str, ...]:
    on = str([sorted(part) for part in one.on])
    return one.word, one.says, str(one.truth), str(one.lines), on


def _on(effect: Effect, present: tuple[Candidate, ...]) -> Iterable[frozenset[Candidate]]:
    selectors = effect.steps if isinstance(effect.verb, Sequence) else (effect.selector,)
    for one in selectors:
        if one is not None:
            yield frozenset(candidate for candidate in present if matches(one, candidate))


def _idle(effect: Effect, on: tuple[frozenset[Candidate], ...], moment: Moment) -> bool:
    """Whether it can do nothing with what is on the plan."""
    verb = effect.verb
    if isinstance(verb, Sequence):
        return sum(map(bool, on)) < 2 and not any(moment.assessment.records.values())
    if isinstance(verb, PerSession):
        return len({(one.product, one.area) for one in on[0]}) <= verb.at_most
    return bool(on) and not any(on) and not of_all(effect)


def of_all(effect: Effect) -> bool:
    """Whether it says something of a plan even where that holds nothing."""
    stops = isinstance(effect.verb, Exclude | Defer)
    return stops and effect.selector is not None and effect.selector.everything


def _counts_records(effect: Effect, moment: Moment) -> bool:
    """Whether records count as steps that are done."""
    return isinstance(effect.verb, Sequence) and any(moment.assessment.records.values())


def _with_excesses(made: Ground, moment: Moment, view: View, pack: RulePack) -> View:
    """The same view, with the ceilings of the rule as it now is."""
    one = moment.assessment
    changed = View(dict(view.states), view.levels, view.date)
    computer = Computer(made, pack.taxonomy, one.records, one.requests, changed)
    for excess in made.excesses:
        changed.states[excess.id] = computer.excess(excess.id)
    return changed
