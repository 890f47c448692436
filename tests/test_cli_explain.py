"""The command line: why, and why not."""

from __future__ import annotations

import json

import pytest

from commands import PALE, Cli


def test_why_shows_the_trace(cli: Cli) -> None:
    ran = cli.on_garden("why", cli.file(PALE), "--item", "feed/lawn")
    assert (ran.code, ran.err) == (0, "")
    assert "✓ Pale lawn: yes - asked: yes" in ran.out
    assert "Findings that this rests on" in ran.out


def test_why_as_json(cli: Cli) -> None:
    ran = cli.on_garden("why", cli.file(PALE), "--item", "feed/lawn", "--format", "json")
    told = json.loads(ran.out)
    assert [one["id"] for one in told["findings"]] == ["ground.hunger", "ground.wanting"]
    assert told["items"][0]["for"] == ["green"]


def test_why_not_shows_what_failed(cli: Cli) -> None:
    ran = cli.on_garden("why-not", cli.file("date: 2026-06-15\n"), "--item", "feed/lawn")
    assert (ran.code, ran.err) == (0, "")
    assert "? not known: Pale lawn" in ran.out


def test_why_not_of_a_rule_as_json(cli: Cli) -> None:
    arguments = ("--rule", "frost.wait", "--format", "json")
    told = json.loads(cli.on_garden("why-not", cli.file(PALE), *arguments).out)
    assert [one["fact"] for one in told["rules"][0]["unknown"]] == ["site.frost"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["why", "--item", "feed/lwan"], "'feed/lwan' is not on the plan; did you mean"),
        (["why-not", "--item", "feed/lwan"], "'feed/lwan' is not an item of this pack; did you"),
        (["why-not", "--rule", "frost"], "'frost' is not a rule"),
    ],
)
def test_an_unknown_item_or_rule_is_a_mistake_of_use(
    cli: Cli, arguments: list[str], told: str
) -> None:
    command, *about = arguments
    ran = cli.on_garden(command, cli.file(PALE), *about)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"poise: {told}")


def test_a_smallest_set_of_answers_alone_forces_a_decision(cli: Cli) -> None:
    ran = cli.on_garden("why", cli.file(PALE), "--item", "feed/lawn", "--minimal")
    assert (ran.code, ran.err) == (0, "")
    assert "No answer brings that about" in ran.out  # it waits for an answer


def test_minimal_is_told_of_one_item(cli: Cli) -> None:
    ran = cli.on_garden("why", cli.file(PALE), "--minimal")
    assert (ran.code, ran.out) == (2, "")
    assert "add --item" in ran.err


def test_questions_tell_what_each_answer_would_do(cli: Cli) -> None:
    ran = cli.on_garden("questions", cli.file(PALE))
    assert (ran.code, ran.err) == (0, "")
    told = json.loads(cli.on_garden("questions", cli.file(PALE), "--format", "json").out)
    assert told["open"]
    assert all(one["ways"] for one in told["open"])


def test_what_if_never_words_a_change_as_a_way_to_treatment(cli: Cli) -> None:
    pytest.importorskip("z3")
    ran = cli.on_garden("what-if", cli.file(PALE), "--item", "feed/lawn")
    assert (ran.code, ran.err) == (0, "")
    assert "would apply if recorded as" in ran.out or "Nothing could change that" in ran.out


def test_what_if_of_an_item_that_the_pack_lacks(cli: Cli) -> None:
    pytest.importorskip("z3")
    ran = cli.on_garden("what-if", cli.file(PALE), "--item", "feed/lwan")
    assert (ran.code, ran.out) == (2, "")
    assert "'feed/lwan' is not an item of this pack" in ran.err
