"""A pack that was read: everything that it says, as plain values, and what follows from them."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from poise.canonical import digest
from poise.contents import Contents, PackHead
from poise.diagram import View
from poise.grounding import Ground
from poise.planning.candidates import Suggestion, suggestions
from poise.planning.index import Effects
from poise.problems import Problem
from poise.rete import Network, Written
from poise.rules import Rule, Source
from poise.signing import NOBODY, Signatures, mark, signatures
from poise.situation import Model
from poise.taxonomy import Taxonomy
from poise.vocabulary import Vocabulary
from poise.wording import Wording


@dataclass(frozen=True, slots=True)
class Linked:
    """A pack that was read without an error: plain values, all that it takes to have it again."""

    contents: Contents
    ground: Ground
    digest: str
    dropped_sequences: frozenset[str]
    warnings: tuple[Problem, ...]
    written: Written | None
    """For the second engine; None where it cannot run."""


@dataclass(frozen=True)
class LinkedPack:
    """Everything that one version of a pack says, and what follows from it.

    What follows is worked out when it is first asked for. Frozen; safe to share between threads.
    """

    linked: Linked
    model: Model
    network: Network | None
    """The second engine; None where it cannot run."""

    @property
    def contents(self) -> Contents:
        return self.linked.contents

    @property
    def ground(self) -> Ground:
        return self.linked.ground

    @property
    def digest(self) -> str:
        """SHA-256 of everything that the pack says, in canonical form."""
        return self.linked.digest

    @property
    def dropped_sequences(self) -> frozenset[str]:
        """Optional rules whose order would contradict the others."""
        return self.linked.dropped_sequences

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return self.linked.warnings

    @property
    def head(self) -> PackHead:
        return self.contents.head

    @property
    def vocabulary(self) -> Vocabulary:
        return self.contents.vocabulary

    @property
    def taxonomy(self) -> Taxonomy:
        return self.contents.taxonomy

    @property
    def sources(self) -> Mapping[str, Source]:
        return self.contents.sources

    @property
    def views(self) -> tuple[View, ...]:
        """Its drawings, on which its areas lie; none where it has no diagram."""
        return self.contents.views

    @property
    def rules(self) -> tuple[Rule, ...]:
        return self.contents.rules

    @property
    def own_rules(self) -> tuple[Rule, ...]:
        """The rules that the pack itself writes: all, or those it adds to what it extends, and
        those it replaces there."""
        if self.contents.base is None:
            return self.rules
        own = {one.id for one in self.contents.changes if one.what == "rule"}
        return tuple(rule for rule in self.rules if rule.id in own)

    @functools.cached_property
    def rules_by_id(self) -> Mapping[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @functools.cached_property
    def _versions(self) -> dict[str, str]:
        return {}

    def rule_version(self, rule: Rule) -> str:
        """A short SHA-256 of a rule's canonical tree."""
        found = self._versions.get(rule.id)
        if found is None:
            found = self._versions[rule.id] = digest(rule)[:12]
        return found

    @functools.cached_property
    def signatures(self) -> Signatures:
        """Who answers for the pack and for each of its rules, as they stand."""
        said, below = self.contents.sign_offs, self.contents.signed_below
        if not said and not below:
            return NOBODY
        return signatures(said, below, self.digest, self.marks())

    def marks(self) -> dict[str, str]:
        """What a sign-off remembers of each active rule."""
        return {
            rule.id: mark(rule, self.rule_version(rule), self.vocabulary)
            for rule in self.rules
            if rule.stage == "active"
        }

    def cited(self, name: str) -> str:
        """What a cited id stands for: a source's title, or an article's statement."""
        source = self.source_of(name)
        said = source.statements.get(name)
        return source.title if said is None else f"{source.title}: {said}"

    def source_of(self, name: str) -> Source:
        """The source of a cited id, which may be one of its statements."""
        return self._owners[name]

    @functools.cached_property
    def _owners(self) -> Mapping[str, Source]:
        return {
            name: source
            for own, source in self.sources.items()
            for name in (*source.statements, own)
        }

    @functools.cached_property
    def wording(self) -> Wording:
        return Wording(self.vocabulary, self.taxonomy)

    @functools.cached_property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """Every suggestion with its candidates, which do not depend on answers."""
        return suggestions(self.ground, self.taxonomy)

    @functools.cached_property
    def effects(self) -> Effects:
        """Every effect, found by verb and by candidate."""
        return Effects(self.ground.effects)
