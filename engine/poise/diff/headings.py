"""What a difference comes to in a few sentences, and under which headings it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from poise.diff.models import CARDED, Change, Decisions, Declared, PackDiff, PackNamed, Verdict
from poise.wording import plain

HOWS = ("changed", "added", "gone")
SHOWN = 12
"""How many rules are named that read as before."""
MEANS = "read as before and speak of other treatments, or test other answers, than before"
KINDS = {"rule": "Rules", "proof": "Proofs"}
"""What is counted by itself; everything else together."""
_COMES_TO: Mapping[Verdict, tuple[str, str]] = {
    "differs": ("moves plans", "move plans"),
    "reasons": ("changes only reasons or questions", "change only reasons or questions"),
    "same": ("means the same as before", "mean the same as before"),
    "words": ("is in words only", "are in words only"),
    "not_decided": ("is not decided", "are not decided"),
}
_NAMED = (*CARDED, "fact", "scale")
"""What rules may name, or with a class or group to which it belongs."""


def summary(diff: PackDiff) -> Iterator[str]:
    """The whole in a few sentences."""
    counts: Counter[tuple[str, str]] = Counter(
        (KINDS.get(one.what, ""), one.how) for one in diff.says
    )
    told = []
    for noun in KINDS.values():
        said = [f"{counts[noun, how]} {how}" for how in HOWS if counts[noun, how]]
        if said:
            told.append(f"{noun}: {', '.join(said)}.")
        elif noun == KINDS["rule"]:
            told.append("No rule says anything else.")
    rest = sum(count for (noun, _), count in counts.items() if not noun)
    told += [f"{many(rest, 'other thing')} said otherwise."] if rest else []
    if diff.means:
        told.append(f"{many(len(diff.means), 'more rule')} can mean something else.")
    yield " ".join(told)
    if diff.decisions is not None and (diff.says or diff.means):
        yield from _decided(diff.decisions)
    if diff.plans:
        changed = sum(one.changes for one in diff.plans)
        verb = "changes" if changed == 1 else "change"
        yield f"{changed} of {many(len(diff.plans), 'plan')} {verb}."


def _decided(told: Decisions) -> Iterator[str]:
    """What all changes together come to, over every assessment there can be."""
    counts = Counter(one.verdict for one in told.changes)
    if told.same:
        yield "No assessment can tell the two packs apart: proved."
        return
    said = [
        f"one change {one}" if counts[verdict] == 1 else f"{counts[verdict]} changes {several}"
        for verdict, (one, several) in _COMES_TO.items()
        if counts[verdict]
    ]
    if said:
        yield f"Over every assessment there can be: {'; '.join(said)}."
    yield from told.apart


def sections(diff: PackDiff) -> Iterator[tuple[str, list[Declared]]]:
    """What is said otherwise, rules first."""
    for noun in (*KINDS.values(), ""):
        for how in HOWS:
            told = [one for one in diff.says if one.how == how and KINDS.get(one.what, "") == noun]
            if told:
                gone = ("that are gone" if noun else "that is gone") if how == "gone" else how
                yield f"{noun or 'Everything else'} {gone}", told


def by_id(diff: PackDiff) -> dict[tuple[str, str], Change]:
    """What each change comes to, by what it is a change of; a card's change by the card."""
    changes = () if diff.decisions is None else diff.decisions.changes
    cards = {one.id: one.what for one in diff.says if one.what in CARDED}

    def told_of(one: Change) -> str:
        alone = one.what == "card" and len(one.ids) == 1
        return cards.get(one.ids[0], one.what) if alone else one.what

    return {(told_of(one), ", ".join(one.ids)): one for one in changes}


def meaning(diff: PackDiff) -> Iterator[str]:
    """Why rules mean something else, and which they are."""
    news = [f"{head(one)} ({one.how})" for one in diff.says if one.what in _NAMED]
    if news:
        yield f"They name this, or a class or group to which it belongs: {'; '.join(news)}"
    more = f" and {len(diff.means) - SHOWN} more" if len(diff.means) > SHOWN else ""
    yield ", ".join(diff.means[:SHOWN]) + more


def head(one: Declared) -> str:
    if one.what == "pack":
        return "The pack itself"
    noun = "" if one.what in KINDS else f"{plain(one.what)} "
    return f"{noun}{one.id}: {one.title}" if one.title != one.id else f"{noun}{one.id}"


def named(pack: PackNamed) -> str:
    return f"{pack.id} {pack.version} ({pack.digest[:12]})"


def many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
