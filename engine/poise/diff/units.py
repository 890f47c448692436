"""The changes between two packs one by one: what each does, and what else rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from poise.check.cone import Cone
from poise.diff.causes import Cause, Causes, RestsOn
from poise.diff.deeds import Deed, Deeds
from poise.diff.models import CARDED, Declared, How
from poise.pack import RulePack
from poise.reads import Reach
from poise.rules import Conclude
from poise.vocabulary import Fact, Finding, Grade, Measure, ground_name

Packs = tuple[RulePack, RulePack]
Rests = tuple[RestsOn, RestsOn]
Declaration = Fact | Measure | Finding
CARDS: Cause = ("card", "")
"""Stands for everything that the cards of products and areas decide by themselves."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One change: a rule, a fact, or what follows from cards and groups."""

    what: str
    ids: tuple[str, ...]
    title: str
    causes: Causes
    how: How = "changed"
    deeds: tuple[Deed, ...] = ()
    """What it does that rests on something else now."""
    findings: tuple[str, ...] = ()
    """What it concludes, or changes, where that rests on something else now."""
    propositions: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Of either pack: its conditions."""
    reads: frozenset[str] = frozenset()
    """The declared names that it rests on; none where it may be any."""

    @property
    def of_rules(self) -> bool:
        return self.what == "rule"

    @property
    def in_deeds(self) -> bool:
        """Whether all that it decides is in what rules do and conclude."""
        return self.what != "card"


def units(
    packs: Packs,
    cones: tuple[Cone, Cone],
    deeds: Deeds,
    says: tuple[Declared, ...],
    means: tuple[str, ...],
    names: Mapping[str, Cause],
) -> tuple[Unit, ...]:
    """Rules first, in the order in which they are told; then whatever they read."""
    reach = [Reach(pack.contents) for pack in packs]
    found = [
        replace(
            _of_rules(packs, cones, deeds, (one.id,), one.title),
            how=one.how,
            reads=frozenset(
                name
                for pack, each in zip(packs, reach, strict=True)
                if one.id in pack.rules_by_id
                for name in each.of_rule(pack.rules_by_id[one.id])
            ),
        )
        for one in says
        if one.what == "rule"
    ]
    cards = tuple(one for one in says if one.what in CARDED)
    if means and not cards and not names:
        title = "rules that mean something else than before"
        found.append(_of_rules(packs, cones, deeds, means, title))
    for what, name in dict.fromkeys(one for one in names.values() if one != CARDS):
        title = next((one.title for one in says if (one.what, one.id) == (what, name)), name)
        reads = frozenset((name,)) if what != "scale" else frozenset()
        found.append(Unit(what, (name,), title, frozenset(((what, name),)), reads=reads))
    return (*found, _of_cards(packs, cones, deeds, cards, means))


def _of_cards(
    packs: Packs,
    cones: tuple[Cone, Cone],
    deeds: Deeds,
    cards: tuple[Declared, ...],
    means: tuple[str, ...],
) -> Unit:
    """All cards together, with the rules that name what they declare."""
    rules = _of_rules(packs, cones, deeds, means if cards else (), "")
    title = "products, areas and their groups"
    return replace(
        rules,
        what="card",
        ids=tuple(one.id for one in cards),
        title=cards[0].title if len(cards) == 1 else title,
        causes=rules.causes | {CARDS},
    )


def _of_rules(
    packs: Packs, cones: tuple[Cone, Cone], deeds: Deeds, ids: tuple[str, ...], title: str
) -> Unit:
    wanted = frozenset(ids)
    return Unit(
        what="rule",
        ids=ids,
        title=title,
        causes=frozenset(("rule", one) for one in ids),
        deeds=tuple(sorted((one for one in deeds.changed if deeds.rules(one) & wanted), key=str)),
        findings=tuple(_concluded(packs, cones, wanted)),
        propositions=(_conditions(packs[0], wanted), _conditions(packs[1], wanted)),
    )


def _conditions(pack: RulePack, rules: frozenset[str]) -> tuple[str, ...]:
    effects = (one for one in pack.ground.effects if one.rule.id in rules)
    return tuple(dict.fromkeys(name for e in effects for name in (e.proposition, *e.lines)))


def _concluded(packs: Packs, cones: tuple[Cone, Cone], rules: frozenset[str]) -> Iterator[str]:
    """The findings that these rules conclude and that rest on something else now."""
    found = {
        ground_name(name, effect.place if _placed(pack, name) else None)
        for pack in packs
        for effect in pack.ground.effects
        if effect.rule.id in rules and isinstance(effect.verb, Conclude)
        for name, _ in effect.verb.values
    }
    known = [{one.id for one in pack.ground.logic.findings} for pack in packs]
    for name in sorted(found):
        if not all(name in each for each in known) or cones[0].fact(name) != cones[1].fact(name):
            yield name


def _placed(pack: RulePack, name: str) -> bool:
    declared = pack.vocabulary.findings.get(name)
    return declared is not None and declared.each is not None


def changed_names(packs: Packs, says: tuple[Declared, ...]) -> Mapping[str, Cause]:
    """Ground names that the packs declare otherwise, each with the change that it is owed to:
    its own, or that of the cards and groups, or else the scale, that its words name."""
    found: dict[str, Cause] = {}
    old, new = (pack.vocabulary for pack in packs)
    said = {(one.what, one.id) for one in says}
    owners = [CARDS for one in says if one.what in CARDED]
    owners += [("scale", one.id) for one in says if one.what == "scale"]
    declared_now: list[Declaration] = [
        *new.facts.values(),
        *new.measures.values(),
        *new.findings.values(),
    ]
    for declared in declared_now:
        was = old.get(declared.id)
        cause = None if was is None else _changed(was, declared)
        if cause is None:
            continue
        if owners and cause not in said:
            cause = owners[0]
        for place in new.places(declared.each) or (None,):
            found[ground_name(declared.id, place)] = cause
    return found


def _changed(was: Declaration, now: Declaration) -> Cause | None:
    scales = [one.kind.scale if isinstance(one.kind, Grade) else None for one in (was, now)]
    if None not in scales and scales[0] != scales[1]:
        assert scales[1] is not None
        return ("scale", scales[1].id)
    match was, now:
        case Fact(), Fact() if (was.kind, was.asked_when) != (now.kind, now.asked_when):
            return ("fact", now.id)
        case Measure(), Measure() if was.computation != now.computation:
            return ("measure", now.id)
        case Finding(), Finding() if was.kind != now.kind:
            return ("finding", now.id)
        case (Fact(), Fact()) | (Measure(), Measure()) | (Finding(), Finding()):
            return None
    return ("fact", now.id)


def rests(
    packs: Packs, found: tuple[Unit, ...], names: Mapping[str, Cause]
) -> tuple[RestsOn, RestsOn]:
    """For either pack, what rests on which change."""
    rules = frozenset(one for unit in found for what, one in unit.causes if what == "rule")
    return RestsOn(packs[0], rules, names), RestsOn(packs[1], rules, names)


def resting(unit: Unit, packs: Packs, cones: tuple[Cone, Cone], deeds: Deeds, rests: Rests) -> Unit:
    """A change of something that rules read, with all that they do and conclude by it."""
    if unit.of_rules or not unit.in_deeds:
        return unit
    done = (
        deed
        for deed in deeds.changed
        for each, of in zip(rests, deeds.of, strict=True)
        for effect in of.get(deed, ())
        for name in (effect.proposition, *effect.lines)
        if unit.causes & each.proposition(name)
    )
    known = [{one.id for one in pack.ground.logic.findings} for pack in packs]
    findings = (
        name
        for name in sorted(known[0] & known[1])
        if any(unit.causes & each.name(name) for each in rests)
        and cones[0].fact(name) != cones[1].fact(name)
    )
    return replace(unit, deeds=tuple(sorted(set(done), key=str)), findings=tuple(findings))
