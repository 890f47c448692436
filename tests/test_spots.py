"""Each line of a condition is found again in the files."""

from __future__ import annotations

import poise
from poise.check.idle import of_fact, of_measure, of_rule
from poise.reading.spots import spots_of
from poise.trees import lines


def test_every_line_of_the_default_pack_is_found_where_it_stands() -> None:
    spots = spots_of(None)
    assert spots is not None
    pack = poise.load()
    every = [tests for rule in pack.rules for tests in of_rule(rule)]
    every += [tests for one in pack.vocabulary.measures.values() for tests in of_measure(one)]
    every += [tests for one in pack.vocabulary.facts.values() for tests in of_fact(one)]
    for tests in every:
        names = [line.fact for line in lines(tests.written)]
        found = tests.spots(spots)
        assert [spot.fact for spot in found[: len(names)]] == names, tests.about
        places = [spot.at for spot in found]
        assert len(set(places)) == len(places)


def test_what_is_not_in_the_files_is_nowhere() -> None:
    spots = spots_of(None)
    assert spots is not None
    assert spots.of_when("no.such_rule") == ()
    assert spots.of_asked("no.such_fact") == ()
    assert spots_of("no/such/folder") is None
