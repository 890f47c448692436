"""Other records of what was done before, and other amounts that are asked for."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from poise.answers import Record
from poise.assessment import Assessment
from poise.conditions import Bounds, Duration, Window
from poise.drafting.answers import Told, answered, either_side
from poise.drafting.below import Read, backwards
from poise.drafting.nearest import Shows
from poise.evaluate import window_ends
from poise.pack import RulePack
from poise.planning.open_facts import About
from poise.planning.trials import trials
from poise.requests import Request
from poise.thresholds import step
from poise.values import UNKNOWN, Possible, Span, State, exactly, just, rounded
from poise.vocabulary import BOTH, Choice, Kind, LatestRecord, Number

PLACED = ("product", "area", "date")
"""What a record keeps, so that it reads as a treatment."""
AMOUNT = "amount"
Simpler = Callable[[Record], Record | None]


def plainer(
    pack: RulePack,
    base: Assessment,
    found: Assessment,
    name: str,
    shows: Shows,
    amounts: Mapping[str, float],
) -> Assessment:
    """The records with nothing in them that is not needed to show it, but for their amounts."""
    windows = sorted(_windows(pack, found.date))
    kept = base.records.get(name, ())
    for record in found.records.get(name, ()):
        for group in () if record in kept else _groups(pack, name, record, windows, amounts):
            other: Record | None = record
            for simpler in group:
                tried = simpler(record)
                if shows(_with(found, name, record, tried)):
                    other = tried
                    break
            found = _with(found, name, record, other)
            if other is None:
                break
            record = other
    return found


def _groups(
    pack: RulePack,
    name: str,
    record: Record,
    days: Iterable[int],
    amounts: Mapping[str, float],
) -> Iterator[list[Simpler]]:
    """Ways to be simpler; of each group the first that does is taken.

    No such record; each field left out; the name of a class; the first day of a window, the
    longest first; and then an amount of no account, so that nothing is open that need not be.
    """
    yield [lambda _: None]
    kinds = pack.ground.records[name].fields
    for field, kind in kinds.items():
        if field not in PLACED and record.fields.get(field, UNKNOWN) is not UNKNOWN:
            left_out = just(BOTH) if _is_side(kind) else UNKNOWN
            yield [partial(_field, field, left_out)]
    product = kinds.get("product")
    if isinstance(product, Choice):
        meant = record.fields.get("product", UNKNOWN)
        above = [one for one in product.below.values() if _holds(one, meant)]
        yield [partial(_field, "product", Possible(one)) for one in sorted(above, key=len)]
    if "date" in kinds:
        yield [partial(_field, "date", exactly(day)) for day in days]
    unit = _unit(pack, record.fields.get("product", UNKNOWN))
    if {AMOUNT, "unit"} <= set(kinds) and unit in amounts:
        yield [partial(_given, amounts[unit], unit)]


def _unit(pack: RulePack, product: State) -> str:
    units = {
        pack.taxonomy.products[one].unit
        for one in (product.values if isinstance(product, Possible) else ())
    }
    return units.pop() if len(units) == 1 else ""


def _given(amount: float, unit: str, record: Record) -> Record:
    if record.fields.get(AMOUNT, UNKNOWN) is not UNKNOWN:
        return record
    return Record({**record.fields, AMOUNT: exactly(amount), "unit": just(unit)})


def _holds(names: frozenset[str], state: State) -> bool:
    return isinstance(state, Possible) and state.values < names


def _is_side(kind: Kind) -> bool:
    return isinstance(kind, Choice) and BOTH in kind.options


def _field(field: str, state: State, record: Record) -> Record:
    return Record({**record.fields, field: state})


def _with(one: Assessment, name: str, old: Record, new: Record | None) -> Assessment:
    records = [
        each
        for record in one.records[name]
        if (each := new if record == old else record) is not None
    ]
    return replace(one, records={**one.records, name: tuple(records)})


def _windows(pack: RulePack, date: datetime.date) -> set[int]:
    """The first day of each window in which some records count."""
    lengths = {one.within for one in pack.ground.excesses}
    lengths |= {one.window for queries in pack.readers.queries.values() for one in queries}
    for measure in pack.ground.measures:
        if isinstance(measure.computation, LatestRecord):
            lengths |= set(backwards(pack.readers.tests.get(measure.id, ())))
    return {_first(one, date) for one in lengths if one is not None}


def _first(window: Duration, date: datetime.date) -> int:
    return window_ends(Window(window, None), date)[0]


# --- on the other side of a threshold --------------------------------------------------------


def records_across(
    pack: RulePack, one: Assessment, name: str, read: Read
) -> Iterator[tuple[Assessment, Assessment]]:
    """Pairs of lists of records: on either side of a threshold by which they are read.

    The day of a record and the day before its window; a field and another; one record less.
    """
    listed = one.records.get(name)
    if listed is None:
        return
    kinds = pack.ground.records[name].fields
    for record in listed:
        for window in read.windows:
            first = _first(window, one.date)
            yield (
                _with(one, name, record, _field("date", exactly(first), record)),
                _with(one, name, record, _field("date", exactly(first - 1), record)),
            )
        for field, test in read.fields:
            known = record.fields.get(field, UNKNOWN)
            for inside, outside in either_side(known, test, kinds[field], one.date):
                yield (
                    _with(one, name, record, _field(field, inside, record)),
                    _with(one, name, record, _field(field, outside, record)),
                )
        yield one, _with(one, name, record, None)
    if not listed:
        for other in trials(pack, pack.readers, answered(one, name, UNKNOWN), About(name)):
            yield one, _placed(pack, other, name)


def _placed(pack: RulePack, one: Assessment, name: str) -> Assessment:
    """With an area for each record that names none, and both sides."""
    kinds = pack.ground.records[name].fields
    area = {"area": just(next(iter(pack.taxonomy.areas)))} if "area" in kinds else {}
    sides = {field: just(BOTH) for field, kind in kinds.items() if _is_side(kind)}
    records = []
    for record in one.records[name]:
        said = {field: state for field, state in record.fields.items() if state is not UNKNOWN}
        records.append(Record({**dict.fromkeys(kinds, UNKNOWN), **area, **sides, **said}))
    return replace(one, records={**one.records, name: tuple(records)})


def amounts_across(
    one: Assessment, name: str, told: Told
) -> Iterator[tuple[Assessment, Assessment]]:
    """The same for the amounts of requests and records: the last on this side, and the next."""
    here = told(one)
    for number, request in enumerate(one.requests):
        if request.amount is not None:
            distance = step(Bounds(at_least=request.amount), Number("", 0, 1000))

            def asked(amount: float, number: int = number) -> Assessment:
                return _asked(one, number, amount)

            yield from _turning(request.amount, distance, asked, told, here)
    for record in one.records.get(name, ()):
        amount = record.fields.get(AMOUNT, UNKNOWN)
        if isinstance(amount, Span):

            def given(amount: float, record: Record = record) -> Assessment:
                return _with(one, name, record, _field(AMOUNT, exactly(amount), record))

            distance = step(Bounds(at_least=amount.low), Number("", 0, 1000))
            yield from _turning(amount.low, distance, given, told, here)


def _asked(one: Assessment, number: int, amount: float) -> Assessment:
    requests: list[Request] = list(one.requests)
    requests[number] = replace(requests[number], amount=amount)
    return replace(one, requests=tuple(requests))


def _turning(
    amount: float, distance: float, at: Callable[[float], Assessment], told: Told, here: object
) -> Iterator[tuple[Assessment, Assessment]]:
    """Between an amount and the least there is, where what is told turns."""
    steps = round(amount / distance)
    if steps < 2 or told(at(distance)) is not (not here):
        return
    other, same = 1, steps
    while same - other > 1:
        middle = (same + other) // 2
        if told(at(rounded(middle * distance))) is here:
            same = middle
        else:
            other = middle
    yield at(rounded(same * distance)), at(rounded(other * distance))
