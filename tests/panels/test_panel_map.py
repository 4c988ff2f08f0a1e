"""The figure of the map: every drawn state, nothing of plotly's own, the whole flank in view."""

import json
import math
from typing import Any

import pytest

from dashboard.atlas.view import WIDEST, MapView
from dashboard.panels.contents import Contents
from dashboard.panels.explore.map_panel import Shapes, figure
from dashboard.panels.explore.shapes import SHAPES
from dashboard.paths import DEFAULT_PACK
from dashboard.record.kinds import OnMap, Standing
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack

VIEW = MapView.of(read_pack(DEFAULT_PACK).treaty.view)


@pytest.fixture(scope="session")
def drawn(shapes: Shapes, contents: Contents, colours: dict[str, str]) -> dict[str, Any]:
    """The figure as the browser has it: out of JSON."""
    sent: dict[str, Any] = json.loads(figure(shapes, contents, colours).to_json())
    return sent


def conic(lon: float, lat: float) -> tuple[float, float]:
    """The map's projection (conformal conic) on a unit sphere."""
    first, second = (math.radians(parallel) for parallel in VIEW.parallels)

    def height(angle: float) -> float:
        return math.tan(math.pi / 4 + angle / 2)

    n = math.log(math.cos(first) / math.cos(second)) / math.log(height(second) / height(first))
    radius = math.cos(first) * height(first) ** n / n / height(math.radians(lat)) ** n
    turn = n * math.radians(lon - VIEW.centre[0])
    return radius * math.sin(turn), -radius * math.cos(turn)


def test_every_drawn_state_is_on_the_map_once(drawn: dict[str, Any], ledger: Ledger) -> None:
    backdrop, states, *_ = drawn["data"]
    assert backdrop["locations"] == ["backdrop"]
    assert sorted(states["locations"]) == sorted(
        iso for iso, state in ledger.pack.states.items() if state.map is OnMap.DRAWN
    )
    assert len(states["z"]) == len(states["locations"])


def test_a_state_has_the_number_and_the_colour_of_its_standing_on_the_first_day(
    drawn: dict[str, Any], ledger: Ledger, colours: dict[str, str]
) -> None:
    states = drawn["data"][1]
    standings = ledger.standings(ledger.pack.treaty.verified_through)
    steps = list(zip(states["colorscale"][::2], states["colorscale"][1::2], strict=True))
    for iso, number in zip(states["locations"], states["z"], strict=True):
        assert list(Standing)[number] is standings[iso]
        place = (number - states["zmin"]) / (states["zmax"] - states["zmin"])
        [[first, last]] = [step for step in steps if step[0][0] < place < step[1][0]]
        assert first[1] == last[1] == colours[standings[iso]]
    assert (states["zmin"], states["zmax"]) == (-0.5, 7.5)


def test_pointing_at_a_state_tells_its_standing_and_since_when(drawn: dict[str, Any]) -> None:
    states = drawn["data"][1]
    said = dict(zip(states["locations"], states["hovertext"], strict=True))
    assert said["EST"] == "<b>Estonia</b><br>Withdrawn<br>Since 27 December 2025"
    assert said["RUS"] == "<b>Russia</b><br>Not joined"


def test_geometry_comes_from_this_host_under_its_version(
    drawn: dict[str, Any], shapes: Shapes
) -> None:
    urls = [trace["geojson"] for trace in drawn["data"] if trace["type"] == "choropleth"]
    assert sorted(urls) == sorted(f"geodata/{name}?v={shapes.version}" for name in SHAPES)


def test_only_choropleths_and_lines_are_drawn(drawn: dict[str, Any]) -> None:
    kinds = [(trace["type"], trace.get("mode")) for trace in drawn["data"]]
    assert kinds[:2] == [("choropleth", None)] * 2
    assert set(kinds[2:]) == {("scattergeo", "lines")}


def test_nothing_of_plotlys_own_is_shown(drawn: dict[str, Any]) -> None:
    layout = drawn["layout"]
    assert "template" not in layout
    assert layout["geo"]["visible"] is False
    assert layout["geo"]["fitbounds"] is False
    assert layout["showlegend"] is False
    assert not [name for name in layout["geo"] if name.startswith("show")]


def test_the_ranges_project_to_the_frame_they_fill(drawn: dict[str, Any]) -> None:
    """The box of longitudes and latitudes, projected, is WIDEST by 1 and holds the flank."""
    geo = drawn["layout"]["geo"]
    assert (tuple(geo["lonaxis"]["range"]), tuple(geo["lataxis"]["range"])) == VIEW.ranges
    (west, east), (south, north) = VIEW.ranges
    steps = [step / 200 for step in range(201)]
    outline = [conic(west + (east - west) * step, lat) for step in steps for lat in (south, north)]
    outline += [
        conic(lon, south + (north - south) * step) for step in steps for lon in VIEW.ranges[0]
    ]
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    bottom, top = min(y for _, y in outline), max(y for _, y in outline)
    assert (right - left) / (top - bottom) == pytest.approx(WIDEST, abs=0.01)
    assert left == pytest.approx(-right)
    _, foot = conic(VIEW.centre[0], VIEW.south)
    _, head = conic(VIEW.centre[0], VIEW.north)
    assert bottom <= foot + 1e-9
    assert top == pytest.approx(head, abs=0.01)
    _, middle = conic(geo["center"]["lon"], geo["center"]["lat"])
    assert middle == pytest.approx((bottom + top) / 2, abs=0.01)


def test_borders_with_the_east_are_lines_named_by_state(drawn: dict[str, Any]) -> None:
    lines = {trace["name"]: trace for trace in drawn["data"] if trace.get("mode") == "lines"}
    assert {"EST", "FIN", "LTU", "LVA", "NOR", "POL"} <= lines.keys()
    assert len(lines) == len(drawn["data"]) - 2
    for line in lines.values():
        gaps = [index for index, lon in enumerate(line["lon"]) if lon is None]
        assert gaps == [index for index, lat in enumerate(line["lat"]) if lat is None]
        assert gaps[-1] == len(line["lon"]) - 1
