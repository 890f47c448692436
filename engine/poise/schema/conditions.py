"""What a condition may say, by where it stands; the reader's twin is `poise.reading.conditions`.

A scope decides which names may stand bare, whether `known` is a test, and which names are read at
all; so there is a definition a scope, made when it is first needed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from poise.reading.conditions import Scope
from poise.schema.definitions import Definitions
from poise.schema.describing import described
from poise.schema.operators import KNOWN, test, why_not
from poise.schema.words import Json, count, reference
from poise.vocabulary import Fact, Finding, Measure, Records, Text, Vocabulary

if TYPE_CHECKING:
    from poise.pack import RulePack

_COMBINED = {
    "all_of": "all of these hold",
    "any_of": "at least one of these holds",
    "none_of": "none of these holds",
}
_SIDED = {
    "either_side": "it holds on the left or on the right",
    "both_sides": "it holds on the left and on the right",
    "other_side": "it holds on the other side",
}


class Conditions:
    """Makes the definitions of conditions and of the tests in them."""

    def __init__(self, pack: RulePack, definitions: Definitions) -> None:
        self._pack = pack
        self._vocabulary: Vocabulary = pack.vocabulary
        self._definitions = definitions

    def condition(self, scope: Scope) -> Json:
        """A condition in this scope."""
        return self._definitions.refer(_named(scope), lambda: self._condition(scope))

    def test(self, declared: Fact | Measure | Finding) -> Json:
        """A test of one name."""
        name = f"test:{declared.id}"
        return self._definitions.refer(name, lambda: self._test(declared, name))

    def _test(self, declared: Fact | Measure | Finding, name: str) -> Json:
        said = test(declared.kind, reference("$defs", name))
        assert said is not None, declared
        return self._about(declared) | said

    def _about(self, declared: Fact | Measure | Finding) -> Json:
        return {"title": declared.label, "description": described(declared, self._pack)}

    def _condition(self, scope: Scope) -> Json:
        return {
            "type": "object",
            "properties": self._combining(scope) | self._lines(scope),
            "additionalProperties": False,
            "minProperties": 1,
        }

    def _combining(self, scope: Scope) -> dict[str, Json]:
        said: dict[str, Json] = {}
        for word, about in _COMBINED.items():
            inner = replace(scope, required=False) if word == "none_of" else scope
            said[word] = {"description": about, **self._several(inner)}
        said["count"] = {
            "description": "at least so many of these hold",
            "type": "object",
            "properties": {"at_least": count(1, 1000), "of": self._several(scope)},
            "required": ["at_least", "of"],
            "additionalProperties": False,
        }
        for word, about in _SIDED.items():
            if word != "other_side" or scope.each == "side":
                sided = self.condition(replace(scope, either=True))
                said[word] = {"description": about, **sided}
        return said

    def _several(self, scope: Scope) -> Json:
        return {"type": "array", "items": self.condition(scope), "minItems": 1}

    def _lines(self, scope: Scope) -> dict[str, Json]:
        """Every name that may stand in this scope, with its tests.

        Offered are the bare name where the scope says which side or area is meant, else each side;
        any other side or area is understood.
        """
        known = self._vocabulary
        declarations: list[Fact | Measure | Finding] = [
            *known.facts.values(),
            *known.measures.values(),
            *known.findings.values(),
        ]
        lines: dict[str, Json] = {}
        for declared in declarations:
            if not isinstance(declared, scope.readable):
                continue
            sided = declared.each == "side"
            bound = declared.each in (None, scope.each) or (sided and scope.either)
            said = self._line(declared, scope)
            lines[declared.id] = said if bound else self._bare(declared)
            for place in known.places(declared.each):
                offered = sided and not bound
                placed = said if offered else self._hidden(declared, scope)
                lines[f"{declared.id}.{place}"] = placed
        return lines

    def _line(self, declared: Fact | Measure | Finding, scope: Scope) -> Json:
        """The tests of a name in a scope."""
        refer, name = self._definitions.keep, declared.id
        if isinstance(declared.kind, Records | Text):
            if scope.required:
                return refer(f"known:{name}", self._about(declared) | {"const": KNOWN})
            message = f"'{name}' cannot be tested: {why_not(declared.kind)}"
            return refer(f"untested:{name}", _refused(message))
        tests = self.test(declared)
        if not scope.required:
            return tests
        known = {"const": KNOWN, "description": "it is answered, whatever the answer"}
        return refer(f"requirement:{name}", {"anyOf": [tests, known]})

    def _hidden(self, declared: Fact | Measure | Finding, scope: Scope) -> Json:
        """The same, not offered by an editor."""
        name = f"placed:{'requirement' if scope.required else 'test'}:{declared.id}"
        return self._definitions.keep(name, {"allOf": [self._line(declared, scope)]} | _QUIET)

    def _bare(self, declared: Fact | Measure | Finding) -> Json:
        """A name that must say which side or area it means."""
        first = (*self._vocabulary.places(declared.each), "AREA")[0]
        under = "put it under 'either_side' or 'both_sides', " if declared.each == "side" else ""
        message = (
            f"'{declared.id}' stands once for each {declared.each}: write '{declared.id}.{first}', "
            f"{under}or give the rule 'each: {declared.each}'"
        )
        return self._definitions.keep(f"bare:{declared.id}", _refused(message))


_QUIET: Json = {"doNotSuggest": True}


def _refused(message: str) -> Json:
    """A name that is known and cannot stand here; an editor says why."""
    return {"enum": [], "errorMessage": message} | _QUIET


def _named(scope: Scope) -> str:
    """The definition of a scope, named in words."""
    words = ["requirement" if scope.required else "condition"]
    words += [f"each_{scope.each}"] if scope.each else []
    words += ["either_side"] if scope.either and scope.each != "side" else []
    readable = {Fact: "facts", Measure: "measures", Finding: "findings"}
    if len(scope.readable) < len(readable):
        words.append("_and_".join(readable[kind] for kind in scope.readable))
    return ":".join(words)
