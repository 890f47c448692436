"""What measures read from records: how many, how much, and when last."""

from __future__ import annotations

from typing import Any

from poise.conditions import Among, Test
from poise.formula import Name
from poise.problems import At, Collector, did_you_mean
from poise.reading.names import Names
from poise.reading.operators import TestReader
from poise.reading.scalars import read_duration
from poise.reading.structure import validate
from poise.reading.written import QueryWritten
from poise.source import at
from poise.taxonomy import Taxonomy
from poise.vocabulary import (
    Calculated,
    Computation,
    CountRecords,
    Date,
    Each,
    Fact,
    LatestRecord,
    Number,
    Query,
    Records,
    SumRecords,
)

UNREAD = Name("")
"""What stands for a computation that cannot be read: it may have any value."""


class QueryReader:
    """Reads `count`, `sum` and `latest`."""

    def __init__(self, names: Names, problems: Collector) -> None:
        self._names = names
        self._problems = problems

    def read(self, form: str, value: Any, place: At, each: Each | None) -> Computation:
        """What it computes; where it cannot be read, a stand-in."""
        written = validate(QueryWritten, value, None, self._problems, place, f"'{form}'")
        if written is None:
            return Calculated(UNREAD)
        records = self._records(written.records, at(value["records"], place))
        if records is None:
            return Calculated(UNREAD)
        kind = records.kind
        assert isinstance(kind, Records)
        before = len(self._problems)
        self._check_fields(form, value, kind, place)
        query = self._query(value, records, kind, place, each)
        if form == "count":
            return CountRecords(query)
        if form == "latest":
            return LatestRecord(query)
        if len(self._problems) == before:
            self._check_sum(value, written, query, kind, place)
        return SumRecords(query, written.field or "", written.unit)

    def _records(self, name: str, place: At) -> Fact | None:
        facts = self._names.vocabulary.facts
        found = facts.get(name)
        if found is not None and isinstance(found.kind, Records):
            return found
        if found is not None or name not in self._names.unread:
            known = [fact.id for fact in facts.values() if isinstance(fact.kind, Records)]
            self._problems.error(
                place,
                "unknown-name",
                f"'{name}' is not a fact that holds records",
                did_you_mean(name, known),
            )
        return None

    def _check_fields(self, form: str, value: Any, kind: Records, place: At) -> None:
        """What only a sum has, and what only dated records can answer."""
        for key in ("field", "unit"):
            if form != "sum" and key in value:
                self._problems.error(
                    at(value.key(key), place),
                    "forbidden-here",
                    f"'{key}' has no meaning under '{form}'",
                    "it stands under 'sum'",
                )
        dated = isinstance(kind.fields.get("date"), Date)
        needs = "in_last" if "in_last" in value else form if form == "latest" else ""
        if needs and not dated:
            self._problems.error(
                place,
                "missing-field",
                f"'{needs}' needs records with a 'date', and '{value['records']}' has none",
                "give the records a field 'date: {date: past}'",
            )

    def _query(
        self, value: Any, records: Fact, kind: Records, place: At, each: Each | None
    ) -> Query:
        where: list[tuple[str, Test]] = []
        here: set[str] = set()
        for name, test in sorted((value.get("where") or {}).items()):
            field = kind.fields.get(name)
            spot = at(name, place)
            if field is None:
                self._problems.error(
                    spot,
                    "unknown-name",
                    f"the records of '{records.id}' have no field '{name}'",
                    did_you_mean(name, kind.fields),
                )
            elif test == "here":
                here.add(str(name))
                if each != name:
                    self._report_here(name, at(test, spot))
            else:
                read = TestReader(f"{records.id}: {name}", field, self._problems).read(test, spot)
                if read is not None:
                    where.append((str(name), read))
        window = value.get("in_last")
        length = None if window is None else read_duration(window, place, self._problems)
        return Query(records.id, tuple(where), frozenset(here), length)

    def _report_here(self, name: str, place: At) -> None:
        self._problems.error(
            place,
            "forbidden-here",
            f"'here' has no meaning for '{name}'",
            f"it stands in a measure that says 'each: {name}'"
            if name in ("side", "area")
            else "write which is meant",
        )

    def _check_sum(
        self, value: Any, written: QueryWritten, query: Query, kind: Records, place: At
    ) -> None:
        field = written.field or ""
        if not isinstance(kind.fields.get(field), Number):
            numbers = [name for name, one in kind.fields.items() if isinstance(one, Number)]
            self._problems.error(
                at(value.get("field"), place),
                "missing-field" if not field else "wrong-kind",
                "'sum' does not say which number it adds up"
                if not field
                else f"'{field}' is not a number of these records",
                f"add 'field: {numbers[0]}'" if numbers else "the records hold no number",
            )
        product = next((test for name, test in query.where if name == "product"), None)
        counted = _counted(self._names.taxonomy, product)
        if "product" in kind.fields:
            check_units(self._names.taxonomy, counted, written.unit, place, self._problems)


def _counted(taxonomy: Taxonomy, product: Test | None) -> list[str]:
    members = [member.id for member in taxonomy.members]
    if isinstance(product, Among):
        return [name for name in members if name in product.values]
    return members


def check_units(
    taxonomy: Taxonomy, members: list[str], unit: str | None, place: At, problems: Collector
) -> None:
    """Amounts in units that differ from member to member must be of one member."""
    added = [
        product
        for product in (taxonomy.products[name] for name in members)
        if unit is None or product.unit in ("", unit)
    ]
    apart = any(not product.units_interchangeable for product in added)
    if len({product.unit for product in added}) > 1 or (apart and len(added) > 1):
        names = ", ".join(sorted(product.id for product in added)[:4])
        problems.error(
            place,
            "mixed-units",
            f"amounts of {names} are added, and their units are not the same",
            "speak of one product, or say 'unit:'",
        )
