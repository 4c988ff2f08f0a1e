"""The map is drawn, in the colours of the standings, and nothing floods it."""

import re

import pytest
from explore_page import Reader
from playwright.sync_api import expect

pytestmark = pytest.mark.plotly
REST = 400
"""Milliseconds for which the day rests before plotly is told."""

FLANK = ("BGR", "EST", "FIN", "HUN", "LVA", "LTU", "NOR", "POL", "ROU", "SVK")
NEIGHBOURS = ("BLR", "MDA", "RUS", "UKR")

SEAS = {
    "the Norwegian Sea": (4.0, 66.0),
    "the North Sea": (3.0, 56.5),
    "the Baltic Sea": (20.0, 58.5),
    "the Barents Sea": (36.0, 71.0),
    "the Black Sea": (34.0, 43.5),
}
INLAND = {
    "ROU": (25.0, 46.6),
    "NOR": (8.0, 60.3),
    "BLR": (28.5, 52.6),
    "RUS": (40.0, 57.0),
    "LVA": (22.3, 56.8),
    "UKR": (34.9, 45.3),
}
STANDING = {"ROU": "party", "NOR": "party", "BLR": "party", "RUS": "outside", "LVA": "withdrawn"}


def test_every_state_of_the_flank_is_drawn_with_its_standing(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    assert (
        page.map_standings().items()
        >= {
            **dict.fromkeys(FLANK + NEIGHBOURS, "party"),
            **dict.fromkeys(("EST", "LVA", "LTU"), "withdrawn"),
            **dict.fromkeys(("FIN", "POL"), "notified"),
            "UKR": "suspension",
            "RUS": "outside",
        }.items()
    )
    window = page.page.locator(".map-window").bounding_box()
    assert window is not None
    for iso in FLANK + NEIGHBOURS:
        expect(page.path(iso)).to_have_attribute("d", re.compile(r"^M.{60}"))
        box = page.path(iso).bounding_box()
        assert box is not None
        assert box["width"] > 25, iso
        assert box["height"] > 20, iso
        if iso != "RUS":
            assert box["x"] >= window["x"], iso
            assert box["y"] >= window["y"], iso
            assert box["x"] + box["width"] <= window["x"] + window["width"], iso
            assert box["y"] + box["height"] <= window["y"] + window["height"], iso


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_sea_and_states_have_their_colours_and_nothing_floods(reader: Reader, theme: str) -> None:
    page = reader("?date=2025-12-27", color_scheme=theme)
    seas = page.colours([page.place(*spot) for spot in SEAS.values()])
    assert dict(zip(SEAS, seas, strict=True)) == dict.fromkeys(SEAS, page.token("sea"))
    plain = page.colours([page.place(*INLAND[iso]) for iso in STANDING])
    assert dict(zip(STANDING, plain, strict=True)) == {
        iso: page.token(standing) for iso, standing in STANDING.items()
    }


def test_what_runs_out_or_is_disputed_is_hatched(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    for spot, standing in (((26.0, 64.5), "notified"), ((31.5, 49.8), "suspension")):
        x, y = page.place(*spot)
        row = page.colours([(x + step, y) for step in range(12)])
        assert page.token(standing) in row
        assert len(set(row)) > 1


def test_crimea_is_shown_in_ukraine(reader: Reader) -> None:
    page = reader("?date=2025-06-25")
    party = page.token("party")
    assert page.colours([page.place(*INLAND["UKR"]), page.place(34.3, 45.3)]) == [party, party]


def test_the_map_follows_the_day_and_a_smaller_window(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    page.go_to("2025-06-25")
    expect(page.path("FIN")).to_have_attribute("data-standing", "leaving")
    before = page.map_standings()
    wide = page.path("FIN").bounding_box()
    assert wide is not None
    page.page.set_viewport_size({"width": 390, "height": 844})
    page.page.wait_for_function(
        """width => document.querySelector('#map path[data-iso="FIN"]')
          .getBoundingClientRect().width < width""",
        arg=wide["width"] * 0.8,
    )
    assert page.map_standings() == before
    expect(page.path("FIN")).to_have_attribute("data-chosen", "true")


def test_plotly_is_told_a_day_only_when_it_shows_another_one(reader: Reader) -> None:
    page = reader("?date=2026-03-03")
    page.page.evaluate(
        """() => {
          window.told = [];
          const { set_props: tell } = window.dash_clientside;
          window.dash_clientside.set_props = (id, props) => {
            window.told.push(props.data);
            tell(id, props);
          };
        }"""
    )
    told = "() => window.told"
    page.turn_to("?date=2026-03-03&state=FIN")
    page.shows("2026-03-03", "FIN")
    page.page.wait_for_timeout(2 * REST)
    page.turn_to("?date=2025-12-27")
    page.page.wait_for_function("() => window.told.length > 0")
    page.turn_to("?date=2026-03-03")
    page.page.wait_for_function("() => window.told.length > 1")
    assert page.page.evaluate(told) == ["2025-12-27", "2026-03-03"]


def test_a_drag_or_a_wheel_does_not_move_the_map(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    outline = page.path("FIN").get_attribute("d")
    page.page.mouse.move(500, 400)
    page.page.mouse.down()
    page.page.mouse.move(560, 460, steps=4)
    page.page.mouse.up()
    page.page.mouse.wheel(0, 300)
    page.go_to("2025-06-25")
    expect(page.path("FIN")).to_have_attribute("data-standing", "leaving")
    assert page.path("FIN").get_attribute("d") == outline


def test_the_pointer_is_told_what_it_is_over(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.page.mouse.move(*page.place(26.0, 62.0))
    tip = page.page.locator("#map-tip")
    expect(tip).to_have_text("Finland: Notice given, still bound, 14 days left")
    page.page.mouse.move(*page.place(*SEAS["the Norwegian Sea"]))
    expect(tip).to_be_hidden()
