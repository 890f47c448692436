"""What scenarios exercise: lines where they matter, thresholds on both sides; told in place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import poise
from gardens import DATE, GARDEN, planted, rule
from plain_packs import DAY, yes
from poise.conditions import AllOf, AnyOf, AtLeast, Condition, NoneOf
from poise.coverage.aims import Aim, What
from poise.coverage.exercised import Exercised
from poise.coverage.lines import probes, rule_lines
from poise.coverage.mattering import mattering
from poise.coverage.proving import Prover
from poise.coverage.report import Report, Share, report
from poise.coverage.telling import data, text
from poise.evaluate import View
from poise.gherkin.coverage import Coverage
from poise.planning.case import open_case
from poise.trees import lines
from poise.values import UNKNOWN, State, just

STATES: tuple[State, ...] = (just("yes"), just("no"), UNKNOWN)
LAWN = {"product": "feed", "area": "lawn"}

# --- which lines matter ----------------------------------------------------------------------


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """A condition in which no fact stands twice."""
    numbers = iter(range(100))

    def made(depth: int) -> Condition:
        if depth == 0 or draw(st.integers(0, 2)) == 0:
            return yes(next(numbers))
        items = tuple(made(depth - 1) for _ in range(draw(st.integers(1, 3))))
        kind = draw(st.sampled_from((AllOf, AnyOf, NoneOf, AtLeast)))
        return AtLeast(draw(st.integers(1, len(items))), items) if kind is AtLeast else kind(items)

    return made(3)


@given(conditions(), st.data())
def test_a_line_matters_where_the_whole_is_another_with_another_answer(
    condition: Condition, draws: st.DataObject
) -> None:
    names = [line.fact for line in lines(condition)]
    states = {name: draws.draw(st.sampled_from(STATES)) for name in names}

    def whole(otherwise: dict[str, State]) -> bool | None:
        return View(states | otherwise, {}, DAY).truth(condition)

    found = {line.fact: number for number, line, _ in mattering(condition, View(states, {}, DAY))}
    for number, name in enumerate(names):
        told_apart = len({whole({name: state}) for state in STATES}) > 1
        assert (name in found) is told_apart
        assert found.get(name, number) == number


# --- what is seen ----------------------------------------------------------------------------


def left(pack: poise.RulePack, *patients: dict[str, Any], of: str = "r") -> set[tuple[int, What]]:
    """What these patients do not show of a rule's lines themselves."""
    exercised = taken(pack, *patients)
    return {(aim.line, aim.what) for aim in exercised.left if aim.rule == of and aim.threshold < 0}


def taken(pack: poise.RulePack, *patients: dict[str, Any]) -> Exercised:
    exercised = Exercised(pack)
    for one in patients:
        exercised.take(open_case(pack, pack.read_assessment({"date": DATE, **one})))
    return exercised


def test_a_line_is_seen_only_where_it_matters() -> None:
    pack = planted(rule("r", when={"site.frost": "yes", "pond.present": "yes"}, avoid=LAWN))
    every = {(n, what) for n in (0, 1) for what in ("true", "false", "unknown")}
    assert left(pack) == every
    assert left(pack, {}) == every - {(0, "unknown"), (1, "unknown")}
    assert left(pack, {"site.frost": "no", "pond.present": "no"}) == every
    seen = left(pack, {"site.frost": "no", "pond.present": "yes"})
    assert seen == every - {(1, "false")}
    assert rule_lines(pack.rules_by_id["r"])[1].fact == "site.frost"


def test_any_side_shows_a_line() -> None:
    pack = planted(rule("r", each="side", when={"hedge.gaps": {"at_least": "slight"}}, avoid=LAWN))
    either = planted(rule("r", when={"either_side": {"hedge.gaps": "severe"}}, avoid=LAWN))
    both = {"hedge.gaps": {"left": "none", "right": "severe"}}
    assert left(pack, both) == {(0, "unknown")}
    assert left(either, both) == {(0, "false"), (0, "unknown")}
    assert left(either, {"hedge.gaps": {"both": "none"}}, both) == {(0, "unknown")}


