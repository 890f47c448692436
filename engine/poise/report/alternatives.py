"""What alone forces a decision, what would change it, and what is undecided, told in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.explain.asking import Questions, Turn, Undecided, Way
from poise.explain.changing import WhatIf
from poise.explain.forcing import Forced
from poise.report.words import STATUS_TITLES

SHOWN = 4
"""So many answers that lead to the same plan are named; of more, the number is told."""


def forced_lines(told: Forced) -> Iterator[str]:
    yield f"{told.label}: {STATUS_TITLES[told.status]}"
    count = len(told.because_of)
    if not count:
        yield f"No answer brings that about: it is so while none of the {told.answered} is known."
        return
    yield (
        f"because of these {count} of {told.answered} answers; "
        "they alone give the same, were all others not known:"
    )
    for answer in told.because_of:
        yield f"  {answer.label}: {answer.value}"
    yield "None of them can be left out. There may be other such sets."


def what_if_lines(told: WhatIf) -> Iterator[str]:
    yield f"{told.label}: {_status(told.status)}"
    if told.nothing_could:
        yield "Nothing could change that: it is proved for every answer that may be recorded anew."
        return
    yield f"'{_status(told.would_be)}' would apply if recorded as:"
    for change in told.changes:
        yield f"  {change.label}: {change.instead} (recorded: {change.recorded})"
    yield "This shows what the decision rests on. Only what was found belongs on record."


def questions_lines(told: Questions) -> Iterator[str]:
    if not told.open:
        yield "Nothing is open: no answer that is missing could change the plan."
    for number, one in enumerate(told.open, start=1):
        yield from _question(number, one)


def _question(number: int, told: Undecided) -> Iterator[str]:
    asked = told.question
    said = {"decisive": asked.decisive, "safety": asked.safety}
    marks = ", ".join(word for word, holds in said.items() if holds)
    yield f"{number}. {asked.ask.strip()}{f' ({marks})' if marks else ''}"
    if not any((way.turns, way.referrals, way.asks) != ((), (), ()) for way in told.ways):
        yield "   no answer changes an item, an option or a referral by itself"
        return
    for way in told.ways:
        yield f"   {_several(way.answers)}: {'; '.join(_way(way)) or 'nothing changes'}"


def _several(answers: tuple[str, ...]) -> str:
    said = " or ".join(answers[:SHOWN])
    more = len(answers) - SHOWN
    return f"{said} or {more} more" if more > 0 else said


def _way(way: Way) -> Iterator[str]:
    yield from _grouped(way.turns)
    if way.referrals:
        yield f"refer to {', '.join(way.referrals)}"
    if way.asks:
        yield f"then asked: {', '.join(way.asks)}"


def _grouped(turns: Iterable[Turn]) -> Iterator[str]:
    """Items that turn alike together."""
    alike: dict[tuple[str, str], list[str]] = {}
    for turn in turns:
        alike.setdefault((turn.now, turn.then), []).append(turn.label)
    for (now, then), labels in alike.items():
        yield f"{' and '.join(labels)} from {_status(now)} to {_status(then)}"


def _status(status: str) -> str:
    return STATUS_TITLES[status] if status else "not on the plan"
