"""The reference page of the steps, made from the phrases and docstrings of the steps themselves."""

from __future__ import annotations

from collections.abc import Iterator

from poise.gherkin.phrases import BLANKS, entries
from poise.gherkin.steps import STEPS

OPENING = """\
# Steps: how a pack is specified

A feature is a text file ending in `.feature`, in `features/` beside a pack or inside it (or where
its `pack.yaml` says). `poise test` runs the features of a pack, and so does `pytest features/`
where Poise is installed. There is nothing to program: these are all the steps there are, for any
pack, in the words of its own labels.

```gherkin
{example}
```

Each step is written as below. Capitals are blanks to fill in; what stands in square brackets may
be left out; `(is|are)` gives words to choose from; a digit only tells two blanks of a kind apart.
`And` and `But` continue the step before them, and a `Background` stands before every scenario of
its file. Names are found by their id or their label; capitals, underscores and a leading `a` or
`the` make no difference. A name that a pack does not have fails, with the nearest one that it has.

What is not recorded is not known: it is never taken for a no.
"""
CLOSING = """
## What a run shows

A scenario that fails is told as sentences: the step, what it expected, what the plan says and why.
At the end stands how many active rules some scenario saw fire, not fire, and open (where they rest
on a safety answer), with the rules that lack it. A rule fires where its condition holds, a ceiling
where it is reached, a requirement where it is not met or lacks the answer that it wants.
"""
EXAMPLE = """\
Feature: Acid soil is limed
  Moss likes an acid soil, and grass does not.

  Scenario: A lawn on acid soil, where nobody measured the water
    Given an assessment of 2026-11-22
      | fact        | value         |
      | Soil        | acid          |
      | roots.depth | {both: deep}  |
    And the patient wishes for less moss
    But Water is not known
    When the plan is drawn up
    Then lime is suggested for the lawn because "acid"
    But gravel is excluded for the hedge
    And the plan asks Water"""


def steps_reference() -> str:
    """The whole page, in Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield OPENING.format(example=EXAMPLE)
    for title, module in STEPS:
        yield f"## {title}\n"
        for entry in entries(module):
            for phrase in entry.phrases:
                yield f"- `{entry.type.capitalize()} {phrase}`  "
            yield f"  {entry.text}\n"
    yield "## What stands for what\n"
    yield "| blank | what may stand there |\n|---|---|"
    for name, blank in BLANKS.items():
        yield f"| `{name}` | {blank.meaning} |"
    yield CLOSING.rstrip("\n")
