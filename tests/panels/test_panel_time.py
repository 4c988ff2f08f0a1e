"""The time bar and the lanes: every mark lies on its track, at its day."""

from dataclasses import replace
from datetime import date

import pytest
from dash.development.base_component import Component
from panels.trees import by_class, by_id, props, words

from dashboard.panels.contents import Contents
from dashboard.panels.explore.lanes import lanes
from dashboard.panels.time_bar import TimeSpan, ticks_of, time_bar
from dashboard.panels.view import View
from dashboard.record.dates import FIRST_DAY

SHORT = TimeSpan("2025–26", date(2025, 1, 1), date(2026, 3, 31))
LONG = TimeSpan("since 1997", date(1997, 1, 1), date(2026, 12, 31))
LAST = date(2026, 2, 20)
LEAVERS = ["EST", "FIN", "LTU", "LVA", "POL", "UKR"]


def percentages(tree: Component) -> list[float]:
    """Every place and width along a track."""
    styles = [
        props(item)["style"]
        for item in by_class(tree, "lane-mark") + by_class(tree, "lane-bar")
        if "style" in props(item)
    ]
    return [
        float(style[name].rstrip("%"))
        for style in styles
        for name in ("left", "width")
        if name in style
    ]


@pytest.mark.parametrize("span", [SHORT, LONG], ids=lambda span: span.label)
def test_a_span_runs_from_nought_to_a_hundred(span: TimeSpan) -> None:
    assert span.percent(span.first) == 0
    assert span.percent(span.last) == 100


def test_a_short_span_is_ticked_every_third_month() -> None:
    assert ticks_of(SHORT) == [
        (date(2025, 1, 1), "2025"),
        (date(2025, 4, 1), "Apr"),
        (date(2025, 7, 1), "Jul"),
        (date(2025, 10, 1), "Oct"),
        (date(2026, 1, 1), "2026"),
    ]


def test_a_long_span_is_ticked_every_fifth_year() -> None:
    assert [label for _, label in ticks_of(LONG)] == [
        "2000",
        "2005",
        "2010",
        "2015",
        "2020",
        "2025",
    ]


def test_ticks_and_marks_lie_on_the_track(body: Component) -> None:
    bar = by_id(body, "time-bar")
    for scale in by_class(bar, "scale"):
        marks, ticks = scale.children
        assert marks.children
        assert ticks.children
        for item in [*marks.children, *ticks.children]:
            assert 0 <= float(item.style["left"].rstrip("%")) <= 100
        for mark in marks.children:
            assert 20 < float(mark.style["height"].rstrip("%")) <= 100


def test_a_mark_grows_with_what_happened_and_stays_in_its_span() -> None:
    days = [date(2025, 6, 27)] * 3 + [date(2026, 1, 10)] * 9 + [date(2012, 7, 1), date(1996, 1, 1)]
    short, long = (
        scale.children[0].children
        for scale in by_class(time_bar([SHORT, LONG], days, LONG.last), "scale")
    )
    assert [mark.style["height"] for mark in short] == ["60%", "100%"]
    assert [mark.style["height"] for mark in long] == ["33%", "60%", "100%"]


def test_the_slider_reaches_from_the_first_day_to_the_last(
    body: Component, contents: Contents
) -> None:
    slider = props(by_id(body, "date-slider"))
    first, last = (
        (day - FIRST_DAY).days for day in (contents.spans[0].first, contents.spans[0].last)
    )
    assert (slider["min"], slider["max"], slider["step"]) == (first, last, 1)
    assert slider["value"] == (contents.first_day - FIRST_DAY).days


@pytest.mark.parametrize(("day", "span"), [(date(2025, 6, 27), 0), (date(1999, 3, 1), 1)])
def test_the_bar_shows_a_day_in_the_first_span_that_holds_it(day: date, span: int) -> None:
    bar = time_bar([SHORT, LONG], [], day)
    shown = [
        props(scale)["data-span"] for scale in by_class(bar, "scale") if not props(scale)["hidden"]
    ]
    assert shown == [span]
    assert props(by_id(bar, "date-field"))["value"] == day.isoformat()
    slider = props(by_id(bar, "date-slider"))
    assert slider["min"] <= slider["value"] == (day - FIRST_DAY).days <= slider["max"]


def test_each_span_has_a_scale_and_a_button(body: Component, contents: Contents) -> None:
    bar = by_id(body, "time-bar")
    assert [props(scale)["data-span"] for scale in by_class(bar, "scale")] == [0, 1]
    [buttons] = by_class(bar, "spans")
    assert [words(button) for button in buttons.children] == [span.label for span in contents.spans]


def test_the_six_states_on_their_way_have_lanes(body: Component) -> None:
    lanes = {
        props(lane)["data-lane"]: lane
        for lane in by_class(body, "lane")
        if "data-lane" in props(lane)
    }
    assert sorted(lanes) == LEAVERS
    for lane in lanes.values():
        places = percentages(lane)
        assert places
        assert all(0 <= place <= 100 for place in places)


def test_a_countdown_is_a_bar_from_notice_to_effect(body: Component, contents: Contents) -> None:
    [lane] = [item for item in by_class(body, "lane") if props(item).get("data-lane") == "FIN"]
    [bar] = by_class(lane, "lane-bar")
    first, last = (contents.spans[0].percent(day) for day in (date(2025, 7, 10), date(2026, 1, 10)))
    assert bar.style["left"] == f"{first}%"
    assert float(bar.style["width"].rstrip("%")) == pytest.approx(last - first, abs=0.001)


def test_a_suspension_has_no_countdown(body: Component) -> None:
    [lane] = [item for item in by_class(body, "lane") if props(item).get("data-lane") == "UKR"]
    assert not by_class(lane, "lane-bar")
    assert "suspension" in {props(mark).get("data-role") for mark in by_class(lane, "lane-mark")}


def test_what_is_known_to_the_month_is_a_stretch_of_that_month(
    body: Component, contents: Contents
) -> None:
    [lane] = [item for item in by_class(body, "lane") if props(item).get("data-lane") == "LTU"]
    april = by_class(lane, "lane-spell")[0]
    first, last = (contents.spans[0].percent(date(2025, 4, day)) for day in (1, 30))
    assert april.style["left"] == f"{first}%"
    assert float(april.style["width"].rstrip("%")) == pytest.approx(last - first, abs=0.001)
    assert "April 2025, day not known" in props(april)["title"]


def test_many_votes_of_one_day_are_one_mark(contents: Contents) -> None:
    vote = next(
        item for item in contents.happenings if item.role == "vote" and item.iso_a3 == "FIN"
    )
    votes = [replace(vote, id=f"vote-{number}", title=f"Vote {number}") for number in range(7)]
    tree = lanes(contents.ledger.pack.states, votes, contents.spans[0], View(LAST))
    [mark] = by_class(tree, "lane-mark")
    assert props(mark)["title"] == (
        "Vote 0; Vote 1; Vote 2; Vote 3; Vote 4; and 2 more, 19 June 2025"
    )


def test_objections_stand_in_the_lane_that_they_are_about(body: Component) -> None:
    objections = [
        props(lane)["data-lane"]
        for lane in by_class(body, "lane")
        for mark in [*by_class(lane, "lane-mark"), *by_class(lane, "lane-spell")]
        if props(mark)["data-role"] == "objection"
    ]
    assert set(objections) == {"UKR"}
