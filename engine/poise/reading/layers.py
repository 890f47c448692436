"""Reads a pack with the pack that it extends: what it retires, replaces and adds, all checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from poise.check.structure import check_contents, report_circle
from poise.contents import Contents
from poise.grounding import CyclicFindings, Ground, ground
from poise.problems import At, Collector, Problem, TooManyProblemsError
from poise.reading.bases import Chain, Folder
from poise.reading.departures import changes, check, entries, refuse_alone, told
from poise.reading.files import Files, read_files
from poise.reading.joining import Key, inventory, join
from poise.reading.members import grafted
from poise.reading.pack import LANGUAGE, link
from poise.source import at


@dataclass(frozen=True, slots=True)
class Checked:
    """A pack that was read and checked: its files, with those below it, and what they come to."""

    files: Files
    contents: Contents
    ground: Ground
    folders: tuple[str, ...]
    """How messages name its folder, and those below it."""


def read_checked(folder: Folder, chain: Chain, problems: Collector) -> Checked | None:
    """Read a pack and all that it extends; None where there are problems."""
    with suppress(TooManyProblemsError):
        own = read_files(folder.path, folder.shown, problems)
        if own.head is None or "extends" not in own.head:
            if own.head is not None:
                refuse_alone(own.head, problems)
            return _checked(grafted(own, problems), {}, (folder.shown,), problems)
        base = _base(own, folder, chain, problems)
        if base is not None:
            return _Extending(folder, own, base, problems).checked()
    return None


def _base(own: Files, folder: Folder, chain: Chain, problems: Collector) -> Checked | None:
    """The pack that a pack extends, or None with a problem where it says so."""
    written = own.head["extends"]
    place = at(written, own.head_at)
    found = chain.found(folder, written, problems, own.head_at)
    if found is None:
        return None
    silent = Collector()
    base = read_checked(found, chain, silent)
    if base is not None:
        return base
    errors = [one for one in silent.sorted() if one.severity == "error"]
    language = next((one for one in errors if one.code == "unknown-language"), None)
    if language is not None:
        problems.error(
            place,
            "unknown-language",
            f"'{found.shown}', which this pack extends, is written for another version of the "
            f"rule language than {LANGUAGE}",
            "extend a version of it that is written for this one",
        )
        return None
    first = errors[0]
    where = f"{first.file}:{first.line}" if first.line else first.file
    problems.error(
        place,
        "bad-base",
        f"'{found.shown}', which this pack extends, does not load: {where}: {first.message}",
        f"see all its problems with 'poise check --rules {found.shown}'",
    )
    return None


class _Extending:
    """One reading of a pack over the pack that it extends."""

    def __init__(self, folder: Folder, own: Files, base: Checked, problems: Collector) -> None:
        self._own = own
        self._base = base
        self._problems = problems
        self._entries = entries(own.head)
        self._folders = (folder.shown, *base.folders)
        self._below = inventory(base.files)
        self._mine = inventory(own)

    def checked(self) -> Checked | None:
        check(self._own.head, self._entries, self._below, self._mine, self._problems)
        trial = Collector()
        found = self._read(frozenset(), trial)
        problems = trial.sorted()
        broken = {one for one in problems if one.severity == "error" and self._is_of_base(one)}
        for one in problems:
            if one not in broken:
                self._problems.pass_on(one)
        for one in sorted(self._unexplained(broken)):
            self._problems.pass_on(one)
        return None if self._problems.errors else found

    def _read(self, but: Collection[Key], problems: Collector) -> Checked | None:
        """The whole; `but` are things that stay as the base has them, or are not added."""
        listed = [one for one in self._entries if one.key not in but]
        gone = {one.key for one in listed}
        stays = (set(self._below) - gone) | set(but)
        joined = grafted(join(self._base.files, self._own, gone, stays), problems)
        base = self._base.contents
        over = {
            "base": base.as_base(),
            "changes": changes(listed, self._below, inventory(joined)),
            "signed_below": (*base.sign_offs, *base.signed_below),
        }
        return _checked(joined, over, self._folders, problems)

    def _is_of_base(self, problem: Problem) -> bool:
        return problem.file.startswith(tuple(f"{one}/" for one in self._base.folders))

    def _unexplained(self, broken: set[Problem]) -> set[Problem]:
        """Tell what breaks the base where it is brought about; what is left cannot be told so.

        The base loads by itself, so each of these problems comes from this pack: from whatever
        takes the problem away as soon as it alone is not done.
        """
        left = set(broken)
        for entry in self._entries if left else ():
            caused = self._gone_without(entry.key, broken)
            if caused:
                self._tell(entry.place, f"{entry.noun} is {entry.how}", caused, _NEED[entry.how])
            left -= caused
        for key in sorted(set(self._mine) - set(self._below)):
            caused = self._gone_without(key, left) if left else set()
            if caused:
                self._tell(self._mine[key].place, f"{told(key)} is added", caused, _NEED["added"])
            left -= caused
        return left

    def _gone_without(self, key: Key, broken: set[Problem]) -> set[Problem]:
        """Which of these problems there are no more where one change is not made."""
        trial = Collector()
        self._read({key}, trial)
        there = set(trial.sorted())
        told_late = there - broken - set(self._problems.sorted())
        return {one for one in broken - there if not (told_late and one.code in _LATE)}

    def _tell(self, place: At, done: str, caused: set[Problem], hint: str) -> None:
        first = min(caused)
        more = f", and {len(caused) - 1} more" if len(caused) > 1 else ""
        self._problems.error(
            place,
            "breaks-base",
            f"{done}, and then the pack that this one extends has a problem: "
            f"{first.file}:{first.line}: {first.message}{more}",
            hint,
        )


_LATE = frozenset({"cycle"})
"""Codes that are looked for only where nothing else is wrong."""
_NEED = {
    "retired": "retire or replace what needs it too, or keep it",
    "replaced": "let what replaces it serve that too, or replace what needs it",
    "added": "mend it, or replace what it does not go with",
}


def _checked(
    files: Files,
    over: Mapping[str, Any],
    folders: tuple[str, ...],
    problems: Collector,
) -> Checked | None:
    """Link files, and check what they come to; None where there are problems.

    `over` is what the contents hold of the pack that is extended.
    """
    contents = link(files, problems)
    if contents is None or problems.errors:
        return None
    contents = replace(contents, **over)
    with suppress(TooManyProblemsError):
        check_contents(contents, problems)
        if not problems.errors:
            grounded = _grounded(contents, problems)
            if grounded is not None:
                return Checked(files, contents, grounded, folders)
    return None


def _grounded(contents: Contents, problems: Collector) -> Ground | None:
    try:
        return ground(contents.vocabulary, contents.rules)
    except CyclicFindings as error:
        report_circle(contents, error.path, problems)
        return None
