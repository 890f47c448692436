"""What the features of a pack do not cover, and which drafts do."""

from __future__ import annotations

from pathlib import Path

from poise.coverage.exercised import Exercised
from poise.drafting.draft import Draft, Drafted
from poise.gherkin.coverage import SEEN, Coverage
from poise.gherkin.rehearsal import outcomes, scenarios
from poise.gherkin.story import Story
from poise.gherkin.words import Words
from poise.pack import RulePack
from poise.planning.case import Case
from poise.rules import Rule


class Gaps:
    """What no scenario has shown so far: of rules, and of their lines and thresholds."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._coverage = Coverage.of(pack)
        self._exercised = Exercised(pack)

    def read(self, folder: Path) -> None:
        """Take what the features in a folder show."""
        words = Words(self._pack)
        for name, scenario in scenarios([folder]):
            story = Story(words, Path(scenario.feature.filename).parent)
            for outcome in outcomes(scenario, story):
                if outcome.weighed is not None and outcome.words.pack.digest == self._pack.digest:
                    self._take(outcome.weighed, name)

    def rules(self) -> tuple[Rule, ...]:
        """The rules of which something is lacking."""
        return tuple(rule for rule in self._pack.own_rules if self._lacking(rule))

    def filled(self, drafted: Drafted) -> Drafted:
        """The drafts of a rule that show something of it for the first time."""
        kept: list[Draft] = []
        for draft in drafted.drafts:
            before = self._lacking(drafted.rule)
            self._take(draft.outcome.case, draft.title)
            if self._lacking(drafted.rule) < before:
                kept.append(draft)
        return Drafted(drafted.rule, tuple(kept), drafted.left_out)

    def _take(self, case: Case, scenario: str) -> None:
        self._coverage.take(case, scenario)
        self._exercised.take(case)

    def _lacking(self, rule: Rule) -> int:
        whole = sum(rule.id in self._coverage.missing(what) for what in SEEN)
        return whole + sum(aim.rule == rule.id for aim in self._exercised.left)
