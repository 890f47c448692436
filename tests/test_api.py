"""The public face: its names, frozen results, threads, and an engine that knows no field."""

from __future__ import annotations

import ast
import copy
import importlib.resources
import io
import os
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pydantic
import pytest

import poise
from gardens import EXAMPLES, GARDEN, assessed

ENGINE = Path(poise.__file__).parent
PALE = {"lawn.pale": "yes", "soil.dryness": "marked", "hedge.gaps": {"left": "severe"}}


def test_the_public_names_are_few_and_all_there() -> None:
    assert set(poise.__all__) == {
        "Assessment",
        "AssessmentError",
        "EngineDisagreement",
        "PackError",
        "Plan",
        "Problem",
        "RulePack",
        "__version__",
        "load",
    }
    assert all(hasattr(poise, name) for name in poise.__all__)


def test_what_a_pack_can_do() -> None:
    for name in ("plan", "plan_by_evaluator", "why_not", "assessment_schema", "read_assessment"):
        assert callable(getattr(poise.RulePack, name))


def test_the_package_says_that_it_is_typed() -> None:
    assert importlib.resources.files("poise").joinpath("py.typed").is_file()


def test_using_its_names_loads_neither_readers_nor_reports() -> None:
    """What a program that embeds it does not use costs it nothing."""
    loaded = _loaded("import poise; [getattr(poise, name) for name in poise.__all__]")
    assert "poise.pack" in loaded
    assert not loaded & {"rich", "jinja2", "pytest", "pytest_bdd", "poise.cli", "poise.report"}


def test_a_name_is_imported_when_it_is_first_used() -> None:
    assert _loaded("import poise").isdisjoint({"pydantic", "yaml", "poise.pack"})


def test_asking_a_command_for_help_reads_no_pack() -> None:
    asked = "from poise.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"
    assert _loaded(asked).isdisjoint({"pydantic", "yaml", "poise.pack"})


def test_a_name_that_there_is_not_is_told_as_ever() -> None:
    with pytest.raises(AttributeError, match="module 'poise' has no attribute 'plann'"):
        _ = poise.plann  # type: ignore[attr-defined]
    assert set(poise.__all__) <= set(dir(poise))


def _loaded(code: str) -> set[str]:
    """The modules that a process has after some code."""
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint('loaded:', *sys.modules)"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ENGINE.parent)},
        check=True,
    )
    return set(ran.stdout.rpartition("loaded:")[2].split())


# --- errors ----------------------------------------------------------------------------------


def test_a_pack_that_cannot_be_loaded_tells_every_problem(tmp_path: Path) -> None:
    with pytest.raises(poise.PackError) as caught:
        poise.load(tmp_path)
    assert all(isinstance(one, poise.Problem) for one in caught.value.problems)
    assert caught.value.problems


def test_an_assessment_that_cannot_be_planned_tells_every_problem(
    garden: poise.RulePack,
) -> None:
    with pytest.raises(poise.AssessmentError) as caught:
        garden.plan({"date": "2026-06-15", "soil.acidity": 99, "soil.colour": "red"})
    assert {one.code for one in caught.value.problems} == {"bad-number", "unknown-name"}
    assert str(caught.value).count("\n") >= 1


# --- frozen ----------------------------------------------------------------------------------


