"""Draws up a plan: opens the case, asks both engines, and tells everything in order."""

from __future__ import annotations

from collections.abc import Iterable

from poise.assessment import Assessment, Request
from poise.canonical import digest
from poise.conditions import ALWAYS
from poise.engines import ALONE, Witness, agree
from poise.grounding import Effect
from poise.pack import RulePack
from poise.plan import (
    AssessmentStamp,
    CandidateOnPlan,
    Conflict,
    Consideration,
    EngineStamp,
    Expectation,
    FindingOnPlan,
    Item,
    Plan,
    Referral,
    RequestAnswer,
    TestTrace,
)
from poise.planning.arguments import Held, because, plan_arguments
from poise.planning.candidacy import candidacy, is_ready
from poise.planning.case import Case, open_case
from poise.planning.items import Board, asked_for, boards
from poise.planning.longevity import item_lasting
from poise.planning.questions import questions, unanswered_safety
from poise.planning.requirements import requirements
from poise.planning.schedule import reviews_on_plan, schedule
from poise.planning.sessions import contradicting, visits
from poise.planning.stamp import pack_stamp
from poise.planning.standing import RANK, Argument, Standing
from poise.planning.waiting import waits_on
from poise.rules import Conclude, Consider, Expect, Prefer, Refer, Rule
from poise.values import Members, Possible, Span, State
from poise.version import VERSION
from poise.wording import figure

URGENCIES = ("urgent", "soon", "routine")


def draw_up(pack: RulePack, assessment: Assessment) -> Plan:
    """The plan for one assessment. Raises EngineDisagreement where the engines differ."""
    case = open_case(pack, assessment)
    return tell(case, agree(pack, case.situation))


def draw_up_alone(pack: RulePack, assessment: Assessment) -> Plan:
    """The same plan by the evaluator alone."""
    return tell(open_case(pack, assessment), ALONE)


def tell(case: Case, witness: Witness) -> Plan:
    """A case as a plan."""
    ordered = boards(case)
    sessions = visits(case, ordered)
    session_of = {
        board.id: number for number, visit in enumerate(sessions, start=1) for board in visit.boards
    }
    asked = questions(case, ordered)
    required = requirements(case)
    stands = candidacy(case, ordered, asked)
    items = tuple(_item(case, board, session_of.get(board.id)) for board in ordered)
    findings = tuple(_findings(case))
    considerations = tuple(_considerations(case))
    referrals = tuple(_referrals(case))
    expectations = tuple(_expectations(case, ordered))
    plan = Plan(
        plan_id=_plan_id(case),
        pack=pack_stamp(case.pack),
        engine=EngineStamp(
            version=VERSION, engines=witness.engines, agreed=witness.agreed, note=witness.note
        ),
        assessment=AssessmentStamp(
            digest=case.assessment.digest,
            date=case.assessment.date,
            screened=case.assessment.screened,
        ),
        candidacy=stands,
        ready=is_ready(stands, required),
        findings=findings,
        considerations=considerations,
        conflicts=tuple(_conflicts(case)),
        requests=tuple(_requests(case)),
        items=items,
        referrals=referrals,
        requirements=required,
        questions=asked,
        unanswered_safety=unanswered_safety(case),
        schedule=schedule(case, sessions),
        expectations=expectations,
        sources={},
        notes=tuple(_notes(case, ordered)),
        intended_use=" ".join(case.pack.head.intended_use.split()),
        population=" ".join(case.pack.head.population.split()),
        limitations=tuple(" ".join(one.split()) for one in case.pack.head.limitations),
    )
    return plan.model_copy(update={"sources": _cited(case.pack, plan)})


def _plan_id(case: Case) -> str:
    return digest((case.pack.digest, case.assessment.digest, VERSION))[:32]


def _notes(case: Case, ordered: tuple[Board, ...]) -> Iterable[str]:
    """Orders that were left out. Which engines ran stands elsewhere: it is not part of a plan."""
    for rule in sorted(case.pack.dropped_sequences):
        yield f"The optional order of '{rule}' contradicts the others and was left out."
    for rule in contradicting(case, ordered):
        yield f"The order of '{rule}' contradicts the others on this plan and was left out."


# --- findings and considerations -------------------------------------------------------------


def _findings(case: Case) -> Iterable[FindingOnPlan]:
    groups = list(case.pack.head.finding_groups)
    vocabulary = case.pack.vocabulary
    found = []
    for ground in case.pack.ground.logic.findings:
        state = case.view.states[ground.id]
        if _absent(state):
            continue
        group = vocabulary.findings[vocabulary.split(ground.id)[0]].group
        concluding = {one.proposition for one in ground.conclusions}
        held = [
            Held(effect, case.truth(effect))
            for effect in case.effects(Conclude, sure=False)
            if effect.proposition in concluding
        ]
        found.append(
            FindingOnPlan(
                id=ground.id,
                group=group,
                label=case.wording.label(ground.id),
                value=case.wording.value(ground.id, state),
                holds="surely" if _established(state) else "perhaps",
                arguments=plan_arguments(case, held),
            )
        )
    return sorted(found, key=lambda one: (groups.index(one.group), one.id))


