"""Numbers over time as a native chart that carries its own workbook."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Emu, Pt

from dashboard.publish.drawingml import Box, units
from dashboard.story.briefing.scene import Scene

SIZE = Pt(14)
YEARS_APART = 5
WORKBOOK_EPOCH = date(1899, 12, 30)
"""Day 0 of a workbook."""
PERIODS = (("baseTimeUnit", "days"), ("majorUnit", ""), ("majorTimeUnit", "years"))


def add_chart(shapes: Any, scene: Scene, box: Box, colour: str, last: date, alt: str) -> Any:
    """Add the steps of a scene up to the day ``last``, in a colour (``#rrggbb``).

    Every day stands twice, with the number before and after it, so that the line steps.
    """
    days, numbers = _stepped(scene, last)
    data = CategoryChartData(number_format="0")
    data.categories = days
    data.add_series(scene.title, numbers)
    place = (
        Emu(units(box.left)),
        Emu(units(box.top)),
        Emu(units(box.width)),
        Emu(units(box.height)),
    )
    frame = shapes.add_chart(XL_CHART_TYPE.LINE, *place, data)
    frame.name = "Chart"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    _axes(chart, days)
    series = chart.plots[0].series[0]
    series.smooth = False
    series.format.line.color.rgb = RGBColor.from_string(colour[1:].upper())
    series.format.line.width = Pt(3)
    _label(series, numbers)
    return frame


def _stepped(scene: Scene, last: date) -> tuple[list[date], list[int]]:
    first, *others = scene.steps
    days, numbers = [first.day], [first.number]
    for step in others:
        days += [step.day, step.day]
        numbers += [numbers[-1], step.number]
    return [*days, max(last, days[-1])], [*numbers, numbers[-1]]


def _axes(chart: Any, days: Sequence[date]) -> None:
    for axis in (chart.category_axis, chart.value_axis):
        axis.tick_labels.font.size = SIZE
        axis.tick_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        axis.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    chart.category_axis.tick_labels.number_format = "yyyy"
    chart.category_axis.tick_labels.number_format_is_linked = False
    lines = chart.value_axis.major_gridlines.format.line
    lines.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    chart.value_axis.minimum_scale = 0
    chart.category_axis.minimum_scale = (date(days[0].year, 1, 1) - WORKBOOK_EPOCH).days
    years = days[-1].year - days[0].year
    apart = YEARS_APART if years > 2 * YEARS_APART else 1
    _periods(chart.category_axis._element, apart)


def _periods(axis: Any, years: int) -> None:
    """A mark every so many years; these elements have their place, the last ones of an axis."""
    space = axis.tag.split("}")[0]
    for name, value in PERIODS:
        for old in axis.findall(f"{space}}}{name}"):
            axis.remove(old)
        element = axis.makeelement(f"{space}}}{name}")
        element.set("val", value or str(years))
        axis.append(element)


def _label(series: Any, numbers: list[int]) -> None:
    """The peak and the last value say their numbers."""
    peak = numbers.index(max(numbers)) if numbers else 0
    last = len(numbers) - 1
    places = {last: XL_LABEL_POSITION.ABOVE}
    if numbers[peak] != numbers[last]:
        places = {peak: XL_LABEL_POSITION.ABOVE, last: XL_LABEL_POSITION.BELOW}
    for index, position in sorted(places.items()):
        label = series.points[index].data_label
        frame = label.text_frame
        run = frame.paragraphs[0].add_run()
        run.text = str(numbers[index])
        run.font.size = Pt(16)
        run.font.bold = True
        label.position = position
