"""What a pack replaces and retires of the pack that it extends, entry by entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

from poise.contents import Change
from poise.declaration import as_list
from poise.problems import At, Collector, did_you_mean
from poise.reading.joining import WHATS, Declared, Key
from poise.source import Block, at

FIELDS: Mapping[str, Literal["replaced", "retired"]] = {
    "replaces": "replaced",
    "retires": "retired",
}


class Entry(NamedTuple):
    """One thing that is replaced or retired."""

    how: Literal["replaced", "retired"]
    key: Key
    reason: str
    place: At

    @property
    def noun(self) -> str:
        return told(self.key)


def told(key: Key) -> str:
    """A thing as messages name it."""
    what, name = key
    return f"the {what.replace('_', ' ')} '{name}'"


def entries(head: Block) -> list[Entry]:
    """What a head lists. How an entry is written is checked with the rest of the head."""
    found = []
    for field, how in FIELDS.items():
        written = head.get(field)
        for one in written if isinstance(written, list) else ():
            if isinstance(one, Block):
                reason = " ".join(str(one.get("reason", "")).split())
                found += [
                    Entry(how, (what, str(name)), reason, at(name, one.at))
                    for what in WHATS
                    for name in as_list(one.get(what, []))
                ]
    return found


def refuse_alone(head: Block, problems: Collector) -> None:
    """Only a pack that extends another can replace or retire anything."""
    for field in FIELDS:
        if field in head:
            problems.error(
                at(head.key(field), head.at),
                "forbidden-here",
                f"'{field}' speaks of the pack that this one extends, and it extends none",
                "add 'extends: default', or the path of another pack",
            )


def check(
    head: Block,
    listed: Iterable[Entry],
    base: Mapping[Key, Declared],
    own: Mapping[Key, Declared],
    problems: Collector,
) -> None:
    """Each entry names what there is, and what is declared anew is listed."""
    known: dict[Key, Entry] = {}
    for entry in listed:
        if entry.key in known:
            problems.error(entry.place, "duplicate-id", f"{entry.noun} is listed twice", "keep one")
        elif trouble := _trouble(entry, base, own):
            problems.error(entry.place, *trouble)
        known.setdefault(entry.key, entry)
    _check_shape(head, problems)
    for key in sorted(set(own) & set(base) - set(known)):
        problems.error(
            own[key].place,
            "duplicate-id",
            f"{told(key)} is declared by the pack that this one extends",
            "to replace it, list it under 'replaces:' in 'pack.yaml' with the reason; or rename it",
        )


def _trouble(
    entry: Entry, base: Mapping[Key, Declared], own: Mapping[Key, Declared]
) -> tuple[str, str, str] | None:
    what, name = entry.key
    if entry.key not in base:
        alike = [one for kind, one in base if kind == what]
        other = next((kind for kind, one in base if one == name), "")
        hint = f"write it as '{other}: {name}'" if other else did_you_mean(name, alike)
        noun = f"{'an' if what[0] == 'a' else 'a'} {what.replace('_', ' ')}"
        return "unknown-name", f"'{name}' is not {noun} of the pack that this one extends", hint
    if entry.how == "replaced" and entry.key not in own:
        hint = "declare it in this pack, or list it under 'retires:'"
        return "not-replaced", f"{entry.noun} is to be replaced, and nothing replaces it", hint
    if entry.how == "retired" and entry.key in own:
        place = own[entry.key].place
        hint = f"list it under 'replaces:', or take it out of {place.file}:{place.line}"
        return "forbidden-here", f"{entry.noun} is retired, and this pack declares it", hint
    return None


def _check_shape(head: Block, problems: Collector) -> None:
    """An entry that names nothing says nothing."""
    for field in FIELDS:
        written: Any = head.get(field)
        for one in written if isinstance(written, list) else ():
            if isinstance(one, Block) and set(one) <= {"reason"}:
                problems.error(
                    one.at,
                    "missing-field",
                    f"an entry of '{field}' does not say what it speaks of",
                    "such as 'rule: ID'; or one of: " + ", ".join(WHATS[1:]),
                )


def changes(
    listed: Iterable[Entry], base: Mapping[Key, Declared], whole: Mapping[Key, Declared]
) -> tuple[Change, ...]:
    """Every thing in which the whole differs from the base, by id."""
    reasons = {entry.key: entry for entry in listed}
    found = []
    for key in {*base, *whole}:
        entry = reasons.get(key)
        title = (whole.get(key) or base[key]).title
        reason = entry.reason if entry else ""
        if key not in base:
            found.append(Change("added", *key, title, reason))
        elif key not in whole:
            found.append(Change("retired", *key, title, reason))
        elif entry is not None:
            found.append(Change("replaced", *key, title, reason))
    order = {what: number for number, what in enumerate(WHATS)}
    ways = {"retired": 0, "replaced": 1, "added": 2}
    return tuple(sorted(found, key=lambda one: (ways[one.how], order[one.what], one.id)))
