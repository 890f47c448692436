"""Decision records: what was asked, what was answered, and by which rules.

A decision is drawn up and recorded in one step, or not at all. Its parts can be erased: the
assessment, the plan, and the case that the caller gave it. The title and the free text of an
assessment are left out, and what names a person has no place to stand.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from poise.assessment import Assessment
from poise.plan import Plan
from poise.record.errors import RecordError
from poise.record.jcs import canonical
from poise.record.packs import KeptPack, write_pack
from poise.record.store import Kept, Store, Writing
from poise.writing import document

Given = Mapping[str, Any] | str | Path

_ROLE = re.compile(r"[a-z][a-z -]{0,39}")
_CASE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,63}")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A plan, with all that it takes to draw it up again."""

    kept: KeptPack
    read: Assessment
    """As it was read, with what the clinic keeps."""
    assessment: Mapping[str, Any]
    """By itself, as a document without title and free text."""
    clinic: Mapping[str, Any] | None
    plan: Plan


@dataclass(frozen=True, slots=True)
class Decided:
    """A plan that is recorded."""

    drawn: Drawn
    record: Kept

    @property
    def plan(self) -> Plan:
        return self.drawn.plan


def decide(
    store: Store,
    kept: KeptPack,
    assessment: Given,
    clinic: Any = None,
    *,
    case: str = "",
    role: str = "",
    retain_until: datetime.date | None = None,
) -> Decided:
    """Draw up a plan and record the decision.

    `case` is a reference that means something only in the caller's own system, `role` in which
    role somebody asked. Raises AssessmentError, EngineDisagreement, or RecordError: then nothing
    was recorded.
    """
    check_case(case)
    check_role(role)
    drawn = draw(kept, assessment, clinic)
    with store.writing() as writing:
        record = write_decision(writing, drawn, case=case, role=role, retain_until=retain_until)
    return Decided(drawn, record)


def draw(kept: KeptPack, assessment: Given, clinic: Any = None) -> Drawn:
    """Draw up a plan, recording nothing yet."""
    pack = kept.pack
    own = pack.read_assessment(assessment)
    joined = own if clinic is None else pack.read_assessment(assessment, clinic)
    written = document(replace(own, title="", texts={}), pack.vocabulary)
    _check(pack.read_assessment(written).digest == own.digest)
    return Drawn(kept, joined, written, _clinic(kept, own, clinic), pack.plan(joined))


def _check(same: bool) -> None:
    """INVARIANT: what is recorded reads as what was planned."""
    if not same:
        raise RecordError(
            "the assessment cannot be written back as it was read; nothing was recorded",
            "this is a fault of Poise: please report it with the assessment",
        )


def _clinic(kept: KeptPack, own: Assessment, clinic: Any) -> Mapping[str, Any] | None:
    """What the clinic keeps, by itself: an assessment that says nothing else."""
    if clinic is None:
        return None
    alone = kept.pack.read_assessment({"date": own.date.isoformat()}, clinic)
    written = document(replace(alone, texts={}), kept.pack.vocabulary)
    return {name: value for name, value in written.items() if name != "date"}


def write_decision(
    writing: Writing,
    drawn: Drawn,
    *,
    case: str = "",
    role: str = "",
    retain_until: datetime.date | None = None,
) -> Kept:
    """Record a decision within a transaction, so that many are written at once."""
    check_case(case)
    check_role(role)
    plan, pack = drawn.plan, drawn.plan.pack
    files = write_pack(writing, drawn.kept)
    clinic = None if drawn.clinic is None else writing.keep(canonical(drawn.clinic))
    parts = {"assessment": canonical(drawn.assessment), "plan": canonical(plan.as_dict())}
    if case:
        parts["case"] = canonical(case)
    said = {
        "engine": plan.engine.model_dump(mode="json"),
        "pack": {"id": pack.id, "version": pack.version, "digest": pack.digest, "files": files},
        "clinic": clinic,
        "retain_until": None if retain_until is None else retain_until.isoformat(),
    }
    return writing.append("decision", role, parts, said)


def check_role(role: str) -> None:
    """Raises RecordError for what may be somebody's name."""
    if role and not _ROLE.fullmatch(role):
        raise RecordError(
            f"'{role}' is not a role",
            "a role is small letters, such as 'treating clinician': never who, only in which role",
        )


def check_case(case: str) -> None:
    if case and not _CASE.fullmatch(case):
        raise RecordError(
            f"'{case}' is not a case reference",
            "up to 64 letters, digits and . _ / -, which mean something only in your own system: "
            "never a name, an address or a date of birth",
        )
