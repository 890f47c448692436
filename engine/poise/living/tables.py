"""Tables of what has to be there: statements and catalogue ids, each with its rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from poise.living.rules import RuleView
from poise.pack import RulePack


@dataclass(frozen=True, slots=True)
class Row:
    """A statement or a catalogue id with the rules that stand for it."""

    id: str
    text: str
    rules: tuple[RuleView, ...]


@dataclass(frozen=True, slots=True)
class Statements:
    """A source, statement by statement."""

    source: str
    rows: tuple[Row, ...]

    @property
    def empty(self) -> tuple[str, ...]:
        """The statements that no active rule cites."""
        return tuple(row.id for row in self.rows if not row.rules)


def statements(pack: RulePack, views: Iterable[RuleView]) -> tuple[Statements, ...]:
    """Each source that is cited by its statements, with the active rules that cite them."""
    citing = _grouped((name, one) for one in views for name in one.rule.evidence)
    return tuple(
        Statements(
            name,
            tuple(Row(one, text, citing.get(one, ())) for one, text in source.statements.items()),
        )
        for name, source in pack.sources.items()
        if source.statements
    )


def catalogue(views: Iterable[RuleView]) -> tuple[Row, ...]:
    """Every id of an outside catalogue that an active rule carries, in its natural order."""
    found = _grouped((name, one) for one in views for name in one.rule.catalogue)
    return tuple(Row(name, "", found[name]) for name in sorted(found, key=natural))


def _grouped(pairs: Iterable[tuple[str, RuleView]]) -> dict[str, tuple[RuleView, ...]]:
    found: dict[str, tuple[RuleView, ...]] = {}
    for name, one in pairs:
        if one.rule.stage == "active":
            found[name] = (*found.get(name, ()), one)
    return found


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """The order in which people count: SR-2 before SR-10."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in re.findall(r"\d+|\D+", name)
    )
