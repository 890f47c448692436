"""Answers as a clinician writes them, read by the kind of their fact."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from poise.placed import Block, at
from poise.problems import At, Collector, did_you_mean, nearest
from poise.reading.scalars import amount, date_span, number, quoted
from poise.values import UNKNOWN, Members, Possible, Span, State, exactly, just
from poise.vocabulary import (
    BOTH,
    Choice,
    Choices,
    Date,
    Fact,
    Grade,
    Kind,
    Number,
    Records,
    Text,
    YesNo,
)

UNANSWERED = ("unknown", "null", "~", "")
"""What stands for no answer, wherever one may stand."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a list, such as a prior treatment: the state of each of its fields."""

    fields: Mapping[str, State]


class AnswerReader:
    """Reads the answers to one assessment's facts; `date` is its own, where that can be read."""

    def __init__(self, date: datetime.date | None, problems: Collector) -> None:
        self._date = date
        self._problems = problems

    def state(self, name: str, kind: Kind, value: Any, place: At) -> State | None:
        """The state that an answer stands for, or None with a problem."""
        place = at(value, place)
        if _is_unknown(value, kind):
            return UNKNOWN
        match kind:
            case YesNo():
                return self._word(name, value, ("yes", "no"), place)
            case Grade(scale):
                word = self._one_of(name, value, scale.levels, place, "a level of")
                return None if word is None else exactly(scale.levels.index(word))
            case Choice(options=options, below=below):
                word = self._one_of(name, value, (*options, *below), place, "an answer to")
                return None if word is None else Possible(kind.meaning(word))
            case Choices():
                return self._choices(name, kind, value, place)
            case Number():
                return self._number(name, kind, value, place)
            case Date():
                return self._dated(name, kind, value, place)
            case Text():
                return UNKNOWN
            case Records():
                raise AssertionError(name)

    def records(self, fact: Fact, value: Any, place: At) -> tuple[Record, ...] | None:
        """A complete list of records, or None with a problem."""
        assert isinstance(fact.kind, Records)
        if value == "none":
            return ()
        if not isinstance(value, list):
            self._problems.error(
                at(value, place),
                "wrong-kind",
                f"'{fact.id}' is a list of records, not {quoted(value)}",
                "begin each record with '- '; write [] where there is none",
            )
            return None
        found = [self._record(fact, fact.kind, one, at(one, place)) for one in value]
        return tuple(one for one in found if one is not None)

    def _record(self, fact: Fact, kind: Records, value: Any, place: At) -> Record | None:
        if not isinstance(value, Block):
            self._problems.error(
                place,
                "wrong-kind",
                f"a record of '{fact.id}' is written as fields, not as {quoted(value)}",
                f"it has {', '.join(kind.fields)}",
            )
            return None
        fields: dict[str, State] = {}
        for name, written in value.items():
            if name not in kind.fields:
                self._problems.error(
                    at(name, place),
                    "unknown-field",
                    f"a record of '{fact.id}' has no field '{name}'",
                    did_you_mean(name, kind.fields),
                )
                continue
            field = kind.fields[name]
            state = self.state(f"{fact.id}: {name}", field, written, at(name, place))
            fields[str(name)] = UNKNOWN if state is None else state
        for name, field in kind.fields.items():
            sided = isinstance(field, Choice) and BOTH in field.options
            fields.setdefault(name, just(BOTH) if sided else UNKNOWN)
        return Record(fields)

    def _word(self, name: str, value: Any, words: tuple[str, ...], place: At) -> State | None:
        word = self._one_of(name, _json_word(value), words, place, "an answer to")
        return None if word is None else just(word)

    def _one_of(
        self, name: str, value: Any, words: tuple[str, ...], place: At, what: str
    ) -> str | None:
        if isinstance(value, str) and value in words:
            return str(value)
        near = nearest(value, words) if isinstance(value, str) else ""
        self._problems.error(
            place,
            "unknown-name" if isinstance(value, str) else "wrong-kind",
            f"{quoted(value)} is not {what} '{name}'",
            f"did you mean '{near}'?" if near else f"one of: {_listed(words)}",
        )
        return None

    def _choices(self, name: str, kind: Choices, value: Any, place: At) -> State | None:
        listed: list[Any] = [] if value == "none" else value
        if isinstance(value, str) and value != "none":
            listed = [value]
        if not isinstance(listed, list):
            self._problems.error(
                place,
                "wrong-kind",
                f"'{name}' is a list, not {quoted(value)}",
                f"write [{', '.join(kind.options[:2])}], or none",
            )
            return None
        sure: set[str] = set()
        perhaps: set[str] = set()
        for one in listed:
            if one == "unknown" and "unknown" not in kind.options:
                perhaps |= set(kind.options)
                continue
            word = self._one_of(name, one, kind.options, at(one, place), "a choice of")
            if word is None:
                return None
            sure.add(word)
            perhaps |= kind.meaning(word)
        # A name beside one of those it stands for adds nothing, and is not counted twice.
        sure -= {one for one in sure if kind.below.get(one, frozenset()) & sure}
        exact = {one for one in perhaps - sure if not kind.below.get(one)}
        return Members(frozenset(sure), frozenset(exact))

    def _number(self, name: str, kind: Number, value: Any, place: At) -> State | None:
        text = value.strip() if isinstance(value, str) else ""
        if kind.unit:
            text = text.removesuffix(kind.unit).strip()
        found = number(text)
        if found is None:
            unit = f" of {kind.unit}" if kind.unit else ""
            self._problems.error(
                place,
                "bad-number",
                f"{quoted(value)} is not a number{unit}, as '{name}' is",
                _number_hint(text, kind),
            )
            return None
        if not kind.low <= found <= kind.high:
            self._problems.error(
                place,
                "bad-number",
                f"'{value}' is implausible for '{name}'",
                f"it lies from {kind.low:g} to {kind.high:g} {kind.unit}".rstrip()
                + "; write 'unknown' where it was not measured",
            )
            return None
        return exactly(found)

    def _dated(self, name: str, kind: Date, value: Any, place: At) -> State | None:
        span = date_span(value) if isinstance(value, str) else None
        if span is None:
            self._problems.error(
                place,
                "bad-date",
                f"{quoted(value)} is not a date, as '{name}' is",
                "write it as 2026-11-22, 2026-11 or 2026",
            )
            return None
        if self._date is None:
            return span
        today = self._date.toordinal()
        if (kind.direction == "past" and span.low > today) or (
            kind.direction == "future" and span.high < today
        ):
            side = "after" if kind.direction == "past" else "before"
            self._problems.error(
                place,
                "wrong-side-of-date",
                f"'{value}' lies {side} the assessment, and '{name}' is in the {kind.direction}",
                f"the assessment is of {self._date}",
            )
            return None
        if kind.direction == "past":
            return Span(span.low, min(span.high, today))
        return Span(max(span.low, today), span.high) if kind.direction == "future" else span


def _is_unknown(value: Any, kind: Kind) -> bool:
    """`unknown` (and an empty or `null` answer) stands for no answer, unless the kind has it."""
    if value not in UNANSWERED:
        return False
    match kind:
        case Choice(options=options) | Choices(options=options):
            return value not in options
        case Grade(scale):
            return value not in scale.levels
    return True


def _json_word(value: Any) -> Any:
    """JSON has no other yes and no."""
    return {"true": "yes", "false": "no"}.get(value, value) if isinstance(value, str) else value


def _listed(words: Iterable[str]) -> str:
    """The words that may be written; the first of many."""
    known = [*dict.fromkeys(words), "unknown"]
    return ", ".join(known) if len(known) <= 13 else f"{', '.join(known[:12])}, ..."


def _number_hint(text: str, kind: Number) -> str:
    """How the number is written: with a point, and alone or in its own unit."""
    pointed = text.replace(",", ".")
    if number(pointed) is not None:
        return f"write {pointed}, with a point"
    if amount(text) is not None:
        return f"write the number alone{f', in {kind.unit}' if kind.unit else ''}"
    return f"write digits, from {kind.low:g} to {kind.high:g}"
