"""What is declared of an area, product, source, finding, fact, measure or goal, as named parts."""

from __future__ import annotations

from collections.abc import Iterator

from poise.conditions import ALWAYS
from poise.formula import Binary, Call, Constant, Formula, Name
from poise.living.relations import Ref, measured, source_of
from poise.living.sentences import Part, said
from poise.pack import RulePack
from poise.rules import Area, Product, Source
from poise.vocabulary import (
    Calculated,
    Cases,
    Choice,
    Choices,
    CountRecords,
    Date,
    Fact,
    Finding,
    Goal,
    Grade,
    Kind,
    LatestRecord,
    Measure,
    Number,
    Points,
    Records,
    SumRecords,
    Text,
    YesNo,
)
from poise.wording import figure, length, plain

Declared = Area | Product | Source | Fact | Measure | Finding | Goal


def declared(pack: RulePack, ref: Ref) -> Declared:
    """What a reference that is no rule stands for."""
    vocabulary, taxonomy = pack.vocabulary, pack.taxonomy
    match ref.kind:
        case "area":
            return taxonomy.areas[ref.id]
        case "product":
            return taxonomy.products[ref.id]
        case "source":
            return pack.sources[ref.id]
        case "fact":
            return vocabulary.facts[ref.id]
        case "measure":
            return vocabulary.measures[ref.id]
        case "finding":
            return vocabulary.findings[ref.id]
    return vocabulary.goals[ref.id]


def card(pack: RulePack, ref: Ref) -> tuple[Part, ...]:
    """Its parts, in the order in which they are told; what is not said is left out."""
    one = declared(pack, ref)
    match one:
        case Area():
            parts = _area(pack, one)
        case Product():
            parts = _product(pack, one)
        case Source():
            parts = _source(one)
        case Fact():
            parts = _fact(pack, one)
        case Measure():
            parts = _measure(pack, one)
        case Finding():
            parts = _finding(pack, one)
        case Goal():
            parts = iter((Part("conflicts with", refs=_goals(one)),))
    return tuple(part for part in parts if part.text or part.refs or part.condition)


def _goals(goal: Goal) -> tuple[Ref, ...]:
    return tuple(Ref("goal", one) for one in goal.conflicts_with)


def _sources(pack: RulePack, names: tuple[str, ...]) -> Part:
    return Part("sources", refs=tuple(source_of(pack, one) for one in names))


def _area(pack: RulePack, area: Area) -> Iterator[Part]:
    yield Part("sides", "left and right" if area.paired else "one")
    yield Part("groups", ", ".join(pack.wording.area(one) for one in area.groups))
    for name, value in dict(area.attributes).items():
        yield Part(plain(name), plain(value))
    yield Part("notes", area.notes.strip())
    yield _sources(pack, area.sources)


def _product(pack: RulePack, product: Product) -> Iterator[Part]:
    taxonomy = pack.taxonomy
    above = sorted(product.above - {product.id})
    yield Part("above it", refs=tuple(Ref("product", o) for o in above if o in taxonomy.products))
    groups = [pack.wording.product(one) for one in above if one in taxonomy.product_groups]
    yield Part("groups", ", ".join(groups))
    below = [o.id for o in taxonomy.products.values() if product.id in o.above and o != product]
    yield Part("below it", refs=tuple(Ref("product", one) for one in below))
    yield Part("planned", "never: records may name it" if product.recorded_only else "")
    yield Part("a request for it acts on", plain(product.acts_on))
    yield Part("unit", product.unit)
    if product.unit and not product.units_interchangeable:
        yield Part("amounts", "of different members are never added")
    for name, value in product.attributes.items():
        yield Part(plain(name), plain(value))
    for country, indications in sorted(product.labels.items()):
        if indications is None:
            yield Part(f"label, {country}", "not approved")
        for one in indications or ():
            refs = (Ref("area", one.area), *(source_of(pack, name) for name in one.source))
            limits = () if one.when == ALWAYS else said(pack, one.when)
            yield Part(f"label, {country}", refs=refs, condition=limits)
    yield Part("notes", product.notes.strip())
    yield _sources(pack, product.sources)


