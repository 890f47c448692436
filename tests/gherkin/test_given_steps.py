"""What is recorded: tables, files, single answers, records, wishes and requests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sentences import take
from wounds import write_pack

from poise.gherkin.failures import StepError
from poise.gherkin.outcome import draw_up
from poise.gherkin.phrases import OUTCOME, STORY
from poise.gherkin.story import Story

TABLE = [["fact", "value"], ["Exudate", "dry"], ["Depth", "{left: deep, right: none}"]]


def given(story: Story, sentence: str, **more: Any) -> Story:
    found = take("given", sentence, **{STORY: story}, **more)
    assert isinstance(found, Story)
    return found


def recorded(story: Story) -> dict[str, Any]:
    return story.assessment()


def test_a_table(story: Story) -> None:
    told = given(story, "an assessment of 2026-03-01", datatable=TABLE)
    assert recorded(told) == {
        "date": "2026-03-01",
        "wound.exudate": "dry",
        "wound.depth": {"left": "deep", "right": "none"},
    }


def test_without_a_day_it_is_the_day_of_the_pack(story: Story) -> None:
    assert recorded(given(story, "an assessment"))["date"] == "2026-11-22"


def test_a_new_assessment_forgets_the_one_before(story: Story) -> None:
    told = given(given(story, "Exudate is dry"), "an assessment")
    assert "wound.exudate" not in recorded(told)


@pytest.mark.parametrize(
    ("sentence", "name", "value"),
    [
        ("Exudate is dry", "wound.exudate", "dry"),
        ("wound.exudate is dry", "wound.exudate", "dry"),
        ("Exudate is very wet", "wound.exudate", "very_wet"),
        ("Depth is deep", "wound.depth", {"left": "deep", "right": "deep"}),
        ("Depth on the left is deep", "wound.depth", {"left": "deep"}),
        ("wound.depth.left is deep", "wound.depth", {"left": "deep"}),
        ("Depth (left) is deep", "wound.depth", {"left": "deep"}),
        ("Depth on both sides is deep", "wound.depth", {"left": "deep", "right": "deep"}),
        ("Depth is {both: deep}", "wound.depth", {"both": "deep"}),
        ("Skin around it of the heel is sore", "wound.skin", {"heel": "sore"}),
        ("Skin around it everywhere is sore", "wound.skin", {"heel": "sore", "sacrum": "sore"}),
        ("Smell is [foul, Like yeast]", "wound.smell", ["foul", "like_yeast"]),
        (
            "Skin around it is {heel: slightly red, sacrum: sore}",
            "wound.skin",
            {"heel": "slightly_red", "sacrum": "sore"},
        ),
        ("Smell is [foul, sweet]", "wound.smell", ["foul", "sweet"]),
        ("Earlier dressings are none", "history.dressings", "none"),
        ("history is nothing_to_report", "history", "nothing_to_report"),
        ("date is 2026-01-01", "date", "2026-01-01"),
    ],
)
def test_one_answer(story: Story, sentence: str, name: str, value: Any) -> None:
    assert recorded(given(story, sentence))[name] == value


def test_an_answer_stands_beside_those_of_the_other_side(story: Story) -> None:
    told = given(given(story, "Depth is {both: none}"), "Depth on the left is deep")
    assert recorded(told)["wound.depth"] == {"both": "none", "left": "deep"}


def test_what_is_not_known_is_left_out(story: Story) -> None:
    told = given(given(story, "Exudate is dry"), "Exudate is not known")
    assert "wound.exudate" not in recorded(told)


def test_what_is_not_known_is_said_where_its_group_was_screened(story: Story) -> None:
    told = given(given(story, "history is nothing_to_report"), "Allergy to iodine is not known")
    assert recorded(told)["history.iodine"] == "unknown"
    assert "history" not in recorded(given(told, "history is not known"))


def test_a_file_and_what_is_otherwise(story: Story) -> None:
    (story.folder / "assessments").mkdir()
    (story.folder / "assessments" / "dry.yaml").write_text(
        "date: 2026-02-02\nwound: {exudate: dry, depth: {both: none}}\nwound.depth.left: deep\n"
        "requests: [{product: hydrogel, area: heel}]\n",
        encoding="utf-8",
    )
    told = given(story, 'somebody, as in "dry.yaml"', datatable=[TABLE[0], ["Exudate", "moist"]])
    assert recorded(told) == {
        "date": "2026-02-02",
        "wound.exudate": "moist",
        "wound.depth": {"both": "none", "left": "deep"},
        "requests": [{"product": "hydrogel", "area": "heel"}],
    }
    assert recorded(given(story, 'the assessment "dry.yaml"'))["wound.exudate"] == "dry"


def test_wishes(story: Story) -> None:
    told = given(story, "the patient wishes for fast healing and less pain")
    assert recorded(told)["goals"] == ["fast_healing", "less_pain"]
    assert recorded(given(told, "the patient wishes for nothing in particular"))["goals"] == []


def test_requests(story: Story) -> None:
    told = given(
        story,
        'the patient asks for 2 mL of a hydrogel in the heel on the left for "less pain"',
    )
    told = given(told, "the patient asks for plain gel for the sacrum")
    assert recorded(told)["requests"] == [
        {
            "product": "hydrogel",
            "area": "heel",
            "side": "left",
            "for": "less_pain",
            "amount": "2 mL",
        },
        {"product": "plain_gel", "area": "sacrum"},
    ]


@pytest.mark.parametrize(
    ("when", "record"),
    [
        ("3 weeks ago", {"date": "2026-11-01"}),
        ("on 2026-05-01", {"date": "2026-05-01"}),
        ("in 2026-05", {"date": "2026-05"}),
        ("in 2009", {"date": "2009"}),
        ("at an unknown date", {}),
    ],
)
def test_an_earlier_treatment(story: Story, when: str, record: dict[str, str]) -> None:
    told = given(story, f"an earlier treatment with a hydrogel in the heel {when}")
    told = given(told, "an earlier treatment with an alginate in the heel on the left 1 day ago")
    first, second = recorded(told)["history.dressings"]
    assert first == {"product": "hydrogel", "area": "heel", **record}
    assert second["side"] == "left"


def test_records(story: Story) -> None:
    table = [["product", "area", "date"], ["hydrogel", "heel", ""], ["", "sacrum", "2026"]]
    told = given(story, "Earlier dressings holds these records", datatable=table)
    assert recorded(told)["history.dressings"] == [
        {"product": "hydrogel", "area": "heel"},
        {"area": "sacrum", "date": "2026"},
    ]


def test_an_empty_list_in_a_record_is_one(story: Story) -> None:
    table = [["product", "area"], ["[]", "heel"]]
    told = given(story, "Earlier dressings holds these records", datatable=table)
    assert recorded(told)["history.dressings"] == [{"product": [], "area": "heel"}]


def test_another_pack(story: Story) -> None:
    more = "rules:\n  - {id: more, title: More, consider: More., evidence: W1}\n"
    write_pack(story.folder / "other", rules=more)
    told = given(story, 'the pack "other"')
    assert "more" in told.words.pack.rules_by_id
    with pytest.raises(StepError, match="name it first"):
        given(given(story, "Exudate is dry"), 'the pack "other"')


def test_a_clinic_file(story: Story) -> None:
    (story.folder / "clinic.yaml").write_text("setting: {}\n", encoding="utf-8")
    assert given(story, 'the clinic file "clinic.yaml"').clinic == story.folder / "clinic.yaml"


def test_one_more_answer_after_the_plan(story: Story) -> None:
    outcome = draw_up(given(story, "Exudate is moist"))
    again = take("when", "Exudate turns out to be dry", **{OUTCOME: outcome})
    assert again.plan.item("hydrogel/heel") is not None


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Exudat is dry", "did you mean 'exudate'?"),
        ("Depth on the top is deep", "is no side of 'wound.depth'"),
        ("Exudate on the left is dry", "stands once for the whole patient"),
        ("Smell is [foul", "cannot be read as an answer"),
        ('Exudate is ""', "has no value"),
        ("the patient wishes for les pain", "did you mean 'less pain'?"),
        ("the patient asks for a hydrogel in the head", "'head' is not an area"),
        ('the assessment "gone.yaml"', "there is no file 'gone.yaml'"),
        ('the pack "gone"', "there is no pack 'gone'"),
        ("these answers", "the answers are missing"),
        ("Exudate holds these records", "the records are missing"),
        ("an earlier treatment with a hydrogel in the head 3 days ago", "'head' is not an area"),
    ],
)
def test_mistakes_are_told(story: Story, sentence: str, said: str) -> None:
    with pytest.raises(StepError) as failed:
        given(story, sentence)
    assert said in str(failed.value)


def test_tables_that_are_no_answers(story: Story) -> None:
    with pytest.raises(StepError, match=r"not with \| fact \| value \|"):
        given(story, "an assessment", datatable=[["name", "value"], ["Exudate", "dry"]])
    with pytest.raises(StepError, match="not a list of records"):
        given(story, "Exudate holds these records", datatable=[["product"], ["hydrogel"]])


def test_a_day_that_is_none(story: Story) -> None:
    with pytest.raises(StepError, match="is not a day"):
        _ = replace(story, answers={"date": "tomorrow"}).date


def test_a_file_that_is_no_assessment(story: Story) -> None:
    Path(story.folder / "list.yaml").write_text("- one\n", encoding="utf-8")
    with pytest.raises(StepError, match="is not an assessment"):
        given(story, 'the assessment "list.yaml"')
