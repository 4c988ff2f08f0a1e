"""The map of the world on the page: what the browser needs for it, once it is asked for."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.atlas.choropleth import STANDINGS
from dashboard.atlas.world.drawing import DOTS, EXTENTS, World, layout
from dashboard.atlas.world.files import UNIT
from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data
from dashboard.panels.explore.packed_shapes import packed
from dashboard.panels.explore.state_list import state_group
from dashboard.story.hover import hover_text
from dashboard.story.words import capital

NAME = "world.json"
"""The file of all shapes, below ``/geodata/``."""
PART = "world.json"
"""The file of the figure, among the parts of the page."""
LABELS = {"world": "World", "globe": "Globe"}
FROM_ABOVE = 0.7
"""Of the latitude of the region's middle: the globe shows it, and the south as well."""


def shapes_address(world: World) -> str:
    """The address of the shapes, relative to the page; it changes with them."""
    return f"geodata/{NAME}?v={world.version}"


def packed_world(world: World) -> bytes:
    """All shapes as the page gets them; the browser knows the file by its name."""
    return packed({NAME: world.shapes}, UNIT)


def extent_switch(contents: Contents) -> Component:
    """The choice of what the map shows: the region of the treaty's page, or the world."""
    region = capital(contents.ledger.pack.treaty.words.region)
    return html.Div(
        [
            html.Button(
                label,
                type="button",
                **data(choose_extent=extent),
                **aria(pressed="false" if extent else "true"),
            )
            for extent, label in (("", region), *LABELS.items())
        ],
        className="extents",
        role="group",
        **aria(label="What the map shows"),
    )


def world_part(
    contents: Contents, world: World, colours: Mapping[str, str], address: str
) -> dict[str, Any]:
    """The figure of the world on the page's first day, its two projections, and the middles of
    states. ``address`` is where the shapes are.
    """
    ledger, day = contents.ledger, contents.first_day
    states, standings = ledger.pack.states, ledger.standings(day)
    rows = pd.DataFrame(
        {
            "standing": [standings[iso] for iso in states],
            "hover": [hover_text(ledger, state, day) for state in states.values()],
        },
        index=list(states),
    )
    lon, lat = ledger.pack.treaty.view.centre
    traces = [trace.to_plotly_json() for trace in world.traces(rows, colours, NAME)]
    for trace in traces:  # The page says these beside the pointer itself.
        trace |= {"hoverinfo": "skip"}
        trace.pop("hovertext", None)
    content: dict[str, Any] = json.loads(
        json.dumps(
            {
                "shapes": address,
                "data": traces,
                "layouts": {
                    extent: layout(extent, (lon, lat * FROM_ABOVE)).to_plotly_json()
                    for extent in EXTENTS
                },
                "states": STANDINGS,
                "dots": DOTS,
                "places": {
                    iso: [place.lon, place.lat]
                    for iso, place in world.places.items()
                    if iso in states
                },
            },
            default=list,
        )
    )
    return content


def states_elsewhere(contents: Contents) -> list[Component]:
    """The entries of the list of states for those that only the map of the world shows."""
    treaty, standings = contents.ledger.pack.treaty, contents.ledger.standings(contents.first_day)
    return [
        state_group(treaty, treaty.groups[group], states, standings)
        for group in treaty.groups
        if (states := [state for state in contents.elsewhere if state.group == group])
    ]
