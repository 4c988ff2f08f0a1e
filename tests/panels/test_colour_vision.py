"""Standings are told apart by readers who see fewer colours, and never by colour alone."""

import itertools

import pytest
from coloraide import Color
from dash.development.base_component import Component
from style_sheets import DARK, HATCHED, LIGHT, Theme, declared
from trees import by_class, by_id, props, words

from dashboard.paths import DEFAULT_PACK
from dashboard.record.kinds import Standing
from dashboard.record.pack import read_pack
from dashboard.story import standings
from dashboard.story.standings import standings as standings_of

STANDINGS = standings_of(read_pack(DEFAULT_PACK).treaty)
APART = 10.0
"""Least CIEDE2000 between two standings.

Side by side, the eye sees a difference of 1. A state and its swatch in the legend lie far apart,
small and among other colours; ten times as much is told apart there at a glance.
"""
APART_IN_GREY = 5.0
"""On a grey print, where lightness is all that is left, words and hatching help as well."""

# Full severity, by each of the models in use; Viénot's is not meant for tritanopia.
VISIONS = [
    *itertools.product(("protan", "deutan"), ("brettel", "vienot", "machado")),
    *itertools.product(("tritan",), ("brettel", "machado")),
]

themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=str)
pairs = pytest.mark.parametrize(("one", "other"), [*itertools.combinations(Standing, 2)])


@themes
@pairs
def test_standings_are_told_apart_with_every_colour_vision(
    theme: Theme, one: Standing, other: Standing
) -> None:
    colours = theme.standing(one), theme.standing(other)
    seen = {"all colours": _difference(*colours)}
    for vision, model in VISIONS:
        seen[f"{vision} ({model})"] = _difference(
            *(colour.clone().filter(vision, method=model) for colour in colours)
        )
    assert {vision: found for vision, found in seen.items() if found < APART} == {}


@themes
@pairs
def test_without_colours_lightness_words_or_hatching_tell_standings_apart(
    theme: Theme, one: Standing, other: Standing
) -> None:
    """Words: those below a state's name on the map, where they have room."""
    greys = (theme.standing(standing).filter("grayscale") for standing in (one, other))
    signs = {(STANDINGS[standing].on_map, standing in HATCHED) for standing in (one, other)}
    assert _difference(*greys) >= APART_IN_GREY or len(signs) == 2


@themes
@pytest.mark.parametrize("standing", HATCHED)
def test_hatching_can_be_seen_with_every_colour_vision(theme: Theme, standing: Standing) -> None:
    fields = theme.standing(standing), theme.hatch(standing)
    for vision, model in VISIONS:
        seen = (colour.clone().filter(vision, method=model) for colour in fields)
        assert _difference(*seen) >= APART, (vision, model)


def test_map_and_legend_hatch_the_same_standings() -> None:
    assert tuple(standings.HATCHED) == HATCHED
    hatched = {
        standing
        for standing in Standing
        if "repeating-linear-gradient" in declared("map", ".swatch", standing)["background"]
    }
    assert hatched == set(HATCHED)


def test_the_legend_hatches_in_different_directions() -> None:
    angles = [declared("map", ".swatch", standing)["--hatch-angle"] for standing in HATCHED]
    assert sorted(angles) == ["135deg", "45deg"]


def test_every_swatch_of_the_legend_stands_beside_its_word(body: Component) -> None:
    *rows, rest = by_id(body, "legend").children
    assert words(rest) == "Not on record"
    assert [words(by_class(row, "legend-word")) for row in rows] == [
        row.label for row in STANDINGS.values()
    ]
    for row, standing in zip(rows, Standing, strict=True):
        [swatch] = by_class(row, "swatch")
        assert props(swatch)["data-standing"] == standing


def test_every_state_of_the_list_says_its_standing_in_words(body: Component) -> None:
    swatches = by_class(by_id(body, "state-list"), "swatch")
    said = by_class(by_id(body, "state-list"), "state-standing")
    assert [words(word) for word in said] == [
        STANDINGS[Standing(props(swatch)["data-standing"])].label for swatch in swatches
    ]


def _difference(one: Color, other: Color) -> float:
    return one.delta_e(other, method="2000")
