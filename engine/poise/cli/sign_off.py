"""`poise sign-off`: who answers for a pack, or for some of its rules, as they stand today."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from poise.cli.common import Failure, add_pack, day, read_pack
from poise.loading import default_folder
from poise.pack import RulePack
from poise.problems import Collector, did_you_mean
from poise.signing import told
from poise.source import Block, parse

FILE = "sign-off.yaml"
HEAD = """\
# Who answers for which rules, as they stood on that day. `poise sign-off` writes it; what was
# edited since is not signed off. It is no part of the pack's digest.
sign_offs:
"""
SHOWN = 20
"""How many rules are named that nobody signed."""


def configure(parser: argparse.ArgumentParser) -> None:
    add_pack(parser)
    parser.add_argument("--by", metavar="NAME", help="who signs; without it, show who did")
    parser.add_argument("--role", metavar="ROLE", help="in which role")
    parser.add_argument(
        "--rule",
        metavar="ID",
        action="append",
        default=[],
        help="only this rule; may be given more than once (default: the whole pack)",
    )
    parser.add_argument("--date", metavar="DAY", type=day, help="when (default: today)")


def run(options: argparse.Namespace) -> int:
    pack = read_pack(options)
    if options.by is None and options.role is None:
        if options.rule or options.date:
            raise Failure(["poise: say who signs: --by NAME --role ROLE"], 2)
        print("\n".join(_state(pack)))
        return 0
    chosen = _chosen(pack, options.rule)
    marks = {name: one for name, one in pack.marks().items() if name in chosen}
    entry = _entry(
        by=_said(options.by, "--by NAME", "who signs"),
        role=_said(options.role, "--role ROLE", "in which role"),
        day=_past(options.date),
        whole=not options.rule,
        digest=pack.digest,
        marks=marks,
    )
    folder = default_folder() if options.rules is None else Path(options.rules)
    _write(folder / FILE, entry)
    rules = "1 rule" if len(marks) == 1 else f"{len(marks)} rules"
    whole = f"{rules} of" if options.rule else f"the whole pack, {rules}:"
    print(f"signed off: {whole} {pack.head.id} {pack.head.version}, {pack.digest}")
    print(f"written to {folder / FILE}")
    return 0


def _chosen(pack: RulePack, named: Iterable[str]) -> frozenset[str]:
    """The rules to be signed: all that are active, or those that are named."""
    active = frozenset(rule.id for rule in pack.rules if rule.stage == "active")
    wanted = frozenset(named)
    for name in sorted(wanted - active):
        known = pack.rules_by_id.get(name)
        reason = "is not a rule of the pack" if known is None else f"is {known.stage}"
        hint = did_you_mean(name, active) if known is None else "only active rules are signed"
        raise Failure([f"poise: '{name}' {reason}", f"    hint: {hint}" if hint else ""], 2)
    return wanted or active


def _said(given: str | None, option: str, what: str) -> str:
    text = " ".join((given or "").split())
    if not text or not text.isprintable():
        raise Failure([f"poise: say {what}: {option}"], 2)
    return text


def _past(given: datetime.date | None) -> datetime.date:
    today = datetime.date.today()
    if given is not None and given > today:
        raise Failure([f"poise: {given} lies ahead; nobody has signed then yet"], 2)
    return given or today


# --- the file --------------------------------------------------------------------------------


def _entry(
    *, by: str, role: str, day: datetime.date, whole: bool, digest: str, marks: dict[str, str]
) -> str:
    lines = [
        f"  - by: {_quoted(by)}",
        f"    role: {_quoted(role)}",
        f"    date: {day}",
        f"    whole: {'yes' if whole else 'no'}",
        f"    digest: {digest}",
        "    rules:",
        *(f"      {_quoted(name)}: {one}" for name, one in sorted(marks.items())),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z][\w.-]*", text) else json.dumps(text, ensure_ascii=False)


def _write(path: Path, entry: str) -> None:
    """Add an entry, in one step: nobody reads half a file."""
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else HEAD
        text = before + ("" if before.endswith("\n") else "\n") + entry
        if _entries(text) != (_entries(before) if path.exists() else 0) + 1:
            raise Failure(
                [f"poise: '{path}' is not as 'poise sign-off' writes it, and is left as it is"], 1
            )
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=".sign-off-", delete=False
        ) as file:
            file.write(text)
        os.chmod(file.name, 0o644)
        Path(file.name).replace(path)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise Failure([f"poise: '{path}': {reason}"], 2) from None


def _entries(text: str) -> int:
    """How many sign-offs a file holds; below zero where it cannot be read."""
    read = parse(text, FILE, Collector())
    listed = read.get("sign_offs") if isinstance(read, Block) else None
    return len(listed) if isinstance(listed, list) else -1


# --- what is signed --------------------------------------------------------------------------


def _state(pack: RulePack) -> Iterable[str]:
    """Who answers for the pack as it stands, and which rules nobody answers for."""
    signed, head = pack.signatures, pack.head
    yield f"{head.id} {head.version}, {pack.digest}"
    if signed.whole is None:
        yield "the pack as a whole: not signed off"
    elif signed.valid:
        yield f"the pack as a whole: signed off by {told(signed.whole)}"
    else:
        yield f"the pack as a whole: not signed off; edited since {told(signed.whole)}"
    active = [rule.id for rule in pack.rules if rule.stage == "active"]
    left = [name for name in active if name not in signed.by_rule]
    yield f"{len(active) - len(left)} of {len(active)} rules are signed off as they stand"
    if left and signed.by_rule:
        yield "not signed off:"
        yield from (f"  {name}: {pack.rules_by_id[name].title}" for name in left[:SHOWN])
        if len(left) > SHOWN:
            yield f"  and {len(left) - SHOWN} more"
