"""The figures under the headline: states out and leaving, the border, the parties worldwide."""

from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.disagreement import disagreement_buttons
from dashboard.panels.drawing import StepLine
from dashboard.panels.elements import aria, data, dialog, sources_line
from dashboard.panels.head import FIGURES
from dashboard.record.dates import FIRST_DAY
from dashboard.record.ledger import Ledger
from dashboard.story.borderland import shared_borders
from dashboard.story.figures import (
    border_figure,
    border_reckoning,
    main_figure,
    main_reckoning,
    parties_figure,
    parties_reckoning,
)


def key_figures(contents: Contents, day: date) -> Component:
    """The figures with captions, those of ``day``; the browser follows the day shown.

    Each is a button that leads to how it is counted.
    """
    treaty, frame = contents.ledger.pack.treaty, contents.frame_on(day)
    border = border_figure(treaty, frame)
    figures = {
        "main": main_figure(treaty, frame),
        **({"border": border} if border else {}),
        "parties": parties_figure(contents.ledger.parties(day)),
    }
    return html.Ul(
        [
            html.Li(
                html.Button(
                    [
                        html.Span(
                            [
                                html.Strong(value, className="figure-value"),
                                _parties_line(contents, day) if name == "parties" else None,
                            ],
                            className="figure-head",
                        ),
                        html.Span(caption, className="figure-caption"),
                        " ",
                        html.Span("How counted", className="figure-how"),
                    ],
                    type="button",
                    className="figure",
                    **data(open="reckoning"),
                ),
                **data(figure=name),
            )
            for name, (value, caption) in figures.items()
        ],
        id=FIGURES,
        className="figures",
        **aria(label="Key figures"),
    )


def _parties_line(contents: Contents, shown: date) -> Component:
    """The number of parties since 1997 as a line of steps, and a mark at the day shown."""
    last = max(span.last for span in contents.spans)
    days = (last - FIRST_DAY).days
    counts = contents.ledger.party_counts
    most = max((count.by_deposit for count in counts), default=1)

    def along(day: date) -> float:
        return (max(day, FIRST_DAY) - FIRST_DAY).days / days

    verified = contents.first_day
    points = [(along(count.day), count.by_deposit / most) for count in counts]
    points.append((along(verified), contents.ledger.parties(verified).by_deposit / most))
    line: Any = StepLine(points, "step-line")  # Not Dash's, but the page's own kind of content.
    return html.Span(
        [line, html.I(className="step-line-day", style={"left": f"{100 * along(shown):.3f}%"})],
        className="parties-line",
        **aria(hidden="true"),
    )


def reckoning(contents: Contents) -> Component:
    """How the figures are counted, as a dialog."""
    treaty = contents.ledger.pack.treaty
    main, border = treaty.key_figures.main, treaty.key_figures.border
    texts = {"main": (main.title, main_reckoning(treaty))}
    if border:
        texts["border"] = (border.title, border_reckoning(treaty, contents.first_frame))
    texts["parties"] = ("Parties worldwide", parties_reckoning(contents.ledger))
    title = "How the figures are counted"
    parts = [
        part
        for name, (heading, text) in texts.items()
        for part in (
            html.Dt(heading),
            html.Dd(text, **data(reckoning=name)),
            html.Dd(_grounds(contents.ledger, name)),
        )
    ]
    return dialog("reckoning", title, [html.H2(title, className="dialog-title"), html.Dl(parts)])


def _borders(ledger: Ledger) -> list[Component]:
    """The lengths that are added up."""
    lines = [
        html.Li(f"{near.name} and {far.name}: {km:,} km")
        for near, far, km in shared_borders(ledger)
    ]
    membership = ledger.pack.treaty.membership
    since = f"Each from the day on which the state is in {membership.name}:" if membership else ""
    return [
        *([html.P(since)] if since else ()),
        html.Ul(lines, className="lengths"),
    ]


def _grounds(ledger: Ledger, name: str) -> list[Component]:
    """The sources of a figure, and where sources differ about it."""
    pack = ledger.pack
    published = [source for border in pack.borders for source in border.sources]
    sources = published if name == "border" else pack.treaty.sources
    return [
        *(_borders(ledger) if name == "border" else ()),
        sources_line(dict.fromkeys(sources), pack.sources, pack.states),
        html.Div(
            disagreement_buttons(ledger, pack.treaty.figures.get(name, ()), named=True),
            className="differs",
        ),
    ]