def test_what_is_required_is_seen_only_where_it_is_asked() -> None:
    require = {"items": LAWN, "that": {"soil.dryness": "none", "pond.present": "yes"}}
    pack = planted(rule("r", when={"site.frost": "yes"}, require=require))
    dry = {"soil.dryness": "none", "pond.present": "no"}
    asked = {(number, what) for number in (1, 2) for what in ("true", "false", "unknown")}
    assert asked <= left(pack, {**dry, "site.frost": "no"})
    assert not {(1, "false"), (2, "true")} & left(pack, {**dry, "site.frost": "yes"})


def test_lines_of_a_rule_are_found_again_on_the_ground() -> None:
    shape = {
        "soil.dryness": "none",
        "any_of": [{"either_side": {"hedge.gaps": "none"}}, {"pond.present": "yes"}],
        "count": {"at_least": 1, "of": [{"both_sides": {"hedge.height": {"above": 90}}}]},
    }
    pack = planted(rule("r", when=shape, avoid=LAWN))
    written = rule_lines(pack.rules_by_id["r"])
    (probe,) = probes(pack.rules_by_id["r"], pack.vocabulary)
    for number, line in zip(
        probe.numbers, lines(pack.ground.conditions[probe.proposition]), strict=True
    ):
        assert pack.vocabulary.split(line.fact)[0] == written[number].fact
        assert line.test == written[number].test
    assert sorted(probe.numbers) == [0, 0, 1, 2, 2, 3]


def test_thresholds_are_seen_on_either_side_and_at_their_edge() -> None:
    pack = planted(rule("r", when={"soil.acidity": {"at_least": 6, "below": 8}}, avoid=LAWN))

    def unseen(*values: float) -> set[tuple[int, What]]:
        found = taken(pack, *({"soil.acidity": value} for value in values)).left
        return {(aim.threshold, aim.what) for aim in found if aim.threshold >= 0}

    assert unseen(6, 5, 7, 8) == set()
    assert unseen(4, 6.5, 9) == {(0, "just outside"), (1, "just outside")}
    assert {(0, "outside"), (1, "outside")} <= unseen(7)


def test_each_name_of_several_is_to_be_seen() -> None:
    pack = planted(rule("r", when={"site.visitors": {"includes": ["poultry", "cat"]}}, avoid=LAWN))
    exercised = taken(pack, {"site.visitors": ["duck"]}, {"site.visitors": []})
    assert {aim.what for aim in exercised.left} == {"unknown", "inside"}
    assert taken(pack, {"site.visitors": ["cat", "hen"]}).left == {
        Aim("r", 0, "false"), Aim("r", 0, "unknown"),
    }  # fmt: skip


def test_what_was_seen_in_several_processes_is_joined() -> None:
    pack = planted(rule("r", when={"site.frost": "yes"}, avoid=LAWN))
    here, there = taken(pack, {"site.frost": "yes"}), taken(pack, {"site.frost": "no"})
    here.join(there.as_data())
    assert here.left == {Aim("r", 0, "unknown")}


# --- what can be -----------------------------------------------------------------------------


def wanted(pack: poise.RulePack, of: str = "r") -> set[tuple[int, What]]:
    return {(one.threshold, one.what) for one in Exercised(pack).aims if one.rule == of}


THIRST = rule("thirst", when={"soil.dryness": "severe"}, conclude={"ground.hunger": "moderate"})


