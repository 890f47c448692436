"""Problems: values with a place, sorted, with hints that name what was meant."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldens.cases import FOLDERS, HERE, cases
from poise.problems import (
    CODES,
    MOST,
    At,
    Collector,
    Problem,
    TooManyProblemsError,
    did_you_mean,
    nearest,
)

PLACE = At("a.yaml", 2, 3)


def test_a_problem_is_told_with_its_place_and_its_hint() -> None:
    one = Problem("a.yaml", 2, 3, "bad-date", "'x' is not a day", "write it as 2026-11-22")
    assert str(one) == ("a.yaml:2:3: bad-date: 'x' is not a day\n    hint: write it as 2026-11-22")


def test_a_problem_without_a_line_is_told_with_its_file() -> None:
    assert str(Problem("a.yaml", 0, 0, "empty-file", "nothing")) == "a.yaml: empty-file: nothing"


def test_a_problem_as_json_holds_all_that_there_is() -> None:
    assert Problem("a.yaml", 2, 3, "yaml", "what", "do", "warning").as_json() == {
        "file": "a.yaml",
        "line": 2,
        "column": 3,
        "code": "yaml",
        "message": "what",
        "hint": "do",
        "severity": "warning",
    }


def test_problems_come_sorted_and_once_whatever_the_order_of_finding() -> None:
    told = [
        (At("b.yaml", 1, 1), "yaml"),
        (At("a.yaml", 9, 1), "yaml"),
        (At("a.yaml", 2, 5), "yaml"),
    ]
    runs = set()
    for seed in range(5):
        collector = Collector()
        for place, code in random.Random(seed).sample([*told, *told], 6):
            collector.error(place, code, "what")
        runs.add(collector.sorted())
    (found,) = runs
    assert [(one.file, one.line) for one in found] == [("a.yaml", 2), ("a.yaml", 9), ("b.yaml", 1)]


def test_a_warning_is_no_error() -> None:
    collector = Collector()
    collector.warning(PLACE, "sequence-dropped", "left out")
    assert not collector.errors
    collector.error(PLACE, "cycle", "round and round")
    assert collector.errors
    assert len(collector) == 2


def test_a_code_that_is_not_listed_is_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError):
        Collector().error(PLACE, "no-such-code", "what")


def test_nobody_is_told_more_than_anybody_reads() -> None:
    collector = Collector()
    for line in range(MOST):
        collector.error(At("a.yaml", line + 1, 1), "yaml", "what")
    with pytest.raises(TooManyProblemsError):
        collector.error(At("a.yaml", MOST + 1, 1), "yaml", "what")
    found = collector.sorted()
    assert len(found) == MOST + 1
    assert found[0].code == "too-many"


@pytest.mark.parametrize(
    ("written", "names", "hint"),
    [
        ("maseter.bulge", ["masseter.bulge", "brow.height_mm"], "did you mean 'masseter.bulge'?"),
        ("bulge", ["masseter.bulge", "brow.height_mm"], "did you mean 'masseter.bulge'?"),
        ("MONO", ["mono", "double"], "did you mean 'mono'?"),
        ("ha-filler", ["ha_filler", "onabotulinum"], "did you mean 'ha_filler'?"),
        ("zzz", ["mono", "double"], "one of: mono, double"),
        ("zzz", {"mono", "double"}, "one of: double, mono"),
        ("zzz", [f"name{number}" for number in range(20)], ""),
        ("zzz", [], ""),
        ("m" * 200, ["mono"], "one of: mono"),
    ],
)
def test_a_hint_names_what_was_meant_or_what_there_is(
    written: str, names: list[str], hint: str
) -> None:
    assert did_you_mean(written, names) == hint


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=8))
def test_what_is_nearest_is_among_the_names(written: str, names: list[str]) -> None:
    assert nearest(written, names) in ("", *names)


@given(st.lists(st.text("abc._-", min_size=1, max_size=9), min_size=1, max_size=6, unique=True))
def test_a_name_is_nearest_to_itself(names: list[str]) -> None:
    for name in names:
        found = nearest(name, names)
        assert found.casefold().replace("-", "_") == name.casefold().replace("-", "_")


def test_every_code_has_a_golden() -> None:
    """INVARIANT: no code that cannot occur, and none whose words nobody has read."""
    told = {one["code"] for folder in FOLDERS for case in cases(folder) for one in case.problems}
    assert set(CODES) == told


def test_goldens_say_what_the_mistake_is() -> None:
    for folder in FOLDERS:
        listed = cases(folder)
        assert len(listed) == len(list((HERE / folder).iterdir()))
        for case in listed:
            assert case.says[0].islower() or case.says.startswith("JSON"), case.name
            assert not case.says.endswith("."), case.name
