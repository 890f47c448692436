"""What was erased is gone, and the chain says that it was erased."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from gardens import GARDEN, assessed, whole
from poise.record import RecordError, decide, keep, read_store, verify
from poise.record.erasure import erase_case, erase_decision, erase_due
from poise.record.feedback import answer
from record.stores import PALE, opened

WORDS = "zinnias by the third gate"
REMARK = "Anna's garden"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with one decision of a case that can be looked for in its bytes."""
    kept = keep(whole(), GARDEN)
    with opened(tmp_path / "s.db") as store:
        given = assessed(PALE | {"site.remark": REMARK}, title=REMARK)
        decide(store, kept, given, case="CASE-4711", role="gardener")
        answer(store, 1, "edited", role="gardener", words=WORDS)
        decide(store, kept, given, case="CASE-4712", retain_until=datetime.date(2030, 1, 1))
    return tmp_path / "s.db"


def written(path: Path) -> bytes:
    """Every byte that the store has on the disk."""
    return b"".join(one.read_bytes() for one in sorted(path.parent.glob("s.db*")))


def test_titles_and_free_text_are_never_recorded(path: Path) -> None:
    assert WORDS.encode() in written(path)
    assert REMARK.encode() not in written(path)


def test_what_was_erased_stands_in_no_file_any_more(path: Path) -> None:
    with opened(path) as store:
        erase_decision(store, 1, role="keeper", reason="patient-request", words="As asked.")
        left = written(path)
    assert WORDS.encode() not in left
    assert b"CASE-4711" not in left
    assert b"CASE-4712" in left


def test_an_erasure_says_by_whom_when_and_why(path: Path) -> None:
    with opened(path) as store:
        erase_case(store, "CASE-4711", role="keeper", reason="ordered")
        verdict = verify(store)
    assert verdict.whole
    assert [(one.record, one.parts, one.by, one.reason) for one in verdict.erased] == [
        (1, ("assessment", "case", "plan"), "keeper", "ordered"),
        (2, ("feedback",), "keeper", "ordered"),
    ]
    assert all(one.time.startswith("2026-06-15T") for one in verdict.erased)


def test_what_is_due_goes_the_day_after_its_date(path: Path) -> None:
    with opened(path) as store:
        with pytest.raises(RecordError, match="no retention date before 2030-01-01 is left"):
            erase_due(store, datetime.date(2030, 1, 1), role="keeper")
        assert verify(store).erased == ()
        erase_due(store, datetime.date(2030, 1, 2), role="keeper")
        assert {one.record for one in verify(store).erased} == {3}


def test_a_commitment_says_nothing_to_whoever_guesses(path: Path) -> None:
    """The same content twice has two commitments: each has a salt, which goes with it."""
    with read_store(path) as store, store.reading() as connection:
        from poise.record.reading import find

        one, other = (find(connection, number).record for number in (1, 3))
    assert one.parts["plan"] != other.parts["plan"]