def _source(source: Source) -> Iterator[Part]:
    yield Part("kind", source.kind)
    yield Part("year", str(source.year or ""))
    yield Part("seen", source.seen)
    yield Part("check again by", str(source.check_by or ""))
    yield Part("address", source.address)


def _finding(pack: RulePack, finding: Finding) -> Iterator[Part]:
    yield Part("group", pack.head.finding_groups.get(finding.group, finding.group))
    yield Part("what it can be", _kind(finding.kind))
    yield Part("concluded for each", finding.each or "")


def _fact(pack: RulePack, fact: Fact) -> Iterator[Part]:
    yield Part("question", fact.ask.strip())
    yield Part("answer", _kind(fact.kind))
    yield Part("recorded for each", fact.each or "")
    if fact.asked_when is not None:
        yield Part("asked when", condition=said(pack, fact.asked_when))
    yield Part("method", fact.method.strip())
    normal = fact.normal if isinstance(fact.normal, str) else ", ".join(fact.normal or ())
    yield Part("nothing to report means", plain(normal or ("none" if fact.normal == () else "")))
    yield Part("usual", fact.reference.strip())
    yield Part("recorded because", fact.context.strip())
    yield Part("safety", "its absence never passes silently" if fact.safety else "")
    yield Part("changeable", "may be otherwise another day" if fact.changeable else "")
    yield _sources(pack, fact.source)


def _kind(kind: Kind) -> str:
    match kind:
        case YesNo():
            return "yes or no"
        case Grade(scale):
            return f"{', '.join(map(plain, scale.levels))} (higher is {scale.higher_is})"
        case Number(unit, low, high):
            return f"a number from {figure(low)} to {figure(high)} {unit}".strip()
        case Choice(options):
            return f"one of: {', '.join(map(plain, options))}"
        case Choices(options):
            return f"any of: {', '.join(map(plain, options))}"
        case Date(direction):
            return "a date" if direction == "any" else f"a date in the {direction}"
        case Records(fields):
            return f"records of: {', '.join(map(plain, fields))}"
        case Text():
            return "words"


def _measure(pack: RulePack, measure: Measure) -> Iterator[Part]:
    kind = measure.kind
    yield Part("unit", kind.unit if isinstance(kind, Number) else "a date")
    yield Part("worked out for each", measure.each or "")
    match measure.computation:
        case Calculated(formula):
            yield Part("formula", _formula(formula))
        case Points(lines):
            for condition, points in lines:
                yield Part(f"{figure(points)} points", condition=said(pack, condition))
        case Cases(cases, otherwise):
            for condition, formula in cases:
                yield Part(_formula(formula), condition=said(pack, condition))
            yield Part("otherwise", "" if otherwise is None else _formula(otherwise))
        case CountRecords(query) | LatestRecord(query) | SumRecords(query):
            yield Part("reads", _HOW[type(measure.computation)])
            yield Part("in the last", length(query.window) if query.window else "")
    yield Part("worked out from", refs=measured(pack, measure))
    yield _sources(pack, measure.source)


_HOW: dict[type, str] = {
    CountRecords: "how many records there are",
    LatestRecord: "the day of the latest record",
    SumRecords: "the sum of what the records say",
}


def _formula(formula: Formula) -> str:
    match formula:
        case Constant(value):
            return figure(value)
        case Name(name):
            return name
        case Call(function, arguments):
            return f"{function}({', '.join(map(_formula, arguments))})"
        case Binary(operator, left, right):
            first = _bracketed(left, _BINDS[operator] > _binding(left))
            second = _bracketed(right, _BINDS[operator] >= _binding(right))
            return f"{first} {operator} {second}"


_BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


def _binding(formula: Formula) -> int:
    """How tightly a formula holds together."""
    return _BINDS[formula.operator] if isinstance(formula, Binary) else 3


def _bracketed(formula: Formula, loose: bool) -> str:
    return f"({_formula(formula)})" if loose else _formula(formula)
