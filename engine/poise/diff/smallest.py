"""The smallest assessment on which two packs differ: searched, written down, read by both packs,
and evaluated; or a proof that there is none."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice

import z3

from poise.assessment import Assessment
from poise.diff.rounding import rounder
from poise.diff.twins import Twins
from poise.pack import AssessmentError, RulePack
from poise.requests import Request
from poise.situation import not_applicable
from poise.solver.models import assessment, pinned
from poise.solver.search import EFFORT, least
from poise.solver.terms import YES, both, denied, every, given
from poise.solver.undecided import UndecidedError
from poise.values import UNKNOWN
from poise.writing import document

Both = tuple[Assessment, Assessment]
"""One assessment, as either pack reads it."""
Shows = Callable[[Both], bool]
TRIES = 6
"""So many assessments of one size are replayed before a larger one is looked for."""
SMALL = 4
"""By so many parts an assessment grows one by one; then it is asked what none can do without."""
FRUITLESS = 30
"""So many assessments are replayed in vain before the search is given up."""
MOST = 120
"""So many parts an assessment may have."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that an assessment may hold, and the flag that says that it does."""

    request: Request
    flag: z3.BoolRef


@dataclass(frozen=True, slots=True)
class Smallest:
    """An assessment, and how many parts it has."""

    read: Both
    size: int


def read_by_both(packs: tuple[RulePack, RulePack], one: Assessment) -> Both | None:
    """An assessment of the first pack as both read it; None where one of them cannot."""
    if not_applicable(packs[0].model, one):
        return None
    if packs[0].vocabulary == packs[1].vocabulary and packs[0].taxonomy == packs[1].taxonomy:
        return None if not_applicable(packs[1].model, one) else (one, one)
    try:
        return one, packs[1].read_assessment(document(one, packs[0].vocabulary))
    except AssessmentError:
        return None


