"""Threads, memory, forks and the end of a network."""

from __future__ import annotations

import gc
import os
import signal
import threading
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from kleene_packs import Maker
from plain_packs import DAY, answers, pack_of, written, yes
from poise.lower import lower
from poise.rete import Network, available, engine
from poise.rete.writer import write
from poise.values import State

pytestmark = pytest.mark.skipif(not available(), reason="durable-rules cannot be imported here")


def test_a_closed_network_answers_no_more() -> None:
    network = Network(written(pack_of(yes(0), inputs=1)))
    network.close()
    network.close()
    with pytest.raises(RuntimeError, match="closed"):
        network.derive({}, DAY)


def test_a_dropped_network_frees_its_rules() -> None:
    network = Network(written(pack_of(yes(0), inputs=1)))
    assert network._rulesets is not None
    discards = [ruleset.discard for ruleset in network._rulesets]
    assert discards
    assert all(discard.alive for discard in discards)
    del network
    gc.collect()
    assert not any(discard.alive for discard in discards)


def test_eight_threads_give_the_answers_of_one() -> None:
    maker = Maker(Random(11))
    pack = maker.pack()
    cases = [(maker.states(), maker.date()) for _ in range(200)]
    with Network(written(pack)) as network, Network(written(pack)) as other:
        alone = [network.derive(*case) for case in cases]
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(lambda case: network.derive(*case), cases * 4))
            mixed = list(pool.map(lambda case: (network.derive(*case), other.derive(*case)), cases))
    assert together == alone * 4
    assert mixed == [(each, each) for each in alone]


def memory() -> int:
    """Resident pages."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


needs_proc = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads /proc")


@needs_proc
def test_memory_stays_flat_over_thousands_of_runs() -> None:
    maker = Maker(Random(3))
    pack = maker.pack()
    cases = [(maker.states(), maker.date()) for _ in range(50)]
    with Network(written(pack)) as network:
        for case in cases * 10:
            network.derive(*case)
        before = memory()
        for case in cases * 60:
            network.derive(*case)
    assert memory() - before < 256


@needs_proc
def test_memory_stays_flat_over_many_networks() -> None:
    program = lower(Maker(Random(3)).pack())
    for _ in range(30):
        Network(write(program))
    gc.collect()
    before = memory()
    for _ in range(100):
        Network(write(program))
    gc.collect()
    assert memory() - before < 1024


@pytest.fixture
def forked() -> Iterator[list[int]]:
    """The results of children, by their exit codes."""
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork")
    results: list[int] = []
    yield results
    assert results
    assert not any(results)


def in_child(
    results: list[int], network: Network, states: dict[str, State], wanted: object
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        signal.alarm(20)
        try:
            os._exit(0 if network.derive(states, DAY) == wanted else 1)
        finally:
            os._exit(2)
    results.append(os.waitpid(child, 0)[1])


def test_a_child_answers_as_its_parent_does(forked: list[int]) -> None:
    with Network(written(pack_of(*map(yes, range(90)), inputs=90))) as network:
        wanted = network.derive(answers(90), DAY)
        in_child(forked, network, answers(90), wanted)
        assert network.derive(answers(90), DAY) == wanted
        in_child(forked, network, answers(90), wanted)


def test_a_child_of_a_process_whose_other_thread_was_at_work_answers(forked: list[int]) -> None:
    with Network(written(pack_of(*map(yes, range(90)), inputs=90))) as network:
        wanted = network.derive(answers(90), DAY)
        ready, done = threading.Event(), threading.Event()

        def hold() -> None:
            assert network._rulesets is not None
            with engine.lock(), network._rulesets[0].session():
                ready.set()
                done.wait(20)

        other = threading.Thread(target=hold)
        other.start()
        assert ready.wait(20)
        in_child(forked, network, answers(90), wanted)
        done.set()
        other.join()
        assert network.derive(answers(90), DAY) == wanted
