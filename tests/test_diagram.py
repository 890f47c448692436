"""The diagram: paths as they are read, views in the pack, and areas that lie where they should."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import poise
from gardens import GARDEN
from goldens.cases import BASE
from poise.diagram import View
from poise.reading.paths import BadPathError, middle, points

# --- paths -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "ends"),
    [
        ("M 1 2 L 3 4", [(1, 2), (3, 4)]),
        ("M1,2l3-4", [(1, 2), (4, -2)]),
        ("m 1 2 3 4", [(1, 2), (4, 6)]),
        ("M 0 0 H 5 V 7 h -1 v -1", [(0, 0), (5, 0), (5, 7), (4, 7), (4, 6)]),
        ("M 1 1 L 5 1 Z l 1 1", [(1, 1), (5, 1), (1, 1), (2, 2)]),
        ("M .5.5L1 1", [(0.5, 0.5), (1, 1)]),
    ],
)
def test_a_path_of_lines_goes_through_its_points(
    data: str, ends: list[tuple[float, float]]
) -> None:
    assert list(points(data)) == ends


def test_a_curve_stays_between_its_ends_and_is_not_straight() -> None:
    trail = points("M 0 0 C 0 10 10 10 10 0")
    assert trail[0] == (0, 0)
    assert trail[-1] == (10, 0)
    assert max(y for _, y in trail) == pytest.approx(7.5)


def test_a_smooth_curve_continues_the_one_before_it() -> None:
    smooth = points("M 0 0 C 0 10 10 10 10 0 S 20 -10 20 0")
    assert smooth == points("M 0 0 C 0 10 10 10 10 0 C 10 -10 20 -10 20 0")
    bent = points("M 0 0 Q 5 10 10 0 T 20 0")
    assert bent == points("M 0 0 Q 5 10 10 0 Q 15 -10 20 0")


@pytest.mark.parametrize(
    "data",
    ["", "M", "M 1", "M 1 1", "L 1 1 2 2", "M 1 1 L 2", "M 1 1 Z 3", "M 1 1 A 1 1 0 0 0 2 2"],
)
def test_what_is_no_path_is_refused(data: str) -> None:
    with pytest.raises(BadPathError):
        points(data)


@given(st.text())
def test_whatever_passes_holds_nothing_but_commands_and_numbers(data: str) -> None:
    try:
        points(data)
    except BadPathError:
        return
    assert not set(data) - set("MLHVCSQTZmlhvcsqtz0123456789.,+- \t\n\r")


@given(st.floats(0, 500), st.floats(0, 500), st.floats(1, 200), st.floats(1, 200), st.booleans())
def test_the_middle_of_a_box_is_its_middle(
    x: float, y: float, width: float, height: float, clockwise: bool
) -> None:
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    found = middle(corners if clockwise else corners[::-1])
    assert found == pytest.approx((x + width / 2, y + height / 2), rel=1e-3, abs=1e-3)


# --- a pack's views --------------------------------------------------------------------------


def view(pack: poise.RulePack, name: str) -> View:
    return next(one for one in pack.views if one.id == name)


def test_a_mirrored_side_lies_on_the_other_side_of_the_middle() -> None:
    front = view(poise.load(BASE), "front")
    left, right = (
        next(one for one in front.shapes if (one.area, one.side) == ("masseter", side))
        for side in ("left", "right")
    )
    assert (left.flipped, right.flipped) == (True, False)
    assert left.path == right.path
    assert left.middle == (front.width - right.middle[0], right.middle[1])


def test_a_pack_without_a_diagram_has_no_views(garden: poise.RulePack) -> None:
    assert poise.load(GARDEN).views == garden.views == ()


def test_the_digest_covers_the_diagram_and_no_rule_changes(tmp_path: Path) -> None:
    before = poise.load(BASE)
    shutil.copytree(BASE, tmp_path / "pack")
    path = tmp_path / "pack" / "diagram" / "front.yaml"
    path.write_text(path.read_text("utf-8").replace("L 50 90", "L 50 91"), "utf-8")
    after = poise.load(tmp_path / "pack")
    assert before.digest != after.digest
    assert [before.rule_version(one) for one in before.rules] == [
        after.rule_version(one) for one in after.rules
    ]


# --- the default pack's ----------------------------------------------------------------------


def test_every_area_of_the_default_pack_lies_on_each_view(default_pack: poise.RulePack) -> None:
    assert [one.id for one in default_pack.views] == ["front", "profile"]
    for one in default_pack.views:
        assert sorted(set(default_pack.taxonomy.areas) - one.areas) == [], one.id


def test_from_the_front_both_sides_of_paired_areas_are_drawn(
    default_pack: poise.RulePack,
) -> None:
    front = view(default_pack, "front")
    for area in default_pack.taxonomy.areas.values():
        sides = {one.side for one in front.shapes if one.area == area.id}
        assert sides == ({"left", "right"} if area.paired else {""}), area.id


def test_the_patients_right_lies_on_the_left_of_the_drawing(default_pack: poise.RulePack) -> None:
    front = view(default_pack, "front")
    for shape in front.shapes:
        if shape.side:
            assert (shape.middle[0] < front.width / 2) == (shape.side == "right"), shape.area


def test_marks_do_not_lie_on_each_other(default_pack: poise.RulePack) -> None:
    for one in default_pack.views:
        for first in one.shapes:
            for second in one.shapes:
                if first is not second:
                    (x, y), (u, v) = first.middle, second.middle
                    apart = ((x - u) ** 2 + (y - v) ** 2) ** 0.5
                    assert apart > 14, (one.id, first.area, second.area)
