"""From a folder to everything that a pack says, or to all its problems at once."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from poise.problems import At, Collector, TooManyProblemsError
from poise.reading.conditions import Scope
from poise.reading.declared import Section
from poise.reading.files import read_files
from poise.reading.labels import LabelReader
from poise.reading.linker import Basics, Linker
from poise.reading.measures import MeasureReader
from poise.reading.names import Names, Taxonomy
from poise.reading.naming import check_word
from poise.reading.rules import RuleReader
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.taxonomy import TaxonomyReader
from poise.reading.vocabulary import VocabularyReader
from poise.reading.written import PackHead, RuleDefaults, RulesFile
from poise.rules import Rule, Source
from poise.source import at
from poise.vocabulary import Fact, Vocabulary

LANGUAGE = "1"


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a folder says, linked."""

    head: PackHead
    vocabulary: Vocabulary
    taxonomy: Taxonomy
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    places: Mapping[str, At]
    """Where each rule stands."""
    declared: Mapping[str, At]
    """Where each fact, measure and finding stands."""


def read_contents(folder: Path, shown: str, problems: Collector) -> Contents | None:
    """Read a folder; None where it cannot be read far enough to say more."""
    with suppress(TooManyProblemsError):
        return _Reading(folder, shown, problems).contents()
    return None


class _Reading:
    """One reading of a folder: files, then names, then what speaks of them."""

    def __init__(self, folder: Path, shown: str, problems: Collector) -> None:
        self._problems = problems
        self._files = read_files(folder, shown, problems)
        self._bare = Basics(problems, self._files.head_at, None)

    def contents(self) -> Contents | None:
        files, problems = self._files, self._problems
        if files.head is None or not self._speaks_our_language():
            return None
        sources = self._sources()
        citable = frozenset(files.evidence) | _statements(files.evidence)
        basics = Basics(problems, files.head_at, citable)
        head = validate(PackHead, files.head, basics, problems, files.head_at, "the pack")
        if head is None or files.names_missing:
            return None  # names that nobody knows of would be told wherever they are used
        names, labels = self._names(head, basics)
        linker = Linker(names, problems, files.head_at)
        taxonomy = LabelReader(names, linker, problems).read(labels)
        reader = RuleReader(linker, taxonomy, problems, head.defaults)
        self._read_rules(reader, basics)
        return Contents(
            head=head,
            vocabulary=names.vocabulary,
            taxonomy=taxonomy,
            sources=sources,
            rules=tuple(reader.rules[name] for name in sorted(reader.rules)),
            places=reader.places,
            declared={
                name: place
                for section in ("facts", "measures", "findings")
                for name, (_, place) in files.sections[section].items()
            },
        )

    def _speaks_our_language(self) -> bool:
        """Asked first: of another language nothing else could be said."""
        written = self._files.head.get("language", LANGUAGE)
        if written == LANGUAGE:
            return True
        self._problems.error(
            at(written, self._files.head_at),
            "unknown-language",
            f"the pack is written for version {quoted(written)} of the rule language",
            f"this engine reads version {LANGUAGE}",
        )
        return False

    def _sources(self) -> dict[str, Source]:
        sources = {}
        stated: dict[str, str] = dict.fromkeys(self._files.evidence, "a source")
        for name, (value, place) in self._files.evidence.items():
            noun = f"the source '{name}'"
            source = validate(Source, value, self._bare, self._problems, place, noun)
            if source is None:
                continue
            sources[name] = source
            for statement in value.get("statements") or ():
                if statement in stated:
                    self._problems.error(
                        at(statement, place),
                        "duplicate-id",
                        f"'{statement}' is {stated[statement]} already",
                        "rename one",
                    )
                stated.setdefault(str(statement), f"a statement of '{name}'")
        return dict(sorted(sources.items()))

    def _names(self, head: PackHead, basics: Basics) -> tuple[Names, list[tuple[str, Any, At]]]:
        sections, problems = self._files.sections, self._problems
        reader = VocabularyReader(sections, basics)
        cards = TaxonomyReader(
            basics,
            self._titles(sections["area_groups"]),
            self._titles(sections["product_groups"]),
            reader.kinds("area_attributes"),
            reader.kinds("product_attributes"),
        )
        files = self._files
        goals = tuple(reader.goals)
        taxonomy = cards.read(files.areas, files.products, goals, head.acts_on_order)
        vocabulary = reader.vocabulary(taxonomy, head.finding_groups)
        unread = frozenset(cards.unread) | reader.unread(vocabulary, taxonomy)
        names = Names(vocabulary, taxonomy, basics.citable, unread)
        vocabulary = MeasureReader(names, sections["measures"], problems).read()
        names = replace(names, vocabulary=vocabulary)
        return replace(names, vocabulary=self._with_asked_when(names)), cards.labels

    def _titles(self, section: Section) -> dict[str, str]:
        found = {}
        for name, (value, place) in section.items():
            check_word(name, "a group", place, self._problems)
            if not isinstance(value, str) or not value:
                self._problems.error(
                    at(value, place),
                    "wrong-kind",
                    f"the title of '{name}' is text, not {quoted(value)}",
                    f"such as '{name}: Its title'",
                )
            found[name] = str(value)
        return found

    def _with_asked_when(self, names: Names) -> Vocabulary:
        linker = Linker(names, self._problems, self._files.head_at)
        facts: dict[str, Fact] = {}
        for name, fact in names.vocabulary.facts.items():
            value: Any = self._files.sections["facts"].get(name, ({},))[0]
            if value.get("asked_when") is not None:
                scope = Scope(fact.each, readable=(Fact,), inside="'asked_when'", whole="the fact")
                fact = replace(fact, asked_when=linker.condition_in(value["asked_when"], scope))
            facts[name] = fact
        return replace(names.vocabulary, facts=facts)

    def _read_rules(self, reader: RuleReader, basics: Basics) -> None:
        problems = self._problems
        for value, place in self._files.rules:
            file = validate(RulesFile, value, basics, problems, place, "a file of rules")
            if file is not None:
                reader.read(value["rules"], place, file.defaults)
        for value, place in (*self._files.areas, *self._files.products):
            written = value.get("rules")
            if isinstance(written, list):
                defaults = None
                if isinstance(value.get("defaults"), dict):
                    silent = Collector()  # its problems were told with the card's
                    defaults = validate(
                        RuleDefaults, value["defaults"], basics, silent, place, "'defaults'"
                    )
                reader.read(written, place, defaults or RuleDefaults())


def _statements(evidence: Section) -> frozenset[str]:
    """Every statement that is written, whether its source can be read or not."""
    found: set[str] = set()
    for value, _ in evidence.values():
        statements = value.get("statements") if isinstance(value, dict) else None
        found |= set(statements) if isinstance(statements, dict) else set()
    return frozenset(found)
