"""What the checks by solver share: one pack, what was found clean before, and one world."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from poise.assessment import Assessment
from poise.check.cone import Cone
from poise.check.flowing import flow
from poise.conditions import Test
from poise.grounding import Effect
from poise.pack import RulePack
from poise.problems import At, Problem
from poise.rules import Rule
from poise.trees import lines
from poise.writing import document

if TYPE_CHECKING:
    from poise.check.inquiry import Inquiry
    from poise.reading.spots import Spots


class Kept(Container[str], Protocol):
    """Remembers what was found clean, by the digest of what it rests on."""

    def add(self, digest: str, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Told:
    """A problem of a rule, a finding, a measure or a fact, which is named."""

    about: str
    problem: Problem


class Asking:
    """One run of the checks over a pack, read from `path`.

    The solver is loaded when there is something to ask; the files are read again, for the places
    of lines, when there is something to tell.
    """

    def __init__(self, pack: RulePack, path: str | Path | None = None) -> None:
        self.pack = pack
        self.cone = Cone(pack)
        self._path = path

    @cached_property
    def inquiry(self) -> Inquiry:
        from poise.check.inquiry import Inquiry

        return Inquiry(self.pack)

    @cached_property
    def spots(self) -> Spots | None:
        from poise.reading.spots import spots_of

        return spots_of(self._path)

    def active(self) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.pack.rules if rule.stage == "active")

    def propositions(self, rule: Rule) -> tuple[str, ...]:
        """A rule's proposition at each of its places."""
        places = self.pack.vocabulary.places(rule.each)
        return tuple(f"{rule.id}@{place}" for place in places) or (rule.id,)

    def effects(self, rule: Rule) -> tuple[Effect, ...]:
        """What a rule does, at each of its places."""
        return self._effects.get(rule.id, ())

    @cached_property
    def _effects(self) -> Mapping[str, tuple[Effect, ...]]:
        found: dict[str, list[Effect]] = {}
        for effect in self.pack.ground.effects:
            found.setdefault(effect.rule.id, []).append(effect)
        return {name: tuple(effects) for name, effects in found.items()}

    def tests_of(self, name: str) -> tuple[Test, ...]:
        """Every test of a fact, measure or finding that rules make."""
        return self._tests.get(name, ())

    @cached_property
    def _tests(self) -> Mapping[str, tuple[Test, ...]]:
        found: dict[str, dict[Test, None]] = {}
        for condition in self.pack.ground.conditions.values():
            for line in lines(condition):
                found.setdefault(line.fact, {})[line.test] = None
        return {name: tuple(tests) for name, tests in found.items()}

    def place(self, name: str) -> At:
        """Where a rule, a fact, a measure or a finding is declared."""
        contents = self.pack.contents
        return contents.places.get(name) or contents.declared[name]

    def shown_by(self, shows: Callable[[Assessment], bool], propositions: Iterable[str]) -> str:
        """The smallest assessment that shows something while one of these surely holds, in words.

        Raises `UndecidedError`.
        """
        for name in propositions:
            found = self.inquiry.example(shows, self.inquiry.truths(name).true)
            if found is not None:
                return self.shown(found)
        return ""

    def shown(self, one: Assessment) -> str:
        """How an assessment is told that shows something."""
        return f"shown by {flow(document(one, self.pack.vocabulary))}"

    def told(
        self, about: str, code: str, said: str, hint: str = "", place: At | None = None
    ) -> Told:
        """A warning about something, where it stands unless another place is given."""
        return Told(about, Problem(*(place or self.place(about)), code, said, hint, "warning"))
