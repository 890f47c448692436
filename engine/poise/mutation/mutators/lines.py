"""Lines dropped: a line of a condition, one of a list, one of two bounds; a rule's only line leaves
it with no condition at all."""

from __future__ import annotations

from collections.abc import Iterator

from poise.mutation.edits import Edit
from poise.mutation.written import SIDED, WrittenRule, conditions
from poise.reading.operands import BOUNDS

DROPPED = "without this line"


def edits(written: WrittenRule) -> Iterator[Edit]:
    found = conditions(written)
    for path in found.lines:
        lines = written.at(path)
        if len(lines) > 1:
            yield from (Edit((*path, key), DROPPED) for key in lines)
        elif path == ("when",):
            yield Edit(path, "without its condition")
        elif path[-1] == "that" or path[-1] in SIDED:
            continue  # dropped with what holds it
    for path in found.combined:
        items = written.at(path)
        if not isinstance(items, list) or len(items) < 2:
            continue
        if path[-1] == "of" and int(written.at((*path[:-1], "at_least"))) == len(items):
            continue  # one less can never count
        yield from (Edit((*path, number), DROPPED) for number in range(len(items)))
    for one in found.tests:
        value = written.at(one.path)
        if isinstance(value, dict) and len(value) > 1 and set(value) <= set(BOUNDS):
            yield from (Edit((*one.path, bound), "without this bound") for bound in value)
