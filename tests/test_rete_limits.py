"""Where durable-rules ends: a larger pack is split, and what cannot be is refused by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plain_packs import DAY, YES, agree, answers, pack_of, written, yes
from poise.conditions import AllOf, Among, AnyOf, AtLeast, Bounds, Condition, Line, NoneOf
from poise.grounded import Conclusion, GroundFinding, Shape
from poise.rete import FaultError, Network, SecondEngineLimit, available, facts, limits
from poise.rete.views import Comparison, Conjunction
from poise.values import Possible, State, exactly, just

pytestmark = pytest.mark.skipif(not available(), reason="durable-rules cannot be imported here")


@pytest.mark.parametrize("form", [AllOf, AnyOf, NoneOf])
@pytest.mark.parametrize("size", [17, 62, 65, 253, 600])
def test_more_lines_than_one_rule_or_one_fact_holds(form: type[AllOf], size: int) -> None:
    pack = pack_of(form(tuple(map(yes, range(size)))), inputs=size)
    with Network(written(pack)) as network:
        for states in (answers(size), answers(size, "no"), {}):
            agree(network, pack, states)
            agree(network, pack, {**states, f"fact.{size - 1}": just("yes")})
            agree(network, pack, {**states, f"fact.{size // 2}": just("no")})


def test_more_rules_share_a_condition_than_a_list_of_the_engine_holds() -> None:
    pack = pack_of(*(AllOf((yes(0), yes(1 + each))) for each in range(600)), inputs=601)
    with Network(written(pack)) as network:
        agree(network, pack, answers(601))
        agree(network, pack, {**answers(601), "fact.0": just("no")})


def test_more_rules_than_the_engine_has_actions() -> None:
    """Each with its own first condition, and all of them firing at once."""
    pack = pack_of(*(AllOf((yes(each), yes(each + 1))) for each in range(2200)), inputs=2201)
    with Network(written(pack)) as network:
        agree(network, pack, answers(2201))
        agree(network, pack, answers(2201, "no"))


def test_more_thresholds_on_one_number_than_may_wait() -> None:
    rules = [Line("fact.0", Bounds(at_least=each / 2)) for each in range(400)]
    pack = pack_of(*rules, inputs=1, shape="number")
    with Network(written(pack)) as network:
        for value in (-1.0, 0.0, 57.25, 57.5, 1e9):
            agree(network, pack, {"fact.0": exactly(value)})


def test_a_count_of_many() -> None:
    pack = pack_of(AtLeast(30, tuple(map(yes, range(70)))), inputs=70)
    with Network(written(pack)) as network:
        for held in (0, 29, 30, 70):
            states = {**answers(70, "no"), **answers(held)}
            agree(network, pack, states)


def test_findings_in_a_long_chain() -> None:
    length = 300
    conditions: list[Condition] = [yes(0)]
    conditions += [Line(f"finding.{each}", YES) for each in range(length - 1)]
    findings = tuple(
        GroundFinding(f"finding.{each}", "choice", (), (Conclusion("yes", f"rule.{each}"),))
        for each in range(length)
    )
    pack = pack_of(*conditions, inputs=1, findings=findings)
    with Network(written(pack)) as network:
        for states in (answers(1), answers(1, "no"), {}):
            agree(network, pack, states)


def test_a_fact_never_leaves_more_matches_waiting_than_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The engine's stack holds 64: with exactly as many it answers, with one more it fails."""
    for size, fits in ((64, True), (65, False)):
        monkeypatch.setattr(facts, "PENDING", size)
        monkeypatch.setattr(facts, "KEYS_OF_FACT", size)
        monkeypatch.setattr(facts, "RULES_OF_FACT", 2 * size)
        pack = pack_of(*map(yes, range(size)), inputs=size)
        with Network(written(pack)) as network:
            if fits:
                agree(network, pack, answers(size))
            else:
                with pytest.raises(FaultError, match="303"):
                    network.derive(answers(size), DAY)
                agree(network, pack, answers(20))


