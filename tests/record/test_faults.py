"""What happens to a store when things go wrong: nothing that was said to be recorded is lost."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import poise
from commands import run
from gardens import GARDEN, assessed, whole
from poise.record import RecordError, Store, decide, keep, open_store, read_store, verify
from poise.record.layout import LAYOUT
from poise.record.replay import replay_all
from record.stores import PALE, Ticking, faults, opened, rows

KILLS = int(os.environ.get("POISE_KILLS", "30"))
OLDER = Path(__file__).parent / "layout-1.db"
ENVIRONMENT = os.environ | {
    "PYTHONPATH": os.pathsep.join(
        [str(Path(poise.__file__).parents[1]), str(Path(__file__).parents[1])]
    )
}
WORDS = {"feedback": b'{"words":"' + b"x" * 3000 + b'"}'}


def append(path: Path, count: int = 1, **more: object) -> int:
    """Append so many records, one transaction each; returns the number of the last."""
    last = 0
    with open_store(path, patience=0.1, **more) as store:  # type: ignore[arg-type]
        for _ in range(count):
            with store.writing() as writing:
                last = writing.append("feedback", "", WORDS, {"about": 0}).record.sequence
    return last


# --- kill -9 ---------------------------------------------------------------------------------


def test_nothing_that_was_said_is_lost_when_the_writer_is_killed(tmp_path: Path) -> None:
    """`POISE_KILLS=500` kills as often."""
    ran = subprocess.run(
        [sys.executable, "-m", "record.killing", str(tmp_path / "s.db"), str(KILLS)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["records"] > KILLS


# --- no room ---------------------------------------------------------------------------------

FILLING = """\
import resource, signal, sys
from pathlib import Path
from record.test_faults import append
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    for _ in range(500):
        print(append(Path(sys.argv[1])), flush=True)
except Exception as error:
    print(f"{type(error).__name__}: {error}", file=sys.stderr)
