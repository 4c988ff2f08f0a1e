"""What can be taken away of the day shown, as a dialog: from slides to a frame elsewhere."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import data, dialog
from dashboard.record.dates import day_in_words

TITLE = "Take away"
MADE = (
    ("slides/{day}.pptx", "Slides", "To edit in PowerPoint, Keynote or Impress"),
    ("handout/{day}.pdf", "Handout", "Two pages of A4, to print (PDF)"),
    ("picture/{day}.png?form=wide&scale=2", "Picture", "2400 × 1260 pixels (PNG)"),
    ("picture/{day}.svg?form=wide", "Drawing", "For print and web, at any size (SVG)"),
    (
        "picture/{day}.png?form=map&scale=2",
        "Large picture",
        "3840 × 2160 pixels (PNG)",
    ),
)
"""What the server makes when it is asked for, which takes a moment; of the state chosen."""
DATA = (
    ("data/standing/{day}.csv", "Table", "All states on the day, for spreadsheets (CSV)"),
    ("data/standing/{day}.json", "Data", "Headline, figures and every state (JSON)"),
    ("data/figure/{day}.json", "Figure", "The map, for plotly.io.from_json"),
)
FRAME = (
    '<iframe src="{address}" title="{title}" width="100%" height="640" loading="lazy" '
    'sandbox="allow-scripts allow-popups" style="border: 0"></iframe>'
)
"""A frame for another site; what the page in it asks for is in ``panels/embed.py``."""
UNDER_WAY, FAILED, BUSY = (
    "Being made: {file} …",
    "{file} could not be made: the server does not answer, or says no. Try again in a moment.",
    "The server is making other files. Trying again: {file} …",
)


def take_away(contents: Contents) -> Component:
    """The dialog; the browser puts in the day shown and the state chosen."""
    day = contents.first_day
    content = [
        html.H2(TITLE, className="dialog-title", id="take-title"),
        html.P(
            [html.Span(day_in_words(day), id="take-what"), ", as the record has it."],
            className="panel-note",
        ),
        html.Ul(
            [
                *(
                    _link(address, name, words, day.isoformat(), made=True)
                    for address, name, words in MADE
                ),
                *(_link(address, name, words, day.isoformat()) for address, name, words in DATA),
            ],
            className="take-list",
        ),
        html.Div(
            [
                html.P(id="take-status", role="status"),
                html.Button(
                    "Leave it", id="take-leave", type="button", className="control", hidden=True
                ),
            ],
            className="take-progress",
            **data(under_way=UNDER_WAY, failed=FAILED, busy=BUSY),
        ),
        html.H3("In a frame on another site", className="take-heading"),
        html.P(
            [
                "Map, finding and a link back, for any width from 320 pixels. ",
                html.Button(
                    "Copy the frame",
                    id="take-frame",
                    type="button",
                    className="quiet",
                    **data(copy="", frame=FRAME),
                ),
            ],
            className="panel-note",
        ),
    ]
    return dialog("take", TITLE, content)


def _link(address: str, name: str, words: str, day: str, made: bool = False) -> Component:
    return html.Li(
        [
            html.A(
                name,
                href=address.format(day=day),
                download="",
                **data(take=address, made="yes" if made else None),
            ),
            html.Span(words, className="file-words"),
        ]
    )
