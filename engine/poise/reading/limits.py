"""Whether a most that rules and proofs speak of can be counted: its unit, and what is added."""

from __future__ import annotations

from typing import Any

from poise.problems import At, Collector, did_you_mean
from poise.proofs import Beyond
from poise.reading.queries import check_units
from poise.rules import Ceiling, Selector
from poise.source import at
from poise.taxonomy import Taxonomy

SESSIONS = "sessions"


def check_limit(
    limit: Ceiling | Beyond,
    items: Selector,
    taxonomy: Taxonomy,
    problems: Collector,
    written: Any,
    place: At,
) -> None:
    """Tells of a most of these items, `written` at a place, that cannot be counted."""
    members = [
        one for one in taxonomy.members if items.products is None or one.id in items.products
    ]
    units = sorted({SESSIONS, *(one.unit for one in members if one.unit)})
    noun = "this ceiling" if isinstance(limit, Ceiling) else "this proof"
    if limit.unit not in units:
        problems.error(
            at(written["unit"], place),
            "unknown-name",
            f"'{limit.unit}' is not a unit of what {noun} counts",
            did_you_mean(limit.unit, units),
        )
    elif limit.unit != SESSIONS:
        check_units(taxonomy, [one.id for one in members], limit.unit, place, problems)
    most = limit.at_most
    if limit.unit == SESSIONS and isinstance(most, float) and most != int(most):
        problems.error(
            at(written["at_most"], place),
            "bad-number",
            f"'{written['at_most']}' is not a number of sessions",
            "write a whole number",
        )
