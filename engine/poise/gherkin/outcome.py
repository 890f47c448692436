"""What came of a story: a plan with the case behind it, or the problems for which there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from poise.engines import EngineDisagreement, agree
from poise.gherkin.coverage import rule_truths
from poise.gherkin.failures import StepError, problem_lines
from poise.gherkin.story import Story
from poise.gherkin.telling import said_of_area
from poise.gherkin.words import EVERYTHING, Words
from poise.pack import AssessmentError
from poise.plan import Item, Plan, PlanArgument, Question
from poise.planning.candidates import Candidate
from poise.planning.case import Case, open_case
from poise.planning.parts import Parts, Undecided
from poise.planning.planner import joined
from poise.planning.standing import RANK, STATUSES
from poise.problems import Problem
from poise.values import Truth

PUSHES: dict[str, tuple[str, ...]] = {
    "advised": ("suggest", "prefer"),
    "cautioned": ("caution", "ceiling"),
    "discouraged": ("avoid",),
    "on_hold": ("require", "defer", "exclude", "ceiling", "suggest"),
    "deferred": ("defer", "ceiling"),
    "excluded": ("exclude", "ceiling"),
}
"""The verbs that can be the reason for a status."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What the plan says of one treatment: an item, or those of its options that are meant."""

    item: Item
    status: str
    rules: frozenset[str]
    """The rules that speak of it."""

    @property
    def suggested(self) -> bool:
        return self.status in ("advised", "cautioned")

    @property
    def arguments(self) -> tuple[PlanArgument, ...]:
        return tuple(one for one in self.item.arguments if one.rule in self.rules)

    def reasons(self) -> tuple[PlanArgument, ...]:
        """The arguments that make its status."""
        verbs = PUSHES[self.status]
        found = [one for one in self.arguments if one.verb in verbs]
        if self.status == "on_hold":
            return tuple(one for one in found if one.verb == "require" or one.holds == "perhaps")
        if self.status in ("deferred", "excluded"):
            return tuple(one for one in found if one.holds == "surely")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The plan of a story, or why there is none."""

    story: Story
    problems: tuple[Problem, ...]
    drawn: Plan | None = None
    weighed: Case | None = None

    @property
    def words(self) -> Words:
        return self.story.words

    @property
    def plan(self) -> Plan:
        if self.drawn is None:
            raise self._refused()
        return self.drawn

    @property
    def case(self) -> Case:
        if self.weighed is None:
            raise self._refused()
        return self.weighed

    def decided(self) -> tuple[Question, ...]:
        """The questions, with which of them are decisive: a long search where much is open."""
        return Parts(self.case).questions

    def _refused(self) -> StepError:
        return StepError(
            "there is no plan: the assessment is refused", problem_lines(self.problems)
        )

    def truth(self, rule: str) -> Truth:
        """Whether a rule surely fires, surely does not, or neither; one that does nothing never
        fires."""
        return rule_truths(self.case).get(rule, False)

    def treatments(
        self, product: str, area: str = "", side: str = "", goal: str = ""
    ) -> tuple[Treatment, ...]:
        """All that the plan says of a product, in an area where one is named."""
        classes = self._classes(product)
        areas = self.words.areas(area) if area else frozenset(self.words.pack.taxonomy.areas)
        aim = self.words.goal(goal) if goal else ""
        leaves = None if product.strip().lower() in EVERYTHING else self._leaves(product)
        found = []
        for item in self.plan.items:
            if item.product in classes and item.area in areas:
                one = self._treatment(item, leaves, side, aim)
                if one is not None:
                    found.append(one)
        return tuple(found)

    def one_item(self, product: str, area: str) -> Item:
        """The one item that is meant; fails where the plan has none, or several."""
        found = self.treatments(product, area)
        if len(found) == 1:
            return found[0].item
        if not found:
            raise StepError(
                f"'{product}' in '{area}' is not on the plan", said_of_area(self.plan, area)
            )
        names = ", ".join(one.item.id for one in found)
        raise StepError(f"'{product}' in '{area}' may be any of {names}; name one of them")

    def _classes(self, product: str) -> frozenset[str]:
        products = self.words.pack.taxonomy.products
        return frozenset(products[one].item for one in self.words.products(product))

    def _leaves(self, product: str) -> frozenset[str]:
        products = self.words.pack.taxonomy.products
        named = self.words.products(product)
        return frozenset(leaf for one in named for leaf in products[one].leaves)

    def _treatment(
        self, item: Item, leaves: frozenset[str] | None, side: str, goal: str
    ) -> Treatment | None:
        whole = self.words.pack.taxonomy.products[item.product].leaves
        if not side and not goal and (leaves is None or whole <= leaves):
            return Treatment(item, item.status, frozenset(one.rule for one in item.arguments))
        meant = [
            candidate
            for candidate in self.case.standings
            if candidate.area == item.area
            and candidate.product in (whole if leaves is None else whole & leaves)
            and side in ("", candidate.side)
            and goal in ("", candidate.goal)
        ]
        if not meant:
            return None
        return Treatment(item, self._best(meant), frozenset(self._speaking(meant)))

    def _best(self, meant: Iterable[Candidate]) -> str:
        """The best status of the candidates that a rule supports, or of all where none is."""
        standings = [self.case.standings[one] for one in meant]
        counted = [one for one in standings if one.support.suggestions] or standings
        return STATUSES[min(RANK[one.status] for one in counted)]

    def _speaking(self, meant: Iterable[Candidate]) -> Iterable[str]:
        for one in meant:
            standing = self.case.standings[one]
            yield from (argument.effect.rule.id for argument in standing.arguments)
            yield from (given.effect.rule.id for given, _ in standing.support.suggestions)


def draw_up(story: Story) -> Outcome:
    """Draw up the plan of a story; where its assessment is refused, keep the problems.

    Of its questions none is called decisive: `decided` tries that, for the step that asks.
    """
    outcome = weigh(story)
    if outcome.weighed is None:
        return outcome
    case = outcome.weighed
    try:
        witness = agree(case.pack, case.situation)
    except EngineDisagreement as error:
        raise StepError(f"there is no plan: {error}") from None
    return replace(outcome, drawn=joined(Undecided(case), witness))


def weigh(story: Story) -> Outcome:
    """Weigh every candidate of a story, without telling it as a plan."""
    pack = story.words.pack
    try:
        assessment = pack.read_assessment(story.assessment(), story.clinic)
    except AssessmentError as error:
        return Outcome(story, error.problems)
    return Outcome(story, (), weighed=open_case(pack, assessment))
