"""What can be taken along: the files under ``data/``, those of the day shown first."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import data
from dashboard.story.words import listed

DAY_FILES = (
    ("csv", "All states on the day, as a table (CSV)"),
    ("json", "The day: headline, figures and every state (JSON)"),
    ("geojson", "The map of the day with every drawn state’s standing (GeoJSON)"),
)
FILES = (
    ("states.csv", "States, with the dates of their way in and out"),
    ("events.csv", "Dated acts and statements, with votes and sources"),
    ("quotes.csv", "Quotes, with speakers and sources"),
    ("claims.csv", "Where sources differ, side by side"),
    ("sources.csv", "Sources"),
    ("legal_dates.csv", "Every legal date, recorded or computed"),
    ("figures.csv", "The key figures and the headline, for every day on which they change"),
    ("borders.csv", "Land borders{with_whom}, published lengths"),
    ("figure/latest.json", "The map of the last day vouched for, as a Plotly figure (JSON)"),
    ("treaty.json", "The {treaty}’s own dates and rules"),
    ("dates.ics", "Legal dates known to the day, past and coming, for calendars"),
    ("feed.atom", "The days with news, for feed readers"),
    ("flankwatch.gpkg", "Boundaries with standing, borders and label points (GeoPackage)"),
    ("datapackage.json", "What every table and column means (Frictionless Data Package)"),
)


def downloads_section(contents: Contents) -> Component:
    """Links to all files; the browser puts the day shown into those of a day."""
    pack, day = contents.ledger.pack, contents.first_day.isoformat()
    far_side = listed([pack.states[iso].name for iso in pack.treaty.border_states])
    own = {
        "treaty": pack.treaty.words.treaty,
        "with_whom": f" with {far_side}" if far_side else "",
    }
    return html.Section(
        [
            html.H2("Take it away", className="record-title", tabIndex=-1),
            html.P(
                "Plain files, the same data as on the screen. The tables open in spreadsheets; "
                "what begins like a formula is marked as text.",
                className="panel-note",
            ),
            html.Ul(
                [
                    *(
                        _link(f"data/standing/{day}.{kind}", words, day_file=kind)
                        for kind, words in DAY_FILES
                    ),
                    *(_link(f"data/{name}", words.format_map(own)) for name, words in FILES),
                ],
                className="file-list",
            ),
        ],
        id="downloads",
        className="card record-section",
        **data(section="downloads"),
    )


def _link(address: str, words: str, day_file: str | None = None) -> Component:
    name = address.removeprefix("data/")
    return html.Li(
        [
            html.A(name, href=address, download="", **data(day_file=day_file)),
            html.Span(words, className="file-words"),
        ]
    )
