"""Rules as they are written: each with what it inherits, and checked for what it cites."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from poise.contents import RuleDefaults
from poise.problems import At, Collector, did_you_mean, nearest
from poise.reading.linker import Linker
from poise.reading.naming import check_id
from poise.reading.structure import validate
from poise.reading.tested import Reading
from poise.reading.verbs import VerbChecker
from poise.rules import Rule
from poise.source import Block, at
from poise.taxonomy import Taxonomy
from poise.templates import TemplateError, cited
from poise.trees import facts_read

_INHERITED = ("evidence", "strength", "certainty", "reviewed", "review_by", "catalogue")


class RuleReader:
    """Reads the rules of files one by one."""

    def __init__(
        self, linker: Linker, taxonomy: Taxonomy, problems: Collector, defaults: RuleDefaults
    ) -> None:
        self._linker = linker
        self._verbs = VerbChecker(taxonomy, problems)
        self._problems = problems
        self._defaults = defaults
        self.rules: dict[str, Rule] = {}
        self.places: dict[str, At] = {}
        self.written: list[Any] = []
        """All rules as they are written, those that cannot be read among them."""
        self.readings: list[Reading] = []

    def read(self, written: Iterable[Any], place: At, defaults: RuleDefaults) -> None:
        """Read one file's rules, which inherit from the file and then from the pack."""
        for value in written:
            self.written.append(value)
            rule = self._rule(value, at(value, place), defaults)
            if rule is None:
                continue
            spot = at(value["id"], place)
            check_id(rule.id, "a rule", spot, self._problems)
            if rule.id in self.rules:
                first = self.places[rule.id]
                self._problems.error(
                    spot,
                    "duplicate-id",
                    f"the rule '{rule.id}' is written twice",
                    f"the first stands at {first.file}:{first.line}; rename one",
                )
                continue
            if rule.stage == "active":
                self.readings.append(Reading(rule.id, self._linker.findings))
            self.rules[rule.id] = rule
            self.places[rule.id] = spot

    def _rule(self, value: Any, place: At, defaults: RuleDefaults) -> Rule | None:
        noun = "a rule"
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            noun = f"the rule '{value['id']}'"
        each = _each(value) if isinstance(value, dict) else None
        if each not in (None, "side", "area"):
            value = Block({key: value[key] for key in ("id", "title", "each") if key in value})
            value.at = place  # of what else it says nothing could be told
        self._linker.begin(each if each in ("side", "area") else None)
        before = len(self._problems)
        rule = validate(Rule, value, self._linker, self._problems, place, noun)
        if rule is None:
            return None
        if len(self._problems) == before:
            self._verbs.check(rule, value, place)
        self._check_because(rule, value, place, before)
        return rule.model_copy(update=self._inherited(value, defaults))

    def _inherited(self, value: Block, defaults: RuleDefaults) -> dict[str, Any]:
        """What the rule does not say itself: from its file, then from the pack."""
        update = {}
        for name in _INHERITED:
            if name not in value:
                inherited = getattr(defaults, name) or getattr(self._defaults, name)
                if inherited:
                    update[name] = inherited
        return update

    def _check_because(self, rule: Rule, value: Any, place: At, before: int) -> None:
        place = at(value.get("because"), place)
        try:
            names = cited(rule.because)
        except TemplateError as error:
            self._problems.error(
                place,
                "bad-template",
                f"the 'because' of '{rule.id}' cannot be read: {error}",
                "write values as {{ group.name }}",
            )
            return
        if len(self._problems) > before:
            return  # what the rule tests is not known
        tested = set(facts_read(rule.when))
        for require in rule.require:
            tested |= set(facts_read(require.that)) if require.that else set()
        for name in names:
            if name not in tested and name not in self._linker.unread:
                self._problems.error(
                    place,
                    "cites-untested",
                    f"the 'because' of '{rule.id}' cites '{name}', which the rule does not test",
                    did_you_mean(name, tested) or "test it in 'when', or leave it out",
                )


def _each(value: dict[str, Any]) -> Any:
    """What the rule stands once for; what a misspelt `each` says counts, as it was meant."""
    for key in ("each", *value):
        if value.get(key) in ("side", "area") and (key == "each" or nearest(key, ("each",))):
            return value[key]
    return value.get("each")
