"""All that the pages tell: a pack, one run of its features, and a day."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from poise.contents import BasePack, Change
from poise.living.cards import declared
from poise.living.evidence import UNPUBLISHED, Due, due, rule_sign_off, sign_off
from poise.living.exercise import Exercises
from poise.living.relations import Kind, Ref, Relations, relations, source_of
from poise.living.rules import RuleView, view
from poise.living.run import Feature, Run, Scenario
from poise.living.tables import Row, Statements, catalogue, natural, statements
from poise.loading import default_folder
from poise.pack import RulePack
from poise.rules import Rule, Source

KINDS: tuple[Kind, ...] = get_args(Kind)
ROLES = {
    "acts on": "Rules that act on it",
    "concludes": "Rules that conclude it",
    "treats": "Rules that treat it",
    "reads": "Rules that read it",
    "serves": "Rules that serve it",
    "cites": "Rules that cite it",
}


class Book:
    """A pack, one run of its features and a day: all that the pages tell."""

    def __init__(self, pack: RulePack, run: Run, as_of: datetime.date, folder: Path) -> None:
        self.pack = pack
        self.run = run
        self.as_of = as_of
        self._exercises = Exercises(pack, run)
        folders = (folder, default_folder())
        self.rules: Mapping[str, RuleView] = {
            rule.id: view(pack, rule, self._exercises, folders) for rule in pack.rules
        }

    # --- what there is -----------------------------------------------------------------------

    @functools.cached_property
    def things(self) -> Mapping[Kind, tuple[Ref, ...]]:
        """Everything that has a page of its own, by its kind."""
        vocabulary, taxonomy = self.pack.vocabulary, self.pack.taxonomy
        ids: dict[Kind, Any] = {
            "rule": self.rules,
            "area": taxonomy.areas,
            "product": taxonomy.products,
            "source": self.pack.sources,
            "finding": vocabulary.findings,
            "fact": vocabulary.facts,
            "measure": vocabulary.measures,
            "goal": vocabulary.goals,
        }
        return {kind: tuple(Ref(kind, one) for one in ids[kind]) for kind in KINDS}

    def listed(self, kind: Kind) -> tuple[Ref, ...]:
        """Things in the order in which somebody looks for them: sources by id, others by name."""
        if kind == "source":
            return tuple(sorted(self.things[kind], key=lambda ref: natural(ref.id)))
        return tuple(sorted(self.things[kind], key=lambda ref: self.title(ref).lower()))

    def title(self, ref: Ref) -> str:
        if ref.kind == "rule":
            return self.rules[ref.id].rule.title
        one = declared(self.pack, ref)
        return str(getattr(one, "label", "") or getattr(one, "title", ""))

    @functools.cached_property
    def relations(self) -> Relations:
        return relations(self.pack)

    @functools.cached_property
    def due(self) -> tuple[Due, ...]:
        return due(self.pack, self.as_of)

    @functools.cached_property
    def statements(self) -> tuple[Statements, ...]:
        return statements(self.pack, self.rules.values())

    @functools.cached_property
    def catalogue(self) -> tuple[Row, ...]:
        return catalogue(self.rules.values())

    def changed(self, change: Change) -> Ref | None:
        """What a change speaks of, where that has a page."""
        words = {"member": "product"}
        for kind, refs in self.things.items():
            if words.get(change.what, change.what) == kind and Ref(kind, change.id) in refs:
                return Ref(kind, change.id)
        return None

    def source(self, cited: str) -> Source:
        """The source that is cited, by itself or by a statement."""
        return self.pack.sources[source_of(self.pack, cited).id]

    @property
    def layers(self) -> Iterator[tuple[BasePack, tuple[Change, ...]]]:
        """Each pack below this one, with what the one above it changes of it."""
        base, changes = self.pack.contents.base, self.pack.contents.changes
        while base is not None:
            yield base, changes
            changes, base = base.changes, base.base

    @property
    def sign_off(self) -> str:
        return sign_off(self.pack)

    def signed(self, rule: Rule) -> str:
        """Who answers for a rule as it stands."""
        return rule_sign_off(self.pack, rule)

    @functools.cached_property
    def active(self) -> tuple[RuleView, ...]:
        return tuple(one for one in self.rules.values() if one.rule.stage == "active")

    @property
    def unpublished(self) -> tuple[RuleView, ...]:
        """The active rules behind which nothing published stands."""
        return tuple(one for one in self.active if set(one.basis) <= set(UNPUBLISHED))

    @functools.cached_property
    def judged(self) -> tuple[RuleView, ...]:
        """The rules that these scenarios have to exercise: of a pack that extends, its own."""
        wanted = self.run.expected.get("fires", frozenset())
        return tuple(one for one in self.active if one.rule.id in wanted)

    @property
    def lacking(self) -> tuple[RuleView, ...]:
        """The active rules of which no scenario has seen what is expected."""
        judged = self.judged if self.run.whole else ()
        return tuple(one for one in judged if one.exercise.lacking)

    def scenarios_of(self, feature: Feature) -> tuple[Scenario, ...]:
        return tuple(one for one in self.run.scenarios if one.feature == feature.path)

    def fired_in(self, scenario: Scenario) -> tuple[Ref, ...]:
        return tuple(Ref("rule", name) for name in self._exercises.fired_in(scenario))

    def roles(self, ref: Ref) -> Iterator[tuple[str, tuple[RuleView, ...]]]:
        """The rules that speak of a thing, by how they do."""
        for role, heading in ROLES.items():
            found = self.relations.rules(ref, role)  # type: ignore[arg-type]
            if found:
                yield heading, tuple(self.rules[one] for one in found)

    def naming(self, ref: Ref) -> tuple[Scenario, ...]:
        """The scenarios whose steps name a thing."""
        return self._exercises.naming(ref.id, self.title(ref))

    def exercised_by(self, ref: Ref) -> tuple[Scenario, ...]:
        """The scenarios in which a rule that speaks of a thing fires, the closest to it first."""
        views = [self.rules[one] for one in self.relations.rules(ref)]
        ranked = [(rank, one) for each in views for rank, one in enumerate(each.exercise.fires)]
        ranked.sort(key=lambda pair: pair[0])
        return tuple({one.id: one for _, one in ranked}.values())