def test_levels_that_no_rule_concludes_are_passed_over() -> None:
    reads = rule("r", when={"ground.hunger": {"at_least": "marked"}}, avoid=LAWN)
    assert wanted(planted(THIRST, reads)) == {(-1, "false")}
    reads = rule("r", when={"ground.hunger": {"at_least": "slight"}}, avoid=LAWN)
    pack = planted(THIRST, reads)
    assert (0, "just inside") in wanted(pack)
    found = taken(pack, {"soil.dryness": "severe"}, {"soil.dryness": "none"}, {})
    assert not {aim for aim in found.left if aim.rule == "r"}


def test_a_finding_that_is_always_concluded_is_never_open() -> None:
    always = rule("always", conclude={"ground.wanting": "yes"})
    reads = rule("r", when={"ground.wanting": "yes"}, avoid=LAWN)
    assert wanted(planted(always, reads)) == {(-1, "true")}


def test_what_is_to_be_known_is_never_false() -> None:
    require = {"items": LAWN, "that": {"pond.present": "known"}}
    assert wanted(planted(rule("r", require=require))) == {(-1, "true"), (-1, "unknown")}


def test_a_score_is_compared_with_totals_that_it_can_have() -> None:
    points = [{"when": {f"sign.{n}": "yes"}, "points": 2} for n in ("one", "two", "three")]
    score = {"site.score": {"label": "Score", "points": points}}
    pack = planted(rule("r", when={"site.score": {"at_least": 3}}, avoid=LAWN), measures=score)
    signs = dict.fromkeys(("sign.one", "sign.two", "sign.three", "sign.four"), "no")
    one, two = signs | {"sign.one": "yes"}, signs | {"sign.one": "yes", "sign.two": "yes"}
    assert {aim.what for aim in taken(pack, one, two).left} == {"unknown"}


def test_no_past_day_lies_after_today() -> None:
    pack = planted(rule("r", when={"site.sown": {"in_last": "2 weeks"}}, avoid=LAWN))
    assert {number for number, _ in wanted(pack)} == {-1, 0}
    fair = planted(rule("r", when={"site.fair": {"within": "2 weeks"}}, avoid=LAWN))
    assert {number for number, _ in wanted(fair)} == {-1, 0}


# --- the report ------------------------------------------------------------------------------

RULES = """\
rules:
  - id: site.cold
    title: Not on frozen ground
    when: {site.frost: yes}
    avoid: {product: feed}
  - id: site.sour
    title: Not on sour ground
    when:
      any_of:
        - soil.acidity: {at_least: 6, below: 8}
        - ground.troubles: {includes: [dust, mud]}
      soil.dryness: {at_least: slight}
    avoid: {product: feed}
  - id: site.dust
    title: Dust
    when: {soil.dryness: severe}
    conclude: {ground.troubles: [dust, mud]}
"""


@pytest.fixture
def sour(tmp_path: Path) -> poise.RulePack:
    import shutil

    folder = tmp_path / "garden"
    shutil.copytree(GARDEN, folder, ignore=shutil.ignore_patterns("rules"))
    (folder / "rules.yaml").write_text(RULES, encoding="utf-8")
    return poise.load(folder)


def told(pack: poise.RulePack, *patients: dict[str, Any]) -> Report:
    coverage = Coverage.of(pack)
    for number, one in enumerate(patients):
        case = open_case(pack, pack.read_assessment({"date": DATE, **one}))
        coverage.take(case, f"scenario {number}")
    return report(taken(pack, *patients), coverage, frozenset(coverage.titles))


def test_what_was_not_seen_stands_in_its_place(sour: poise.RulePack) -> None:
    found = told(sour, {"soil.acidity": 6, "soil.dryness": "slight", "site.frost": "yes"})
    lines = list(text(found))
    start = next(n for n, line in enumerate(lines) if ":2:9: site.cold" in line)
    file = sour.contents.places["site.cold"].file
    assert [line.replace(f"{file}:", "") for line in lines[start:]] == [
        "2:9: site.cold",
        "    never seen not to fire; never seen open, though they rest on a safety answer",
        "4:12: site.cold: site.frost: yes",
        "    never false; never unknown",
        "6:9: site.sour",
        "    never seen not to fire",
        "10:11: site.sour: soil.acidity: {at_least: 6, below: 8}",
        "    never false; never unknown; never 7 pH, just inside",
        "11:11: site.sour: ground.troubles: {includes: [dust, mud]}",
        "    never true; never false; never unknown",
        "12:7: site.sour: soil.dryness: {at_least: slight}",
        "    never false; never unknown",
        "14:9: site.dust",
        "    never seen to fire",
        "16:12: site.dust: soil.dryness: severe",
        "    never true; never unknown; never marked, just outside",
    ]


