"""The world on a day as a figure: flat, or as a globe."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from dashboard.atlas.choropleth import STANDINGS
from dashboard.atlas.world.drawing import World, layout
from dashboard.publish.figure_file import figure_layout, with_scale
from dashboard.publish.tokens import standing_colours
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame
from dashboard.story.hover import hover_text


def world_figure(
    ledger: Ledger,
    frames: Sequence[Frame],
    world: World,
    colours: Mapping[str, str],
    day: date,
    extent: str,
) -> go.Figure:
    """All states of the record on ``day``, geometry inside; other land is grey.

    ``colours`` are the tokens of the light theme, ``extent`` is one of ``EXTENTS`` of the world.
    """
    standings, states = ledger.standings(day), ledger.pack.states
    rows = pd.DataFrame(
        {
            "standing": [standings[iso] for iso in states],
            "hover": [hover_text(ledger, state, day) for state in states.values()],
        },
        index=list(states),
    )
    traces = world.traces(rows, standing_colours(colours), world.geojson(), colours["land"])
    treaty = ledger.pack.treaty
    for trace in traces:
        if trace.name == STANDINGS:
            with_scale(trace, treaty)
    geo = layout(extent, treaty.view.centre, colours["sea"])
    return go.Figure(traces, figure_layout(ledger, frames, day, geo))
