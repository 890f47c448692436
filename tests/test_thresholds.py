"""Thresholds: the nearest value that passes and the nearest that fails, of every kind of test."""

import datetime
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from poise.conditions import Among, Bounds, CountOf, Duration, Includes, Known, Not, Test, Window
from poise.evaluate import passes
from poise.thresholds import Threshold, step, thresholds
from poise.trees import within
from poise.values import Members, Possible, Span, State, exactly, just, rounded
from poise.vocabulary import Choice, Choices, Date, Grade, Kind, Number, Scale, YesNo

DAY = datetime.date(2026, 11, 22)
TODAY = DAY.toordinal()
LEVELS = ("none", "mild", "moderate", "severe")
GRADE = Grade(Scale("depth", LEVELS, "worse"))
WORDS = ("apple", "birch", "cedar", "daisy")
TREE = Choices(
    ("tree", "oak", "yew", "herb", "mint", "moss"),
    {"tree": frozenset(("oak", "yew")), "herb": frozenset(("mint",))},
)
PRODUCTS = Choice(("oak", "yew", "mint"), {"tree": frozenset(("oak", "yew"))})


def of(test: Test, kind: Kind) -> list[tuple[State, State]]:
    return [(one.inside, one.outside) for one in thresholds(test, kind, DAY)]


def truth(test: Test, kind: Kind, state: State) -> bool | None:
    return passes(test, state, LEVELS if isinstance(kind, Grade) else (), DAY)


def values(kind: Kind, test: Test) -> list[State]:
    """All values that a kind has; of a number and a date those near what is tested."""
    match kind:
        case YesNo():
            return [just("yes"), just("no")]
        case Grade(scale):
            return [exactly(index) for index in range(len(scale.levels))]
        case Choice(options=options):
            return [just(one) for one in options]
        case Choices(options=options):
            sizes = range(len(options) + 1)
            return [Members(frozenset(c)) for size in sizes for c in combinations(options, size)]
        case Number(low=low, high=high):
            inner = test.test if isinstance(test, Not) else test
            assert isinstance(inner, Bounds)
            distance = step(inner, kind)
            return [
                exactly(rounded(low + n * distance))
                for n in range(int((high - low) / distance) + 1)
            ]
        case Date(direction=direction):
            first = TODAY if direction == "future" else TODAY - 800
            last = TODAY if direction == "past" else TODAY + 800
            return [exactly(day) for day in range(first, last + 1)]
    raise AssertionError(kind)


# --- what is drawn ---------------------------------------------------------------------------


@st.composite
def bounds(draw: st.DrawFn, edges: st.SearchStrategy[float]) -> Bounds:
    lower = draw(st.sampled_from(("at_least", "above", None)))
    upper = draw(st.sampled_from(("at_most", "below", None)))
    low, high = sorted((draw(edges), draw(edges)))
    said = {name: edge for name, edge in ((lower, low), (upper, high)) if name}
    return Bounds(**said)


@st.composite
def drawn(draw: st.DrawFn) -> tuple[Test, Kind]:
    """A kind, and a test of it that some value passes."""
    shape = draw(
        st.sampled_from(("yes", "grade", "levels", "number", "choice", "list", "count", "date"))
    )
    test: Test
    kind: Kind
    match shape:
        case "yes":
            test, kind = Among(frozenset((draw(st.sampled_from(("yes", "no"))),))), YesNo()
        case "grade":
            levels = st.integers(0, 3).map(float)
            test = draw(bounds(levels).filter(lambda b: any(within(n, b) for n in range(4))))
            kind = GRADE
        case "levels":
            test, kind = Among(draw(st.frozensets(st.sampled_from(LEVELS), min_size=1))), GRADE
        case "number":
            kind = Number("mm", *draw(st.sampled_from(((-4.0, 6.0), (0.0, 3.5), (0.25, 2.0)))))
            edge = st.integers(0, 40).map(lambda n: rounded(min(kind.low + n / 4, kind.high)))
            fine = [kind.low + n / 8 for n in range(81) if kind.low + n / 8 <= kind.high]
            test = draw(bounds(edge).filter(lambda b: any(within(n, b) for n in fine)))
        case "choice":
            kind = draw(st.sampled_from((Choice(WORDS), PRODUCTS)))
            test = Among(draw(st.frozensets(st.sampled_from(kind.options), min_size=1)))
        case "list":
            kind = TREE
            written = draw(st.lists(st.sampled_from(TREE.options), min_size=1, max_size=3))
            test = Includes(frozenset(one for word in written for one in TREE.meaning(word)))
        case "count":
            sizes = st.integers(0, 6).map(float)
            size = draw(bounds(sizes).filter(lambda b: any(within(n, b) for n in range(7))))
            test, kind = CountOf(size), TREE
        case _:
            kind = Date(draw(st.sampled_from(("past", "future", "any"))))
            lengths = st.builds(
                Duration, st.integers(0, 9), st.sampled_from(("days", "weeks", "months"))
            )
            test = Window(draw(lengths), draw(lengths))
    return (Not(test) if draw(st.booleans()) else test), kind


