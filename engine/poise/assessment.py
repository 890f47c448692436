"""An assessment: what a clinician recorded of one patient, or located problems.

Given nested or dotted, from a file or from a program. Missing facts are no problem: they are the
plan's questions. A wrong one is, and then nothing is planned.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from poise.answers import AnswerReader, Record
from poise.canonical import digest
from poise.problems import At, Collector, did_you_mean
from poise.reading.names import GOALS, Taxonomy
from poise.reading.scalars import amount, dates, quoted
from poise.source import Block, Scalar, Value, at
from poise.values import UNKNOWN, State
from poise.vocabulary import Choices, Fact, Records, Text, Vocabulary, ground_name

SCREENED = "nothing_to_report"
SETTING = "setting"
"""The group of facts that a clinic file keeps."""
OWN = ("title", "date", "requests")


@dataclass(frozen=True, slots=True)
class Request:
    """What the patient asks for by name; answered by itself on the plan."""

    product: str
    area: str
    side: str = ""
    goal: str = ""
    amount: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was recorded, by ground name. A fact that is not in `states` was not answered."""

    date: datetime.date
    states: Mapping[str, State]
    records: Mapping[str, tuple[Record, ...]]
    requests: tuple[Request, ...] = ()
    goals: tuple[str, ...] = ()
    """In the patient's own order."""
    screened: tuple[str, ...] = ()
    """Groups that were answered in one word."""
    title: str = ""
    texts: Mapping[str, str] = None  # type: ignore[assignment]

    @property
    def digest(self) -> str:
        """Of all that was recorded; title and free text stand outside."""
        recorded = {name: state for name, state in self.states.items() if state is not UNKNOWN}
        records = {
            name: frozenset((index, digest(one)) for index, one in enumerate(_in_order(listed)))
            for name, listed in self.records.items()
        }
        parts = (self.date, recorded, records, self.requests, self.goals, self.screened)
        return digest(parts)


def _in_order(records: tuple[Record, ...]) -> list[Record]:
    """Records in an order that does not depend on how they were listed."""
    return sorted(records, key=digest)


def read_assessment(
    value: Value,
    vocabulary: Vocabulary,
    taxonomy: Taxonomy,
    problems: Collector,
    clinic: Value | None = None,
) -> Assessment | None:
    """Read an assessment, joined with a clinic file; None where its date cannot be read."""
    place = at(value, At("assessment"))
    if not isinstance(value, Block):
        problems.error(
            place, "wrong-kind", f"an assessment is a mapping, and this is {quoted(value)}"
        )
        return None
    date = _date(value, place, problems)
    if date is None:
        return None
    reader = _Reader(vocabulary, taxonomy, AnswerReader(date, problems), problems)
    reader.read(value)
    own = reader.finished(date)
    if clinic is None:
        return own
    clinic_reader = _Reader(
        vocabulary, taxonomy, AnswerReader(date, problems), problems, only=SETTING
    )
    if isinstance(clinic, Block):
        clinic_reader.read(clinic)
    else:
        problems.error(at(clinic, place), "wrong-kind", "a clinic file is a mapping of facts")
    states = {**clinic_reader.finished(date).states, **own.states}
    return replace(own, states=states)


def _date(value: Block, place: At, problems: Collector) -> datetime.date | None:
    written = value.get("date")
    if written is None:
        problems.error(
            place,
            "missing-field",
            "the assessment does not say its 'date'",
            "add the day of the assessment, such as 'date: 2026-11-22'",
        )
        return None
    found = dates(written) if isinstance(written, str) else None
    if found is None or found[0] != found[1]:
        problems.error(
            at(written, place),
            "bad-date",
            f"{quoted(written)} is not a day",
            "write it as 2026-11-22",
        )
        return None
    return found[0]


