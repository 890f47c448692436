"""The tree lowered once to pairs of symbols: surely true and surely false.

Whatever executes rules without understanding them (the second engine, a solver) starts from a
`Program`: atoms, which are tests on one input, and Horn clauses over their symbols. Both symbols
of a pair are derived positively, so that no executor needs negation: neither means unknown. This
package shares nothing with the evaluator, so that two engines that agree are two witnesses.
"""

from __future__ import annotations

from poise.grounded import GroundedPack
from poise.lower.program import ALWAYS, NEVER, Atom, Clause, Pair, Program, Symbol

__all__ = ["ALWAYS", "NEVER", "Atom", "Clause", "Pair", "Program", "Symbol", "lower"]


def lower(pack: GroundedPack) -> Program:
    """The pack as a program; a finding must stand before whatever reads it."""
    # Who runs a program that was lowered before has no need of what lowers.
    from poise.lower.lowering import Lowering

    lowering = Lowering(pack)
    for finding in pack.findings:
        lowering.add_finding(finding)
    return lowering.program()
