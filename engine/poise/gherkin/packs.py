"""Which pack a feature belongs to: the one beside which, or in which, it stands."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from poise.gherkin.failures import StepError, problem_lines
from poise.gherkin.words import Words
from poise.loading import load_or_problems
from poise.pack import RulePack

HEAD = "pack.yaml"
FEATURES = "features"
RULES = "rules"


def pack_of(feature: Path) -> Path | None:
    """The folder of the pack that a feature belongs to, from its own folder upwards.

    It stands in the pack's folder, beside a folder `rules`, or in `features` beside the only pack
    that there is.
    """
    for folder in feature.resolve().parents:
        for found in (folder, folder / RULES):
            if (found / HEAD).is_file():
                return found
        if folder.name == FEATURES:
            packs = [one.parent for one in sorted(folder.parent.glob(f"*/{HEAD}"))]
            if len(packs) == 1:
                return packs[0]
    return None


def features_of(pack: Path, said: str) -> Path | None:
    """Where a pack's features stand: where it says, inside its folder, or beside it."""
    if said:
        return pack / said if (pack / said).exists() else None
    for found in (pack / FEATURES, pack.resolve().parent / FEATURES):
        if found.is_dir():
            return found
    return None


def is_whole(features: Iterable[str]) -> bool:
    """Whether these are all the features that stand where they stand."""
    seen = {Path(one).resolve() for one in features}
    for feature in seen:
        pack = pack_of(feature)
        folder = features_of(pack, "") if pack is not None else None
        beside = feature.parent if folder is None else folder
        if not set(beside.resolve().rglob("*.feature")) <= seen:
            return False
    return True


class Packs:
    """Loads each pack once for a run of scenarios."""

    def __init__(self, named: Path | None = None, loaded: RulePack | None = None) -> None:
        """`named` is the folder of the pack for the whole run; `loaded`, that pack."""
        self._named = named
        self._loaded = {} if loaded is None else {named: Words(loaded)}

    def of(self, feature: Path) -> Words:
        """The pack of a feature, or the one named for the whole run; else the built-in one."""
        folder = self._named or pack_of(feature)
        if folder not in self._loaded:
            pack, problems = load_or_problems(folder)
            if pack is None:
                raise StepError(
                    f"the pack '{folder or 'built in'}' cannot be loaded", problem_lines(problems)
                )
            self._loaded[folder] = Words(pack)
        return self._loaded[folder]
