"""Then: what the plan says in words, and what it must not say."""

from __future__ import annotations

import re

from poise.gherkin.failures import unmet
from poise.gherkin.forbidden import forbidden_patterns, said_against
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import then
from poise.gherkin.telling import holds_text, sentences, short


@then('the plan mentions "TEXT"')
def mentions(poise_outcome: Outcome, text: str) -> None:
    """These words stand somewhere in what the plan says of this patient."""
    if not holds_text(text, *sentences(poise_outcome.plan)):
        raise unmet(f'to mention "{text}"', ("it does not",))


@then('nothing in the plan mentions "TEXT"')
def mentions_nowhere(poise_outcome: Outcome, text: str) -> None:
    """These words stand nowhere in what the plan says of this patient. What is the same for
    everybody (intended use, limitations, titles of sources) does not count."""
    for sentence in sentences(poise_outcome.plan):
        if holds_text(text, sentence):
            raise unmet(f'nothing that mentions "{text}"', (sentence,))


@then('the plan says nothing that "FILE" forbids')
def says_nothing_forbidden(poise_outcome: Outcome, file: str) -> None:
    """Nothing that the plan says of this patient matches a line of this file: a regular
    expression a line, capitals or not; a line that begins with `#` says why. So a pack keeps in
    one place what none of its plans may ever say."""
    patterns = forbidden_patterns(poise_outcome.story.file(file))
    said = said_against(patterns, sentences(poise_outcome.plan))
    if said:
        raise unmet(f"to say nothing that '{file}' forbids", short(said))


@then("no suggestion names an amount")
def no_amount(poise_outcome: Outcome) -> None:
    """Nothing that is suggested or considered says how much of a product to give."""
    plan = poise_outcome.plan
    units = {one.unit for one in poise_outcome.words.pack.taxonomy.products.values() if one.unit}
    amount = re.compile(rf"\d+(?:[.,]\d+)?\s*(?:{'|'.join(map(re.escape, sorted(units)))})\b")
    said = [
        f"{argument.sentence} {argument.because}"
        for item in plan.items
        for argument in item.arguments
        if argument.verb in ("suggest", "prefer")
    ]
    said += [one.text for one in plan.considerations]
    said += [one.text for one in plan.expectations]
    for sentence in said:
        if units and amount.search(sentence):
            raise unmet("no suggestion that names an amount", (sentence,))


@then('the patient can expect "TEXT"')
def expects(poise_outcome: Outcome, text: str) -> None:
    """What the patient is told to expect holds these words."""
    said = [one.text for one in poise_outcome.plan.expectations]
    if not holds_text(text, *said):
        shown = short(said, 12) if said else ("nothing is told to expect",)
        raise unmet(f'the patient to be told "{text}"', shown)


@then('the wishes for "GOAL" and "GOAL2" are in conflict')
def in_conflict(poise_outcome: Outcome, goal: str, goal2: str) -> None:
    """The plan says that two goals pull against each other."""
    wanted = {poise_outcome.words.goal(goal), poise_outcome.words.goal(goal2)}
    conflicts = poise_outcome.plan.conflicts
    if not any(set(one.goals) == wanted for one in conflicts):
        shown = tuple(one.text for one in conflicts) or ("it names no conflict of wishes",)
        raise unmet(f"'{goal}' and '{goal2}' to be in conflict", shown)
