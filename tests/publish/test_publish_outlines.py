"""The outlines of the map in a window: states side by side, cut where nobody sees it."""

import json

import pytest
from shapely import MultiPolygon, Polygon

from dashboard.publish.geometry import Geometry
from dashboard.publish.outlines import Outlines, rings
from dashboard.record.ledger import Ledger
from dashboard.story.frames import told_states

SIZE = (540, 630)
UNITS = (4050, 4725)


@pytest.fixture(scope="module")
def outlines(geometry: Geometry) -> Outlines:
    return Outlines(geometry)


def test_every_state_of_the_headlines_is_in_the_window_with_its_name(
    outlines: Outlines, ledger: Ledger
) -> None:
    window = json.loads(outlines.window(SIZE))
    for state in told_states(ledger):
        assert window["states"][state.iso_a3], state.name
        x, y = window["names"][state.iso_a3]
        assert 0 < x < UNITS[0]
        assert 0 < y < UNITS[1]


def test_nothing_is_cut_within_the_window_and_little_is_beyond_it(outlines: Outlines) -> None:
    window = json.loads(outlines.window(SIZE, "EST"))
    for shape in window["states"].values():
        for ring in shape:
            assert min(ring) >= -40
            assert max(ring[::2]) <= UNITS[0] + 40
            assert max(ring[1::2]) <= UNITS[1] + 40


@pytest.mark.parametrize("iso", ["EST", "FIN", "BGR", "MDA"])
def test_a_state_is_in_the_middle_of_its_window(outlines: Outlines, iso: str) -> None:
    window = json.loads(outlines.window(SIZE, iso))
    xs = [x for ring in window["states"][iso] for x in ring[::2]]
    ys = [y for ring in window["states"][iso] for y in ring[1::2]]
    assert (min(xs) + max(xs)) / 2 == pytest.approx(UNITS[0] / 2, abs=40)
    assert (min(ys) + max(ys)) / 2 == pytest.approx(UNITS[1] / 2, abs=700)
    assert max(ys) - min(ys) < UNITS[1] * 0.7


def test_a_state_as_large_as_the_window_is_shown_with_the_whole_flank(outlines: Outlines) -> None:
    assert outlines.window(SIZE, "RUS") == outlines.window(SIZE)


def test_a_window_is_made_once(outlines: Outlines) -> None:
    assert outlines.window(SIZE, "POL") is outlines.window(SIZE, "POL")


def test_neighbours_share_their_border(outlines: Outlines) -> None:
    window = json.loads(outlines.window(SIZE))
    corners = {
        iso: {
            place
            for ring in window["states"][iso]
            for place in zip(ring[::2], ring[1::2], strict=True)
        }
        for iso in ("LVA", "LTU")
    }
    assert len(corners["LVA"] & corners["LTU"]) > 10


def test_holes_are_rings_and_what_shrank_to_a_line_is_none() -> None:
    hole = [(2, 2), (2, 4), (4, 4), (4, 2)]
    sliver = Polygon([(20, 0), (20.2, 0.1), (20.4, 0)])
    shape = MultiPolygon([Polygon([(0, 0), (0, 9), (9, 9), (9, 0)], [hole]), sliver])
    assert rings(shape) == [[0, 0, 0, 9, 9, 9, 9, 0], [2, 2, 2, 4, 4, 4, 4, 2]]
