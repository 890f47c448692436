"""Problems: what is wrong, where, and what to do, as values.

Whoever reads a file collects problems and goes on, so that one run tells all of them; nothing
with an error is ever loaded in part. How messages are worded: lower case, no full stop, in the
words of the clinic, quoting what was written, never naming a Python type. `CODES` is closed: each
code has a page under `docs/errors/`, and a golden test.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Set
from dataclasses import asdict, dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "notice"]
"""An error stops the loading; a warning can be made to count; a notice, of a day that went by, is
only told."""

CODES: dict[str, str] = {
    "ambiguous-cases": "two cases of a measure can hold at once",
    "bad-base": "the pack that this one extends does not load",
    "bad-date": "a date cannot be read",
    "bad-duration": "a length of time cannot be read",
    "bad-formula": "a formula cannot be read",
    "bad-name": "a name is written in a way that nothing could speak of it",
    "bad-number": "a number cannot be read, or is outside its range",
    "bad-path": "a shape of the diagram cannot be drawn",
    "bad-template": "a `because` cannot be read as a template",
    "bare-side": "a fact per side or area is used without saying which",
    "breaks-base": "a change leaves the pack that this one extends with a problem",
    "circular-wait": "rules wait for each other's treatments, and none can come first",
    "cites-untested": "a `because` cites what its rule does not test",
    "contradictory-orders": "orders contradict each other on some plan",
    "cycle": "names depend on each other in a circle",
    "divides-by-zero": "a divisor can be zero within the declared ranges",
    "duplicate-id": "a name is declared twice",
    "duplicate-key": "a key is written twice in one mapping",
    "empty-file": "a file, or a place in it, holds nothing",
    "endless-deferral": "however long one waits, a deferral does not end",
    "engine-limit": "the pack is larger than the second engine can hold",
    "finding-not-concluded": "a rule tests a finding that no active rule concludes",
    "forbidden-here": "something stands where it has no meaning",
    "given-twice": "a fact is given more than once",
    "group-not-screened": "a group is answered in one word that its vocabulary does not allow",
    "idle-test": "a test of a rule never matters",
    "lowest-level": "a rule concludes the level that means absence",
    "matches-nothing": "a selector or a test can match nothing",
    "missing-field": "a required field is missing",
    "missing-file": "a file or folder is not there",
    "mixed-units": "amounts that cannot be compared are added",
    "never-established": "no assessment can establish a value of a finding",
    "never-holds": "no assessment can make a rule hold",
    "not-applicable": "a value is given for a fact that does not apply",
    "not-decided": "the solver can neither prove nor refute something",
    "not-replaced": "something is listed as replaced, and nothing replaces it",
    "not-utf8": "a file is not text in UTF-8",
    "outside-folder": "a link leads out of the pack's folder",
    "proof-refuted": "something that must always hold does not",
    "sequence-dropped": "an optional sequence would contradict the others, and is left out",
    "superfluous-rule": "whatever a rule does, another does too",
    "too-deep": "values are nested too deeply",
    "too-large": "a file, or a folder, is too large",
    "too-many": "there are more problems than anybody would read",
    "unknown-field": "a field does not exist here",
    "unknown-language": "the pack is written for another version of the language",
    "unknown-name": "a name is not declared",
    "wrong-kind": "a value is of another kind than expected here",
    "wrong-operator": "a test does not suit the kind of its fact",
    "wrong-side-of-date": "a date lies on the wrong side of the assessment",
    "yaml": "the file is not valid YAML",
    "yaml-alias": "anchors and aliases are not part of the rule language",
}
"""Every code, with what it stands for."""

MOST = 500
"""How many problems one run tells. Looking for what was meant takes time, and nobody reads more."""
_LONGEST = 80


class At(NamedTuple):
    """A place in a file; lines and columns count from 1, and 0 means that there is none."""

    file: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake at one place. `hint` says what to do; it may be empty."""

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        head = f"{place}: {self.code}: {self.message}"
        return f"{head}\n    hint: {self.hint}" if self.hint else head

    def as_json(self) -> dict[str, str | int]:
        return asdict(self)


class TooManyProblemsError(Exception):
    """A collector holds `MOST` problems; whoever began the reading stops it."""


class Collector:
    """Gathers problems while something is read; lives no longer than that reading."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def error(self, at: At, code: str, message: str, hint: str = "") -> None:
        """Note an error; raises `TooManyProblemsError` when there are enough."""
        self._note(Problem(at.file, at.line, at.column, code, message, hint))

    def warning(self, at: At, code: str, message: str, hint: str = "") -> None:
        self._note(Problem(at.file, at.line, at.column, code, message, hint, "warning"))

    def pass_on(self, problem: Problem) -> None:
        """Note a problem that another collector has found."""
        self._note(problem)

    def _note(self, problem: Problem) -> None:
        assert problem.code in CODES, problem.code
        if len(self._found) >= MOST:
            self._found.add(
                Problem(
                    problem.file,
                    0,
                    0,
                    "too-many",
                    f"there are more than {MOST} problems, and the rest is not told",
                    "mend these first; is this the right file?",
                )
            )
            raise TooManyProblemsError
        self._found.add(problem)

    def sorted(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> bool:
        return any(problem.severity == "error" for problem in self._found)


def did_you_mean(written: str, names: Iterable[str]) -> str:
    """A hint that names the nearest of `names`, or lists them where they are few."""
    known = sorted(names) if isinstance(names, Set) else list(dict.fromkeys(names))
    near = nearest(written, known)
    if near:
        return f"did you mean '{near}'?"
    if 0 < len(known) <= 12:
        return f"one of: {', '.join(known)}"
    return ""


def nearest(written: str, names: Iterable[str]) -> str:
    """The name that was probably meant: a misspelt one, or the last part of a dotted one."""
    if len(written) > _LONGEST:
        return ""
    known = {_folded(name): name for name in sorted(names, reverse=True)}
    tails = {name.rsplit(".", 1)[-1]: known[name] for name in sorted(known, reverse=True)}
    for spellings in (known, tails):
        found = difflib.get_close_matches(_folded(written), list(spellings), n=1, cutoff=0.6)
        if found:
            return spellings[found[0]]
    return ""


def _folded(name: str) -> str:
    """A name as it sounds: capitals, hyphens and spaces are the commonest slips."""
    return name.casefold().replace("-", "_").replace(" ", "_")
