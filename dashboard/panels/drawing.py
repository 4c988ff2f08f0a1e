"""Small drawings in the page: a line of steps. Dash has no components for SVG."""

from collections.abc import Sequence
from dataclasses import dataclass


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


def _down(y: float) -> str:
    return f"{100 * (1 - y):.2f}"
