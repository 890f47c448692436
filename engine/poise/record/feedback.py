"""What a clinician did with a decision, as a further record: nothing that was written changes.

A plan that nobody answered was not overridden: it was not answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from poise.problems import did_you_mean
from poise.record.decisions import check_role
from poise.record.errors import RecordError
from poise.record.jcs import canonical
from poise.record.reading import content, find
from poise.record.store import Kept, Store

Outcome = Literal["accepted", "edited", "overridden"]

OUTCOMES: tuple[Outcome, ...] = ("accepted", "edited", "overridden")
REASONS: Mapping[str, str] = {
    "patient-preference": "the patient wants it otherwise",
    "judgement": "the clinician judges it otherwise",
    "answers-wrong": "what was recorded was wrong, or has changed",
    "rule-wrong": "the rule is wrong, or was not made for such a case",
    "done-before": "it was done before, or is planned elsewhere",
    "not-available": "it cannot be had or done here",
    "other": "something else, told in words",
}
"""Why something was overridden: few and the same everywhere, so that they can be counted."""


def answer(
    store: Store,
    about: int,
    outcome: Outcome,
    *,
    role: str,
    item: str = "",
    rule: str = "",
    reason: str = "",
    words: str = "",
) -> Kept:
    """Record what became of a decision, of one item of it, or of what one rule said.

    Raises RecordError where there is no such decision, item, rule or reason.
    """
    check_role(role)
    _check(outcome, item, rule, reason, words)
    said = {"outcome": outcome, "item": item, "rule": rule, "reason": reason, "words": words}
    with store.writing() as writing:
        decision = find(writing.connection, about, "decision")
        plan = content(writing.connection, decision.record, "plan")
        if plan is None:
            raise RecordError(f"the plan of record {about} was erased: nothing more is said of it")
        _check_target(plan, about, item, rule)
        parts = {"feedback": canonical(said)}
        return writing.append("feedback", role, parts, {"about": about})


def _check(outcome: str, item: str, rule: str, reason: str, words: str) -> None:
    if outcome not in OUTCOMES:
        raise RecordError(f"'{outcome}' is no outcome", did_you_mean(outcome, OUTCOMES))
    if item and rule:
        raise RecordError("feedback is on an item or on a rule, not on both", "record two")
    if outcome == "overridden" and not reason:
        raise RecordError("what is overridden needs a reason", f"one of: {', '.join(REASONS)}")
    if reason and outcome != "overridden":
        raise RecordError("only what is overridden has a reason", "say the rest in words")
    if reason and reason not in REASONS:
        raise RecordError(f"'{reason}' is no reason", did_you_mean(reason, REASONS))
    if reason == "other" and not words:
        raise RecordError("'other' says nothing by itself", "say it in words")


def _check_target(plan: Mapping[str, Any], about: int, item: str, rule: str) -> None:
    items = {f"{one['product']}/{one['area']}" for one in plan["items"]}
    if item and item not in items:
        raise RecordError(
            f"the plan of record {about} has no item '{item}'", did_you_mean(item, items)
        )
    rules = set(rules_of(plan))
    if rule and rule not in rules:
        raise RecordError(
            f"no rule '{rule}' speaks in the plan of record {about}", did_you_mean(rule, rules)
        )


def rules_of(plan: Mapping[str, Any]) -> Mapping[str, str]:
    """Every rule that argues about an item or a finding of a plan, with its version."""
    parts = [*plan["items"], *plan["findings"]]
    return {arg["rule"]: arg["version"] for part in parts for arg in part["arguments"]}
