"""Questions: what would be worth knowing, most decisive first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from poise.assessment import SETTING
from poise.plan import Question, Safety, Screen
from poise.planning.case import Case
from poise.planning.decisive import decisive
from poise.planning.items import Board
from poise.planning.open_facts import About, OpenFacts, unanswered
from poise.planning.requirements import bears
from poise.planning.standing import RANK
from poise.planning.waiting import effect_waits, label_waits, parts, spare_waits, standing_waits
from poise.rules import Refer, Require
from poise.vocabulary import Fact, ground_name

TREATMENT = "treatment"
"""What a checklist question touches: any treatment at all."""


def questions(case: Case, boards: Iterable[Board]) -> tuple[Question, ...]:
    """Every open question of the case, ranked."""
    waiting = parts(case)
    return _ranked(case, boards, lambda about: decisive(case, about, waiting))


def asked(case: Case, boards: Iterable[Board]) -> tuple[Question, ...]:
    """The same, without trying which are decisive: none is called so."""
    return _ranked(case, boards, lambda _: False)


def _ranked(
    case: Case, boards: Iterable[Board], decides: Callable[[About], bool]
) -> tuple[Question, ...]:
    found = []
    for about, touches in _touched(case, tuple(boards)).items():
        fact = case.pack.vocabulary.facts[case.pack.vocabulary.split(about.fact)[0]]
        found.append(
            Question(
                about=str(about),
                label=fact.label,
                ask=_ask(case, about),
                decisive=decides(about),
                safety=fact.safety,
                touches=tuple(sorted(touches)),
                screen=_screen(case, fact),
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
            for about in standing_waits(case, standing, opener):
                touched.setdefault(about, set()).add(board.id)
    for candidate, standing in case.spare.items():
        item = f"{case.pack.taxonomy.products[candidate.product].item}/{candidate.area}"
        for about in spare_waits(case, standing, opener):
            touched.setdefault(about, set()).add(item)
    for effect in case.effects(Refer, sure=False):
        assert isinstance(effect.verb, Refer)
        if case.truth(effect) is None:
            for about in opener.proposition(effect.proposition):
                touched.setdefault(about, set()).add(f"referral: {effect.verb.to}")
    if any(RANK[board.status] <= RANK["on_hold"] for board in boards):
        for about in _checklist(case, opener):
            touched.setdefault(about, set()).add(TREATMENT)
    return dict(sorted(touched.items()))


def _checklist(case: Case, opener: OpenFacts) -> Iterator[About]:
    for effect in case.effects(Require, sure=False):
        assert isinstance(effect.verb, Require)
        if effect.verb.before == TREATMENT and bears(case, effect):
            yield from effect_waits(case, effect, opener)
            for candidate in case.standings:
                if effect.selector is not None and case.means(effect.selector, candidate) is None:
                    yield from label_waits(case, effect, candidate, opener)


def _ask(case: Case, about: About) -> str:
    name, place = case.pack.vocabulary.split(about.fact)
    fact = case.pack.vocabulary.facts[name]
    if about.field:
        return f"{fact.label}: what is the {about.field} of each, as exactly as can be found out?"
    if place is None:
        return fact.ask
    where = case.wording.area(place) if place in case.pack.taxonomy.areas else place
    return f"{fact.ask} ({where.lower()})"


def _screen(case: Case, fact: Fact) -> Screen | None:
    """The group with which this fact may still be settled."""
    group = case.pack.vocabulary.groups.get(fact.group)
    if group is None:
        return None
    if fact.group == SETTING:
        return Screen(group=fact.group, label=group.label, by="clinic_file")
    if not group.screened or fact.normal is None or fact.group in case.assessment.screened:
        return None
    return Screen(group=fact.group, label=group.label, by="nothing_to_report")


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
