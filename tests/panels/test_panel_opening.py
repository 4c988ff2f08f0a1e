"""What is there before any script has run: the day of the address, in words and on the map."""

from datetime import date, timedelta

import pytest
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st
from panels.trees import by_class, by_id, props, with_prop, words
from shapely import LineString, MultiPolygon, Polygon, box

from dashboard.panels.contents import Contents
from dashboard.panels.drawing import Layers, Shape
from dashboard.panels.first_map import FirstMap
from dashboard.panels.markup import markup
from dashboard.panels.opening import Opening
from dashboard.panels.paths import areas, lines
from dashboard.record.dates import FIRST_DAY
from dashboard.record.ledger import Ledger

BETWEEN = date(2025, 12, 27)


def part(opening: Opening, name: str, day: date) -> Component:
    return opening.parts(day)[name]


def drawn(opening: Opening, day: date) -> dict[str, dict[str, str]]:
    """The attributes of every shape of the map, by layer and place."""
    drawing = part(opening, "map", day).children[0]
    assert isinstance(drawing, Layers)
    return {
        f"{name} {index}": dict(shape.attributes)
        for name, shapes in drawing.layers
        for index, shape in enumerate(shapes)
    }


def test_the_parts_say_the_day(opening: Opening) -> None:
    assert words(part(opening, "finding", BETWEEN)).startswith("On 27 December 2025, ")
    assert words(by_id(part(opening, "time", BETWEEN), "day-tag")) == "27 Dec 2025"
    assert "of 10 states" in words(part(opening, "figures", BETWEEN))


def test_the_line_of_parties_is_marked_at_the_day(opening: Opening) -> None:
    [mark] = by_class(part(opening, "figures", FIRST_DAY), "step-line-day")
    assert mark.style["left"] == "0.000%"
    [mark] = by_class(part(opening, "figures", opening.contents.last_day), "step-line-day")
    assert mark.style["left"] == "100.000%"


def test_a_comma_after_a_state_begins_no_line(opening: Opening) -> None:
    unbroken = by_class(part(opening, "finding", BETWEEN), "unbroken")
    assert [words(piece) for piece in unbroken] == ["Estonia,"]


def test_a_day_after_the_record_says_so(opening: Opening) -> None:
    verified = opening.contents.first_day
    for day, hidden in ((verified, True), (verified + timedelta(1), False)):
        beyond = by_id(part(opening, "finding", day), "beyond")
        assert props(beyond)["hidden"] is hidden
        assert ("No later change is on record" in words(beyond)) is not hidden


@given(days=st.integers(0, (date(2026, 12, 31) - FIRST_DAY).days))
def test_list_and_map_have_the_standings_of_the_record(
    days: int, opening: Opening, ledger: Ledger
) -> None:
    day = FIRST_DAY + timedelta(days)
    standings = ledger.standings(day)
    listed = with_prop(part(opening, "states", day), "data-iso")
    assert {props(row)["data-iso"]: props(row)["data-standing"] for row in listed} == {
        state.iso_a3: standings[state.iso_a3] for state in opening.contents.states
    }
    shapes = drawn(opening, day)
    told = [marks for marks in shapes.values() if marks.get("data-context") == "false"]
    assert len(told) == len(opening.contents.told)
    assert sorted(marks["data-standing"] for marks in told) == sorted(
        standings[iso] for iso in opening.contents.told
    )
    for marks in shapes.values():
        hatched = marks.get("data-standing") in ("notified", "suspension")
        assert ("style" in marks) is (hatched and "data-border" not in marks)


def test_borders_are_those_of_the_members_on_the_day(opening: Opening, contents: Contents) -> None:
    def borders(day: date) -> set[str]:
        return {
            marks["data-border"]
            for marks in drawn(opening, day).values()
            if "data-border" in marks and "display" not in marks
        }

    assert "FIN" not in borders(date(2023, 4, 3))
    assert "FIN" in borders(date(2023, 4, 4))
    assert "UKR" not in borders(contents.last_day)


def test_every_state_of_the_map_is_drawn_and_named_within_it(
    first_map: FirstMap, contents: Contents
) -> None:
    assert all(path.startswith("M") for path in first_map.states.values())
    for iso in contents.told:
        left, top = first_map.names[iso]
        assert 0 < left < 100
        assert 0 < top < 100


def test_the_page_of_the_first_day_holds_every_part(opening: Opening, body: Component) -> None:
    page = markup(body)
    place = 0
    for text in opening.written(opening.contents.first_day):
        assert page.count(text) == 1
        assert page.index(text) >= place
        place = page.index(text)


def test_what_a_shape_is_about_cannot_leave_its_attribute() -> None:
    shape = Shape("M0 0l1 1z", (("data-name", '"><script>'),))
    assert shape.svg == '<path d="M0 0l1 1z" data-name="&quot;&gt;&lt;script&gt;"></path>'


@pytest.mark.parametrize(
    ("shape", "path"),
    [
        (box(0, 0, 2, 3), "M2 0l0 3-2 0 0-3z"),
        (Polygon([(0, 0), (0.2, 0.1), (0, 0.2)]), ""),
        (MultiPolygon([box(0, 0, 2, 2), box(0.1, 0.1, 0.2, 0.2)]), "M2 0l0 2-2 0 0-2z"),
        (box(0, 0, 9, 9) - box(2, 2, 5, 5), "M0 0l0 9 9 0 0-9zM5 5l-3 0 0-3 3 0z"),
    ],
)
def test_areas_are_paths_in_whole_units(shape: Polygon, path: str) -> None:
    assert areas(shape) == path


@pytest.mark.parametrize(
    ("points", "path"),
    [
        ([(0, 0), (0.2, 0), (3, -4)], "M0 0l3-4"),
        ([(5, 5), (5.1, 5.1)], ""),
    ],
)
def test_lines_are_paths_in_whole_units(points: list[tuple[float, float]], path: str) -> None:
    assert lines(LineString(points)) == path