"""


def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    ran = subprocess.run(
        [sys.executable, "-c", FILLING, str(path)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    said = int(ran.stdout.split()[-1])
    assert ran.stderr.startswith("RecordError: ")
    assert "nothing was recorded" in ran.stderr
    with read_store(path) as store:
        assert verify(store).newest == said
    assert append(path) == said + 1
    assert faults(path) == ()


def fill(store: Store) -> None:
    for _ in range(20):
        with store.writing() as writing:
            writing.append("feedback", "", WORDS, {"about": 1})


def test_a_full_database_is_told_and_goes_on_when_there_is_room(store_path: Path) -> None:
    with opened(store_path) as store:
        with store.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(RecordError) as caught:
            fill(store)
        assert "there is no room left to write; nothing was recorded" in str(caught.value)
        assert "make room" in caught.value.hint
    last = rows(store_path, "record")[-1][0]
    assert append(store_path) == last + 1
    assert faults(store_path) == ()


# --- others ----------------------------------------------------------------------------------


def test_two_writers_at_once_write_one_chain(tmp_path: Path) -> None:
    """Processes, from the first moment on: the store is not even there yet."""
    code = "import sys; from pathlib import Path; from record.stores import *\n"
    code += "from poise.record import open_store\n"
    code += "with open_store(sys.argv[1], patience=60) as store:\n"
    code += "    for _ in range(40):\n"
    code += "        with store.writing() as w: w.append('feedback', '', {}, {'about': 0})\n"
    path = tmp_path / "s.db"
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], env=ENVIRONMENT) for _ in range(3)
    ]
    assert [one.wait() for one in running] == [0, 0, 0]
    with read_store(path) as store:
        verdict = verify(store)
    assert (verdict.records, verdict.faults) == (121, ())


def test_threads_share_a_store(tmp_path: Path) -> None:
    kept = keep(whole(), GARDEN)
    with open_store(tmp_path / "s.db") as store:
        threads = [
            threading.Thread(target=decide, args=(store, kept, assessed(PALE))) for _ in range(6)
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        verdict = verify(store)
    assert (verdict.records, verdict.faults) == (7, ())


def test_a_store_that_somebody_holds_locked_is_told(store_path: Path) -> None:
    other = sqlite3.connect(store_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match="another program holds the store locked") as caught:
        append(store_path)
    assert "nothing was recorded" in str(caught.value)
    assert faults(store_path) == ()  # whoever reads does not wait
    other.execute("COMMIT")
    other.close()
    assert append(store_path) == 9


def fail(store: Store) -> None:
    with store.writing() as writing:
        writing.append("feedback", "", WORDS, {"about": 1})
        writing.append("feedback", "", {}, {"about": 1 // 0})


def test_a_transaction_that_fails_leaves_nothing(store_path: Path) -> None:
    before = rows(store_path, "record")
    with opened(store_path) as store, pytest.raises(ZeroDivisionError):
        fail(store)
    assert rows(store_path, "record") == before
    assert append(store_path) == len(before)


def test_nothing_is_written_after_a_last_record_that_was_altered(store_path: Path) -> None:
    from record.stores import unguarded

    with unguarded(store_path) as connection:
        connection.execute("UPDATE record SET body = body || ' ' WHERE sequence = 8")
    with pytest.raises(RecordError, match="record 8, the last one, was altered"):
        append(store_path)
    assert rows(store_path, "record")[-1][0] == 8


# --- a damaged file --------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.02, 0.2, 0.4, 0.6, 0.8, 0.95])
def test_a_truncated_file_is_told_with_how_far_it_can_be_read(
    store_path: Path, share: float
) -> None:
    size = store_path.stat().st_size
    os.truncate(store_path, int(size * share) // 4096 * 4096)
    ran = run("audit", "verify", str(store_path))
    assert ran.returncode == 1
    told = (ran.stdout + ran.stderr).decode()
    assert any(word in told for word in ("the file is damaged", "the store is empty"))
    assert "Traceback" not in told


def test_a_file_of_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Dear Sir or Madam, " * 900)
    for act in (append, faults):
        with pytest.raises(RecordError, match="this is not a store of decision records"):
            act(path)


# --- time ------------------------------------------------------------------------------------


def test_a_clock_that_goes_back_changes_no_order(tmp_path: Path) -> None:
    clock = Ticking()
    with opened(tmp_path / "s.db", clock) as store:
        for step in (0, -7200, 0):
            clock.now += datetime.timedelta(seconds=step)
            with store.writing() as writing:
                writing.append("feedback", "", {}, {"about": 0})
        verdict = verify(store)
    assert verdict.whole
    (note,) = verdict.notes
    assert note.startswith("record 2 bears an earlier time than the one before it")
    assert "1:59:59" in note


@pytest.mark.parametrize("hours", [-11, 0, 5.5])
def test_times_are_recorded_in_utc(tmp_path: Path, hours: float) -> None:
    zone = datetime.timezone(datetime.timedelta(hours=hours))
    moment = datetime.datetime(2026, 6, 15, 12, tzinfo=datetime.UTC).astimezone(zone)
    with open_store(tmp_path / "s.db", clock=lambda: moment) as store, store.writing() as writing:
        kept = writing.append("feedback", "", {}, {"about": 0})
    assert kept.record.time == "2026-06-15T12:00:00.000000Z"


# --- layouts ---------------------------------------------------------------------------------


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A store of layout 1, as Poise wrote it then."""
    return Path(shutil.copy(OLDER, tmp_path / "older.db"))


def layout(path: Path) -> int:
    connection = sqlite3.connect(path)
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.close()
    return found


def test_an_older_store_is_verified_as_it_is(older: Path) -> None:
    before = older.read_bytes()
    assert faults(older) == ()
    assert older.read_bytes() == before


def test_an_older_store_is_raised_when_it_is_written_and_that_is_recorded(older: Path) -> None:
    before = rows(older, "record")
    assert append(older) == len(before) + 1
    after = rows(older, "record")
    assert after[: len(before)] == before
    assert '"kind":"upgrade"' in after[len(before)][2]
    assert '"from":1,' in after[len(before)][2]
    assert layout(older) == LAYOUT
    with read_store(older) as store:
        assert verify(store).whole
        assert sum(one.gone for one in replay_all(store)) == 1


@pytest.mark.parametrize("act", [append, faults])
def test_a_newer_store_is_told_and_left_alone(
    store_path: Path, act: Callable[[Path], object]
) -> None:
    connection = sqlite3.connect(store_path)
    connection.execute(f"PRAGMA user_version = {LAYOUT + 1}")
    connection.close()
    before = store_path.read_bytes()
    with pytest.raises(RecordError) as caught:
        act(store_path)
    assert f"has layout {LAYOUT + 1}, and this Poise knows layouts up to {LAYOUT}" in str(
        caught.value
    )
    assert "newer Poise" in caught.value.hint
    assert store_path.read_bytes() == before
