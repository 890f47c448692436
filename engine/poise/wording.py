"""Words: how facts, values, tests, treatments and verbs are said.

Modal words come from the strength and the verb alone: an exclusion "must not", strong "we
recommend", conditional "we suggest", an option "may".
"""

from __future__ import annotations

import datetime
import math

from poise.conditions import (
    Among,
    Bounds,
    CountOf,
    Duration,
    Includes,
    Known,
    Not,
    Test,
    Window,
)
from poise.evaluate import window_ends
from poise.rules import Selector, Strength
from poise.taxonomy import Taxonomy
from poise.values import NOT_APPLICABLE, UNKNOWN, Members, Possible, Span, State
from poise.vocabulary import Choices, Date, Grade, Kind, Number, Vocabulary

LEADS: dict[str, dict[Strength, str]] = {
    "suggest": {
        "strong": "we recommend",
        "conditional": "we suggest",
        "option": "may be considered",
    },
    "prefer": {"strong": "we recommend", "conditional": "we suggest", "option": "may be preferred"},
    "avoid": {
        "strong": "we recommend against it",
        "conditional": "we suggest against it",
        "option": "it may be better left",
    },
}
LEAD = {
    "caution": "with caution",
    "require": "needed first",
    "defer": "not now",
    "exclude": "it must not be given",
    "ceiling": "limit",
}
TITLE_FIRST = ("exclude", "avoid")
"""Verbs whose rule titles already say no: the modal words follow the title."""


def sentence(verb: str, strength: Strength, said: str) -> str:
    """An argument in one sentence: its modal words by strength and verb, and what it says."""
    words = LEADS[verb][strength] if verb in LEADS else LEAD.get(verb, "")
    said = said.rstrip(".")
    if not words:
        return said
    if verb in TITLE_FIRST or (verb in ("suggest", "prefer") and strength == "option"):
        return f"{_capital(said)}: {words}"
    return f"{_capital(words)}: {said[:1].lower()}{said[1:]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def plain(name: str) -> str:
    """An id as words."""
    return name.replace("_", " ")


