"""The reference of the command line, from its parsers."""

from __future__ import annotations

import argparse
import importlib
import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import ModuleType

from docs.generating.markup import code, either, fenced, page, sentence, table
from poise import cli
from poise.cli import COMMANDS

Groups = Sequence[tuple[argparse.Action, ...]]

INTRODUCTION = """\
`poise COMMAND --help` tells the same in a terminal. `python -m poise` is `poise`.

An assessment is a YAML or JSON file, its facts nested or dotted; `-` reads standard input. Where no
`--rules` is given, the pack that comes with Poise is used. Problems go to standard error, one
`file:line:column: code: message` each, with a hint where one helps.

A pack that was read before is kept, for exactly these files and this program, in
`$XDG_CACHE_HOME/poise` or `~/.cache/poise`, so that the next command starts at once. A changed file
is always read afresh. `POISE_KEEP=no` keeps nothing."""

EXAMPLES = {
    "plan": "poise plan examples/assessments/demo.yaml --format json --output plan.json",
    "why": "poise why examples/assessments/demo.yaml --item neuromodulator/masseter",
    "why-not": "poise why-not examples/assessments/demo.yaml --item ha_filler/lips",
    "what-if": "poise what-if examples/assessments/demo.yaml --item ha_filler/cheek",
    "questions": "poise questions examples/assessments/half-filled.yaml",
    "check": "poise check --rules my-pack --strict",
    "schema": "poise schema rules --output poise-rules.schema.json",
    "diff": "poise diff main:rules rules --assessments examples/assessments --format markdown",
    "sign-off": "poise sign-off --rules my-pack --by 'A. Example' --role 'medical director'",
    "test": "poise test my-pack/features --rules my-pack",
    "docs": "poise docs --rules my-pack --output pages",
    "audit list": "poise audit list decisions.db --case A-17",
    "audit show": "poise audit show decisions.db 1 --part plan",
    "audit verify": "poise audit verify decisions.db --checkpoint 2026-11.json "
    "--public-key poise.pub",
    "audit replay": "poise audit replay decisions.db 1 --rules my-pack",
    "audit report": "poise audit report decisions.db",
    "audit keygen": "poise audit keygen --private poise.key --public poise.pub",
    "audit checkpoint": "poise audit checkpoint decisions.db --key poise.key --output 2026-11.json",
    "audit export": "poise audit export decisions.db --output decisions.jsonl",
    "audit feedback": "poise audit feedback decisions.db 1 overridden "
    "--item neuromodulator/glabella --reason patient-preference --role clinician",
    "audit erase": "poise audit erase decisions.db --case A-17 --reason patient-request "
    "--role 'privacy officer'",
}


def command_line() -> str:
    """The page."""
    parts = [part for name in COMMANDS for part in _command(name)]
    codes = _exit_codes()
    return page(
        "The command line",
        "the parsers in `engine/poise/cli/`",
        INTRODUCTION,
        *parts,
        "## Exit codes",
        table(("code", "means"), codes),
    )


def _command(name: str) -> Iterator[str]:
    module = importlib.import_module(f"poise.cli.{name.replace('-', '_')}")
    about: Mapping[str, str] = getattr(module, "ACTIONS", {})
    if not about:
        yield from _leaf(name, COMMANDS[name], module)
        return
    yield f"## poise {name}"
    yield sentence(COMMANDS[name])
    for action, told in about.items():
        inner = importlib.import_module(f"{module.__name__}.{action}")
        yield from _leaf(f"{name} {action}", told, inner, level="###")


def _leaf(name: str, about: str, module: ModuleType, level: str = "##") -> Iterator[str]:
    """One command, or one action of a command."""
    parser = argparse.ArgumentParser(prog=f"poise {name}", add_help=False)
    module.configure(parser)
    actions = parser._actions  # noqa: SLF001 - the only way to what a parser takes
    groups = [
        tuple(group._group_actions)  # noqa: SLF001
        for group in parser._mutually_exclusive_groups  # noqa: SLF001
    ]
    yield f"{level} poise {name}"
    yield sentence(about)
    yield fenced(" ".join([f"poise {name}", *_usage(actions, groups)]), "text")
    yield table(("argument", "what it is"), _rows(actions, groups))
    if name in EXAMPLES:
        yield fenced(EXAMPLES[name], "sh")


def _usage(actions: Sequence[argparse.Action], groups: Groups) -> Iterator[str]:
    for action in actions:
        group = _group_of(action, groups)
        if action is group[0]:
            told = " | ".join(map(_shown, group))
            if len(group) > 1:
                yield f"({told})"
            else:
                needed = action.required and action.nargs not in ("*", "?")
                yield told if needed else f"[{told}]"


def _group_of(action: argparse.Action, groups: Groups) -> tuple[argparse.Action, ...]:
    """The arguments of which one is needed, and not both; an argument alone otherwise."""
    return next((one for one in groups if action in one), (action,))


def _shown(action: argparse.Action) -> str:
    if not action.option_strings:
        return f"{_value(action)} ..." if action.nargs == "*" else _value(action)
    flag = action.option_strings[0]
    return flag if action.nargs == 0 else f"{flag} {_value(action)}"


def _value(action: argparse.Action) -> str:
    if action.choices is not None:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return str(action.metavar or action.dest.upper())


def _rows(actions: Iterable[argparse.Action], groups: Groups) -> Iterator[tuple[str, str]]:
    for action in actions:
        about = sentence(action.help or "")
        if action.choices is not None:
            about = f"{either([code(str(one)) for one in action.choices])}. {about}"
        if len(_group_of(action, groups)) > 1:
            about += " One of these is needed, and not both."
        yield code(_shown(action)), about


def _exit_codes() -> list[tuple[str, str]]:
    """The codes, as the command line's own docstring tells them."""
    told = " ".join((inspect.getdoc(cli) or "").split()).partition("Exit codes: ")[2]
    codes = [one.strip().partition(" ") for one in told.rstrip(".").split(";")]
    assert [number for number, _, _ in codes] == ["0", "1", "2", "3"], codes
    return [(number, sentence(about)) for number, _, about in codes]
