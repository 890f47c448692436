"""What was not seen of a test line, in the words of its pack."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from poise.conditions import Line
from poise.coverage.aims import JUST, TRUTHS, Aim, What
from poise.pack import RulePack
from poise.reads import declared
from poise.thresholds import Side, Threshold
from poise.values import Members, Span, State
from poise.vocabulary import Choice, Choices, Date, Grade, Measure
from poise.wording import plain

SIDES: dict[Side, What] = {"outside": "false", "inside": "true"}
"""What a line is on either side of its thresholds, or of one of them."""


def lacking(
    pack: RulePack, line: Line, turning: tuple[Threshold, ...], left: Collection[Aim]
) -> Iterator[str]:
    """What was not seen of a line; what follows from another is not told again."""
    said = _Said(pack, line)
    known = {(aim.what, aim.threshold) for aim in left}
    for what in TRUTHS.values():
        if (what, -1) in known:
            yield f"never {what}"
    unseen = [one for n, one in enumerate(turning) if one.names and (one.named, n) in known]
    if unseen and (SIDES[unseen[0].named], -1) not in known:
        yield f"never for {', '.join(said.name(one.names) for one in unseen)}"
    for index, threshold in enumerate(turning):
        for side, truth in SIDES.items():
            if threshold.names or (truth, -1) in known:
                continue
            if (side, index) in known:
                yield f"never {said.beyond(threshold, side)}"
            elif (JUST[side], index) in known:
                yield f"never {said.nearest(threshold, side)}"


class _Said:
    """The words for values of one line's fact."""

    def __init__(self, pack: RulePack, line: Line) -> None:
        self._pack = pack
        (self._owner,) = declared((line.fact,), pack.vocabulary)
        self._kind = pack.vocabulary.kind(self._owner)

    def nearest(self, threshold: Threshold, side: Side) -> str:
        """The nearest value on a side: `17 years, just outside`."""
        if isinstance(self._kind, Date):
            return f"on {self._day(threshold, side)}"
        value = self._value(threshold.inside if side == "inside" else threshold.outside)
        computed = isinstance(self._pack.vocabulary.get(self._owner), Measure)
        return f"{'about ' if computed else ''}{value}, just {side}"

    def beyond(self, threshold: Threshold, side: Side) -> str:
        """A whole side: `17 years or less`."""
        more = threshold.rises is (side == "inside")
        if isinstance(self._kind, Date):
            return f"on {self._day(threshold, side)} or {'later' if more else 'earlier'}"
        state = threshold.inside if side == "inside" else threshold.outside
        last = len(self._kind.scale.levels) - 1 if isinstance(self._kind, Grade) else None
        if isinstance(state, Span) and last is not None and state.low in (0, last):
            return self._value(state)
        return f"{self._value(state)} or {'more' if more else 'less'}"

    def _value(self, state: State) -> str:
        if isinstance(state, Members):
            return f"{len(state.sure)} of them"
        return self._pack.wording.value(self._owner, state)

    def _day(self, threshold: Threshold, side: Side) -> str:
        """A day at an end of a window, whose date depends on the assessment's."""
        first = threshold.rises
        if side == "inside":
            return "its first day" if first else "its last day"
        return "the day before it begins" if first else "the day after it ends"

    def name(self, names: frozenset[str]) -> str:
        """The name that stands for all of these."""
        kind = self._kind
        assert isinstance(kind, Choice | Choices)
        every = (*kind.options, *kind.below)
        return plain(next(one for one in every if kind.meaning(one) == names))
