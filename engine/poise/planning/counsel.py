"""What a plan tells beside its items: considerations, conflicts, referrals, expectations."""

from __future__ import annotations

from collections.abc import Iterable

from poise.conditions import ALWAYS
from poise.grounding import Effect
from poise.plan import Conflict, Consideration, Expectation, Referral
from poise.planning.arguments import because
from poise.planning.case import Case
from poise.planning.items import Board
from poise.planning.standing import RANK
from poise.rules import Consider, Expect, Refer, Rule

URGENCIES = ("urgent", "soon", "routine")


def considerations(case: Case) -> Iterable[Consideration]:
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


def conflicts(case: Case) -> Iterable[Conflict]:
    """Wishes that pull against each other."""
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


def referrals(case: Case) -> Iterable[Referral]:
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


def expectations(case: Case, ordered: tuple[Board, ...]) -> Iterable[Expectation]:
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
