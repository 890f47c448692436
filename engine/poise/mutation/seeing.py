"""What each step of a scenario looks at: so a mutant is tried only where something could show it.

INVARIANT: every Then step is named here; one that is not told apart looks at the whole plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from poise.gherkin.rehearsal import Taken
from poise.gherkin.words import EVERYTHING, Words

HOLDS = frozenset({"fires", "does_not_fire", "is_open"})
CONSIDERED = frozenset({"in_force", "not_in_force"})
RULES = HOLDS | CONSIDERED
"""Steps that look at the one rule that they name."""
SCOPE = frozenset({"act_on"})
"""Steps that look at the rules of their table, and on what these act."""
FOUND = frozenset({"finding", "measure"})
CASE = HOLDS | FOUND | SCOPE
"""Steps that need no plan: they look at what was worked out before one is told."""
ORDER = frozenset(
    {
        "comes_before",
        "listed_before",
        "share",
        "apart",
        "number_of_sessions",
        "not_before",
        "begins",
    }
)
REFERRED = frozenset({"refers", "refers_because", "does_not_refer", "refers_to_nobody"})
QUESTIONS = frozenset(
    {
        "asks",
        "does_not_ask",
        "decisive",
        "on_hold_until",
        "candidacy",
        "ready",
        "not_ready",
        "requirement_lacks",
    }
)
WORDS = frozenset({"mentions", "mentions_nowhere", "says_nothing_forbidden", "no_amount"})
LASTING, REVIEWS, EXPECTED = frozenset({"lasts"}), frozenset({"review"}), frozenset({"expects"})
ITEMS = frozenset({"says", "cites", "label_status", "asked", "not_asked"}) | LASTING | REVIEWS
"""Steps that look into one item."""
STANDING = frozenset({"status", "nothing", "request", "on_hold_until"})
"""Steps that look at where treatments stand."""
APART = frozenset({"in_conflict", "unanswered", "all_answered", "refused"})
"""Steps that look at nothing that depends on a rule."""
NOTHING_ELSE: frozenset[str] = frozenset()

BY_VERB = {
    "sequence": ORDER,
    "per_session": ORDER,
    "lasts": LASTING,
    "review": REVIEWS,
    "expect": EXPECTED,
    "consider": NOTHING_ELSE,
    "refer": REFERRED | QUESTIONS,
}
"""By verbs that move no treatment: the steps that look at them, beside those that read words."""

Treated = tuple[str, str]
"""A class of products and an area."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one step looks at."""

    check: Taken
    given: dict[str, Any]
    name: str
    quotes: bool
    """Whether it looks for words, which may be those of a rule's tests."""
    rules: frozenset[str]
    """The rules that it names, where it looks at no other."""
    words: Words
    products: frozenset[str] | None
    areas: frozenset[str] | None
    """The classes and areas of which it speaks; None of all."""

    def sees(self, treated: frozenset[Treated]) -> bool:
        """Whether it speaks of one of these treatments."""
        return any(
            (self.products is None or product in self.products)
            and (self.areas is None or area in self.areas)
            for product, area in treated
        )


def look(check: Taken, given: dict[str, Any], words: Words) -> Look:
    name, blanks = check.function.__name__, check.blanks
    quoting = any(blanks.get(one) for one in ("text", "text2")) and name not in EXPECTED
    product, area = blanks.get("product", ""), blanks.get("area", "")
    if name in LASTING | REVIEWS:
        match = re.fullmatch(r"(.+?) (?:for|in) the (.+)", blanks["treatment"])
        product, area = match.groups() if match else ("", "")
    whole = not product or product.strip().lower() in EVERYTHING
    return Look(
        check=check,
        given=given,
        name=name,
        quotes=quoting or name in WORDS | ITEMS | {"requirement_lacks"},
        rules=frozenset(words.rule(one).id for one in _rules(name, blanks, given)),
        words=words,
        products=None if whole else _classes(words, product),
        areas=words.areas(area) if area else None,
    )


def _rules(name: str, blanks: Mapping[str, str], given: dict[str, Any]) -> Iterable[str]:
    if name in RULES:
        yield blanks["rule"]
    if name in SCOPE:
        yield from dict.fromkeys(row[0] for row in given["datatable"][1:])


def about(one: Look, rule: str) -> Look:
    """Of a step with a table of rules only what it says of one of them."""
    if one.name not in SCOPE:
        return one
    words = one.words
    head, *rows = one.given["datatable"]
    kept = [row for row in rows if words.rule(row[0]).id == rule]
    return replace(one, given={**one.given, "datatable": [head, *kept]})


def _classes(words: Words, product: str) -> frozenset[str]:
    products = words.pack.taxonomy.products
    return frozenset(products[one].item for one in words.products(product))


def by_outcome(one: Look) -> bool:
    """Whether what a step finds is settled by where everything stands."""
    return not one.quotes and one.name in {"status", "nothing", "request", "requirement"}
