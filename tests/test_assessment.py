"""Assessments: nested or dotted, from a file or a program, one meaning."""

from __future__ import annotations

import datetime
import itertools
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import poise
from fuzz.targets import OWN, read
from goldens.cases import BASE
from poise.problems import Collector
from poise.source import parse
from poise.values import UNKNOWN, Members, Possible, Span, exactly, just

HEAD = {"date": "2026-11-22"}


@pytest.fixture(scope="module")
def pack() -> poise.RulePack:
    return poise.load(BASE)


def test_nested_and_dotted_mean_the_same(pack: poise.RulePack) -> None:
    ways = (
        {"brow": {"height_mm": {"left": 20, "right": 21}}, "person": {"age_years": 40}},
        {"brow.height_mm": {"left": 20, "right": 21}, "person.age_years": 40},
        {"brow.height_mm.left": 20, "brow.height_mm.right": "21 mm", "person.age_years": "40"},
        {"brow": {"height_mm.left": "20.0", "height_mm.right": 21.0}, "person": {"age_years": 40}},
    )
    digests = {pack.read_assessment({**HEAD, **way}).digest for way in ways}
    assert len(digests) == 1


def test_the_order_of_fields_changes_nothing(pack: poise.RulePack) -> None:
    fields: dict[str, Any] = {
        "masseter.bulge": {"both": "mono"},
        "masseter.bulge.left": "double",
        "skin": {"active": {"elsewhere": "none", "lips": "infection"}},
        "history": "nothing_to_report",
        "history.pregnancy": "unknown",
        **HEAD,
    }
    digests = set()
    for order in itertools.permutations(fields):
        found = pack.read_assessment({name: fields[name] for name in order})
        digests.add(found.digest)
        assert found.states["masseter.bulge.left"] == exactly(2)
        assert found.states["masseter.bulge.right"] == exactly(1)
        assert found.states["skin.active.masseter"] == just("none")
        assert found.states["history.pregnancy"] is UNKNOWN
    assert len(digests) == 1


def test_the_goals_keep_the_patients_order(pack: poise.RulePack) -> None:
    goals = ["stronger_jaw", "fuller_lips", "stronger_jaw"]
    found = pack.read_assessment({**HEAD, "goals": goals})
    assert found.goals == ("stronger_jaw", "fuller_lips")
    assert found.states["goals"] == Members(frozenset(goals))
    assert pack.read_assessment({**HEAD, "goals": "fuller_lips"}).goals == ("fuller_lips",)


def test_unknown_beside_members_leaves_the_others_open(pack: poise.RulePack) -> None:
    found = pack.read_assessment({**HEAD, "masseter.cause": ["fat", "unknown"]})
    assert found.states["masseter.cause"] == Members(
        frozenset({"fat"}), frozenset({"laxity", "muscle"})
    )


@pytest.mark.parametrize("nothing", [None, "unknown", "", "null"])
def test_what_is_not_known_is_not_known(pack: poise.RulePack, nothing: Any) -> None:
    facts = ["masseter.cause", "setting.antidote", "person.age_years", "history.last_birth"]
    found = pack.read_assessment({**HEAD, **dict.fromkeys(facts, nothing)})
    assert {found.states[name] for name in facts} == {UNKNOWN}
    sided = pack.read_assessment({**HEAD, "masseter.bulge": nothing})
    assert set(sided.states.values()) == {UNKNOWN}
    assert pack.read_assessment({**HEAD, "history.treatments": nothing}).records == {}


def test_a_coarse_date_ends_at_the_assessment(pack: poise.RulePack) -> None:
    found = pack.read_assessment({**HEAD, "history.last_birth": "2026-11"})
    state = found.states["history.last_birth"]
    assert isinstance(state, Span)
    assert state.low == datetime.date(2026, 11, 1).toordinal()
    assert state.high == datetime.date(2026, 11, 22).toordinal()
    ahead = pack.read_assessment({**HEAD, "history.dental_work": 2026})
    assert ahead.states["history.dental_work"] == Span(
        datetime.date(2026, 11, 22).toordinal(), datetime.date(2026, 12, 31).toordinal()
    )


def test_a_screened_group_gives_what_was_not_answered(pack: poise.RulePack) -> None:
    found = pack.read_assessment({**HEAD, "history": "nothing_to_report"})
    assert found.states["history.pregnancy"] == just("no")
    assert found.screened == ("history",)
    assert "history.trimester" not in found.states


def test_records_are_complete_and_open_where_they_are_silent(pack: poise.RulePack) -> None:
    treatment = {"product": "neuromodulator", "area": "masseter", "date": "2026-10"}
    found = pack.read_assessment({**HEAD, "history.treatments": [treatment]})
    (record,) = found.records["history.treatments"]
    assert record.fields["product"] == Possible(frozenset({"abobotulinum", "onabotulinum"}))
    assert record.fields["side"] == just("both")
    assert record.fields["amount"] is UNKNOWN
    for none in ([], "none"):
        listed = pack.read_assessment({**HEAD, "history.treatments": none})
        assert listed.records["history.treatments"] == ()


