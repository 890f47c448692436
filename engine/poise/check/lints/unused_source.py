"""Avoid: a source that nothing cites.

    T99: {title: A trial, kind: trial, year: 2020}

Prefer: the rules that rest on it name it; or it leaves the registry.

Why: a list of sources reads as the ground that the advice stands on. One that carries nothing
makes the ground look wider than it is. A pack that lists all that was read says so with `allow`.
"""

from __future__ import annotations

from collections.abc import Iterator

from poise.check.lints.lint import Breach, Lint, Survey
from poise.reads import citing

BASIS = ("recalled", "authored")


def find(survey: Survey) -> Iterator[Breach]:
    sources = survey.contents.sources
    for name, resting in citing(survey.contents).items():
        if not resting and sources[name].kind not in BASIS:
            yield Breach(name, f"nothing cites '{name}'", "cite it where it counts, or take it out")


LINT = Lint("unused-source", "a source is cited by nothing", find)
