"""The pictures of the shipped record."""

import pytest
from samples import day

from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.publish.geometry import Geometry
from dashboard.publish.picture import Studio
from dashboard.publish.picture_request import RequestReader
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
def geometry(ledger: Ledger) -> Geometry:
    return Geometry.read(ledger, BOUNDARIES)


@pytest.fixture(scope="session")
def takeaway(
    ledger: Ledger, frames: tuple[Frame, ...], geometry: Geometry, colours: dict[str, str]
) -> Takeaway:
    return Takeaway(ledger, frames, geometry, "", colours)


@pytest.fixture(scope="session")
def studio() -> Studio:
    return Studio.open(DEFAULT_PACK, BOUNDARIES, ASSETS / "tokens.css")


@pytest.fixture(scope="session")
def reader(studio: Studio) -> RequestReader:
    return RequestReader(studio.ledger, day("2026-12-31"))
