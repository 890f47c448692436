"""Reads the views of a pack's diagram: its lines, and where each area lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from poise.diagram import Point, Shape, Stroke, View
from poise.problems import At, Collector, did_you_mean
from poise.reading.linker import Basics
from poise.reading.naming import check_word
from poise.reading.paths import BadPathError, middle, points
from poise.reading.scalars import quoted
from poise.reading.structure import validate
from poise.reading.written import ViewFile
from poise.rules import Area
from poise.source import at
from poise.vocabulary import SIDES

MIRRORED = "mirrored"
"""Written for a side's path: the other side's, reflected about the middle of the view."""


class DiagramReader:
    """Reads view files once all areas are known.

    `written` gives for every area that is written, read or not, what its card says of `paired`.
    """

    def __init__(
        self, areas: Mapping[str, Area], written: Mapping[str, object], basics: Basics
    ) -> None:
        self._areas = areas
        self._written = written
        self._basics = basics
        self._problems: Collector = basics.problems

    def read(self, files: list[tuple[Any, At]]) -> tuple[View, ...]:
        """Every view, in the order of their ids."""
        views: dict[str, View] = {}
        for value, place in files:
            view = self._view(value, place)
            if view is None:
                continue
            if view.id in views:
                self._problems.error(
                    at(value["view"], place),
                    "duplicate-id",
                    f"the view '{view.id}' is drawn twice",
                    "keep one, or rename one",
                )
            views[view.id] = view
        return tuple(views[name] for name in sorted(views))

    def _view(self, value: Any, place: At) -> View | None:
        name = value.get("view")
        noun = f"the view '{name}'" if isinstance(name, str) and name else "a view"
        file = validate(ViewFile, value, self._basics, self._problems, place, noun)
        if file is None:
            return None
        check_word(file.view, "a view", at(value["view"], place), self._problems)
        size = (file.width, file.height)
        for key, length in zip(("width", "height"), size, strict=True):
            if length <= 0:
                self._problems.error(
                    at(value[key], place), "bad-number", f"'{key}' is not above zero", "write 400"
                )
                return None
        for line, written in zip(file.lines, value["lines"], strict=True):
            self._trail(line.path, at(written["path"], place), size)
        return View(
            id=file.view,
            label=file.label,
            about=" ".join(file.about.split()),
            width=file.width,
            height=file.height,
            strokes=tuple(Stroke(_flat(one.path), one.weight, one.mirrored) for one in file.lines),
            shapes=tuple(self._shapes(value["areas"], place, size)),
        )

    def _shapes(self, written: Any, place: At, size: Point) -> Iterator[Shape]:
        for area in sorted(written):
            drawn, where = written[area], at(written.key(area), place)
            if area not in self._areas:
                if area not in self._written:
                    self._problems.error(
                        where,
                        "unknown-name",
                        f"'{area}' is not an area of this pack",
                        did_you_mean(area, self._areas),
                    )
            elif isinstance(drawn, str) and drawn != MIRRORED:
                yield from self._shape(area, "", drawn, False, where, size)
            elif isinstance(drawn, dict) and self._sided(area, drawn, where):
                yield from self._sides(area, drawn, where, size)
            elif not isinstance(drawn, dict):
                self._refuse(drawn, where, f"'{area}' is drawn as a path, not as {quoted(drawn)}")

    def _sided(self, area: str, drawn: Any, where: At) -> bool:
        """Whether the sides of an area may be drawn, and are."""
        if self._written.get(area) == "no":
            self._problems.error(
                at(drawn, where),
                "forbidden-here",
                f"'{area}' has no left and right",
                "draw it as one path, or write 'paired: yes' on its card",
            )
            return False
        for side in drawn:
            if side not in SIDES:
                self._problems.error(
                    at(drawn.key(side), where),
                    "unknown-name",
                    f"{quoted(side)} is not a side",
                    did_you_mean(side, SIDES),
                )
                return False
        if all(path == MIRRORED for path in drawn.values()):
            self._refuse(drawn, where, f"no side of '{area}' is drawn")
            return False
        return True

    def _sides(self, area: str, drawn: Any, where: At, size: Point) -> Iterator[Shape]:
        seen = next(path for path in drawn.values() if path != MIRRORED)
        for side, path in sorted(drawn.items()):
            if not isinstance(path, str):
                self._refuse(path, where, f"a side of '{area}' is a path, not {quoted(path)}")
            else:
                flipped = path == MIRRORED
                said = seen if flipped else path
                yield from self._shape(area, side, said, flipped, at(path, where), size)

    def _shape(
        self, area: str, side: str, path: str, flipped: bool, place: At, size: Point
    ) -> Iterator[Shape]:
        trail = self._trail(path, at(path, place), size)
        if trail:
            x, y = middle(trail)
            yield Shape(
                area,
                side,
                _flat(path),
                flipped,
                (round(size[0] - x if flipped else x, 1), round(y, 1)),
            )

    def _trail(self, path: str, place: At, size: Point) -> tuple[Point, ...]:
        """The points of a path; none, with a problem, where it cannot be drawn on the view."""
        try:
            trail = points(path)
        except BadPathError as error:
            self._refuse(path, place, f"the path {quoted(path)} cannot be read: {error}")
            return ()
        for x, y in trail:
            if not (0 <= x <= size[0] and 0 <= y <= size[1]):
                self._refuse(
                    path,
                    place,
                    f"the path {quoted(path)} leaves the view at {x:g}, {y:g}",
                    f"the view is {size[0]:g} wide and {size[1]:g} high",
                )
                return ()
        return trail

    def _refuse(self, value: Any, place: At, message: str, hint: str = "") -> None:
        told = hint or "write SVG path data, such as 'M 10 10 L 90 10 L 50 80 Z'"
        self._problems.error(at(value, place), "bad-path", message, told)


def _flat(path: str) -> str:
    return " ".join(path.split())
