"""Avoid: a rule that no scenario exercises.

    - id: lawn.rest
      title: No feed on a frozen lawn
      when: {site.frost: yes}
      defer: {items: {product: feed}, until: the frost is over}

Prefer: with it, a scenario in which it fires.

    Scenario: A frozen lawn rests
      Given Frost is yes
      When the plan is drawn up
      Then a feed is deferred for the lawn

Why: what nobody has seen a rule do nobody has agreed to, and nothing tells when an edit changes it.
A rule fires where its condition holds; a ceiling, where it is reached; a requirement, where it is
not met. `poise check` looks at the features of the pack, for which it needs `poise[test]`;
`--quick` does not. A pack without any is told so once. What else scenarios should show of a rule
is told by `poise test --coverage`.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey


def find(survey: Survey) -> Iterator[Breach]:
    if survey.exercise is None:
        return
    if not survey.exercise.has_features:
        yield Breach(
            "",
            "the pack has no features: no scenario says what its rules must do",
            "write them in a folder 'features' beside the pack, or in it",
            "notice",
        )
    for rule in survey.exercise.unexercised:
        yield Breach(
            rule,
            f"no scenario exercises '{rule}': it fires in none",
            f"write one in which it fires; 'poise scenarios {rule}' drafts it",
        )


LINT = Lint("unexercised-rule", "no scenario exercises a rule", find, of_scenarios=True)
