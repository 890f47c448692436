"""How conditions combine: any of a list for all of it, all for any, any for none; lines side by
side of which any will do; either side for both, and both for either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from poise.mutation.edits import Edit
from poise.mutation.written import WrittenRule, conditions
from poise.placed import Block, Listing, at
from poise.problems import At

OTHER = {
    "all_of": ("any_of", "any of these for all of them"),
    "any_of": ("all_of", "all of these for any of them"),
    "none_of": ("any_of", "any of these for none of them"),
    "either_side": ("both_sides", "both sides for either"),
    "both_sides": ("either_side", "either side for both"),
    "other_side": ("either_side", "either side for the other one"),
}


def edits(written: WrittenRule) -> Iterator[Edit]:
    found = conditions(written)
    for path in found.lines:
        if len(written.at(path)) > 1:
            yield Edit(path, "any of the lines for all of them", _any(written.at(path)))
    for path in found.combined:
        word, value = path[-1], written.at(path)
        if word not in OTHER:
            continue
        other, how = OTHER[str(word)]
        alone = word in ("all_of", "any_of") and len(value) < 2
        if not alone and other not in written.at(path[:-1]):
            yield Edit(path, how, value, other)


def _any(lines: Any) -> Block:
    place = at(lines, At(""))
    each = []
    for key, value in lines.items():
        line = Block.new(at(key, place))
        line[key] = value
        each.append(line)
    made = Block.new(place)
    made["any_of"] = Listing.new(place, each)
    return made
