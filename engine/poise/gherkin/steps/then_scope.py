"""Then: which treatments rules act on, whoever the patient is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from poise.gherkin.failures import StepError
from poise.gherkin.outcome import Outcome
from poise.gherkin.phrases import then
from poise.gherkin.telling import short
from poise.gherkin.words import EVERYTHING, Words
from poise.pack import RulePack
from poise.planning.candidates import Candidate, matches
from poise.rules import Rule, Suggest

HEAD = ["rule", "treatment", "area"]
MORE = ("goal", "side")
ANYWHERE = ("everywhere", "every area", "all areas")


class Row(NamedTuple):
    """A row of the table; a part that is None takes any."""

    products: frozenset[str]
    areas: frozenset[str]
    goals: frozenset[str] | None
    sides: frozenset[str] | None

    def takes(self, one: Candidate) -> bool:
        return (
            one.product in self.products
            and one.area in self.areas
            and (self.goals is None or one.goal in self.goals)
            and (self.sides is None or one.side in self.sides)
        )


@then("these rules act on these treatments alone")
def act_on(poise_outcome: Outcome, datatable: Sequence[Sequence[str]] | None = None) -> None:
    """What rules suggest, restrict or speak of: a table `| rule | treatment | area |`, which may
    have columns `goal` and `side` too. Cells hold names with commas between them; no goal, or no
    side, means any. A rule in several rows acts on what any of them says, and on nothing else: so
    the reach of a rule is written down a second time, apart from it. It holds for every patient
    alike, whether the rule fires or not; what a label says is left aside."""
    words = poise_outcome.words
    for written, rows in _by_rule(words, datatable).items():
        rule = words.rule(written)
        acting = _acted_on(rule, words.pack)
        treatments = set(_treatments(rule, words.pack))
        said = {one for one in treatments if any(row.takes(one) for row in rows)}
        if said != acting:
            details = [
                *_told("it also acts on", acting - said, words.pack),
                *_told("it does not act on", said - acting, words.pack),
            ]
            raise StepError(f"expected: the rule '{rule.title}' to act on these alone", details)


def _by_rule(words: Words, table: Sequence[Sequence[str]] | None) -> dict[str, list[Row]]:
    if not table or list(table[0][:3]) != HEAD or not set(table[0][3:]) <= set(MORE):
        raise StepError(
            "below the step stands a table that begins with | rule | treatment | area |"
        )
    found: dict[str, list[Row]] = {}
    for cells in table[1:]:
        named = dict(zip(table[0], cells, strict=True))
        found.setdefault(named["rule"], []).append(_row(words, named))
    return found


def _row(words: Words, named: dict[str, str]) -> Row:
    goals, sides = named.get("goal", ""), named.get("side", "")
    return Row(
        frozenset(leaf for one in _names(named["treatment"]) for leaf in _leaves(words, one)),
        frozenset(area for one in _names(named["area"]) for area in _areas(words, one)),
        frozenset("" if one == "none" else words.goal(one) for one in _names(goals)) or None,
        frozenset(_names(sides)) or None,
    )


def _names(cell: str) -> list[str]:
    return [one.strip() for one in cell.split(",") if one.strip()]


def _leaves(words: Words, name: str) -> frozenset[str]:
    taxonomy = words.pack.taxonomy
    if name.lower() in EVERYTHING:
        return frozenset(one.id for one in taxonomy.members)
    return taxonomy.leaves(words.product(name))


def _areas(words: Words, name: str) -> frozenset[str]:
    everywhere = name.lower() in ANYWHERE
    return frozenset(words.pack.taxonomy.areas) if everywhere else words.areas(name)


# --- what a rule acts on ---------------------------------------------------------------------


def _acted_on(rule: Rule, pack: RulePack) -> set[Candidate]:
    """Every treatment that a rule suggests, restricts or speaks of, somewhere."""
    suggested = {
        candidate
        for suggestion in pack.suggestions
        if suggestion.effect.rule.id == rule.id
        for candidate in suggestion.candidates
    }
    selectors = [
        selector
        for effect in pack.ground.effects
        if effect.rule.id == rule.id
        for selector in (effect.selector, *effect.steps)
        if selector is not None
    ]
    if not suggested and not selectors:
        raise StepError(f"the rule '{rule.title}' acts on no treatment: it speaks of the patient")
    chosen = dict.fromkeys(selectors)
    return suggested | {
        one for one in _treatments(rule, pack) if any(matches(each, one) for each in chosen)
    }


def _treatments(rule: Rule, pack: RulePack) -> Iterable[Candidate]:
    """Every treatment that a plan can hold, told apart as finely as this rule could."""
    goals = ("", *pack.taxonomy.goals)
    purposes = {verb.acts_on for verb in rule.verbs() if isinstance(verb, Suggest)}
    for product in pack.taxonomy.members:
        if product.recorded_only:
            continue
        for area in pack.taxonomy.areas.values():
            for side in area.sides:
                for goal in goals:
                    for purpose in purposes or {product.acts_on}:
                        yield Candidate(product.id, area.id, side or "", goal, purpose)


def _told(what: str, treatments: Iterable[Candidate], pack: RulePack) -> tuple[str, ...]:
    """Treatments in words; the goal and the side only where not all of them are meant."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for one in treatments:
        found.setdefault((one.product, one.area), set()).add((one.goal, one.side))
    lines = []
    for (product, area), told in sorted(found.items()):
        line = f"{what}: {pack.taxonomy.products[product].label}, {pack.taxonomy.areas[area].label}"
        wished = sorted({goal for goal, _ in told})
        sides = sorted({side for _, side in told if side})
        if len(wished) <= len(pack.taxonomy.goals):
            line += f" (for {', '.join(goal or 'no goal in particular' for goal in wished)})"
        if len(sides) == 1:
            line += f" ({sides[0]})"
        lines.append(line)
    return short(lines, 12)
