"""What is fuzzed: whatever is written, there is an answer, and never an exception of another kind.

Each target takes bytes. `asserted` holds what is true of every answer.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import poise
from fuzz.draw import Draw
from fuzz.mutations import graft, slip, texts, words
from poise import formula, templates
from poise.loading import load_or_problems
from poise.problems import Collector, Problem
from poise.source import parse, parse_bytes
from poise.values import Span

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "tests" / "goldens" / "base"
EXAMPLES = ROOT / "examples" / "assessments"
GENERIC = re.compile(
    r"Traceback|NoneType|pydantic|jinja|yaml\.|<[\w.]+ object|\b(dict|tuple|str|int|float|bool)\b"
)


def asserted(problems: Iterable[Problem]) -> None:
    """INVARIANT: a message is one lower-case line without a full stop that names no Python."""
    for one in problems:
        for words_of_it in (one.message, one.hint):
            plain = re.sub(r"'[^']*'?|\{\{.*", "", words_of_it)
            assert "\n" not in words_of_it, one
            assert not GENERIC.search(plain), one
        assert one.message, one
        assert not one.message[0].isupper(), one
        assert not one.message.endswith("."), one
        assert one.hint.startswith("one of: ") or not one.hint.endswith("."), one
        assert one.line >= 0, one
        assert one.column >= 0, one


@cache
def pack() -> poise.RulePack:
    return poise.load(BASE)


@cache
def _examples() -> tuple[str, ...]:
    written = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))]
    return (*written, OWN)


OWN = """date: 2026-11-22
person: {age_years: 34, sex_at_birth: female}
masseter.bulge: {left: mono, right: double}
masseter.cause: [muscle]
skin: {active: {lips: cold_sore, elsewhere: none}}
brow: {height_mm: {left: 20, right: 21.5}}
history: nothing_to_report
history.pregnancy: no
history.last_birth: 2020-05
history.treatments:
  - {product: ha_filler, area: lips, date: 2026-01, amount: 1, unit: mL}
goals: [fuller_lips, slimmer_lower_face]
requests: [{product: ha_filler, area: lips, for: fuller_lips, amount: 1 mL}]
setting: {country: US, antidote: yes}
"""


def text_target(data: bytes) -> None:
    """Any bytes as a file."""
    problems = Collector()
    value = parse_bytes(data, "file.yaml", problems)
    assert (value is None) >= problems.errors or value is not None
    assert value is not None or problems.errors
    asserted(problems.sorted())


def pack_target(data: bytes) -> None:
    """A pack with mistakes of a hand, or of a tree."""
    draw = Draw(data)
    files = dict(texts(BASE))
    vocabulary = words(BASE)
    for _ in range(1 + draw.below(3)):
        name = draw.one_of(tuple(files))
        if draw.below(3) == 0:
            files[name] = slip(draw, files[name], vocabulary)
        elif parse(files[name], name, Collector()) is not None:
            files[name] = graft(draw, files[name], tuple(texts(BASE).values()), vocabulary)
    _load(files)


def _load(files: Mapping[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        found, problems = load_or_problems(folder)
    asserted(problems)
    if found is None:
        assert any(one.severity == "error" for one in problems)
    else:
        _plan(found, OWN)


def _plan(found: poise.RulePack, text: str) -> None:
    """A pack that loads also plans."""
    problems = Collector()
    value = parse(text, "patient.yaml", problems)
    assert value is not None
    try:
        assessment = found.read_assessment(value)
    except poise.AssessmentError as error:
        asserted(error.problems)
        return
    found.plan_by_evaluator(assessment)


def plan_target(data: bytes) -> None:
    """An assessment with mistakes that are none: what can be read can be planned."""
    try:
        found = pack().read_assessment(_mistaken(data) or {})
    except poise.AssessmentError:
        return
    pack().plan_by_evaluator(found)


def assessment_target(data: bytes) -> None:
    """An assessment with mistakes."""
    value = _mistaken(data)
    if value is not None:
        read(value)


def _mistaken(data: bytes) -> Any:
    draw = Draw(data)
    text = draw.one_of(_examples())
    vocabulary = (*words(BASE), "nothing_to_report", "2026-01", "elsewhere", "both")
    for _ in range(1 + draw.below(3)):
        if draw.below(3) == 0:
            text = slip(draw, text, vocabulary)
        elif parse(text, "patient.yaml", Collector()) is not None:
            text = graft(draw, text, _examples(), vocabulary)
    problems = Collector()
    value = parse(text, "patient.yaml", problems)
    asserted(problems.sorted())
    return value


def read(value: Any) -> None:
    """Whatever is given is read, or told to be wrong."""
    try:
        pack().read_assessment(value)
    except poise.AssessmentError as error:
        asserted(error.problems)


def formula_target(data: bytes) -> None:
    """Any words as a formula; what is read has a value, or divides by zero."""
    text = _sentence(
        Draw(data),
        (*["0", "1", "2.5", "1e9", "a", "a.b", "a.b.left", "abs", "min", "max", "é"], *"+-*/(),. "),
    )
    try:
        read_formula = formula.parse(text)
    except formula.FormulaError as error:
        asserted([Problem("", 0, 0, "bad-formula", str(error))])
        return
    values = dict.fromkeys(formula.names(read_formula), Span(-2.0, 3.0))
    with suppress(ZeroDivisionError):
        span = formula.span(read_formula, values)
        assert span.low <= span.high, (text, span)


def template_target(data: bytes) -> None:
    """Any words as a `because`; what is accepted can be shown."""
    text = _sentence(Draw(data), TEMPLATE)
    try:
        names = templates.cited(text)
    except templates.TemplateError as error:
        asserted([Problem("", 0, 0, "bad-template", str(error))])
        return
    templates.render(text, dict.fromkeys(names, "a value"))


TEMPLATE = (
    *("{{ ", " }}", "{% ", " %}", "{# ", " #}", "{{ a.b }}", "{% if a.b %}", "{% endif %}", "\n"),
    *("a", "a.b", "if", "else", "elif", "endif", "for", "in", "endfor", "not", "and", "or", "is"),
    *("==", "!=", "<", "|", "|lower", "|round", "(", ")", "[", "]", ".", ",", "~", "+", "'", '"'),
    *("'x'", "1", "none", "true", "__class__", "a.b()", "a['b']", "set", "include", "raw", "loop"),
    *("macro", "block", "extends", "import", "with", "defined", "range(9)", " ", "-", "%", "é"),
)


def _sentence(draw: Draw, words_to_use: tuple[str, ...]) -> str:
    found = []
    while not draw.ended:
        found.append(draw.one_of(words_to_use))
    return draw.one_of(("", " ")).join(found)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "text": text_target,
    "pack": pack_target,
    "assessment": assessment_target,
    "plan": plan_target,
    "formula": formula_target,
    "template": template_target,
}
