"""One patient before one pack: the state of every input, and the truth of every proposition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from poise.assessment import Assessment
from poise.evaluate import Evaluation, View, evaluate
from poise.grounding import Ground
from poise.measures import Computer
from poise.taxonomy import Taxonomy
from poise.values import (
    NOT_APPLICABLE,
    UNKNOWN,
    Members,
    Possible,
    State,
    exactly,
    just,
    rounded,
)
from poise.vocabulary import (
    Choice,
    Choices,
    Grade,
    Kind,
    Number,
    Text,
    Vocabulary,
    ground_name,
)

GIVEN = just("given")
"""The state of a list of records that was given: what it holds is read by measures."""


@dataclass(frozen=True, slots=True)
class Model:
    """What situations are worked out from: the parts of a pack that they read."""

    vocabulary: Vocabulary
    taxonomy: Taxonomy
    ground: Ground
    askable: tuple[str, ...]
    """The ground names of all facts."""
    findings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known of one patient, and what follows from it."""

    assessment: Assessment
    evaluation: Evaluation

    @property
    def states(self) -> Mapping[str, State]:
        return self.evaluation.view.states

    def answered(self, name: str) -> bool:
        """Whether a fact was answered, or surely does not apply."""
        return self.states.get(name, UNKNOWN) is not UNKNOWN


def model(vocabulary: Vocabulary, taxonomy: Taxonomy, ground: Ground) -> Model:
    askable = tuple(
        ground_name(fact.id, place)
        for fact in vocabulary.facts.values()
        if not isinstance(fact.kind, Text)
        for place in vocabulary.places(fact.each) or (None,)
    )
    return Model(
        vocabulary, taxonomy, ground, askable, frozenset(one.id for one in ground.logic.findings)
    )


def inputs(model: Model, assessment: Assessment) -> View:
    """The state of every fact and measure: answered, unknown, or not applicable."""
    states: dict[str, State] = {
        name: assessment.states.get(name, UNKNOWN) for name in model.askable
    }
    states.update(dict.fromkeys(assessment.records, GIVEN))
    view = View(states, model.ground.logic.levels, assessment.date)
    presumed = presumed_facts(model, assessment)
    for name, condition in model.ground.asked_when.items():
        truth = view.truth(condition)
        if truth is False:
            states[name] = NOT_APPLICABLE
        elif truth is None and name in presumed:
            states[name] = UNKNOWN
    Computer(model.ground, model.taxonomy, assessment.records, assessment.requests, view).run()
    return view


def presumed_facts(model: Model, assessment: Assessment) -> frozenset[str]:
    """What a group answered in one word says of facts that are not always asked.

    It holds where they apply: while that is open they are unknown, so that no later answer takes
    a value back.
    """
    found = set()
    for name in model.ground.asked_when if assessment.screened else ():
        fact = model.vocabulary.facts[model.vocabulary.split(name)[0]]
        if fact.group in assessment.screened and fact.normal is not None:
            normal = _normal(fact.kind, fact.normal)
            if assessment.records.get(name) == () or assessment.states.get(name) == normal:
                found.add(name)
    return frozenset(found)


def _normal(kind: Kind, value: str | tuple[str, ...]) -> State:
    match kind:
        case Grade(scale):
            return exactly(scale.levels.index(str(value)))
        case Number():
            return exactly(rounded(float(str(value))))
        case Choice():
            return Possible(kind.meaning(str(value)))
        case Choices():
            return Members(frozenset(value))
    return just(str(value))


def situate(model: Model, assessment: Assessment) -> Situation:
    """Work out everything that follows from an assessment."""
    view = inputs(model, assessment)
    return Situation(assessment, evaluate(model.ground.logic, view.states, assessment.date))


def not_applicable(model: Model, assessment: Assessment) -> tuple[str, ...]:
    """The facts that were answered although they surely do not apply."""
    return inapplicable(model, assessment, inputs(model, assessment))


def inapplicable(model: Model, assessment: Assessment, view: View) -> tuple[str, ...]:
    """The same where the states of its facts are already worked out."""
    given = {*assessment.states, *assessment.records}
    found = [
        name
        for name in model.ground.asked_when
        if name in given
        and view.states[name] is NOT_APPLICABLE
        and assessment.states.get(name, NOT_APPLICABLE) is not UNKNOWN
    ]
    return tuple(sorted(set(found) - presumed_facts(model, assessment))) if found else ()


def with_answer(assessment: Assessment, name: str, state: State) -> Assessment:
    """The same assessment with one fact answered otherwise."""
    return replace(assessment, states={**assessment.states, name: state})
