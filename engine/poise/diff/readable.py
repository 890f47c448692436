"""What one assessment says of a fact that two packs declare otherwise: what both can read of it."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from poise.solver.records import RecordList
from poise.solver.terms import Chosen, Ordered, State, both, denied, either, given, some
from poise.vocabulary import BOTH, Choice, Choices, Date, Grade, Kind, Number, Records, Text, YesNo

States = tuple[State, State]
Kinds = tuple[Kind, Kind]


def silent(state: State) -> z3.BoolRef:
    """That nothing is said of it."""
    return denied(given(state))


def agree(old_name: str, new_name: str, states: States, kinds: Kinds) -> Iterator[z3.BoolRef]:
    """That two terms stand for the same words of one assessment, or for none."""
    there = given(states[0])
    yield there == given(states[1])
    match kinds, states:
        case (Choices(), Choices()), _:
            yield from _lists(old_name, new_name, kinds, there)
        case (Number(), Number()) | (Date(), Date()), (Ordered() as old, Ordered() as new):
            same = both(old.low.value == new.low.value, old.high.value == new.high.value)
            yield either(denied(there), same)
        case (Records(), Records()) | (Text(), Text()), _:
            return
        case _:
            ways = [_says(state, kind) for state, kind in zip(states, kinds, strict=True)]
            shared = [both(ways[0][word], ways[1][word]) for word in ways[0] if word in ways[1]]
            yield either(denied(there), some(shared))


def _says(state: State, kind: Kind) -> dict[str, z3.BoolRef]:
    """For each word that answers it, that this word was said."""
    match kind, state:
        case Grade(scale), Ordered(low=low):
            return {level: low.value == number for number, level in enumerate(scale.levels)}
        case YesNo(), Chosen(answers=answers):
            return dict(zip(("yes", "no"), answers, strict=True))
        case Choice(), Chosen(answers=answers, meanings=meanings):
            words = (*kind.options, *kind.below)
            found = ((word, kind.meaning(word)) for word in words)
            return {word: answers[meanings.index(one)] for word, one in found if one in meanings}
    return {}


def _lists(old_name: str, new_name: str, kinds: Kinds, there: z3.BoolRef) -> Iterator[z3.BoolRef]:
    """The same names are written; a name that one of them lacks is not."""
    old, new = (frozenset(getattr(kind, "options", ())) for kind in kinds)
    for word in sorted(old | new):
        written = z3.Bool(f"{old_name}: {word}"), z3.Bool(f"{new_name}: {word}")
        if word in old and word in new:
            yield written[0] == written[1]
        else:
            yield either(denied(there), denied(written[0] if word in old else written[1]))
    yield z3.Bool(f"{old_name}: and more") == z3.Bool(f"{new_name}: and more")


def agree_on_records(
    lists: tuple[RecordList, RecordList], kinds: tuple[Records, Records]
) -> Iterator[z3.BoolRef]:
    """The same for lists of records, one by one."""
    old, new = lists
    yield old.longer == new.longer
    for number, slots in enumerate(zip(old.slots, new.slots, strict=True), start=1):
        yield slots[0].present == slots[1].present
        for field in sorted({*kinds[0].fields, *kinds[1].fields}):
            states = [slot.fields.get(field) for slot in slots]
            declared = [kind.fields.get(field) for kind in kinds]
            if states[0] is None or states[1] is None:
                lone = states[0] or states[1]
                assert lone is not None
                yield either(denied(slots[0].present), _left_out(lone))
            elif declared[0] is not None and declared[1] is not None:
                names = f"{old.name} {number}: {field}", f"{new.name} {number}: {field}"
                yield from agree(*names, (states[0], states[1]), (declared[0], declared[1]))


def _left_out(state: State) -> z3.BoolRef:
    """That a field is not said; of a side that is left out, both are known."""
    if isinstance(state, Chosen) and frozenset((BOTH,)) in state.meanings:
        return both(given(state), state.answers[state.meanings.index(frozenset((BOTH,)))])
    return silent(state)
