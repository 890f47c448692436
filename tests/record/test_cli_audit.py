"""`poise plan --record` and `poise audit`: what they print, and with which exit code."""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
import sys
from pathlib import Path

import pytest

from commands import PALE, Cli, Ran
from gardens import GARDEN
from poise.cli import main
from record.stores import unguarded


def recorded(cli: Cli, store: Path, *more: str) -> Ran:
    return cli.on_garden("plan", cli.file(PALE), "--record", str(store), *more)


def lines(ran: Ran) -> list[str]:
    return ran.out.splitlines()


# --- plan --record ---------------------------------------------------------------------------


def test_a_recorded_plan_is_the_plan(cli: Cli, tmp_path: Path) -> None:
    plain = cli.on_garden("plan", cli.file(PALE))
    ran = recorded(cli, tmp_path / "s.db", "--case", "A-17", "--role", "gardener")
    assert (ran.code, ran.out) == (0, plain.out)
    assert ran.err.startswith(f"recorded in {tmp_path / 's.db'} as record 1 (")
    assert recorded(cli, tmp_path / "s.db").err.count("as record 2 (") == 1


def test_what_cannot_be_recorded_is_not_planned(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "s.db").write_text("this is a letter, and no store of anything at all\n" * 40)
    ran = recorded(cli, tmp_path / "s.db")
    assert (ran.code, ran.out) == (1, "")
    assert "this is not a store of decision records; nothing was recorded" in ran.err


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--case", "Anna Smith"), "'Anna Smith' is not a case reference"),
        (("--case", "anna@example.org"), "is not a case reference"),
        (("--role", "Dr. Smith"), "'Dr. Smith' is not a role"),
    ],
)
def test_what_may_name_a_person_is_refused(
    cli: Cli, tmp_path: Path, more: tuple[str, str], told: str
) -> None:
    ran = recorded(cli, tmp_path / "s.db", *more)
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err
    assert "never" in ran.err


@pytest.mark.parametrize(
    "more", [("--case", "A"), ("--role", "gardener"), ("--retain-until", "2036-01-01")]
)
def test_what_is_for_a_record_needs_one(cli: Cli, more: tuple[str, str]) -> None:
    assert cli.on_garden("plan", cli.file(PALE), *more).code == 2


def test_an_assessment_with_problems_is_told_as_ever(cli: Cli, tmp_path: Path) -> None:
    given = cli.file("date: 2026-06-15\nlawn.pael: yes\n")
    ran = cli.on_garden("plan", given, "--record", str(tmp_path / "s.db"))
    assert ran.code == 1
    assert "did you mean 'lawn.pale'?" in ran.err


