"""Then: what the plan suggests, and what it holds back, and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from poise.gherkin.failures import StepError, unmet
from poise.gherkin.outcome import Outcome, Treatment
from poise.gherkin.phrases import then
from poise.gherkin.telling import blob, holds_text, said_of_area, status_words, told

CHECKS: Mapping[str, Callable[[str], bool]] = {
    "suggested": lambda status: status in ("advised", "cautioned"),
    "suggested without caution": lambda status: status == "advised",
    "suggested with caution": lambda status: status == "cautioned",
    "discouraged": lambda status: status == "discouraged",
    "on hold": lambda status: status == "on_hold",
    "deferred": lambda status: status == "deferred",
    "excluded": lambda status: status == "excluded",
    "on the plan": lambda _status: True,
}
MAY_BE_ABSENT = ("not suggested", "not on the plan")


@then(
    'PRODUCT[ for "GOAL"] (is|are) STATUS[ (for|in) the AREA][ on the SIDE]'
    '[ because "TEXT"][ until "TEXT2"]'
)
def status(
    poise_outcome: Outcome,
    product: str,
    goal: str,
    status: str,
    area: str,
    side: str,
    text: str,
    text2: str,
) -> None:
    """Where a treatment stands. A class stands as its best option; a member, a side or a goal
    means those options alone; a group, or no area, means each item of it. `because` wants words of
    a reason for that status, `until` words of when a deferral ends. What is not on the plan is
    `not suggested`, but it is not `not excluded`: that wants it on the plan."""
    found = poise_outcome.treatments(product, area, side, goal)
    what = _what(product, goal, area, side)
    if not found:
        if status in MAY_BE_ABSENT and not text:
            return
        raise unmet(f"{what} to be {status}", said_of_area(poise_outcome.plan, area))
    for one in found:
        if _holds(status, one.status):
            _check_reason(poise_outcome, one, f"{what} to be {status}", text)
            _check_until(one, f"{what} to be {status}", text2)
        else:
            raise unmet(f"{what} to be {status}", _told(one))


def _holds(status: str, found: str) -> bool:
    negated = status.startswith("not ")
    return CHECKS[status.removeprefix("not ")](found) is not negated


def _told(one: Treatment) -> tuple[str, ...]:
    first, *rest = told(one.item, one.arguments)
    if one.status == one.item.status:
        return (first, *rest)
    return (f"{first}, and this option: {status_words(one.status)}", *rest)


def _check_reason(outcome: Outcome, one: Treatment, expected: str, text: str) -> None:
    reasons = [blob(argument) for argument in one.reasons()]
    reasons += [
        answered.because
        for answered in outcome.plan.requests
        if answered.area == one.item.area and answered.status == one.status
    ]
    if text and not holds_text(text, *reasons):
        raise unmet(f'{expected} because "{text}"', _told(one))


def _check_until(one: Treatment, expected: str, text: str) -> None:
    ends = [argument.until for argument in one.reasons()]
    if text and not holds_text(text, *ends):
        raise unmet(f'{expected} until "{text}"', _told(one))


def _what(product: str, goal: str = "", area: str = "", side: str = "") -> str:
    words = re.sub(r"^(an?|the) ", "", product)
    words += f' for "{goal}"' if goal else ""
    words += f" for the {area}" if area else ""
    return f"{words} on the {side}" if side else words


@then(
    'PRODUCT[ for "GOAL"] (is|are) on hold[ (for|in) the AREA][ on the SIDE] until FACT is answered'
)
def on_hold_until(
    poise_outcome: Outcome, product: str, goal: str, area: str, side: str, fact: str
) -> None:
    """A treatment waits for an answer, and the plan asks for it."""
    expected = f"{_what(product, goal, area, side)} to be on hold until '{fact}' is answered"
    asked = asked_of(poise_outcome, fact)
    found = poise_outcome.treatments(product, area, side, goal)
    if not found:
        raise unmet(expected, said_of_area(poise_outcome.plan, area))
    waits = {item for question in asked for item in touched(poise_outcome, question)}
    for one in found:
        if one.status != "on_hold":
            raise unmet(expected, _told(one))
        if one.item.id not in waits:
            raise unmet(expected, (*_told(one), f"it does not ask '{fact}' for it"))


def asked_of(outcome: Outcome, fact: str) -> tuple[str, ...]:
    """The questions of a plan that ask a fact, at the sides or areas that are named."""
    placed = outcome.words.fact(fact)
    names = {placed.name, *(f"{placed.name}.{place}" for place in placed.places)}
    return tuple(
        question.about
        for question in outcome.plan.questions
        if question.about.partition(":")[0] in names
    )


def touched(outcome: Outcome, about: str) -> tuple[str, ...]:
    """The items that wait on a question, and those that a whole checklist holds."""
    return next(one.touches for one in outcome.plan.questions if one.about == about)


@then("nothing is suggested[ (for|in) the AREA][ on the SIDE]")
def nothing(poise_outcome: Outcome, area: str, side: str) -> None:
    """No treatment is suggested, with caution or without."""
    for one in poise_outcome.treatments("everything", area, side):
        if one.suggested:
            where = f" for the {area}" if area else ""
            raise unmet(f"nothing to be suggested{where}", _told(one))


@then('the request for PRODUCT in the AREA[ for "GOAL"] is STATUS[ because "TEXT"]')
def request(
    poise_outcome: Outcome, product: str, area: str, goal: str, status: str, text: str
) -> None:
    """How a request is answered, and why."""
    words = poise_outcome.words
    name, where = words.product(product), words.area(area)
    aim = words.goal(goal) if goal else ""
    answers = [
        one
        for one in poise_outcome.plan.requests
        if (one.product, one.area) == (name, where) and aim in ("", one.for_)
    ]
    if not answers:
        raise StepError(f"the patient did not ask for '{product}' in '{area}'")
    for one in answers:
        said = (f"{status_words(one.status)}: {one.because}",)
        if not _holds(status, one.status):
            raise unmet(f"the request to be answered '{status}'", said)
        if text and not holds_text(text, one.because):
            raise unmet(f"the request to be answered '{status}' because \"{text}\"", said)


@then("PRODUCT (is|are) LABEL (for|in) the AREA")
def label_status(poise_outcome: Outcome, product: str, label: str, area: str) -> None:
    """What the label says of this use, for this patient, in this country: of the options that lead,
    or of the member that is named."""
    item = poise_outcome.one_item(product, area)
    name = poise_outcome.words.product(product)
    found = {one.label_status for one in item.candidates if one.product == name}
    said = found or {item.label_status}
    wanted = label.removeprefix("of ").removesuffix(" label status").replace("-", "_")
    if said != {wanted.replace(" ", "_")}:
        shown = " or ".join(sorted(one.replace("_", " ") for one in said))
        raise unmet(f"{_what(product, '', area)} to be {label}", (f"{item.label}: {shown}",))


@then("PRODUCT for the AREA was asked for")
def asked(poise_outcome: Outcome, product: str, area: str) -> None:
    """It serves a goal that the patient named, or was asked for by name."""
    item = poise_outcome.one_item(product, area)
    if not item.asked_for:
        raise unmet(f"{item.label} to serve a wish", ("it serves no stated wish",))


@then("PRODUCT for the AREA was not asked for")
def not_asked(poise_outcome: Outcome, product: str, area: str) -> None:
    """It serves no goal that the patient named: worth discussing, no more."""
    item = poise_outcome.one_item(product, area)
    if item.asked_for:
        served = ", ".join(item.for_) or "a request"
        raise unmet(f"{item.label} to serve no stated wish", (f"it serves {served}",))


@then("the explanation of PRODUCT for the AREA cites NAMES")
def cites(poise_outcome: Outcome, product: str, area: str, names: str) -> None:
    """Its arguments rest on these sources."""
    item = poise_outcome.one_item(product, area)
    cited = {source for argument in item.arguments for source in argument.evidence}
    for name in re.split(r",? and |, ", names):
        if poise_outcome.words.source(name) not in cited:
            raise unmet(f"the explanation of {item.label} to cite {name}", told(item))


@then('the explanation of PRODUCT for the AREA says "TEXT"')
def says(poise_outcome: Outcome, product: str, area: str, text: str) -> None:
    """One of its arguments says these words."""
    item = poise_outcome.one_item(product, area)
    if not holds_text(text, *(blob(argument) for argument in item.arguments)):
        raise unmet(f'the explanation of {item.label} to say "{text}"', told(item))
