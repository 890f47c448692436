"""What a plan answers of what a rule does, as the Then steps of a feature.

Each sentence is tried on the plan by the very function that a run of the feature will call; of
several ways to say a thing the first that the plan bears out is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from poise.drafting.given import Givens
from poise.drafting.seen import Seen
from poise.drafting.subjects import Subject, subjects, treatment
from poise.gherkin.failures import StepError
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import OUTCOME
from poise.gherkin.rehearsal import meanings
from poise.gherkin.telling import status_words
from poise.grounding import Effect
from poise.pack import RulePack
from poise.plan import Item
from poise.rules import (
    Conclude,
    Consider,
    Expect,
    Lasts,
    PerSession,
    Refer,
    Require,
    Review,
    Sequence,
)
from poise.trees import facts_read
from poise.values import Members, Possible, Span, State, Truth
from poise.vocabulary import Choices, Grade, ground_name
from poise.wording import figure, length, plain

Ways = Iterable[str]
"""Sentences that say the same thing; the first that holds is written."""

URGENCY = {"urgent": "urgently", "soon": "soon", "routine": "routinely"}
TOWARDS = {"longer": "longer", "shorter": "shorter", "both": "both ends", None: "neither end"}
TRUTHS: Mapping[Truth, str] = {True: "fires", False: "does not fire", None: "is open"}
UNNAMED = (Conclude, Sequence, PerSession, Lasts, Review, Expect)
"""Verbs of which a plan says what they do, and not by which rule."""
LONGEST = 70
"""So many letters of a text are quoted."""


def holds(outcome: Outcome, sentence: str) -> bool:
    """Whether a plan meets a step that can be read in one way alone."""
    found = meanings("then", sentence)
    if len(found) != 1:
        return False
    try:
        found[0].call(**{OUTCOME: outcome})
    except StepError:
        return False
    return True


class Says:
    """Writes the Then steps of one pack's drafts."""

    def __init__(self, pack: RulePack, givens: Givens) -> None:
        self._pack = pack
        self._givens = givens

    def steps(self, outcome: Outcome, seen: Iterable[Seen], fact: str = "") -> tuple[str, ...]:
        """What becomes of what was seen of a rule; `fact` is what was left open."""
        found: dict[str, None] = {}
        acts: dict[str, None] = {}
        for one in seen:
            for ways in self._by_verb(outcome, one, fact):
                said = next((way for way in ways if holds(outcome, way)), "")
                if said:
                    found[said] = None
            rule = one.effect.rule.id
            truth = outcome.truth(rule)
            if truth is not True or isinstance(one.effect.verb, UNNAMED) or not one.plainly:
                acts[f"the rule {rule} {TRUTHS[truth]}"] = None
        return (*found, *acts)

    def _by_verb(self, outcome: Outcome, seen: Seen, fact: str) -> Iterator[Ways]:
        effect = seen.effect
        match effect.verb:
            case Conclude():
                yield from self._findings(outcome, effect)
            case Refer(to=to, urgency=urgency):
                yield self._referral(effect, to, urgency)
            case Consider():
                yield [
                    f"the consideration {effect.rule.id} is in force",
                    f"the consideration {effect.rule.id} is not in force",
                ]
            case Expect(say=say):
                yield [
                    f'the patient can expect "{quoted(say)}"',
                    f'nothing in the plan mentions "{quoted(say)}"',
                ]
            case Sequence() | PerSession():
                yield from self._order(seen)
            case Lasts():
                yield self._duration(outcome, seen)
            case Review() as review:
                yield self._review(seen, review)
            case Require(items=None) | Require(before="treatment"):
                yield from self._requirement(outcome, effect)
            case _:
                yield from self._treatment(outcome, seen, fact)

    # --- treatments --------------------------------------------------------------------------

    def _treatment(self, outcome: Outcome, seen: Seen, fact: str) -> Iterator[Ways]:
        """Where it stands and why; or else what it waits for, or that it is not there."""
        title = seen.effect.rule.title
        acts = outcome.truth(seen.effect.rule.id) is True
        found = list(subjects(self._pack, self._givens, seen, acts))
        reasons = (way for one in found for way in self._because(outcome, one, seen))
        said = next((way for way in reasons if holds(outcome, way)), "") if acts else ""
        if said:
            yield [said]
            return
        waits = f" until {self._fact(fact)} is answered" if fact else ""
        on_hold = (f"{one} is on hold{one.where}{waits}" for one in found if waits)
        yield [*on_hold, *(way for one in found for way in self._stands(outcome, one))]
        if acts:
            named = (one.treatment for one in found if one.area)
            yield [f'the explanation of {one} says "{title}"' for one in named]

    def _because(self, outcome: Outcome, subject: Subject, seen: Seen) -> Iterator[str]:
        rule = seen.effect.rule
        item = outcome.plan.item(seen.item)
        ends = {one.until for one in item.arguments if one.rule == rule.id} if item else set()
        for status in self._statuses(outcome, subject):
            said = f'{subject} is {status}{subject.where} because "{rule.title}"'
            yield from (f'{said} until "{quoted(one)}"' for one in sorted(ends) if one)
            yield said

    def _stands(self, outcome: Outcome, subject: Subject) -> Iterator[str]:
        for status in self._statuses(outcome, subject):
            yield f"{subject} is {status}{subject.where}"
        yield f"{subject} is not on the plan{subject.where}"

    def _statuses(self, outcome: Outcome, subject: Subject) -> Iterator[str]:
        try:
            found = outcome.treatments(subject.product, subject.area, subject.side, subject.goal)
        except StepError:
            return
        for one in dict.fromkeys(each.status for each in found):
            words = status_words(one)
            yield "suggested without caution" if one == "advised" else words

    def _fact(self, name: str) -> str:
        declared, place = self._pack.vocabulary.split(name)
        return self._givens.placed(self._pack.vocabulary.facts[declared], place)

    # --- findings ----------------------------------------------------------------------------

    def _findings(self, outcome: Outcome, effect: Effect) -> Iterator[Ways]:
        assert isinstance(effect.verb, Conclude)
        vocabulary = self._pack.vocabulary
        for name, values in effect.verb.values:
            declared = vocabulary.findings[name]
            place = effect.place if declared.each is not None else None
            state = outcome.case.view.states[ground_name(name, place)]
            called = [
                self._givens.where(one, place) for one in dict.fromkeys((declared.label, name))
            ]
            for value in values if isinstance(declared.kind, Choices) else values[:1]:
                for said in self._value(declared.kind, state, value):
                    yield [f"the finding {one} is {said}" for one in called]

    def _value(self, kind: object, state: State, value: str) -> Iterator[str]:
        match state:
            case Span(low, high) if isinstance(kind, Grade):
                levels = kind.scale.levels
                if low == high:
                    yield plain(levels[int(low)]) if low else "absent"
                else:
                    yield f"at least {plain(levels[int(low)])}" if low else "open"
            case Possible(values) if len(values) > 1:
                yield "open"
            case Possible(values):
                yield "yes" if "yes" in values else "absent"
            case Members(sure, perhaps):
                if value in sure:
                    yield plain(value)
                elif not sure:
                    yield "open" if perhaps else "absent"

    # --- all else ----------------------------------------------------------------------------

    def _referral(self, effect: Effect, to: str, urgency: str) -> Ways:
        named = f'the plan refers to "{to}"'
        because = f'because "{effect.rule.title}"'
        return [
            f"{named} {URGENCY[urgency]} {because}",
            f"{named} {because}",
            f'the plan does not refer to "{to}"',
        ]

    def _requirement(self, outcome: Outcome, effect: Effect) -> Iterator[Ways]:
        named = f"the requirement {effect.rule.id}"
        yield [f"{named} is {stands}" for stands in ("met", "not met", "open")]
        truths = outcome.case.situation.evaluation.truths
        for line in effect.lines:
            if truths[line] is not True:
                for fact in facts_read(self._pack.ground.conditions[line])[:1]:
                    if self._pack.vocabulary.split(fact)[0] in self._pack.vocabulary.facts:
                        yield [f"{named} lacks {self._fact(fact)}"]

    def _order(self, seen: Seen) -> Iterator[Ways]:
        first, then = (treatment(self._givens, one) for one in (seen.item, seen.other))
        both = f"{first} and {then}"
        yield [f"{both} are in different sessions", f"{both} share a session"]
        if isinstance(seen.effect.verb, Sequence):
            yield [f"{first} comes before {then}", f"{then} comes before {first}"]

    def _duration(self, outcome: Outcome, seen: Seen) -> Iterator[str]:
        item: Item | None = outcome.plan.item(seen.item)
        if item is not None and item.lasts_months is not None:
            found = item.lasts_months
            said = treatment(self._givens, seen.item)
            months = f"from {figure(found.from_)} to {figure(found.to)} months"
            yield f"the result of {said} lasts {months}, towards {TOWARDS[found.towards]}"

    def _review(self, seen: Seen, review: Review) -> Ways:
        said = treatment(self._givens, seen.item)
        first, last = length(review.after.from_), length(review.after.to)
        span = first if first == last else f"{first} to {last}"
        due = f"a review of {said} is due after {span}"
        return [f'{due} for "{quoted(review.purpose)}"', due]


def quoted(text: str) -> str:
    """The beginning of a text, as far as it can be quoted."""
    said = " ".join(text.split()).partition('"')[0].strip()
    if len(said) <= LONGEST:
        return said.rstrip(".")
    first = re.split(r"(?<=[^\d])[.:;]\s", said)[0]
    kept = first if len(first) <= LONGEST else first[:LONGEST].rpartition(" ")[0]
    return kept.rstrip(" .,;:")
