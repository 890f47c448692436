"""Runs the features of a pack through pytest, with no Python of the author's and no settings."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import entry_points
from pathlib import Path

from poise.loading import default_folder, load_or_problems

PLUGIN = "poise.gherkin.plugin"
SETTINGS = Path(__file__).parent / "settings.ini"
"""Settings of our own, so that those of a project around the pack change nothing."""
DONE, FAILED, USAGE = 0, 1, 2


def run(
    paths: Sequence[str | Path] = (),
    rules: str | Path | None = None,
    *,
    extra: Sequence[str] = (),
    listeners: Sequence[object] = (),
) -> int:
    """Run features: those of the pack in `rules` (or the built-in one), or only those in `paths`.

    0: all hold. 1: one does not, the pack has problems, or an extra is missing. 2: there is nothing
    to run. `extra` goes to pytest as it is, and `listeners` are plugins of pytest's that hear what
    becomes of them.
    """
    if importlib.util.find_spec("pytest_bdd") is None:
        return _stop("features need pytest and pytest-bdd: pip install 'poise[test]'", FAILED)
    folder = Path(rules) if rules is not None else default_folder()
    pack, problems = load_or_problems(rules)
    if pack is None:
        return _stop("\n".join(map(str, problems)), FAILED)
    from poise.gherkin.packs import features_of

    chosen = [Path(one) for one in paths]
    if not chosen:
        found = features_of(folder, pack.head.features)
        if found is None:
            return _stop(f"no features stand beside the pack '{pack.head.id}'", USAGE)
        chosen = [found]
    for one in chosen:
        if not Path(str(one).partition("::")[0]).exists():
            return _stop(f"there is no '{one}'", USAGE)
    from poise.gherkin.kept import HandsOn

    return _pytest(chosen, folder, extra, (HandsOn(pack), *listeners))


def _pytest(
    chosen: Iterable[Path], folder: Path, extra: Sequence[str], listeners: Sequence[object]
) -> int:
    import pytest

    root = folder.resolve().parent
    settings = ["-c", str(SETTINGS), f"--rootdir={root}", "--noconftest", "--assert=plain"]
    quiet = ["-p", "no:cacheprovider", "--no-header", "--tb=short", f"--poise-rules={folder}"]
    loaded = [argument for name in plugins() for argument in ("-p", name)]
    code = pytest.main(
        [*settings, *quiet, *loaded, *extra, *map(str, chosen)], plugins=list(listeners)
    )
    return {pytest.ExitCode.OK: DONE, pytest.ExitCode.TESTS_FAILED: FAILED}.get(
        pytest.ExitCode(code), USAGE
    )


def plugins() -> tuple[str, ...]:
    """What pytest has to be told to load: the plugin, unless an installed Poise brings it."""
    brought = {one.value for one in entry_points(group="pytest11")}
    return () if PLUGIN in brought else (PLUGIN,)


def _stop(message: str, code: int) -> int:
    sys.stderr.write(f"{message}\n")
    return code
