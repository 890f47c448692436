"""Determinism: how a pack and an assessment are written changes nothing, on any machine."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

import poise
from poise.engines import ALONE
from poise.planning.case import open_case
from poise.planning.planner import tell
from poise.vocabulary import Text
from theorems import rearranged
from theorems.assessments import HABITS, as_mapping, assessments, read, written
from theorems.cases import seeds, told
from theorems.packs import draft, pack

PROCESS = """
import sys
sys.path[:0] = sys.argv[1].split(":")
from theorems.test_1_determinism import fingerprints
print(*fingerprints(range(*map(int, sys.argv[2:]))))
"""


def fingerprints(numbers: range) -> Iterator[str]:
    """Of each pack and its plans."""
    for seed in numbers:
        found = hashlib.sha256(pack(seed).digest.encode())
        for one in assessments(pack(seed), seed, 4):
            found.update(pack(seed).plan(one).canonical_bytes())
        yield found.hexdigest()


@pytest.mark.parametrize("seed", seeds(12))
def test_order_of_files_rules_and_keys(seed: int, tmp_path: Path) -> None:
    random = Random(f"rearranged {seed}")
    rearranged.write(rearranged.files(random, draft(seed)), tmp_path)
    other = poise.load(tmp_path)
    assert other.digest == pack(seed).digest
    for number, one in enumerate(assessments(pack(seed), seed, 6)):
        with told(number):
            ours, theirs = pack(seed).plan(one), other.plan(one)
            assert ours.as_dict() == theirs.as_dict()
            assert ours.canonical_bytes() == theirs.canonical_bytes()


@pytest.mark.parametrize("seed", seeds(12))
def test_order_and_nesting_of_answers(seed: int) -> None:
    random = Random(f"answers {seed}")
    for number in range(6):
        answers = written(pack(seed), random, HABITS[number % len(HABITS)])
        first = read(pack(seed), answers)
        again = rearranged.assessment(random, pack(seed), answers)
        with told(number, as_mapping(pack(seed), answers), again):
            second = pack(seed).read_assessment(again)
            assert first.digest == second.digest
            ours, theirs = pack(seed).plan(first), pack(seed).plan(second)
            assert ours.canonical_bytes() == theirs.canonical_bytes()


@pytest.mark.parametrize("seed", seeds(8))
def test_texts_titles_and_engines_enter_no_bytes(seed: int) -> None:
    text = next(
        (f.id for f in pack(seed).vocabulary.facts.values() if isinstance(f.kind, Text)), ""
    )
    for number in range(3):
        answers = written(pack(seed), Random(f"texts {seed} {number}"), HABITS[0])
        other = answers | {"title": "Another title"} | ({text: "other words"} if text else {})
        case = open_case(pack(seed), read(pack(seed), answers))
        with told(number):
            expected = pack(seed).plan(case.assessment).canonical_bytes()
            assert pack(seed).plan(read(pack(seed), other)).canonical_bytes() == expected
            assert tell(case, ALONE).canonical_bytes() == expected


def test_another_process_gives_the_same_bytes() -> None:
    numbers = seeds(4)
    expected = list(fingerprints(numbers))
    folders = [str(Path(__file__).parents[1]), str(Path(poise.__file__).parents[1])]
    for hash_seed in ("1", "4242"):
        arguments = [":".join(folders), str(numbers.start), str(numbers.stop)]
        ran = subprocess.run(
            [sys.executable, "-c", PROCESS, *arguments],
            env=os.environ | {"PYTHONHASHSEED": hash_seed},
            cwd=tempfile.gettempdir(),
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout.split() == expected
