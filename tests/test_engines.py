"""Two engines: they agree on every plan, and where they do not there is none."""

from __future__ import annotations

import datetime
import json
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

import poise
from gardens import GARDEN, assessed, planted, rule, suggestion
from poise.cli import main
from poise.rete import ContradictionError, Derived, FaultError, Network
from poise.values import State

LIME = {"product": "lime"}
ANSWERS = {
    "sign.one": "yes",
    "site.visitors": ["cat", "unknown"],
    "hedge.gaps": {"left": "severe"},
    "soil.acidity": 6.25,
    "site.sown": "2026-05",
    "history.spread": [
        {"product": "lime", "area": "lawn", "date": "2026-05", "side": "unknown"},
        {"product": "nettle", "area": "hedge", "side": "left", "amount": 1.5, "unit": "L"},
    ],
    "requests": [{"product": "feed", "area": "hedge", "for": "dense", "amount": "2 L"}],
    "goals": ["dense", "green"],
}
RULES = [
    suggestion("lime", "lawn", name="plain", when={"sign.one": "yes"}),
    suggestion("lime", "hedge", name="sided", each="side", when={"hedge.gaps": "severe"}),
    rule("needs", require={"items": LIME, "that": {"sign.two": "yes", "sign.three": "yes"}}),
    rule(
        "limits",
        ceiling={"items": LIME, "at_most": 2, "unit": "sessions", "per": "area", "over": "defer"},
    ),
    rule("finds", when={"sign.four": "yes"}, conclude={"ground.hunger": "severe"}),
]


class Liar:
    """A second engine that says something else of one proposition, or of one finding."""

    def __init__(self, network: Network, about: str) -> None:
        self._network = network
        self._about = about

    def derive(self, states: Mapping[str, State], date: datetime.date) -> Derived:
        told = self._network.derive(states, date)
        propositions, findings = dict(told.propositions), dict(told.findings)
        if self._about in propositions:
            propositions[self._about] = None if propositions[self._about] else True
        else:
            findings[self._about] = dict.fromkeys(findings[self._about], True)
        return Derived(propositions, findings, told.symbols)


class Broken:
    def __init__(self, error: Exception) -> None:
        self._error = error

    def derive(self, *_: object) -> Derived:
        raise self._error


def with_network(pack: poise.RulePack, network: object) -> poise.RulePack:
    return replace(pack, network=cast("Network", network))


def lying(about: str) -> poise.RulePack:
    pack = planted(*RULES)
    assert pack.network is not None
    return with_network(pack, Liar(pack.network, about))


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where cases are saved."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def refused(pack: poise.RulePack, answers: dict[str, Any]) -> poise.EngineDisagreement:
    with pytest.raises(poise.EngineDisagreement) as caught:
        pack.plan(assessed(answers))
    return caught.value


def test_the_engines_agree_on_every_example(example_plans: dict[str, poise.Plan]) -> None:
    for plan in example_plans.values():
        assert plan.engine.agreed is True
        assert plan.engine.engines == ("evaluator", "durable-rules")
        assert plan.engine.note == ""


PROPOSITIONS = {
    "plain": "plain",
    "sided@right": "sided",
    "needs#0.1": "needs",
    "limits#0.over.lawn": "limits",
    "ground.hunger": "finds",
}


@pytest.mark.parametrize(("about", "named"), PROPOSITIONS.items())
def test_where_the_engines_differ_there_is_no_plan_and_the_rule_is_named(
    about: str, named: str
) -> None:
    found = refused(lying(about), ANSWERS)
    assert found.differences == (about,)
    assert found.rule == named
    assert f"'{named}'" in str(found)


def test_every_difference_is_told() -> None:
    pack = planted(*RULES)
    assert pack.network is not None
    twice = with_network(pack, Liar(cast("Network", Liar(pack.network, "plain")), "ground.hunger"))
    assert refused(twice, ANSWERS).differences == ("plain", "ground.hunger")


@pytest.mark.parametrize("error", [ContradictionError("both"), FaultError("it fell over")])
def test_a_second_engine_that_fails_is_a_disagreement_too(error: Exception) -> None:
    found = refused(with_network(planted(*RULES), Broken(error)), ANSWERS)
    assert found.differences == (str(error),)
    assert found.rule == ""
    assert str(error) in str(found)
    assert found.case.exists()


def test_the_saved_case_says_everything_that_is_needed(own_folder: Path) -> None:
    pack = lying("plain")
    found = refused(pack, ANSWERS)
    case = json.loads(found.case.read_text(encoding="utf-8"))
    assert found.case.parent == own_folder
    assert case["schema"] == "poise.disagreement/1"
    assert case["engine"] == poise.__version__
    assert case["pack"] == {"id": "garden", "version": "1.2.0", "digest": pack.digest}
    assert case["differences"] == ["plain"]
    again = pack.read_assessment(case["assessment"])
    assert again.digest == pack.read_assessment(assessed(ANSWERS)).digest


def test_the_saved_case_replays_through_the_command(
    garden: poise.RulePack, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POISE_KEEP", "no")
    assert garden.network is not None
    liar = with_network(garden, Liar(garden.network, "frost.wait"))
    case = refused(liar, ANSWERS).case
    assert main(["plan", str(case), "--rules", str(GARDEN), "--format", "json"]) == 0
    replayed = json.loads(capsys.readouterr().out)
    assert replayed == garden.plan(assessed(ANSWERS)).as_dict()


def test_a_saved_case_without_an_assessment_is_told_as_a_mistake(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POISE_KEEP", "no")
    case = tmp_path / "case.json"
    case.write_text('{"schema": "poise.disagreement/1"}', encoding="utf-8")
    assert main(["plan", str(case), "--rules", str(GARDEN)]) == 1
    assert "missing-field" in capsys.readouterr().err


def test_without_the_second_engine_the_plan_says_so() -> None:
    plan = with_network(planted(*RULES), None).plan(assessed(ANSWERS))
    assert plan.engine.engines == ("evaluator",)
    assert plan.engine.agreed is None
    assert "evaluator ran alone" in plan.engine.note


def test_a_pack_loads_where_the_second_engine_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("poise.loading.available", lambda: False)
    assert poise.load(GARDEN).network is None


def test_bulk_work_may_run_the_evaluator_alone_and_the_plan_says_so() -> None:
    pack = planted(*RULES)
    alone, both = pack.plan_by_evaluator(assessed(ANSWERS)), pack.plan(assessed(ANSWERS))
    assert (alone.engine.engines, alone.engine.agreed) == (("evaluator",), None)
    assert both.engine.agreed is True
    assert alone.canonical_bytes() == both.canonical_bytes()


def test_which_engines_ran_stands_outside_the_canonical_bytes_of_every_example(
    default_pack: poise.RulePack, example_plans: dict[str, poise.Plan]
) -> None:
    from gardens import EXAMPLES

    for path in EXAMPLES:
        alone = default_pack.plan_by_evaluator(path)
        assert alone.canonical_bytes() == example_plans[path.stem].canonical_bytes()


def test_the_evaluator_alone_never_asks_the_second_engine() -> None:
    broken = with_network(planted(*RULES), Broken(AssertionError("it was asked")))
    assert broken.plan_by_evaluator(assessed(ANSWERS)).engine.agreed is None
