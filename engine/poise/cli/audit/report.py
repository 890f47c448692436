"""`poise audit report`: which rules are overridden, and how often."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from poise.cli.audit.common import add_store
from poise.cli.common import add_output, write

if TYPE_CHECKING:
    from poise.record.rates import Rate, Rates


def configure(parser: argparse.ArgumentParser) -> None:
    add_store(parser)
    add_output(parser, ("text", "json"))


def run(options: argparse.Namespace) -> int:
    from poise.record.opening import read_store
    from poise.record.rates import rates

    with read_store(options.store) as store:
        found = rates(store)
    if options.format == "json":
        data = asdict(found)
        data["rules"] = [asdict(one) | {"rate": one.rate} for one in found.rules]
        write(json.dumps(data, indent=2, ensure_ascii=False), options.output)
    else:
        write("\n".join(_lines(found)), options.output)
    return 0


def _lines(found: Rates) -> Iterator[str]:
    span = f", {found.first[:10]} to {found.last[:10]}" if found.first else ""
    erased = f" ({found.erased} erased: not counted below)" if found.erased else ""
    yield f"decisions: {found.decisions}{span}{erased}"
    yield f"answered: {found.answered}; the others were not overridden, but not answered"
    yield from _counted("candidacy", found.candidacies)
    yield from _counted("packs", found.packs)
    yield from _counted("engine", found.engines)
    yield from _counted("reasons of overrides", found.reasons)
    if not found.rules:
        return
    width = max(len(one.rule) for one in found.rules)
    yield ""
    yield f"{'rule':<{width}}  version       decisions  accepted  edited  overridden"
    for one in found.rules:
        yield _row(one, width)


def _counted(name: str, counts: Mapping[str, int]) -> Iterator[str]:
    if counts:
        yield f"{name}: {', '.join(f'{key} {count}' for key, count in counts.items())}"


def _row(one: Rate, width: int) -> str:
    rate = "" if one.rate is None else f"  {one.overridden} of {one.answered} ({one.rate:.0%})"
    counts = f"{one.decisions:>9}  {one.accepted:>8}  {one.edited:>6}"
    return f"{one.rule:<{width}}  {one.version}  {counts}{rate}"