class _Reader:
    """Walks one file's fields, nested or dotted, and gathers what they answer."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        taxonomy: Taxonomy,
        answers: AnswerReader,
        problems: Collector,
        only: str = "",
    ) -> None:
        self._vocabulary = vocabulary
        self._taxonomy = taxonomy
        self._answers = answers
        self._problems = problems
        self._only = only
        self._states: dict[str, State] = {}
        self._given: dict[str, At] = {}
        self._records: dict[str, tuple[Record, ...]] = {}
        self._requests: list[Request] = []
        self._goals: tuple[str, ...] = ()
        self._screened: list[str] = []
        self._texts: dict[str, str] = {}
        self._title = ""

    def read(self, value: Block) -> None:
        for key, written in value.items():
            match key:
                case "title":
                    self._title = str(written)
                case "date":
                    continue
                case "requests" if not self._only:
                    self._read_requests(written, at(written, key.at))
                case _:
                    self._read(str(key), written, key.at)

    def finished(self, date: datetime.date) -> Assessment:
        self._fill_screened()
        return Assessment(
            date=date,
            states=dict(sorted(self._states.items())),
            records=dict(sorted(self._records.items())),
            requests=tuple(self._requests),
            goals=self._goals,
            screened=tuple(sorted(self._screened)),
            title=self._title,
            texts=self._texts,
        )

    def _read(self, name: str, value: Any, place: At) -> None:
        group = name.split(".", 1)[0]
        if self._only and group != self._only:
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
        elif value == SCREENED and name in self._vocabulary.groups:
            self._screen(name, place)
        elif self._prefixes(name) and isinstance(value, Block):
            for key, inner in value.items():
                self._read(f"{name}.{key}", inner, key.at)
        else:
            self._placed_or_unknown(name, value, place)

    def _prefixes(self, name: str) -> bool:
        return any(fact.startswith(f"{name}.") for fact in self._vocabulary.facts)

    def _placed_or_unknown(self, name: str, value: Any, place: At) -> None:
        """A fact with its side or area in its name; anything else is a mistake."""
        owner, where = self._vocabulary.split(name)
        fact = self._vocabulary.facts.get(owner)
        if fact is not None and fact.each is not None:
            self._fact(fact, Block({Scalar.new(where or "", place): value}), place)
            return
        computed = self._vocabulary.measures.get(name) or self._vocabulary.findings.get(name)
        if computed is not None:
            message = f"'{name}' is worked out by the pack, and cannot be recorded"
            hint = "record the facts that it rests on"
        elif self._prefixes(name):
            message = f"'{name}' is a group of facts, and {quoted(value)} does not answer it"
            screened = getattr(self._vocabulary.groups.get(name), "screened", False)
            hint = f"write its facts below it{f', or {SCREENED!r}' if screened else ''}"
        else:
            message = f"'{name}' is nothing that this pack asks for"
            known = [*self._vocabulary.facts, *self._vocabulary.groups, *OWN]
            hint = did_you_mean(name, known)
        self._problems.error(place, "unknown-name", message, hint)

    def _screen(self, name: str, place: At) -> None:
        if self._vocabulary.groups[name].screened:
            self._screened.append(name)
            return
        self._problems.error(
            place,
            "group-not-screened",
            f"'{name}' cannot be answered in one word",
            "answer its facts one by one",
        )

    def _fact(self, fact: Fact, value: Any, place: At) -> None:
        if isinstance(fact.kind, Text):
            self._texts[fact.id] = str(value)
        elif isinstance(fact.kind, Records):
            self._list(fact, value, place)
        elif fact.each is None:
            self._answer(fact, None, value, place)
        else:
            for where, written, spot in self._spread(fact, value, place):
                self._answer(fact, where, written, spot)

    def _list(self, fact: Fact, value: Any, place: At) -> None:
        if not self._first(fact.id, place) or value in ("unknown", "null", ""):
            return
        records = self._answers.records(fact, value, place)
        if records is not None:
            self._records[fact.id] = records

    def _answer(self, fact: Fact, where: str | None, value: Any, place: At) -> None:
        name = ground_name(fact.id, where)
        if not self._first(name, place):
            return
        state = self._answers.state(name, fact.kind, value, place)
        if state is None:
            return
        self._states[name] = state
        if fact.id == GOALS and isinstance(fact.kind, Choices) and isinstance(value, list):
            self._goals = tuple(dict.fromkeys(str(one) for one in value if one != "unknown"))

    def _first(self, name: str, place: At) -> bool:
        """Whether a fact is given here for the first time; a second time is a mistake."""
        if name not in self._given:
            self._given[name] = place
            return True
        first = self._given[name]
        self._problems.error(
            place,
            "given-twice",
            f"'{name}' is given twice",
            f"the first stands in line {first.line}; keep one" if first.line else "keep one",
        )
        return False

    def _spread(self, fact: Fact, value: Any, place: At) -> Iterator[tuple[str, Any, At]]:
        """The sides or areas of an answer: `{left: ..}`, `{both: ..}`, `{lips: .., elsewhere: ..}`."""
        places = self._vocabulary.places(fact.each)
        rest = "both" if fact.each == "side" else "elsewhere"
        if value in ("unknown", "null", ""):
            return
        if not isinstance(value, dict):
            first = places[0] if places else "area"
            self._problems.error(
                at(value, place),
                "bare-side",
                f"'{fact.id}' is recorded per {fact.each}, and {quoted(value)} does not say which",
                f"write {{{first}: {value}, ...}}, or {{{rest}: {value}}} for all"
                if isinstance(value, str)
                else f"write {{{first}: ..., {rest}: ...}}",
            )
            return
        for key, written in value.items():
            spot = at(key, place)
            if key in places:
                yield str(key), written, spot
            elif key in (rest, "elsewhere"):
                said = {str(one) for one in value}
                already = {one for one in places if ground_name(fact.id, one) in self._given}
                for one in places:
                    if one not in said and one not in already:
                        yield one, written, spot
            else:
                self._problems.error(
                    spot,
                    "unknown-name",
                    f"'{key}' is not a{'n area' if fact.each == 'area' else ' side'} "
                    f"of '{fact.id}'",
                    did_you_mean(str(key), (*places, rest)),
                )

    def _fill_screened(self) -> None:
        """Each fact of a screened group that was not answered has its normal value."""
        for group in self._screened:
            for fact in self._vocabulary.facts.values():
                if fact.group != group or fact.normal is None:
                    continue
                if isinstance(fact.kind, Records):
                    if fact.id not in self._given:
                        self._records.setdefault(fact.id, ())
                    continue
                normal: Any = list(fact.normal) if isinstance(fact.normal, tuple) else fact.normal
                for where in self._vocabulary.places(fact.each) or (None,):
                    name = ground_name(fact.id, where)
                    if name not in self._given:
                        state = self._answers.state(name, fact.kind, normal, At("vocabulary"))
                        if state is not None:
                            self._states[name] = state

    def _read_requests(self, value: Any, place: At) -> None:
        if value == "none":
            return
        if not isinstance(value, list):
            self._problems.error(
                place,
                "wrong-kind",
                f"'requests' is a list, not {quoted(value)}",
                "begin each request with '- ', such as '- {product: .., area: ..}'",
            )
            return
        for one in value:
            request = self._request(one, at(one, place))
            if request is not None:
                self._requests.append(request)

    def _request(self, value: Any, place: At) -> Request | None:
        allowed = ("product", "area", "side", "for", "amount")
        if not isinstance(value, Block):
            self._problems.error(
                place,
                "wrong-kind",
                f"a request is written as fields, not as {quoted(value)}",
                "such as {product: .., area: .., for: ..}",
            )
            return None
        for key in value:
            if key not in allowed:
                self._problems.error(
                    key.at, "unknown-field", f"a request has no field '{key}'",
                    did_you_mean(key, allowed),
                )  # fmt: skip
        requestable = [
            name
            for name in self._taxonomy.product_names()
            if any(
                not self._taxonomy.products[leaf].recorded_only
                for leaf in self._taxonomy.leaves(name)
            )
        ]
        product = self._requested(value, "product", requestable, place)
        area = self._requested(value, "area", self._taxonomy.areas, place)
        side = self._requested(value, "side", ("left", "right", "both"), place)
        goal = self._requested(value, "for", self._taxonomy.goals, place)
        if product is None or area is None or side is None or goal is None:
            return None
        size, unit = self._amount(value, place)
        return Request(product, area, "" if side == "both" else side, goal, size, unit)

    def _requested(self, value: Block, key: str, known: Any, place: At) -> str | None:
        required = key in ("product", "area")
        if key not in value:
            if required:
                self._problems.error(
                    place, "missing-field", f"a request does not say its '{key}'", f"add '{key}:'"
                )
            return None if required else ""
        written = value[key]
        if isinstance(written, str) and written in tuple(known):
            return str(written)
        self._problems.error(
            at(written, place),
            "unknown-name",
            f"{quoted(written)} is nothing that a request's '{key}' can be",
            did_you_mean(str(written), known),
        )
        return None

    def _amount(self, value: Block, place: At) -> tuple[float | None, str]:
        written = value.get("amount")
        if written is None:
            return None, ""
        found = amount(written) if isinstance(written, str) else None
        if found is None or not 0 < found[0] <= 1_000:
            self._problems.error(
                at(written, place),
                "bad-number",
                f"{quoted(written)} is not an amount",
                "write it with its unit, such as '2 mL'",
            )
            return None, ""
        return found
