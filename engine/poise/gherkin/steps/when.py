"""When: the plan is drawn up."""

from __future__ import annotations

from poise.gherkin.outcome import Outcome, draw_up
from poise.gherkin.phrases import when
from poise.gherkin.steps.given import answer
from poise.gherkin.story import Story


@when("the plan is drawn up")
def drawn_up(poise_story: Story) -> Outcome:
    """The plan of all that is recorded. An assessment that is refused has none: the step that
    follows then says why it is refused."""
    return draw_up(poise_story)


@when("FACT turns out to be VALUE")
def turns_out(poise_outcome: Outcome, fact: str, value: str) -> Outcome:
    """One more answer, and the plan drawn up again."""
    return draw_up(answer(poise_outcome.story, f"{fact} is {value}"))
