"""The second pack: another field, in the same language, through the same commands and steps."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pytest_bdd import scenarios
from sentences import check

import poise
from commands import Cli
from poise.gherkin.coverage import SEEN, Seen
from poise.gherkin.failures import StepError
from poise.gherkin.outcome import weigh
from poise.gherkin.rehearsal import rehearse
from poise.gherkin.runner import plugins
from poise.gherkin.story import Story
from poise.gherkin.words import Words
from poise.rete import available
from schema.yaml12 import read_file

PACK = Path(__file__).parents[2] / "examples" / "packs" / "wound-care"
FEATURES = PACK / "features"
ASSESSMENTS = sorted((FEATURES / "assessments").glob("*.yaml"))

pytest_plugins = plugins()

scenarios(str(FEATURES))


@pytest.fixture(scope="module")
def wounds() -> poise.RulePack:
    return poise.load(PACK)


def test_check_finds_nothing(cli: Cli) -> None:
    ran = cli("check", "--strict", "--rules", str(PACK))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("no problems\nwound-care ")


def test_every_rule_is_exercised() -> None:
    coverage = rehearse([FEATURES])["wound-care"]
    lacking: dict[Seen, tuple[str, ...]] = {what: coverage.missing(what) for what in SEEN}
    assert lacking == dict.fromkeys(SEEN, ())


@pytest.mark.parametrize("path", ASSESSMENTS, ids=lambda path: path.stem)
def test_both_engines_agree_on_its_assessments(wounds: poise.RulePack, path: Path) -> None:
    plan = wounds.plan(path)
    assert plan.items
    assert plan.engine.agreed is (True if available() else None)


@pytest.mark.parametrize("path", ASSESSMENTS, ids=lambda path: path.stem)
def test_its_schema_accepts_its_assessments(wounds: poise.RulePack, path: Path) -> None:
    Draft202012Validator(wounds.assessment_schema()).validate(read_file(path))


def test_its_schema_refuses_a_wrong_answer(wounds: poise.RulePack) -> None:
    schema = Draft202012Validator(wounds.assessment_schema())
    assert not schema.is_valid({"date": "2026-11-22", "wound.exudate": {"sacrum": "flowing"}})


def test_a_plan_reads_in_its_own_words(cli: Cli) -> None:
    ran = cli("plan", str(FEATURES / "assessments" / "sacral-wound.yaml"), "--rules", str(PACK))
    assert ran.code == 0
    assert "Cadexomer iodine, sacrum" in ran.out
    assert "a wound specialist (soon)" in ran.out
    assert "label status not known" in ran.out
    assert "face" not in ran.out


# --- the step that reads a score -------------------------------------------------------------

SCORE = "PUSH score of the sacrum"


@pytest.mark.parametrize(
    ("sentence", "expected", "said"),
    [
        (f"the measure {SCORE} is 12", "'PUSH score (sacrum)' to be 12", "13"),
        (f"the measure {SCORE} is 12 to 13", "to be 12 to 13", "13"),
        (f"the measure {SCORE} is not known", "to be not known", "13"),
        ("the measure Length times width of the sacrum is 11.5", "to be 11.5", "11.47 cm²"),
        ("the measure PUSH scor of the sacrum is 13", "did you mean 'push score'?", ""),
        ("the measure PUSH score is 13", "'PUSH score (left heel)' to be 13", "0"),
    ],
)
def test_a_score_that_is_otherwise_is_told(
    wounds: poise.RulePack, sentence: str, expected: str, said: str
) -> None:
    story = Story(Words(wounds), FEATURES).told_in("sacral-wound.yaml")
    with pytest.raises(StepError) as failed:
        check(weigh(story), sentence)
    assert expected in failed.value.sentence
    assert said in "\n".join(failed.value.details)


@pytest.mark.parametrize("value", ["11.47", "11.47 cm²"])
def test_a_measure_may_be_told_with_its_unit(wounds: poise.RulePack, value: str) -> None:
    story = Story(Words(wounds), FEATURES).told_in("sacral-wound.yaml")
    check(weigh(story), f"the measure Length times width of the sacrum is {value}")


def test_a_request_that_nothing_supports_is_told_what_speaks_against_it(
    wounds: poise.RulePack,
) -> None:
    story = Story(Words(wounds), FEATURES).told_in("sacral-wound.yaml")
    asked = {**story.assessment(), "requests": [{"product": "hydrogel", "area": "sacrum"}]}
    (answer,) = wounds.plan(asked).requests
    assert answer.because == ("Nothing in the assessment supports it. No hydrogel on a wet wound.")
