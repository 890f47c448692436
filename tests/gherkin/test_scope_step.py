"""Then these rules act on these treatments alone: what is in the table, no more and no less."""

from __future__ import annotations

import pytest
from sentences import Tell, take

from poise.gherkin.failures import StepError
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import OUTCOME

HEAD = ["rule", "treatment", "area"]


def acts_on(outcome: Outcome, *rows: list[str], head: list[str] = HEAD) -> None:
    step = "these rules act on these treatments alone"
    take("then", step, **{OUTCOME: outcome, "datatable": [head, *rows]})


def test_a_table_that_says_what_rules_act_on(tell: Tell) -> None:
    acts_on(
        tell(),
        ["iodine.never", "iodine gel", "everywhere"],
        ["operation.soon", "Alginate", "heel, sacrum"],
        ["skin.sore", "plain gel", "every area"],
        ["skin.sore", "iodine gel", "every area"],
    )
    acts_on(
        tell(),
        ["gel.moisten", "moist", "heel, sacrum", "less pain"],
        ["alginate.fill", "alginate", "foot", "none"],
        head=[*HEAD, "goal"],
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["iodine.never", "hydrogel", "everywhere"], "it does not act on: Plain gel, Heel"),
        (["iodine.never", "iodine gel", "heel"], "it also acts on: Iodine gel, Sacrum"),
        (["operation.soon", "everything", "everywhere"], "it does not act on: Iodine gel, Heel"),
        (["gel.moisten", "hydrogel", "heel, sacrum"], "Heel (for no goal in particular, fast_heal"),
    ],
)
def test_more_and_less_than_the_table_says(tell: Tell, row: list[str], said: str) -> None:
    with pytest.raises(StepError, match="to act on these alone") as failed:
        acts_on(tell(), row)
    assert said in "\n".join(failed.value.details)


def test_a_side_by_itself(tell: Tell) -> None:
    with pytest.raises(StepError) as failed:
        acts_on(tell(), ["alginate.fill", "alginate", "heel", "none", "left"],
                head=[*HEAD, "goal", "side"])  # fmt: skip
    assert failed.value.details == (
        "it also acts on: Alginate, Heel (for no goal in particular) (right)",
    )


def test_what_acts_on_no_treatment_or_is_no_such_table(tell: Tell) -> None:
    with pytest.raises(StepError, match="it speaks of the patient"):
        acts_on(tell(), ["find.dry", "hydrogel", "heel"])
    with pytest.raises(StepError, match=r"begins with \| rule \| treatment \| area \|"):
        acts_on(tell(), head=["rule", "product", "area"])
    with pytest.raises(StepError, match="'hel' is not an area"):
        acts_on(tell(), ["iodine.never", "iodine gel", "hel"])
