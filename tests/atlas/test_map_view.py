"""Views in every projection: what plotly is told agrees with what is drawn without it."""

import pytest
from pydantic import ValidationError
from pyproj import Transformer

from dashboard.atlas.view import DEGREES, WIDEST, MapView
from dashboard.record.view import View

VIEWS = [
    {"projection": "conic", "parallels": [48, 66], "centre": [26, 57], "north": 72, "south": 41},
    {"projection": "conic", "parallels": [50, 50], "centre": [10, 50], "north": 60, "south": 40},
    {"projection": "conic", "parallels": [-20, -45], "centre": [-60, -30], "north": -10,
     "south": -50},
    {"projection": "mercator", "centre": [-70, -10], "north": 32, "south": -56},
]  # fmt: skip


@pytest.mark.parametrize("settings", VIEWS)
def test_the_ranges_project_to_the_widest_view(settings: dict[str, object]) -> None:
    view = MapView.of(View.model_validate(settings))
    to_view = Transformer.from_crs(DEGREES, view.crs, always_xy=True)
    (west, east), (south, north) = view.ranges
    steps = [step / 200 for step in range(201)]
    outline = [
        to_view.transform(west + (east - west) * step, lat)
        for step in steps
        for lat in (south, north)
    ] + [
        to_view.transform(lon, south + (north - south) * step)
        for step in steps
        for lon in (west, east)
    ]
    left, bottom, right, top = view.box(WIDEST).bounds
    close = (right - left) / 10_000
    assert min(x for x, _ in outline) == pytest.approx(left, abs=close)
    assert max(x for x, _ in outline) == pytest.approx(right, abs=close)
    assert min(y for _, y in outline) == pytest.approx(bottom, abs=close)
    assert max(y for _, y in outline) == pytest.approx(top, abs=close)
    _, middle = to_view.transform(view.centre[0], view.middle)
    assert middle == pytest.approx((bottom + top) / 2, abs=close)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"parallels": [-10, 20]}, "expected two degrees on one side of the equator"),
        ({"parallels": None}, "expected two degrees on one side of the equator"),
        ({"north": 41}, "expected less than north, 41"),
        ({"north": 95}, "less than or equal to 85"),
        ({"projection": "globe"}, "'conic' or 'mercator'"),
    ],
)
def test_a_view_that_cannot_be_drawn_is_refused(changed: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        View.model_validate({**VIEWS[0], **changed})
