"""The names of one pack as a feature writes them: by id or by label, in plain words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from poise.gherkin.failures import StepError
from poise.pack import RulePack
from poise.problems import did_you_mean
from poise.rules import Rule
from poise.vocabulary import SIDES, Each

EVERYTHING = ("everything", "every treatment", "all treatments")
PLURALS = ("product", "area")
"""What a sentence may speak of in the plural."""
_PLACE = re.compile(r"(?P<name>.+?),? (?:(?:on|of|in|for) the .+|on both sides|everywhere)")


class Placed(NamedTuple):
    """A declared name, and the sides or areas that are meant; none where it has no sides."""

    name: str
    places: tuple[str, ...]


class Words:
    """Finds what a feature names. What is not found fails with the nearest name."""

    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self.found: dict[tuple[Path, str], Path] = {}
        """Where files were found, by the folder of a feature and the name in it."""
        self.files: dict[tuple[Path, int], Mapping[str, Any]] = {}
        """What files answer, by their path and when they were written: many scenarios begin with
        the same one."""

    # --- treatments --------------------------------------------------------------------------

    def products(self, written: str) -> frozenset[str]:
        """The classes or members that are named: one, or all of a group or of everything."""
        taxonomy = self.pack.taxonomy
        if written.strip().lower() in EVERYTHING:
            return frozenset(one.item for one in taxonomy.products.values())
        name = self.find("product", written, self._products)
        if name in taxonomy.products:
            return frozenset((name,))
        return frozenset(
            one.item for one in taxonomy.products.values() if taxonomy.leaves(name) & one.leaves
        )

    def product(self, written: str) -> str:
        """One product's name, for a request or a record."""
        return self.find("product", written, self._products)

    def areas(self, written: str) -> frozenset[str]:
        return self.pack.taxonomy.places(self.find("area", written, self._areas))

    def area(self, written: str) -> str:
        """One area's name, for a request or a record."""
        return self.find("area", written, self._areas)

    def goal(self, written: str) -> str:
        return self.find("goal", written, self._goals)

    def goals(self, written: str) -> tuple[str, ...]:
        """Goals in their order; a label may itself hold a comma or an `and`."""
        parts = re.split(r"(,? and |, )", written)
        found, start = [], 0
        while start < len(parts):
            for end in range(len(parts), start, -2):
                if key("".join(parts[start:end])) in self._goals:
                    break
            found.append(self.goal("".join(parts[start:end])))
            start = end + 1
        return tuple(found)

    # --- what is recorded and concluded ------------------------------------------------------

    def fact(self, written: str) -> Placed:
        """A fact with the sides or areas that are meant; all of them where none is said."""
        name, places = self._placed("fact", written, self._facts)
        return Placed(name, places or self._everywhere(self.pack.vocabulary.facts[name].each))

    def finding(self, written: str) -> Placed:
        name, places = self._placed("finding", written, self._findings)
        each = self.pack.vocabulary.findings[name].each
        return Placed(name, places or self._everywhere(each))

    def measure(self, written: str) -> Placed:
        name, places = self._placed("measure", written, self._measures)
        each = self.pack.vocabulary.measures[name].each
        return Placed(name, places or self._everywhere(each))

    def is_fact(self, written: str) -> bool:
        names = (written, *(name for name, _ in self._splits(written)))
        if not any(key(name) in self._facts for name in names):
            return False  # before anybody looks for what else could have been meant
        try:
            self.fact(written)
        except StepError:
            return False
        return True

    def _everywhere(self, each: Each | None) -> tuple[str, ...]:
        return self.pack.vocabulary.places(each)

    def _placed(
        self, noun: str, written: str, known: Mapping[str, frozenset[str]]
    ) -> tuple[str, tuple[str, ...]]:
        if key(written) in known:
            return self.find(noun, written, known), ()
        for name, place in self._splits(written):
            if key(name) in known:
                found = self.find(noun, name, known)
                return found, self._place(found, place)
        match = _PLACE.fullmatch(written.strip())
        return self.find(noun, match["name"] if match else written, known), ()

    def _splits(self, written: str) -> Iterable[tuple[str, str]]:
        """Ways to read a name with its place: dotted, in brackets, or in words."""
        text = written.strip()
        yield text.rpartition(".")[0], text.rpartition(".")[2]
        if text.endswith(")"):
            yield text[:-1].rpartition("(")[0], text[:-1].rpartition("(")[2]
        for match in re.finditer(r",? (?:on|of|in|for) the | on |,? (?=everywhere$)", text):
            yield text[: match.start()], text[match.end() :]

    def _place(self, name: str, written: str) -> tuple[str, ...]:
        declared = self.pack.vocabulary.get(name)
        assert declared is not None, name
        said = key(written)
        if declared.each == "side":
            if said in SIDES:
                return (said,)
            if said in ("both", "both sides", "everywhere"):
                return SIDES
            raise StepError(f"'{written}' is no side of '{name}'; say left, right or both sides")
        if declared.each == "area":
            if said in ("everywhere", "elsewhere"):
                return self._everywhere("area")
            return tuple(sorted(self.areas(written)))
        raise StepError(f"'{name}' stands once for the whole patient, not for '{written}'")

    @functools.cached_property
    def prefixes(self) -> frozenset[str]:
        """What stands before a dot in the names of facts: `a` and `a.b` of `a.b.c`."""
        return frozenset(
            ".".join(parts[:count])
            for parts in (name.split(".") for name in self.pack.vocabulary.facts)
            for count in range(1, len(parts))
        )

    # --- rules and sources -------------------------------------------------------------------

    def rule(self, written: str) -> Rule:
        """An active rule, by id or title."""
        return self.pack.rules_by_id[self.find("rule", written, self._rules)]

    def source(self, written: str) -> str:
        """An id of the source registry, or of a statement."""
        known = {*self.pack.sources}
        for source in self.pack.sources.values():
            known.update(source.statements)
        if written in known:
            return written
        raise self.missing("source", written, known)

    # --- finding -----------------------------------------------------------------------------

    def find(self, noun: str, written: str, known: Mapping[str, frozenset[str]]) -> str:
        """The id that a name stands for."""
        said = key(written)
        found = known.get(said) or frozenset()
        if not found and noun in PLURALS:
            found = known.get(said.removesuffix("s")) or frozenset()
        if len(found) > 1:
            raise StepError(
                f"'{written}' may be any of {', '.join(sorted(found))}; write the one that is meant"
            )
        for name in found:
            return name
        raise self.missing(noun, written, {*known, *(one for ids in known.values() for one in ids)})

    def missing(self, noun: str, written: str, known: Iterable[str]) -> StepError:
        article = "an" if noun[0] in "aeiou" else "a"
        hint = did_you_mean(key(written), known) or did_you_mean(written, known)
        sentence = f"'{written}' is not {article} {noun} of the pack '{self.pack.head.id}'"
        return StepError(f"{sentence}; {hint}" if hint else sentence)

    @functools.cached_property
    def _products(self) -> dict[str, frozenset[str]]:
        taxonomy = self.pack.taxonomy
        labels = {one.id: one.label for one in taxonomy.products.values()}
        return index({**taxonomy.product_groups, **labels})

    @functools.cached_property
    def _areas(self) -> dict[str, frozenset[str]]:
        taxonomy = self.pack.taxonomy
        labels = {one.id: one.label for one in taxonomy.areas.values()}
        return index({**taxonomy.area_groups, **labels})

    @functools.cached_property
    def _goals(self) -> dict[str, frozenset[str]]:
        return index({one.id: one.label for one in self.pack.vocabulary.goals.values()})

    @functools.cached_property
    def _facts(self) -> dict[str, frozenset[str]]:
        return index({one.id: one.label for one in self.pack.vocabulary.facts.values()})

    @functools.cached_property
    def _measures(self) -> dict[str, frozenset[str]]:
        return index({one.id: one.label for one in self.pack.vocabulary.measures.values()})

    @functools.cached_property
    def _findings(self) -> dict[str, frozenset[str]]:
        return index({one.id: one.label for one in self.pack.vocabulary.findings.values()})

    @functools.cached_property
    def _rules(self) -> dict[str, frozenset[str]]:
        return index({one.id: one.title for one in self.pack.rules if one.stage == "active"})


def key(written: str) -> str:
    """A name without what does not matter: capitals, underscores, a leading article, quotes."""
    words = written.strip().strip('"').replace("_", " ").lower().split()
    if len(words) > 1 and words[0] in ("a", "an", "the"):
        words = words[1:]
    return " ".join(words)


def index(labels: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Ids by everything that they may be called; an id always means itself."""
    found: dict[str, frozenset[str]] = {}
    for name, label in labels.items():
        found[key(label)] = found.get(key(label), frozenset()) | {name}
    found.update({key(name): frozenset((name,)) for name in labels})
    return found
