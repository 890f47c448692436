"""`poise scenarios`: drafts scenarios for rules, for the clinical lead to accept or correct."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from poise.cli.common import Failure, add_pack, missing, read_pack, write
from poise.loading import default_folder
from poise.pack import RulePack
from poise.problems import did_you_mean
from poise.rules import Rule

if TYPE_CHECKING:
    from poise.drafting.draft import Drafted


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule",
        nargs="*",
        metavar="RULE",
        help="the rules to draft for (default: those of which the features lack something)",
    )
    add_pack(parser)
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="write there, not to the terminal; a folder takes a feature for each file of rules",
    )
    parser.epilog = (
        "What stands after Then is what the pack answers today, to be accepted or corrected. "
        "Ends with 1 where something could not be drafted, and tells why."
    )


def run(options: argparse.Namespace) -> int:
    pack = read_pack(options)
    rules = tuple(_rule(pack, one) for one in dict.fromkeys(options.rule))
    try:
        drafted = list(_told(_drafts(options, pack, rules)))
    except ModuleNotFoundError as error:
        raise missing(error, "drafting scenarios needs", "test,solver") from None
    _write(pack, drafted, options.output)
    for one in drafted:
        for why in one.left_out:
            print(f"{one.rule.id}: not drafted: {why}", file=sys.stderr)
    return 1 if any(one.left_out for one in drafted) else 0


def _rule(pack: RulePack, name: str) -> Rule:
    active = {rule.id: rule for rule in pack.rules if rule.stage == "active"}
    if name not in active:
        hint = did_you_mean(name, active)
        said = f"poise: '{name}' is no active rule of the pack '{pack.head.id}'"
        raise Failure([f"{said}; {hint}" if hint else said], 2)
    return active[name]


def _drafts(
    options: argparse.Namespace, pack: RulePack, rules: tuple[Rule, ...]
) -> Iterable[Drafted]:
    from poise.drafting.asked import drafts_for, drafts_for_gaps
    from poise.gherkin.packs import FEATURES, features_of

    folder = default_folder() if options.rules is None else Path(options.rules)
    features = features_of(folder, pack.head.features) or folder / FEATURES
    return drafts_for(pack, features, rules) if rules else drafts_for_gaps(pack, features)


def _told(drafts: Iterable[Drafted]) -> Iterator[Drafted]:
    """Tells on a terminal how far it is."""
    done = 0
    for one in drafts:
        done += 1
        if sys.stderr.isatty():
            print(f"\r\x1b[Kdrafted {done}: {one.rule.id}", end="", file=sys.stderr, flush=True)
        yield one
    if done and sys.stderr.isatty():
        print(file=sys.stderr)


def _write(pack: RulePack, drafted: list[Drafted], output: str | None) -> None:
    from poise.drafting.feature import by_file, feature

    if not any(one.drafts for one in drafted):
        print("nothing to draft", file=sys.stderr)
    elif output is None or not Path(output).is_dir():
        write(feature("Drafted scenarios", drafted), output)
    else:
        for name, title, listed in by_file(pack, drafted):
            write(feature(title, listed), str(Path(output) / name))
