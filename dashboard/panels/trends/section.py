"""A trend on the page: its sentence, the place of its chart, its table, its sources, its files."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, data, hidden, sources_line, swatch
from dashboard.panels.screens import TRENDS
from dashboard.panels.trends.looks import DOTS, LINES, LOOKS
from dashboard.record.kinds import Standing
from dashboard.story.trends.trend import UNKNOWN, Cell, Row, Trend
from dashboard.story.words import counted

FEW_SOURCES = 6
"""More sources than these are folded away."""
STACKED = "standings"
"""The trend of which every series is a standing, of several groups: keyed as elsewhere, once."""
PICTURES = (("png", "PNG"), ("svg", "SVG"))


def trend_section(contents: Contents, trend: Trend, day: date, state: str | None) -> Component:
    """The section on a day; where there is nothing of the kind, it says so instead of a chart."""
    held = [_table(trend, day, state), _files(trend)] if trend.rows else []
    chart = _chart(trend) if trend.rows else None
    return html.Section(
        [
            html.H2(trend.title, className="record-title", id=f"{_name(trend)}-title"),
            html.P(trend.sentence(day), className="trend-says"),
            html.P(className="trend-chosen", hidden=True),
            chart,
            html.P(trend.note, className="panel-note") if trend.note and trend.rows else None,
            *held,
            _sources(contents, trend),
        ],
        id=_name(trend),
        className="card record-section trend",
        **data(trend=trend.id if trend.rows else None, day=day.isoformat()),
        **aria(labelledby=f"{_name(trend)}-title"),
    )


def _name(trend: Trend) -> str:
    return f"trend-{trend.id}"


def _keys(trend: Trend) -> Component:
    """What each colour and sign stands for; of the series that several groups have, once."""
    labels = {
        series.id: series.label
        for series in trend.series
        if any(point.value for point in series.points) or trend.id != STACKED
    }
    return html.Ul(
        [html.Li([_key(trend, id_), html.Span(label)]) for id_, label in labels.items()],
        className="trend-keys",
    )


def _key(trend: Trend, series: str) -> Component:
    if trend.id == STACKED:
        return swatch(Standing(series))
    look = LOOKS[trend.id][series]
    kind = "line" if trend.id in LINES else "dot" if trend.id in DOTS else "field"
    return html.Span(
        className="trend-key",
        style={"--key": look.css},
        **data(
            key=kind,
            dash=look.dash,
            hatched="yes" if look.hatched else None,
            hollow="yes" if look.hollow else None,
        ),
        **aria(hidden="true"),
    )


def _chart(trend: Trend) -> Component:
    """The place of the chart, which scripts fill; who does not see it has sentence and table."""
    return html.Div(
        [_keys(trend), html.Div(className="trend-figure")], className="trend-chart", hidden=True
    )


def _table(trend: Trend, day: date, state: str | None) -> Component:
    return html.Details(
        [
            html.Summary(f"As a table ({counted(len(trend.rows), 'row', 'rows')})"),
            html.Div(
                html.Table(
                    [
                        html.Caption(trend.title, className="visually-hidden"),
                        html.Thead(html.Tr([html.Th(head, scope="col") for head in trend.columns])),
                        html.Tbody([_row(trend, row, day, state) for row in trend.rows]),
                    ],
                    className="trend-table",
                ),
                className="trend-region",
                role="region",
                tabIndex=0,
                **aria(label=f"{trend.title}: table"),
            ),
        ],
        className="trend-details",
    )


def _row(trend: Trend, row: Row, day: date, state: str | None) -> Component:
    names = ["ahead"] if row.day and row.day > day else []
    if state in row.states:
        names.append("chosen")
    at = _place_of_day(trend, row)
    cells = [
        (_led(row, cell, trend) if index == at else _cell(cell))
        for index, cell in enumerate(row.cells)
    ]
    return html.Tr(
        [
            html.Th(cells[0], scope="row"),
            *(
                html.Td(cell, className="number" if isinstance(row.cells[index], int) else None)
                for index, cell in enumerate(cells[1:], start=1)
            ),
        ],
        className=" ".join(names) or None,
        **data(
            from_day=row.day.isoformat() if row.day else "",
            states=" ".join(row.states) or None,
        ),
    )


def _place_of_day(trend: Trend, row: Row) -> int:
    """The column of the day that a row leads to."""
    return trend.columns.index("Consent deposited") if trend.id == "intervals" and row.leads else 0


def _led(row: Row, cell: Cell, trend: Trend) -> Component | str:
    """The day of a row as a link to it."""
    if row.leads is None:
        return _cell(cell)
    return html.A(
        [str(cell), hidden(f": show {row.leads.isoformat()}") if trend.id == "joins" else None],
        href=f"?view={TRENDS.name}&date={row.leads}#{_name(trend)}",
        className="trend-day-link",
        **data(choose_day=row.leads.isoformat()),
    )


def _cell(cell: Cell) -> str:
    if cell is None:
        return UNKNOWN
    return f"{cell:,}" if isinstance(cell, int) and cell > 9999 else str(cell)


def _files(trend: Trend) -> Component:
    """The table as a file, and the chart as pictures, which scripts make."""
    return html.P(
        [
            html.A(
                [f"trends/{trend.id}.csv"],
                href=f"data/trends/{trend.id}.csv",
                download="",
                className="trend-file",
            ),
            *(
                html.Button(
                    ["Save as ", word],
                    type="button",
                    className="quiet trend-picture",
                    hidden=True,
                    **data(picture=kind),
                )
                for kind, word in PICTURES
            ),
        ],
        className="trend-files",
    )


def _sources(contents: Contents, trend: Trend) -> Component:
    """The tables and sources on which it rests."""
    pack = contents.ledger.pack
    tables = _joined(
        [html.A(f"{name}.csv", href=f"data/{name}.csv", download="") for name in trend.tables]
    )
    line = html.P(["Rests on ", *tables, "."], className="panel-note trend-tables")
    if not trend.sources:
        return line
    sources = sources_line(trend.sources, pack.sources, pack.states)
    if len(trend.sources) <= FEW_SOURCES:
        return html.Div([line, sources], className="trend-sources")
    summary = html.Summary(counted(len(trend.sources), "source", "sources"))
    return html.Div([line, html.Details([summary, sources])], className="trend-sources")


def _joined(items: Sequence[Component]) -> list[Component | str]:
    return [part for item in items for part in (", ", item)][1:]
