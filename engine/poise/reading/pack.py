"""From a folder to everything that a pack says, or to all its problems at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from poise.problems import At, Collector
from poise.reading.conditions import Scope
from poise.reading.files import Files, Section, read_files
from poise.reading.linker import Basics, Linker
from poise.reading.measures import MeasureReader
from poise.reading.names import Names, Taxonomy
from poise.reading.rules import RuleReader
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.taxonomy import TaxonomyReader
from poise.reading.vocabulary import VocabularyReader
from poise.reading.written import AreaFile, PackHead, ProductFile, RuleDefaults, RulesFile
from poise.rules import Rule, Source
from poise.source import at
from poise.vocabulary import Fact, Vocabulary

LANGUAGE = "1"


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a folder says, linked; `places` tells where each rule stands."""

    head: PackHead
    vocabulary: Vocabulary
    taxonomy: Taxonomy
    sources: Mapping[str, Source]
    rules: tuple[Rule, ...]
    places: Mapping[str, At]


def read_contents(folder: Path, shown: str, problems: Collector) -> Contents | None:
    """Read a folder; None where it cannot be read far enough to say more."""
    files = read_files(folder, shown, problems)
    if files.head is None:
        return None
    bare = Basics(problems, files.head_at, None)
    sources = _sources(files.evidence, bare, problems)
    citable = frozenset(sources) | {
        statement for source in sources.values() for statement in source.statements
    }
    basics = Basics(problems, files.head_at, citable)
    head = validate(PackHead, files.head, basics, problems, files.head_at, "the pack")
    if head is None:
        return None
    _check_language(head, files, problems)
    taxonomy, vocabulary, labels = _vocabulary(files, head, basics)
    names = Names(vocabulary, taxonomy, citable)
    vocabulary = MeasureReader(
        names, files.sections["measures"], problems, files.head_at
    ).read()
    names = Names(_with_asked_when(vocabulary, names, files, problems), taxonomy, citable)
    linker = Linker(names, problems, files.head_at)
    taxonomy = labels.with_labels(taxonomy, linker)
    reader = RuleReader(linker, problems, head.defaults)
    _read_rules(files, reader, basics, problems)
    rules = tuple(reader.rules[name] for name in sorted(reader.rules))
    return Contents(head, names.vocabulary, taxonomy, sources, rules, reader.places)


def _sources(section: Section, basics: Basics, problems: Collector) -> dict[str, Source]:
    sources = {}
    for name, (value, place) in section.items():
        source = validate(Source, value, basics, problems, place, f"the source '{name}'")
        if source is not None:
            sources[name] = source
    return dict(sorted(sources.items()))


def _check_language(head: PackHead, files: Files, problems: Collector) -> None:
    if head.language != LANGUAGE:
        problems.error(
            at(files.head["language"], files.head_at),
            "unknown-language",
            f"the pack is written for version {quoted(head.language)} of the rule language",
            f"this engine reads version {LANGUAGE}",
        )


def _vocabulary(
    files: Files, head: PackHead, basics: Basics
) -> tuple[Taxonomy, Vocabulary, TaxonomyReader]:
    reader = VocabularyReader(files.sections, basics)
    cards = TaxonomyReader(
        basics,
        _labels(files.sections["area_groups"], basics),
        _labels(files.sections["product_groups"], basics),
        reader.kinds("area_attributes"),
        reader.kinds("product_attributes"),
    )
    taxonomy = cards.read(files.areas, files.products, tuple(reader.goals), head.acts_on_order)
    return taxonomy, reader.vocabulary(taxonomy, head.finding_groups), cards


def _labels(section: Section, basics: Basics) -> dict[str, str]:
    found = {}
    for name, (value, place) in section.items():
        if not isinstance(value, str):
            basics.problems.error(
                at(value, place), "wrong-kind", f"the title of '{name}' is text"
            )
        found[name] = str(value)
    return found


def _with_asked_when(
    vocabulary: Vocabulary, names: Names, files: Files, problems: Collector
) -> Vocabulary:
    linker = Linker(replace(names, vocabulary=vocabulary), problems, files.head_at)
    facts: dict[str, Fact] = {}
    for name, fact in vocabulary.facts.items():
        value: Any = files.sections["facts"].get(name, ({}, files.head_at))[0]
        written = value.get("asked_when")
        if written is not None:
            scope = Scope(each=fact.each, readable=(Fact,), inside="'asked_when'")
            fact = replace(fact, asked_when=linker.condition_in(written, scope))
        facts[name] = fact
    return replace(vocabulary, facts=facts)


def _read_rules(files: Files, reader: RuleReader, basics: Basics, problems: Collector) -> None:
    for value, place in files.rules:
        file = validate(RulesFile, value, basics, problems, place, "a file of rules")
        if file is not None:
            reader.read(value["rules"], place, file.defaults)
    cards = [(AreaFile, *one) for one in files.areas] + [
        (ProductFile, *one) for one in files.products
    ]
    for model, value, place in cards:
        if isinstance(value.get("rules"), list):
            defaults = RuleDefaults()
            if "defaults" in value:
                noun = f"the defaults of '{value.get(model.__name__[:-4].lower(), '')}'"
                defaults = (
                    validate(RuleDefaults, value["defaults"], basics, problems, place, noun)
                    or defaults
                )
            reader.read(value["rules"], place, defaults)

