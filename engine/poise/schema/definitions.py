"""The shared definitions of one schema, each made once and referred to by name."""

from __future__ import annotations

from collections.abc import Callable

from poise.schema.words import Json, reference


class Definitions:
    """Grows while one schema is made; lives no longer than that."""

    def __init__(self) -> None:
        self._made: dict[str, Json] = {}

    def refer(self, name: str, make: Callable[[], Json]) -> Json:
        """A reference to a definition, which is made when it is first spoken of.

        It may refer to itself.
        """
        if name not in self._made:
            self._made[name] = {}
            self._made[name].update(make())
        return reference("$defs", name)

    def keep(self, name: str, schema: Json) -> Json:
        """A reference to a definition that is made already."""
        return self.refer(name, lambda: schema)

    def all(self) -> dict[str, Json]:
        return dict(sorted(self._made.items()))
