"""Where a candidate stands: the interval of statuses that its arguments leave open.

Sure arguments give `at_best`, all that might hold give `at_worst`; the status is the worse of
`at_best` and the milder of `at_worst` and `on_hold`. So what is not known can hold a candidate
back, never let it through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from poise.evaluate import Evaluation
from poise.grounding import Effect
from poise.planning.candidates import Candidate, Support
from poise.planning.index import Effects, Restriction, Status
from poise.planning.labels import Labels
from poise.rules import Require
from poise.values import Truth, all_of, negation

STATUSES: tuple[Status, ...] = (
    "advised",
    "cautioned",
    "discouraged",
    "on_hold",
    "deferred",
    "excluded",
)
RANK: Mapping[str, int] = {status: rank for rank, status in enumerate(STATUSES)}
ON_HOLD = RANK["on_hold"]
HeldBy = Literal["answer", "requirement", "both"]


@dataclass(frozen=True, slots=True)
class Argument:
    """A restriction on a candidate that holds, or may hold, and how far it pushes."""

    effect: Effect
    truth: Truth
    status: Status
    lines: tuple[tuple[str, Truth], ...] = ()
    """Of a requirement: each line's proposition, and whether it is met."""


@dataclass(frozen=True, slots=True)
class Standing:
    candidate: Candidate
    support: Support
    arguments: tuple[Argument, ...]
    at_best: Status
    at_worst: Status
    status: Status
    """The worse of `at_best` and the milder of `at_worst` and `on_hold`."""

    @property
    def suggested(self) -> bool:
        """Whether it is suggested: advised, or with cautions to acknowledge."""
        return self.status in ("advised", "cautioned")

    @property
    def held_by(self) -> HeldBy | None:
        if self.status != "on_hold":
            return None
        holding = [one for one in self.arguments if RANK[one.status] >= ON_HOLD]
        requirement = any(one.truth is True or _required(one) for one in holding)
        answer = self.support.truth is None or any(
            one.truth is None and not _required(one) for one in holding
        )
        return "both" if requirement and answer else "requirement" if requirement else "answer"


def _required(argument: Argument) -> bool:
    return isinstance(argument.effect.verb, Require)


class Weigher:
    """Weighs the candidates of one evaluation."""

    def __init__(self, effects: Effects, evaluation: Evaluation, labels: Labels) -> None:
        self._effects = effects
        self._truths = evaluation.truths
        self._labels = labels
        self._told: dict[tuple[int, str, str], tuple[tuple[Argument, ...], int, int]] = {}

    def weigh(self, candidate: Candidate, support: Support) -> Standing:
        arguments, best, worst = self._restricted(candidate)
        if support.truth is False:
            best = max(best, RANK["discouraged"])
            worst = max(worst, RANK["discouraged"])
        elif support.truth is None:
            worst = max(worst, ON_HOLD)
        status = STATUSES[max(best, min(worst, ON_HOLD))]
        return Standing(candidate, support, arguments, STATUSES[best], STATUSES[worst], status)

    def _restricted(self, candidate: Candidate) -> tuple[tuple[Argument, ...], int, int]:
        """The arguments against a candidate and how far they push; candidates on which the same
        restrictions act share them, if none asks for a label status."""
        restrictions = self._effects.on(candidate)
        labelled = self._effects.labelled(restrictions)
        key = (id(restrictions), *(candidate[:2] if labelled else ("", "")))
        if key not in self._told:
            arguments = tuple(self._arguments(candidate, restrictions))
            best = max((RANK[one.status] for one in arguments if one.truth), default=0)
            worst = max((RANK[one.status] for one in arguments), default=0)
            self._told[key] = (arguments, best, worst)
        return self._told[key]

    def _arguments(
        self, candidate: Candidate, restrictions: Iterable[Restriction]
    ) -> Iterable[Argument]:
        for effect, status in restrictions:
            truth = self._truths[effect.proposition]
            if truth is False:
                continue
            if effect.selector is not None and effect.selector.label is not None:
                label = self._labels.test(candidate.product, candidate.area, effect.selector.label)
                truth = all_of([truth, label])
            lines = tuple((line, self._truths[line]) for line in effect.lines)
            if lines:
                met = all_of([line_truth for _, line_truth in lines])
                truth = all_of([truth, negation(met)])
            if truth is not False:
                yield Argument(effect, truth, status, lines)
