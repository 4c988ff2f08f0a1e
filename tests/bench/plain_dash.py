"""A plain Dash choropleth of the same states, as its tutorial builds one, to compare with.

A slider, a server callback, plotly.express, the geometry inside the figure, Dash's own server: all
with their defaults.
"""

import json
import sys
from datetime import date, timedelta

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html

from dashboard.paths import BOUNDARIES, DEFAULT_PACK
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger

FIRST, DAYS = date(2025, 1, 1), 730
LEDGER = Ledger.read(DEFAULT_PACK)
SHAPES = json.loads((BOUNDARIES / "states.geojson").read_text(encoding="utf-8"))
CODES = [feature["properties"]["iso_a3"] for feature in SHAPES["features"]]

app = Dash("plain", include_assets_files=False)
server = app.server
app.layout = html.Div(
    [
        html.H1("The Ottawa Convention on NATO’s eastern flank"),
        html.H2(id="day"),
        dcc.Graph(id="map"),
        dcc.Slider(0, DAYS, 1, value=120, marks=None, updatemode="drag", id="slider"),
    ]
)


@app.callback(Output("day", "children"), Output("map", "figure"), Input("slider", "value"))
def show(passed: int) -> tuple[str, object]:
    """The headline and the map of a day."""
    day = FIRST + timedelta(passed)
    standings = LEDGER.standings(day)
    figure = px.choropleth(
        pd.DataFrame({"state": CODES, "standing": [standings[iso].value for iso in CODES]}),
        geojson=SHAPES,
        featureidkey="properties.iso_a3",
        locations="state",
        color="standing",
        fitbounds="locations",
    )
    return day_in_words(day), figure


show(0)  # The first figure takes long; the server under comparison is warm, too.
if __name__ == "__main__":
    app.run(port=int(sys.argv[1]))