def test_without_the_extra_it_is_told_how_to_get_it(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [one for one in sys.modules if one.startswith("poise.record")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    monkeypatch.setitem(sys.modules, "sqlalchemy.exc", None)
    for ran in (recorded(cli, tmp_path / "s.db"), cli("audit", "list", "s.db")):
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.endswith("pip install 'poise[record]'\n")
        assert ran.err.count("\n") == 1


# --- audit -----------------------------------------------------------------------------------


def test_every_record_has_its_line(cli: Cli, store_path: Path) -> None:
    ran = cli("audit", "list", str(store_path))
    assert [line.split()[0] for line in lines(ran)] == [str(one) for one in range(9)]
    assert "A-1  garden 1.2.0: " in lines(ran)[1]
    assert lines(ran)[4].endswith("on 2: mulch/hedge overridden (judgement): Not in June.")
    assert lines(ran)[5].endswith("erased")
    assert lines(ran)[8].endswith("of 5: patient-request")


def test_a_case_has_its_own_list(cli: Cli, store_path: Path) -> None:
    ran = cli("audit", "list", str(store_path), "--case", "A-2", "--format", "json")
    assert [one["record"] for one in json.loads(ran.out)] == [2]
    assert lines(cli("audit", "list", str(store_path), "--case", "Z")) == ["no records"]


def test_a_record_is_shown_with_what_stands_beside_it(cli: Cli, store_path: Path) -> None:
    shown = cli("audit", "show", str(store_path), "1").out
    assert "role        gardener" in shown
    assert "case        A-1" in shown
    assert "answer      record 3: feed/lawn accepted" in shown
    assert "erased: record 5 (assessment, case, plan), by keeper on" in cli(
        "audit", "show", str(store_path), "5"
    ).out  # fmt: skip


def test_a_part_can_be_used_again(cli: Cli, store_path: Path, tmp_path: Path) -> None:
    part = tmp_path / "part.json"
    cli("audit", "show", str(store_path), "2", "--part", "assessment", "--output", str(part))
    again = json.loads(cli.on_garden("plan", str(part), "--format", "json").out)
    kept = json.loads(cli("audit", "show", str(store_path), "2", "--part", "plan").out)
    assert again == kept


def test_a_part_that_was_erased_is_told(cli: Cli, store_path: Path) -> None:
    ran = cli("audit", "show", str(store_path), "5", "--part", "plan")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("poise: erased: record 5 ")


def test_verify_says_whole_and_what_was_erased(cli: Cli, store_path: Path) -> None:
    ran = cli("audit", "verify", str(store_path))
    assert ran.code == 0
    assert lines(ran)[0].startswith("erased: record 5 (assessment, case, plan), by keeper on 2026-")
    assert lines(ran)[1].startswith("whole: 9 records, the last with the digest ")
    assert lines(ran)[2] == "without a checkpoint, a cut or rewritten end would not be seen"


def test_verify_names_the_first_record_and_fails(cli: Cli, store_path: Path) -> None:
    with unguarded(store_path) as connection:
        connection.execute("UPDATE record SET body = replace(body, '09:', '10:')")
    ran = cli("audit", "verify", str(store_path))
    assert ran.code == 1
    assert lines(ran)[0] == "altered: record 0: its digest does not fit what it says"
    assert lines(ran)[-1].startswith("not whole: 9 records read, ")
    as_json = json.loads(cli("audit", "verify", str(store_path), "--format", "json").out)
    assert as_json["whole"] is False
    assert as_json["faults"][0]["record"] == 0


def test_a_checkpoint_goes_out_and_comes_back(cli: Cli, store_path: Path, tmp_path: Path) -> None:
    private, public, out = (str(tmp_path / one) for one in ("p.key", "p.pub", "c.json"))
    made = cli("audit", "keygen", "--private", private, "--public", public)
    assert made.code == 0
    assert Path(private).stat().st_mode & 0o077 == 0
    assert cli("audit", "keygen", "--private", private, "--public", public).code == 1
    assert cli("audit", "checkpoint", str(store_path), "--key", private, "--output", out).code == 0
    check = ("audit", "verify", str(store_path), "--checkpoint", out)
    assert cli(*check).code == 2
    ran = cli(*check, "--public-key", public)
    assert ran.code == 0
    assert lines(ran)[-1].startswith("agrees with the checkpoint of ")
    assert lines(ran)[-1].endswith(" at record 8")
    with unguarded(store_path) as connection:
        connection.execute("DELETE FROM record WHERE sequence > 6")
        connection.execute("DELETE FROM payload WHERE record > 6")
    ran = cli(*check, "--public-key", public)
    assert ran.code == 1
    assert any(line.startswith("cut off: record 7: the store ended with") for line in lines(ran))


def test_replay_gives_the_same_bytes(cli: Cli, store_path: Path) -> None:
    ran = cli("audit", "replay", str(store_path))
    assert ran.code == 0
    assert lines(ran)[:2] == ["record 1: the same bytes", "record 2: the same bytes"]
    assert lines(ran)[-1] == "4 of 4 the same; 1 erased"


def test_replay_with_other_rules_tells_what_they_say(
    cli: Cli, store_path: Path, tmp_path: Path
) -> None:
    import shutil

    rules = Path(shutil.copytree(GARDEN, tmp_path / "other"))
    changed = rules / "rules" / "suggestions.yaml"
    changed.write_text(changed.read_text().replace("strength: strong", "strength: option"))
    ran = cli("audit", "replay", str(store_path), "1", "--rules", str(rules))
    assert ran.code == 0
    assert lines(ran)[0].startswith("record 1: differs, with the pack ")
    assert any("arguments[feed.pale_lawn].strength: strong -> option" in one for one in lines(ran))


def test_feedback_and_its_mistakes(cli: Cli, store_path: Path) -> None:
    store = str(store_path)
    ok = cli("audit", "feedback", store, "6", "edited", "--words", "Half.", "--role", "gardener")
    assert (ok.code, ok.out) == (0, "recorded as record 9\n")
    for given, told in (
        (("6", "overriden"), "did you mean 'overridden'?"),
        (("6", "overridden"), "needs a reason"),
        (("6", "overridden", "--reason", "judgment"), "did you mean 'judgement'?"),
        (("6", "overridden", "--reason", "other"), "say it in words"),
        (("6", "accepted", "--reason", "judgement"), "only what is overridden has a reason"),
        (("6", "accepted", "--item", "feed/lwan"), "did you mean 'feed/lawn'?"),
        (("6", "accepted", "--rule", "feed.pale_lwan"), "did you mean 'feed.pale_lawn'?"),
        (("3", "accepted"), "record 3 is no decision"),
        (("5", "accepted"), "was erased"),
        (("77", "accepted"), "there is no record 77"),
    ):
        ran = cli("audit", "feedback", store, *given, "--role", "gardener")
        assert ran.code == 1
        assert told in ran.err, given
    assert cli("audit", "verify", store).code == 0


def test_erasing_and_its_mistakes(cli: Cli, store_path: Path) -> None:
    store, role = str(store_path), ("--role", "keeper")
    assert cli("audit", "erase", store, "--case", "A-2", *role).code == 2
    why = ("--reason", "patient-request")
    ran = cli("audit", "erase", store, "--case", "A-2", *why, *role)
    assert (ran.code, ran.out) == (
        0, "erased what stood beside 2 records; recorded as record 9\n",
    )  # fmt: skip
    for given, told in (
        (("--case", "A-2", *why), "no decision of the case 'A-2' is left"),
        (("--record", "5", *why), "record 5 were erased before"),
        (("--record", "3", *why), "record 3 is no decision"),
        (("--record", "1", "--reason", "because"), "is no reason to erase"),
        (("--due",), "no retention date before "),
    ):
        ran = cli("audit", "erase", store, *given, *role)
        assert ran.code == 1
        assert told in ran.err, given
    assert cli("audit", "verify", store).code == 0


def test_the_report_counts_by_rule_and_version(cli: Cli, store_path: Path) -> None:
    told = lines(cli("audit", "report", str(store_path)))
    assert told[0].startswith("decisions: 5, 2026-06-15 to 2026-06-15 (1 erased")
    (thin,) = [line for line in told if line.startswith("mulch.thin_hedge ")]
    assert thin.endswith("0       0  1 of 1 (100%)")
    (pale,) = [line for line in told if line.startswith("feed.pale_lawn ")]
    assert pale.endswith("1       0  0 of 1 (0%)")
    data = json.loads(cli("audit", "report", str(store_path), "--format", "json").out)
    assert data["reasons"] == {"judgement": 1}
    assert data["rules"][0]["rate"] == 1.0


def test_an_export_is_verified_without_poise(cli: Cli, store_path: Path) -> None:
    told = [json.loads(line) for line in lines(cli("audit", "export", str(store_path)))]
    files = {one["file"]: base64.b64decode(one["base64"]) for one in told if "file" in one}
    assert all(hashlib.sha256(text).hexdigest() == name for name, text in files.items())
    before = "0" * 64
    chain = [one for one in told if "record" in one]
    assert len(chain) == 9
    for one in chain:
        assert hashlib.sha256(one["record"].encode()).hexdigest() == one["digest"]
        record = json.loads(one["record"])
        assert record["previous"] == before
        before = one["digest"]
        for part, beside in one["beside"].items():
            salted = bytes.fromhex(beside["salt"]) + beside["content"].encode()
            assert hashlib.sha256(salted).hexdigest() == record["parts"][part]


# --- stores that are none --------------------------------------------------------------------


@pytest.mark.parametrize("action", ["list", "verify", "replay", "report", "export"])
def test_a_store_that_is_not_there_is_told(cli: Cli, tmp_path: Path, action: str) -> None:
    path = tmp_path / "nowhere.db"
    ran = cli("audit", action, str(path))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"poise: there is no store '{path}'\n    hint: ")
    assert not path.exists()


def test_an_empty_store_and_somebody_elses_database_are_told(cli: Cli, tmp_path: Path) -> None:
    empty, other = tmp_path / "empty.db", tmp_path / "other.db"
    empty.touch()
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE plant (name)")
    connection.close()
    assert "the store is empty" in cli("audit", "verify", str(empty)).err
    for ran in (cli("audit", "verify", str(other)), recorded(cli, other)):
        assert ran.code == 1
        assert "this is a database, but no store of decision records" in ran.err


def test_reading_changes_no_byte(cli: Cli, store_path: Path) -> None:
    before = store_path.read_bytes()
    for action in ("list", "verify", "replay", "report", "export"):
        assert cli("audit", action, str(store_path)).code == 0
    assert store_path.read_bytes() == before


def test_an_action_that_is_none_is_a_mistake_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["audit", "destroy"])
    assert stopped.value.code == 2
    assert "ACTION" in capsys.readouterr().err
