"""The questions of a plan as a terminal puts them: a few, numbered, so that items can name them."""

from __future__ import annotations

from poise.plan import Item, Plan
from poise.report.grouped import Asked, grouped_questions
from poise.report.layout import Row, row
from poise.report.words import waits_on

SHOWN = 6
SHOWN_FOR_REFERRALS = 3


def question_rows(plan: Plan) -> tuple[str, list[Row]]:
    """A heading that counts what waits on how many answers, and the first of the questions."""
    asked = grouped_questions(plan)
    waiting = {name for one in asked for name in one.touches if plan.item(name)}
    items = "1 item waits" if len(waiting) == 1 else f"{len(waiting)} items wait"
    answers = "1 answer" if len(asked) == 1 else f"{len(asked)} answers"
    heading = f"Ask first: {items} on {answers}"
    if not waiting:
        heading = f"Still open for a referral: {answers}"
    shown = SHOWN if waiting else SHOWN_FOR_REFERRALS
    rows = [_question(number, one, plan) for number, one in enumerate(asked[:shown], start=1)]
    more = len(asked) - shown
    return heading, rows + ([row(f"and {more} more", "dim", 3)] if more > 0 else [])


def waiting_words(item: Item, plan: Plan) -> str:
    """`waits on answers 1, 2 and 4`, `waits on answers 1 to 6 and 3 more`; nothing where none of
    the answers that are shown holds it."""
    waiting = waits_on(item, plan)
    answers = [number for number in waiting if number <= SHOWN]
    if not answers:
        return ""
    first, last = answers[0], answers[-1]
    told = [f"{first} to {last}"] if len(answers) == last - first + 1 > 2 else [*map(str, answers)]
    told += [f"{len(waiting) - len(answers)} more"] if len(waiting) > len(answers) else []
    listed = ", ".join(told[:-1]) + (" and " if len(told) > 1 else "") + told[-1]
    return f"waits on answer{'s' if len(waiting) > 1 else ''} {listed}"


def _question(number: int, asked: Asked, plan: Plan) -> Row:
    labels = [item.label for name in asked.touches if (item := plan.item(name))]
    told = [labels[0] if len(labels) == 1 else f"{len(labels)} items"] if labels else []
    told += ["a referral"] if any(name.startswith("referral") for name in asked.touches) else []
    touched = " and ".join(told)
    marks = "; ".join(mark for mark in ("safety" if asked.safety else "", touched) if mark)
    more = f" and {len(asked.labels) - 4} more" if len(asked.labels) > 4 else ""
    each = f"  {'; '.join(asked.labels[:4])}{more}" if asked.labels else ""
    said = ((f"{number}. {asked.ask}", ""), (each, ""), (f"  ({marks})", "dim"))
    return Row(said, indent=3, hang=3)