def figure(value: float) -> str:
    """A number without a needless fraction."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if math.isfinite(value) else "any number"


def length(duration: Duration) -> str:
    unit = duration.unit[:-1] if duration.count == 1 else duration.unit
    return f"{duration.count} {unit}"


class Wording:
    """Words for the names of one pack."""

    def __init__(self, vocabulary: Vocabulary, taxonomy: Taxonomy) -> None:
        self._vocabulary = vocabulary
        self._taxonomy = taxonomy

    def label(self, ground: str) -> str:
        """What a fact, measure or finding is called, with its side or area."""
        if "#" in ground:
            return "amount over the limit"
        _, place = self._vocabulary.split(ground)
        declared = self._vocabulary.declaration(ground)
        if place is None:
            return declared.label
        area = self._taxonomy.areas.get(place)
        where = area.label.lower() if area else place
        return f"{declared.label} ({where})"

    def unit(self, ground: str) -> str:
        kind = self._kind(ground)
        return kind.unit if isinstance(kind, Number) else ""

    def _kind(self, ground: str) -> Kind:
        if "#" in ground:
            return Number("", -math.inf, math.inf)
        return self._vocabulary.kind(ground)

    def value(self, ground: str, state: State) -> str:
        """What is known of a fact, in words."""
        kind = self._kind(ground)
        match state:
            case _ if state is UNKNOWN:
                return "not known"
            case _ if state is NOT_APPLICABLE:
                return "does not apply"
            case Possible(values) if values == {"yes", "no"}:
                return "not known yet"
            case Possible(values):
                return " or ".join(plain(value) for value in sorted(values))
            case Members(sure, perhaps):
                return _members(sure, perhaps)
            case Span(low, high):
                return self._span(kind, low, high)
        raise AssertionError(ground)

    def _span(self, kind: Kind, low: float, high: float) -> str:
        match kind:
            case Grade(scale):
                first, last = scale.levels[int(low)], scale.levels[int(high)]
                words = [plain(first), plain(last)]
            case Date():
                words = [day(low), day(high)]
            case Number(unit=unit):
                words = [f"{figure(one)} {unit}".strip() for one in (low, high)]
                if math.isinf(high):
                    return f"at least {words[0]}"
            case _:
                words = [figure(low), figure(high)]
        if low == high:
            return words[0]
        if isinstance(kind, Grade):
            if low == 0:
                return f"not known yet, perhaps up to {words[1]}"
            return f"at least {words[0]}, perhaps up to {words[1]}"
        return f"{words[0]} to {words[1]}"

    def test(self, ground: str, test: Test, date: datetime.date | None = None) -> str:
        """A test, in words that follow the fact's name."""
        kind = self._kind(ground)
        match test:
            case Not(inner):
                return f"not {self.test(ground, inner, date)}"
            case Among(values):
                order = kind.scale.levels if isinstance(kind, Grade) else tuple(sorted(values))
                return " or ".join(plain(value) for value in order if value in values)
            case Bounds():
                return self._bounds(kind, test)
            case Includes(members):
                known = kind.options if isinstance(kind, Choices) else ()
                shown = [plain(one) for one in known if one in members]
                return f"includes {' or '.join(shown[:4])}{' or ...' if len(shown) > 4 else ''}"
            case CountOf(bounds):
                return f"{self._bounds(Number('', 0, math.inf), bounds)} of them"
            case Window():
                return _window(test, date)
            case Known():
                return "answered"

    def _bounds(self, kind: Kind, bounds: Bounds) -> str:
        parts = []
        for words, bound in (
            ("at least", bounds.at_least),
            ("at most", bounds.at_most),
            ("above", bounds.above),
            ("below", bounds.below),
        ):
            if bound is not None:
                level = kind.scale.levels[int(bound)] if isinstance(kind, Grade) else figure(bound)
                parts.append(f"{words} {plain(level)}")
        unit = kind.unit if isinstance(kind, Number) else ""
        return f"{' and '.join(parts)} {unit}".strip()

    # --- treatments --------------------------------------------------------------------------

    def product(self, name: str) -> str:
        product = self._taxonomy.products.get(name)
        if product is not None:
            return product.label
        return self._taxonomy.product_groups.get(name, plain(name))

    def area(self, name: str) -> str:
        area = self._taxonomy.areas.get(name)
        return area.label if area else self._taxonomy.area_groups.get(name, plain(name))

    def item(self, product: str, area: str) -> str:
        """A product, or a class of them, in an area."""
        return f"{self.product(product)}, {self.area(area).lower()}"

    def goal(self, name: str) -> str:
        goal = self._vocabulary.goals.get(name)
        return goal.label if goal else plain(name)

    def selector(self, selector: Selector) -> str:
        """Which treatments a selector means, as its author said it."""
        said = dict(selector.written)
        what = " or ".join(_name(word, self.product) for word in said.pop("product", ()))
        where = " or ".join(_name(word, self.area) for word in said.pop("area", ()))
        rest = [
            f"{plain(key.replace('.', ' '))} {' or '.join(map(plain, words))}"
            for key, words in said.items()
        ]
        text = what or "every treatment"
        if where:
            text += f" of: {where}"
        return f"{text} ({', '.join(rest)})" if rest else text


def _name(word: str, label: object) -> str:
    if word.startswith("not "):
        return f"other than {label(word[4:].replace(' ', '_'))}"  # type: ignore[operator]
    return str(label(word))  # type: ignore[operator]


def _members(sure: frozenset[str], perhaps: frozenset[str]) -> str:
    words = ", ".join(plain(one) for one in sorted(sure)) or "none"
    return f"{words}, others open" if perhaps else words


def day(ordinal: float) -> str:
    return datetime.date.fromordinal(int(ordinal)).isoformat()


NO_TIME = Duration(0, "days")


def _window(window: Window, date: datetime.date | None) -> str:
    back, ahead = window.back, window.ahead
    if back is not None and ahead is not None and back.count and ahead.count:
        words = f"within {length(back)}"
    elif ahead is not None and ahead.count:
        words = f"in the next {length(ahead)}"
    else:
        words = f"in the last {length(back or NO_TIME)}"
    if date is None:
        return words
    first, last = window_ends(Window(back or NO_TIME, ahead or NO_TIME), date)
    return f"{words} ({day(first)} to {day(last)})"
