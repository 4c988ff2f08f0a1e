"""Shapes as arcs: what two neighbours share is there once."""

from itertools import pairwise

import shapely

from dashboard.atlas.arcs import UNIT, Arcs

WEST, EAST = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
LAKE = shapely.box(0.2, 0.2, 0.4, 0.4)


def drawn(arcs: Arcs, shape: shapely.Geometry) -> shapely.Geometry:
    """The shape again, out of its arcs."""
    polygons = []
    for part in arcs.parts(shape):
        rings = []
        for ring in part:
            lines = [
                arcs.all[number] if number >= 0 else arcs.all[~number][::-1] for number in ring
            ]
            for line, after in zip(lines, [*lines[1:], lines[0]], strict=True):
                assert line[-1] == after[0]
            points = [point for line in lines for point in line[:-1]]
            rings.append([(x / UNIT, y / UNIT) for x, y in points])
        polygons.append(shapely.Polygon(rings[0], rings[1:]))
    return shapely.MultiPolygon(polygons)


def assert_kept(*shapes: shapely.Geometry) -> Arcs:
    arcs = Arcs([*shapes])
    for shape in shapes:
        whole = shapely.MultiPolygon(shapely.get_parts(shape))
        assert drawn(arcs, shape).normalize().equals_exact(whole.normalize(), 0)
    return arcs


def test_two_neighbours_share_their_border() -> None:
    arcs = assert_kept(WEST, EAST)
    assert len(arcs.all) == 3
    [[[*west]]], [[[*east]]] = arcs.parts(WEST), arcs.parts(EAST)
    assert set(east) & {~number for number in west}


def test_an_island_is_one_arc() -> None:
    assert len(assert_kept(shapely.MultiPolygon([WEST, shapely.box(5, 5, 6, 6)])).all) == 2


def test_a_lake_and_the_state_around_it_are_kept() -> None:
    assert len(assert_kept(WEST - LAKE, EAST).all) == 4
    assert_kept(WEST - LAKE, LAKE.reverse())


def test_parts_of_a_state_that_touch_at_a_point_stay_apart() -> None:
    assert_kept(shapely.MultiPolygon([WEST, shapely.box(1, 1, 2, 2)]), EAST)


def test_where_three_meet_no_line_is_there_twice() -> None:
    arcs = assert_kept(WEST, EAST, shapely.box(0, 1, 2, 2).segmentize(1))
    edges = [frozenset(edge) for arc in arcs.all for edge in pairwise(arc)]
    assert len(edges) == len(set(edges)) == 11
