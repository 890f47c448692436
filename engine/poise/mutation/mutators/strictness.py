"""Bounds of numbers that include their edge or not: `at_least` for `above`, `at_most` for `below`,
and each the other way. Of a grade that is the threshold moved one level. A window on both sides of
a day looks back only, or ahead only."""

from __future__ import annotations

from collections.abc import Iterator

from poise.mutation.edits import Edit
from poise.mutation.written import Tested, WrittenRule, conditions, selected
from poise.vocabulary import Number

OTHER = {"at_least": "above", "above": "at_least", "at_most": "below", "below": "at_most"}
ONE_SIDED = {"in_last": "only looks back", "in_next": "only looks ahead"}


def edits(written: WrittenRule) -> Iterator[Edit]:
    for one in (*conditions(written).tests, *selected(written)):
        value = written.at(one.path)
        if not isinstance(value, dict) or not isinstance(one, Tested):
            continue
        for operator, inner in value.items():
            here = (*one.path, operator)
            if operator == "within":
                for other, how in ONE_SIDED.items():
                    yield Edit(here, how, inner, other)
            elif (
                operator in OTHER and isinstance(one.kind, Number) and OTHER[operator] not in value
            ):
                yield Edit(here, f"'{OTHER[operator]}' for '{operator}'", inner, OTHER[operator])
