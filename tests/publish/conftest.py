"""The pictures of the shipped record."""

from collections.abc import Callable

import pytest

from dashboard.atlas.boundaries import read_backdrop
from dashboard.panels.explore.shapes import read_shapes
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.publish.geometry import Geometry
from dashboard.publish.preview import Previews
from dashboard.publish.takeaway import Takeaway
from dashboard.publish.tokens import light_colours
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, build_frames


@pytest.fixture(scope="session")
def colours() -> dict[str, str]:
    return light_colours(ASSETS / "tokens.css")


@pytest.fixture(scope="session")
def frames(ledger: Ledger) -> tuple[Frame, ...]:
    return build_frames(ledger)


@pytest.fixture(scope="session")
def make_previews(
    ledger: Ledger, frames: tuple[Frame, ...], colours: dict[str, str]
) -> Callable[[], Previews]:
    """Makes pictures that share nothing with others but the record and the map."""
    states, backdrop = read_shapes(ledger, BOUNDARIES).states, read_backdrop(BOUNDARIES)
    return lambda: Previews(ledger, frames, states, backdrop, colours)


@pytest.fixture(scope="session")
def previews(make_previews: Callable[[], Previews]) -> Previews:
    return make_previews()


@pytest.fixture(scope="session")
def geometry(ledger: Ledger) -> Geometry:
    return Geometry.read(ledger, BOUNDARIES)


@pytest.fixture(scope="session")
def takeaway(
    ledger: Ledger, frames: tuple[Frame, ...], geometry: Geometry, colours: dict[str, str]
) -> Takeaway:
    return Takeaway(ledger, frames, geometry, "", colours)
