"""Verbs weakened: excluded, then only deferred, then only avoided, then only cautioned, then not
at all; a requirement that is only ticked, a referral less urgent; and any other verb dropped."""

from __future__ import annotations

from collections.abc import Iterator

from poise.mutation.edits import Edit
from poise.mutation.steps import scalar
from poise.mutation.written import Path, WrittenRule, verbs
from poise.placed import Block, Value, at
from poise.problems import At
from poise.rules import VERBS, OnItems

WEAKER = {"exclude": "defer", "defer": "avoid", "avoid": "caution"}
LESS_URGENT = {"urgent": "soon", "soon": "routine"}
MILDER = {"exclude": "defer", "defer": "caution"}


def edits(written: WrittenRule) -> Iterator[Edit]:
    found = tuple(verbs(written))
    for word, path in found:
        value = written.at(path)
        if word in WEAKER:
            how = f"'{WEAKER[word]}' for '{word}'"
            yield Edit(path, how, _on_items(word, value), WEAKER[word])
            continue
        if len(found) > 1:
            yield Edit(path, f"without this '{word}'")
        else:
            yield Edit(path, f"without this '{word}', and so without the rule")
        yield from _softened(word, value, path)


def _on_items(word: str, value: Value) -> Value:
    """Only on what a verb acts: what else it says belongs to the verb alone."""
    kind = next(one for one in VERBS if one.word == word)
    own = {field.alias or name for name, field in kind.model_fields.items()}
    assert issubclass(kind, OnItems)
    if not isinstance(value, Block) or not own & set(value):
        return value
    return value.only(("items",))


def _softened(word: str, value: Value, path: Path) -> Iterator[Edit]:
    if not isinstance(value, Block):
        return
    urgency = str(value.get("urgency", ""))
    if word == "refer" and urgency in LESS_URGENT:
        less = LESS_URGENT[urgency]
        yield Edit((*path, "urgency"), f"'{less}' for '{urgency}'", scalar(less, urgency))
    if word == "require" and "items" in value and "that" in value and "before" not in value:
        ticked = value.having(before=scalar("treatment", at(value, At(""))))  # type: ignore[arg-type]
        yield Edit(path, "only a line of the checklist", ticked)
    over = str(value.get("over", ""))
    if word == "ceiling" and over in MILDER:
        yield Edit((*path, "over"), f"'{MILDER[over]}' for '{over}'", scalar(MILDER[over], over))
