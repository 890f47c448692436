"""Lowering against a plain interpreter, and what it promises besides."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

import poise.lower
from kleene_packs import packs
from kleene_reference import Reference, chained
from plain_packs import DAY, YES, answers, pack_of, yes
from poise.conditions import (
    AllOf,
    Among,
    AnyOf,
    AtLeast,
    Bounds,
    Condition,
    CountOf,
    Includes,
    Known,
    Line,
    NoneOf,
    Sided,
    Test,
    Undetermined,
)
from poise.grounded import Conclusion, GroundedPack, GroundFinding
from poise.lower import ALWAYS, NEVER, Pair, lower
from poise.values import State, Truth, just

PACKS = max(1, int(os.environ.get("POISE_CASES", "500")) // 5)


def truth(derived: set[int], pair: Pair) -> Truth:
    # INVARIANT: no input derives both symbols of a pair.
    assert not {pair.true, pair.false} <= derived
    return True if pair.true in derived else False if pair.false in derived else None


def chained_truths(pack: GroundedPack, states: dict[str, State]) -> list[Truth]:
    program = lower(pack)
    derived = chained(program, states, DAY)
    return [truth(derived, pair) for pair in program.propositions.values()]


def test_random_packs_agree_with_the_reference() -> None:
    for seed, maker, pack in packs(PACKS):
        program = lower(pack)
        for _ in range(5):
            states, date = maker.states(), maker.date()
            reference = Reference(pack, states, date)
            derived = chained(program, states, date)
            found = {name: truth(derived, pair) for name, pair in program.propositions.items()}
            assert found == reference.propositions, seed
            for name, values in program.findings.items():
                found = {value: truth(derived, pair) for value, pair in values.items()}
                assert found == reference.findings[name], seed


def test_equal_trees_and_equal_tests_are_one_symbol() -> None:
    tree = AllOf((yes(1), AnyOf((yes(2), yes(3)))))
    program = lower(pack_of(tree, AllOf((AnyOf((yes(3), yes(2))), yes(1))), NoneOf((tree,))))
    first, second, negated = program.propositions.values()
    assert first == second == negated.swapped()
    assert len(program.atoms) == 3


def test_nothing_stands_in_a_program_that_no_output_rests_on() -> None:
    program = lower(
        pack_of(*(AtLeast(2, tuple(map(yes, range(each, each + 5)))) for each in (0, 3)))
    )
    heads = {clause.head for clause in program.clauses}
    read = {symbol for clause in program.clauses for symbol in clause.body}
    outputs = {
        symbol for pair in program.propositions.values() for symbol in (pair.true, pair.false)
    }
    atoms = {symbol for atom in program.atoms for symbol in (atom.pair.true, atom.pair.false)}
    assert heads <= read | outputs
    assert read <= heads | atoms


@pytest.mark.parametrize(
    ("condition", "pair"),
    [
        (AllOf(()), Pair(ALWAYS, NEVER)),
        (AnyOf(()), Pair(NEVER, ALWAYS)),
        (NoneOf(()), Pair(ALWAYS, NEVER)),
        (AtLeast(0, (yes(1),)), Pair(ALWAYS, NEVER)),
        (AtLeast(2, (yes(1),)), Pair(NEVER, ALWAYS)),
        (Undetermined(), Pair(NEVER, NEVER)),
        (AllOf((Undetermined(), AnyOf(()))), Pair(NEVER, ALWAYS)),
    ],
)
def test_what_is_settled_by_its_form_alone(condition: Condition, pair: Pair) -> None:
    assert lower(pack_of(condition)).propositions["rule.0"] == pair


def test_a_count_grows_with_the_square_of_its_items_and_not_with_their_combinations() -> None:
    def size(items: int) -> int:
        program = lower(pack_of(AtLeast(items // 2, tuple(map(yes, range(items)))), inputs=items))
        return sum(len(clause.body) for clause in program.clauses)

    assert size(60) < 20 * 60**2
    assert size(120) < 5 * size(60)


@pytest.mark.parametrize("held", [0, 29, 30, 31, 60])
def test_a_large_count_counts(held: int) -> None:
    pack = pack_of(AtLeast(30, tuple(map(yes, range(60)))))
    states = {**answers(60, "no"), **answers(held)}
    assert chained_truths(pack, states) == [held >= 30]
    del states["fact.59"]
    assert chained_truths(pack, states) == [None if held == 29 else held - (held == 60) >= 30]


def heaviness(*values: str) -> GroundFinding:
    conclusions = tuple(Conclusion(value, f"rule.{number}") for number, value in enumerate(values))
    return GroundFinding("heaviness", "grade", ("none", "mild", "moderate", "severe"), conclusions)


@pytest.mark.parametrize(
    ("test", "sure_mild", "perhaps_severe"),
    [
        (Bounds(at_least=1.0), True, True),
        (Bounds(at_least=2.0), False, None),
        (Bounds(below=1.0), False, False),
        (Bounds(above=0.0, below=3.0), True, None),
        (Among(frozenset(("none", "severe"))), False, None),
        (Among(frozenset(("none", "moderate"))), False, None),
        (Among(frozenset(("mild", "severe"))), True, None),
        (Known(), True, None),
    ],
)
def test_a_graded_finding_lies_from_its_sure_level_to_its_possible_one(
    test: Test, sure_mild: Truth, perhaps_severe: Truth
) -> None:
    """The span has no gaps: while `severe` is open, so is `moderate`, which no rule concludes."""
    pack = pack_of(yes(1), yes(2), Line("heaviness", test), findings=(heaviness("1", "3"),))
    assert chained_truths(pack, {"fact.1": just("yes"), "fact.2": just("no")})[2] is sure_mild
    assert chained_truths(pack, {"fact.1": just("yes")})[2] is perhaps_severe


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        (Sided("either_side", yes(1)), "after grounding only"),
        (Line("heaviness", YES), "no input, nor a finding that stands earlier"),
        (Line("fact.1", Bounds(at_least=1.0)), "'fact.1' is a choice, which"),
        (Line("fact.1", CountOf(Bounds(at_least=1.0))), "'fact.1' is a choice, which"),
    ],
)
def test_what_cannot_be_lowered_is_named(condition: Condition, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        lower(pack_of(condition))


def test_a_test_that_does_not_suit_a_finding_is_named() -> None:
    includes = Line("heaviness", Includes(frozenset(("mild",))))
    with pytest.raises(ValueError, match="'heaviness' is a grade finding"):
        lower(pack_of(yes(1), includes, findings=(heaviness("1"),)))


def test_an_atom_is_one_test_on_one_input() -> None:
    program = lower(pack_of(yes(1), Line("fact.1", YES, met_if_not_applicable=True)))
    assert [(atom.fact, atom.met_if_not_applicable) for atom in program.atoms] == [
        ("fact.1", False),
        ("fact.1", True),
    ]


@pytest.mark.parametrize("package", ["lower", "rete"])
def test_the_second_witness_shares_nothing_with_the_first(package: str) -> None:
    folder = Path(poise.lower.__file__).parents[1] / package
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("poise"):
                shared = ("poise.conditions", "poise.grounded", "poise.values")
                own = ("poise.lower", "poise.rete")
                assert node.module in shared or node.module.startswith(own), path
