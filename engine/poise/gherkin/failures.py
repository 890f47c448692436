"""Why a step fails, said as sentences to the author of a feature."""

from __future__ import annotations

from collections.abc import Iterable

from poise.problems import Problem


class StepError(Exception):
    """A step that cannot be taken, or an expectation that the plan does not meet.

    `sentence` says which; `details` say what there is instead, and why.
    """

    def __init__(self, sentence: str, details: Iterable[str] = ()) -> None:
        self.sentence = sentence
        self.details = tuple(details)
        super().__init__("\n".join((sentence, *self.details)))


def unmet(expected: str, found: Iterable[str]) -> StepError:
    """An expectation that is not met, beside what the plan says."""
    lines = tuple(found)
    return StepError(
        f"expected: {expected}",
        (f"the plan: {lines[0]}", *(f"          {line}" for line in lines[1:])) if lines else (),
    )


def problem_lines(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Problems without their places, which in a feature are the step itself."""
    lines = []
    for one in problems:
        lines.append(one.message)
        if one.hint:
            lines.append(f"  {one.hint}")
    return tuple(lines)
