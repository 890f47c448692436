"""Where a pack's areas lie on its drawings: views with their lines, and a shape for each area.

The pack draws and the engine knows no figure. A view is as wide and as high as it says, in units of
its own; paths are SVG path data that was checked when the pack was read (`poise.reading.paths`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Weight = Literal["bold", "plain", "fine"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the drawing; `mirrored` draws it on the other side of the middle too."""

    path: str
    weight: Weight = "plain"
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """Where an area lies: one of its sides, or with `side` empty the whole of it.

    `flipped` shapes are drawn reflected about the middle of the view; `middle` is where a mark
    belongs, as it is seen.
    """

    area: str
    side: str
    path: str
    flipped: bool
    middle: Point


@dataclass(frozen=True, slots=True)
class View:
    """One drawing of the pack's diagram."""

    id: str
    label: str
    about: str
    width: float
    height: float
    strokes: tuple[Stroke, ...]
    shapes: tuple[Shape, ...]

    @property
    def areas(self) -> frozenset[str]:
        """The areas that lie on it."""
        return frozenset(shape.area for shape in self.shapes)
