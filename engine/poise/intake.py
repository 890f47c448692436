"""Walks an assessment's fields, nested or dotted, and gathers what they answer."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from poise.answers import UNANSWERED, AnswerReader, Record
from poise.placed import Block, Scalar, at
from poise.problems import At, Collector, did_you_mean
from poise.reading.scalars import quoted
from poise.requests import Request, RequestReader
from poise.taxonomy import Taxonomy
from poise.values import State
from poise.vocabulary import GOALS, Fact, Records, Text, Vocabulary, ground_name

SCREENED = "nothing_to_report"
OWN = ("title", "date", "requests")
"""What an assessment says besides facts."""


class Intake:
    """Reads one file. `only` is the one group of facts that a clinic file may keep."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        taxonomy: Taxonomy,
        date: datetime.date | None,
        problems: Collector,
        only: str = "",
    ) -> None:
        self._vocabulary = vocabulary
        self._answers = AnswerReader(date, problems)
        self._request_reader = RequestReader(taxonomy, problems)
        self._problems = problems
        self._only = only
        self._groups = _beginnings(vocabulary.facts) | set(vocabulary.groups)
        self._nested = self._groups | _beginnings([*vocabulary.measures, *vocabulary.findings])
        self._rest: dict[str, tuple[Fact, Any, At]] = {}
        self.places: dict[str, At] = {}
        """Where each fact that was given stands."""
        self.states: dict[str, State] = {}
        self.records: dict[str, tuple[Record, ...]] = {}
        self.requests: tuple[Request, ...] = ()
        self.goals: tuple[str, ...] = ()
        self.screened: set[str] = set()
        self.texts: dict[str, str] = {}
        self.title = ""

    def read(self, value: Block) -> None:
        """Read all fields; what is said of "elsewhere" or of a whole group comes last, so that
        the order of fields changes nothing."""
        for key, written in value.items():
            place = at(key, value.at)
            if key == "title":
                self.title = self._text("title", written, place)
            elif key == "requests" and not self._only:
                self.requests = self._request_reader.read(written, place)
            elif key != "date":
                self._field(str(key), written, place)
        for fact, written, place in self._rest.values():
            every = self._vocabulary.places(fact.each)
            rest = [where for where in every if ground_name(fact.id, where) not in self.places]
            for where in rest:
                self._answer(fact, where, written, place)
            if not rest:  # said of nobody, and read all the same: a mistake in it is one
                self._answers.state(fact.id, fact.kind, written, place)
        for group in self.screened:
            self._fill(group)

    def _field(self, name: str, value: Any, place: At) -> None:
        if self._only and name.split(".", 1)[0] != self._only:
            self._problems.error(
                place,
                "forbidden-here",
                f"'{name}' does not belong in a clinic file",
                f"a clinic file keeps '{self._only}.*' facts; put this into the assessment",
            )
            return
        fact = self._vocabulary.facts.get(name)
        if fact is not None:
            self._fact(fact, value, place)
        elif name in (self._nested if isinstance(value, Block) else self._groups):
            self._group(name, value, place)
        else:
            self._placed_or_unknown(name, value, place)

    def _group(self, name: str, value: Any, place: At) -> None:
        if isinstance(value, Block):
            for key, inner in value.items():
                self._field(f"{name}.{key}", inner, at(key, place))
            return
        group = self._vocabulary.groups.get(name)
        screened = group is not None and group.screened
        if value == SCREENED and screened:
            self.screened.add(name)
        elif value == SCREENED:
            self._problems.error(
                at(value, place),
                "group-not-screened",
                f"'{name}' cannot be answered in one word",
                "answer its facts one by one",
            )
        elif value not in UNANSWERED:
            self._problems.error(
                at(value, place),
                "unknown-name",
                f"'{name}' is a group of facts, and {quoted(value)} does not answer it",
                f"write its facts below it{f', or {SCREENED!r}' if screened else ''}",
            )

    def _placed_or_unknown(self, name: str, value: Any, place: At) -> None:
        """A fact with its side or area in its name; anything else is a mistake."""
        owner, where = self._vocabulary.split(name)
        fact = self._vocabulary.facts.get(owner)
        if fact is not None and fact.each is not None:
            placed = Block.new(place)
            placed[Scalar.new(where or "", place)] = value
            self._fact(fact, placed, place)
            return
        if fact is not None:
            message = f"'{name}' is nothing that this pack asks for"
            hint = f"'{owner}' is recorded once, not per side or area"
        elif self._vocabulary.get(owner) is not None:
            message = f"'{name}' is worked out by the pack, and cannot be recorded"
            hint = "record the facts that it rests on"
        else:
            message = f"'{name}' is nothing that this pack asks for"
            hint = did_you_mean(name, [*self._vocabulary.facts, *self._groups, *OWN])
        self._problems.error(place, "unknown-name", message, hint)

    def _fact(self, fact: Fact, value: Any, place: At) -> None:
        if isinstance(fact.kind, Records):
            self._list(fact, value, place)
        elif fact.each is None:
            self._answer(fact, None, value, place)
        else:
            for where, written, spot in self._spread(fact, value, place):
                self._answer(fact, where, written, spot)

    def _list(self, fact: Fact, value: Any, place: At) -> None:
        if not self._first(fact.id, place) or value in UNANSWERED:
            return
        records = self._answers.records(fact, value, place)
        if records is not None:
            self.records[fact.id] = records

    def _answer(self, fact: Fact, where: str | None, value: Any, place: At) -> None:
        name = ground_name(fact.id, where)
        if not self._first(name, place):
            return
        if isinstance(fact.kind, Text):
            if value not in UNANSWERED:
                self.texts[name] = self._text(name, value, place)
            return
        state = self._answers.state(name, fact.kind, value, place)
        if state is None:
            return
        self.states[name] = state
        if fact.id == GOALS:
            ranked = value if isinstance(value, list) else [value]
            wishes = (one for one in ranked if one in self._vocabulary.goals)
            self.goals = tuple(dict.fromkeys(str(one) for one in wishes))

    def _text(self, name: str, value: Any, place: At) -> str:
        if not isinstance(value, str):
            self._problems.error(
                at(value, place),
                "wrong-kind",
                f"'{name}' is text, not {quoted(value)}",
                "quote it, or write it as a block with '>'",
            )
            return ""
        return str(value)

    def _first(self, name: str, place: At) -> bool:
        """Whether a fact is given here for the first time; a second time is a mistake."""
        first = self.places.setdefault(name, place)
        if first is place:
            return True
        self._problems.error(
            place,
            "given-twice",
            f"'{name}' is given twice",
            f"the first stands in line {first.line}; keep one"
            if first.line
            else "it is given nested and dotted; keep one",
        )
        return False

    def _spread(self, fact: Fact, value: Any, place: At) -> Iterator[tuple[str, Any, At]]:
        """The sides or areas of an answer: `{left: ..}`, `{both: ..}`, `{lips: .., elsewhere: ..}`.

        What is said of the rest is kept for later, when it is known what the rest is.
        """
        places = self._vocabulary.places(fact.each)
        rest = "both" if fact.each == "side" else "elsewhere"
        if value in UNANSWERED:
            self._rest.setdefault(fact.id, (fact, value, place))
            return
        if not isinstance(value, Block):
            first = places[0] if places else "AREA"
            shown = value if isinstance(value, str) else "..."
            self._problems.error(
                at(value, place),
                "bare-side",
                f"'{fact.id}' is recorded per {fact.each}, and {quoted(value)} does not say which",
                f"write {{{first}: {shown}, ...}}, or {{{rest}: {shown}}} for all",
            )
            return
        for key, written in value.items():
            spot = at(key, place)
            if key in places:
                yield str(key), written, spot
            elif key in (rest, "elsewhere"):
                if self._first(f"{fact.id}.{rest}", spot):
                    self._rest[fact.id] = (fact, written, spot)
            else:
                self._problems.error(
                    spot,
                    "unknown-name",
                    f"'{key}' is not a{'n area' if fact.each == 'area' else ' side'} "
                    f"of '{fact.id}'",
                    did_you_mean(key, (*places, rest)),
                )

    def _fill(self, group: str) -> None:
        """Each fact of a screened group that was not answered has its normal value."""
        for fact in self._vocabulary.facts.values():
            if fact.group != group or fact.normal is None:
                continue
            if isinstance(fact.kind, Records):
                if fact.id not in self.places:
                    self.records[fact.id] = ()
                continue
            normal: Any = list(fact.normal) if isinstance(fact.normal, tuple) else fact.normal
            for where in self._vocabulary.places(fact.each) or (None,):
                name = ground_name(fact.id, where)
                state = self._answers.state(name, fact.kind, normal, At("vocabulary"))
                if name not in self.places and state is not None:
                    self.states[name] = state


def _beginnings(names: Iterable[str]) -> set[str]:
    """All that dotted names begin with: what facts may be nested under."""
    return {
        ".".join(parts[:length])
        for parts in (name.split(".") for name in names)
        for length in range(1, len(parts))
    }