def parts(value: Any) -> Iterator[pydantic.BaseModel]:
    """A model and all that it holds."""
    if isinstance(value, pydantic.BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from parts(getattr(value, name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from parts(one)


def test_a_plan_and_all_that_it_holds_are_frozen(garden: poise.RulePack) -> None:
    plan = garden.plan(assessed(PALE))
    kinds = {type(part): part for part in parts(plan)}
    assert len(kinds) > 12
    for part in kinds.values():
        name = next(iter(type(part).model_fields))
        with pytest.raises(pydantic.ValidationError):
            setattr(part, name, None)


def test_nothing_that_a_plan_holds_is_a_list(garden: poise.RulePack) -> None:
    for part in parts(garden.plan(assessed(PALE))):
        values = [getattr(part, name) for name in type(part).model_fields]
        assert not any(isinstance(one, list | set) for one in values)


@pytest.mark.parametrize("name", ["contents", "ground", "network", "linked"])
def test_a_pack_is_frozen(garden: poise.RulePack, name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(garden, name, None)


def test_an_assessment_is_frozen(garden: poise.RulePack) -> None:
    read = garden.read_assessment(assessed(PALE))
    with pytest.raises(AttributeError):
        read.date = None  # type: ignore[misc, assignment]


# --- no state --------------------------------------------------------------------------------

CASES = [
    assessed(PALE),
    assessed(PALE, goals=["green"]),
    assessed({"site": "nothing_to_report"}),
    assessed({"pond": {"present": "yes", "fish": "yes"}, "lawn.pale": "yes"}),
    assessed({}, requests=[{"product": "mulch", "area": "hedge", "amount": "2 kg"}]),
]


def test_a_plan_leaves_nothing_behind_for_the_next(garden: poise.RulePack) -> None:
    alone = [poise.load(GARDEN).plan(case).canonical_bytes() for case in CASES]
    for order in (CASES, CASES[::-1]):
        found = {id(case): garden.plan(case).canonical_bytes() for case in order}
        assert [found[id(case)] for case in CASES] == alone


def test_what_is_given_is_not_changed(garden: poise.RulePack) -> None:
    for case in CASES:
        before = copy.deepcopy(case)
        garden.plan(case)
        garden.why_not(case, item="lime/lawn")
        assert case == before


def test_an_assessment_may_be_given_in_every_form(garden: poise.RulePack, tmp_path: Path) -> None:
    path = tmp_path / "pale.yaml"
    path.write_text("date: 2026-06-15\nlawn.pale: yes\n", encoding="utf-8")
    forms: list[Any] = [
        path,
        str(path),
        {"date": "2026-06-15", "lawn.pale": True},
        {"date": "2026-06-15", "lawn": {"pale": "yes"}},
        garden.read_assessment({"date": "2026-06-15", "lawn.pale": "yes"}),
    ]
    assert len({garden.plan(one).canonical_bytes() for one in forms}) == 1


def test_a_plan_names_the_same_plan_by_the_same_id(garden: poise.RulePack) -> None:
    first, again = garden.plan(CASES[0]), poise.load(GARDEN).plan(CASES[0])
    assert first.plan_id == again.plan_id
    assert len({garden.plan(case).plan_id for case in CASES}) == len(CASES)


def test_title_and_free_text_enter_neither_bytes_nor_id(garden: poise.RulePack) -> None:
    told = garden.plan(assessed(PALE | {"site.remark": "Anna's garden"}, title="Anna"))
    plain = garden.plan(assessed(PALE))
    assert told.plan_id == plain.plan_id
    assert told.canonical_bytes() == plain.canonical_bytes()


def test_eight_threads_give_the_same_plans_as_one(
    garden: poise.RulePack, default_pack: poise.RulePack
) -> None:
    quick = [path for path in EXAMPLES if path.stem != "half-filled"]
    work = [(garden, case) for case in CASES] * 6 + [(default_pack, path) for path in quick]

    def planned(one: tuple[poise.RulePack, Any]) -> bytes:
        pack, case = one
        return pack.plan(case).canonical_bytes()

    alone = [planned(one) for one in work]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(planned, work + work[::-1]))
    assert together == alone + alone[::-1]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_gives_the_same_bytes(garden: poise.RulePack, seed: str) -> None:
    code = (
        "import sys, json, poise\n"
        "pack = poise.load(sys.argv[1])\n"
        "plan = pack.plan(json.loads(sys.argv[2]))\n"
        "sys.stdout.buffer.write(plan.canonical_bytes())\n"
    )
    import json

    ran = subprocess.run(
        [sys.executable, "-c", code, str(GARDEN), json.dumps(CASES[3])],
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(ENGINE.parent), "PYTHONHASHSEED": seed},
        check=True,
    )
    assert ran.stdout == garden.plan(CASES[3]).canonical_bytes()


# --- the engine knows no field ---------------------------------------------------------------

CLINICAL = re.compile(
    r"(?<![a-z])(fillers?|toxins?|masseters?|lips?|botulin\w*|hyaluron\w*|brows?|facial|faces?"
    r"|wrinkles?|dermal|chin|cheeks?|forehead|injectables?|syringes?|ptosis|pregnan\w*"
    r"|wounds?|dressings?|exudate|ulcers?)(?![a-z])",
    re.IGNORECASE,
)


def docstrings(source: str) -> set[int]:
    """The lines of strings that stand by themselves, where examples may be given."""
    return {
        line
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }


def clinical_words(path: Path) -> Iterator[str]:
    source = path.read_text(encoding="utf-8")
    examples = docstrings(source)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.start[0] not in examples:
            for word in CLINICAL.findall(token.string):
                yield f"{path.relative_to(ENGINE)}:{token.start[0]}: {word}"


def test_no_clinical_word_stands_in_the_engine() -> None:
    files = [path for path in ENGINE.rglob("*.py") if "default_pack" not in path.parts]
    assert len(files) > 50
    assert [found for path in sorted(files) for found in clinical_words(path)] == []


def test_no_clinical_word_stands_in_a_report() -> None:
    templates = [*(ENGINE / "report").rglob("*.j2"), *(ENGINE / "living").rglob("*.j2")]
    assert templates
    for path in templates:
        assert CLINICAL.findall(path.read_text(encoding="utf-8")) == []
