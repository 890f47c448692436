"""Avoid: strong advice on evidence of low certainty, without saying why.

    - id: root.avoid
      strength: strong
      certainty: very_low

Prefer: a weaker word, or the reason.

    - id: root.avoid
      strength: strong
      certainty: very_low
      reason: The tree would die of it, and nothing is lost by leaving it.

Why: "we recommend" and "must not" are heard as settled. Where the evidence is weak they may
still be right, for the harm may be grave, but then the reader has to be told so.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey

WEAK = ("low", "very_low")


def find(survey: Survey) -> Iterator[Breach]:
    for rule in survey.active():
        if rule.strength == "strong" and rule.certainty in WEAK and not rule.reason:
            certainty = rule.certainty.replace("_", " ")
            yield Breach(
                rule.id,
                f"'{rule.id}' is strong on evidence of {certainty} certainty, and gives no reason",
                "add 'reason: ...', or let it be 'strength: conditional'",
            )


LINT = Lint("strong-on-weak", "strong advice rests on weak evidence without a reason", find)
