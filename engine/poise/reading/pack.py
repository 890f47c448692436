"""From a pack's files to everything that they say, or to all their problems at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, NamedTuple

from poise.circles import circles
from poise.contents import Contents, PackHead, RuleDefaults, SignOff, SignOffFile
from poise.problems import At, Collector, TooManyProblemsError
from poise.reading.conditions import Scope
from poise.reading.declared import Section
from poise.reading.diagrams import DiagramReader
from poise.reading.files import Files
from poise.reading.labels import LabelReader
from poise.reading.linker import Basics, Linker
from poise.reading.measures import MeasureReader
from poise.reading.names import Names
from poise.reading.naming import check_word
from poise.reading.proofs import ProofReader
from poise.reading.rules import RuleReader
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.taxonomy import TaxonomyReader
from poise.reading.tested import check_concluded
from poise.reading.vocabulary import VocabularyReader
from poise.reading.written import RulesFile
from poise.rules import Source
from poise.source import at
from poise.taxonomy import Taxonomy
from poise.trees import facts_read
from poise.vocabulary import Fact, Vocabulary

LANGUAGE = "1"


def link(files: Files, problems: Collector) -> Contents | None:
    """Link what files say; None where they cannot be read far enough to say more."""
    with suppress(TooManyProblemsError):
        return _Reading(files, problems).contents()
    return None


class _Needed(NamedTuple):
    """What other files need of the pack's head."""

    acts_on_order: tuple[str, ...]
    finding_groups: Mapping[str, str]
    defaults: RuleDefaults


class _Reading:
    """One reading of a pack: names, then what speaks of them."""

    def __init__(self, files: Files, problems: Collector) -> None:
        self._problems = problems
        self._files = files
        self._bare = Basics(problems, files.head_at, None)

    def contents(self) -> Contents | None:
        files, problems = self._files, self._problems
        if files.head is None or not self._speaks_our_language():
            return None
        sources = self._sources()
        citable = frozenset(files.evidence) | _statements(files.evidence)
        basics = Basics(problems, files.head_at, citable)
        head = validate(PackHead, files.head, basics, problems, files.head_at, "the pack")
        needed = _needed(head, files.head)
        if needed is None or files.names_missing:
            return None  # names that nobody knows of would be told wherever they are used
        names, labels = self._names(needed, basics)
        linker = Linker(names, problems, files.head_at)
        taxonomy = LabelReader(names, linker, problems).read(labels)
        reader = RuleReader(linker, taxonomy, problems, needed.defaults)
        self._read_rules(reader, basics)
        if not files.rules_missing:
            findings = names.vocabulary.findings
            check_concluded(reader.readings, reader.written, findings, problems)
        written = {str(value.get("area")): value.get("paired") for value, _ in files.areas}
        views = DiagramReader(taxonomy.areas, written, basics).read(files.views)
        sign_offs = tuple(self._sign_offs())
        prover = self._proofs(linker, taxonomy)
        if head is None:
            return None
        return Contents(
            head=head,
            vocabulary=names.vocabulary,
            taxonomy=taxonomy,
            sources=sources,
            rules=tuple(reader.rules[name] for name in sorted(reader.rules)),
            places=reader.places,
            head_at=files.head_at,
            declared=self._declared(),
            views=views,
            sign_offs=sign_offs,
            proofs=tuple(prover.proofs[name] for name in sorted(prover.proofs)),
            proof_places=prover.places,
        )

    def _sign_offs(self) -> Iterator[SignOff]:
        noun = "the file of sign-offs"
        for value, place in self._files.sign_offs:
            file = validate(SignOffFile, value, self._bare, self._problems, place, noun)
            yield from () if file is None else file.sign_offs

    def _proofs(self, linker: Linker, taxonomy: Taxonomy) -> ProofReader:
        reader = ProofReader(linker, taxonomy, self._problems)
        for value, place in self._files.proofs:
            reader.read(value, place)
        return reader

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

    def _declared(self) -> dict[str, At]:
        sections = (self._files.sections[name] for name in ("facts", "measures", "findings"))
        every = (*sections, self._files.evidence)
        return {name: place for section in every for name, (_, place) in section.items()}

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

    def _names(self, head: _Needed, basics: Basics) -> tuple[Names, list[tuple[str, Any, At]]]:
        sections, problems = self._files.sections, self._problems
        reader = VocabularyReader(sections, basics)
        cards = TaxonomyReader(
            basics,
            self._titles(sections["area_groups"]),
            self._titles(sections["product_groups"]),
            reader.kinds("area_attributes"),
            reader.kinds("product_attributes"),
            reader.attributes,
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
        section = self._files.sections["facts"]
        facts: dict[str, Fact] = {}
        graph: dict[str, set[str]] = {}
        for name, fact in names.vocabulary.facts.items():
            value: Any = section.get(name, ({},))[0]
            if value.get("asked_when") is not None:
                scope = Scope(fact.each, readable=(Fact,), inside="'asked_when'", whole="the fact")
                fact = replace(fact, asked_when=linker.condition_in(value["asked_when"], scope))
                assert fact.asked_when is not None
                graph[name] = {
                    names.vocabulary.split(one)[0] for one in facts_read(fact.asked_when)
                }
            facts[name] = fact
        for path in circles(graph):
            self._problems.error(
                at(section[path[0]][0]["asked_when"], section[path[0]][1]),
                "cycle",
                f"'asked_when' goes round in a circle: {' -> '.join(path)}",
                "let one of them always be asked",
            )
        return replace(names.vocabulary, facts=facts)

    def _read_rules(self, reader: RuleReader, basics: Basics) -> None:
        problems = self._problems
        for value, place in self._files.rules:
            file = validate(RulesFile, value, basics, problems, place, "a file of rules")
            if file is None:
                self._files.rules_missing = True
            else:
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


def _needed(head: PackHead | None, written: Any) -> _Needed | None:
    """Of a head that cannot be read, what the others need may be read all the same."""
    if head is not None:
        return _Needed(head.acts_on_order, head.finding_groups, head.defaults)
    order, groups = written.get("acts_on_order"), written.get("finding_groups")
    if not isinstance(order, list) or not isinstance(groups, dict):
        return None
    titles = {name: str(title) for name, title in groups.items()}
    return _Needed(tuple(str(one) for one in order), titles, RuleDefaults())


def _statements(evidence: Section) -> frozenset[str]:
    """Every statement that is written, whether its source can be read or not."""
    found: set[str] = set()
    for value, _ in evidence.values():
        for inner in value.values() if isinstance(value, dict) else ():
            found |= set(inner) if isinstance(inner, dict) else set()
    return frozenset(found)
