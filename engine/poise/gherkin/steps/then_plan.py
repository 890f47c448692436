"""Then: candidacy, questions, referrals and requirements."""

from __future__ import annotations

from collections.abc import Iterable

from poise.gherkin.failures import StepError, problem_lines, unmet
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import then
from poise.gherkin.steps.then_items import asked_of
from poise.gherkin.telling import holds_text, short
from poise.gherkin.words import key
from poise.plan import Plan, Question, Referral, Requirement
from poise.wording import plain

URGENCY = {"urgently": "urgent", "soon": "soon", "routinely": "routine"}
STANDS = {"met": "met", "not met": "unmet", "open": "unknown"}


@then('the assessment is refused because "TEXT"')
def refused(poise_outcome: Outcome, text: str) -> None:
    """A wrong answer is refused where it is wrong, and nothing is planned."""
    if poise_outcome.drawn is not None:
        raise StepError(
            f'expected: the assessment to be refused because "{text}"',
            ("it is accepted, and a plan is drawn up",),
        )
    if not holds_text(text, *(str(one) for one in poise_outcome.problems)):
        raise StepError(
            f'expected: the assessment to be refused because "{text}"',
            ("it is refused because:", *problem_lines(poise_outcome.problems)),
        )


@then('candidacy is VALUE[ because "TEXT"]')
def candidacy(poise_outcome: Outcome, value: str, text: str) -> None:
    """Whether treatment is a question now: `may proceed`, `answers needed`, `not now` or `nothing
    to treat`."""
    stands = poise_outcome.plan.candidacy
    said = (f"{plain(stands.status)}: {stands.because}",)
    if key(value) not in ("may proceed", "answers needed", "not now", "nothing to treat"):
        raise StepError(
            f"'{value}' is no candidacy: may proceed, answers needed, not now or nothing to treat"
        )
    if plain(stands.status) != key(value):
        raise unmet(f"candidacy to be '{key(value)}'", said)
    if text and not holds_text(text, stands.because):
        raise unmet(f"candidacy to be '{key(value)}' because \"{text}\"", said)


@then("the plan is ready")
def ready(poise_outcome: Outcome) -> None:
    """Treatment may proceed, and all that must be in place before it is."""
    plan = poise_outcome.plan
    if not plan.ready:
        open_ones = [one for one in plan.requirements if one.status != "met"]
        raise unmet("to be ready", (plan.candidacy.because, *_told(open_ones)))


@then("the plan is not ready")
def not_ready(poise_outcome: Outcome) -> None:
    """Something that must be in place before treatment is not, or treatment is no question now."""
    if poise_outcome.plan.ready:
        raise unmet("not to be ready", ("it is ready",))


# --- questions -------------------------------------------------------------------------------


@then("the plan asks FACT")
def asks(poise_outcome: Outcome, fact: str) -> None:
    """The plan asks a question about this fact."""
    if not asked_of(poise_outcome, fact):
        raise unmet(f"to ask '{fact}'", _questions(poise_outcome.plan.questions))


@then("the plan does not ask FACT")
def does_not_ask(poise_outcome: Outcome, fact: str) -> None:
    """The plan asks no question about this fact: it is answered, or its answer would not
    matter."""
    if asked_of(poise_outcome, fact):
        raise unmet(f"not to ask '{fact}'", _questions(poise_outcome.plan.questions))


@then("the answer to FACT is decisive")
def decisive(poise_outcome: Outcome, fact: str) -> None:
    """Two of its answers would give different plans."""
    asked, questions = asked_of(poise_outcome, fact), poise_outcome.decided()
    if not any(one.about in asked and one.decisive for one in questions):
        raise unmet(f"the answer to '{fact}' to be decisive", _questions(questions))


@then("FACT is listed as an unanswered safety question")
def unanswered(poise_outcome: Outcome, fact: str) -> None:
    """A safety question that applies and was not answered, whether it matters today or not."""
    placed = poise_outcome.words.fact(fact)
    wanted = {placed.name, *(f"{placed.name}.{place}" for place in placed.places)}
    listed = [one.about for one in poise_outcome.plan.unanswered_safety]
    if not wanted & set(listed):
        raise unmet(
            f"'{fact}' among the unanswered safety questions",
            ("these are listed:", *short(f"  {one}" for one in listed))
            if listed
            else ("every safety question is answered",),
        )


