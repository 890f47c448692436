"""Requests: what the patient asks for by name, each answered by itself on the plan."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from poise.placed import Block, at
from poise.problems import At, Collector, did_you_mean
from poise.reading.scalars import amount, quoted
from poise.taxonomy import Taxonomy
from poise.vocabulary import BOTH, SIDES

FIELDS = ("product", "area", "side", "for", "amount")
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Request:
    """What the patient asks for by name; answered by itself on the plan."""

    product: str
    area: str
    side: str = ""
    goal: str = ""
    amount: float | None = None
    unit: str = ""


class RequestReader:
    """Reads requests over a taxonomy, reporting what it cannot read."""

    def __init__(self, taxonomy: Taxonomy, problems: Collector) -> None:
        self._taxonomy = taxonomy
        self._problems = problems

    def read(self, value: Any, place: At) -> tuple[Request, ...]:
        place = at(value, place)
        if value in ("none", "unknown", "null", ""):
            return ()
        if not isinstance(value, list):
            self._problems.error(
                place,
                "wrong-kind",
                f"'requests' is a list, not {quoted(value)}",
                "begin each request with '- ', such as '- {product: .., area: ..}'",
            )
            return ()
        found = (self._request(one, at(one, place)) for one in value)
        return tuple(one for one in found if one is not None)

    def _request(self, value: Any, place: At) -> Request | None:
        if not isinstance(value, Block):
            self._problems.error(
                place,
                "wrong-kind",
                f"a request is written as fields, not as {quoted(value)}",
                "such as {product: .., area: .., for: ..}",
            )
            return None
        for key in value:
            if key not in FIELDS:
                self._problems.error(
                    at(key, place),
                    "unknown-field",
                    f"a request has no field '{key}'",
                    did_you_mean(key, FIELDS),
                )
        taxonomy = self._taxonomy
        product = self._word(value, "product", self._requestable(), place)
        area = self._word(value, "area", taxonomy.areas, place)
        side = self._word(value, "side", (*SIDES, BOTH), place)
        goal = self._word(value, "for", taxonomy.goals, place)
        if product is None or area is None or side is None or goal is None:
            return None
        if side in SIDES and not taxonomy.areas[area].paired:
            self._problems.error(
                at(value["side"], place),
                "forbidden-here",
                f"'{area}' has no '{side}' side",
                "leave 'side' out",
            )
        size, unit = self._amount(value, product, place)
        return Request(product, area, "" if side == BOTH else side, goal, size, unit)

    def _requestable(self) -> tuple[str, ...]:
        """Every product's name, but for those that only records may name."""
        products = self._taxonomy.products
        return tuple(
            name
            for name in self._taxonomy.product_names()
            if any(not products[leaf].recorded_only for leaf in self._taxonomy.leaves(name))
        )

    def _word(self, value: Block, key: str, known: Collection[str], place: At) -> str | None:
        """The word under a key, `""` where it may be left out, or None with a problem."""
        if key not in value:
            if key not in ("product", "area"):
                return ""
            self._problems.error(
                place, "missing-field", f"a request does not say its '{key}'", f"add '{key}: ...'"
            )
            return None
        written = value[key]
        if isinstance(written, str) and written in known:
            return str(written)
        self._problems.error(
            at(written, place),
            "unknown-name",
            f"{quoted(written)} is nothing that a request's '{key}' can be",
            did_you_mean(written, known) if isinstance(written, str) else "write one name",
        )
        return None

    def _amount(self, value: Block, product: str, place: At) -> tuple[float | None, str]:
        written = value.get("amount")
        if written is None or written == "unknown":
            return None, ""
        products, leaves = self._taxonomy.products, self._taxonomy.leaves(product)
        units = sorted({products[leaf].unit for leaf in leaves} - {""})
        such = f"such as '2 {units[0]}'" if units else "such as '2'"
        found = amount(written) if isinstance(written, str) else None
        if found is None or not 0 < found[0] <= MOST:
            self._problems.error(
                at(written, place),
                "bad-number",
                f"{quoted(written)} is not an amount",
                f"write it with its unit, {such}",
            )
            return None, ""
        if units and found[1] not in units:
            self._problems.error(
                at(written, place),
                "bad-number",
                f"{quoted(written)} is not in a unit of '{product}'",
                did_you_mean(found[1], units) if found[1] else f"write the unit too, {such}",
            )
        return found
