"""The example of a clinic: a pack over the built-in one, its clinic file and its features."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import scenarios

import poise
from commands import Cli
from poise.gherkin.coverage import SEEN, Seen
from poise.gherkin.rehearsal import rehearse
from poise.gherkin.runner import plugins

PACK = Path(__file__).parents[2] / "examples" / "packs" / "clinic"
FEATURES = PACK / "features"
THIN_LIPS = FEATURES / "assessments" / "thin-lips.yaml"
CLINIC = FEATURES / "clinic.yaml"

pytest_plugins = plugins()

scenarios(str(FEATURES))


@pytest.fixture(scope="module")
def clinic() -> poise.RulePack:
    return poise.load(PACK)


def test_check_finds_nothing(cli: Cli) -> None:
    ran = cli("check", "--strict", "--rules", str(PACK))
    assert (ran.code, ran.err) == (0, "")


def test_every_rule_of_its_own_is_exercised_and_no_other_is_counted() -> None:
    coverage = rehearse([FEATURES])["example-clinic"]
    lacking: dict[Seen, tuple[str, ...]] = {what: coverage.missing(what) for what in SEEN}
    assert lacking == dict.fromkeys(SEEN, ())
    own = {"house.no_lidocaine", "house.plain_filler_for_lips"}
    assert set(coverage.titles) == {*own, "overcorrection.one_visit"}


def test_it_retires_one_rule_tightens_one_ceiling_and_adds_rules_and_a_product(
    clinic: poise.RulePack, default_pack: poise.RulePack
) -> None:
    stamp = clinic.plan(THIN_LIPS, CLINIC).pack
    made = [(one.how, one.what, one.id) for one in stamp.changes]
    assert ("retired", "rule", "longevity.exercise") in made
    assert ("replaced", "rule", "overcorrection.one_visit") in made
    assert ("added", "member", "ha_plain") in made
    assert sum(what == "rule" for _, what, _ in made) == 4
    assert stamp.extends is not None
    assert stamp.extends.digest == default_pack.digest
    ceilings = [
        pack.rules_by_id["overcorrection.one_visit"].ceiling[0].at_most
        for pack in (clinic, default_pack)
    ]
    assert float(ceilings[0]) < float(ceilings[1])


def test_all_that_it_does_not_speak_of_is_as_in_the_pack_below(
    clinic: poise.RulePack, default_pack: poise.RulePack
) -> None:
    assert {one.title for one in clinic.rules} >= {
        one.title
        for one in default_pack.rules
        if one.id not in ("longevity.exercise", "overcorrection.one_visit")
    }


def test_its_clinic_file_answers_for_every_patient(clinic: poise.RulePack) -> None:
    with_it = clinic.plan(THIN_LIPS, CLINIC)
    without = clinic.plan(THIN_LIPS)
    assert not any(one.about.startswith("setting.") for one in with_it.unanswered_safety)
    assert any(one.about.startswith("setting.") for one in without.unanswered_safety)
