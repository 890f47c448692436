"""The reference of the rule language, from the models that read it and a pack that is written in it."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docs.generating import examples
from docs.generating.examples import WrittenRule
from docs.generating.fields import Words, field_table
from docs.generating.markup import code, either, fenced, link, page, prose, sentence, table
from poise import rules
from poise.conditions import Among, Bounds, CountOf, Includes, Known, Not, Test, Window
from poise.declaration import Declaration
from poise.pack import REPOSITORY_PACK, RulePack, load
from poise.problems import At, Collector
from poise.reading import written
from poise.reading.conditions import COMBINING
from poise.reading.operators import BOUNDS, TestReader
from poise.reading.selectors import LABEL_STATUSES, PARTS
from poise.source import parse
from poise.vocabulary import Choice, Choices, Date, Grade, Kind, Number, Records, Scale, Text, YesNo

MADE_FROM = "`engine/poise/rules.py`, `engine/poise/reading/` and the pack in `rules/`"

INTRODUCTION = """\
Every field that a pack may hold, with its type, its default and what it is. The tables come from
the models that read the files; the examples are found in the pack in `rules/`. What the language
means, beyond its fields, is told on the [cheat sheet](cheat-sheet.md) and in the
[decisions](../decisions/README.md).

How everything is written:

- A pack is a folder of YAML files. A file's top-level keys and its folder say what it holds.
- Every value is text until its kind reads it, so `no`, `none` and `2026-10` are what they look like.
- A field that is not in these tables is an error, and so is a key written twice.
- YAML anchors, aliases and tags are not part of the language.
- A name is declared once, in any file, and used everywhere; the order of files changes nothing.
- A length of time is a whole number and `days`, `weeks`, `months` or `years`: `6 months`."""

FILES: Sequence[tuple[str, type[Declaration]]] = (
    ("`pack.yaml`", written.PackHead),
    ("`vocabulary/*.yaml`", written.VocabularyFile),
    ("`evidence.yaml`, `evidence/*.yaml`", written.EvidenceFile),
    ("`areas/*.yaml`", written.AreaFile),
    ("`products/*.yaml`", written.ProductFile),
    ("any other `.yaml` file", written.RulesFile),
)

HEADINGS: Mapping[type, str] = {
    written.PackHead: "The pack",
    written.RuleDefaults: "Defaults",
    written.SignOff: "Sign-off",
    written.VocabularyFile: "Vocabulary files",
    written.GroupWritten: "Groups of facts",
    written.ScaleWritten: "Scales",
    written.FactWritten: "Facts",
    written.KindWritten: "Kinds of answers",
    written.RangeWritten: "Range of a number",
    written.MeasureWritten: "Measures",
    written.QueryWritten: "Queries of records",
    written.FindingWritten: "Findings",
    written.GoalWritten: "Goals",
    written.EvidenceFile: "Evidence files",
    rules.Source: "Sources",
    written.AreaFile: "Area files",
    written.ProductFile: "Product files",
    written.MemberWritten: "Members of a product",
    written.IndicationWritten: "Label entries",
    written.RulesFile: "Rule files",
    rules.Rule: "Rules",
    rules.After: "Date and gap",
    rules.Range: "Range of time",
    rules.Months: "Range of months",
    **{verb: code(verb.word) for verb in rules.VERBS},
}

SECTIONS: Sequence[tuple[str, Sequence[type[Declaration]]]] = (
    ("What a pack is", (written.PackHead, written.RuleDefaults, written.SignOff)),
    (
        "What an assessment can say",
        (
            written.VocabularyFile,
            written.GroupWritten,
            written.ScaleWritten,
            written.FactWritten,
            written.KindWritten,
            written.RangeWritten,
            written.MeasureWritten,
            written.QueryWritten,
            written.FindingWritten,
            written.GoalWritten,
        ),
    ),
    (
        "Areas and products",
        (
            written.AreaFile,
            written.ProductFile,
            written.MemberWritten,
            written.IndicationWritten,
        ),
    ),
    ("What rules rest on", (written.EvidenceFile, rules.Source)),
)

TYPES: Mapping[str, str] = {
    "PackHead.defaults": link("Defaults", "defaults"),
    "PackHead.sign_off": f"`none`, or a {link('Sign-off', 'sign-off')}",
    "RulesFile.defaults": link("Defaults", "defaults"),
    "AreaFile.defaults": link("Defaults", "defaults"),
    "ProductFile.defaults": link("Defaults", "defaults"),
    "KindWritten.number": link("Range of a number", "unit and range"),
    "KindWritten.grade": link("Scales", "scale"),
    "KindWritten.choice": "list of names",
    "KindWritten.choices": "list of names, or a tree: name to a list of those below it",
    "KindWritten.records": f"field to its {link('Kinds of answers', 'kind')}",
    "FactWritten.normal": "a value of the fact; `[]` for a list",
    "FactWritten.asked_when": f"{link('Conditions', 'condition')} on facts",
    "QueryWritten.records": "fact whose kind is records",
    "QueryWritten.where": f"field to a {link('Tests', 'test')}; or `here`",
    "QueryWritten.in_last": "length of time",
    "MeasureWritten.points": "list of `{when: CONDITION, points: NUMBER}`",
    "MeasureWritten.cases": "list of `{when: CONDITION, value: FORMULA}`; last `{otherwise: FORMULA}`",
    "MeasureWritten.count": link("Queries of records", "query"),
    "MeasureWritten.sum": link("Queries of records", "query"),
    "MeasureWritten.latest": link("Queries of records", "query"),
    "FindingWritten.grade": link("Scales", "scale"),
    "FindingWritten.choices": "list of names",
    "IndicationWritten.when": f"{link('Conditions', 'condition')} on facts",
    "ProductFile.rules": f"list of {link('Rules', 'rules')}",
    "AreaFile.rules": f"list of {link('Rules', 'rules')}",
    "RulesFile.rules": f"list of {link('Rules', 'rules')}",
    "EvidenceFile.sources": f"id to a {link('Sources', 'source')}",
    "VocabularyFile.groups": f"name to a {link('Groups of facts', 'group')}",
    "VocabularyFile.scales": f"name to a {link('Scales', 'scale')}",
    "VocabularyFile.facts": f"`group.name` to a {link('Facts', 'fact')}",
    "VocabularyFile.measures": f"name to a {link('Measures', 'measure')}",
    "VocabularyFile.findings": f"name to a {link('Findings', 'finding')}",
    "VocabularyFile.goals": f"name to a {link('Goals', 'goal')}",
    "VocabularyFile.area_attributes": f"name to a {link('Kinds of answers', 'kind')}",
    "VocabularyFile.product_attributes": f"name to a {link('Kinds of answers', 'kind')}",
    **{
        f"{model}.{name}": told
        for model in ("MemberWritten", "ProductFile")
        for name, told in (
            (
                "labels",
                f"country to a list of {link('Label entries', 'entries')}, or `not_approved`",
            ),
            ("members", f"id to a {link('Members of a product', 'member')}"),
        )
    },
    **{
        f"Rule.{verb.word}": f"{link(f'`{verb.word}`', verb.word)}, or a list"
        for verb in rules.VERBS
    },
}

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

GOVERNANCE = (
    "`evidence`, `strength`, `certainty`, `reviewed`, `review_by` and `catalogue` are inherited: "
    "from the file's `defaults`, then from the pack's, where the rule is silent."
)


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


def language() -> str:
    """The page."""
    pack = load(REPOSITORY_PACK)
    found = examples.written_rules(REPOSITORY_PACK)
    words = Words(HEADINGS, "`yes` or `no`", _said(), TYPES)
    sections = [
        part
        for title, models in SECTIONS
        for part in (f"## {title}", *(_model(model, words) for model in models))
    ]
    return page(
        "The rule language, field by field",
        MADE_FROM,
        INTRODUCTION,
        "## Files",
        table(("file", "holds"), ((name, link(HEADINGS[model])) for name, model in FILES)),
        "Files under `features/` and files whose name begins with a dot are not part of the pack.",
        *sections,
        "## What a rule says",
        _model(written.RulesFile, words),
        *_rule(found, words),
        *_conditions(found, pack),
        *_selectors(pack),
        "## Verbs",
        f"A rule has one verb or more. {_restrictive()} Where a verb has `items` and nothing else is "
        "said, it may be written short: `exclude: {product: filler}`.",
        *(_verb(verb, found, words) for verb in rules.VERBS),
        "## Small parts",
        *(_model(model, words) for model in (rules.After, rules.Range, rules.Months)),
    )


def _said() -> dict[str, str]:
    """Descriptions for fields that the models leave to their own: the verbs of a rule."""
    return {f"Rule.{verb.word}": prose(verb.__doc__).split("\n\n")[0] for verb in rules.VERBS}


def _model(model: type[Declaration], words: Words) -> str:
    inherited = model.__mro__[1]
    skip = 0
    more = ""
    if issubclass(inherited, Declaration) and inherited in HEADINGS:
        skip = len(inherited.model_fields)
        more = f"\n\nBeside these, the fields of {link(HEADINGS[inherited])}."
    parts = [f"### {HEADINGS[model]}", prose(model.__doc__)]
    if inspect.getdoc(model) is None:
        parts.pop()
    return "\n\n".join(parts) + "\n\n" + field_table(model, words, defaults=True, skip=skip) + more


def _rule(found: Sequence[WrittenRule], words: Words) -> Iterator[str]:
    yield _model(rules.Rule, words)
    yield GOVERNANCE
    example = examples.whole(found, 18)
    if example is not None:
        yield example.caption
        yield fenced(example.text)


def _restrictive() -> str:
    told = either([link(f"`{word}`", word) for word in _words() if word in rules.RESTRICTIVE])
    return f"{told.replace(' or ', ' and ')} can only make a candidate stand worse."


def _words() -> tuple[str, ...]:
    return tuple(verb.word for verb in rules.VERBS)


def _verb(verb: type[rules.Verb], found: Sequence[WrittenRule], words: Words) -> str:
    parts = [f"### {code(verb.word)}", prose(verb.__doc__)]
    if _is_bare(verb):
        (info,) = verb.model_fields.values()
        parts.append(f"It has no fields; after it stands {info.description}.")
    else:
        parts.append(field_table(verb, words, defaults=True))
    example = examples.of_verb(found, verb.word)
    if example is not None:
        parts += [example.caption, fenced(example.text)]
    return "\n\n".join(parts)


def _is_bare(verb: type[rules.Verb]) -> bool:
    """Whether a verb takes its only field without naming it, as `consider: TEXT` does."""
    return len(verb.model_fields) == 1 and not issubclass(verb, rules.OnItems)


# --- conditions and tests --------------------------------------------------------------------


def _conditions(found: Sequence[WrittenRule], pack: RulePack) -> Iterator[str]:
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
    rows = (
        (code(one.shown), one.about, ", ".join(_kinds(one)), _in_pack(found, pack, one))
        for one in FORMS
    )
    yield table(("written", "passes when", "kinds", "in the pack"), rows)


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


def _selectors(pack: RulePack) -> Iterator[str]:
    assert set(ITEMS) == set(PARTS)
    yield "## ITEMS"
    yield (
        "Which candidates a verb acts on: `everything`, or a mapping whose lines all match. A value "
        "is a name, a list of names (any of these) or `{not: ..}`. In a rule with `each: area` or "
        "`each: side` it means here, unless it says `area` or `side` itself. Apart from "
        "`label_status` it is settled when the pack is read; one that can match nothing is an error."
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
