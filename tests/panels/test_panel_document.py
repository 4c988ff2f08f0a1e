"""What is there before any script has run: the day of the address, in words and on the map."""

import re
from datetime import date, timedelta

import pytest
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st
from panels.trees import by_class, by_id, props, with_prop, words
from shapely import LineString, MultiPolygon, Polygon, box

from dashboard.panels.contents import Contents
from dashboard.panels.document import Documents
from dashboard.panels.drawing import Layers, Shape
from dashboard.panels.explore.dates_panel import HELD as HELD_DATES
from dashboard.panels.explore.first_map import FirstMap
from dashboard.panels.explore.paths import areas, lines
from dashboard.panels.explore.quotes_panel import HELD as HELD_QUOTES
from dashboard.panels.fragments import Fragments
from dashboard.panels.head import AWAIT_THE_MAP
from dashboard.panels.screens import EXPLORE, RECORD
from dashboard.panels.view import View
from dashboard.record.dates import FIRST_DAY
from dashboard.record.ledger import Ledger

BETWEEN = date(2025, 12, 27)


def part(documents: Documents, name: str, day: date) -> Component:
    return documents.parts(View(day))[name]


def drawn(documents: Documents, day: date) -> dict[str, dict[str, str]]:
    """The attributes of every shape of the map, by layer and place."""
    drawing = part(documents, "map", day).children[0]
    assert isinstance(drawing, Layers)
    return {
        f"{name} {index}": dict(shape.attributes)
        for name, shapes in drawing.layers
        for index, shape in enumerate(shapes)
    }


def test_the_parts_say_the_day(documents: Documents) -> None:
    assert words(part(documents, "finding", BETWEEN)).startswith("On 27 December 2025, ")
    assert words(by_id(part(documents, "time", BETWEEN), "day-tag")) == "27 Dec 2025"
    assert "of 10 states" in words(part(documents, "figures", BETWEEN))


def test_the_line_of_parties_is_marked_at_the_day(documents: Documents) -> None:
    [mark] = by_class(part(documents, "figures", FIRST_DAY), "step-line-day")
    assert mark.style["left"] == "0.000%"
    [mark] = by_class(part(documents, "figures", documents.contents.last_day), "step-line-day")
    assert mark.style["left"] == "100.000%"


def test_nothing_is_painted_before_all_is_there_that_the_map_leaves_room_for(
    documents: Documents,
) -> None:
    [awaited] = re.findall(r'rel="expect" href="#([^"]+)"', AWAIT_THE_MAP)
    body = documents.body(View(BETWEEN))
    places = [body.index(f'id="{name}"') for name in ("map", "legend", "time-bar", awaited)]
    assert places == sorted(places)
    assert body.index("Record verified through") < places[-1]


def test_a_comma_after_a_state_begins_no_line(documents: Documents) -> None:
    unbroken = by_class(part(documents, "finding", BETWEEN), "unbroken")
    assert [words(piece) for piece in unbroken] == ["Estonia,"]


def test_a_day_after_the_record_says_so(documents: Documents) -> None:
    verified = documents.contents.first_day
    for day, hidden in ((verified, True), (verified + timedelta(1), False)):
        beyond = by_id(part(documents, "finding", day), "beyond")
        assert props(beyond)["hidden"] is hidden
        assert ("No later change is on record" in words(beyond)) is not hidden


@pytest.mark.uncounted
@given(days=st.integers(0, (date(2026, 12, 31) - FIRST_DAY).days))
def test_list_and_map_have_the_standings_of_the_record(
    days: int, documents: Documents, ledger: Ledger
) -> None:
    day = FIRST_DAY + timedelta(days)
    standings = ledger.standings(day)
    listed = with_prop(part(documents, "states", day), "data-iso")
    assert {props(row)["data-iso"]: props(row)["data-standing"] for row in listed} == {
        state.iso_a3: standings[state.iso_a3] for state in documents.contents.states
    }
    shapes = drawn(documents, day)
    counted = [
        attributes for attributes in shapes.values() if attributes.get("data-context") == "false"
    ]
    assert len(counted) == len(documents.contents.told)
    assert sorted(attributes["data-standing"] for attributes in counted) == sorted(
        standings[iso] for iso in documents.contents.told
    )
    for attributes in shapes.values():
        hatched = attributes.get("data-standing") in ("notified", "suspension")
        is_hatched = "--hatch" in attributes.get("style", "")
        assert is_hatched is (hatched and "data-border" not in attributes)


