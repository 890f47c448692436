"""Questions: what would be worth knowing, most decisive first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from poise.assessment import Assessment
from poise.grounding import Effect
from poise.plan import Question, Safety
from poise.planning.candidates import Candidate
from poise.planning.case import Case, open_case
from poise.planning.items import Board
from poise.planning.open_facts import About, OpenFacts, unanswered
from poise.planning.requirements import bears
from poise.planning.standing import RANK, Argument, Standing
from poise.planning.trials import trials
from poise.rules import Refer, Require
from poise.vocabulary import ground_name

TREATMENT = "treatment"
"""What a checklist question touches: any treatment at all."""


def questions(case: Case, boards: Iterable[Board]) -> tuple[Question, ...]:
    """Every open question of the case, ranked."""
    touched = _touched(case, tuple(boards))
    found = []
    for about, touches in touched.items():
        fact = case.pack.vocabulary.facts[case.pack.vocabulary.split(about.fact)[0]]
        items = tuple(sorted(touches))
        found.append(
            Question(
                about=str(about),
                ask=_ask(case, about),
                decisive=_decisive(case, about),
                safety=fact.safety,
                touches=items,
            )
        )
    return tuple(
        sorted(
            found,
            key=lambda one: (not one.decisive, -len(one.touches), not one.safety, one.about),
        )
    )


def _touched(case: Case, boards: tuple[Board, ...]) -> dict[About, set[str]]:
    """For each open answer, the items and referrals that wait on it."""
    opener = OpenFacts(case)
    touched: dict[About, set[str]] = {}
    for board in boards:
        for standing in board.options:
            for about in _waits_on(case, standing, opener):
                touched.setdefault(about, set()).add(board.id)
    for effect in case.effects(Refer, sure=False):
        assert isinstance(effect.verb, Refer)
        if case.truth(effect) is None:
            for about in opener.proposition(effect.proposition):
                touched.setdefault(about, set()).add(f"referral: {effect.verb.to}")
    if any(RANK[board.status] <= RANK["on_hold"] for board in boards):
        for about in _checklist(case, opener):
            touched.setdefault(about, set()).add(TREATMENT)
    return dict(sorted(touched.items()))


def _waits_on(case: Case, standing: Standing, opener: OpenFacts) -> Iterator[About]:
    """What could still change where a candidate stands; one surely excluded asks nothing."""
    best = RANK[standing.at_best]
    if best < RANK["on_hold"]:
        for suggestion, truth in standing.support.suggestions:
            if truth is None and standing.support.truth is None:
                yield from opener.proposition(suggestion.effect.proposition)
    for argument in standing.arguments:
        if argument.truth is None and RANK[argument.status] > best:
            yield from _argument(case, standing, argument, opener)


def waits_on(case: Case, standing: Standing) -> frozenset[About]:
    """What one candidate waits on."""
    return frozenset(_waits_on(case, standing, OpenFacts(case)))


def _argument(
    case: Case, standing: Standing, argument: Argument, opener: OpenFacts
) -> Iterator[About]:
    effect = argument.effect
    if case.truth(effect) is None:
        yield from opener.proposition(effect.proposition)
    for line, truth in argument.lines:
        if truth is None:
            yield from opener.proposition(line)
    yield from _label(case, effect, standing.candidate, opener)


def _label(case: Case, effect: Effect, candidate: Candidate, opener: OpenFacts) -> Iterator[About]:
    """What the label status waits on, where a selector asks for it."""
    if effect.selector is not None and effect.selector.label is not None:
        condition = case.labels.open_condition(candidate.product, candidate.area)
        yield from opener.condition(condition)


def _checklist(case: Case, opener: OpenFacts) -> Iterator[About]:
    for effect in case.effects(Require, sure=False):
        assert isinstance(effect.verb, Require)
        if effect.verb.before == TREATMENT and bears(case, effect):
            if case.truth(effect) is None:
                yield from opener.proposition(effect.proposition)
            for line in effect.lines:
                if case.situation.evaluation.truths[line] is None:
                    yield from opener.proposition(line)
            for candidate in case.standings:
                if effect.selector is not None and case.means(effect.selector, candidate) is None:
                    yield from _label(case, effect, candidate, opener)


def _decisive(case: Case, about: About) -> bool:
    """Whether two of the answers, tried on either side of every threshold, differ."""
    first: object = None
    for count, assessment in enumerate(
        trials(case.pack, case.pack.readers, case.assessment, about)
    ):
        outcome = _tried(case, assessment)
        if count and outcome != first:
            return True
        first = outcome
    return False


def _tried(case: Case, assessment: Assessment) -> object:
    return _outcome(open_case(case.pack, assessment))


def _outcome(case: Case) -> object:
    """What makes two plans differ: a status, a referral, a requirement or a finding."""
    truths = case.situation.evaluation.truths
    return (
        tuple((candidate, standing.status) for candidate, standing in case.standings.items()),
        tuple(effect.proposition for effect in case.effects(Refer)),
        tuple(
            (
                effect.proposition,
                truths[effect.proposition],
                *(truths[line] for line in effect.lines),
            )
            for effect in case.effects(Require, sure=False)
        ),
        tuple(case.view.states[one.id] for one in case.pack.ground.logic.findings),
    )


def _ask(case: Case, about: About) -> str:
    name, place = case.pack.vocabulary.split(about.fact)
    fact = case.pack.vocabulary.facts[name]
    if about.field:
        return f"{fact.label}: what is the {about.field} of each, as exactly as can be found out?"
    if place is None:
        return fact.ask
    where = case.wording.area(place) if place in case.pack.taxonomy.areas else place
    return f"{fact.ask} ({where.lower()})"


def unanswered_safety(case: Case) -> tuple[Safety, ...]:
    """Safety facts that may apply and were not answered, those per side or area told once."""
    found = []
    for fact in case.pack.vocabulary.facts.values():
        if not fact.safety:
            continue
        places = case.pack.vocabulary.places(fact.each) or (None,)
        missing = [place for place in places if unanswered(case, ground_name(fact.id, place))]
        if not missing:
            continue
        if len(missing) == len(places):
            found.append(Safety(about=fact.id, ask=fact.ask))
        else:
            for place in missing:
                name = ground_name(fact.id, place)
                found.append(Safety(about=name, ask=_ask(case, About(name))))
    return tuple(sorted(found, key=lambda one: one.about))