@pytest.mark.parametrize(
    ("shape", "test", "limit"),
    [
        ("choice", Among(frozenset(("x" * 201,))), "characters of a value: 201 in 'fact.0'"),
        ("number", Bounds(at_least=1e18), r"size of a number: 1e\+18 in 'fact.0'"),
        ("number", Bounds(below=-1e300), "size of a number"),
        ("number", Bounds(at_least=float("inf")), "size of a number"),
        ("number", Bounds(at_least=0.1234567), "decimals of a number: 0.1234567"),
        ("date", Bounds(at_least=1e17), "size of a whole number"),
        ("date", Bounds(at_most=float("inf")), "size of a whole number"),
    ],
)
def test_a_rule_beyond_a_limit_is_refused(shape: Shape, test: Among, limit: str) -> None:
    with pytest.raises(SecondEngineLimit, match=limit):
        Network(written(pack_of(Line("fact.0", test), inputs=1, shape=shape)))


@pytest.mark.parametrize(
    ("shape", "test", "state", "limit"),
    [
        ("choice", YES, just("x" * 201), "characters of a value: 201 in 'fact.0'"),
        ("number", Bounds(above=1.0), exactly(1e18), "size of a number"),
        ("number", Bounds(above=1.0), exactly(1e-7), "decimals of a number: 1e-07"),
        ("date", Bounds(above=1.0), exactly(2.0**53), "size of a whole number"),
    ],
)
def test_an_answer_beyond_a_limit_is_refused(
    shape: Shape, test: Among, state: State, limit: str
) -> None:
    pack = pack_of(Line("fact.0", test), inputs=1, shape=shape)
    with Network(written(pack)) as network:
        with pytest.raises(SecondEngineLimit, match=limit):
            network.derive({"fact.0": state}, DAY)
        assert network.derive({}, DAY).propositions == {"rule.0": None}


@pytest.mark.parametrize(
    ("shape", "test", "state", "message"),
    [
        ("choice", YES, exactly(1.0), r"'fact\.0' cannot be in the state"),
        ("choice", YES, Possible(frozenset()), r"'fact\.0' cannot be in the state"),
        ("number", Bounds(above=1.0), just("yes"), r"'fact\.0' cannot be in the state"),
        ("number", Bounds(above=1.0), exactly(float("nan")), r"'fact\.0' cannot be in the state"),
        ("date", Bounds(above=1.0), exactly(1.5), "neither a level nor a day"),
    ],
)
def test_an_impossible_state_is_refused(
    shape: Shape, test: Among, state: State, message: str
) -> None:
    with (
        Network(written(pack_of(Line("fact.0", test), inputs=1, shape=shape))) as network,
        pytest.raises(TypeError, match=message),
    ):
        network.derive({"fact.0": state}, DAY)


def test_a_rule_that_no_fact_can_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "PENDING", 9)
    with pytest.raises(SecondEngineLimit, match="matches waiting at once: 10"):
        Network(written(pack_of(AnyOf(tuple(map(yes, range(10)))))))


@given(
    st.lists(
        st.lists(
            st.builds(
                Comparison,
                st.integers(0, 2),
                st.sampled_from(("$eq", "$neq", "$lt", "$lte", "$gt", "$gte")),
                st.integers(0, 3),
            ),
            max_size=3,
        ).map(tuple),
        max_size=12,
    )
)
def test_matches_are_counted_as_they_come(conjunctions: list[Conjunction]) -> None:
    growing = facts.Matches()
    for number, conjunction in enumerate(conjunctions, start=1):
        growing.insert(conjunction)
        assert growing.pending == waiting(conjunctions[:number])


def waiting(conjunctions: list[Conjunction]) -> int:
    """The most matches that may wait at once, counted of all of them together."""
    nodes: dict[Comparison, list[Conjunction]] = {}
    for first, *rest in filter(None, conjunctions):
        nodes.setdefault(first, []).append(tuple(rest))
    alike = [[one for one in nodes if one.key == key] for key in {one.key for one in nodes}]
    pushed = sum(map(facts.simultaneous, alike)) + conjunctions.count(())
    return max(pushed, pushed - 1 + max([1, *map(waiting, nodes.values())]))


def test_names_of_one_hash_are_refused() -> None:
    assert limits.fnv("costarring") == limits.fnv("liquid")
    with pytest.raises(SecondEngineLimit, match="'costarring' and 'liquid'"):
        limits.refuse_collisions(["one", "costarring", "two", "liquid"])
    with pytest.raises(SecondEngineLimit, match=r"'\$and'"):
        limits.refuse_collisions(["$and"])


def test_the_ids_of_a_session_differ_in_their_hash() -> None:
    ids = [f"{topic:04}" for topic in range(limits.FACTS_OF_RULESET + 1)]
    limits.refuse_collisions([*ids, "boot", "sid-one"])
