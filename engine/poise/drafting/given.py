"""What an assessment says otherwise than its base, as the steps of a feature."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from poise.answers import Record
from poise.assessment import Assessment
from poise.conditions import Duration
from poise.drafting.bases import Base, Written, small
from poise.drafting.nearest import differing
from poise.durations import later
from poise.gherkin.failures import StepError
from poise.gherkin.words import Words
from poise.requests import Request
from poise.values import UNKNOWN, Members, Possible, Span, State
from poise.vocabulary import BOTH, GOALS, SIDES, Choices, Date, Fact, Kind, Number, Records
from poise.wording import figure, plain
from poise.writing import answer

Row = tuple[str, str]
HEAD: Row = ("fact", "value")
MOST = 3
"""So many answers stand one a line; more of them in a table."""
TOLD = frozenset({"product", "area", "side", "date", "amount", "unit"})
"""What the step of an earlier treatment can say."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step, with the table below it."""

    text: str
    table: tuple[tuple[str, ...], ...] = ()


class Givens:
    """Writes the Given steps of one pack's drafts."""

    def __init__(self, words: Words, written: Written) -> None:
        self._words = words
        self._pack = words.pack
        self._vocabulary = words.pack.vocabulary
        self._written = written

    def steps(self, base: Base, one: Assessment, fact: str = "") -> tuple[Step, ...]:
        """The steps, a table under the first where it takes many answers; `fact` is said in any
        case."""
        differs = {*differing(base.assessment, one), *((fact,) if fact else ())}
        rows = tuple(self._rows(base.assessment, one, differs))
        more = [*self._records(base.assessment, one, differs), *self._wishes(one, differs)]
        asked = one.requests[len(base.assessment.requests) :]
        more += [Step(self.request(each)) for each in asked]
        if len(rows) > MOST or (rows and base.empty):
            return (Step(base.step, (HEAD, *rows)), *more)
        return (Step(base.step), *(Step(f"{name} is {value}") for name, value in rows), *more)

    # --- answers -----------------------------------------------------------------------------

    def _rows(self, base: Assessment, one: Assessment, differs: set[str]) -> Iterator[Row]:
        """Names and values in the order of the vocabulary."""
        for fact in self._vocabulary.facts.values():
            if isinstance(fact.kind, Records):
                if fact.id in differs and self._is_reset(base, one, fact.id):
                    known = fact.id in one.records
                    yield self.fact(fact), "none" if known else "not known"
            elif fact.id != GOALS:
                yield from self._of_fact(fact, one, differs)

    def _of_fact(self, fact: Fact, one: Assessment, differs: set[str]) -> Iterator[Row]:
        places = self._vocabulary.places(fact.each)
        if not places:
            if fact.id in differs:
                yield self.fact(fact), self._value(fact, one.states.get(fact.id, UNKNOWN))
            return
        said = {place: one.states.get(f"{fact.id}.{place}", UNKNOWN) for place in places}
        changed = [place for place in places if f"{fact.id}.{place}" in differs]
        if fact.each == "side" and len(changed) == len(places) and len(set(said.values())) == 1:
            yield f"{self.fact(fact)} on both sides", self._value(fact, said[changed[0]])
            return
        for place in changed:
            yield self.placed(fact, place), self._value(fact, said[place])

    def fact(self, fact: Fact) -> str:
        """What a step calls a fact: by its label, unless that means another, or a statement."""
        try:
            found = self._words.fact(fact.label).name
        except StepError:
            return fact.id
        ambiguous = found != fact.id or " is " in fact.label or " are " in fact.label
        return fact.id if ambiguous or '"' in fact.label or "|" in fact.label else fact.label

    def placed(self, fact: Fact, place: str | None) -> str:
        """The same with its side or area."""
        return self.where(self.fact(fact), place)

    def where(self, name: str, place: str | None) -> str:
        """A name with a side or area."""
        if place is None:
            return name
        return f"{name} on the {place}" if place in SIDES else f"{name} of the {self.area(place)}"

    def area(self, name: str) -> str:
        """What a step calls an area: by its label, unless that means a group as well."""
        label = self._pack.wording.area(name)
        return small(label) if _means(self._words.areas, label) else plain(name)

    def product(self, name: str) -> str:
        """What a step calls a product, with its article."""
        label = self._pack.wording.product(name)
        return self._written.noun(label) if _means(self._words.products, label) else plain(name)

    def _value(self, fact: Fact, state: State) -> str:
        kind = fact.kind
        if state is UNKNOWN:
            return "not known"
        if isinstance(state, Members):
            listed = answer(kind, state)
            return f"[{', '.join(listed)}]" if listed else "none"
        if isinstance(state, Span) and isinstance(kind, Number):
            return f"{figure(state.low)} {kind.unit}".strip()
        said = str(answer(kind, state))
        return said if isinstance(kind, Date | Choices) else plain(said)

    # --- records -----------------------------------------------------------------------------

    def _is_reset(self, base: Assessment, one: Assessment, name: str) -> bool:
        """Whether records have to be told anew, or there are none."""
        before, now = base.records.get(name, ()), one.records.get(name)
        return now is None or not now or now[: len(before)] != before

    def _records(self, base: Assessment, one: Assessment, differs: set[str]) -> Iterator[Step]:
        for name in sorted(differs & set(one.records)):
            before, now = base.records.get(name, ()), one.records[name]
            new = now if self._is_reset(base, one, name) else now[len(before) :]
            treated = [self.treated(name, each, one.date) for each in new]
            if all(treated):
                yield from map(Step, treated)
            else:
                said = f"{self.fact(self._vocabulary.facts[name])} holds these records"
                yield Step(said, self._listed(name, new))

    def treated(self, name: str, record: Record, date: datetime.date) -> str:
        """An earlier treatment, as a step; empty where there is no such step."""
        if (name,) != self._pack.ground.treatments or not _told(record):
            return ""
        kinds = self._pack.ground.records[name].fields
        said = {
            field: str(answer(kinds[field], state))
            for field, state in record.fields.items()
            if state is not UNKNOWN
        }
        amount = ""
        if "amount" in said:
            amount = f"{figure(float(said['amount']))} {said['unit']} of "
        where = f" on the {said['side']}" if said.get("side", BOTH) in SIDES else ""
        return (
            f"an earlier treatment with {amount}{self.product(said['product'])} in the "
            f"{self.area(said['area'])}{where} {when(record.fields.get('date', UNKNOWN), date)}"
        )

    def _listed(self, name: str, records: Iterable[Record]) -> tuple[tuple[str, ...], ...]:
        kinds = self._pack.ground.records[name].fields
        listed = list(records)
        used = [
            field
            for field in kinds
            if any(each.fields.get(field, UNKNOWN) is not UNKNOWN for each in listed)
        ]
        rows = [
            tuple(_cell(kinds[one], each.fields.get(one, UNKNOWN)) for one in used)
            for each in listed
        ]
        return (tuple(used), *rows)

    # --- wishes ------------------------------------------------------------------------------

    def _wishes(self, one: Assessment, differs: set[str]) -> Iterator[Step]:
        if GOALS in differs and GOALS not in one.states:
            yield Step(f"{self.fact(self._vocabulary.facts[GOALS])} is not known")
        elif GOALS in differs:
            labels = [small(self._pack.wording.goal(goal)) for goal in one.goals]
            *most, last = labels or ["nothing in particular"]
            yield Step(f"the patient wishes for {', '.join(most)}{' and ' if most else ''}{last}")

    def request(self, request: Request) -> str:
        """What the patient asks for, as a step."""
        amount = f"{figure(request.amount)} {request.unit} of " if request.amount else ""
        side = f" on the {request.side}" if request.side else ""
        goal = f' for "{small(self._pack.wording.goal(request.goal))}"' if request.goal else ""
        product, area = self.product(request.product), self.area(request.area)
        return f"the patient asks for {amount}{product} in the {area}{side}{goal}"


def _means(find: Callable[[str], object], label: str) -> bool:
    """Whether a label can be read as one thing alone."""
    try:
        find(label)
    except StepError:
        return False
    return '"' not in label


def _told(record: Record) -> bool:
    """Whether the step of an earlier treatment can say a record."""
    said = {name for name, state in record.fields.items() if state is not UNKNOWN}
    placed = isinstance(record.fields.get("area"), Possible) and "product" in said
    return placed and said <= TOLD and ("amount" in said) is ("unit" in said)


def _cell(kind: Kind, state: State) -> str:
    if state is UNKNOWN:
        return ""
    said = answer(kind, state)
    return f"[{', '.join(said)}]" if isinstance(said, list) else str(said)


def when(state: State, date: datetime.date) -> str:
    """When something was, as a step says it."""
    if not isinstance(state, Span):
        return "at an unknown date"
    day = datetime.date.fromordinal(int(state.low))
    for unit in ("years", "months", "weeks"):
        for count in range(1, 61):
            if later(date, Duration(count, unit), -1) == day:
                return f"{count} {unit if count > 1 else unit[:-1]} ago"
    days = (date - day).days
    return f"{days} {'day' if days == 1 else 'days'} ago"
