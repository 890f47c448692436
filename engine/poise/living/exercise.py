"""The scenarios in which a rule fires, does not fire, or is open; those that say it most first."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from poise.gherkin.coverage import SEEN, Seen
from poise.living.run import Run, Scenario
from poise.pack import RulePack
from poise.rules import Rule
from poise.trees import facts_read

NEAR = 3
"""So many of the scenarios in which a rule fires say which features are about it."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """What scenarios saw a rule do."""

    fires: tuple[Scenario, ...]
    rests: tuple[Scenario, ...]
    open: tuple[Scenario, ...]
    lacking: tuple[Seen, ...]
    """What is expected of it and no scenario has seen."""


class Exercises:
    """Finds for each rule its scenarios, and for each scenario its rules."""

    def __init__(self, pack: RulePack, run: Run) -> None:
        self._pack = pack
        self._run = run
        self._scenarios: Mapping[str, Scenario] = {one.id: one for one in run.scenarios}
        self._order = {one.id: number for number, one in enumerate(run.scenarios)}
        self._texts = {one.id: _text(one) for one in run.scenarios}
        self._fired: dict[str, list[str]] = {}
        for rule in sorted(run.expected.get("does not fire", ())):
            for name in run.seen.get(rule, {}).get("fires", ()):
                self._fired.setdefault(name, []).append(rule)

    def of(self, rule: Rule) -> Exercise:
        words = self._words(rule)
        fires = self._nearest(rule, "fires", words, ())
        beside = {one.feature for one in fires[:NEAR]}
        rests, open_ = (self._nearest(rule, what, words, beside) for what in SEEN[1:])
        lacking = tuple(
            what
            for what, found in zip(SEEN, (fires, rests, open_), strict=True)
            if not found and rule.id in self._run.expected.get(what, ())
        )
        return Exercise(fires, rests, open_, lacking)

    def fired_in(self, scenario: Scenario) -> tuple[str, ...]:
        """The rules that fire in a scenario and need not: what is always so says nothing of it."""
        return tuple(self._fired.get(scenario.id, ()))

    def naming(self, *names: str) -> tuple[Scenario, ...]:
        """The scenarios whose steps say one of these names."""
        said = re.compile("|".join(rf"(?<!\w){re.escape(one.lower())}(?!\w)" for one in names))
        return tuple(one for one in self._run.scenarios if said.search(self._texts[one.id]))

    def _nearest(
        self, rule: Rule, what: Seen, words: tuple[str, ...], beside: Collection[str]
    ) -> tuple[Scenario, ...]:
        """The scenarios that saw a rule do so, those first that speak of it most."""
        names = self._run.seen.get(rule.id, {}).get(what, ())
        found = [self._scenarios[one] for one in names if one in self._scenarios]
        file = PurePosixPath(self._pack.contents.places[rule.id].file)

        def distance(one: Scenario) -> tuple[int, bool, int]:
            feature = PurePosixPath(one.feature)
            said = next(
                (rank for rank, word in enumerate(words) if word in self._texts[one.id]), len(words)
            )
            near = feature.stem == file.stem or one.feature in beside
            return min(said, 3) + (0 if near else 2), not near, self._order[one.id]

        return tuple(sorted(found, key=distance))

    def _words(self, rule: Rule) -> tuple[str, ...]:
        """What a scenario that is about a rule says: its id, its title, or what it reads."""
        declared = (self._pack.vocabulary.declaration(one) for one in facts_read(rule.when))
        return (rule.id.lower(), rule.title.lower(), *(one.label.lower() for one in declared))


def _text(scenario: Scenario) -> str:
    rows = (" ".join(row) for one in scenario.steps for row in one.table)
    return "\n".join((scenario.title, *(one.text for one in scenario.steps), *rows)).lower()
