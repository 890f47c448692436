"""Packs in which one rule is gone or weaker: what the proofs must notice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from poise.conditions import (
    AllOf,
    Among,
    AnyOf,
    Bounds,
    Condition,
    CountOf,
    Duration,
    Includes,
    Known,
    Line,
    Test,
    Window,
)
from poise.grounding import ground
from poise.pack import RulePack
from poise.rules import Caution, Ceiling, Defer, Require, Rule, Selector
from poise.situation import model

Weaker = tuple[str, Rule]
"""What was weakened, in words, and the rule that is left."""


def without(pack: RulePack, rule: str) -> RulePack:
    """The pack without a rule."""
    return _with(pack, tuple(one for one in pack.rules if one.id != rule))


def instead(pack: RulePack, weaker: Rule) -> RulePack:
    """The pack with another rule of the same id."""
    return _with(pack, tuple(weaker if one.id == weaker.id else one for one in pack.rules))


def _with(pack: RulePack, rules: tuple[Rule, ...]) -> RulePack:
    grounded = ground(pack.vocabulary, rules)
    linked = replace(pack.linked, contents=replace(pack.contents, rules=rules), ground=grounded)
    return RulePack(linked, model(pack.vocabulary, pack.taxonomy, grounded), None)


def restricting(pack: RulePack) -> list[Rule]:
    """The active rules that exclude, defer, require or set a ceiling."""
    return [
        rule
        for rule in pack.rules
        if rule.stage == "active" and (rule.exclude or rule.defer or rule.ceiling or rule.require)
    ]


def weakened(rule: Rule) -> Iterator[Weaker]:
    """Every way in which one step makes a rule hold back less."""
    yield from _milder(rule)
    for said, when in _narrower(rule.when):
        yield f"when: {said}", rule.model_copy(update={"when": when})
    for number, ceiling in enumerate(rule.ceiling):
        for said, other in _higher(ceiling):
            changed = (*rule.ceiling[:number], other, *rule.ceiling[number + 1 :])
            yield f"ceiling: {said}", _verbs(rule, ceiling=changed)
    for number, required in enumerate(rule.require):
        if required.note:
            other = required.model_copy(update={"note": "All is well"})
            changed = (*rule.require[:number], other, *rule.require[number + 1 :])
            yield "require: another note", _verbs(rule, require=changed)
        if isinstance(required.that, AllOf):
            # An answer that is missing holds everything by the rules that read it, listed or not.
            lines = [one for one in required.that.items if not _asks(one)]
            for line in lines:
                rest = tuple(one for one in required.that.items if one is not line)
                yield f"require: {_named(line)} dropped", _required(rule, number, AllOf(rest))


def narrowed(pack: RulePack, rule: Rule) -> Iterator[tuple[str, Rule, Selector]]:
    """Every way in which a rule means one product or one area less; and what it means no more.

    Products that records alone may name are never held back.
    """
    for word in ("exclude", "defer", "require", "ceiling"):
        verbs = getattr(rule, word)
        for number, verb in enumerate(verbs):
            if verb.items is None:
                continue
            for part, left, gone in _less(pack, verb.items):
                narrower = verb.model_copy(update={"items": replace(verb.items, **{part: left})})
                changed = (*verbs[:number], narrower, *verbs[number + 1 :])
                said = f"{word} without {gone}"
                dropped = replace(verb.items, **{part: frozenset((gone,))})
                yield said, _verbs(rule, **{word: changed}), dropped


def _less(pack: RulePack, items: Selector) -> Iterator[tuple[str, frozenset[str], str]]:
    """A part of a selector, what is left of it without one name, and that name."""
    for part in ("products", "areas"):
        names: frozenset[str] = getattr(items, part) or frozenset()
        for name in sorted(names) if len(names) > 1 else ():
            if part == "areas" or not pack.taxonomy.products[name].recorded_only:
                yield part, names - {name}, name


def _milder(rule: Rule) -> Iterator[Weaker]:
    cautions = [Caution.model_construct(items=one.items, say="") for one in rule.exclude]
    if rule.exclude:
        deferred = [Defer.model_construct(items=one.items, until="") for one in rule.exclude]
        yield "excludes no more, and defers", _verbs(rule, exclude=(), defer=tuple(deferred))
        yield "excludes no more, and cautions", _verbs(rule, exclude=(), caution=tuple(cautions))
    if rule.defer:
        mild = tuple(Caution.model_construct(items=one.items, say="") for one in rule.defer)
        yield "defers no more, and cautions", _verbs(rule, defer=(), caution=mild)


def _higher(ceiling: Ceiling) -> Iterator[tuple[str, Ceiling]]:
    """One step that makes a ceiling hold back less."""
    if isinstance(ceiling.at_most, float):
        yield "one more", ceiling.model_copy(update={"at_most": ceiling.at_most + 1})
    if ceiling.within is not None and ceiling.within.count > 1:
        yield "a shorter time", ceiling.model_copy(update={"within": _shorter(ceiling.within)})
    milder = {"exclude": "defer", "defer": "caution"}.get(ceiling.over)
    if milder is not None:
        yield f"over which it only says {milder}", ceiling.model_copy(update={"over": milder})
    for per in sorted({"side", "area"} - set(ceiling.per)):
        yield f"counted per {per}", ceiling.model_copy(update={"per": (*ceiling.per, per)})


def _verbs(rule: Rule, **verbs: Any) -> Rule:
    return rule.model_copy(update=verbs)


def _required(rule: Rule, number: int, that: Condition) -> Rule:
    changed = rule.require[number].model_copy(update={"that": that})
    verbs: list[Require] = [*rule.require]
    verbs[number] = changed
    return _verbs(rule, require=tuple(verbs))


def _asks(condition: Condition) -> bool:
    return isinstance(condition, Line) and isinstance(condition.test, Known)


def _named(condition: Condition) -> str:
    return condition.fact if isinstance(condition, Line) else "a combination"


def _narrower(condition: Condition) -> Iterator[tuple[str, Condition]]:
    """One step that makes a condition hold less often."""
    match condition:
        case Line(fact, test, met):
            for said, other in _stricter(test):
                yield f"{fact} {said}", Line(fact, other, met)
        case AnyOf(items):
            for item in items:
                yield "one case less", AnyOf(tuple(one for one in items if one is not item))
            yield from _inside(items, AnyOf)
        case AllOf(items):
            yield from _inside(items, AllOf)


def _inside(items: tuple[Condition, ...], make: Any) -> Iterator[tuple[str, Condition]]:
    for number, item in enumerate(items):
        for said, other in _narrower(item):
            yield said, make((*items[:number], other, *items[number + 1 :]))


def _stricter(test: Test) -> Iterator[tuple[str, Test]]:
    match test:
        case Among(values) if len(values) > 1:
            for value in sorted(values):
                yield f"without {value}", Among(values - {value})
        case Includes(members) if len(members) > 1:
            for member in sorted(members):
                yield f"without {member}", Includes(members - {member})
        case Bounds():
            yield from (("one step in", one) for one in _stepped(test))
        case CountOf(bounds):
            yield from (("one step in", CountOf(one)) for one in _stepped(bounds))
        case Window(back, ahead):
            if back is not None and back.count > 1:
                yield "a shorter time back", Window(_shorter(back), ahead)
            if ahead is not None and ahead.count > 1:
                yield "a shorter time ahead", Window(back, _shorter(ahead))


def _stepped(bounds: Bounds) -> Iterator[Bounds]:
    steps = {"at_least": 1, "above": 1, "at_most": -1, "below": -1}
    for name, step in steps.items():
        value = getattr(bounds, name)
        if value is not None:
            yield replace(bounds, **{name: value + step})


def _shorter(duration: Duration) -> Duration:
    return replace(duration, count=duration.count - 1)
