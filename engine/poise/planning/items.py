"""Items: a class of products in an area, with the candidates that are its options."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from poise.planning.case import Case
from poise.planning.index import Status
from poise.planning.standing import RANK, STATUSES, Standing
from poise.rules import Avoid, Caution, Ceiling, Defer, Exclude, Prefer, Require
from poise.values import Span
from poise.vocabulary import ground_name


@dataclass(frozen=True, slots=True)
class Board:
    """One item's candidates, best first, and what it is ordered by."""

    product: str
    area: str
    options: tuple[Standing, ...]
    counted: tuple[Standing, ...]
    """The candidates that the item's status speaks of: the suggested ones, where there are."""
    leading: tuple[Standing, ...]
    """The candidates that stand as well as the item does."""

    @property
    def id(self) -> str:
        return f"{self.product}/{self.area}"

    @property
    def best(self) -> Standing:
        return self.options[0]

    @property
    def status(self) -> Status:
        return self.best.status

    @property
    def at_best(self) -> Status:
        return STATUSES[min(RANK[one.at_best] for one in self.counted)]

    @property
    def at_worst(self) -> Status:
        return STATUSES[min(RANK[one.at_worst] for one in self.counted)]


def boards(case: Case) -> tuple[Board, ...]:
    """Every item of the case in the order of the plan.

    By status; then what it acts on, in the pack's order; then what was asked for, in the
    patient's own ranking; then the sure grade of the finding treated; then preferences; then id.
    """
    grouped: dict[tuple[str, str], list[Standing]] = {}
    for candidate, standing in case.standings.items():
        item = case.pack.taxonomy.products[candidate.product].item
        grouped.setdefault((item, candidate.area), []).append(standing)
    found = [
        _board(product, area, sorted(options, key=lambda one: _option_key(case, one)))
        for (product, area), options in grouped.items()
    ]
    return tuple(sorted(found, key=lambda board: _item_key(case, board)))


def _board(product: str, area: str, options: list[Standing]) -> Board:
    counted = tuple(one for one in options if one.support.suggestions) or tuple(options)
    leading = tuple(one for one in counted if one.status == options[0].status)
    return Board(product, area, tuple(options), counted, leading)


def _option_key(case: Case, standing: Standing) -> tuple[object, ...]:
    """Suggested before merely requested; then by status, purpose, wish, preference and name."""
    return (
        not standing.support.suggestions,
        RANK[standing.status],
        _purpose(case, standing.candidate.acts_on),
        _wish(case, [standing]),
        -_preferences(case, [standing]),
        standing.candidate,
    )


def _item_key(case: Case, board: Board) -> tuple[object, ...]:
    return (
        RANK[board.status],
        min(_purpose(case, one.candidate.acts_on) for one in board.leading),
        _wish(case, board.leading),
        -_grade(case, board.leading),
        -_preferences(case, board.leading),
        board.id,
    )


def _purpose(case: Case, acts_on: str) -> int:
    order = case.pack.taxonomy.acts_on
    return order.index(acts_on) if acts_on in order else len(order)


def _wish(case: Case, standings: Iterable[Standing]) -> int:
    """The rank of the foremost goal that is served; a request without a goal ranks first."""
    goals = case.assessment.goals
    ranks = [goals.index(one.candidate.goal) for one in standings if one.candidate.goal in goals]
    if any(one.support.requests for one in standings):
        ranks.append(0)
    return min(ranks, default=len(goals) + 1)


def asked_for(case: Case, board: Board) -> bool:
    """Whether an item serves a stated goal, or was asked for by name."""
    return _wish(case, board.options) <= len(case.assessment.goals)


def _grade(case: Case, standings: Iterable[Standing]) -> float:
    """The highest sure grade among the findings that are treated."""
    grades = [0.0]
    for standing in standings:
        for suggestion, _ in standing.support.suggestions:
            treats = suggestion.verb.treats
            if treats is None:
                continue
            declared = case.pack.vocabulary.get(treats)
            bound = declared is not None and declared.each is not None
            place = suggestion.effect.place if bound else None
            names = [ground_name(treats, place)]
            if bound and place is None and declared is not None:
                names = [
                    ground_name(treats, one) for one in case.pack.vocabulary.places(declared.each)
                ]
            for name in names:
                state = case.view.states.get(name)
                if isinstance(state, Span):
                    grades.append(state.low)
    return max(grades)


def _preferences(case: Case, standings: Iterable[Standing]) -> int:
    """How many preferences surely speak for the best preferred of these."""
    prefers = [effect for effect in case.effects(Prefer) if effect.selector is not None]
    return max(
        (
            sum(
                effect.selector is not None and case.means(effect.selector, one.candidate) is True
                for effect in prefers
            )
            for one in standings
        ),
        default=0,
    )


RESTRICTIONS = (Exclude, Defer, Ceiling, Require, Avoid, Caution)
"""Verbs that speak against, gravest first: the order in which arguments are told."""
