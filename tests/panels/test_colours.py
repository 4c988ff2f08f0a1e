"""Contrast in both themes: text, controls and marks on their grounds, states on the map."""

import itertools
import re
from collections.abc import Iterator

import pytest
from coloraide import Color
from dash import dcc, html
from dash.development.base_component import Component
from style_sheets import DARK, HATCHED, LIGHT, Theme, clearest_step, declared, laid, rules
from trees import props, walk

from dashboard.panels.contents import Contents
from dashboard.panels.explore.map_panel import Shapes, figure
from dashboard.record.kinds import Standing

TEXT = 4.5
"""Least contrast of text (WCAG 2.2, 1.4.3, AA)."""
SIGN = 3.0
"""Least contrast of what else has to be seen (WCAG 2.2, 1.4.11, AA)."""

GROUNDS = ("page", "surface")

OWN_EDGES = ("range", "checkbox")
"""Fields whose edge is not a border of the style sheet: the track's thumb, the browser's boxes."""

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=str)
standings = pytest.mark.parametrize("standing", list(Standing))


# Words.


@themes
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    "ink", ["ink", "ink-second", "accent", *(f"{standing}-ink" for standing in Standing)]
)
def test_text_can_be_read_on_page_and_surface(theme: Theme, ink: str, ground: str) -> None:
    assert theme.token(ink).contrast(theme.token(ground)) >= TEXT


@themes
@standings
def test_a_standing_writes_with_its_own_ink(theme: Theme, standing: Standing) -> None:
    assert theme.colour("var(--standing-ink)", standing) == theme.token(f"{standing}-ink")
    assert theme.standing(standing) == theme.token(standing)


@themes
def test_what_is_pressed_can_be_read(theme: Theme) -> None:
    assert theme.token("inverse-ink").contrast(theme.token("inverse")) >= TEXT


@themes
def test_what_a_search_found_can_be_read(theme: Theme) -> None:
    found = declared("panels", "::highlight(match)")
    ground = theme.colour(found["background"])
    assert theme.colour(found["color"]).contrast(ground) >= TEXT


# Names on the map are written on all that lies around their states, too: on seas and neighbours.


@themes
@standings
def test_a_name_can_be_read_on_its_halo_whatever_lies_below(
    theme: Theme, standing: Standing
) -> None:
    name = declared("map", ".map-names > span", standing)
    assert name["paint-order"] == "stroke"
    width, colour = name["-webkit-text-stroke"].split(" ", 1)
    assert width == "2.5px"
    halo = theme.colour(name.get("-webkit-text-stroke-color", colour))
    for ground in _grounds(theme):
        assert theme.colour(name["color"]).contrast(laid(halo, ground)) >= TEXT


@themes
@standings
def test_a_name_stands_out_from_its_state_even_without_the_halo(
    theme: Theme, standing: Standing
) -> None:
    name = declared("map", ".map-names > span", standing)
    assert theme.colour(name["color"]).contrast(theme.standing(standing)) >= SIGN


def _grounds(theme: Theme) -> Iterator[Color]:
    yield from (theme.token("sea"), theme.token("land"))
    yield from (theme.standing(standing) for standing in Standing)
    yield from (theme.hatch(standing) for standing in HATCHED)
    yield from (_border(theme, standing) for standing in Standing)


# Controls and marks.


def test_fields_have_an_edge_that_can_be_seen(body: Component) -> None:
    fields = [
        component
        for component in walk(body)
        if isinstance(component, html.Select)
        or (isinstance(component, dcc.Input) and props(component)["type"] not in OWN_EDGES)
    ]
    edges = {
        selector: declarations["border"]
        for sheet in ("map", "timebar", "panels")
        for selector, declarations in rules(sheet)
        if "border" in declarations
    }
    assert len(fields) > 5
    for field in map(props, fields):
        selector = ".field" if field.get("className") == "field" else f"#{field['id']}"
        assert edges[selector] == "1px solid var(--control-rule)", field["id"]


@themes
@pytest.mark.parametrize("ground", [*GROUNDS, "inverse"])
def test_the_edge_of_fields_and_swatches_can_be_seen(theme: Theme, ground: str) -> None:
    assert declared("map", ".swatch")["border"] == "1px solid var(--control-rule)"
    assert theme.token("control-rule").contrast(theme.token(ground)) >= SIGN


@themes
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_marks_of_the_dates_can_be_seen(theme: Theme, ground: str) -> None:
    declarations = [found for selector, found in rules("panels") if ".lane-mark" in selector]
    tokens = set(re.findall(r"var\(--([\w-]+)\)", str(declarations))) - {"surface"}
    assert tokens == {"ink", "notified", "withdrawn", "suspension", "party"}
    for token in tokens:
        assert theme.token(token).contrast(theme.token(ground)) >= SIGN


# The map. An edge is seen where the eye, on its way over it, meets one step of 3 : 1: from colour
# to colour, or from a colour to the line between them.


@themes
@standings
def test_the_line_around_a_state_stands_out_from_its_colour(
    theme: Theme, standing: Standing
) -> None:
    assert theme.line(standing).contrast(theme.standing(standing)) >= SIGN


@themes
@standings
@pytest.mark.parametrize("around", ["sea", "land"])
def test_a_state_stands_out_from_the_sea_and_from_context(
    theme: Theme, standing: Standing, around: str
) -> None:
    path = (theme.standing(standing), theme.line(standing), theme.token(around))
    assert clearest_step(*path) >= SIGN


@themes
@pytest.mark.parametrize(("one", "other"), [*itertools.product(Standing, repeat=2)])
def test_neighbours_are_parted_by_colour_or_line(
    theme: Theme, one: Standing, other: Standing
) -> None:
    """The line may be that of either: the state drawn later lies on top."""
    path = (theme.standing(one), theme.line(other), theme.standing(other))
    assert clearest_step(*path) >= SIGN


@themes
def test_the_border_with_the_east_parts_its_states_on_every_day(
    theme: Theme, contents: Contents
) -> None:
    pairs = _pairs_at_the_border(contents)
    assert {(Standing.WITHDRAWN, Standing.PARTY), (Standing.SIGNATORY, Standing.JOINING)} < pairs
    for west, east in pairs:
        path = (theme.standing(west), _border(theme, west), theme.standing(east))
        assert clearest_step(*path) >= SIGN, (west, east)


def _pairs_at_the_border(contents: Contents) -> set[tuple[Standing, Standing]]:
    """How a member of NATO and its neighbour in the east have stood on one day."""
    pack = contents.ledger.pack
    return {
        (frame.standings[border.iso_a3], frame.standings[border.neighbour])
        for frame in contents.frames
        for border in pack.borders
        if (since := pack.states[border.iso_a3].member_since) and since <= frame.day
    }


def _border(theme: Theme, standing: Standing) -> Color:
    return theme.colour(declared("map", "#map path[data-border]", standing)["stroke"], standing)


def test_lines_of_context_do_not_cover_those_of_states_with_a_standing(
    shapes: Shapes, contents: Contents
) -> None:
    drawn = figure(shapes, contents, dict.fromkeys(Standing, "#000000")).data[1].locations
    groups = {state.iso_a3: state.group for state in contents.states}
    counted = [groups.get(iso) in ("flank", "neighbour") for iso in drawn]
    assert counted == sorted(counted)
    context = declared("map", '.choroplethlayer path[data-context="true"]')
    assert context["--standing-line"] == "var(--land-line)"
