"""Every lint: a fixture that breaks it, told where it stands, and one that keeps it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import poise
from goldens.cases import BASE
from poise.check.exercising import exercise
from poise.check.lints import CODES, LINTS, PAGES, lint
from poise.cli import main
from poise.problems import CODES as ERRORS
from poise.problems import Problem

FIXTURES = Path(__file__).parent / "lints"
DAY = datetime.date(2026, 11, 22)
EACH = pytest.mark.parametrize("code", [one.code for one in LINTS])


def fixture_of(code: str) -> Mapping[str, Any]:
    written: Mapping[str, Any] = yaml.safe_load((FIXTURES / f"{code}.yaml").read_text("utf-8"))
    return written


def pack_with(text: str, folder: Path, head: str = "") -> Path:
    """The golden pack with more declarations or rules, and perhaps more in its head."""
    pack = folder / "pack"
    shutil.copytree(BASE, pack)
    declared, _, rules = text.partition("rules:\n")
    place = "evidence" if declared.startswith("sources:") else "vocabulary"
    written = {place: declared, "considerations": f"rules:\n{rules}" if rules else ""}
    for kind, content in written.items():
        if content.strip():
            (pack / kind).mkdir(exist_ok=True)
            (pack / kind / "more.yaml").write_text(content, encoding="utf-8")
    with (pack / "pack.yaml").open("a", encoding="utf-8") as file:
        file.write(head)
    return pack


def told(pack: Path, day: datetime.date = DAY, feature: str = "") -> list[Problem]:
    """What the lints say of what was added, and of the head; perhaps with a feature beside it."""
    loaded, seen = poise.load(pack), None
    if feature:
        (pack / "features").mkdir()
        (pack / "features" / "more.feature").write_text(feature, encoding="utf-8")
        seen = exercise(loaded, pack, set())
    found = lint(loaded.contents, day, seen)
    return [one for one in found if one.file.endswith(("more.yaml", "pack.yaml"))]


@EACH
def test_a_breach_is_told_where_it_stands(code: str, tmp_path: Path) -> None:
    fixture = fixture_of(code)
    found = told(pack_with(fixture["bad"], tmp_path), feature=fixture.get("bad_feature", ""))
    (one,) = [one for one in found if one.code == code]
    wanted = fixture["problem"]
    assert f"{Path(one.file).name}:{one.line}:{one.column}" == wanted["at"]
    assert one.message == wanted["message"]
    assert one.hint == wanted["hint"]
    assert one.severity == wanted.get("severity", "warning")


@EACH
def test_what_is_meant_instead_keeps_it(code: str, tmp_path: Path) -> None:
    fixture = fixture_of(code)
    pack = pack_with(fixture["good"], tmp_path)
    assert told(pack, feature=fixture.get("good_feature", "")) == []


@EACH
def test_its_page_says_avoid_prefer_and_why(code: str) -> None:
    (page,) = [module for module in PAGES if module.LINT.code == code]
    assert page.__name__.endswith(code.replace("-", "_"))
    said = page.__doc__ or ""
    places = [said.index(word) for word in ("Avoid: ", "Prefer: ", "Why: ")]
    assert places == sorted(places)


def test_codes_are_of_one_kind_alone() -> None:
    assert not set(CODES) & set(ERRORS)
    assert {path.stem for path in FIXTURES.iterdir()} == {one.code for one in LINTS}


# --- allowing ----------------------------------------------------------------------------------

BARE = "rules:\n  - {id: cheek.think, title: Think, consider: Look%s}\n"
ALLOWED = ", allow: {no-evidence: The author's own.}"


def test_a_rule_may_be_allowed_to_break_one(tmp_path: Path) -> None:
    assert told(pack_with(BARE % ALLOWED, tmp_path)) == []


def test_a_pack_may_be_allowed_to_break_one(tmp_path: Path) -> None:
    head = "allow: {no-evidence: Written for tests.}\n"
    assert told(pack_with(BARE % "", tmp_path, head)) == []


def test_an_allowance_needs_a_reason(tmp_path: Path) -> None:
    with pytest.raises(poise.PackError, match="no-evidence"):
        poise.load(pack_with(BARE % ", allow: {no-evidence: ''}", tmp_path))


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        ("same-rule", "'cheek.think' allows 'same-rule', and nothing breaks it"),
        ("no-evidense", "'cheek.think' allows 'no-evidense', which is no lint"),
    ],
)
def test_an_allowance_in_vain_is_told(allowed: str, said: str, tmp_path: Path) -> None:
    text = BARE % f", evidence: M1, allow: {{{allowed}: Perhaps.}}"
    (one,) = told(pack_with(text, tmp_path))
    assert (one.code, one.message, one.line) == ("idle-allow", said, 2)


def test_what_may_be_overdue_one_day_is_not_in_vain(tmp_path: Path) -> None:
    text = BARE % ", evidence: M1, allow: {review-overdue: It never changes.}"
    assert told(pack_with(text, tmp_path)) == []


def test_what_a_pack_extends_is_left_to_that_one(tmp_path: Path) -> None:
    pack_with(BARE % "", tmp_path)
    head = "id: own\ntitle: Our own\nversion: 1.0.0\nlanguage: 1\nextends: ../pack\n"
    head += "publisher: Nobody\nreleased: 2026-11-22\n"
    own = tmp_path / "own"
    own.mkdir()
    (own / "pack.yaml").write_text(head, encoding="utf-8")
    text = "rules:\n  - {id: nose.think, title: Think, consider: Look again}\n"
    (own / "rules.yaml").write_text(text, encoding="utf-8")
    found = lint(poise.load(own).contents, DAY)
    assert [one.message for one in found] == ["'nose.think' cites no source"]


# --- the command -------------------------------------------------------------------------------

OVERDUE = BARE % ", evidence: M1, review_by: 2026-01-01"


def test_a_day_that_went_by_never_fails_a_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = ("no-evidence", "strong-on-weak", "unread-fact", "unread-measure", "unexercised-rule")
    head = f"allow: {{{', '.join(f'{code}: x' for code in broken)}}}\n"
    pack = str(pack_with(OVERDUE, tmp_path, head))
    assert main(["check", "--strict", "--rules", pack, "--as-of", "2026-01-02"]) == 0
    assert "notice: " in (late := capsys.readouterr().out)
    assert "1 notice" in late
    assert main(["check", "--strict", "--rules", pack, "--as-of", "2026-01-01"]) == 0
    assert "no problems" in capsys.readouterr().out


def test_a_breach_counts_where_warnings_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = str(pack_with(BARE % "", tmp_path))
    assert main(["check", "--rules", pack]) == 0
    assert "warning: " in capsys.readouterr().out
    assert main(["check", "--rules", pack, "--strict"]) == 1


def test_a_day_that_cannot_be_read_is_a_mistake_of_use(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["check", "--as-of", "tomorrow"])
    assert stop.value.code == 2
    assert "'tomorrow' is not a day such as 2026-11-22" in capsys.readouterr().err
