"""Puts members of products that stand in files of their own below the product that they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.reading.files import Files
from poise.reading.scalars import quoted
from poise.reading.structure import field_names
from poise.reading.written import MemberFile, MemberWritten
from poise.source import Block, at

_CARD = frozenset(field_names(MemberWritten))
_OWN = tuple(name for name in field_names(MemberFile) if name not in _CARD)


def grafted(files: Files, problems: Collector) -> Files:
    """The files with every such member on its product's card, and its rules among the others."""
    if not files.members:
        return files
    made = replace(
        files,
        members=[],
        products=[(_deep(value), place) for value, place in files.products],
        rules=list(files.rules),
    )
    waiting = [one for one in files.members if _named(*one, problems)]
    known = {name: card for value, _ in made.products for name, card in _cards(value)}
    made.names_missing |= len(waiting) < len(files.members)
    while waiting:
        ready = [one for one in waiting if one[0]["of"] in known]
        if not ready:
            made.names_missing = True
            for value, place in waiting:
                _unknown(value, place, known, problems)
            break
        for value, place in sorted(ready, key=lambda one: str(one[0]["member"])):
            card = _deep(value.only([one for one in value if one not in _OWN]))
            if _grows(known[str(value["of"])], value, card, place, problems):
                known |= dict(_cards(card, str(value["member"])))
            if "rules" in value:
                made.rules.append((value.only(("defaults", "rules")), place))
        waiting = [one for one in waiting if one not in ready]
    return made


def _named(value: Block, place: At, problems: Collector) -> bool:
    """Whether a file says its member and the product that it belongs to."""
    for name in ("member", "of"):
        written = value.get(name)
        if not isinstance(written, str) or not written:
            problems.error(
                at(written, place),
                "missing-field" if written is None else "wrong-kind",
                f"the member's file does not say its '{name}'"
                if written is None
                else f"'{name}' is a name, not {quoted(written)}",
                f"add '{name}: ...': {MemberFile.model_fields[name].description}",
            )
            return False
    return True


def _cards(card: Any, name: str = "") -> Iterator[tuple[str, Block]]:
    """A product's card and those of its members, by name."""
    if isinstance(card, Block):
        yield name or str(card.get("product", "")), card
        members = card.get("members")
        for inner, member in members.items() if isinstance(members, Block) else ():
            yield from _cards(member, inner)


def _grows(parent: Block, value: Block, card: Block, place: At, problems: Collector) -> bool:
    """Whether the member's card could be put below its parent."""
    members = parent.setdefault("members", Block.new(parent.at))
    name = value["member"]
    if not isinstance(members, Block):
        return False
    if name in members:
        problems.error(
            at(name, place),
            "duplicate-id",
            f"the product '{name}' is declared twice",
            f"'{value['of']}' has such a member already; keep one",
        )
        return False
    members[name] = card  # type: ignore[index] # the name, with its place
    return True


def _unknown(value: Block, place: At, known: dict[str, Block], problems: Collector) -> None:
    problems.error(
        at(value["of"], place),
        "unknown-name",
        f"'{value['member']}' is a member of {quoted(value['of'])}, which is not a product",
        did_you_mean(str(value["of"]), known),
    )


def _deep(card: Any) -> Any:
    """A copy of a card to which members may be added."""
    if not isinstance(card, Block):
        return card
    members = card.get("members")
    if not isinstance(members, Block):
        return card.having()
    inner = Block.new(members.at)
    inner.update({name: _deep(member) for name, member in members.items()})
    return card.having(members=inner)
