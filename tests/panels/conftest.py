"""The page of the shipped record, made once."""

from datetime import date

import pytest
from dash import Dash
from dash.development.base_component import Component

from dashboard.app import create_app
from dashboard.panels.contents import Contents
from dashboard.panels.first_map import FirstMap
from dashboard.panels.map_panel import Shapes
from dashboard.panels.opening import Opening
from dashboard.panels.page import page
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.publish.tokens import light_colours, standing_colours
from dashboard.record.ledger import Ledger
from dashboard.web.site import read_shapes

TODAY = date(2026, 2, 20)


@pytest.fixture(scope="session")
def contents(ledger: Ledger) -> Contents:
    return Contents.of(ledger, TODAY)


@pytest.fixture(scope="session")
def shapes(ledger: Ledger) -> Shapes:
    return read_shapes(ledger, BOUNDARIES)


@pytest.fixture(scope="session")
def first_map(shapes: Shapes) -> FirstMap:
    return FirstMap.of(shapes)


@pytest.fixture(scope="session")
def opening(contents: Contents, first_map: FirstMap) -> Opening:
    return Opening(contents, first_map)


@pytest.fixture(scope="session")
def body(opening: Opening) -> Component:
    """What is sent as plain HTML, as a tree of components."""
    return page(opening)


@pytest.fixture(scope="session")
def colours() -> dict[str, str]:
    """The colours of standings in the light theme."""
    return standing_colours(light_colours(ASSETS / "tokens.css"))


@pytest.fixture(scope="session")
def app(contents: Contents, shapes: Shapes, opening: Opening, colours: dict[str, str]) -> Dash:
    return create_app(contents, shapes, opening, ASSETS, colours)
