"""Arguments as the plan tells them: rule, sentence, reasoning, tests and sources."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from poise.conditions import Duration
from poise.durations import later
from poise.evaluate import View
from poise.grounding import Effect
from poise.measures import Computer
from poise.plan import PlanArgument
from poise.planning.case import Case
from poise.rules import After, Caution, Ceiling, Defer, Exclude, Require, Verb
from poise.signing import told as signed_words
from poise.templates import is_template, render
from poise.trees import facts_read
from poise.values import Span, Truth
from poise.vocabulary import ground_name
from poise.wording import length, sentence

UNEVEN_MONTHS = 4
"""A window of months can reopen up to so many days after its end, where months differ in length."""


@dataclass(frozen=True, slots=True)
class Held:
    """An effect with the truth that it has for some candidate."""

    effect: Effect
    truth: Truth
    product: str = ""
    """The member that it speaks of, where it may speak of some only."""


def plan_arguments(
    case: Case, held: Iterable[Held], products: frozenset[str] = frozenset()
) -> tuple[PlanArgument, ...]:
    """Arguments without repetition: one rule's verb on several sides is one argument.

    `products` are all members in question: an argument names those it speaks of, if not all.
    """
    grouped: dict[tuple[str, int], list[Held]] = {}
    for one in held:
        grouped.setdefault((one.effect.rule.id, id(one.effect.verb)), []).append(one)
    return tuple(_argument(case, group, products) for group in grouped.values())


def _argument(case: Case, group: list[Held], products: frozenset[str]) -> PlanArgument:
    first = group[0].effect
    rule, verb = first.rule, first.verb
    by_effect: dict[str, Held] = {}
    for one in group:
        known = by_effect.get(one.effect.proposition)
        if known is None or (known.truth is None and one.truth):
            by_effect[one.effect.proposition] = one
    told = list(by_effect.values())
    spoken_of = {one.product for one in group if one.product}
    places = dict.fromkeys(one.effect.place for one in told if one.effect.place)
    signed = case.pack.signatures.by_rule.get(rule.id)
    return PlanArgument(
        verb=verb.word,
        rule=rule.id,
        version=case.pack.rule_version(rule),
        title=rule.title,
        sentence=sentence(verb.word, rule.strength, _said(verb) or rule.title),
        because=" ".join(dict.fromkeys(because(case, one.effect) for one in told)).strip(),
        holds="surely" if any(one.truth for one in told) else "perhaps",
        where=tuple(places),
        options=tuple(sorted(spoken_of)) if spoken_of != products else (),
        tests=tuple(
            case.tracer.trace(case.pack.ground.conditions[name])
            for one in told
            for name in (one.effect.proposition, *one.effect.lines)
        ),
        evidence=rule.evidence,
        strength=rule.strength,
        certainty=rule.certainty,
        until=next((text for one in told if (text := until(case, one.effect))), ""),
        reopened_by=verb.reopened_by if isinstance(verb, Exclude) else "",
        catalogue=rule.catalogue,
        signed_off=signed_words(signed) if signed else "",
    )


def _said(verb: Verb) -> str:
    return " ".join(verb.say.split()) if isinstance(verb, Caution) else ""


def because(case: Case, effect: Effect) -> str:
    """The rule's own reasoning where it gives one, else the tests that make it hold."""
    rule = effect.rule
    own = ""
    if rule.because:
        own = render(rule.because, _values(case, effect) if is_template(rule.because) else {})
    if isinstance(effect.verb, Ceiling):
        return f"{_ceiling(case, effect, effect.verb)} {own}".strip()
    if own or isinstance(effect.verb, Require):
        return own
    reasons = case.tracer.reasons(case.pack.ground.conditions[effect.proposition])
    return f"{'; '.join(reasons)}." if reasons else ""


def _values(case: Case, effect: Effect) -> dict[str, str]:
    """What a template may cite: every tested name, as the rule writes it."""
    vocabulary = case.pack.vocabulary
    conditions = [effect.rule.when]
    conditions += [require.that for require in effect.rule.require if require.that is not None]
    values = {}
    for condition in conditions:
        for name in facts_read(condition):
            declared = vocabulary.get(name)
            each = None if declared is None else declared.each
            here = each is not None and each == effect.rule.each and effect.place is not None
            places = (effect.place,) if here else vocabulary.places(each) or (None,)
            grounds = [ground_name(name, place) for place in places]
            words = [case.wording.value(one, case.view.states[one]) for one in grounds]
            values[name] = _told(words, places)
    return values


def _told(words: list[str], places: tuple[str | None, ...]) -> str:
    """One value, or one for each side where they differ."""
    if len(set(words)) == 1:
        return words[0]
    return ", ".join(f"{word} ({place})" for word, place in zip(words, places, strict=True))


def _ceiling(case: Case, effect: Effect, verb: Ceiling) -> str:
    most = verb.at_most
    if isinstance(most, str):
        limit = case.wording.value(most, case.view.states[most])
    else:
        limit = f"{most:g} {verb.unit}"
    window = f" in {length(verb.within)}" if verb.within else ""
    if case.truth(effect):
        return f"With this treatment, what is recorded would pass {limit}{window}."
    return f"What was given so far is not fully known; at most {limit}{window}."


def until(case: Case, effect: Effect) -> str:
    """When a deferral ends: in words, or as a date counted from what is recorded."""
    verb = effect.verb
    if isinstance(verb, Defer):
        if not isinstance(verb.until, After):
            return verb.until
        ends = deferral_ends(case, effect)
        if ends is None:
            return f"the date is known: {case.wording.label(verb.until.after).lower()}"
        return ends.isoformat()
    if isinstance(verb, Ceiling) and verb.over == "defer" and case.truth(effect):
        ends = deferral_ends(case, effect)
        return ends.isoformat() if ends else ""
    return ""


def deferral_ends(case: Case, effect: Effect) -> datetime.date | None:
    """The day on which a deferral ends, where that can be worked out."""
    verb = effect.verb
    if isinstance(verb, Defer) and isinstance(verb.until, After):
        declared = case.pack.vocabulary.get(verb.until.after)
        place = effect.place if declared is not None and declared.each else None
        state = case.view.states[ground_name(verb.until.after, place)]
        if isinstance(state, Span):
            return later(datetime.date.fromordinal(int(state.high)), verb.until.gap)
    if isinstance(verb, Ceiling) and verb.over == "defer" and verb.within is not None:
        return _reopens(case, effect, verb)
    return None


def _reopens(case: Case, effect: Effect, verb: Ceiling) -> datetime.date | None:
    """The first day on which enough records have left the window."""
    assert verb.within is not None
    excess = next(one for one in case.pack.ground.excesses if one.id == effect.excess)
    dates = {
        int(state.high)
        for name in case.pack.ground.treatments
        for record in case.assessment.records.get(name, ())
        if isinstance(state := record.fields.get("date"), Span)
    }
    for date in sorted(dates):
        ends = later(datetime.date.fromordinal(date), verb.within)
        for days in range(UNEVEN_MONTHS + 1):
            opening = later(ends, Duration(days, "days"))
            if opening > case.assessment.date and _excess_on(case, excess.id, opening) <= 0:
                return opening
    return None


def _excess_on(case: Case, name: str, date: datetime.date) -> float:
    computer = Computer(
        case.pack.ground,
        case.pack.taxonomy,
        case.assessment.records,
        case.assessment.requests,
        View(dict(case.view.states), case.view.levels, date),
    )
    state = computer.excess(name)
    return state.high if isinstance(state, Span) else 1.0