def _absent(state: State) -> bool:
    match state:
        case Span(_, high):
            return high == 0
        case Possible(values):
            return values == {"no"}
        case Members(sure, perhaps):
            return not sure and not perhaps
    return True


def _established(state: State) -> bool:
    match state:
        case Span(low, _):
            return low > 0
        case Possible(values):
            return values == {"yes"}
        case Members(sure, _):
            return bool(sure)
    return False


def _considerations(case: Case) -> Iterable[Consideration]:
    """Each consideration in force once, on however many sides or areas it holds."""
    told: set[tuple[str, str]] = set()
    for effect in case.effects(Consider):
        assert isinstance(effect.verb, Consider)
        text = " ".join(effect.verb.text.split())
        if (effect.rule.id, text) not in told:
            told.add((effect.rule.id, text))
            yield Consideration(
                general=effect.rule.when == ALWAYS,
                rule=effect.rule.id,
                title=effect.rule.title,
                text=text,
                evidence=effect.rule.evidence,
                strength=effect.rule.strength,
            )


def _conflicts(case: Case) -> Iterable[Conflict]:
    goals = case.pack.vocabulary.goals
    wished = case.assessment.goals
    for one in wished:
        for other in wished:
            if one < other and (
                other in goals[one].conflicts_with or one in goals[other].conflicts_with
            ):
                yield Conflict(
                    goals=(one, other),
                    text=f"'{goals[one].label}' and '{goals[other].label}' pull against each "
                    "other: agree with the patient which comes first.",
                )


# --- items -----------------------------------------------------------------------------------


def _item(case: Case, board: Board, session: int | None) -> Item:
    best = board.best
    wording = case.wording
    leading = [one.candidate for one in board.leading]
    expected = [
        effect.verb.say
        for effect in case.effects(Expect)
        if isinstance(effect.verb, Expect)
        and any(case.means(effect.selector or effect.verb.items, one) is True for one in leading)
    ]
    return Item(
        product=board.product,
        area=board.area,
        label=f"{wording.product(board.product)}, {wording.area(board.area).lower()}",
        status=board.status,
        at_best=board.at_best,
        at_worst=board.at_worst,
        held_by=best.held_by,
        acts_on=best.candidate.acts_on,
        for_=tuple(dict.fromkeys(one.goal for one in leading if one.goal)),
        asked_for=asked_for(case, board),
        label_status=_label_status(case, board),
        session=session,
        lasts_months=item_lasting(case, board),
        reviews=reviews_on_plan(case, board),
        candidates=tuple(_candidate(case, one) for one in board.options),
        arguments=plan_arguments(
            case, _held(case, board), frozenset(one.candidate.product for one in board.options)
        ),
        expectations=tuple(dict.fromkeys(" ".join(say.split()) for say in expected)),
    )


def _label_status(case: Case, board: Board) -> str:
    """The label status of the options that lead; `varies` where they differ."""
    found = {case.labels.status(one.candidate.product, one.candidate.area) for one in board.leading}
    return next(iter(found)) if len(found) == 1 else "varies"


def _candidate(case: Case, standing: Standing) -> CandidateOnPlan:
    candidate = standing.candidate
    return CandidateOnPlan(
        product=candidate.product,
        label=case.wording.product(candidate.product),
        side=candidate.side,
        for_=candidate.goal,
        acts_on=candidate.acts_on,
        status=standing.status,
        at_best=standing.at_best,
        at_worst=standing.at_worst,
        label_status=case.labels.status(candidate.product, candidate.area),
    )


def _held(case: Case, board: Board) -> list[Held]:
    """What speaks for an item, then what speaks against it, gravest first."""
    speaking = [
        Held(suggestion.effect, truth, one.candidate.product)
        for one in board.options
        for suggestion, truth in one.support.suggestions
    ]
    speaking += [
        Held(effect, True, one.candidate.product)
        for effect in case.effects(Prefer)
        for one in board.options
        if effect.selector is not None and case.means(effect.selector, one.candidate) is True
    ]
    against = [
        (argument, one.candidate.product) for one in board.options for argument in one.arguments
    ]
    against.sort(
        key=lambda one: (-RANK[one[0].status], one[0].truth is None, one[0].effect.proposition)
    )
    return [*speaking, *(Held(one.effect, one.truth, product) for one, product in against)]


# --- requests, referrals, expectations -------------------------------------------------------