class SmallestSearch:
    """Asks two worlds at once. `date` is the day of the assessments that it finds."""

    def __init__(self, twins: Twins, date: datetime.date) -> None:
        self._twins = twins
        self._date = date
        self._fresh()
        self._effort = EFFORT

    def _fresh(self) -> None:
        """Begins anew: what was learned for one question can mislead at the next."""
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        self._added: set[int] = set()

    def possible(self, *claims: z3.BoolRef) -> bool:
        """Whether there may be such an assessment; no means proved. Raises `UndecidedError`."""
        self._effort = EFFORT
        return self._model(claims) is not None

    def smallest(
        self,
        claims: Iterable[z3.BoolRef],
        shows: Shows,
        requests: tuple[Asked, ...] = (),
        known: int = 0,
        most: int = MOST,
        effort: int = EFFORT,
    ) -> Smallest | None:
        """The assessment with the fewest answers, records and requests that shows it; `known` is
        a size below which there is none, `most` the largest that is wanted, `effort` how much work
        one question may take.

        None where it is proved that there is none. Raises `UndecidedError`.
        """
        self._effort = effort
        self._fresh()
        wanted = tuple(claims)
        if self._model(wanted) is None:
            return None
        ordinary = self._twins.ordinary(self._date)
        smaller = False
        for more in ([*ordinary, self._twins.exactly], ordinary):
            with closing(
                self._models([*wanted, *more], requests, range(known, most + 1))
            ) as models:
                for size, found in islice(models, FRUITLESS):
                    read = read_by_both(self._twins.packs, found)
                    if read is not None and shows(read):
                        fewest = self._least(read, shows) if smaller else read
                        return Smallest(self._rounder(fewest, shows), size)
                    smaller = True  # not all that the solver takes for smaller is proved not to be
        raise UndecidedError("the solver cannot rule it out, and finds no case that bears it out")

    def _model(self, claims: Iterable[z3.BoolRef]) -> z3.ModelRef | None:
        for one in self._twins.constraints():
            if one.get_id() not in self._added:
                self._added.add(one.get_id())
                self._solver.add(one)
        self._solver.set("rlimit", self._effort)
        answer = self._solver.check(*claims)
        if answer == z3.unknown:
            raise UndecidedError(f"the solver gave up: {self._solver.reason_unknown()}")
        return self._solver.model() if answer == z3.sat else None

    def _models(
        self, claims: list[z3.BoolRef], requests: tuple[Asked, ...], sizes: range
    ) -> Generator[tuple[int, Assessment]]:
        """Assessments that should show it, each with its size, by how much they say."""
        if self._model(claims) is None:
            return
        said = tuple(self._parts(requests))
        self._solver.push()
        self._solver.add(_at_most([one.flag for one in requests], 1))
        self._solver.add(*claims)
        added = set(self._added)
        try:
            if self._model(()) is None:
                return  # where it shows, more than one thing is asked for
            least_size = 0
            for size in sizes:
                if size == sizes.start + SMALL:
                    needed = self._needed(said)
                    self._solver.add(*needed)
                    least_size = len(needed)
                if size < least_size:
                    continue
                self._solver.push()
                self._solver.add(_at_most(said, size))
                for found in self._of_one_size(requests):
                    yield size, found
                self._solver.pop()
        finally:
            self._solver.pop(self._solver.num_scopes())
            self._added = added

    def _needed(self, said: tuple[z3.BoolRef, ...]) -> list[z3.BoolRef]:
        """What is said in every such assessment: none can be smaller than that."""
        model = self._model(())
        assert model is not None
        left = [one for one in said if z3.is_true(model.eval(one, model_completion=True))]
        needed = []
        while left:
            one = left.pop()
            model = self._model((denied(one),))
            if model is None:
                needed.append(one)
            else:
                left = [each for each in left if z3.is_true(model.eval(each, True))]
        return needed

    def _of_one_size(self, requests: tuple[Asked, ...]) -> Iterator[Assessment]:
        for _ in range(TRIES):
            model = self._model(())
            if model is None:
                return
            asked = tuple(one.request for one in requests if z3.is_true(model.eval(one.flag)))
            try:
                found = assessment(self._twins.old, model, self._date, asked)
            except AssessmentError:
                return
            yield found
            self._solver.add(denied(both(self._same(found), *self._same_requests(requests, asked))))

    def _parts(self, requests: tuple[Asked, ...]) -> Iterator[z3.BoolRef]:
        """Everything that an assessment can say, each by itself."""
        old = self._twins.old
        yield from (given(term) for _, term in sorted(old.facts.items()))
        for _, listed in sorted(old.lists.items()):
            for slot in listed.slots:
                yield slot.present
                yield from (both(slot.present, given(one)) for one in slot.fields.values())
        yield from (one.flag for one in requests)

    def _same(self, found: Assessment) -> z3.BoolRef:
        """That just this is answered; of records only whether there are any."""
        said = []
        for name, term in self._twins.old.facts.items():
            state = found.states.get(name, UNKNOWN)
            if state is UNKNOWN:
                said.append(given(term) if name in found.records else denied(given(term)))
            else:
                said.extend(pinned(term, state, self._date))
        return every(said)

    def _same_requests(
        self, requests: tuple[Asked, ...], asked: tuple[Request, ...]
    ) -> Iterator[z3.BoolRef]:
        yield from (one.flag if one.request in asked else denied(one.flag) for one in requests)

    def _least(self, read: Both, shows: Shows) -> Both:
        return self._varied(read, shows, partial(least, self._twins.old))

    def _rounder(self, read: Both, shows: Shows) -> Both:
        return self._varied(read, shows, partial(rounder, self._twins.packs[0]))

    def _varied(
        self,
        read: Both,
        shows: Shows,
        vary: Callable[[Assessment, Callable[[Assessment], bool]], Assessment],
    ) -> Both:
        """Another assessment in its place, as both packs read it."""
        packs = self._twins.packs

        def still(one: Assessment) -> bool:
            both_read = read_by_both(packs, one)
            return both_read is not None and shows(both_read)

        found = read_by_both(packs, vary(read[0], still))
        assert found is not None
        return found


def _at_most(flags: Sequence[z3.BoolRef], count: int) -> z3.BoolRef:
    """That no more than so many hold."""
    if not count:
        return every(map(denied, flags))
    return z3.PbLe([(flag, 1) for flag in flags], count) if len(flags) > count else YES
