"""Then: what the plan finds, which considerations are in force, and which rules fire."""

from __future__ import annotations

from poise.gherkin.coverage import seen
from poise.gherkin.failures import StepError, unmet
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import then
from poise.gherkin.telling import short
from poise.gherkin.words import key
from poise.plan import Consideration
from poise.trees import facts_read
from poise.values import Members, Possible, Span, State, Truth
from poise.vocabulary import Choices, Finding, Grade, ground_name


@then("the finding FINDING is VALUE")
def finding(poise_outcome: Outcome, finding: str, value: str) -> None:
    """What is concluded: a level, `at least` a level, a choice among several, `yes`; or `absent`,
    or `open` where what was recorded does not decide it."""
    name, places = poise_outcome.words.finding(finding)
    declared = poise_outcome.words.pack.vocabulary.findings[name]
    wording = poise_outcome.case.wording
    for place in places or (None,):
        ground = ground_name(name, place)
        state = poise_outcome.case.view.states[ground]
        if not _is(declared, state, key(value)):
            found = "absent" if _is(declared, state, "absent") else wording.value(ground, state)
            raise unmet(
                f"the finding '{wording.label(ground)}' to be {value}",
                (found, *_concluded_by(poise_outcome, name)),
            )


def _is(declared: Finding, state: State, value: str) -> bool:
    level = value.removeprefix("at least ").replace(" ", "_")
    known: tuple[str, ...] = ("yes", "no")
    if isinstance(declared.kind, Grade):
        known = declared.kind.scale.levels
    elif isinstance(declared.kind, Choices):
        known = declared.kind.options
    if level not in (*known, "absent", "open"):
        raise StepError(
            f"'{value}' is nothing that '{declared.id}' can be; one of: absent, open, "
            f"{', '.join(known)}"
        )
    match state:
        case Span(low, high):
            return _is_level(low, high, level, known, at_least=value.startswith("at least "))
        case Possible(values):
            absent = {"absent": "no"}.get(level, level)
            return values == {absent} if level != "open" else len(values) > 1
        case Members(sure, perhaps):
            if level in ("absent", "open"):
                return not sure and bool(perhaps) is (level == "open")
            return level in sure
    raise AssertionError(state)


def _is_level(
    low: float, high: float, level: str, levels: tuple[str, ...], *, at_least: bool
) -> bool:
    if level == "open":
        return low == 0 < high
    wanted = 0 if level == "absent" else levels.index(level)
    return low >= wanted if at_least else low == high == wanted


def _concluded_by(outcome: Outcome, name: str) -> tuple[str, ...]:
    """What the rules say that conclude a finding, where it comes otherwise."""
    concluding = [
        rule
        for rule in outcome.words.pack.rules
        if rule.stage == "active"
        and any(name == one for verb in rule.conclude for one, _ in verb.values)
    ]
    return short(
        f"  {rule.title}: {seen(outcome.truth(rule.id))} ({rule.id})" for rule in concluding
    )


@then("the measure MEASURE is VALUE")
def measure(poise_outcome: Outcome, measure: str, value: str) -> None:
    """What a score, formula or count comes to: `12`; `12 to 14` where an answer is missing;
    `not known`, or `does not apply`. Its unit may be left out."""
    name, places = poise_outcome.words.measure(measure)
    wording = poise_outcome.case.wording
    for place in places or (None,):
        ground = ground_name(name, place)
        found = wording.value(ground, poise_outcome.case.view.states[ground])
        unit = wording.unit(ground)
        if key(value) not in (found, found.replace(f" {unit}", "") if unit else found):
            raise unmet(f"the measure '{wording.label(ground)}' to be {value}", (found,))


@then("the consideration RULE is in force")
def in_force(poise_outcome: Outcome, rule: str) -> None:
    """A planning consideration stands on the plan."""
    wanted = poise_outcome.words.rule(rule)
    if wanted.id not in {one.rule for one in poise_outcome.plan.considerations}:
        found = [f"{one.title} ({one.rule})" for one in poise_outcome.plan.considerations]
        raise unmet(f"the consideration '{wanted.title}' to be in force", _held(found))


@then("the consideration RULE is not in force")
def not_in_force(poise_outcome: Outcome, rule: str) -> None:
    """A planning consideration does not stand on the plan."""
    wanted = poise_outcome.words.rule(rule)
    for one in poise_outcome.plan.considerations:
        if one.rule == wanted.id:
            raise unmet(f"the consideration '{wanted.title}' not to be in force", _said(one))


def _said(one: Consideration) -> tuple[str, ...]:
    return (f"it is in force: {one.text} ({one.rule})",)


def _held(found: list[str]) -> tuple[str, ...]:
    return ("these are in force:", *found) if found else ("none is in force",)


@then("the rule RULE fires")
def fires(poise_outcome: Outcome, rule: str) -> None:
    """Its condition holds, for one side or area at least; a ceiling is reached; a requirement is
    not met, or lacks the answer that it wants."""
    _must(poise_outcome, rule, True, "to fire")


@then("the rule RULE does not fire")
def does_not_fire(poise_outcome: Outcome, rule: str) -> None:
    """Its condition surely does not hold."""
    _must(poise_outcome, rule, False, "not to fire")


@then("the rule RULE is open")
def is_open(poise_outcome: Outcome, rule: str) -> None:
    """What was recorded does not decide whether its condition holds."""
    _must(poise_outcome, rule, None, "to be open")


def _must(outcome: Outcome, written: str, wanted: Truth, words: str) -> None:
    rule = outcome.words.rule(written)
    truth = outcome.truth(rule.id)
    if truth is not wanted:
        found = {True: "it fires", False: "it does not fire", None: "it is open"}[truth]
        raise unmet(f"the rule '{rule.title}' {words}", (found, *_read(outcome, rule.id)))


def _read(outcome: Outcome, rule: str) -> tuple[str, ...]:
    """What a rule reads, as it was recorded or worked out."""
    case = outcome.case
    names = {
        name
        for effect in case.pack.ground.effects
        if effect.rule.id == rule
        for proposition in (effect.proposition, *effect.lines)
        for name in facts_read(case.pack.ground.conditions[proposition])
    }
    return short(
        f"  {case.wording.label(name)}: {case.wording.value(name, case.view.states[name])}"
        for name in sorted(names)
    )