def _requests(case: Case) -> Iterable[RequestAnswer]:
    for index, request in enumerate(case.assessment.requests):
        standings = [case.standings[one] for one in case.answering[index]]
        best = min(standings, key=lambda one: RANK[one.status])
        yield RequestAnswer(
            product=request.product,
            area=request.area,
            side=request.side,
            for_=request.goal,
            amount="" if request.amount is None else f"{figure(request.amount)} {request.unit}",
            status=best.status,
            because=_answer(case, request, best),
        )


def _answer(case: Case, request: Request, best: Standing) -> str:
    if best.suggested:
        titles = dict.fromkeys(
            s.effect.rule.title for s, truth in best.support.suggestions if truth
        )
        cautions = dict.fromkeys(
            one.effect.rule.title for one in best.arguments if one.status == best.status
        )
        warned = f" With caution: {'; '.join(cautions)}." if best.status == "cautioned" else ""
        return f"Supported: {'; '.join(titles)}.{warned}"
    sure = [one for one in best.arguments if one.truth and RANK[one.status] >= RANK[best.status]]
    if best.status == "discouraged" and best.support.truth is False:
        purpose = f" for '{case.wording.goal(request.goal)}'" if request.goal else ""
        against = f" {_told(sure)}" if sure else ""
        return f"Nothing in the assessment supports it{purpose}.{against}"
    if sure:
        return _told(sure)
    waits = sorted({case.wording.label(one.fact) for one in waits_on(case, best)})
    more = f" and {len(waits) - 3} more" if len(waits) > 3 else ""
    return f"Waits on: {'; '.join(waits[:3])}{more}."


def _told(arguments: list[Argument]) -> str:
    """The titles of the rules behind these arguments, the gravest three."""
    titles = dict.fromkeys(one.effect.rule.title for one in arguments)
    return f"{'; '.join(list(titles)[:3])}."


def _referrals(case: Case) -> Iterable[Referral]:
    """Each referral once, at its most urgent, with every reason for it."""
    by_target: dict[str, list[tuple[int, Effect, Refer]]] = {}
    for effect in case.effects(Refer):
        assert isinstance(effect.verb, Refer)
        rank = URGENCIES.index(effect.verb.urgency)
        by_target.setdefault(effect.verb.to, []).append((rank, effect, effect.verb))
    found = []
    for target, told in by_target.items():
        told.sort(key=lambda one: (one[0], one[1].proposition))
        _, first, verb = told[0]
        found.append(
            Referral(
                to=target,
                urgency=verb.urgency,
                rule=first.rule.id,
                title="; ".join(dict.fromkeys(effect.rule.title for _, effect, _ in told)),
                because=" ".join(dict.fromkeys(because(case, effect) for _, effect, _ in told)),
                evidence=tuple(
                    dict.fromkeys(
                        source for _, effect, _ in told for source in effect.rule.evidence
                    )
                ),
            )
        )
    return sorted(found, key=lambda one: (URGENCIES.index(one.urgency), one.to))


def _expectations(case: Case, ordered: tuple[Board, ...]) -> Iterable[Expectation]:
    """Each expectation once, with every item that it speaks of."""
    live = [board for board in ordered if RANK[board.status] <= RANK["on_hold"]]
    told: dict[str, tuple[Rule, set[str]]] = {}
    for effect in case.effects(Expect):
        assert isinstance(effect.verb, Expect)
        selector = effect.selector or effect.verb.items
        items = {
            board.id
            for board in live
            if any(case.means(selector, one.candidate) is True for one in board.leading)
        }
        if items:
            text = " ".join(effect.verb.say.split())
            told.setdefault(text, (effect.rule, set()))[1].update(items)
    for text, (rule, spoken_of) in told.items():
        yield Expectation(
            text=text,
            items=tuple(board.id for board in live if board.id in spoken_of),
            rule=rule.id,
            evidence=rule.evidence,
        )


# --- sources ---------------------------------------------------------------------------------


def _cited(pack: RulePack, plan: Plan) -> dict[str, str]:
    """The title of every source that the plan cites; a statement is told with its article."""
    cited: set[str] = set()
    arguments = [argument for item in plan.items for argument in item.arguments]
    arguments += [argument for finding in plan.findings for argument in finding.arguments]
    for argument in arguments:
        cited.update(argument.evidence, *map(_sources, argument.tests))
    for item in plan.items:
        cited.update(*(review.evidence for review in item.reviews))
        if item.lasts_months is not None:
            cited.update(item.lasts_months.evidence)
    told = [one.evidence for one in plan.considerations]
    told += [one.evidence for one in plan.referrals]
    told += [one.evidence for one in plan.requirements]
    told += [one.evidence for one in plan.expectations]
    cited.update(*told)
    return {name: pack.cited(name) for name in sorted(cited)}


def _sources(trace: TestTrace) -> set[str]:
    """The sources of every scale and range that a trace read."""
    return set(trace.source).union(*map(_sources, trace.tests))
