"""The colours on the screen, as readers with other colour visions see them; and the hatching."""

import re
from collections import Counter
from itertools import combinations

import pytest
from coloraide import Color
from explore_page import ExplorePage, Reader

pytestmark = pytest.mark.plotly

APART = 10.0
"""Least CIEDE2000 between two swatches, as in the tests of the style sheet."""


VISIONS = ("none", "protanopia", "deuteranopia", "tritanopia")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_swatches_are_told_apart_with_every_colour_vision(reader: Reader, theme: str) -> None:
    page = reader("?date=2003-10-01", color_scheme=theme)
    devtools = page.page.context.new_cdp_session(page.page)
    seen = set()
    for vision in VISIONS:
        devtools.send("Emulation.setEmulatedVisionDeficiency", {"type": vision})
        swatches = _swatches(page)
        assert len(swatches) == 8
        for (one, first), (other, second) in combinations(swatches.items(), 2):
            assert first.delta_e(second, method="2000") >= APART, (vision, one, other)
        seen.add(tuple(colour.to_string() for colour in swatches.values()))
    assert len(seen) == len(VISIONS)  # Each was really looked through.


@pytest.mark.parametrize("standing", ["notified", "suspension"])
def test_the_legend_hatches_in_the_direction_of_the_map(reader: Reader, standing: str) -> None:
    page = reader().page
    pattern = page.locator(f"#hatch-{standing}").get_attribute("patternTransform")
    swatch = page.locator(f'#legend .swatch[data-standing="{standing}"]').evaluate(
        "element => getComputedStyle(element).backgroundImage"
    )
    [turned] = re.findall(r"rotate\((-?\d+)\)", str(pattern))
    [across] = re.findall(r"gradient\((\d+)deg", swatch)
    # Lines of the pattern are upright before they are turned; those of a gradient lie across it.
    assert (int(turned) + 90 - int(across)) % 180 == 0


def _swatches(page: ExplorePage) -> dict[str, Color]:
    """The colour that fills most of each swatch of the legend, by standing."""
    rows = {}
    for swatch in page.page.locator("#legend .swatch:visible").all():
        box = swatch.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        rows[str(swatch.get_attribute("data-standing"))] = [(x + step, y) for step in range(-7, 8)]
    seen = iter(page.colours([spot for row in rows.values() for spot in row]))
    found = {}
    for standing, row in rows.items():
        [(colour, _)] = Counter(next(seen) for _ in row).most_common(1)
        found[standing] = Color("srgb", [part / 255 for part in colour])
    return found
