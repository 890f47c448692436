"""What differs between two packs and is not searched: what can be written down, and order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.pack import RulePack
from poise.vocabulary import Choice, Choices, Fact, Grade, Kind


def unsearched(old: RulePack, new: RulePack) -> Iterator[str]:
    """Each in a sentence; none where both packs read the same assessments in the same way."""
    yield from _readable(old, new)
    facts = [
        (old.vocabulary.facts[name], fact)
        for name, fact in new.vocabulary.facts.items()
        if name in old.vocabulary.facts
    ]
    for words, differ in (
        ("Other answers are safety answers now", lambda a, b: a.safety != b.safety),
        ("A group that is answered in one word means something else now", _presumes_otherwise),
    ):
        named = [new.id for was, new in facts if differ(was, new)]
        if named:
            yield f"{words}: {_some(named)}."
    if _conflicts(old) != _conflicts(new):
        yield "Other wishes pull against each other now."
    if old.head.acts_on_order != new.head.acts_on_order:
        yield "Items stand in another order now."
    if old.dropped_sequences != new.dropped_sequences:
        yield "Other optional orders are left out now."


def _presumes_otherwise(was: Fact, now: Fact) -> bool:
    return was.normal != now.normal


def _conflicts(pack: RulePack) -> dict[str, frozenset[str]]:
    return {one.id: frozenset(one.conflicts_with) for one in pack.vocabulary.goals.values()}


def _readable(old: RulePack, new: RulePack) -> Iterator[str]:
    """What only one of them can read: on such an assessment there are no two plans."""
    for one, other, name in ((new, old, "new"), (old, new, "old")):
        facts = sorted(one.vocabulary.facts.keys() - other.vocabulary.facts.keys())
        if facts:
            yield f"Only the {name} pack can read answers to: {_some(facts)}."
        things = sorted(
            {*one.taxonomy.product_names(), *one.taxonomy.area_names()}
            - {*other.taxonomy.product_names(), *other.taxonomy.area_names()}
        )
        if things:
            yield f"Only the {name} pack knows: {_some(things)}."
    both = new.vocabulary.facts.keys() & old.vocabulary.facts.keys()
    changed = [
        name
        for name in sorted(both)
        if (was := old.vocabulary.facts[name]).kind != (now := new.vocabulary.facts[name]).kind
        or (was.each, was.asked_when) != (now.each, now.asked_when)
    ]
    for name in changed[:NAMED]:
        yield from _other_answers(old.vocabulary.facts[name], new.vocabulary.facts[name])
    if changed[NAMED:]:
        yield f"The packs read other answers to {len(changed) - NAMED} further facts."
    groups = [
        {one.id for one in pack.vocabulary.groups.values() if one.screened} for pack in (old, new)
    ]
    if groups[0] != groups[1]:
        yield f"Other groups can be answered in one word now: {_some(groups[0] ^ groups[1])}."


def _other_answers(was: Fact, now: Fact) -> Iterator[str]:
    """The words that only one pack takes for an answer."""
    old, new = _words(was.kind), _words(now.kind)
    if old == new:
        yield f"The packs read other answers to: {now.id}."
    for words, name in ((new - old, "new"), (old - new, "old")):
        if words:
            yield f"Only the {name} pack can read as an answer to {now.id}: {_some(words)}."


def _words(kind: Kind) -> frozenset[str]:
    match kind:
        case Grade(scale):
            return frozenset(scale.levels)
        case Choice() | Choices():
            return frozenset((*kind.options, *kind.below))
    return frozenset()


NAMED = 6


def _some(names: Iterable[str]) -> str:
    listed = sorted(names)
    more = f" and {len(listed) - NAMED} more" if len(listed) > NAMED else ""
    return ", ".join(listed[:NAMED]) + more
