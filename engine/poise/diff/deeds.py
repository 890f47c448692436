"""What rules do, as keys that two packs share: two effects with one key do the same, whichever rule
they belong to and in whatever words."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from poise.check.cone import Cone
from poise.grounding import Effect
from poise.pack import RulePack
from poise.rules import (
    After,
    Ceiling,
    Conclude,
    Consider,
    Defer,
    Expect,
    Lasts,
    PerSession,
    Refer,
    Require,
    Review,
    Selector,
    Sequence,
    Suggest,
)
from poise.vocabulary import ground_name

Deed = tuple[Hashable, ...]
Packs = tuple[RulePack, RulePack]
STANDING = frozenset(("suggest", "avoid", "caution", "require", "ceiling", "defer", "exclude"))
"""What these verbs do is seen in where candidates stand."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """The effects of either pack by what they do."""

    of: tuple[Mapping[Deed, tuple[Effect, ...]], Mapping[Deed, tuple[Effect, ...]]]
    changed: frozenset[Deed]
    """Those that rest on something else in one pack than in the other."""

    def rules(self, deed: Deed) -> frozenset[str]:
        """The rules that do it, in either pack."""
        return frozenset(effect.rule.id for of in self.of for effect in of.get(deed, ()))


def deeds(packs: Packs, cones: tuple[Cone, Cone]) -> Deeds:
    keys = _Keys(packs)
    of = tuple(_by_deed(keys, pack) for pack in packs)
    rests = tuple(
        {deed: _rests_on(cone, effects) for deed, effects in found.items()}
        for cone, found in zip(cones, of, strict=True)
    )
    changed = {deed for deed in {*of[0], *of[1]} if rests[0].get(deed) != rests[1].get(deed)}
    return Deeds((of[0], of[1]), frozenset(changed))


def _by_deed(keys: _Keys, pack: RulePack) -> dict[Deed, tuple[Effect, ...]]:
    found: dict[Deed, list[Effect]] = {}
    for suggestion in pack.suggestions:
        for candidate in suggestion.candidates:
            deed = ("suggest", candidate, suggestion.verb.treats)
            found.setdefault(deed, []).append(suggestion.effect)
    for effect in pack.ground.effects:
        if not isinstance(effect.verb, Conclude | Suggest):
            found.setdefault(keys.key(effect), []).append(effect)
    return {deed: tuple(effects) for deed, effects in found.items()}


def _rests_on(cone: Cone, effects: Iterable[Effect]) -> list[str]:
    return sorted(str(cone.effect(effect)) for effect in effects)


class _Keys:
    """Makes keys over the candidates that both packs have."""

    def __init__(self, packs: Packs) -> None:
        taxonomies = [pack.taxonomy for pack in packs]
        members = [{one.id for one in each.members} for each in taxonomies]
        self._common = {
            "products": members[0] & members[1],
            "areas": set(taxonomies[0].areas) & set(taxonomies[1].areas),
        }
        self._rules = [pack.rules_by_id for pack in packs]
        self._texts = [_texts(pack) for pack in packs]

    def key(self, effect: Effect) -> Deed:
        verb, on = effect.verb, self._selector(effect.selector)
        match verb:
            case Require(before=before, note=note):
                number = effect.rule.require.index(verb)
                return (verb.word, on, before, bool(note), self._rule(effect), number, effect.place)
            case Defer(until=After(after=date, gap=gap)):
                return (verb.word, on, ground_name(date, effect.place), gap)
            case Defer(until=until):
                return (verb.word, on, until)
            case Refer(to=to, urgency=urgency):
                return (verb.word, to, urgency)
            case Consider(text=text) | Expect(say=text):
                return (verb.word, on, self._said(text, effect))
            case Ceiling(over=over):
                return (verb.word, on, over)
            case PerSession(at_most=most, unit=unit, gap=gap):
                return (verb.word, on, most, unit, gap)
            case Sequence(gap=gap):
                steps = tuple(map(self._selector, effect.steps))
                return (verb.word, steps, gap, effect.rule.strength == "option")
            case Lasts(months=months, towards=towards):
                ends = None if months is None else (months.from_, months.to)
                return (verb.word, on, ends, towards)
            case Review(after=after, purpose=purpose):
                return (verb.word, on, after.from_, after.to, self._said(purpose, effect))
        return (verb.word, on)

    def _rule(self, effect: Effect) -> str:
        """A rule by its id where both packs have it; by its title where it goes by another now."""
        known = all(effect.rule.id in rules for rules in self._rules)
        return effect.rule.id if known else effect.rule.title

    def _said(self, text: str, effect: Effect) -> str:
        """A text by itself where both packs have it; a rule's where it reads otherwise now."""
        return text if all(text in texts for texts in self._texts) else effect.rule.id

    def _selector(self, selector: Selector | None) -> Deed | None:
        if selector is None:
            return None
        return (
            self._shared("products", selector.products),
            self._shared("areas", selector.areas),
            selector.sides,
            selector.goals,
            selector.acts_on,
            selector.label,
        )

    def _shared(self, part: str, names: frozenset[str] | None) -> frozenset[str] | None:
        common = self._common[part]
        return None if names is None or names >= common else names & common


def _texts(pack: RulePack) -> frozenset[str]:
    found = set()
    for rule in pack.rules:
        found |= {one.text for one in rule.consider} | {one.say for one in rule.expect}
        found |= {one.purpose for one in rule.review}
    return frozenset(found)
