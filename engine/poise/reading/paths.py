"""SVG path data of a pack's drawings, read far enough to know that it is sound and where it lies.

Lines and Bézier curves, absolute or relative: `M L H V C S Q T Z`. Arcs are left out, since curves
draw all that they could. What is read here reaches a page as it stands, so nothing else may pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from poise.diagram import Point

TOKEN = re.compile(
    r"[ \t\r\n,]*(?:(?P<command>[MLHVCSQTZmlhvcsqtz])"
    r"|(?P<number>[-+]?(?:[0-9]{1,6}(?:\.[0-9]{0,6})?|\.[0-9]{1,6})(?![0-9])))"
)
TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}
STEPS = 8
"""Into how many straight pieces a curve is cut."""


class BadPathError(ValueError):
    """Path data that cannot be read; the message says what is wrong, in the words of a problem."""


def points(data: str) -> tuple[Point, ...]:
    """Points along a path, close enough together to tell where it lies. Raises BadPathError."""
    pen = _Pen()
    for command, numbers in _commands(data):
        pen.draw(command, numbers)
    if len(pen.trail) < 2:
        raise BadPathError("it draws nothing")
    return tuple(pen.trail)


def middle(trail: Sequence[Point]) -> Point:
    """The centre of what a path encloses; of a path that encloses nothing, of its points."""
    closed = [*trail, trail[0]]
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(closed))
    if abs(twice) < 1e-6:
        xs, ys = [x for x, _ in trail], [y for _, y in trail]
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    across = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairwise(closed))
    down = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairwise(closed))
    return across / (3 * twice), down / (3 * twice)


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with its numbers; repeated numbers repeat their command."""
    command, numbers, place = "", list[float](), 0
    text = data.strip(" \t\r\n")
    while place < len(text):
        found = TOKEN.match(text, place)
        if found is None:
            raise BadPathError(f"'{text[place:].strip()[:12]}' is no part of a path")
        place = found.end()
        if found["command"]:
            yield from _taken(command, numbers)
            command, numbers = found["command"], []
        elif not command:
            raise BadPathError("it begins with a number")
        else:
            numbers.append(float(found["number"]))
    yield from _taken(command, numbers)


def _taken(command: str, numbers: list[float]) -> Iterator[tuple[str, list[float]]]:
    if not command:
        return
    takes = TAKES[command.upper()]
    if (takes == 0) != (not numbers) or (takes and len(numbers) % takes):
        what = "no number" if takes == 0 else f"{takes} number{'s' if takes > 1 else ''} at a time"
        raise BadPathError(f"'{command}' takes {what}, and has {len(numbers)}")
    if takes == 0:
        yield command, []
    for start in range(0, len(numbers), takes or 1):
        yield command, numbers[start : start + takes]
        command = {"M": "L", "m": "l"}.get(command, command)


class _Pen:
    """Follows a path; lives as long as it is drawn."""

    def __init__(self) -> None:
        self.trail: list[Point] = []
        self._start: Point = (0.0, 0.0)
        self._bend: tuple[str, Point] | None = None

    @property
    def _here(self) -> Point:
        return self.trail[-1]

    def draw(self, command: str, numbers: Sequence[float]) -> None:
        kind = command.upper()
        if not self.trail and kind != "M":
            raise BadPathError(f"it begins with '{command}', and a path begins with 'M'")
        origin = self._here if command.islower() and self.trail else (0.0, 0.0)
        match kind:
            case "Z":
                targets = [self._start]
            case "H":
                targets = [(numbers[0] + origin[0], self._here[1])]
            case "V":
                targets = [(self._here[0], numbers[0] + origin[1])]
            case _:
                pairs = zip(numbers[::2], numbers[1::2], strict=True)
                targets = [(x + origin[0], y + origin[1]) for x, y in pairs]
        if kind in ("S", "T"):
            targets.insert(0, self._smooth(kind))
        self._go(kind, targets)

    def _smooth(self, kind: str) -> Point:
        """The handle that continues the curve before it."""
        x, y = self._here
        if self._bend is None or self._bend[0] != {"S": "C", "T": "Q"}[kind]:
            return x, y
        bent = self._bend[1]
        return 2 * x - bent[0], 2 * y - bent[1]

    def _go(self, kind: str, targets: list[Point]) -> None:
        self._bend = None
        if kind == "M":
            self._start = targets[-1]
        if len(targets) > 1:
            self._bend = ("C" if len(targets) == 3 else "Q", targets[-2])
            handles = [self._here, *targets]
            self.trail += [_along(handles, step / STEPS) for step in range(1, STEPS)]
        self.trail.append(targets[-1])


def _along(handles: Sequence[Point], share: float) -> Point:
    """A point of a Bézier curve."""
    while len(handles) > 1:
        handles = [
            (x1 + (x2 - x1) * share, y1 + (y2 - y1) * share)
            for (x1, y1), (x2, y2) in pairwise(handles)
        ]
    return handles[0]
