"""The page of the shipped record, made once."""

from datetime import date

import pytest
from dash import Dash
from dash.development.base_component import Component

from dashboard.app import create_app
from dashboard.panels.contents import Contents
from dashboard.panels.document import Documents
from dashboard.panels.explore.first_map import FirstMap
from dashboard.panels.explore.map_panel import Shapes
from dashboard.panels.explore.shapes import read_shapes
from dashboard.panels.fragments import Fragments
from dashboard.panels.page import page
from dashboard.panels.screens import EXPLORE, RECORD, Screen
from dashboard.panels.view import View
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.publish.tokens import light_colours, standing_colours
from dashboard.record.ledger import Ledger

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
def fragments(contents: Contents) -> Fragments:
    return Fragments(contents)


@pytest.fixture(scope="session")
def documents(contents: Contents, fragments: Fragments, first_map: FirstMap) -> Documents:
    return Documents(contents, fragments, first_map)


def document(contents: Contents, first_map: FirstMap, screen: Screen = EXPLORE) -> Component:
    """The document of the day that a record opens with, as a tree of components."""
    view = View(contents.first_day, screen=screen)
    parts = Documents(contents, Fragments(contents), first_map).parts(view)
    return page(contents, parts, is_day_wrong=False)


@pytest.fixture(scope="session")
def body(contents: Contents, first_map: FirstMap) -> Component:
    """The document that holds the Record screen."""
    return document(contents, first_map, RECORD)


@pytest.fixture(scope="session")
def everything(body: Component, fragments: Fragments) -> list[Component]:
    """All that can be read: that document, and the fragments whose content it does not hold."""
    return [body, *map(fragments.content, ("profiles", "comparison"))]


@pytest.fixture(scope="session")
def app(contents: Contents, shapes: Shapes, colours: dict[str, str]) -> Dash:
    return create_app(contents, shapes, ASSETS, colours, "page/0/")


@pytest.fixture(scope="session")
def colours() -> dict[str, str]:
    """The colours of standings in the light theme."""
    return standing_colours(light_colours(ASSETS / "tokens.css"))
