"""Whether what a rule does makes sense: what no field of a verb can say by itself."""

from __future__ import annotations

from typing import Any

from poise.conditions import Duration
from poise.problems import At, Collector
from poise.reading.limits import check_limit
from poise.rules import Lasts, Require, Review, Rule, Suggest
from poise.source import at
from poise.taxonomy import Taxonomy
from poise.templates import is_template

_DAYS = {"days": 1.0, "weeks": 7.0, "months": 30.44, "years": 365.25}


class VerbChecker:
    """Checks a rule's verbs against each other and against the taxonomy."""

    def __init__(self, taxonomy: Taxonomy, problems: Collector) -> None:
        self._taxonomy = taxonomy
        self._problems = problems

    def check(self, rule: Rule, value: Any, place: At) -> None:
        if not rule.verbs():
            self._missing(
                place,
                f"the rule '{rule.id}' does nothing",
                "give it a verb, such as 'suggest', 'caution' or 'exclude'",
            )
        for require, spot in zip(rule.require, _places(value, "require", place), strict=True):
            self._require(require, spot)
        for suggest, written in zip(rule.suggest, _written(value, "suggest"), strict=True):
            self._suggest(suggest, rule, written, at(written, place))
        for lasts, written in zip(rule.lasts, _written(value, "lasts"), strict=True):
            self._lasts(lasts, written, at(written, place))
        for review, written in zip(rule.review, _written(value, "review"), strict=True):
            self._review(review, at(written["after"], place))
        for ceiling, written in zip(rule.ceiling, _written(value, "ceiling"), strict=True):
            spot = at(written, place)
            check_limit(ceiling, ceiling.items, self._taxonomy, self._problems, written, spot)
        self._check_texts(value, place)

    def _missing(self, place: At, message: str, hint: str) -> None:
        self._problems.error(place, "missing-field", message, hint)

    def _require(self, require: Require, place: At) -> None:
        if require.that is None and not require.note:
            self._missing(
                place,
                "'require' does not say what must be in place",
                "add 'that:' with a condition, or 'note:' in words",
            )
        elif require.items is None and require.before is None:
            self._missing(
                place,
                "'require' says neither 'items', which it holds, nor 'before: treatment'",
                "add one of them",
            )
        elif require.items is not None and require.before is None and require.that is None:
            self._missing(
                place,
                "'require' with 'items' needs a condition in 'that'",
                "a 'note' alone stands with 'before: treatment'",
            )

    def _suggest(self, suggest: Suggest, rule: Rule, written: Any, place: At) -> None:
        if suggest.area is None and rule.each != "area":
            self._missing(
                place,
                "'suggest' does not say its 'area'",
                "add 'area: ...'; only a rule that says 'each: area' may leave it out",
            )
        areas = [self._taxonomy.areas[name] for name in suggest.area or ()]
        if suggest.side in ("left", "right") and areas and not any(one.paired for one in areas):
            self._problems.error(
                at(written["side"], place),
                "matches-nothing",
                f"no area that is suggested here has a '{suggest.side}' side",
                "leave 'side' out, or say 'paired: yes' on the area's card",
            )

    def _lasts(self, lasts: Lasts, written: Any, place: At) -> None:
        if (lasts.months is None) == (lasts.towards is None):
            self._missing(
                place,
                "'lasts' says either 'months' or 'towards'",
                "months: {from: 9, to: 18}, or towards: shorter",
            )
        elif lasts.months is not None and lasts.months.from_ > lasts.months.to:
            self._problems.error(
                at(written["months"], place),
                "bad-number",
                f"the range runs from {lasts.months.from_:g} down to {lasts.months.to:g}",
                "write the shortest first",
            )

    def _review(self, review: Review, place: At) -> None:
        if _days(review.after.from_) > _days(review.after.to):
            self._problems.error(
                place,
                "bad-duration",
                "the range ends before it begins",
                "write the shortest first, such as {from: 2 weeks, to: 4 weeks}",
            )

    def _check_texts(self, value: Any, place: At) -> None:
        """Only `because` shows values: in any other text a template would stand as written."""
        pending = [(key, one) for key, one in value.items() if key != "because"]
        while pending:
            key, one = pending.pop()
            if isinstance(one, dict):
                pending += one.items()
            elif isinstance(one, list):
                pending += [(key, item) for item in one]
            elif is_template(one):
                self._problems.error(
                    at(one, place),
                    "forbidden-here",
                    f"'{key}' is plain text, and would show its braces",
                    "values can be shown in 'because' only",
                )


def _written(value: Any, word: str) -> list[Any]:
    """A verb's entries as written: one, or a list of them."""
    found = value.get(word, [])
    return found if isinstance(found, list) else [found]


def _places(value: Any, word: str, place: At) -> list[At]:
    return [at(one, place) for one in _written(value, word)]


def _days(length: Duration) -> float:
    return length.count * _DAYS[length.unit]
