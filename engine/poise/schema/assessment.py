"""JSON Schema of an assessment of one pack, for forms, editors and clients.

A fact stands once in full, nested under its group, with its question, unit, scale and source; the
dotted spellings refer to it. A form leaves out the properties whose name holds a dot.

The schema takes what `poise.assessment` takes. Where JSON Schema cannot say what the reader
checks, the schema takes more:
- a date on the wrong side of the assessment's own date (a schema compares no two values);
- an answer to a fact that does not apply by the other answers;
- a number that is written as text and lies outside its range;
- how a value is written, since a schema sees values alone: a key that stands twice, `2.0` for the
  word or year `2`, a number of dozens of digits, `null` or `~` inside a list.
It takes less in two ways: what is said of `both` or `elsewhere` is checked even where no side or
area is left for it; and so is a number that only rounding (to six decimals) brings into its range.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from poise.intake import SCREENED
from poise.schema import answers
from poise.schema.describing import described
from poise.schema.requests import requests
from poise.schema.spellings import Parts, conflicts
from poise.schema.words import DIALECT, Json, day, escaped, pointer
from poise.vocabulary import BOTH, SIDES, Fact, Records, Vocabulary

if TYPE_CHECKING:
    from poise.pack import RulePack

ELSEWHERE = "elsewhere"


def assessment_schema(pack: RulePack) -> Json:
    """JSON Schema of everything that an assessment of this pack can say."""
    facts = _Facts(pack)
    properties = {
        "title": {
            "title": "Title",
            "description": "A short description; no part of a plan.",
            **answers.TEXT,
        },
        "date": {
            "title": "Date",
            "description": "The day of the assessment; all time counts from it.",
            **day(),
            "examples": ["2026-11-22"],
        },
        "requests": requests(pack),
    }
    root = facts.below((), ())
    made = {
        "$schema": DIALECT,
        "$id": f"urn:poise:{pack.head.id}:assessment",
        "title": f"Assessment: {pack.head.title}",
        "description": "What a clinician recorded of one patient; only the date must be said.",
        **root,
        "properties": {**properties, **root["properties"]},
        "required": ["date"],
        "$defs": answers.DEFINITIONS,
    }
    return copy.deepcopy(made)


class _Facts:
    """Builds the tree of facts, nested and dotted."""

    def __init__(self, pack: RulePack) -> None:
        self._pack = pack
        self._vocabulary: Vocabulary = pack.vocabulary
        self._names = [tuple(name.split(".")) for name in pack.vocabulary.facts]

    def below(self, prefix: Parts, place: Parts) -> Json:
        """What may stand under a prefix of names; `place` is where that stands in the schema."""
        here = (*place, "properties")
        nested: dict[str, Json] = {}
        dotted: dict[str, Json] = {}
        placed: dict[str, Json] = {}
        for parts in self._names:
            rest = parts[len(prefix) :]
            if parts[: len(prefix)] != prefix or not rest:
                continue
            head = rest[0]
            if head not in nested:
                nested[head] = self._nested((*prefix, head), (*here, head))
            for size in range(2, len(rest) + 1):
                dotted[".".join(rest[:size])] = self._dotted((*prefix, *rest[:size]))
            fact = self._vocabulary.facts[".".join(parts)]
            if fact.each is not None and not isinstance(fact.kind, Records):
                words = dict.fromkeys((*self._places(fact), ELSEWHERE))
                placed[_placed(".".join(rest), words)] = answers.answer(fact.kind)
        return {
            "type": "object",
            "properties": {**self._in_order(nested, prefix), **dotted},
            **({"patternProperties": placed} if placed else {}),
            "additionalProperties": False,
            **conflicts(self._slots(), prefix),
        }

    def _in_order(self, nested: dict[str, Json], prefix: Parts) -> dict[str, Json]:
        """Groups in the order in which the pack declares them, at the top."""
        groups = [] if prefix else [name for name in self._vocabulary.groups if name in nested]
        return {name: nested[name] for name in dict.fromkeys([*groups, *nested])}

    def _nested(self, parts: Parts, place: Parts) -> Json:
        """A fact, or a group of them."""
        name = ".".join(parts)
        fact = self._vocabulary.facts.get(name)
        if fact is not None:
            return self._fact(fact, place)
        group = self._vocabulary.groups.get(name)
        one_word = {"const": SCREENED, "description": "Each has its normal value."}
        return {
            "title": group.label if group else parts[-1].replace("_", " ").capitalize(),
            "anyOf": [
                self.below(parts, (*place, "anyOf", "0")),
                *([one_word] if group and group.screened else []),
                answers.OPEN,
            ],
        }

    def _dotted(self, parts: Parts) -> Json:
        """The same in another spelling: a reference to where it stands nested."""
        inner = [step for part in parts[1:] for step in ("anyOf", "0", "properties", part)]
        return {"$ref": pointer("properties", parts[0], *inner)}

    def _fact(self, fact: Fact, place: Parts) -> Json:
        about = {"title": fact.label, "description": described(fact, self._pack)}
        if fact.each is None or isinstance(fact.kind, Records):
            return {**about, **answers.answer(fact.kind)}
        places = self._places(fact)
        first, *others = places
        same = {"$ref": pointer(*place, "anyOf", "0", "properties", first)}
        said = {first: answers.answer(fact.kind), **dict.fromkeys(others, same)}
        titles = {name: area.label for name, area in self._pack.taxonomy.areas.items()}
        sided = {
            "type": "object",
            "properties": {
                name: {"title": titles.get(name, name.capitalize()), **schema}
                for name, schema in said.items()
            },
            "additionalProperties": False,
        }
        if fact.each == "side":
            sided |= _ELSEWHERE_IS_BOTH | {"patternProperties": {f"^{ELSEWHERE}$": same}}
        return {**about, "anyOf": [sided, {"enum": [answers.UNKNOWN]}, answers.UNANSWERED]}

    def _places(self, fact: Fact) -> Parts:
        """The words that stand for a side or area, as they are offered."""
        if fact.each == "side":
            return (*SIDES, BOTH)
        return (*self._vocabulary.places(fact.each), ELSEWHERE)

    def _slots(self) -> Iterator[list[Parts]]:
        """All names under which one and the same answer may be given."""
        for parts in self._names:
            fact = self._vocabulary.facts[".".join(parts)]
            if fact.each is None or isinstance(fact.kind, Records):
                yield [parts]
                continue
            for place in self._places(fact):
                also = [(*parts, ELSEWHERE)] if place == BOTH else []
                yield [(*parts, place), *also]


_ELSEWHERE_IS_BOTH: Json = {"dependentSchemas": {BOTH: {"properties": {ELSEWHERE: False}}}}


def _placed(name: str, places: Iterable[str]) -> str:
    """A pattern for the dotted names of one fact with its side or area."""
    return rf"^{escaped(name)}\.({'|'.join(escaped(one) for one in places)})$"
