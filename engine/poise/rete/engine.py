"""durable-rules' C module in the one shape that survived testing.

No host and no threads of its own: one lock, one session at a time, deleted after each run; a boot
fact that fires first, since the engine crashes when a session is deleted in which nothing fired;
facts asserted from the firing loop, one at a time, each drained before the next.
"""

from __future__ import annotations

import importlib
import os
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, cast

from poise.lower import Symbol
from poise.rete.errors import FaultError
from poise.rete.ruleset import BOOT_FACT, BOOT_FIRING, FIRING, SESSION, Source


class _Module(Protocol):
    """What is used of `durable_rules_engine`."""

    def create_ruleset(self, name: str, rules: str, /) -> int: ...
    def delete_ruleset(self, handle: int, /) -> None: ...
    def assert_fact(self, handle: int, fact: str, /) -> tuple[int, int]: ...
    def start_action_for_state(self, handle: int, state: int, /) -> tuple[str, str] | None: ...
    def complete_and_start_action(self, handle: int, state: int, /) -> str | None: ...
    def delete_state(self, handle: int, session: str, /) -> None: ...
    @property
    def error(self) -> type[Exception]: ...


def _imported() -> _Module | None:
    try:
        return cast(_Module, importlib.import_module("durable_rules_engine"))
    except ImportError:
        return None


_engine = _imported()
_MATCHED, _UNMATCHED = 0, 1

_lock = threading.Lock()


def lock() -> threading.Lock:
    """The one lock; held while any session is open."""
    return _lock


def _renew_lock() -> None:
    """A lock that another thread held when the process was copied would never be released."""
    global _lock
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_renew_lock)


def available() -> bool:
    """Whether durable-rules can be imported; CPython 3.13 cannot."""
    return _engine is not None


class Ruleset:
    """A compiled ruleset and its only session."""

    def __init__(self, source: Source) -> None:
        if _engine is None:
            raise FaultError("durable-rules cannot be imported by this Python")
        self._engine = _engine
        self._derives = source.derives
        try:
            self._handle = _engine.create_ruleset("poise", source.text)
        except _engine.error as failure:
            raise FaultError(str(failure)) from failure
        self._state = 0
        self.discard = weakref.finalize(self, _discard, _engine, self._handle, os.getpid())
        """Frees the compiled rules; happens by itself when the ruleset is dropped."""

    @contextmanager
    def session(self) -> Iterator[None]:
        """An empty working memory; whatever happens, nothing of it is left."""
        try:
            self._boot()
            try:
                yield
            finally:
                self._engine.delete_state(self._handle, SESSION)
        except self._engine.error as failure:
            raise FaultError(str(failure)) from failure

    def derive(self, fact: str) -> list[Symbol]:
        """The symbols that rules derive from a fact."""
        code, _ = self._engine.assert_fact(self._handle, fact)
        if code == _UNMATCHED:
            return []
        if code != _MATCHED:
            raise FaultError(f"a fact was not taken, with code {code}")
        try:
            return [self._derives[firing] for firing in self._firings()]
        except KeyError as firing:
            raise FaultError(f"a rule fired on a fact that it does not read: {firing}") from None

    def _boot(self) -> None:
        code, self._state = self._engine.assert_fact(self._handle, BOOT_FACT)
        if code != _MATCHED or self._firings() != [BOOT_FIRING]:
            raise FaultError("the engine misreads numbers; the process's locale may write 0,5")

    def _firings(self) -> list[str]:
        started = self._engine.start_action_for_state(self._handle, self._state)
        firing = started[1] if started else None
        firings: list[str] = []
        while firing is not None:
            firings.append(firing[FIRING])
            firing = self._engine.complete_and_start_action(self._handle, self._state)
        return firings


def _discard(engine: _Module, handle: int, process: int) -> None:
    # A forked child never runs the copy that it holds: see `Network`.
    if os.getpid() == process:
        engine.delete_ruleset(handle)
