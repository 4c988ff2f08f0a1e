"""A line of steps keeps its height until the next point."""

from dashboard.panels.drawing import StepLine
from dashboard.panels.markup import markup


def test_a_line_of_steps_goes_across_and_then_up() -> None:
    line = StepLine([(0.25, 0.5), (0.5, 1)], "line")
    assert 'd="M0 100.00H25.00V50.00H50.00V0.00H100"' in markup(line)


def test_a_line_without_steps_lies_on_the_ground() -> None:
    assert 'd="M0 100.00H100"' in StepLine([], "line").svg
