"""Every Then step holds where it should, and fails where it should, with a sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sentences import Tell, check

from poise.gherkin.failures import StepError

HOLDS = [
    # what is recorded otherwise, and a sentence that then holds
    ([], "a hydrogel is suggested for the heel"),
    ([], "hydrogels are suggested without caution"),
    ([], 'a hydrogel for "less pain" is suggested for the heel on the left because "moisten"'),
    ([], "plain gel is suggested for the sacrum"),
    ([], "a moist dressing is suggested for the foot"),
    ([], "everything is suggested"),
    ([], "an alginate is not suggested for the sacrum"),
    ([], "an alginate is not on the plan for the sacrum"),
    ([], "a hydrogel is not excluded for the heel"),
    (["Allergy to iodine is yes"], 'iodine gel is excluded for the heel because "allergist"'),
    (["Allergy to iodine is yes"], "a hydrogel is suggested for the heel"),
    (
        ["Allergy to iodine is not known"],
        "iodine gel is on hold for the heel until Allergy to iodine is answered",
    ),
    (
        ["Skin around it of the heel is sore"],
        'a hydrogel is deferred for the heel because "sore" until "healed"',
    ),
    (
        ["Day of the operation is 2026-11-25"],
        'an alginate is deferred until "2026-11-26"',
    ),
    (["Smell is [foul]"], 'a hydrogel is suggested with caution because "infection"'),
    (
        ["Exudate is very wet", "the patient asks for a hydrogel in the heel"],
        'a hydrogel is discouraged for the heel because "very wet"',
    ),
    (["Exudate is moist", "Depth on both sides is none"], "nothing is suggested"),
    (["Skin around it of the heel is sore"], "nothing is suggested for the sacrum on the left"),
    (
        ["the patient asks for an alginate in the sacrum"],
        'the request for an alginate in the sacrum is discouraged because "nothing in the"',
    ),
    (["the patient wishes for less pain"], "a hydrogel for the heel was asked for"),
    (["the patient wishes for nothing in particular"], "a hydrogel for the heel was not asked for"),
    ([], "a hydrogel is of unknown label status for the heel"),
    ([], "the explanation of a hydrogel for the heel cites W1"),
    ([], 'the explanation of a hydrogel for the heel says "moisten a dry wound"'),
    ([], "the finding Dry wound bed is yes"),
    ([], "the finding Loss of tissue on the left is deep"),
    ([], "the finding Loss of tissue is at least shallow"),
    ([], "the finding Odour is absent"),
    (["Smell is [foul]"], "the finding Odour is foul"),
    (["Smell is not known"], "the finding Odour is open"),
    (["Exudate is not known"], "the finding Dry wound bed is open"),
    (["Exudate is moist"], "the finding Dry wound bed is no"),
    (["Smell is [foul]"], "the consideration foul.care is in force"),
    (["Smell is [foul]"], 'the consideration "A foul wound is watched" is in force'),
    ([], "the consideration foul.care is not in force"),
    ([], "the rule gel.moisten fires"),
    ([], "the rule iodine.never does not fire"),
    (["Allergy to iodine is not known"], "the rule iodine.never is open"),
    (["Exudate is not known"], "the rule measure.first fires"),
    ([], "candidacy is may proceed"),
    ([], 'candidacy is "may proceed" because "can be discussed"'),
    ([], "the plan is not ready"),
    (["Allergy to iodine is not known"], "the plan asks Allergy to iodine"),
    ([], "the plan does not ask Allergy to iodine"),
    (["Allergy to iodine is not known"], "the answer to Allergy to iodine is decisive"),
    (
        ["Allergy to iodine is not known"],
        "Allergy to iodine is listed as an unanswered safety question",
    ),
    ([], "no safety question is unanswered"),
    (["Skin around it of the heel is sore"], 'the plan refers to "nurse" soon'),
    (
        ["Skin around it of the heel is sore"],
        'the plan refers to somebody soon because "sore skin"',
    ),
    ([], 'the plan does not refer to "nurse"'),
    ([], "the plan refers to nobody"),
    ([], "the requirement consent is open"),
    ([], "the requirement measure.first is met"),
    (["Exudate is not known"], "the requirement measure.first lacks Exudate"),
    ([], 'the plan mentions "moisten a dry"'),
    ([], 'nothing in the plan mentions "millilitre"'),
    ([], "no suggestion names an amount"),
    ([], 'the patient can expect "cool"'),
    (
        ["the patient wishes for less pain and fast healing"],
        'the wishes for "fast healing" and "less pain" are in conflict',
    ),
    ([], "a hydrogel for the heel comes before an alginate for the heel"),
    ([], "a hydrogel for the heel is listed before an alginate for the heel"),
    ([], "a hydrogel for the heel and a hydrogel for the sacrum share a session"),
    ([], "a hydrogel for the heel and an alginate for the heel are in different sessions"),
    ([], "there are 2 sessions"),
    ([], "the session of an alginate for the heel is not before 2026-11-29"),
    ([], "the session of an alginate for the heel is from 2026-11-29"),
    ([], "a review of a hydrogel for the heel is due after 2 days to 1 week"),
    ([], 'a review of a hydrogel for the heel is due for "dressing"'),
    ([], "the result of a hydrogel for the heel lasts from 1 to 2 months, towards shorter"),
    (
        ["an earlier treatment with a hydrogel in the heel on the left 3 days ago"],
        "a hydrogel is deferred for the heel on the left",
    ),
    (
        ["an earlier treatment with a hydrogel in the heel on the left 3 days ago"],
        "a hydrogel is suggested for the heel on the right",
    ),
]


@pytest.mark.parametrize(("otherwise", "sentence"), HOLDS, ids=[one[1] for one in HOLDS])
def test_holds(tell: Tell, otherwise: list[str], sentence: str) -> None:
    check(tell(*otherwise), sentence)


FAILS = [
    # what is recorded otherwise, a sentence that does not hold, what is expected, what is said
    ([], "a hydrogel is excluded for the heel", "hydrogel for the heel to be excluded",
     "Hydrogel, heel: suggested"),
    ([], "an alginate is suggested for the sacrum", "alginate for the sacrum to be suggested",
     "Hydrogel, sacrum: suggested"),
    ([], 'a hydrogel is suggested because "wet"', 'hydrogel to be suggested because "wet"',
     "Moisten a dry wound"),
    ([], "a hydrogel is not suggested", "hydrogel to be not suggested",
     "Hydrogel, heel: suggested"),
    ([], "an alginate is not excluded for the sacrum", "to be not excluded", "it holds"),
    (["Allergy to iodine is yes"], "iodine gel is suggested for the heel",
     "iodine gel for the heel to be suggested", "this option: excluded"),
    (["Skin around it of the heel is sore"], 'a hydrogel is deferred for the heel until "noon"',
     'until "noon"', "until the skin has healed"),
    ([], "a hydrogel is on hold for the heel until Allergy to iodine is answered",
     "hydrogel for the heel to be on hold until 'Allergy to iodine' is answered",
     "Hydrogel, heel: suggested"),
    ([], "nothing is suggested for the heel", "nothing to be suggested for the heel",
     "Moisten a dry wound"),
    (["the patient asks for a hydrogel in the heel"],
     "the request for a hydrogel in the heel is discouraged",
     "the request to be answered 'discouraged'", "Supported"),
    (["the patient asks for a hydrogel in the heel"],
     'the request for a hydrogel in the heel is suggested because "fun"', 'because "fun"',
     "Supported"),
    (["the patient wishes for nothing in particular"], "a hydrogel for the heel was asked for",
     "Hydrogel, heel to serve a wish", "no stated wish"),
    (["the patient wishes for less pain"], "a hydrogel for the heel was not asked for",
     "to serve no stated wish", "less_pain"),
    ([], "a hydrogel is labelled for the heel", "hydrogel for the heel to be labelled", "unknown"),
    ([], "the explanation of a hydrogel for the heel cites W2", "to cite W2", "gel.moisten; W1"),
    ([], 'the explanation of a hydrogel for the heel says "wet"', 'to say "wet"', "Moisten"),
    ([], "the finding Dry wound bed is absent", "the finding 'Dry wound bed' to be absent",
     "A dry wound bed: fires (find.dry)"),
    ([], "the finding Loss of tissue on the left is shallow", "to be shallow", "deep"),
    ([], "the finding Odour is foul", "the finding 'Odour' to be foul", "absent"),
    ([], "the consideration foul.care is in force", "'A foul wound is watched' to be in force",
     "none is in force"),
    (["Smell is [foul]"], "the consideration foul.care is not in force", "not to be in force",
     "Take a swab"),
    ([], "the rule iodine.never fires", "the rule 'No iodine in an allergy to it' to fire",
     "Allergy to iodine: no"),
    ([], "the rule gel.moisten does not fire", "'Moisten a dry wound' not to fire", "it fires"),
    ([], "the rule gel.moisten is open", "'Moisten a dry wound' to be open", "it fires"),
    ([], "candidacy is not now", "candidacy to be 'not now'", "may proceed"),
    ([], 'candidacy is may proceed because "rain"', 'because "rain"', "may proceed"),
    ([], "the plan is ready", "to be ready", "Consent is on record"),
    ([], "the plan asks Allergy to iodine", "to ask 'Allergy to iodine'", "it asks nothing"),
    (["Allergy to iodine is not known"], "the plan does not ask Allergy to iodine",
     "not to ask 'Allergy to iodine'", "Is there an allergy to iodine?"),
    ([], "the answer to Allergy to iodine is decisive", "to be decisive", "it asks nothing"),
    (["Allergy to iodine is not known"], "the answer to Exudate is decisive",
     "the answer to 'Exudate' to be decisive", "(history.iodine, decisive)"),
    ([], "Allergy to iodine is listed as an unanswered safety question",
     "among the unanswered safety questions", "every safety question is answered"),
    (["Allergy to iodine is not known"], "no safety question is unanswered",
     "no unanswered safety question", "history.iodine"),
    ([], 'the plan refers to "nurse"', 'to refer to "nurse"', "it refers to nobody"),
    (["Skin around it of the heel is sore"], 'the plan refers to "nurse" urgently',
     'to refer to "nurse" urgently', "a wound nurse, soon"),
    (["Skin around it of the heel is sore"], 'the plan refers to "nurse" because "rain"',
     'to refer to "nurse" because "rain"', "Sore skin"),
    ([], 'the plan refers to somebody because "rain"', 'because "rain"', "it refers to nobody"),
    (["Skin around it of the heel is sore"], 'the plan does not refer to "nurse"',
     'not to refer to "nurse"', "a wound nurse"),
    (["Skin around it of the heel is sore"], "the plan refers to nobody", "to refer to nobody",
     "a wound nurse"),
    ([], "the requirement consent is met", "the requirement 'Consent is on record' to be met",
     "Tick when it is signed"),
    ([], "the requirement measure.first lacks Exudate", "to lack 'Exudate'", "met"),
    (["Depth on both sides is none"], "the requirement measure.first is met",
     "the requirement 'Measure before filling' on it", "Consent is on record"),
    ([], 'the plan mentions "millilitre"', 'to mention "millilitre"', "it does not"),
    ([], 'nothing in the plan mentions "moisten"', 'nothing that mentions "moisten"', "Moisten"),
    ([], 'the patient can expect "heat"', 'the patient to be told "heat"', "The gel feels cool."),
    (["the patient wishes for less pain"],
     'the wishes for "fast healing" and "less pain" are in conflict', "to be in conflict",
     "it names no conflict of wishes"),
    ([], "an alginate for the heel comes before a hydrogel for the heel",
     "Alginate, heel to come before Hydrogel, heel", "session 1, from 2026-11-22"),
    ([], "an alginate for the heel is listed before a hydrogel for the heel",
     "to be listed before", "Hydrogel, heel: suggested"),
    ([], "a hydrogel for the heel and an alginate for the heel share a session",
     "in one session", "session 2"),
    ([], "a hydrogel for the heel and a hydrogel for the sacrum are in different sessions",
     "in different sessions", "session 1"),
    ([], "there is 1 session", "to have 1 sessions", "session 2"),
    ([], "the session of a hydrogel for the heel is not before 2027-01-01",
     "Hydrogel, heel not before 2027-01-01", "from 2026-11-22"),
    ([], "the session of an alginate for the heel is from 2026-11-28",
     "Alginate, heel from 2026-11-28", "session 2, from 2026-11-29"),
    ([], "the session of an alginate for the heel is from 2026-11-30",
     "Alginate, heel from 2026-11-30", "session 2, from 2026-11-29"),
    ([], "a review of a hydrogel for the heel is due after 3 weeks", "after 3 weeks",
     "after 2 days to 1 week: Change the dressing"),
    ([], "the result of a hydrogel for the heel lasts from 3 to 4 months",
     "to last from 3 to 4 months", "from 1 to 2 months, towards shorter"),
    ([], "the result of a hydrogel for the heel lasts from 1 to 2 months, towards longer",
     "towards longer", "towards shorter"),
    ([], "the result of an alginate for the heel lasts from 1 to 2 months",
     "to last from 1 to 2 months", "nothing is said of how long it lasts"),
    ([], 'the assessment is refused because "nonsense"', 'refused because "nonsense"',
     "it is accepted"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("otherwise", "sentence", "expected", "said"), FAILS, ids=[one[1] for one in FAILS]
)
def test_fails_with_a_sentence(
    tell: Tell, otherwise: list[str], sentence: str, expected: str, said: str
) -> None:
    outcome = tell(*otherwise)
    with pytest.raises(StepError) as failed:
        check(outcome, sentence)
    assert expected in failed.value.sentence
    assert said.lower() in "\n".join(failed.value.details).lower()
    assert failed.value.sentence.startswith("expected: ")


def test_whether_answers_are_decisive_is_tried_for_the_step_that_asks(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def decisive(_case: object, about: object, _waiting: object) -> bool:
        tried.append(str(about))
        return True

    monkeypatch.setattr("poise.planning.questions.decisive", decisive)
    outcome = tell("Allergy to iodine is not known")
    check(outcome, "the plan asks Allergy to iodine")
    check(outcome, "candidacy is answers needed")
    assert tried == []
    check(outcome, "the answer to Allergy to iodine is decisive")
    assert tried == ["history.iodine"]


UNKNOWN_NAMES = [
    ("a hydrogle is suggested",
     "'a hydrogle' is not a product of the pack 'wound-dressings'; did you mean 'hydrogel'?"),
    ("a hydrogel is suggested for the hel", "'hel' is not an area"),
    ('a hydrogel for "les pain" is suggested', "did you mean 'less pain'?"),
    ("the plan asks Allergy to iodin", "did you mean 'allergy to iodine'?"),
    ("the finding Dry wound bet is yes", "did you mean 'dry wound bed'?"),
    ("the finding Dry wound bed is soaked",
     "'soaked' is nothing that 'bed.dry' can be; one of: absent, open, yes, no"),
    ("the rule iodine.newer fires", "did you mean 'iodine.never'?"),
    ("the explanation of a hydrogel for the heel cites W3", "'W3' is not a source"),
    ("candidacy is perhaps", "'perhaps' is no candidacy"),
    ("a hydrogel comes before an alginate", "'a hydrogel' names no treatment"),
    ("the request for a hydrogel in the heel is suggested", "the patient did not ask for"),
    ("the finding Dry wound bed on the left is yes", "stands once for the whole patient"),
    ("the finding Loss of tissue on the sacrum is deep", "is no side of 'bed.loss'"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "said"), UNKNOWN_NAMES, ids=[one[0] for one in UNKNOWN_NAMES])
def test_names_that_the_pack_does_not_have(tell: Tell, sentence: str, said: str) -> None:
    outcome = tell()
    with pytest.raises(StepError) as failed:
        check(outcome, sentence)
    assert said in str(failed.value)


def test_a_refused_assessment_has_no_plan(tell: Tell) -> None:
    outcome = tell("Exudate is soaked")
    check(outcome, 'the assessment is refused because "soaked"')
    with pytest.raises(StepError, match="there is no plan: the assessment is refused") as failed:
        check(outcome, "a hydrogel is suggested")
    assert "soaked" in "\n".join(failed.value.details)
    with pytest.raises(StepError) as failed:
        check(outcome, 'the assessment is refused because "rain"')
    assert "soaked" in "\n".join(failed.value.details)


def test_what_a_plan_of_this_pack_never_says(tell: Tell) -> None:
    outcome = tell("Smell is [foul]")
    plan = outcome.plan
    told = plan.considerations[0].model_copy(update={"text": "Use 5 mL of it."})
    changed = plan.model_copy(update={"considerations": (told,)})
    with pytest.raises(StepError, match="no suggestion that names an amount"):
        check(replace(outcome, drawn=changed), "no suggestion names an amount")
    ready = plan.model_copy(update={"ready": True})
    with pytest.raises(StepError, match="not to be ready"):
        check(replace(outcome, drawn=ready), "the plan is not ready")


def test_a_file_says_what_no_plan_may_say(tell: Tell, tmp_path: Path) -> None:
    forbidden = tmp_path / "never-said.txt"
    forbidden.write_text("# Nobody promises.\n\nguarantee\nbath(s|ed)\n")
    outcome = tell()
    step = 'the plan says nothing that "never-said.txt" forbids'
    check(outcome, step)
    forbidden.write_text("# The gel is cool, and this file will not have it.\nfeels +COOL\n")
    with pytest.raises(StepError, match="to say nothing that") as failed:
        check(outcome, step)
    assert "The gel feels cool." in failed.value.details[0]


def test_what_is_the_same_for_everybody_is_not_said_of_a_patient(
    tell: Tell, tmp_path: Path
) -> None:
    (tmp_path / "never-said.txt").write_text("how much mL\n")
    outcome = tell()
    assert any("how much mL" in one for one in outcome.plan.limitations)
    check(outcome, 'the plan says nothing that "never-said.txt" forbids')


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("# only a remark\n", "forbids nothing"),
        ("dose\n(open\n", "line 2: '\\(open' is no pattern"),
    ],
)
def test_a_file_that_forbids_nothing_is_a_mistake(
    tell: Tell, tmp_path: Path, written: str, said: str
) -> None:
    (tmp_path / "never-said.txt").write_text(written)
    outcome = tell()
    with pytest.raises(StepError, match=said):
        check(outcome, 'the plan says nothing that "never-said.txt" forbids')
