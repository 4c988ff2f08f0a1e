"""SVG drawings for the page, for which Dash has no components."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias


@dataclass(frozen=True)
class Shape:
    """One path of a drawing; ``attributes`` are those of its element."""

    path: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def svg(self) -> str:
        """The path as HTML."""
        written = "".join(f' {name}="{escape(value)}"' for name, value in self.attributes)
        return f'<path d="{self.path}"{written}></path>'


@dataclass(frozen=True)
class Layers:
    """Shapes in layers, each with a class by which the style sheet finds it; the last on top.

    ``size`` is width and height in the units of the paths; what lies beyond is cut off. ``name``
    is the class of the whole.
    """

    layers: Sequence[tuple[str, Sequence[Shape]]]
    size: tuple[int, int]
    name: str

    @property
    def svg(self) -> str:
        """The drawing as HTML."""
        groups = "".join(
            f'<g class="{name}">{"".join(shape.svg for shape in shapes)}</g>'
            for name, shapes in self.layers
        )
        width, height = self.size
        return (
            f'<svg class="{self.name}" viewBox="0 0 {width} {height}" aria-hidden="true">'
            f"{groups}</svg>"
        )


@dataclass(frozen=True)
class Hatching:
    """Patterns of parallel lines for standings, each with the degrees by which it is turned.

    An area is filled with ``url(#hatch-<standing>)``; the style sheet gives the colours.
    """

    turns: Sequence[tuple[str, int]]

    @property
    def svg(self) -> str:
        """The patterns as HTML; nothing of them is seen by itself."""
        patterns = "".join(
            f'<pattern id="hatch-{standing}" data-standing="{standing}" data-turn="{turn}" '
            f'width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate({turn})">'
            '<rect width="7" height="7"></rect>'
            '<rect class="hatch-line" width="1.4" height="7"></rect></pattern>'
            for standing, turn in self.turns
        )
        return (
            f'<svg class="hatching" width="0" height="0" aria-hidden="true">'
            f"<defs>{patterns}</defs></svg>"
        )


@dataclass(frozen=True)
class StepLine:
    """A line that keeps its height from one point to the next. Points are x and y from 0 to 1,
    y upwards; the line stretches to the box that the style sheet gives it."""

    points: Sequence[tuple[float, float]]
    name: str

    @property
    def svg(self) -> str:
        """The drawing as HTML."""
        path = f"M0 {_down(0)}"
        for x, y in self.points:
            path += f"H{100 * x:.2f}V{_down(y)}"
        return (
            f'<svg class="{self.name}" viewBox="0 0 100 100" preserveAspectRatio="none" '
            f'aria-hidden="true"><path d="{path}H100" vector-effect="non-scaling-stroke"></path>'
            "</svg>"
        )


Drawing: TypeAlias = Layers | Hatching | StepLine
"""What can stand in the page beside Dash's components."""


def _down(y: float) -> str:
    return f"{100 * (1 - y):.2f}"
