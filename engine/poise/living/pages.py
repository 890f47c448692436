"""Every page that there is: where it stands, what it is called, and what its template is given."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from poise.contents import BasePack, Change
from poise.living.cards import card, declared
from poise.living.evidence import UNPUBLISHED, Due, due, rule_sign_off, sign_off
from poise.living.exercise import Exercises
from poise.living.relations import Kind, Ref, Relations, relations, source_of
from poise.living.rules import RuleView, view
from poise.living.run import Feature, Run, Scenario
from poise.living.tables import Row, Statements, catalogue, statements
from poise.loading import default_folder
from poise.pack import RulePack
from poise.rules import Rule, Source

KINDS: tuple[Kind, ...] = get_args(Kind)
PLURALS: Mapping[Kind, str] = {
    "rule": "Rules",
    "area": "Areas",
    "product": "Products",
    "source": "Sources",
    "finding": "Findings",
    "fact": "Facts",
    "measure": "Measures",
    "goal": "Goals",
}
ROLES = {
    "acts on": "Rules that act on it",
    "concludes": "Rules that conclude it",
    "treats": "Rules that treat it",
    "reads": "Rules that read it",
    "serves": "Rules that serve it",
    "cites": "Rules that cite it",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be written."""

    path: str
    template: str
    title: str
    given: Mapping[str, Any] = field(default_factory=dict)


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


def pages(book: Book, addresses: Addresses) -> Iterator[Page]:
    """All of them, the first page first."""
    yield Page("index.html", "index.html.j2", book.pack.head.title)
    yield Page("statements.html", "statements.html.j2", "Statements, rules and scenarios")
    yield Page("catalogue.html", "catalogue.html.j2", "Catalogue, rules and scenarios")
    yield Page("evidence.html", "evidence.html.j2", "Evidence and reviews")
    yield Page("features/index.html", "features.html.j2", "Features")
    for feature in book.run.features:
        path = addresses.features[feature.path]
        yield Page(path, "feature.html.j2", feature.title, {"feature": feature})
    for kind, things in book.things.items():
        template = "rules.html.j2" if kind == "rule" else "things.html.j2"
        yield Page(index_path(kind), template, PLURALS[kind], {"kind": kind, "things": things})
        for ref in things:
            yield _page(book, ref, addresses.things[ref])


def _page(book: Book, ref: Ref, path: str) -> Page:
    title = book.title(ref)
    if ref.kind == "rule":
        return Page(path, "rule.html.j2", title, {"view": book.rules[ref.id], "ref": ref})
    given = {"ref": ref, "parts": card(book.pack, ref), "one": declared(book.pack, ref)}
    return Page(path, "thing.html.j2", title, given)


def index_path(kind: Kind) -> str:
    return f"{PLURALS[kind].lower()}/index.html"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where every page of a thing or a feature stands: a file for each, on any file system."""

    things: Mapping[Ref, str]
    features: Mapping[str, str]
    scenarios: Mapping[str, str]
    """A scenario's place on the page of its feature."""


def addresses(book: Book) -> Addresses:
    taken: set[str] = set()
    things = {
        ref: _path(PLURALS[kind].lower(), ref.id, taken)
        for kind, refs in book.things.items()
        for ref in refs
    }
    features = {
        one.path: _path("features", one.path.removesuffix(".feature"), taken)
        for one in book.run.features
    }
    scenarios = {
        one.id: f"{features[feature.path]}#s{number}"
        for feature in book.run.features
        for number, one in enumerate(book.scenarios_of(feature), start=1)
    }
    return Addresses(things, features, scenarios)


def _path(folder: str, name: str, taken: set[str]) -> str:
    kept = re.sub(r"[^A-Za-z0-9._-]+", "-", name).lstrip(".") or "-"
    kept = f"{kept}-" if kept.lower() == "index" else kept
    while f"{folder}/{kept}".lower() in taken:
        kept += "-"
    taken.add(f"{folder}/{kept}".lower())
    return f"{folder}/{kept}.html"
