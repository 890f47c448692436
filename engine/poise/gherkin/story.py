"""The story of one scenario: what is recorded of the patient before the plan is drawn up.

A story never changes; each step returns the next one. Answers are kept flat, one entry a fact, so
that a later step overrides what a file or a table said before.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from poise.conditions import Duration
from poise.durations import later
from poise.gherkin.failures import StepError, problem_lines
from poise.gherkin.words import Placed, Words
from poise.placed import Block
from poise.problems import Collector
from poise.source import parse, read
from poise.vocabulary import Choice, Choices, Grade, Kind, Records, YesNo

UNKNOWN = "unknown"
NOT_KNOWN = ("not known", UNKNOWN, "not answered")
BESIDE = ("", "assessments", "examples", "examples/assessments")
DATE, REQUESTS = "date", "requests"


@dataclass(frozen=True, slots=True)
class Story:
    """What is recorded so far: answers by the name of their fact or group, and requests."""

    words: Words
    folder: Path
    """Where the feature stands: files are looked for from here upwards."""
    answers: Mapping[str, Any] = field(default_factory=dict)
    requests: tuple[Any, ...] = ()
    clinic: Path | None = None

    def dated(self, date: str) -> Story:
        return replace(self, answers={**self.answers, DATE: date})

    @property
    def date(self) -> datetime.date:
        """The assessment's day; where none is said, the day on which the pack was released."""
        written = str(self.answers.get(DATE, self.words.pack.head.released))
        try:
            return datetime.date.fromisoformat(written)
        except ValueError:
            raise StepError(f"'{written}' is not a day; write it as 2026-11-22") from None

    def clinic_answers(self) -> Mapping[str, Any]:
        """What the clinic file says, one entry a fact."""
        return {} if self.clinic is None else _told(self.clinic, self.clinic.name, self.words)

    def assessment(self) -> dict[str, Any]:
        """The whole of it, as the engine reads it."""
        recorded = {DATE: str(self.words.pack.head.released), **self.answers}
        return {**recorded, REQUESTS: list(self.requests)} if self.requests else recorded

    def file(self, name: str) -> Path:
        """A file, from the feature's folder upwards."""
        known = self.words.found
        found = known.get((self.folder, name)) or file_above(self.folder, name)
        if found is not None:
            known[self.folder, name] = found
            return found
        raise StepError(
            f"there is no file '{name}' in the feature's folder or above it",
            ("it is looked for there, and there in 'assessments' and 'examples/assessments'",),
        )

    def told_in(self, name: str) -> Story:
        """The story that a file tells, in place of all that was recorded."""
        flat = dict(_told(self.file(name), name, self.words))
        requests = flat.pop(REQUESTS, ())
        listed = tuple(requests) if isinstance(requests, list) else ()
        return replace(self, answers=flat, requests=listed)

    def answered(self, written: str, value: str) -> Story:
        """The story with one answer more, or otherwise."""
        if written == DATE:
            return self.dated(value)
        if written in self.words.pack.vocabulary.groups and not self.words.is_fact(written):
            return self._screened(written, value)
        fact = self.words.fact(written)
        read_value = self._value(fact.name, written, value)
        if read_value == UNKNOWN and self._left_out(fact):
            kept = {name: one for name, one in self.answers.items() if name != fact.name}
            return replace(self, answers=kept)
        if fact.places and not isinstance(read_value, dict):
            read_value = self._placed(fact, read_value)
        return replace(self, answers={**self.answers, fact.name: read_value})

    def _left_out(self, fact: Placed) -> bool:
        """Whether a fact is not known where it is left out: all of it, and not screened."""
        vocabulary = self.words.pack.vocabulary
        declared = vocabulary.facts[fact.name]
        everywhere = set(fact.places) == set(vocabulary.places(declared.each))
        return everywhere and declared.group not in self.answers

    def _screened(self, group: str, value: str) -> Story:
        """A group answered in one word; or not known, and with it each of its facts."""
        if value not in NOT_KNOWN:
            return replace(self, answers={**self.answers, group: value})
        kept = {
            name: answer
            for name, answer in self.answers.items()
            if name != group and not name.startswith(f"{group}.")
        }
        return replace(self, answers=kept)

    def _placed(self, fact: Placed, value: Any) -> dict[str, Any]:
        """One answer at some places beside those that stand at the others."""
        earlier = self.answers.get(fact.name, {})
        kept = dict(earlier) if isinstance(earlier, dict) else {}
        return {**kept, **dict.fromkeys(fact.places, value)}

    def _value(self, name: str, written: str, value: str) -> Any:
        """An answer as written in an assessment; words with spaces may stand for a name."""
        kind = self.words.pack.vocabulary.facts[name].kind
        said = _named(value.strip().strip('"'), kind)
        if said in NOT_KNOWN:
            return UNKNOWN
        if not said:
            raise StepError(f"'{written}' has no value here; write 'not known' where it is open")
        if isinstance(kind, Grade | Choice | YesNo) and re.fullmatch(r"[\w' -]+", said):
            return said
        problems = Collector()
        found = parse(said, written, problems)
        if found is None or problems.errors:
            raise StepError(
                f"'{value}' cannot be read as an answer to '{written}'",
                problem_lines(problems.sorted()),
            )
        return found

    # --- records -----------------------------------------------------------------------------

    def recorded(self, name: str, records: list[dict[str, str]]) -> Story:
        """The story with records added to those that a fact already holds."""
        if not isinstance(self.words.pack.vocabulary.facts[name].kind, Records):
            raise StepError(f"'{name}' is a single answer, not a list of records")
        earlier = self.answers.get(name)
        listed = list(earlier) if isinstance(earlier, list) else []
        cells = [{key: _cell(value, name) for key, value in one.items()} for one in records]
        return replace(self, answers={**self.answers, name: [*listed, *cells]})

    def treatments(self) -> str:
        """The fact that holds the records of earlier treatments."""
        found = self.words.pack.ground.treatments
        if len(found) == 1:
            return found[0]
        many = f"this pack keeps them in {', '.join(found)}: list the records of one of these"
        none = "this pack has no fact whose records hold a product and an area"
        raise StepError("an earlier treatment cannot be recorded", (many if found else none,))

    def when(self, written: str) -> str:
        """A day as a record writes it; empty where it is not known."""
        ago = re.fullmatch(r"(\d+) (day|week|month|year)s? ago", written)
        if ago:
            length = Duration(int(ago[1]), f"{ago[2]}s")  # type: ignore[arg-type]
            return later(self.date, length, -1).isoformat()
        return written.partition(" ")[2] if written[:2] in ("on", "in") else ""


