"""The case: one patient before one pack, with every candidate weighed. All of planning reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from poise.assessment import Assessment
from poise.evaluate import View
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.candidates import Candidate, gather, matches
from poise.planning.labels import Labels
from poise.planning.standing import Standing, Weigher
from poise.rules import Selector
from poise.situation import Situation, situate
from poise.trace import Tracer
from poise.values import Truth
from poise.wording import Wording


@dataclass(frozen=True, slots=True)
class Case:
    pack: RulePack
    situation: Situation
    labels: Labels
    standings: Mapping[Candidate, Standing]
    answering: Mapping[int, tuple[Candidate, ...]]
    """For each request, the candidates that answer it."""
    spare: Mapping[Candidate, Standing]
    """Where a request's own candidate would stand, if what may be suggested for it is not."""

    @property
    def view(self) -> View:
        return self.situation.evaluation.view

    @property
    def assessment(self) -> Assessment:
        return self.situation.assessment

    def truth(self, effect: Effect) -> Truth:
        return self.situation.evaluation.truths[effect.proposition]

    def means(self, selector: Selector, candidate: Candidate) -> Truth:
        """Whether a selector means a candidate, its label status included."""
        if not matches(selector, candidate):
            return False
        return self.labels.test(candidate.product, candidate.area, selector.label)

    def effects(self, *verbs: type, sure: bool = True) -> Iterable[Effect]:
        """Effects of these verbs that surely hold, or also those that may."""
        for verb in verbs:
            for effect in self.pack.effects.of(verb):
                truth = self.truth(effect)
                if truth is True or (truth is None and not sure):
                    yield effect

    @property
    def wording(self) -> Wording:
        return self.pack.wording

    @property
    def tracer(self) -> Tracer:
        return Tracer(self.pack.vocabulary, self.wording, self.view)


def open_case(pack: RulePack, assessment: Assessment) -> Case:
    """Evaluate an assessment and weigh every candidate."""
    situation = situate(pack.model, assessment)
    labels = Labels(pack.taxonomy, pack.vocabulary, situation.evaluation.view)
    gathered = gather(
        pack.suggestions, situation.evaluation.truths, assessment.requests, pack.taxonomy
    )
    weigher = Weigher(pack.effects, situation.evaluation, labels)
    standings, spare = (
        {candidate: weigher.weigh(candidate, support) for candidate, support in sorted(found)}
        for found in (gathered.board.items(), gathered.spare.items())
    )
    return Case(pack, situation, labels, standings, gathered.answering, spare)
