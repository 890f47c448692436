"""YAML and JSON text as values that know where they stand."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poise.given import from_python
from poise.problems import At, Collector, Problem
from poise.source import MAX_DEPTH, Block, Listing, Scalar, at, parse, parse_bytes, read


def parsed(text: str) -> Any:
    problems = Collector()
    value = parse(text, "a.yaml", problems)
    assert problems.sorted() == ()
    return value


def refused(text: str | bytes) -> Problem:
    problems = Collector()
    data = text.encode() if isinstance(text, str) else text
    assert parse_bytes(data, "a.yaml", problems) is None
    (found,) = problems.sorted()
    return found


def test_scalars_stay_what_was_written() -> None:
    value = parsed("{a: no, b: 1.50, c: 2026-11-22, d: ~, e: 0x10, f: 'no', g: 1e3}")
    assert value == {
        "a": "no",
        "b": "1.50",
        "c": "2026-11-22",
        "d": "~",
        "e": "0x10",
        "f": "no",
        "g": "1e3",
    }
    assert value["a"].plain
    assert not value["f"].plain


def test_every_value_and_key_knows_its_place() -> None:
    value = parsed("first: 1\nsecond:\n  - {third: x}\n")
    assert at(value, At("")) == At("a.yaml", 1, 1)
    assert value["second"].at == At("a.yaml", 3, 3)
    assert value["second"][0]["third"].at == At("a.yaml", 3, 13)
    assert at(value.key("second"), At("")) == At("a.yaml", 2, 1)
    assert at("plain", At("b")) == At("b")


def test_values_are_ordinary_values() -> None:
    value = parsed("{a: [x, y]}")
    assert isinstance(value, Block)
    assert isinstance(value["a"], Listing)
    assert isinstance(value["a"][0], Scalar)
    assert value == {"a": ["x", "y"]}


def test_columns_count_characters_after_a_byte_order_mark_too() -> None:
    value = parse_bytes("\ufefftitel: größer\nb: x".encode(), "a.yaml", Collector())
    assert isinstance(value, Block)
    assert value["b"].at == At("a.yaml", 2, 4)  # type: ignore[union-attr]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_any_line_break_ends_a_line(line_break: str) -> None:
    value = parsed(f"a: x{line_break}b: y{line_break}")
    assert value["b"].at.line == 2


def test_a_key_written_twice_keeps_the_first_and_is_told() -> None:
    problems = Collector()
    value = parse("a: 1\nb: 2\na: 3\n", "a.yaml", problems)
    assert value == {"a": "1", "b": "2"}
    (found,) = problems.sorted()
    assert (found.line, found.column, found.code) == (3, 1, "duplicate-key")


def test_many_keys_written_twice_are_told_in_time() -> None:
    names = [f"name{number}" for number in range(20_000)]
    text = "".join(f"{name}: x\n" for name in (*names, *reversed(names)))
    problems = Collector()
    assert parse(text, "a.yaml", problems) is None
    assert any(one.code == "too-many" for one in problems.sorted())


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b\0c", 1, 5),
        ("a: b\n# \x1b[31m", 2, 3),
        ("größe: \x85\n\x01", 3, 1),
        ("a: \ud800".encode("utf-8", "surrogatepass"), 1, 4),
        (b"a: \xff", 1, 4),
        ("größe: x\ny: ".encode() + b"\xe4", 2, 4),
    ],
)
def test_what_is_no_text_is_told_where_it_stands(text: str | bytes, line: int, column: int) -> None:
    found = refused(text)
    assert (found.line, found.column) == (line, column)
    assert found.code in ("yaml", "not-utf8")


def test_depth_is_limited_and_told() -> None:
    assert parsed("[" * MAX_DEPTH + "]" * MAX_DEPTH) is not None
    assert refused("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).code == "too-deep"
    assert refused("- " * 50_000 + "x").code == "too-deep"


def test_size_is_limited_before_anything_is_read() -> None:
    assert refused(b"#" * 3_000_000).code == "too-large"


def test_a_file_without_an_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("there is no such file here")
    problems = Collector()
    assert read(endless, "endless", problems) is None
    assert [one.code for one in problems.sorted()] == ["too-large"]


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    problems = Collector()
    assert read(tmp_path / "a.yaml", "a.yaml", problems, inside=tmp_path) is None
    assert [one.code for one in problems.sorted()] == ["missing-file"]


@pytest.mark.parametrize("path", ["nowhere.yaml", "a\0b", "x" * 5_000, "."])
def test_a_path_that_cannot_be_read_is_told(path: str) -> None:
    problems = Collector()
    assert read(Path(path), "a.yaml", problems) is None
    assert [one.code for one in problems.sorted()] == ["missing-file"]


@given(
    st.recursive(
        st.text(max_size=8) | st.integers() | st.booleans() | st.none() | st.floats(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text(min_size=1, max_size=5), inner, max_size=3)
        ),
        max_leaves=8,
    ),
    st.sampled_from([None, "\t", 2]),
)
def test_json_is_read_as_a_program_wrote_it(value: Any, indent: int | str | None) -> None:
    written = json.dumps({"value": value}, indent=indent)
    found = parsed(written)
    assert found == {"value": _as_text(value)}


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_text(one) for one in value]
    return value if isinstance(value, str) else json.dumps(value)


def test_a_program_passes_ordinary_values() -> None:
    problems = Collector()
    value = from_python({"a": [1, 2.5, True, None], "b": {"c": "x"}}, "given", problems)
    assert value == {"a": ["1", "2.5", "yes", "unknown"], "b": {"c": "x"}}
    assert isinstance(value, Block)
    assert value["a"][1].at == At("given.a[1]")  # type: ignore[index,union-attr,call-overload]
    assert problems.sorted() == ()


def test_what_a_program_cannot_pass_is_told_at_its_path() -> None:
    loop: dict[str, Any] = {}
    loop["again"] = loop
    for value, place, code in (
        ({"a": {"b": object()}}, "given.a.b", "wrong-kind"),
        ({"a": [b"bytes"]}, "given.a[0]", "wrong-kind"),
        ({("a", "b"): 1}, "given", "wrong-kind"),
        ({1: "x", "1": "y"}, "given", "duplicate-key"),
        (loop, "given" + ".again" * (MAX_DEPTH + 1), "too-deep"),
    ):
        problems = Collector()
        from_python(value, "given", problems)
        assert [(one.file, one.code) for one in problems.sorted()] == [(place, code)]


def test_a_number_of_thousands_of_digits_is_no_surprise() -> None:
    value = from_python({"a": 10**5_000}, "given", Collector())
    assert value == {"a": "a number of thousands of digits"}
