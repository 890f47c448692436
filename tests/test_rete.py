"""The second engine against a plain interpreter, and what it does when something is wrong."""

from __future__ import annotations

import locale
import os
from random import Random

import pytest

from kleene_packs import WIDE, Maker, packs
from plain_packs import DAY, YES, agree, answers, pack_of, written, yes
from poise.conditions import AllOf, Bounds, Line
from poise.grounded import GroundedPack
from poise.lower import Atom, Clause, Pair, Program
from poise.rete import ContradictionError, FaultError, Network, available, engine, ruleset
from poise.rete.writer import write
from poise.values import exactly

pytestmark = pytest.mark.skipif(not available(), reason="durable-rules cannot be imported here")

PACKS = max(1, int(os.environ.get("POISE_CASES", "500")) // 5)


def test_random_packs_agree_with_the_reference() -> None:
    for _, maker, pack in packs(PACKS):
        with Network(written(pack)) as network:
            for _ in range(5):
                agree(network, pack, maker.states(), maker.date())


def test_wide_packs_agree_with_the_reference() -> None:
    for seed in range(max(2, PACKS // 50)):
        maker = Maker(Random(seed), WIDE)
        pack = maker.pack()
        with Network(written(pack)) as network:
            for _ in range(10):
                agree(network, pack, maker.states(), maker.date())


def test_a_run_leaves_nothing_behind_for_the_next() -> None:
    maker = Maker(Random(5))
    pack = maker.pack()
    cases = [(maker.states(), maker.date()) for _ in range(20)]
    with Network(written(pack)) as network:
        fresh = []
        for states, date in cases:
            with Network(written(pack)) as new:
                fresh.append(new.derive(states, date))
        assert [network.derive(*case) for case in cases] == fresh
        assert [network.derive(*case) for case in reversed(cases)] == fresh[::-1]


def test_nothing_known_derives_nothing() -> None:
    with Network(written(pack_of(yes(1), AllOf(()), inputs=2))) as network:
        assert dict(network.derive({}, DAY).propositions) == {"rule.0": None, "rule.1": True}


def test_a_pack_without_a_rule_has_an_empty_answer() -> None:
    with Network(written(GroundedPack({}, {}, (), ()))) as network:
        assert dict(network.derive({}, DAY).propositions) == {}


def test_a_contradiction_is_no_answer() -> None:
    atom = Atom("fact.0", YES, False, Pair(2, 3))
    clauses = (Clause(4, (2,)), Clause(5, (2,)))
    program = Program({"fact.0": "choice"}, {}, (atom,), clauses, {"rule": Pair(4, 5)}, {})
    with Network(write(program)) as network:
        assert network.derive(answers(1, "no"), DAY).propositions == {"rule": None}
        with pytest.raises(ContradictionError, match="'rule' was derived both"):
            network.derive(answers(1), DAY)


def test_a_program_in_a_circle_is_refused() -> None:
    clauses = (Clause(2, (3, 4)), Clause(3, (2, 4)))
    program = Program({}, {}, (), clauses, {"rule": Pair(2, 0)}, {})
    with pytest.raises(ValueError, match="rests on itself, or on nothing"):
        Network(write(program))


def test_a_failure_in_the_middle_of_a_run_leaves_the_network_sound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pack = pack_of(*map(yes, range(200)), inputs=200)
    with Network(written(pack)) as network:
        genuine, calls = engine.Ruleset.derive, iter(range(9))

        def failing(ruleset: engine.Ruleset, fact: str) -> list[int]:
            if next(calls) == 1:
                raise KeyboardInterrupt
            return genuine(ruleset, fact)

        monkeypatch.setattr(engine.Ruleset, "derive", failing)
        with pytest.raises(KeyboardInterrupt):
            network.derive(answers(200), DAY)
        monkeypatch.undo()
        agree(network, pack, answers(200, "no"))


def test_nothing_is_asked_of_an_engine_that_misreads_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As it does under a locale that writes 0,5: it stops at the point."""
    pack = pack_of(yes(0), inputs=1)
    with Network(written(pack)) as network:
        with monkeypatch.context() as patch:
            patch.setattr(engine, "BOOT_FACT", engine.BOOT_FACT.replace("0.5", "0.0"))
            with pytest.raises(FaultError, match="misreads numbers"):
                network.derive(answers(1), DAY)
        agree(network, pack, answers(1))


def test_a_locale_that_writes_commas_stops_the_engine_and_does_no_harm() -> None:
    before = locale.setlocale(locale.LC_NUMERIC)
    pack = pack_of(Line("fact.0", Bounds(at_least=1.5)), inputs=1, shape="number")
    with Network(written(pack)) as network:
        try:
            locale.setlocale(locale.LC_NUMERIC, "de_DE.UTF-8")
        except locale.Error:
            pytest.skip("this system has no such locale")
        try:
            with pytest.raises(FaultError, match="misreads numbers"):
                network.derive({"fact.0": exactly(1.25)}, DAY)
        finally:
            locale.setlocale(locale.LC_NUMERIC, before)
        agree(network, pack, {"fact.0": exactly(1.25)})


def test_rules_that_cannot_be_compiled_are_a_fault() -> None:
    with pytest.raises(FaultError, match="Could not create ruleset"):
        engine.Ruleset(ruleset.Source('{"one":{"all":1}}', (), {}))


def test_what_the_engine_should_never_do_is_a_fault() -> None:
    with Network(written(pack_of(yes(0), inputs=1))) as network:
        assert network._rulesets is not None
        (only,) = network._rulesets
        head = network._written.rulesets[0].facts[0].head
        with only.session():
            assert only.derive(f'{head}"k0":"yes"}}')
            with pytest.raises(FaultError, match="not taken, with code 2"):
                only.derive(f'{head}"k0":"yes"}}')
        only._derives = {}
        with pytest.raises(FaultError, match="a fact that it does not read"):
            network.derive(answers(1), DAY)


def test_without_durable_rules_there_is_no_second_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_engine", None)
    assert not available()
    with pytest.raises(FaultError, match="cannot be imported"):
        Network(written(pack_of(yes(0), inputs=1)))
