"""A rule's scenarios: the least that shows it, and its twins, each run before it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from poise.drafting.bases import Written, bases
from poise.drafting.draft import Draft, Drafted
from poise.drafting.finding import Finder, Found, NotShown
from poise.drafting.given import Givens
from poise.drafting.leaves import Leaf, leaves
from poise.drafting.running import Runs, told
from poise.drafting.said import Says
from poise.drafting.seen import Seen, seen
from poise.drafting.titles import Titles
from poise.drafting.twins import Twin, Twins
from poise.gherkin.failures import StepError
from poise.gherkin.story import Story
from poise.gherkin.words import Words
from poise.grounding import Effect
from poise.pack import RulePack
from poise.planning.case import open_case
from poise.rules import Rule
from poise.solver.models import reread


@dataclass(frozen=True, slots=True)
class Shown:
    """A twin of what was found, with all that is looked at in its plan."""

    found: Found
    twin: Twin
    seen: tuple[Seen, ...]
    leaf: Leaf | None


class Drafter:
    """Drafts the scenarios of some rules of one pack; one world is asked of all of them."""

    def __init__(self, pack: RulePack, written: Written, rules: Sequence[Rule]) -> None:
        self._pack = pack
        words = Words(pack)
        self._story = Story(words, written.folder)
        self._runs = Runs(self._story)
        self._effects: dict[str, list[Effect]] = {rule.id: [] for rule in rules}
        for effect in pack.ground.effects:
            if effect.rule.id in self._effects:
                self._effects[effect.rule.id].append(effect)
        every = [effect for found in self._effects.values() for effect in found]
        self._bases = bases(pack, self._story, written.steps)
        self._finder = Finder(pack, self._bases, every, written.amounts)
        self._twins = Twins(pack)
        self._givens = Givens(words, written)
        self._says = Says(pack, self._givens)
        self._titles = Titles(pack, self._givens)
        self._taken = set(written.names)

    def draft(self, rule: Rule) -> Drafted:
        """The scenarios of one rule; those that cannot be written are told, and why."""
        drafts: list[Draft] = []
        left_out: list[str] = []
        told: set[str] = set()
        for shown in self._shown(rule, left_out):
            if shown.twin.assessment.digest in told:
                continue
            told.add(shown.twin.assessment.digest)
            try:
                drafts.append(self._written(shown))
            except StepError as error:
                left_out.append(str(error))
        kept = []
        for draft, why in self._runs.failing(rule, drafts):
            if why:
                left_out.append(f"'{draft.title}' does not pass: {why}")
            else:
                kept.append(draft)
        return Drafted(rule, tuple(kept), tuple(dict.fromkeys(left_out)))

    # --- what is shown -----------------------------------------------------------------------

    def _shown(self, rule: Rule, left_out: list[str]) -> Iterator[Shown]:
        """Each verb at its least, and across each threshold of what it tests."""
        done: set[tuple[str, object]] = set()
        seen_verbs: set[int] = set()
        for effects in _by_verb(self._effects[rule.id]):
            if id(effects[0].verb) in seen_verbs:
                continue
            try:
                found = self._finder.find(effects)
            except NotShown as why:
                left_out.append(f"{effects[0].verb.word}: {why}")
                continue
            also = self._also(found)
            seen_verbs |= {id(one.effect.verb) for one in also}
            yield Shown(found, Twin(found.assessment, "least"), also, None)
            yield from self._across(found, also, done, left_out)

    def _also(self, found: Found) -> tuple[Seen, ...]:
        """What else the rule does there, at the same place."""
        case = open_case(self._pack, found.assessment)
        mine = found.seen.effect
        others = (
            seen(case, effect)
            for effect in self._effects[mine.rule.id]
            if effect.place == mine.place and effect.verb is not mine.verb
        )
        return (found.seen, *(one for one in others if one is not None and one.plainly))

    def _across(
        self,
        found: Found,
        also: tuple[Seen, ...],
        done: set[tuple[str, object]],
        left_out: list[str],
    ) -> Iterator[Shown]:
        effect = found.seen.effect
        for leaf in leaves(self._pack, effect):
            key = (self._pack.vocabulary.split(leaf.line.fact)[0], leaf.line.test)
            if key in done:
                continue
            done.add(key)
            twins = self._twins.of(effect, leaf, found)
            if twins:
                yield from (Shown(found, twin, also, leaf) for twin in twins)
                continue
            yield from self._elsewhere(effect, leaf, left_out)

    def _elsewhere(self, effect: Effect, leaf: Leaf, left_out: list[str]) -> Iterator[Shown]:
        """A line that decides nothing in the least assessment: where it does."""
        tested = self._tested(leaf)
        try:
            for found in self._finder.elsewhere(effect, leaf):
                twins = self._twins.of(effect, leaf, found)
                if twins:
                    also = self._also(found)
                    yield Shown(found, Twin(found.assessment, "least"), also, leaf)
                    yield from (Shown(found, twin, also, leaf) for twin in twins)
                    return
        except NotShown as why:
            left_out.append(f"{tested}: {why}")
        else:
            left_out.append(f"{tested}: no single answer was found that turns it")

    def _tested(self, leaf: Leaf) -> str:
        wording = self._pack.wording
        return f"{wording.label(leaf.line.fact)} {wording.test(leaf.line.fact, leaf.line.test)}"

    # --- writing it --------------------------------------------------------------------------

    def _written(self, shown: Shown) -> Draft:
        """The scenario; raises StepError where it does not say what was found."""
        base = shown.found.base
        one = reread(self._pack, shown.twin.assessment)
        asked = one.requests != shown.found.assessment.requests
        given = self._givens.steps(base, one, "" if asked else shown.twin.fact)
        outcome = self._runs.draw(told(self._story, given))
        if outcome.weighed is None or outcome.weighed.assessment.digest != one.digest:
            raise StepError("what was found cannot be said in the steps that there are")
        twin = replace(shown.twin, assessment=one)
        then = self._says.steps(outcome, shown.seen, twin.fact if twin.how == "open" else "")
        if not then:
            raise StepError("no step says what the plan answers")
        least = shown.found.assessment
        title = self._titles.of(base, least, twin, shown.leaf, then[0])
        own = self._own(title, shown.found.seen.effect.rule)
        return Draft(own, given, then, twin.how, shown.leaf, outcome)

    def _own(self, title: str, rule: Rule) -> str:
        """A title that no other scenario has."""
        ways = (f"{title} ({one})" for one in chain((rule.id,), count(2)))
        found = next(one for one in chain((title,), ways) if one not in self._taken)
        self._taken.add(found)
        return found


def _by_verb(effects: Sequence[Effect]) -> list[list[Effect]]:
    found: dict[int, list[Effect]] = {}
    for effect in effects:
        found.setdefault(id(effect.verb), []).append(effect)
    return list(found.values())