def test_shares_are_counted_by_file_and_in_all(sour: poise.RulePack) -> None:
    found = told(sour, {"site.frost": "yes"}, {"site.frost": "no"}, {})
    (one,) = found.files
    assert one.counts == found.total
    assert found.total.rules == Share(1, 3)
    assert found.total.lines == Share(1, 5)
    assert found.total.thresholds == Share(0, 6)
    assert found.total.edges == Share(0, 4)
    assert data(found)["total"]["lines"] == {"seen": 1, "of": 5}
    assert list(text(found))[1].endswith("1/3  33%  1/5  20%    0/6   0%  0/4   0%")


def test_all_is_only_all() -> None:
    assert Share(999, 1000).percent == 99
    assert Share(0, 0).percent == 100


def test_a_pack_of_which_all_is_seen_lists_nothing(sour: poise.RulePack) -> None:
    every = [
        {"site.frost": "yes", "soil.acidity": acidity, "soil.dryness": dryness}
        for acidity in (5, 6, 7, 8, "unknown")
        for dryness in ("none", "slight", "marked", "severe", "unknown")
    ]
    frost = [{"site.frost": answer} for answer in ("no", "unknown")]
    found = told(sour, *every, *frost)
    assert not [gap for one in found.files for gap in one.gaps]
    assert {share.percent for share in (found.total.lines, found.total.edges)} == {100}


# --- what cannot be, by proof ----------------------------------------------------------------


def test_what_no_assessment_can_show_is_left_out() -> None:
    """Whether there are fish is asked only where there is a pond."""
    pack = planted(rule("r", when={"pond.fish": "yes", "pond.present": "yes"}, avoid=LAWN))
    exercised = Exercised(pack)
    present = next(
        number for number, line in enumerate(rule_lines(pack.rules_by_id["r"]))
        if line.fact == "pond.present"
    )  # fmt: skip
    assert Prover(exercised).impossible(exercised.aims) == {Aim("r", present, "false")}
    found = report(exercised, Coverage.of(pack), frozenset({"r"}))
    assert found.left_out == 1
    assert [gap.lacking for gap in found.files[0].gaps if gap.line == "pond.present: yes"] == [
        ("never true", "never unknown")
    ]
    assert "1 more cannot be shown" in "\n".join(text(found))


def test_a_side_that_another_line_rules_out_is_left_out() -> None:
    warm = {"all_of": [{"soil.acidity": {"above": 5}}, {"soil.acidity": {"above": 7}}]}
    pack = planted(rule("r", when=warm, avoid=LAWN))
    left_out = Prover(Exercised(pack)).impossible(Exercised(pack).aims)
    assert {(aim.line, aim.what) for aim in left_out} == {
        (0, "false"), (0, "outside"), (0, "just outside"), (0, "just inside"),
    }  # fmt: skip


def test_without_the_solver_nothing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = planted(rule("r", when={"pond.fish": "yes", "pond.present": "yes"}, avoid=LAWN))
    monkeypatch.delitem(sys.modules, "poise.coverage.proving", raising=False)
    monkeypatch.setitem(sys.modules, "z3", None)
    found = report(Exercised(pack), Coverage.of(pack), frozenset({"r"}))
    assert found.left_out is None
    assert "pip install 'poise[solver]'" in "\n".join(text(found))
