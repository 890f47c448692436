"""Two witnesses: the evaluator and the second engine, which must agree on every plan.

The evaluator is the authority on what a rule means, and alone gives traces. The second engine
(durable-rules) runs what was lowered from the same tree. Where they differ there is no plan but
an error that names the rule, and a case that can be replayed.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from poise.evaluate import Evaluation
from poise.grounded import GroundedPack, GroundFinding
from poise.rete import Derived, SecondEngineError, SecondEngineLimit
from poise.situation import Situation
from poise.values import Members, Possible, Span, State, Truth
from poise.version import VERSION
from poise.writing import document

if TYPE_CHECKING:
    from poise.pack import RulePack

EVALUATOR = "evaluator"
SECOND = "durable-rules"
CASE = "poise.disagreement/1"
"""The schema of a saved case."""


@dataclass(frozen=True, slots=True)
class Witness:
    """Which engines ran, and whether they agreed; None where one ran alone."""

    engines: tuple[str, ...]
    agreed: bool | None
    note: str = ""


ALONE = Witness((EVALUATOR,), None)
ABSENT = Witness(
    (EVALUATOR,), None, "The second engine is not installed here: the evaluator ran alone."
)


class EngineDisagreement(Exception):  # noqa: N818 - its public name
    """The engines derive different things: `rule` names where, `case` is a file to replay.

    `rule` is empty where the second engine failed as a whole.
    """

    def __init__(self, differences: tuple[str, ...], case: Path, rule: str = "") -> None:
        where = f"on the rule '{rule}'" if rule else f"({differences[0]})"
        super().__init__(
            f"the two engines disagree {where}, so there is no plan; "
            f"the case was saved to {case}: please report it"
        )
        self.differences = differences
        self.rule = rule
        self.case = case


def agree(pack: RulePack, situation: Situation) -> Witness:
    """Run the second engine and compare; raises EngineDisagreement."""
    if pack.network is None:
        return ABSENT
    try:
        derived = pack.network.derive(situation.states, situation.assessment.date)
    except SecondEngineLimit as limit:
        return Witness((EVALUATOR,), None, f"The second engine cannot hold this case: {limit}.")
    except SecondEngineError as error:
        fault = (str(error),)
        raise EngineDisagreement(fault, save_case(pack, situation, fault)) from error
    found = tuple(differences(pack.ground.logic, situation.evaluation, derived))
    if found:
        raise EngineDisagreement(found, save_case(pack, situation, found), _rule(pack, found[0]))
    return Witness((EVALUATOR, SECOND), True)


def _rule(pack: RulePack, difference: str) -> str:
    """The rule that a proposition belongs to, or that concludes a finding."""
    finding = next((one for one in pack.ground.logic.findings if one.id == difference), None)
    if finding is not None and finding.conclusions:
        difference = finding.conclusions[0].proposition
    return difference.partition("@")[0].partition("#")[0]


def differences(logic: GroundedPack, evaluation: Evaluation, derived: Derived) -> Iterator[str]:
    """Every proposition and finding on which the engines differ, rules first."""
    for proposition in logic.propositions:
        if derived.propositions[proposition.id] is not evaluation.truths[proposition.id]:
            yield proposition.id
    for finding in logic.findings:
        expected = dict(_values(finding, evaluation.states[finding.id]))
        told = derived.findings[finding.id]
        if any(told.get(value) is not truth for value, truth in expected.items()):
            yield finding.id


def _values(finding: GroundFinding, state: State) -> Iterator[tuple[str, Truth]]:
    """A finding's state as a truth for each of its values; a grade's mean "at least"."""
    match state:
        case Span(low, high):
            for index in range(1, len(finding.levels)):
                yield str(index), True if index <= low else None if index <= high else False
        case Possible(values):
            yield "yes", None if len(values) > 1 else "yes" in values
        case Members(sure, perhaps):
            for value in {one.value for one in finding.conclusions}:
                yield value, True if value in sure else None if value in perhaps else False


def save_case(pack: RulePack, situation: Situation, found: tuple[str, ...]) -> Path:
    """Write what is needed to replay a disagreement: `poise plan` reads it as an assessment."""
    data = {
        "schema": CASE,
        "engine": VERSION,
        "pack": {"id": pack.head.id, "version": pack.head.version, "digest": pack.digest},
        "differences": list(found),
        "assessment": document(situation.assessment, pack.vocabulary),
    }
    with tempfile.NamedTemporaryFile(
        "w", prefix="poise-disagreement-", suffix=".json", delete=False, encoding="utf-8"
    ) as file:
        json.dump(data, file, indent=2, ensure_ascii=False)
    return Path(file.name)
