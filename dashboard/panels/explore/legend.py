"""The legend of the map: what each colour means, and how many states stand there on the day."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data, dialog, standing_label, swatch
from dashboard.record.kinds import Standing
from dashboard.record.treaty import Purpose
from dashboard.story.standings import standings
from dashboard.story.words import listed

NOT_ON_RECORD = "Not on record"
"""What the map of the world has land of, and the record says nothing of."""


def legend(contents: Contents, day: date) -> Component:
    """One row a standing; standings that no state told of holds that day are hidden.

    Each is a button that leads to what the colours mean, and which states are counted.
    """
    counts = contents.frame_on(day).counts
    treaty = contents.ledger.pack.treaty
    told, rows = treaty.words.told, standings(treaty)
    return html.Ul(
        [
            html.Li(
                html.Button(
                    [
                        swatch(standing),
                        html.Span(rows[standing].label, className="legend-word"),
                        html.Span(counts[standing], className="legend-count"),
                    ],
                    type="button",
                    className="legend-row",
                    title=rows[standing].meaning,
                    **data(open="standings"),
                ),
                **data(standing=standing, count=counts[standing]),
            )
            for standing in Standing
        ]
        + [
            html.Li(
                [html.Span(className="swatch", **aria(hidden="true")), html.Span(NOT_ON_RECORD)],
                className="legend-rest",
            )
        ],
        id="legend",
        className="legend",
        **aria(label=f"Standings of {told} on the day shown"),
    )


def standings_help(contents: Contents) -> Component:
    """What the colours mean, as a dialog; the browser writes in who stands where on the day."""
    pack = contents.ledger.pack
    rows = standings(pack.treaty)
    groups = [
        f"the {len(pack.group(group))} of “{pack.treaty.groups[group]}”"
        for group in pack.treaty.groups_for(Purpose.TOLD)
    ]
    title = "What the colours mean"
    parts = [
        part
        for standing in Standing
        for part in (
            html.Dt(html.Span(standing_label(pack.treaty, standing), className="standing-line")),
            html.Dd(rows[standing].meaning),
            html.Dd(**data(standing_names=standing)),
        )
    ]
    return dialog(
        "standings",
        title,
        [
            html.H2(title, className="dialog-title"),
            html.P(
                f"Counted are {listed(groups)}, not the other states on the map. A standing "
                f"follows from a state’s dated acts by the {pack.treaty.words.treaty}’s own rules; "
                "the dates and "
                "their sources stand in its profile and in the table of the record."
            ),
            html.Dl(parts),
        ],
    )
