"""What the solver tells of a pack, as problems at their places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from poise.check.allowing import unallowed
from poise.check.asking import Asking, Kept
from poise.check.claims import claims
from poise.check.cone import Cone
from poise.check.flowing import flow
from poise.check.proving import Prover, Refuted, Undecided, Verdict
from poise.check.statements import refuted, statements
from poise.check.surveying import survey
from poise.pack import RulePack
from poise.problems import Problem


def solver_problems(
    pack: RulePack, kept: Kept, path: str | Path | None = None
) -> Iterator[Problem]:
    """Every problem that the solver finds in a pack that was read from `path`.

    What is clean is remembered, and not asked again. Raises ModuleNotFoundError where there is
    something to ask and z3 is not installed.
    """
    yield from dict.fromkeys(statements(pack))
    asking = Asking(pack, path)
    yield from _proofs(pack, asking.cone, kept)
    yield from unallowed(pack.contents, survey(asking, kept))


def _proofs(pack: RulePack, cone: Cone, kept: Kept) -> Iterator[Problem]:
    every = tuple(claims(pack))
    prover = Prover(pack, every, cone)
    fresh = [(one, mark) for one in every if (mark := prover.digest(one)) not in kept]
    proved = prover.proved([claim for claim, _ in fresh])
    told: set[str] = set()
    for claim, mark in fresh:
        if claim.proof.id in told and claim.name not in proved:
            continue
        verdict = None if claim.name in proved else prover.verdict(claim)
        if verdict is None:
            kept.add(mark)
        else:
            told.add(claim.proof.id)
            yield _problem(pack, verdict)


def _problem(pack: RulePack, verdict: Verdict) -> Problem:
    match verdict:
        case Refuted(claim, what, assessment):
            return refuted(pack.contents, claim.proof.id, what, f"shown by {flow(assessment)}")
        case Undecided(claim, why):
            place = pack.contents.proof_places[claim.proof.id]
            return Problem(
                *place, "not-decided", f"'{claim.proof.id}' is neither proved nor refuted: {why}"
            )
    raise AssertionError(verdict)
