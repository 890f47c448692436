"""From the kind of an answer as written to the kind that everything reads."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.reading.linker import Basics
from poise.reading.naming import check_value, check_word
from poise.reading.scalars import number, quoted
from poise.reading.structure import validate
from poise.reading.written import KINDS, KindWritten
from poise.source import Block, at
from poise.taxonomy import Taxonomy
from poise.vocabulary import (
    BOTH,
    SIDES,
    Choice,
    Choices,
    Date,
    Grade,
    Kind,
    Number,
    Records,
    Scale,
    Text,
    YesNo,
)


class KindReader:
    """Reads kinds over the pack's scales. `unread` are scales that are declared but unreadable."""

    def __init__(
        self, scales: Mapping[str, Scale], unread: Collection[str], basics: Basics
    ) -> None:
        self._scales = scales
        self._unread = unread
        self._basics = basics
        self._problems: Collector = basics.problems

    def read(
        self,
        written: KindWritten,
        value: Any,
        noun: str,
        place: At,
        taxonomy: Taxonomy | None = None,
    ) -> Kind | None:
        """The kind, or None with a problem. Only with a taxonomy may it speak of products."""
        said = [name for name in KINDS if getattr(written, name) is not None]
        if len(said) != 1:
            self._problems.error(
                place,
                "missing-field" if not said else "forbidden-here",
                f"{noun} says no kind of answer"
                if not said
                else f"{noun} says {' and '.join(said)}",
                f"give it one of: {', '.join(KINDS)}" if not said else "keep one of them",
            )
            return None
        raw = value[said[0]]
        place = at(raw, place)
        match said[0]:
            case "grade":
                return self._grade(str(raw), place)
            case "number":
                return self._number(written, place)
            case "choice":
                return self._choice(raw, place)
            case "choices":
                return self._choices(raw, place)
            case "date":
                assert written.date is not None
                return Date(written.date)
            case "records":
                return self._records(raw, place, taxonomy)
        return self._answer(str(raw), place, taxonomy)

    def _answer(self, word: str, place: At, taxonomy: Taxonomy | None) -> Kind | None:
        if word == "text":
            return Text()
        if word == "yes_no":
            return YesNo()
        if taxonomy is None:
            self._problems.error(
                place, "forbidden-here", f"'{word}' is an answer of records only", "use 'choice:'"
            )
            return None
        if word == "side":
            return Choice((*SIDES, BOTH))
        return taxonomy.product_kind() if word == "product" else taxonomy.area_kind()

    def _grade(self, name: str, place: At) -> Kind | None:
        if name in self._scales:
            return Grade(self._scales[name])
        if name not in self._unread:
            self._problems.error(
                place, "unknown-name", f"'{name}' is not a scale", did_you_mean(name, self._scales)
            )
        return None

    def _number(self, written: KindWritten, place: At) -> Kind | None:
        assert written.number is not None
        span = written.number
        if span.from_ >= span.to:
            self._problems.error(
                place,
                "bad-number",
                f"the range runs from {span.from_:g} to {span.to:g}",
                "'from' is the least that is plausible, 'to' the most",
            )
            return None
        return Number(span.unit, span.from_, span.to)

    def _choice(self, value: Any, place: At) -> Kind | None:
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            self._check_words([(str(one), at(one, place)) for one in value])
            return Choice(tuple(str(one) for one in value))
        self._problems.error(
            place,
            "wrong-kind",
            f"'choice' takes a list of words, not {quoted(value)}",
            "such as [rarely, often]",
        )
        return None

    def _choices(self, value: Any, place: At) -> Kind | None:
        """A list, or a tree of names."""
        below: dict[str, frozenset[str]] = {}
        names = _tree(value, below, place)
        if not names or isinstance(value, str):
            self._problems.error(
                place,
                "wrong-kind",
                f"'choices' takes a list of words, or a tree of them, not {quoted(value)}",
                "such as [a, b], or {kind: [a, b]}",
            )
            return None
        self._check_words(names)
        for name, spot in names:
            if name == "none":
                self._problems.error(
                    spot,
                    "bad-name",
                    "a choice cannot be called 'none' where several may hold",
                    "leave it out: an empty list already says so",
                )
        return Choices(tuple(name for name, _ in names), below)

    def _check_words(self, words: list[tuple[str, At]]) -> None:
        seen: set[str] = set()
        for word, place in words:
            if word in seen:
                self._problems.error(
                    place, "duplicate-id", f"the choice '{word}' is named twice", "keep one"
                )
            check_value(word, "a choice", place, self._problems)
            seen.add(word)

    def _records(self, value: Any, place: At, taxonomy: Taxonomy | None) -> Kind | None:
        fields = {}
        for name, field in value.items():
            spot = at(name, place)
            noun = f"the field '{name}'"
            check_word(name, "a field", spot, self._problems)
            written = validate(KindWritten, field, self._basics, self._problems, spot, noun)
            kind = None if written is None else self.read(written, field, noun, spot, taxonomy)
            if isinstance(kind, Records):
                self._problems.error(
                    spot, "forbidden-here", "a record cannot hold records", "flatten them"
                )
            elif kind is not None:
                fields[str(name)] = kind
        return Records(fields) if len(fields) == len(value) else None


def _tree(value: Any, below: dict[str, frozenset[str]], place: At) -> list[tuple[str, At]]:
    """All names of a tree of choices; `below` is given those under each parent."""
    if isinstance(value, Block):
        names: list[tuple[str, At]] = []
        for parent, children in sorted(value.items()):  # how keys are ordered changes nothing
            inner = _tree(children, below, place) if children else []
            below[str(parent)] = frozenset(name for name, _ in inner)
            names += [(str(parent), at(parent, place)), *inner]
        return names
    if isinstance(value, list):
        return [found for one in value for found in _tree(one, below, place)]
    return [(str(value), at(value, place))] if isinstance(value, str) and value else []


def suits(kind: Kind, value: Any) -> bool:
    """Whether a card may say this of an attribute of such a kind."""
    if not isinstance(value, str):
        return False
    if isinstance(kind, Number):
        found = number(value)
        return found is not None and kind.low <= found <= kind.high
    return value in words(kind)


def words(kind: Kind) -> tuple[str, ...]:
    """The words that a kind offers."""
    match kind:
        case YesNo():
            return ("yes", "no")
        case Grade(scale):
            return scale.levels
        case Choice(options=options) | Choices(options=options):
            return options
    return ()