def _named(said: str, kind: Kind) -> str:
    """An answer with the names of its values, where words with spaces stand for them."""
    match kind:
        case Grade():
            known = frozenset(kind.scale.levels)
        case Choice() | Choices():
            known = frozenset((*kind.options, *kind.below))
        case _:
            return said

    def name(found: re.Match[str]) -> str:
        joined = re.sub("[ -]", "_", found[0]).lower()
        return joined if joined in known else found[0]

    return re.sub(r"\w[\w' -]*\w", name, said)


def file_above(folder: Path, name: str) -> Path | None:
    """A file that a feature names, from the feature's folder upwards."""
    every = (above / beside / name for above in (folder, *folder.parents) for beside in BESIDE)
    return next((one for one in every if one.is_file()), None)


def _told(path: Path, name: str, words: Words) -> Mapping[str, Any]:
    """What a file answers, one entry a fact."""
    stamp = path, path.stat().st_mtime_ns
    if stamp not in words.files:
        problems = Collector()
        value = read(path, name, problems)
        if not isinstance(value, Block):
            raise StepError(f"'{name}' is not an assessment", problem_lines(problems.sorted()))
        words.files[stamp] = dict(_flat(value, words))
    return words.files[stamp]


def _flat(value: Block, words: Words) -> Iterator[tuple[str, Any]]:
    """A file's answers, one entry a fact; what is no fact stays as it is, and is reported later."""
    vocabulary = words.pack.vocabulary

    def walk(name: str, written: Any) -> Iterator[tuple[str, Any]]:
        nested = name in words.prefixes and name not in vocabulary.facts
        if nested and isinstance(written, Block):
            for key, inner in written.items():
                yield from walk(f"{name}.{key}", inner)
            return
        owner, place = vocabulary.split(name)
        if owner != name and owner in vocabulary.facts and place:
            yield owner, {place: written}
        else:
            yield name, written

    merged: dict[str, Any] = {}
    for key, written in value.items():
        for name, answer in walk(str(key), written):
            earlier = merged.get(name)
            both = isinstance(earlier, dict) and isinstance(answer, dict)
            merged[name] = {**earlier, **answer} if both and earlier else answer
    yield from merged.items()


def _cell(value: str, name: str) -> Any:
    """What a cell of a table of records holds; what is no YAML is the text that it is."""
    found = parse(value, name, Collector())
    return value if found is None else found
