"""Who answers for which rule as it stands: sign-offs, and what an edit takes back.

A sign-off names each rule that it covers by the rule's mark: its version, and a short digest of the
declarations that it rests on. An edited rule has another mark, and so has a rule whose measure,
scale or question was edited: it falls back to "not signed off", while the others stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from poise.canonical import canonical, digest
from poise.contents import SignOff
from poise.rules import Rule
from poise.vocabulary import GOALS, Fact, Finding, Measure, Records, Text, Vocabulary

SHORT = 12
"""How many digits of a digest a mark keeps."""


def mark(rule: Rule, version: str, vocabulary: Vocabulary) -> str:
    """What a sign-off remembers of a rule."""
    return f"{version}+{digest(rests_on(rule, vocabulary))[:SHORT]}"


def rests_on(rule: Rule, vocabulary: Vocabulary) -> dict[str, Any]:
    """The declarations that a rule speaks of, and those that they speak of in turn."""
    found: dict[str, Any] = {}
    waiting = list(_names(rule, vocabulary))
    while waiting:
        name = waiting.pop()
        if name not in found:
            declared = _bare(vocabulary.declaration(name))
            found[name] = declared
            waiting += _names(declared, vocabulary)
    return found


def _bare(declared: Fact | Measure | Finding) -> Fact | Measure | Finding:
    """Without what changes with every product and area of the pack: what records may name."""
    if isinstance(declared, Fact) and isinstance(declared.kind, Records):
        return replace(declared, kind=Text())
    return declared


def _names(value: Any, vocabulary: Vocabulary) -> Iterator[str]:
    """The facts, measures and findings that stand anywhere in a tree."""
    waiting = [canonical(value)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            name = vocabulary.split(node)[0] if "." in node else node
            if name != GOALS and vocabulary.get(name) is not None:
                yield name
        elif isinstance(node, dict):
            waiting += [*node, *node.values()]
        elif isinstance(node, list):
            waiting += node


@dataclass(frozen=True, slots=True)
class Signatures:
    """The sign-offs of one pack, and of the packs that it extends."""

    whole: SignOff | None
    """The last one of the whole pack; the one that is valid, where one is."""
    valid: bool
    """Whether that is of the pack as it stands."""
    by_rule: Mapping[str, SignOff]
    """Who last signed each rule as it stands; rules that nobody did are not there."""


NOBODY = Signatures(None, False, {})


def signatures(
    own: Iterable[SignOff], below: Iterable[SignOff], digest: str, marks: Mapping[str, str]
) -> Signatures:
    """What sign-offs come to, for a pack with this digest and these marks of its rules.

    A sign-off of a pack below counts for the rules that stand in this one as they were signed
    there, and never for the whole.
    """
    own = sorted(own, key=_when)
    whole = [one for one in own if one.whole]
    valid = [one for one in whole if one.digest == digest]
    by_rule = {
        name: one
        for one in sorted((*below, *own), key=_when)
        for name, signed in one.rules.items()
        if marks.get(name) == signed
    }
    return Signatures(next(reversed(valid or whole), None), bool(valid), by_rule)


def _when(one: SignOff) -> tuple[Any, ...]:
    return (one.date, one.by, one.role, one.digest, sorted(one.rules))


def told(one: SignOff) -> str:
    """A sign-off in words."""
    return f"{one.by}, {one.role}, {one.date}"
