"""Work in other processes: the same results as in this one, in the same order."""

from __future__ import annotations

import os

import pytest

from poise.processes import apart, beside, shared


def test_what_is_shared_comes_in_the_order_of_the_items() -> None:
    assert list(shared(lambda one: one * one, range(20), 2)) == [n * n for n in range(20)]
    assert list(shared(lambda one: one * one, range(20), 1)) == [n * n for n in range(20)]


def test_items_apart_have_a_process_each() -> None:
    assert len({*apart(lambda _: os.getpid(), range(4), 2), os.getpid()}) == 5


def test_work_beside_is_done_in_another_process() -> None:
    with beside(os.getpid) as result:
        assert result() != os.getpid()


def test_what_work_beside_raises_is_raised_by_its_result() -> None:
    def work() -> int:
        raise ModuleNotFoundError("no such module", name="gardens.of.babylon")

    with beside(work) as result, pytest.raises(ModuleNotFoundError) as raised:
        result()
    assert raised.value.name == "gardens.of.babylon"


def test_work_whose_process_was_ended_is_done_here() -> None:
    here = os.getpid()

    def work() -> str:
        if os.getpid() != here:
            os._exit(1)
        return "done"

    with beside(work) as result:
        assert result() == "done"
