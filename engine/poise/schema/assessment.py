"""JSON Schema of an assessment of one pack, for forms, editors and clients.

A fact stands once in full, nested under its group, with its question, unit, scale and source; the
dotted spellings refer to it. A form leaves out the properties whose name holds a dot.

The schema takes what `poise.assessment` takes. Where JSON Schema cannot say what the reader
checks, the schema takes more:
- a date on the wrong side of the assessment's own date (a schema compares no two values);
- an answer to a fact that does not apply by the other answers;
- a number written as text outside its range, and how a number is written (more than 15 digits; a
  whole number as `2.0` where a word `2` or a year is meant), since a schema sees values only;
- a key written twice, a plain `[null]`, and `~` where `null` is meant: seen alike by a schema;
- one side or area given in two spellings: `both` and `elsewhere` are for what is not given yet,
  so it depends on the order in which they stand.
It takes less in one way: a number that only rounding (to six decimals) brings into its range.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from poise.assessment import SCREENED
from poise.schema import answers
from poise.schema.describing import described
from poise.schema.spellings import Parts, conflicts
from poise.schema.words import DIALECT, Json, day, escaped, one_of, pointer
from poise.vocabulary import BOTH, SIDES, Fact, Group, Records, Text, Vocabulary

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
            "anyOf": [{"type": "string"}, {"not": {"type": ["object", "array"]}}],
        },
        "date": {
            "title": "Date",
            "description": "The day of the assessment; all time counts from it.",
            **day(),
            "examples": ["2026-11-22"],
        },
        "requests": _requests(pack),
    }
    root = facts.below((), ())
    return {
        "$schema": DIALECT,
        "$id": f"urn:poise:{pack.head.id}:assessment",
        "title": f"Assessment: {pack.head.title}",
        "description": "What a clinician recorded of one patient; only the date must be said.",
        **root,
        "properties": {**properties, **root["properties"]},
        "required": ["date"],
        "$defs": answers.DEFINITIONS,
    }


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
                dotted[".".join(rest[:size])] = self._dotted((*prefix, *rest[:size]), len(prefix))
            fact = self._vocabulary.facts[".".join(parts)]
            if fact.each is not None and not isinstance(fact.kind, Records):
                placed[_placed(".".join(rest), self._places(fact))] = self._one(fact)
        return {
            "type": "object",
            "properties": {**self._in_order(nested, prefix), **dotted},
            **({"patternProperties": placed} if placed else {}),
            "additionalProperties": False,
            **conflicts(self._names, prefix, self._vocabulary),
        }

    def _in_order(self, nested: dict[str, Json], prefix: Parts) -> dict[str, Json]:
        """Groups in the order in which the pack declares them, at the top."""
        if prefix:
            return nested
        screened = {
            name: self._group(group, None)
            for name, group in self._vocabulary.groups.items()
            if group.screened and name not in nested
        }
        order = [name for name in self._vocabulary.groups if name in nested]
        return {name: nested[name] for name in dict.fromkeys([*order, *nested])} | screened

    def _nested(self, parts: Parts, place: Parts) -> Json:
        """A fact, or a group of them."""
        fact = self._vocabulary.facts.get(".".join(parts))
        if fact is not None:
            return self._fact(fact, place)
        group = self._vocabulary.groups.get(".".join(parts))
        if group is not None and group.screened:
            return self._group(group, self.below(parts, (*place, "anyOf", "0")))
        title = {"title": group.label} if group else {}
        return {**title, **self.below(parts, place)}

    def _group(self, group: Group, below: Json | None) -> Json:
        """A group that may be answered in one word."""
        one_word = {"const": SCREENED, "description": "Each has its normal value."}
        return {"title": group.label, "anyOf": [*([below] if below else []), one_word]}

    def _dotted(self, parts: Parts, start: int) -> Json:
        """The same in another spelling: a reference to where it stands nested."""
        steps: Parts = ()
        for size in range(1, len(parts) + 1):
            name = ".".join(parts[:size])
            last = size == len(parts)
            if not last and name in self._vocabulary.facts:
                return self._nested(parts, self._place(parts, start))
            steps = (*steps, "properties", parts[size - 1])
            group = self._vocabulary.groups.get(name)
            if not last and group is not None and group.screened:
                steps = (*steps, "anyOf", "0")
        return {"$ref": pointer(*steps)}

    def _place(self, parts: Parts, start: int) -> Parts:
        return ("properties", *parts[:start], "properties", ".".join(parts[start:]))

    def _fact(self, fact: Fact, place: Parts) -> Json:
        about = {"title": fact.label, "description": described(fact, self._pack)}
        if fact.each is None or isinstance(fact.kind, Records | Text):
            return {**about, **answers.answer(fact.kind)}
        offered = (*SIDES, BOTH) if fact.each == "side" else self._places(fact)
        first, *others = offered
        one = self._one(fact)
        same = {"$ref": pointer(*place, "anyOf", "0", "properties", first)}
        titles = {name: area.label for name, area in self._pack.taxonomy.areas.items()}
        said = {first: one, **dict.fromkeys(others, same)}
        understood = {name: same for name in self._places(fact) if name not in said}
        return {
            **about,
            "anyOf": [
                {
                    "type": "object",
                    "properties": {
                        name: {"title": titles.get(name, name.capitalize()), **schema}
                        for name, schema in said.items()
                    },
                    "patternProperties": {f"^{name}$": said for name, said in understood.items()},
                    "additionalProperties": False,
                },
                {"enum": [answers.UNKNOWN]},
                answers.UNLISTED,
            ],
        }

    def _one(self, fact: Fact) -> Json:
        """The answer for one side or area."""
        return answers.answer(fact.kind)

    def _places(self, fact: Fact) -> Parts:
        """The words that may stand for a side or area."""
        if fact.each == "side":
            return (*SIDES, BOTH, ELSEWHERE)
        return (*self._vocabulary.places(fact.each), ELSEWHERE)


def _placed(name: str, places: Iterable[str]) -> str:
    """A pattern for the dotted names of one fact with its side or area."""
    return rf"^{escaped(name)}\.({'|'.join(escaped(one) for one in places)})$"


def _requests(pack: RulePack) -> Json:
    taxonomy = pack.taxonomy
    products = {name: product.label for name, product in taxonomy.products.items()}
    requestable = [
        name
        for name in taxonomy.product_names()
        if any(not taxonomy.products[leaf].recorded_only for leaf in taxonomy.leaves(name))
    ]
    areas = {name: area.label for name, area in taxonomy.areas.items()}
    goals = {name: goal.label for name, goal in pack.vocabulary.goals.items()}
    fields = {
        "product": ("Product", one_of(requestable, {**taxonomy.product_groups, **products})),
        "area": ("Area", one_of(areas, areas)),
        "side": ("Side", one_of((*SIDES, BOTH))),
        "for": ("For", one_of(goals, goals)),
        "amount": ("Amount", answers.amount()),
    }
    request = {
        "type": "object",
        "properties": {name: {"title": title, **said} for name, (title, said) in fields.items()},
        "required": ["product", "area"],
        "additionalProperties": False,
    }
    return {
        "title": "Requests",
        "description": "What the patient asks for by name; each is answered by itself.",
        "anyOf": [{"type": "array", "items": request}, {"enum": ["none"]}],
    }
