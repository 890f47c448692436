"""From declarations as written to a vocabulary in which every name has its kind."""

from __future__ import annotations

from collections.abc import Mapping

from poise.declaration import as_list
from poise.problems import Collector, did_you_mean
from poise.reading.declared import DeclarationReader, Section
from poise.reading.kinds import KindReader
from poise.reading.linker import Basics
from poise.reading.naming import check_dotted, check_value, check_word
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.written import GoalWritten, GroupWritten, KindWritten, ScaleWritten
from poise.source import at
from poise.taxonomy import Taxonomy
from poise.vocabulary import (
    GOALS,
    Choices,
    Date,
    Fact,
    Goal,
    Group,
    Kind,
    Records,
    Scale,
    Text,
    Vocabulary,
)

OWN = ("title", "date", "requests", GOALS)
"""What an assessment says besides facts, and so no group of facts can be called."""


class VocabularyReader:
    """Reads the vocabulary's sections; conditions and computations are linked afterwards."""

    def __init__(self, sections: Mapping[str, Section], basics: Basics) -> None:
        self._sections = sections
        self._basics = basics
        self._problems: Collector = basics.problems
        self.scales = self._scales()
        self.goals = self._goals()
        self.attributes = frozenset(
            f"{what}.{name}"
            for what in ("area", "product")
            for name in sections[f"{what}_attributes"]
        )
        """All attributes that are written, as selectors name them."""
        self._meant: frozenset[str] = frozenset()
        self._kinds = KindReader(self.scales, sections["scales"], basics)

    def kinds(self, section: str) -> dict[str, Kind]:
        """Attributes of cards: names with a kind."""
        found: dict[str, Kind] = {}
        for name, (value, place) in self._sections[section].items():
            noun = f"the attribute '{name}'"
            check_word(name, "an attribute", place, self._problems)
            written = validate(KindWritten, value, self._basics, self._problems, place, noun)
            kind = None if written is None else self._kinds.read(written, value, noun, place)
            if isinstance(kind, Choices | Date | Records | Text):
                self._problems.error(
                    place,
                    "forbidden-here",
                    f"{noun} cannot be {kind.noun}",
                    "a card's attribute is yes or no, a grade, a number or a choice",
                )
            elif kind is not None:
                found[name] = kind
        return found

    def vocabulary(self, taxonomy: Taxonomy, finding_groups: Mapping[str, str]) -> Vocabulary:
        self._check_once()
        declared = DeclarationReader(self._sections, self._kinds, self._basics)
        facts = declared.facts(taxonomy)
        self._meant = frozenset(declared.meant - set(facts))
        wishes = tuple(sorted(self._sections["goals"]))
        facts[GOALS] = Fact(GOALS, "Goals", "What does the patient wish for?", Choices(wishes))
        return Vocabulary(
            scales=self.scales,
            groups=self._groups(),
            facts=facts,
            measures=declared.measures(),
            findings=declared.findings(finding_groups),
            goals=self.goals,
            areas=tuple(taxonomy.areas),
        )

    def unread(self, vocabulary: Vocabulary, taxonomy: Taxonomy) -> frozenset[str]:
        """Names that are written and could not be read."""
        known = {
            *vocabulary.facts,
            *vocabulary.measures,
            *vocabulary.findings,
            *self.goals,
            *(f"area.{name}" for name in taxonomy.area_attributes),
            *(f"product.{name}" for name in taxonomy.product_attributes),
        }
        written = {name for one in (*_TESTED, "goals") for name in self._sections[one]}
        return frozenset((written | self.attributes) - known) | self._meant

    def _check_once(self) -> None:
        """INVARIANT: one name is one thing, and no name is the beginning of another."""
        known: dict[str, str] = {}
        for section, noun in _TESTED.items():
            for name, (_, place) in self._sections[section].items():
                check_dotted(name, noun, place, self._problems)
                if name in known:
                    self._problems.error(
                        place,
                        "duplicate-id",
                        f"'{name}' is declared as {known[name]} and as {noun}",
                        "rename one",
                    )
                known.setdefault(name, noun)
        for section in _TESTED:
            for name, (_, place) in self._sections[section].items():
                owner = name.rpartition(".")[0]
                if owner in known:
                    self._problems.error(
                        place,
                        "bad-name",
                        f"'{name}' begins with '{owner}', which is {known[owner]} by itself",
                        "rename one, so that it is clear which is meant",
                    )

    def _scales(self) -> dict[str, Scale]:
        scales = {}
        for name, (value, place) in self._sections["scales"].items():
            noun = f"the scale '{name}'"
            written = validate(ScaleWritten, value, self._basics, self._problems, place, noun)
            if written is None:
                continue
            seen: set[str] = set()
            for level in value["levels"]:
                check_value(level, "a level", at(level, place), self._problems)
                if level in seen:
                    self._problems.error(
                        at(level, place),
                        "duplicate-id",
                        f"{noun} names '{level}' twice",
                        "keep one",
                    )
                seen.add(level)
            scales[name] = Scale(name, written.levels, written.higher_is, written.source)
        return scales

    def _goals(self) -> dict[str, Goal]:
        goals = {}
        section = self._sections["goals"]
        for name, (value, place) in sorted(section.items()):
            noun = f"the goal '{name}'"
            check_word(name, "a goal", place, self._problems)
            written = validate(GoalWritten, value, self._basics, self._problems, place, noun)
            if written is None:
                continue
            goals[name] = Goal(name, written.label, written.conflicts_with)
            for other in as_list(value.get("conflicts_with", [])):
                if other not in section:
                    self._problems.error(
                        at(other, at(value["conflicts_with"], place)),
                        "unknown-name",
                        f"'{name}' conflicts with {quoted(other)}, which is not a goal",
                        did_you_mean(other, section),
                    )
        return dict(sorted(goals.items()))

    def _groups(self) -> dict[str, Group]:
        groups = {}
        for name, (value, place) in self._sections["groups"].items():
            noun = f"the group '{name}'"
            check_word(name, "a group of facts", place, self._problems)
            if name in OWN:
                self._problems.error(
                    place,
                    "bad-name",
                    f"a group of facts cannot be called '{name}', which every assessment has",
                    "choose another word",
                )
            written = validate(GroupWritten, value, self._basics, self._problems, place, noun)
            if written is not None:
                groups[name] = Group(name, written.label, written.nothing_to_report)
        return groups


_TESTED = {"facts": "a fact", "measures": "a measure", "findings": "a finding"}