# --- what holds of every threshold -----------------------------------------------------------


@given(drawn())
def test_what_is_inside_passes_and_what_is_outside_does_not(one: tuple[Test, Kind]) -> None:
    test, kind = one
    for threshold in thresholds(test, kind, DAY):
        assert truth(test, kind, threshold.inside) is True
        assert truth(test, kind, threshold.outside) is False
        for side in ("inside", "outside"):
            state = getattr(threshold, side)
            assert threshold.side(state, truth(test, kind, state)) == side
            assert threshold.is_near(state, side)


@given(drawn())
def test_neighbours_that_fare_differently_have_a_threshold_between_them_and_no_others_do(
    one: tuple[Test, Kind],
) -> None:
    test, kind = one
    if not isinstance(kind, Grade | Number | Date):
        return
    known = values(kind, test)
    turning = {
        (lower, upper)
        for lower, upper in pairwise(known)
        if truth(test, kind, lower) is not truth(test, kind, upper)
    }
    found = [tuple(sorted(pair, key=lambda state: state.low)) for pair in of(test, kind)]
    assert set(found) == turning
    assert len(found) == len(turning)


@given(drawn())
def test_every_value_lies_on_the_side_that_its_test_says(one: tuple[Test, Kind]) -> None:
    test, kind = one
    found = thresholds(test, kind, DAY)
    for state in values(kind, test) if found else ():
        passed = truth(test, kind, state)
        sides = [threshold.side(state, passed) for threshold in found]
        assert ("inside" if passed else "outside") in sides


@given(drawn())
def test_a_test_without_a_threshold_passes_everything_or_nothing(one: tuple[Test, Kind]) -> None:
    test, kind = one
    if not thresholds(test, kind, DAY):
        assert len({truth(test, kind, state) for state in values(kind, test)}) == 1


@given(drawn())
def test_the_nearest_list_differs_by_one_member(one: tuple[Test, Kind]) -> None:
    test, kind = one
    for threshold in thresholds(test, kind, DAY) if isinstance(kind, Choices) else ():
        assert isinstance(threshold.inside, Members)
        assert isinstance(threshold.outside, Members)
        assert len(threshold.inside.sure ^ threshold.outside.sure) == 1


# --- examples --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("test", "kind", "expected"),
    [
        (Bounds(at_least=18.0), Number("years", 0, 110), (18, 17)),
        (Bounds(below=18.0), Number("years", 0, 110), (17, 18)),
        (Bounds(above=1.1), Number("", 0.3, 2), (1.2, 1.1)),
        (Bounds(at_most=1.5), Number("mL", 0, 500), (1.5, 1.6)),
        (Bounds(above=0.0), Number("mm", -20, 10), (1, 0)),
        (Bounds(at_least=18.5), Number("", 11.111111, 173.611111), (18.5, 18.4)),
        (Bounds(at_least=1.0), Number("", 0, float("inf")), (1, 0)),
    ],
)
def test_numbers_are_a_step_apart(
    test: Bounds, kind: Number, expected: tuple[float, float]
) -> None:
    assert of(test, kind) == [(exactly(expected[0]), exactly(expected[1]))]