def test_a_request_keeps_what_was_asked_for(pack: poise.RulePack) -> None:
    asked = {"product": "ha_filler", "area": "lips", "for": "fuller_lips", "amount": "1.5 mL"}
    found = pack.read_assessment({**HEAD, "requests": [asked]})
    assert found.requests == (
        poise.assessment.Request("ha_filler", "lips", "", "fuller_lips", 1.5, "mL"),
    )


def test_title_and_free_text_stand_outside_the_digest(pack: poise.RulePack) -> None:
    plain = pack.read_assessment(HEAD)
    told = pack.read_assessment({**HEAD, "title": "A patient", "history.remarks": "Likes tea."})
    assert told.digest == plain.digest
    assert told.texts == {"history.remarks": "Likes tea."}
    assert told.title == "A patient"


def test_where_a_fact_stands_is_no_part_of_it(pack: poise.RulePack) -> None:
    text = "date: 2026-11-22\n\nperson.age_years: 40\n"
    first = pack.read_assessment(parse(text, "a.yaml", Collector()))  # type: ignore[arg-type]
    second = pack.read_assessment({**HEAD, "person.age_years": 40})
    assert first == second
    assert first.places["person.age_years"].line == 3


def test_the_assessment_wins_over_the_clinic(pack: poise.RulePack) -> None:
    clinic = {"setting": {"country": "US", "antidote": True}}
    found = pack.read_assessment({**HEAD, "setting.antidote": "no"}, clinic)
    assert found.states["setting.country"] == just("US")
    assert found.states["setting.antidote"] == just("no")


def test_what_the_clinic_keeps_for_everybody_may_not_apply_to_one_patient(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(BASE, folder)
    (folder / "vocabulary" / "more.yaml").write_text(
        "facts:\n  setting.room: {label: Room, ask: Is there a quiet room, answer: yes_no,"
        " asked_when: {person.sex_at_birth: female}, context: For a test.}\n",
        encoding="utf-8",
    )
    pack = poise.load(folder)
    man = {**HEAD, "person.sex_at_birth": "male"}
    clinic = {"setting.room": "yes", "setting.country": "US"}
    found = pack.read_assessment(man, clinic)
    assert "setting.room" not in found.states
    assert found.states["setting.country"] == just("US")
    assert (
        pack.plan(man, clinic).canonical_bytes()
        == pack.plan(man, {"setting.country": "US"}).canonical_bytes()
    )
    with pytest.raises(poise.AssessmentError, match=r"setting\.room.* does not apply"):
        pack.read_assessment({**man, "setting.room": "yes"}, clinic)


def test_files_in_yaml_and_json_and_mappings_read_alike(
    pack: poise.RulePack, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("date: 2026-11-22\nsetting: {antidote: yes}\n")
    (tmp_path / "a.json").write_text('{"date": "2026-11-22", "setting": {"antidote": true}}')
    found = [
        pack.read_assessment(tmp_path / "a.yaml"),
        pack.read_assessment(str(tmp_path / "a.json")),
        pack.read_assessment({"date": datetime.date(2026, 11, 22), "setting.antidote": True}),
    ]
    assert found[0] == found[1] == found[2]
    assert pack.read_assessment(found[0]) is found[0]


def test_nothing_is_planned_where_anything_is_wrong(pack: poise.RulePack) -> None:
    with pytest.raises(poise.AssessmentError) as told:
        pack.plan({**HEAD, "person.age_years": 400, "maseter": "x"})
    assert len(told.value.problems) == 2
    assert str(told.value).count("hint: ") == 2


def test_what_is_neither_a_mapping_nor_a_path_is_told(pack: poise.RulePack) -> None:
    for given_value in (3, ["date"], b"date", None, object()):
        with pytest.raises(poise.AssessmentError):
            pack.read_assessment(given_value)  # type: ignore[arg-type]


def test_thousands_of_mistakes_are_answered_in_time(pack: poise.RulePack) -> None:
    with pytest.raises(poise.AssessmentError) as told:
        pack.read_assessment({**HEAD, **{f"masseter.bulge{n}": n for n in range(20_000)}})
    assert any(one.code == "too-many" for one in told.value.problems)


def test_the_fuzzed_assessment_is_right(pack: poise.RulePack) -> None:
    value = parse(OWN, "a.yaml", Collector())
    assert pack.read_assessment(value).requests  # type: ignore[arg-type]


WORDS = st.sampled_from(
    [
        *("date", "title", "requests", "goals", "history", "history.pregnancy", "masseter"),
        *("bulge", "left", "both", "skin.active", "lips", "elsewhere", "person", "age_years"),
        *("2026-11-22", "yes", "mono", "unknown", "nothing_to_report", "product", "ha_filler"),
        *("area", "amount", "history.treatments", "brow.height_mm.left", "brow.difference_mm"),
        *("1 mL", "a.b.c", ".", ""),
    ]
)
LEAVES = st.one_of(
    WORDS, st.text(max_size=6), st.integers(), st.floats(), st.booleans(), st.none(), st.dates()
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(WORDS, VALUES, max_size=6))
def test_any_mapping_of_a_program_is_read_or_told_to_be_wrong(value: Mapping[str, Any]) -> None:
    read({**HEAD, **value})
    read(value)
