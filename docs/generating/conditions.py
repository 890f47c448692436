"""The parts of the language reference that no model describes: conditions, tests and selectors.

Which kinds of facts take which test is found by letting their reader read one of each.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docs.generating import examples
from docs.generating.examples import WrittenRule
from docs.generating.markup import code, either, sentence, table
from poise.conditions import Among, Bounds, CountOf, Includes, Known, Not, Test, Window
from poise.pack import RulePack
from poise.problems import At, Collector
from poise.reading.conditions import COMBINING
from poise.reading.operators import TestReader
from poise.reading.selectors import PARTS
from poise.rules import LabelStatus
from poise.source import parse
from poise.vocabulary import Choice, Choices, Date, Grade, Kind, Number, Records, Scale, Text, YesNo

LABEL_STATUSES = [one for one in typing.get_args(LabelStatus) if one != "unknown"]
"""The label's own silence cannot be tested."""

BOUNDS = tuple(Bounds.__dataclass_fields__)

COMBINED: Mapping[str, str] = {
    "all_of": "all of the list hold",
    "any_of": "at least one of the list holds",
    "none_of": "none of the list holds",
    "count": "at least so many of the list hold: `count: {at_least: 2, of: [..]}`",
    "either_side": "the condition holds on the left, or on the right",
    "both_sides": "the condition holds on the left and on the right",
    "other_side": "in a rule with `each: side`: the condition holds on the other side",
}

ITEMS: Mapping[str, str] = {
    "product": "a member, a class or a group of products",
    "area": "an area or a group of areas; `any` for all",
    "side": "`left` or `right`",
    "for": "the goal for which a treatment is suggested or asked for",
    "acts_on": "a word of the pack's `acts_on_order`",
    "label_status": f"{either([code(one) for one in LABEL_STATUSES])}; three-valued, so it joins "
    "the rule's `when`",
}


@dataclass(frozen=True, slots=True)
class Tested:
    """A kind of fact, with a value of it and a test on it, to try what its reader takes."""

    kind: Kind
    value: str
    test: str


