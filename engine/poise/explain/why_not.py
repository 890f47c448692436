"""Why not: which tests failed, nearest first; and which rules overruled what was suggested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from poise.assessment import Assessment, Request
from poise.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Line,
    NoneOf,
    Undetermined,
)
from poise.contents import Change
from poise.explain.why import UnknownItem
from poise.pack import RulePack
from poise.plan import Part, PlanArgument, StatusWord, TestTrace
from poise.planning.arguments import Held, plan_arguments
from poise.planning.case import Case, open_case
from poise.planning.items import boards
from poise.planning.standing import RANK
from poise.problems import did_you_mean
from poise.rules import Rule
from poise.vocabulary import Finding

DEEPEST = 3


class RuleMiss(Part):
    """A rule that does not surely hold, and the tests that keep it from holding."""

    rule: str
    title: str
    where: str
    holds: bool
    false: tuple[TestTrace, ...]
    unknown: tuple[TestTrace, ...]
    not_applicable: tuple[TestTrace, ...]
    rests_on: tuple[RuleMiss, ...] = ()
    """The rules that could have concluded the findings that failed."""


class WhyNot(Part):
    """Why an item is not suggested, or a rule did not hold."""

    about: str
    status: StatusWord | None
    because: str
    overruled_by: tuple[PlanArgument, ...]
    rules: tuple[RuleMiss, ...]


def why_not(
    pack: RulePack, assessment: Assessment, *, item: str | None = None, rule: str | None = None
) -> WhyNot:
    """Raises UnknownItem where the item or the rule does not exist, or neither is said."""
    if rule is not None:
        return _rule(pack, assessment, rule)
    if item is not None:
        return _item(pack, assessment, item)
    raise UnknownItem("say an item, such as product/area, or a rule")


def _rule(pack: RulePack, assessment: Assessment, name: str) -> WhyNot:
    found = pack.rules_by_id.get(name)
    if found is None and (retired := _retired(pack, name)) is not None:
        because = f"This pack retires the rule. {retired.reason}"
        return WhyNot(about=name, status=None, because=because, overruled_by=(), rules=())
    if found is None:
        raise UnknownItem(f"'{name}' is not a rule", did_you_mean(name, pack.rules_by_id))
    case = open_case(pack, assessment)
    misses = tuple(_misses(case, found))
    if found.stage != "active":
        because = f"The rule is {found.stage}: it does not run."
    elif any(miss.holds for miss in misses):
        because = "The rule holds."
    else:
        because = "The rule does not surely hold."
    return WhyNot(about=name, status=None, because=because, overruled_by=(), rules=misses)


def _retired(pack: RulePack, name: str) -> Change | None:
    """A rule of the pack below that this one does without."""
    changes = pack.contents.changes
    return next((one for one in changes if one.how == "retired" and one.id == name), None)


def _item(pack: RulePack, assessment: Assessment, name: str) -> WhyNot:
    product, _, area = name.partition("/")
    items = sorted({one.item for one in pack.taxonomy.products.values() if not one.recorded_only})
    if product not in items or area not in pack.taxonomy.areas:
        known = [f"{one}/{other}" for one in items for other in pack.taxonomy.areas]
        raise UnknownItem(f"'{name}' is not an item of this pack", did_you_mean(name, known))
    case = open_case(pack, _asking(assessment, product, area))
    board = next(one for one in boards(case) if one.id == name)
    asked = any(one.product == product and one.area == area for one in assessment.requests) or any(
        one.support.suggestions for one in board.options
    )
    overruling = [
        Held(argument.effect, argument.truth, one.candidate.product)
        for one in board.counted
        for argument in one.arguments
        if RANK[argument.status] >= RANK["discouraged"]
    ]
    members = frozenset(one.candidate.product for one in board.options)
    rules = {
        suggestion.effect.rule.id: suggestion.effect.rule
        for suggestion in pack.suggestions
        if any(
            pack.taxonomy.products[one.product].item == product and one.area == area
            for one in suggestion.candidates
        )
    }
    misses = [miss for one in rules.values() for miss in _misses(case, one) if not miss.holds]
    return WhyNot(
        about=name,
        status=board.status if asked else None,
        because=_because(board.status, asked, bool(rules)),
        overruled_by=plan_arguments(case, overruling, members),
        rules=tuple(sorted(misses, key=_nearness)),
    )


def _asking(assessment: Assessment, product: str, area: str) -> Assessment:
    """The assessment with the item asked for, so that it is weighed whether suggested or not."""
    return replace(assessment, requests=(*assessment.requests, Request(product, area)))


def _because(status: str, asked: bool, rules: bool) -> str:
    if status in ("advised", "cautioned"):
        return "It is suggested."
    if not rules:
        return "No rule of the pack suggests it."
    if not asked:
        return "No rule that suggests it surely holds."
    return {
        "discouraged": "Nothing supports it, or an argument speaks against it.",
        "on_hold": "It is held until answers or requirements are in place.",
        "deferred": "It is deferred.",
        "excluded": "It is excluded.",
    }[status]


def _nearness(miss: RuleMiss) -> tuple[int, int, str, str]:
    return (len(miss.false) + len(miss.not_applicable), len(miss.unknown), miss.rule, miss.where)


# --- one rule --------------------------------------------------------------------------------


def _misses(case: Case, rule: Rule, depth: int = 0) -> Iterator[RuleMiss]:
    """The rule at each of its places, with the tests that fail there."""
    if rule.stage != "active":
        return
    for place in case.pack.vocabulary.places(rule.each) or (None,):
        name = rule.id if place is None else f"{rule.id}@{place}"
        truth = case.situation.evaluation.truths[name]
        failing = tuple(_failing(case, case.pack.ground.conditions[name], True))
        yield RuleMiss(
            rule=rule.id,
            title=rule.title,
            where=place or "",
            holds=truth is True,
            false=_of(failing, "false"),
            unknown=_of(failing, "unknown"),
            not_applicable=_of(failing, "not_applicable"),
            rests_on=tuple(_rests_on(case, failing, depth)) if depth < DEEPEST else (),
        )


def _of(traces: tuple[TestTrace, ...], result: str) -> tuple[TestTrace, ...]:
    return tuple(dict.fromkeys(one for one in traces if one.result == result))


def _failing(case: Case, condition: Condition, wanted: bool) -> Iterator[TestTrace]:
    """The lines that keep a condition from being surely `wanted`; of alternatives, the nearest."""
    truth = case.view.truth(condition)
    if truth is wanted:
        return
    match condition:
        case Line():
            trace = case.tracer.trace(condition)
            if wanted:
                yield trace
            else:
                result = "unknown" if truth is None else "false"
                yield trace.model_copy(update={"test": f"not {trace.test}", "result": result})
        case NoneOf(items):
            yield from _combined(case, items, every=wanted, wanted=not wanted)
        case AllOf(items):
            yield from _combined(case, items, every=wanted, wanted=wanted)
        case AnyOf(items):
            yield from _combined(case, items, every=not wanted, wanted=wanted)
        case AtLeast(_, items):
            yield from _combined(case, items, every=True, wanted=wanted)
        case Undetermined():
            yield case.tracer.trace(condition)


def _combined(
    case: Case, items: tuple[Condition, ...], *, every: bool, wanted: bool
) -> Iterator[TestTrace]:
    """What fails of items of which every one, or only one, would have to be `wanted`."""
    failing = [tuple(_failing(case, item, wanted)) for item in items]
    if every:
        for one in failing:
            yield from one
    elif failing:
        yield from min(failing, key=_distance)


def _distance(traces: tuple[TestTrace, ...]) -> tuple[int, int]:
    return (sum(one.result != "unknown" for one in traces), len(traces))


def _rests_on(case: Case, failing: Iterable[TestTrace], depth: int) -> Iterator[RuleMiss]:
    """For each finding that failed, the nearest rule that could have concluded it."""
    for name in dict.fromkeys(trace.fact for trace in failing if trace.fact):
        if "#" in name or not isinstance(case.pack.vocabulary.declaration(name), Finding):
            continue
        finding = next(one for one in case.pack.ground.logic.findings if one.id == name)
        propositions = {one.proposition for one in finding.conclusions}
        rules = {one.split("@")[0] for one in propositions}
        misses = [
            miss
            for rule in sorted(rules)
            for miss in _misses(case, case.pack.rules_by_id[rule], depth + 1)
            if not miss.holds
            and (miss.rule if not miss.where else f"{miss.rule}@{miss.where}") in propositions
        ]
        if misses:
            yield min(misses, key=_nearness)
