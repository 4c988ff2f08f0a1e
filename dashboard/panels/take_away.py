"""What can be taken away of the day shown, as a dialog: from slides to a frame elsewhere."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import data, dialog
from dashboard.panels.kept import Kept
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
KEPT = (
    ("slides", "slides/{day}.pptx"),
    ("handouts", "handout/{day}.pdf"),
    ("pictures", "picture/{day}-wide.png"),
    ("pictures", "picture/{day}-wide.svg"),
    ("pictures", "picture/{day}-map.png"),
)
"""Where a copy in plain files has these, each of the kind that it may be without."""
KEPT_DAYS = (
    "This copy of the site has files of the days on which a standing changes: these are of the "
    "last one up to the day shown."
)
FRAME_PAGE = "embed/{day}.html"
"""The page for a frame as a file, of any day."""
DATA = (
    ("data/standing/{day}.csv", "Table", "All states on the day, for spreadsheets (CSV)"),
    ("data/standing/{day}.json", "Data", "Headline, figures and every state (JSON)"),
    ("data/figure/{day}.json", "Figure", "The map, for plotly.io.from_json"),
)
FRAME = (
    '<iframe src="{address}" title="{title}" width="100%" height="640" loading="lazy" '
    'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
    'style="border: 0"></iframe>'
)
"""A frame for another site; what the page in it asks for is in ``panels/embed.py``."""
UNDER_WAY, FAILED, BUSY = (
    "Being made: {file} …",
    "{file} could not be made: the server does not answer, or says no. Try again in a moment.",
    "The server is making other files. Trying again: {file} …",
)


def take_away(contents: Contents) -> Component:
    """The dialog; the browser puts in the day shown and the state chosen."""
    day, kept = contents.first_day, contents.kept
    made = _kept(contents, kept) if kept else _made(day)
    content = [
        html.H2(TITLE, className="dialog-title", id="take-title"),
        html.P(
            [html.Span(day_in_words(day), id="take-what"), ", as the record has it."],
            className="panel-note",
        ),
        *([html.P(KEPT_DAYS, className="panel-note")] if kept else []),
        html.Ul(
            [*made, *(_link(address, name, words, day) for address, name, words in DATA)],
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
                    **data(copy="", frame=FRAME, frame_page=FRAME_PAGE if kept else None),
                ),
            ],
            className="panel-note",
        ),
    ]
    return dialog("take", TITLE, content)


def _made(day: date) -> list[Component]:
    return [_link(address, name, words, day, made="yes") for address, name, words in MADE]


def _kept(contents: Contents, kept: Kept) -> list[Component]:
    """The same files where they lie ready, saved under the names that a server gives them."""
    treaty = contents.ledger.pack.treaty.id
    return [
        _link(
            address,
            name,
            words,
            contents.first_day,
            saved=f"flankwatch-{treaty}-{address.partition('/')[2]}",
        )
        for (kind, address), (_, name, words) in zip(KEPT, MADE, strict=True)
        if kind not in kept.without
    ]


def _link(address: str, name: str, words: str, day: date, **more: str) -> Component:
    """A link to a file of a day; ``more`` says of it whether it is made, or its name if saved."""
    return html.Li(
        [
            html.A(
                name,
                href=address.format(day=day),
                download=more.get("saved", "").format(day=day),
                **data(take=address, **more),
            ),
            html.Span(words, className="file-words"),
        ]
    )
