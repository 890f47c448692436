"""Generated rules: every verb, every form of condition, selectors of every dimension."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

from theorems.names import DURATIONS, Conditions, Each, Named, Scope, several
from theorems.taxonomy import ACTS_ON, Cards
from theorems.vocabulary import Vocabulary

RESTRICTIVE = ("avoid", "caution", "require", "ceiling", "defer", "exclude")
OTHERS = ("prefer", "refer", "consider", "expect", "per_session", "sequence", "lasts", "review")
STRENGTHS = ("strong", "conditional", "conditional", "option")


@dataclass(frozen=True, slots=True)
class Target:
    """A candidate that there can be; a selector drawn for it always matches something."""

    product: str
    area: str
    side: str
    goal: str
    acts_on: str


class RuleMaker:
    """Makes the rules of one pack."""

    def __init__(self, random: Random, vocabulary: Vocabulary, cards: Cards) -> None:
        self._random = random
        self._vocabulary = vocabulary
        self._cards = cards
        self._conditions = Conditions(random)
        self._each: Each = None

    def make(self) -> Iterable[dict[str, Any]]:
        yield from self._concluding()
        for number in range(self._random.randint(1, 4)):
            yield self._rule(f"suggest{number}", ["suggest"])
        for number in range(self._random.randint(1, 7)):
            yield self.restriction(f"restrict{number}")
        for number in range(self._random.randint(0, 5)):
            verbs = self._random.sample(OTHERS, self._random.choice((1, 1, 2)))
            yield self._rule(f"other{number}", verbs)

    def restriction(self, name: str) -> dict[str, Any]:
        """A rule that can only make candidates stand worse."""
        verbs = [one for one in RESTRICTIVE if one != "ceiling" or self._vocabulary.records]
        return self._rule(name, self._random.sample(verbs, self._random.choice((1, 1, 1, 2))))

    def _scope(self) -> Scope:
        return self._vocabulary.scope(self._each)

    # --- findings ----------------------------------------------------------------------------

    def _concluding(self) -> Iterable[dict[str, Any]]:
        """At least one rule for each finding, reading only findings declared before it."""
        earlier = [one for one in self._vocabulary.names if one.group != "finding"]
        findings = [one for one in self._vocabulary.names if one.group == "finding"]
        for index, finding in enumerate(findings):
            readable = Scope((*earlier, *findings[:index]), self._vocabulary.areas)
            for number in range(self._random.randint(1, 3)):
                yield self._conclusion(f"conclude{index}_{number}", finding, readable)

    def _conclusion(self, name: str, finding: Named, readable: Scope) -> dict[str, Any]:
        self._each = finding.each or self._random.choice((None, None, "side", "area"))
        target = finding.id
        if finding.each is not None and self._random.random() < 0.25:
            self._each = None
            target += ".left" if finding.each == "side" else f".{self._vocabulary.areas[0]}"
        when = self._conditions.condition(
            Scope(readable.names, readable.areas, self._each), self._random.choice((0, 1, 2))
        )
        value: Any = self._random.choice(finding.words[1:] if finding.kind == "grade" else ["yes"])
        if finding.kind == "choices":
            value = several(self._random, finding.words, 2)
        return self._headed(name) | {"when": when, "conclude": {target: value}}

    def _headed(self, name: str) -> dict[str, Any]:
        rule: dict[str, Any] = {"id": name, "title": f"Rule {name}"}
        if self._each is not None:
            rule["each"] = self._each
        rule["strength"] = self._random.choice(STRENGTHS)
        rule["evidence"] = several(self._random, ("E1", "E2", "S1"), 2)
        return rule

    # --- other rules -------------------------------------------------------------------------

    def _rule(self, name: str, verbs: list[str]) -> dict[str, Any]:
        self._each = self._random.choice((None, None, "side", "area"))
        rule = self._headed(name)
        if self._random.random() < 0.85:
            self._conditions.read.clear()
            rule["when"] = self._conditions.condition(self._scope(), self._random.choice((0, 1, 2)))
            if self._random.random() < 0.2:
                rule["because"] = f"It is {{{{ {self._conditions.read[0]} }}}}."
        for verb in verbs:
            rule[verb] = getattr(self, f"_{verb}")()
        if "sequence" in verbs and not self._firm(rule["sequence"]):
            rule["strength"] = "option"
        return rule

    def _firm(self, sequence: dict[str, Any]) -> bool:
        """Whether its steps follow the order of product classes, as all firm sequences do."""
        steps = [step.get("product") for step in sequence["order"] if step != "everything"]
        classes = list(self._cards.classes)
        known = [classes.index(step) for step in steps if isinstance(step, str) and step in classes]
        return len(known) == len(sequence["order"]) and known == sorted(set(known))

    def _target(self) -> Target:
        leaf = self._random.choice(self._cards.leaves)
        area = self._random.choice(self._cards.areas)
        return Target(
            leaf,
            area,
            self._random.choice(("left", "right")) if area in self._cards.paired else "",
            self._random.choice((*self._vocabulary.goals, "")),
            self._random.choice(ACTS_ON),
        )

    def _items(self) -> Any:
        """A selector that matches some candidate."""
        if self._random.random() < 0.08:
            return "everything"
        target = self._target()
        parts: dict[str, Any] = {}
        for part in self._random.sample(
            ("product", "product", "area", "side", "for", "acts_on", "attribute", "label_status"),
            self._random.choice((1, 1, 2, 2, 3)),
        ):
            parts |= getattr(self, f"_by_{part}")(target)
        return parts or {"product": target.product}

    def _by_product(self, target: Target) -> dict[str, Any]:
        return {"product": self._named(self._cards.above[target.product], self._cards.leaves)}

    def _by_area(self, target: Target) -> dict[str, Any]:
        return {"area": self._named(self._cards.around[target.area], self._cards.areas)}

    def _named(self, names: tuple[str, ...], universe: tuple[str, ...]) -> Any:
        """One of these names, or a list with it, or all but another one."""
        draw = self._random.random()
        others = [one for one in universe if one not in names]
        if draw < 0.2 and others:
            return {"not": self._random.choice(others)}
        if draw < 0.4:
            return [self._random.choice(names), self._random.choice(universe)]
        return self._random.choice(names)

    def _by_side(self, target: Target) -> dict[str, Any]:
        if not target.side:
            return {"side": {"not": "left"}}
        return {"side": self._random.choice((target.side, ["left", "right"]))}

    def _by_for(self, target: Target) -> dict[str, Any]:
        goals = self._vocabulary.goals
        if target.goal and self._random.random() < 0.7:
            return {"for": target.goal}
        return {"for": {"not": self._random.choice(goals)}}

    def _by_acts_on(self, target: Target) -> dict[str, Any]:
        if self._random.random() < 0.7:
            return {"acts_on": target.acts_on}
        return {"acts_on": {"not": next(one for one in ACTS_ON if one != target.acts_on)}}

    def _by_attribute(self, target: Target) -> dict[str, Any]:
        attributes = self._cards.attributes
        if self._random.random() < 0.5:
            return {"product.reversible": attributes[target.product]["reversible"]}
        return {"area.danger": {"at_least": attributes[target.area]["danger"]}}

    def _by_label_status(self, _target: Target) -> dict[str, Any]:
        status = self._random.choice(("labelled", "off_label", "not_approved"))
        form = self._random.choice((status, {"not": status}, ["off_label", "not_approved"]))
        return {"label_status": form}

    def _many(self, make: Any) -> Any:
        return [make(), make()] if self._random.random() < 0.1 else make()

    # --- verbs -------------------------------------------------------------------------------

    def _suggest(self) -> dict[str, Any]:
        target = self._target()
        found: dict[str, Any] = {"acts_on": target.acts_on}
        names = self._cards.above[target.product]
        found["product"] = self._named(names, self._cards.leaves)
        if self._each != "area" or self._random.random() < 0.3:
            found["area"] = self._named(self._cards.around[target.area], self._cards.areas)
        if target.side and self._random.random() < 0.3:
            found["side"] = self._random.choice(("left", "right", "both"))
        if self._random.random() < 0.7:
            found["for"] = several(self._random, self._vocabulary.goals, 2)
        findings = [one.id for one in self._vocabulary.names if one.group == "finding"]
        if self._random.random() < 0.6:
            found["treats"] = self._random.choice(findings)
        return found

    def _prefer(self) -> Any:
        return self._items()

    def _avoid(self) -> Any:
        return self._items()

    def _caution(self) -> Any:
        if self._random.random() < 0.5:
            return self._many(self._items) if self._random.random() < 0.9 else "everything"
        return {"items": self._items(), "say": "Take care"}

    def _exclude(self) -> Any:
        if self._random.random() < 0.5:
            return self._many(self._items)
        return {"items": self._items(), "reopened_by": "a doctor"}

    def _require(self) -> Any:
        scope = Scope(self._scope().names, self._scope().areas, self._each, required=True)
        that = self._conditions.condition(scope, self._random.choice((0, 0, 1)))
        draw = self._random.random()
        if draw < 0.2:
            return {"that": that, "before": "treatment"}
        if draw < 0.25:
            return {"note": "Sign the form", "before": "treatment"}
        return {"items": self._items(), "that": that}

    def _defer(self) -> Any:
        dates = [
            one.id
            for one in self._vocabulary.names
            if one.kind == "date" and one.each in (None, self._each)
        ]
        if dates and self._random.random() < 0.5:
            after = self._random.choice(dates)
            gap = self._random.choice(DURATIONS)
            return {"items": self._items(), "until": {"after": after, "gap": gap}}
        return {"items": self._items(), "until": "it has healed"}

    def _ceiling(self) -> Any:
        measures = [
            one.id
            for one in self._vocabulary.names
            if one.group == "measure" and one.kind == "number" and one.each is None
        ]
        items, unit = self._counted()
        at_most: Any = self._random.choice((0, 1, 1, 2, 3 if unit == "sessions" else 3.5))
        if measures and self._random.random() < 0.3:
            at_most = self._random.choice(measures)
        over = self._random.choice(("defer", "caution", "exclude"))
        found = {"items": items, "at_most": at_most, "unit": unit, "over": over}
        if self._random.random() < 0.4:
            found["per"] = self._random.choice((["area"], ["side"], ["side", "area"]))
        if self._random.random() < 0.7:
            found["within"] = self._random.choice(DURATIONS)
        return found

    def _counted(self) -> tuple[Any, str]:
        """Treatments that are counted together, and in what."""
        if self._random.random() < 0.5:
            return self._items(), "sessions"
        target = self._target()
        if target.product.startswith("toxin"):
            return {"product": target.product}, "U"
        items = {"product": self._random.choice(("filler", target.product, "volumizer"))}
        return items | (self._by_area(target) if self._random.random() < 0.5 else {}), "mL"

    def _refer(self) -> Any:
        return {"to": self._random.choice(("a doctor", "a dentist")), "urgency": "soon"}

    def _consider(self) -> Any:
        return "Think of the whole face"

    def _expect(self) -> Any:
        return {"items": self._items(), "say": "It takes time"}

    def _per_session(self) -> Any:
        unit = self._random.choice(("areas", "items"))
        return {"items": self._items(), "at_most": self._random.randint(1, 2), "unit": unit}

    def _sequence(self) -> Any:
        found: dict[str, Any] = {}
        if self._random.random() < 0.6 and len(self._cards.classes) > 1:
            classes = list(self._cards.classes)
            steps = sorted(self._random.sample(range(len(classes)), 2))
            found["order"] = [{"product": classes[step]} for step in steps]
            if self._random.random() < 0.4:
                found["order"][0] |= self._by_for(self._target())
        else:
            found["order"] = [self._items() for _ in range(self._random.randint(2, 3))]
        if self._random.random() < 0.6:
            found["gap"] = self._random.choice(DURATIONS)
        return found

    def _lasts(self) -> Any:
        if self._random.random() < 0.6:
            return {"items": self._items(), "months": {"from": 3, "to": self._random.randint(4, 9)}}
        return {"items": self._items(), "towards": self._random.choice(("shorter", "longer"))}

    def _review(self) -> Any:
        after = self._random.choice(("2 weeks", {"from": "2 weeks", "to": "2 months"}))
        return {"items": self._items(), "after": after, "purpose": "to judge the result"}
