"""An assessment: what a clinician recorded of one patient, or located problems.

Given nested or dotted, from a file or from a program. Missing facts are no problem: they are the
plan's questions. A wrong one is, and then nothing is planned.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from poise.answers import Record
from poise.canonical import digest
from poise.intake import SCREENED, Intake
from poise.placed import Block, Value, at
from poise.problems import At, Collector, TooManyProblemsError
from poise.reading.scalars import dates, quoted
from poise.requests import Request
from poise.taxonomy import Taxonomy
from poise.values import UNKNOWN, State
from poise.vocabulary import Vocabulary

__all__ = ["SCREENED", "Assessment", "Request", "read_assessment"]

SETTING = "setting"
"""The group of facts that a clinic file keeps."""


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
    texts: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, At] = field(default_factory=dict, compare=False, repr=False)
    """Where each fact was written, for messages."""
    from_clinic: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Facts that only the clinic file tells."""

    def without(self, names: Collection[str]) -> Assessment:
        """The same without some facts."""
        return replace(
            self,
            states={name: state for name, state in self.states.items() if name not in names},
            records={name: listed for name, listed in self.records.items() if name not in names},
        )

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
    """Read an assessment, joined with a clinic file; None where it cannot be read far enough."""
    place = at(value, At("assessment"))
    if not isinstance(value, Block):
        problems.error(
            place,
            "wrong-kind",
            f"an assessment is written as fields, and this is {quoted(value)}",
            "begin with 'date: ...', and write one fact a line",
        )
        return None
    with suppress(TooManyProblemsError):
        date = _date(value, place, problems)
        own = Intake(vocabulary, taxonomy, date, problems)
        own.read(value)
        if date is None:
            return None
        return _joined(_assessment(own, date), clinic, vocabulary, taxonomy, problems)
    return None


def _assessment(read: Intake, date: datetime.date) -> Assessment:
    return Assessment(
        date=date,
        states=dict(sorted(read.states.items())),
        records=dict(sorted(read.records.items())),
        requests=read.requests,
        goals=read.goals,
        screened=tuple(sorted(read.screened)),
        title=read.title,
        texts=dict(sorted(read.texts.items())),
        places=read.places,
    )


def _joined(
    own: Assessment,
    clinic: Value | None,
    vocabulary: Vocabulary,
    taxonomy: Taxonomy,
    problems: Collector,
) -> Assessment:
    """With the facts that the clinic keeps once; where both speak, the assessment wins."""
    if clinic is None:
        return own
    if not isinstance(clinic, Block):
        problems.error(
            at(clinic, At("clinic")),
            "wrong-kind",
            f"a clinic file is written as fields, and this is {quoted(clinic)}",
            f"write one '{SETTING}.*' fact a line",
        )
        return own
    kept = Intake(vocabulary, taxonomy, own.date, problems, only=SETTING)
    kept.read(clinic)
    said = {name: state for name, state in own.states.items() if state is not UNKNOWN}
    return replace(
        own,
        states=dict(sorted({**own.states, **kept.states, **said}.items())),
        records=dict(sorted({**kept.records, **own.records}.items())),
        texts={**kept.texts, **own.texts},
        places={**kept.places, **own.places},
        from_clinic=frozenset({*kept.states, *kept.records} - own.places.keys()),
    )


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
            "write it as year-month-day, such as 2026-11-22",
        )
        return None
    return found[0]
