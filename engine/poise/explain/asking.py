"""What is undecided: the open questions, most decisive first, and what each answer would do."""

from __future__ import annotations

from collections.abc import Iterator

from poise.answers import Record
from poise.assessment import Assessment
from poise.pack import RulePack
from poise.plan import Part, Question
from poise.planning.case import Case, open_case
from poise.planning.items import Board, boards
from poise.planning.open_facts import About
from poise.planning.questions import questions
from poise.planning.standing import RANK
from poise.planning.trials import trials
from poise.rules import Refer
from poise.situation import inapplicable
from poise.values import UNKNOWN
from poise.wording import Wording
from poise.writing import answer


class Turn(Part):
    """What an answer does to one item, or to one of its options alone: the status that it has now
    and would have; empty where it is not on the plan."""

    item: str
    option: str
    """The member that alone turns; empty where the item does."""
    label: str
    now: str
    then: str


class Way(Part):
    """Answers that lead to the same plan, and how that differs from the plan of today."""

    answers: tuple[str, ...]
    turns: tuple[Turn, ...]
    referrals: tuple[str, ...]
    """To whom the patient would be referred besides."""
    asks: tuple[str, ...]
    """What would be asked next, because of the answer."""


class Undecided(Part):
    """An open question, and what each answer to it would do."""

    question: Question
    ways: tuple[Way, ...]


class Questions(Part):
    """Every open question of an assessment, in the order of the plan."""

    open: tuple[Undecided, ...]


def undecided(pack: RulePack, assessment: Assessment) -> Questions:
    """The questions with what their answers would do, each tried by the evaluator."""
    case = open_case(pack, assessment)
    asked = questions(case, boards(case))
    return Questions(open=tuple(Undecided(question=one, ways=_ways(case, one)) for one in asked))


def _ways(case: Case, question: Question) -> tuple[Way, ...]:
    fact, _, field = question.about.partition(": ")
    about = About(fact, field)
    grouped: dict[tuple[tuple[Turn, ...], tuple[str, ...], tuple[str, ...]], list[str]] = {}
    seen: set[str] = set()
    for tried in trials(case.pack, case.pack.readers, case.assessment, about):
        if tried.digest in seen:
            continue
        seen.add(tried.digest)
        then = open_case(case.pack, tried)
        if inapplicable(case.pack.model, tried, then.view):
            continue
        told = (tuple(_turns(case, then)), _referred(case, then), _asked(case, then))
        grouped.setdefault(told, []).append(_answer(case.pack, tried, about))
    return tuple(
        Way(answers=tuple(dict.fromkeys(answers)), turns=turns, referrals=sent, asks=asks)
        for (turns, sent, asks), answers in grouped.items()
    )


def _turns(now: Case, then: Case) -> Iterator[Turn]:
    """Every item whose status differs, and else every option whose status does."""
    before = {board.id: board for board in boards(now)}
    after = {board.id: board for board in boards(then)}
    wording = now.pack.wording
    for item, board in {**before, **after}.items():
        was = before[item].status if item in before else ""
        becomes = after[item].status if item in after else ""
        if was != becomes:
            label = wording.item(board.product, board.area)
            yield Turn(item=item, option="", label=label, now=was, then=becomes)
        elif item in before and item in after:
            yield from _options(wording, before[item], after[item])


def _options(wording: Wording, now: Board, then: Board) -> Iterator[Turn]:
    """The members of an item whose status differs, each by its best side."""
    before, after = _best(now), _best(then)
    for product in sorted({*before, *after}):
        was, becomes = before.get(product, ""), after.get(product, "")
        if was != becomes:
            label = wording.item(product, now.area)
            yield Turn(item=now.id, option=product, label=label, now=was, then=becomes)


def _best(board: Board) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in board.options:
        product = one.candidate.product
        if product not in found or RANK[one.status] < RANK[found[product]]:
            found[product] = one.status
    return found


def _referred(now: Case, then: Case) -> tuple[str, ...]:
    before = {effect.verb.to for effect in now.effects(Refer) if isinstance(effect.verb, Refer)}
    after = {effect.verb.to for effect in then.effects(Refer) if isinstance(effect.verb, Refer)}
    return tuple(sorted(after - before))


def _asked(now: Case, then: Case) -> tuple[str, ...]:
    """Facts that apply only by the answer, and are not answered."""
    return tuple(
        sorted(
            then.pack.wording.label(name)
            for name, condition in then.pack.ground.asked_when.items()
            if then.view.states[name] is UNKNOWN
            and then.view.truth(condition) is True
            and now.view.truth(condition) is not True
        )
    )


def _answer(pack: RulePack, tried: Assessment, about: About) -> str:
    """One tried answer in words."""
    if about.field:
        return _field(pack, tried.records[about.fact], about)
    if about.fact in tried.records:
        return _listed(tried.records[about.fact])
    return pack.wording.value(about.fact, tried.states[about.fact])


def _listed(records: tuple[Record, ...]) -> str:
    if not records:
        return "none"
    said = [
        ", ".join(sorted(getattr(state, "values", ())))
        for record in records
        for name, state in sorted(record.fields.items())
        if name in ("product", "area") and state is not UNKNOWN
    ]
    return f"such a record: {' in '.join(reversed(said))}" if said else "a record"


def _field(pack: RulePack, records: tuple[Record, ...], about: About) -> str:
    kind = pack.ground.records[about.fact].fields[about.field]
    states = [record.fields[about.field] for record in records if about.field in record.fields]
    return "; ".join(dict.fromkeys(str(answer(kind, state)) for state in states))
