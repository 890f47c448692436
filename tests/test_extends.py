"""Packs that extend others: what they inherit, add, replace and retire; what plans say of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

import poise
from commands import PALE, Cli
from gardens import GARDEN, assessed, drawn, item
from poise.report.layout import plain_text
from poise.report.markdown import markdown
from poise.report.terminal import plan_rows

HEAD = {
    "id": "allotment",
    "title": "An allotment",
    "version": "2.0.0",
    "language": "1",
    "extends": "../garden",
    "publisher": "Nobody",
    "released": "2026-11-22",
}
PALE_LAWN = {"lawn.pale": "yes", "soil.dryness": "marked", "hedge.gaps": {"both": "none"}}
Written = dict[str, Any]


@pytest.fixture
def beds(tmp_path: Path) -> Path:
    """A folder in which the garden lies, and packs that extend it can be put."""
    shutil.copytree(GARDEN, tmp_path / "garden")
    return tmp_path


def put(beds: Path, head: Written | None = None, name: str = "allotment", **files: Any) -> Path:
    """A pack that extends the garden; of each file its path, without the dot, and what it holds."""
    written = {"pack": HEAD | {"id": name} | (head or {}), **files}
    for path, content in written.items():
        target = beds / name / f"{path.replace('__', '/')}.yaml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    return beds / name


def rules(*written: Written) -> Written:
    return {"rules": list(written)}


def a_rule(pack: poise.RulePack) -> str:
    """A rule that nothing else needs."""
    return next(one.id for one in pack.rules if one.consider)


def plain(plan: poise.Plan) -> Written:
    """A plan without what says which pack it was made with."""
    told = plan.as_dict()
    return {key: value for key, value in told.items() if key not in ("pack", "plan_id")}


# --- what is inherited -----------------------------------------------------------------------


def test_a_pack_that_changes_nothing_plans_as_its_base(beds: Path, garden: poise.RulePack) -> None:
    pack = poise.load(put(beds))
    assert plain(drawn(pack, PALE_LAWN)) == plain(drawn(garden, PALE_LAWN))
    assert pack.head.intended_use == garden.head.intended_use
    assert pack.head.limitations == garden.head.limitations
    assert pack.contents.changes == ()


def test_it_has_its_own_name_and_digest_and_knows_those_of_its_base(
    beds: Path, garden: poise.RulePack
) -> None:
    stamp = drawn(poise.load(put(beds))).pack
    assert stamp.extends is not None
    assert (stamp.id, stamp.version) == ("allotment", "2.0.0")
    assert (stamp.extends.id, stamp.extends.digest) == (garden.head.id, garden.digest)
    assert stamp.digest != garden.digest


def test_limitations_and_groups_of_findings_are_added(beds: Path, garden: poise.RulePack) -> None:
    more = {"limitations": ["Slugs are not looked at."], "finding_groups": {"paths": "Paths"}}
    head = poise.load(put(beds, more)).head
    assert head.limitations == (*garden.head.limitations, "Slugs are not looked at.")
    assert list(head.finding_groups) == [*garden.head.finding_groups, "paths"]


def test_rules_inherit_from_their_own_pack(beds: Path, garden: poise.RulePack) -> None:
    own = rules({"id": "own", "title": "Own", "consider": "Ours."})
    defaults = {"defaults": {"strength": "strong", "reviewed": "2026-11-01"}}
    pack = poise.load(put(beds, defaults, house=own))
    assert pack.rules_by_id["own"].strength == "strong"
    assert pack.rules_by_id["own"].review_by == garden.head.defaults.review_by
    assert {one.id: one for one in pack.rules if one.id != "own"} == garden.rules_by_id


# --- what is changed -------------------------------------------------------------------------


def test_a_retired_rule_does_not_run_and_its_reason_stands_on_the_plan(
    beds: Path, garden: poise.RulePack
) -> None:
    name = a_rule(garden)
    pack = poise.load(put(beds, {"retires": [{"rule": name, "reason": "We do without."}]}))
    assert name not in pack.rules_by_id
    (change,) = drawn(pack).pack.changes
    assert (change.how, change.what, change.id) == ("retired", "rule", name)
    assert (change.title, change.reason) == (garden.rules_by_id[name].title, "We do without.")


def test_why_not_tells_why_a_rule_is_retired(beds: Path, garden: poise.RulePack) -> None:
    name = a_rule(garden)
    pack = poise.load(put(beds, {"retires": [{"rule": name, "reason": "We do without."}]}))
    told = pack.why_not(assessed(), rule=name)
    assert told.because == "This pack retires the rule. We do without."


def test_a_replaced_rule_is_the_packs_own(beds: Path, garden: poise.RulePack) -> None:
    name = a_rule(garden)
    own = rules({"id": name, "title": "Ours", "consider": "Our own words."})
    head = {"replaces": [{"rule": name, "reason": "Ours is shorter."}]}
    plan = drawn(poise.load(put(beds, head, house=own)))
    assert "Our own words." in {one.text for one in plan.considerations}
    assert [(one.how, one.title) for one in plan.pack.changes] == [("replaced", "Ours")]


def test_an_added_rule_is_listed_and_runs(beds: Path) -> None:
    own = rules({"id": "own.never", "title": "No feed", "exclude": {"product": "feed"}})
    plan = drawn(poise.load(put(beds, house=own)), PALE_LAWN, goals=["green"])
    assert item(plan, "feed/lawn").status == "excluded"
    assert [(one.how, one.id) for one in plan.pack.changes] == [("added", "own.never")]


def test_a_member_joins_the_product_of_the_base(beds: Path, garden: poise.RulePack) -> None:
    member = {"member": "horn_meal", "of": "feed", "label": "Horn meal"}
    pack = poise.load(put(beds, products__horn_meal=member))
    assert pack.taxonomy.products["feed"].leaves == (
        (garden.taxonomy.products["feed"].leaves - {"feed"}) | {"horn_meal"}
    )
    options = item(drawn(pack, PALE_LAWN, goals=["green"]), "feed/lawn").candidates
    assert "horn_meal" in {one.product for one in options}


def test_a_member_below_a_member_of_another_file(beds: Path) -> None:
    first = {"member": "a_fine", "of": "z_meal", "label": "Fine horn meal"}
    second = {"member": "z_meal", "of": "feed", "label": "Meal"}
    pack = poise.load(put(beds, products__first=first, products__second=second))
    assert "z_meal" in pack.taxonomy.products["a_fine"].above


def test_a_replaced_card_leaves_the_rules_of_its_file_in_force(
    beds: Path, garden: poise.RulePack
) -> None:
    card = yaml.load((GARDEN / "areas" / "lawn.yaml").read_text("utf-8"), yaml.BaseLoader)
    own = {key: value for key, value in card.items() if key != "rules"} | {"label": "Our lawn"}
    ruled = rules({"id": "lawn.card", "title": "L", "consider": "Of the card."})
    base = beds / "garden" / "areas" / "lawn.yaml"
    base.write_text(yaml.safe_dump(card | ruled), encoding="utf-8")
    head = {"replaces": [{"area": "lawn", "reason": "Ours is small."}]}
    pack = poise.load(put(beds, head, areas__lawn=own))
    assert pack.taxonomy.areas["lawn"].label == "Our lawn"
    assert "lawn.card" in pack.rules_by_id


def test_a_pack_may_extend_one_that_extends(beds: Path, garden: poise.RulePack) -> None:
    name = a_rule(garden)
    put(beds, {"retires": [{"rule": name, "reason": "First."}]}, "middle")
    own = rules({"id": "own", "title": "Own", "consider": "Ours."})
    stamp = drawn(poise.load(put(beds, {"extends": "../middle"}, "top", house=own))).pack
    assert stamp.extends is not None
    assert stamp.extends.extends is not None
    assert [one.id for one in stamp.changes] == ["own"]
    assert [one.id for one in stamp.extends.changes] == [name]
    assert stamp.extends.extends.digest == garden.digest
    assert stamp.extends.extends.extends is None


# --- digests ---------------------------------------------------------------------------------


def test_where_folders_lie_and_how_files_are_ordered_changes_nothing(
    beds: Path, tmp_path: Path, garden: poise.RulePack
) -> None:
    one = {"id": "one", "title": "One", "consider": "One."}
    two = {"id": "two", "title": "Two", "consider": "Two."}
    gone = [one.id for one in garden.rules if one.consider or one.lasts][:2]
    assert len(gone) == 2
    retired = [{"rule": name, "reason": "No."} for name in gone]
    first = poise.load(put(beds, {"retires": retired}, a=rules(one, two)))
    deep = tmp_path / "else" / "where"
    shutil.copytree(GARDEN, deep / "rules")
    head = {"extends": "../rules", "retires": retired[::-1]}
    second = poise.load(put(deep, head, z__b=rules(one), z__c=rules(two)))
    assert first.digest == second.digest
    plans = [drawn(pack, PALE_LAWN) for pack in (first, second)]
    assert plans[0].canonical_bytes() == plans[1].canonical_bytes()


@pytest.mark.parametrize("changed", ["reason", "base"])
def test_a_digest_covers_the_reasons_and_the_base(
    beds: Path, garden: poise.RulePack, changed: str
) -> None:
    name = a_rule(garden)
    head = {"retires": [{"rule": name, "reason": "One."}]}
    before = poise.load(put(beds, head)).digest
    if changed == "reason":
        head = {"retires": [{"rule": name, "reason": "Another."}]}
    else:
        path = beds / "garden" / "pack.yaml"
        path.write_text(path.read_text("utf-8").replace("1.2.0", "1.2.1"), encoding="utf-8")
    assert poise.load(put(beds, head)).digest != before


# --- reports and commands --------------------------------------------------------------------


def test_reports_show_both_digests_and_each_change(beds: Path, garden: poise.RulePack) -> None:
    name = a_rule(garden)
    own = rules({"id": "own", "title": "Own rule", "consider": "Ours."})
    head = {"retires": [{"rule": name, "reason": "We do without."}]}
    plan = drawn(poise.load(put(beds, head, house=own)))
    text = plain_text(plan_rows(plan), width=500)
    for told in (text, markdown(plan).replace("\\", "")):
        assert f"Local changes to {garden.head.title} {garden.head.version}" in told
        assert f"Retired rule {name}: {garden.rules_by_id[name].title}. Why: We do without." in told
        assert "Added rule own: Own rule" in told
        assert plan.pack.digest[:12] in told
        assert f"on {garden.head.id} {garden.digest[:12]}" in told


def test_a_plan_of_a_pack_that_extends_none_says_nothing_of_changes(garden: poise.RulePack) -> None:
    plan = drawn(garden)
    assert plan.pack.extends is None
    assert "Local changes" not in plain_text(plan_rows(plan)) + markdown(plan)


def test_a_kept_pack_is_read_afresh_when_its_base_changes(cli: Cli, beds: Path) -> None:
    pack = str(put(beds))
    given = cli.file(PALE)
    arguments = ("plan", given, "--rules", pack)
    before = cli(*arguments).out
    assert cli(*arguments).out == before
    more = rules({"id": "r", "title": "R", "exclude": {"product": "feed"}})
    (beds / "garden" / "more.yaml").write_text(yaml.safe_dump(more), encoding="utf-8")
    assert "excluded" not in before
    assert "excluded" in cli(*arguments).out


def test_the_built_in_pack_is_extended_by_its_name(
    beds: Path, default_pack: poise.RulePack
) -> None:
    pack = poise.load(put(beds, {"extends": "default"}))
    assert pack.contents.base is not None
    assert pack.contents.base.digest == default_pack.digest
