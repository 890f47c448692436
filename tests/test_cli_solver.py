"""The command line without the solver, and what never loads it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from commands import ENVIRONMENT, PALE, Cli
from gardens import GARDEN

HELD = "import sys; from poise.cli import main; main({}); sys.exit('z3' in sys.modules)"


def test_a_plan_never_loads_the_solver(cli: Cli) -> None:
    for arguments in (["plan", cli.file(PALE)], ["check", "--quick"]):
        given = [*arguments, "--rules", str(GARDEN)]
        code = [sys.executable, "-c", HELD.format(given)]
        ran = subprocess.run(code, capture_output=True, env=os.environ | ENVIRONMENT, check=False)
        assert ran.returncode == 0, ran.stderr


@pytest.mark.parametrize("command", ["check", "what-if"])
def test_a_missing_solver_is_told_in_one_line(
    cli: Cli, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POISE_KEEP", "no")
    for name in [one for one in sys.modules if one.startswith(("poise.solver", "z3"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    monkeypatch.delitem(sys.modules, "poise.check.standings", raising=False)
    monkeypatch.delitem(sys.modules, "poise.check.inquiry", raising=False)
    monkeypatch.delitem(sys.modules, "poise.explain.searching", raising=False)
    about = (cli.file(PALE), "--item", "feed/lawn") if command == "what-if" else ()
    ran = cli.on_garden(command, *about)
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "pip install 'poise[solver]'" in ran.err