KINDS: Mapping[str, Tested] = {
    "yes or no": Tested(YesNo(), "yes", "yes"),
    "grade": Tested(Grade(Scale("s", ("none", "mild", "marked"), "worse")), "mild", "mild"),
    "number": Tested(Number("mm", 0, 100), "50", "{at_least: 50}"),
    "choice": Tested(Choice(("a", "b")), "a", "a"),
    "choices": Tested(Choices(("a", "b")), "a", "{includes: a}"),
    "date": Tested(Date("any"), "2026", "{in_last: 6 months}"),
    "records": Tested(Records({}), "a", "a"),
    "text": Tested(Text(), "a", "a"),
}


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a test; `<value>` and `<test>` stand for what suits the kind."""

    shown: str
    pattern: str
    test: type[Test]
    about: str

    def filled(self, kind: Tested) -> Any:
        text = self.pattern.replace("<value>", kind.value).replace("<test>", kind.test)
        return parse(text, "form", Collector())


FORMS: Sequence[Form] = (
    Form("VALUE", "<value>", Among, "the value is this one"),
    Form("[VALUE, VALUE]", "[<value>, <value>]", Among, "the value is one of these"),
    Form(
        "{at_least: VALUE}",
        "{at_least: <value>}",
        Bounds,
        "this or higher; also `at_most`, `above` and `below`, and two of them for a range",
    ),
    Form("{includes: VALUE}", "{includes: <value>}", Includes, "it is listed, or one below it is"),
    Form(
        "{includes: [VALUE, VALUE]}",
        "{includes: [<value>, <value>]}",
        Includes,
        "any of these is listed",
    ),
    Form("{includes: any}", "{includes: any}", CountOf, "something is listed"),
    Form("{count: {at_least: 2}}", "{count: {at_least: 2}}", CountOf, "so many are listed"),
    Form("{in_last: 6 months}", "{in_last: 6 months}", Window, "so near before the assessment"),
    Form("{in_next: 28 days}", "{in_next: 28 days}", Window, "so near after the assessment"),
    Form("{within: 2 weeks}", "{within: 2 weeks}", Window, "so near, before or after it"),
    Form("{not: TEST}", "{not: <test>}", Not, "any other value"),
    Form(
        "known",
        "known",
        Known,
        "only under `require` in `that`: answered, or surely not applicable",
    ),
)


# --- conditions and tests --------------------------------------------------------------------


def conditions(found: Sequence[WrittenRule], pack: RulePack) -> Iterator[str]:
    assert set(COMBINED) == set(COMBINING)
    yield "## Conditions"
    yield (
        "A mapping. Each line is the name of a fact, a measure or a finding, and a test on it; all "
        "lines hold. A name that stands once per side or area says which "
        "(`brow.height_mm.left`), unless the rule's own `each` or one of the sides below binds it."
    )
    rows = ((code(name), COMBINED[name], _combination(found, name)) for name in COMBINING)
    yield table(("key", "holds when", "in the pack"), rows)
    yield "### Tests"
    yield (
        "On an unknown fact every test is unknown; on a fact that does not apply every test is "
        "false, `{not: ..}` too. Rules read records through measures, and never read text."
    )
    forms = (
        (code(one.shown), one.about, ", ".join(_kinds(one)), _in_pack(found, pack, one))
        for one in FORMS
    )
    yield table(("written", "passes when", "kinds", "in the pack"), forms)


def _kinds(form: Form) -> tuple[str, ...]:
    """The kinds of facts that take a test of this form: those whose reader reads it."""
    return tuple(
        name
        for name, kind in KINDS.items()
        if isinstance(_read(kind.kind, form.filled(kind)), form.test)
    )


def _read(kind: Kind, value: Any) -> Test | None:
    problems = Collector()
    test = TestReader("fact", kind, problems).read(value, At("form"), known_allowed=True)
    return None if problems.errors else test


def _in_pack(found: Sequence[WrittenRule], pack: RulePack, form: Form) -> str:
    """The shortest line of the pack that is written in a form."""
    wanted = _shape(form.filled(KINDS["choices"]))
    lines = {
        f"{name}: {examples.flow(value)}"
        for rule in found
        for name, value in examples.conditions(rule)
        if _shape(value) == wanted and isinstance(_test(pack, name, value), form.test)
    }
    return _shortest(lines)


def _shortest(lines: Iterable[str]) -> str:
    found = min(lines, key=lambda one: (len(one), one), default="")
    return code(found) if found else ""


def _shape(value: Any) -> tuple[object, ...]:
    """How a test is written: a word, a list, or a mapping by its first key."""
    if not isinstance(value, dict):
        return ("list",) if isinstance(value, list) else ("known" if value == "known" else "word",)
    key = next(iter(value), "")
    if key in BOUNDS:
        return ("bounds",)
    several = isinstance(value[key], list) if key == "includes" else False
    return (key, several, key == "includes" and value[key] == "any")


def _test(pack: RulePack, name: str, value: Any) -> Test | None:
    owner = pack.vocabulary.get(name) or pack.vocabulary.get(pack.vocabulary.split(name)[0])
    return _read(owner.kind, value) if owner is not None else None


def _combination(found: Sequence[WrittenRule], name: str) -> str:
    return _shortest(
        f"{key}: {examples.flow(value)}"
        for rule in found
        for key, value in examples.conditions(rule)
        if key == name and (key != "count" or "of" in value)
    )


# --- selectors -------------------------------------------------------------------------------


def selectors(pack: RulePack) -> Iterator[str]:
    assert set(ITEMS) == set(PARTS)
    yield "## ITEMS"
    yield (
        "Which candidates a verb acts on: `everything`, or a mapping whose lines all match. A "
        "value is a name, a list of names (any of these) or `{not: ..}`. In a rule with "
        "`each: area` or `each: side` it means here, unless it says `area` or `side` itself. Apart "
        "from `label_status` it is settled when the pack is read; one that can match nothing is an "
        "error."
    )
    rows = [(code(part), sentence(ITEMS[part])) for part in PARTS]
    rows += [
        (code(f"{noun}.ATTRIBUTE"), f"{_attributes(names)} of its card.")
        for noun, names in (
            ("product", pack.taxonomy.product_attributes),
            ("area", pack.taxonomy.area_attributes),
        )
    ]
    yield table(("line", "what it matches"), rows)


def _attributes(names: Iterable[str]) -> str:
    return f"A test of an attribute (in this pack {either([code(one) for one in names])})"