@then("no safety question is unanswered")
def all_answered(poise_outcome: Outcome) -> None:
    """Every safety question that applies was answered."""
    listed = [one.about for one in poise_outcome.plan.unanswered_safety]
    if listed:
        raise unmet("no unanswered safety question", ("these are open:", *short(listed)))


def _questions(questions: tuple[Question, ...]) -> tuple[str, ...]:
    if not questions:
        return ("it asks nothing",)
    lines = (
        f"  {one.ask.strip()} ({one.about}{', decisive' if one.decisive else ''})"
        for one in questions
    )
    return ("it asks:", *short(lines))


# --- referrals and requirements --------------------------------------------------------------


@then('the plan refers to "TEXT"[ URGENCY][ because "TEXT2"]')
def refers(poise_outcome: Outcome, text: str, urgency: str, text2: str) -> None:
    """A referral to somebody whom these words name, and how soon."""
    found = [one for one in poise_outcome.plan.referrals if holds_text(text, one.to)]
    meant = [one for one in found if not urgency or one.urgency == URGENCY[urgency]]
    if not meant:
        raise unmet(f'to refer to "{text}" {urgency}'.strip(), _referrals(poise_outcome.plan))
    if text2 and not any(holds_text(text2, one.title, one.because) for one in meant):
        raise unmet(f'to refer to "{text}" because "{text2}"', _referrals(poise_outcome.plan))


@then('the plan refers to somebody[ URGENCY] because "TEXT"')
def refers_because(poise_outcome: Outcome, urgency: str, text: str) -> None:
    """A referral for a reason that these words name, whoever it is to."""
    for one in poise_outcome.plan.referrals:
        fits = not urgency or one.urgency == URGENCY[urgency]
        if fits and holds_text(text, one.title, one.because):
            return
    raise unmet(
        f'to refer to somebody {urgency} because "{text}"'.replace("  ", " "),
        _referrals(poise_outcome.plan),
    )


@then('the plan does not refer to "TEXT"')
def does_not_refer(poise_outcome: Outcome, text: str) -> None:
    """No referral to anybody whom these words name."""
    if any(holds_text(text, one.to) for one in poise_outcome.plan.referrals):
        raise unmet(f'not to refer to "{text}"', _referrals(poise_outcome.plan))


@then("the plan refers to nobody")
def refers_to_nobody(poise_outcome: Outcome) -> None:
    """The plan holds no referral."""
    if poise_outcome.plan.referrals:
        raise unmet("to refer to nobody", _referrals(poise_outcome.plan))


def _referrals(plan: Plan) -> tuple[str, ...]:
    def line(one: Referral) -> str:
        return f"  {one.to}, {one.urgency}: {one.title} ({one.rule})"

    if not plan.referrals:
        return ("it refers to nobody",)
    return ("it refers to:", *short(map(line, plan.referrals)))


@then("the requirement RULE is STANDS")
def requirement(poise_outcome: Outcome, rule: str, stands: str) -> None:
    """Whether what must be in place is: `met`, `not met`, or `open` where it is not known or has
    to be ticked by hand."""
    found = _requirement(poise_outcome, rule)
    if found.status != STANDS[stands]:
        raise unmet(f"the requirement '{found.title}' to be {stands}", _told([found]))


@then("the requirement RULE lacks FACT")
def requirement_lacks(poise_outcome: Outcome, rule: str, fact: str) -> None:
    """A line of it is not met, or waits for the answer."""
    found = _requirement(poise_outcome, rule)
    name = poise_outcome.words.fact(fact).name
    label = poise_outcome.words.pack.vocabulary.facts[name].label
    open_lines = [one for one in found.lines if one.status in ("unmet", "unknown")]
    if not any(one.text.startswith(label) or name in one.asks for one in open_lines):
        raise unmet(f"the requirement '{found.title}' to lack '{fact}'", _told([found]))


def _requirement(outcome: Outcome, written: str) -> Requirement:
    rule = outcome.words.rule(written)
    for one in outcome.plan.requirements:
        if one.rule == rule.id:
            return one
    raise unmet(
        f"the requirement '{rule.title}' on it",
        _told(outcome.plan.requirements) or ("it has none",),
    )


def _told(found: Iterable[Requirement]) -> tuple[str, ...]:
    lines = []
    for one in found:
        lines.append(f"{one.title}: {one.status} ({one.rule})")
        lines += [f"  {line.text}: {line.status}" for line in one.lines if line.status != "met"]
    return short(lines)
