"""Sign-off: who answers for which rules as they stand, and what an edit takes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

import poise
from commands import PALE, Cli
from gardens import GARDEN, assessed, drawn, item
from poise.report.layout import plain_text
from poise.report.markdown import markdown
from poise.report.terminal import plan_rows

BY = ("--by", "A. Example", "--role", "head gardener", "--date", "2026-11-20")
PALE_LAWN = {"lawn.pale": "yes", "soil.dryness": "marked", "hedge.gaps": {"both": "none"}}
RULES = "rules/suggestions.yaml"


@pytest.fixture
def bed(tmp_path: Path) -> Path:
    """A copy of the garden, to be signed and edited."""
    shutil.copytree(GARDEN, tmp_path / "bed")
    return tmp_path / "bed"


def sign(cli: Cli, bed: Path, *more: str) -> None:
    ran = cli("sign-off", "--rules", str(bed), *BY, *more)
    assert (ran.code, ran.err) == (0, "")


def edit(bed: Path, name: str, before: str, after: str) -> None:
    path = bed / name
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def unsigned(bed: Path) -> set[str]:
    pack = poise.load(bed)
    return {rule.id for rule in pack.rules if rule.stage == "active"} - set(pack.signatures.by_rule)


def test_a_pack_that_nobody_signed_says_so(cli: Cli, bed: Path) -> None:
    pack = poise.load(bed)
    stamp = drawn(pack).pack
    assert (stamp.sign_off, stamp.rules_signed_off) == (None, 0)
    ran = cli("sign-off", "--rules", str(bed))
    assert ran.out.splitlines()[1:] == [
        "the pack as a whole: not signed off",
        f"0 of {stamp.rules} rules are signed off as they stand",
    ]
    assert not (bed / "sign-off.yaml").exists()


def test_who_signs_the_pack_stands_on_the_plan(cli: Cli, bed: Path) -> None:
    before = poise.load(bed).digest
    sign(cli, bed)
    pack = poise.load(bed)
    plan = drawn(pack, PALE_LAWN, goals=["green"])
    signed = plan.pack.sign_off
    assert pack.digest == before, "a sign-off is no part of what it signs"
    assert signed is not None
    assert (signed.by, signed.role, str(signed.date)) == BY[1::2]
    assert (signed.digest, signed.valid) == (before, True)
    assert plan.pack.rules_signed_off == plan.pack.rules
    for argument in item(plan, "feed/lawn").arguments:
        assert argument.signed_off == "A. Example, head gardener, 2026-11-20"
    told = plain_text(plan_rows(plan), width=200) + markdown(plan)
    assert told.count("signed off by A. Example, head gardener, 2026-11-20") == 2
    assert "not signed off" not in told


def test_an_edited_rule_falls_back_and_the_others_stay(cli: Cli, bed: Path) -> None:
    sign(cli, bed)
    rules = yaml.load((bed / RULES).read_text("utf-8"), yaml.BaseLoader)["rules"]
    edited = next(one for one in rules if "feed" in str(one.get("suggest")))
    edit(bed, RULES, edited["title"], "Another title")
    assert unsigned(bed) == {edited["id"]}
    pack = poise.load(bed)
    plan = drawn(pack, PALE_LAWN, goals=["green"])
    assert plan.pack.sign_off is not None
    assert not plan.pack.sign_off.valid
    text = plain_text(plan_rows(plan), width=200)
    assert "not signed off: edited since A. Example, head gardener, signed it" in text
    assert f"({plan.pack.rules - 1} of its {plan.pack.rules} rules are)" in text
    marked = [line for line in text.splitlines() if "(not signed off)" in line]
    assert marked
    assert all("another title" in line for line in marked)
    assert "another title (not signed off)" in markdown(plan)
    page = pack.page(assessed(PALE_LAWN, goals=["green"]))
    sentences = [one.split("</p>")[0] for one in page.split('<p class="sentence">')[1:]]
    marked = [one for one in sentences if "(not signed off)" in one]
    assert marked
    assert len(marked) < len(sentences)
    assert all("another title" in one for one in marked)


def test_a_rule_falls_back_when_what_it_tests_is_edited(cli: Cli, bed: Path) -> None:
    sign(cli, bed)
    pack = poise.load(bed)
    reading = {one.id for one in pack.rules if "lawn.pale" in str(one.when)}
    question = pack.vocabulary.facts["lawn.pale"].ask
    for path in (bed / "vocabulary").glob("*.yaml"):
        if question in path.read_text("utf-8"):
            edit(bed, f"vocabulary/{path.name}", question, "Is the lawn very pale?")
    assert reading
    assert reading <= unsigned(bed) < {one.id for one in pack.rules}


def test_a_rule_falls_back_when_a_measure_that_it_tests_is_edited(cli: Cli, bed: Path) -> None:
    more = bed / "more.yaml"
    text = "rules: [{id: m, title: M, when: {soil.half: {above: 2}}, consider: It is half.}]"
    more.write_text(text, encoding="utf-8")
    measures = bed / "vocabulary" / "half.yaml"
    written = "measures: {soil.half: {label: Half, formula: soil.acidity / 2}}"
    measures.write_text(written, encoding="utf-8")
    sign(cli, bed)
    measures.write_text(written.replace("/ 2", "/ 3"), encoding="utf-8")
    assert unsigned(bed) == {"m"}


def test_rules_are_signed_one_by_one(cli: Cli, bed: Path) -> None:
    first, second, *_ = sorted(unsigned(bed))
    sign(cli, bed, "--rule", first, "--rule", second)
    pack = poise.load(bed)
    assert set(pack.signatures.by_rule) == {first, second}
    assert drawn(pack).pack.sign_off is None
    ran = cli("sign-off", "--rules", str(bed))
    assert "the pack as a whole: not signed off" in ran.out
    assert f"\n2 of {len(pack.marks())} rules are signed off as they stand\n" in ran.out


def test_an_edited_rule_is_signed_again_beside_what_was_signed_before(cli: Cli, bed: Path) -> None:
    sign(cli, bed)
    before = (bed / "sign-off.yaml").read_text("utf-8")
    edit(bed, RULES, "Look at the soil before the plants.", "Look at the soil first.")
    (name,) = unsigned(bed)
    sign(cli, bed, "--rule", name)
    assert (bed / "sign-off.yaml").read_text("utf-8").startswith(before)
    assert unsigned(bed) == set()


def test_what_is_taken_back_is_signed_as_it_was(cli: Cli, bed: Path) -> None:
    sign(cli, bed)
    edit(bed, RULES, "Look at the soil before the plants.", "Look at the soil first.")
    edit(bed, RULES, "Look at the soil first.", "Look at the soil before the plants.")
    assert unsigned(bed) == set()
    assert poise.load(bed).signatures.valid


def test_sign_offs_of_a_base_count_for_rules_that_stand_as_they_were(
    cli: Cli, bed: Path, tmp_path: Path
) -> None:
    sign(cli, bed)
    gone, other = sorted(one.id for one in poise.load(bed).rules if one.consider or one.lasts)[:2]
    head = {
        "id": "over",
        "title": "Over",
        "version": "1.0.0",
        "language": "1",
        "extends": "../bed",
        "publisher": "Nobody",
        "released": "2026-11-22",
        "replaces": [{"rule": gone, "reason": "Ours."}],
    }
    own = {"rules": [{"id": gone, "title": "Ours", "consider": "Ours."}]}
    (tmp_path / "over").mkdir()
    for name, written in (("pack", head), ("own", own)):
        (tmp_path / "over" / f"{name}.yaml").write_text(yaml.safe_dump(written), encoding="utf-8")
    pack = poise.load(tmp_path / "over")
    assert other in pack.signatures.by_rule
    assert unsigned(tmp_path / "over") == {gone}
    assert drawn(pack).pack.sign_off is None, "nobody signed this pack as a whole"


def test_a_kept_pack_notices_that_it_was_signed(cli: Cli, bed: Path) -> None:
    arguments = ("plan", cli.file(PALE), "--rules", str(bed))
    assert "not signed off" in cli(*arguments).out
    sign(cli, bed)
    assert "signed off by A. Example" in cli(*arguments).out


def test_odd_names_are_kept_as_they_are(cli: Cli, bed: Path) -> None:
    rules = [{"id": "a rule: with 'signs'", "title": "Odd", "consider": "Odd."}]
    (bed / "odd.yaml").write_text(yaml.safe_dump({"rules": rules}), encoding="utf-8")
    name = 'É. "Example": #1'
    ran = cli("sign-off", "--rules", str(bed), "--by", name, "--role", "no: *one")
    assert (ran.code, ran.err) == (0, "")
    signed = poise.load(bed).signatures
    assert signed.whole is not None
    assert (signed.whole.by, signed.whole.role) == (name, "no: *one")
    assert unsigned(bed) == set()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--by", "A. Example"), "say in which role"),
        (("--role", "gardener"), "say who signs"),
        (("--by", " ", "--role", "gardener"), "say who signs"),
        (("--rule", "x"), "say who signs"),
        ((*BY, "--rule", "no such rule"), "'no such rule' is not a rule"),
        ((*BY[:4], "--date", "yesterday"), "'yesterday' is not a day"),
        ((*BY[:4], "--date", "2999-01-01"), "lies ahead"),
    ],
)
def test_what_is_not_said_is_not_signed(
    cli: Cli, bed: Path, arguments: tuple[str, ...], told: str
) -> None:
    ran = cli("sign-off", "--rules", str(bed), *arguments)
    assert ran.code == 2
    assert told in ran.err
    assert not (bed / "sign-off.yaml").exists()


def test_a_file_of_another_shape_is_left_alone(cli: Cli, bed: Path) -> None:
    path = bed / "sign-off.yaml"
    path.write_text("sign_offs: []\n", encoding="utf-8")
    ran = cli("sign-off", "--rules", str(bed), *BY)
    assert ran.code == 1
    assert "is left as it is" in ran.err
    assert path.read_text("utf-8") == "sign_offs: []\n"


def test_no_name_stands_in_what_is_shipped() -> None:
    root = Path(__file__).parents[1]
    assert [*(root / "rules").rglob("sign-off.yaml"), *(root / "examples").rglob("sign-off*")] == []