def test_bounds_between_which_lies_no_whole_number_are_taken_finer() -> None:
    found = of(Bounds(above=2.0, below=3.0), Number("mm", 0, 10))
    assert found == [(exactly(2.1), exactly(2)), (exactly(2.9), exactly(3))]


def test_a_list_of_levels_has_a_threshold_wherever_it_turns() -> None:
    found = of(Among(frozenset(("none", "moderate"))), GRADE)
    assert found == [
        (exactly(0), exactly(1)),
        (exactly(2), exactly(1)),
        (exactly(2), exactly(3)),
    ]


def test_a_name_that_stands_for_several_is_one_threshold() -> None:
    found = thresholds(Includes(TREE.meaning("tree") | {"moss"}), TREE, DAY)
    assert [one.names for one in found] == [{"tree", "oak", "yew"}, {"moss"}]
    assert [one.inside for one in found] == [Members(frozenset((one,))) for one in ("oak", "moss")]
    assert {one.outside for one in found} == {Members(frozenset())}


def test_a_window_has_the_days_at_its_ends() -> None:
    fortnight = Duration(2, "weeks")
    assert of(Window(fortnight, fortnight), Date("any")) == [
        (exactly(TODAY - 13), exactly(TODAY - 14)),
        (exactly(TODAY + 13), exactly(TODAY + 14)),
    ]
    assert len(of(Window(fortnight, Duration(0, "days")), Date("past"))) == 1


def test_that_something_is_known_has_no_threshold() -> None:
    assert of(Known(), YesNo()) == []


def test_a_side_that_cannot_be_makes_no_threshold() -> None:
    assert of(Bounds(at_least=0.0), Number("mm", 0, 10)) == []
    assert of(Among(frozenset(LEVELS)), GRADE) == []


def test_values_finer_than_a_step_lie_on_the_side_that_the_test_says() -> None:
    (adult,) = thresholds(Bounds(at_least=18.0), Number("years", 0, 110), DAY)
    assert adult.side(exactly(17.5), False) == "outside"
    assert adult.is_near(exactly(17.5), "outside")
    assert not adult.is_near(exactly(16), "outside")
    assert adult.side(Span(17, 19), None) is None
    assert not adult.is_near(Span(18, 40), "inside")


def test_a_choice_that_is_half_known_lies_on_a_side_once_that_is_sure() -> None:
    test = Among(PRODUCTS.meaning("tree"))
    (tree,) = thresholds(test, PRODUCTS, DAY)
    assert tree.side(Possible(frozenset(("oak", "yew"))), True) == "inside"
    assert tree.side(Possible(frozenset(("oak", "mint"))), None) is None


def test_a_list_is_beyond_only_where_it_holds_none_of_those_tested() -> None:
    apple, birch = thresholds(Includes(frozenset(("apple", "birch"))), Choices(WORDS), DAY)
    assert apple.side(Members(frozenset(("birch",))), True) is None
    assert birch.side(Members(frozenset(("birch",))), True) == "inside"
    assert apple.side(Members(frozenset(("cedar",))), False) == "outside"
    assert isinstance(apple, Threshold)


def test_steps_are_as_fine_as_the_test_is_written() -> None:
    assert step(Bounds(at_least=0.25, below=1.0), Number("", 0, 2)) == 0.01
    assert within(0.26, Bounds(at_least=0.25, below=1.0))


def test_values_that_cannot_be_are_passed_over() -> None:
    (grade,) = thresholds(Bounds(at_least=2.0), GRADE, DAY, (0, 3))
    assert (grade.inside, grade.outside, grade.step) == (exactly(3), exactly(0), 3)
    (score,) = thresholds(Bounds(at_least=4.0), Number("", 0, 9), DAY, (0, 1.5, 3, 4.5))
    assert (score.inside, score.outside) == (exactly(4.5), exactly(3))
    assert not thresholds(Bounds(at_least=2.0), GRADE, DAY, (0, 1))