def test_borders_are_those_of_the_members_on_the_day(
    documents: Documents, contents: Contents
) -> None:
    def borders(day: date) -> set[str]:
        return {
            attributes["data-border"]
            for attributes in drawn(documents, day).values()
            if "data-border" in attributes and "style" not in attributes
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


VIEWS = [
    View(date(2025, 12, 27)),
    View(date(2025, 12, 27), "FIN"),
    View(date(1997, 1, 1)),
    View(date(1999, 3, 1), "DEU"),
    View(date(2025, 7, 18), "UKR"),
    View(date(2026, 12, 31), "POL"),
]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_the_document_is_small(view: View, documents: Documents) -> None:
    document = documents.body(view)
    assert len(document.encode()) < 245_000  # The head and its tags come before it.
    assert len(re.findall(r"<[a-z]", document)) < 3_950


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_it_holds_the_dates_and_quotes_around_the_day(
    view: View, documents: Documents, fragments: Fragments
) -> None:
    parts = documents.parts(view)
    every = [
        props(entry)
        for entry in with_prop(fragments.content("dates"), "data-event-id")
        if view.state in props(entry)["data-state"].split()
        or (not view.state and props(entry)["data-routine"] == "no")
    ]
    held = with_prop(parts["dates"], "data-event-id")
    ids = [entry["data-event-id"] for entry in every]
    first = ids.index(props(held[0])["data-event-id"])
    assert [props(entry)["data-event-id"] for entry in held] == ids[first : first + len(held)]
    over = sum(entry["data-last"] <= view.day.isoformat() for entry in every)
    assert first == max(over - HELD_DATES, 0)
    assert first + len(held) == min(over + HELD_DATES, len(every))
    ahead = [props(entry)["data-last"] for entry in by_class(parts["dates"], "ahead")]
    assert all(last > view.day.isoformat() for last in ahead)
    assert len(ahead) == len(held) - (over - first)
    said = [props(card)["data-last"] for card in by_class(by_id(parts["quotes"], "said"), "quote")]
    later = [
        props(card)["data-last"] for card in by_class(by_id(parts["quotes"], "said-later"), "quote")
    ]
    assert all(last <= view.day.isoformat() for last in said)
    assert all(last > view.day.isoformat() for last in later)
    assert later == sorted(later)
    assert max(len(said), len(later)) <= HELD_QUOTES


def test_a_chosen_state_is_told_without_scripts(documents: Documents) -> None:
    parts = documents.parts(View(BETWEEN, "FIN"))
    [profile] = with_prop(parts["state"], "data-profile")
    assert (props(profile)["data-profile"], props(profile)["hidden"]) == ("FIN", False)
    [shown] = [each for each in by_class(profile, "stretch") if not props(each)["hidden"]]
    assert words(by_class(shown, "days-left")[0]) == "14 days left"
    selected = with_prop(parts["states"], "aria-selected", "true")
    assert [props(option)["data-iso"] for option in selected] == ["FIN"]
    assert words(by_id(parts["dates"], "dates-note")) == "Dates of Finland."
    assert all(
        "FIN" in props(card)["data-state"].split()
        for card in with_prop(parts["quotes"], "data-quote-id")
    )


def test_counts_are_those_of_all_not_of_what_the_document_holds(
    documents: Documents, ledger: Ledger
) -> None:
    quotes = ledger.pack.quotes
    parts = documents.parts(View(BETWEEN))
    assert words(by_id(parts["quotes"], "quotes-count")) == f"{len(quotes)} quotes"
    of_finland = sum("FIN" in quote.iso_a3 for quote in quotes)
    chosen = documents.parts(View(BETWEEN, "FIN"))
    assert words(by_id(chosen["quotes"], "quotes-count")) == f"{of_finland} of {len(quotes)}"
    [all_chip] = with_prop(chosen["quotes"], "data-choose-stance", "")
    assert words(all_chip) == f"All{of_finland}"


def test_the_record_screen_is_there_where_it_is_asked_for(documents: Documents) -> None:
    explore, record = (
        documents.parts(View(BETWEEN, screen=screen))["record"] for screen in (EXPLORE, RECORD)
    )
    assert not with_prop(explore, "data-section")
    places = [props(place)["data-fragment"] for place in by_class(explore, "awaited")]
    assert places == [*RECORD.fragments]
    assert len(with_prop(record, "data-section")) == len(RECORD.fragments)
    assert (props(explore)["hidden"], props(record)["hidden"]) == (True, False)


def test_every_place_that_waits_leads_to_a_page_that_holds_it(documents: Documents) -> None:
    waiting = by_class(documents.parts(View(BETWEEN))["record"], "awaited-link")
    assert waiting
    assert {props(link)["href"] for link in waiting} == {"?view=record"}


def test_each_fragment_is_written_once_and_profiles_one_by_one_or_all_at_once(
    fragments: Fragments, contents: Contents
) -> None:
    assert fragments.html("dates") is fragments.html("dates")
    whole = fragments.html("profiles")
    for state in contents.states:
        assert fragments.html(f"profile/{state.iso_a3}") in whole
    with pytest.raises(KeyError):
        fragments.content("profile/ATA")


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
