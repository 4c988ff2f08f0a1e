"""The table of all states on the day: where each stands and since when, and its dates.

Rows, cells and words come from here; the browser writes the day's standings into them, marks
what lies after the day, sorts, filters, and shows the columns that are chosen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import aria, choice_field, data, hidden, sources_line, swatch
from dashboard.panels.folding import folded
from dashboard.record.dates import PartialDate, day_in_short, day_in_words
from dashboard.record.kinds import CONSENTS, Kind, Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.record.treaty import Treaty
from dashboard.story.membership_dates import MEMBERSHIP_DATES, MembershipDate
from dashboard.story.standings import standings


@dataclass(frozen=True)
class Column:
    """A column: its name in the address, its title, and whether it is shown at first.

    ``kind`` is the name by which style sheets know its cells, where the pack gives it another.
    """

    name: str
    title: str
    usual: bool = True
    kind: str = ""


NAME = "state"
"""The column that is always shown, and by which the rows come sorted."""
SOURCES = "sources"
IN_TABLE = CONSENTS | {Kind.SIGNATURE, Kind.NOTIFICATION}
"""The kinds of events whose sources a row cites."""


def columns_of(treaty: Treaty) -> tuple[Column, ...]:
    """The columns in their order; one for the day of accession where the pack has a membership."""
    since = treaty.membership
    return (
        Column(NAME, "State"),
        Column("standing", "Standing"),
        Column("since", "Since"),
        Column("signature", "Signature"),
        Column("consent", "Consent"),
        Column("force", "In force"),
        Column("notice", "Notice"),
        Column("effect", "Effect"),
        Column("left", "Days left"),
        *([Column(since.id, f"{since.name} since", usual=False, kind="member")] if since else ()),
        Column("group", "Group", usual=False),
        Column(SOURCES, "Sources", usual=False),
    )


def all_states(ledger: Ledger) -> Sequence[State]:
    """Every state of the pack, by name as readers look for it: Côte d'Ivoire before Croatia."""
    return sorted(ledger.pack.states.values(), key=lambda state: folded(state.name))


def states_table(contents: Contents) -> Component:
    """The section of the table: what it says, its filters, the table in its scrolling region."""
    titles = contents.ledger.pack.treaty.groups
    return html.Section(
        [
            html.Div(
                [
                    html.H2("All states on the day", className="record-title", tabIndex=-1),
                    html.P(
                        "Standing, since and days left are those of the day shown. Dates in "
                        "italics lie after it: on that day they had not happened. A date known "
                        "only to the month or year is shown as such, and changes no standing.",
                        className="panel-note",
                    ),
                ],
                className="record-head",
            ),
            _standings(contents.ledger.pack.treaty),
            html.Div(
                [
                    html.Label("Find a state", htmlFor="states-find", className="visually-hidden"),
                    dcc.Input(
                        id="states-find",
                        className="field",
                        type="search",
                        placeholder="Find a state",
                        autoComplete="off",
                    ),
                    *choice_field(
                        "states-group",
                        "group",
                        "Group",
                        "Any group",
                        [(group, titles[group]) for group in titles],
                    ),
                    _columns(columns_of(contents.ledger.pack.treaty)),
                    html.Button(
                        "Sources of the dates",
                        type="button",
                        className="field",
                        **data(column_toggle=SOURCES),
                        **aria(pressed="false"),
                    ),
                    html.Button(
                        "Show all states",
                        type="button",
                        className="quiet",
                        hidden=True,
                        **data(table="clear"),
                    ),
                ],
                className="states-tools",
            ),
            html.P(id="states-count", className="visually-hidden", role="status"),
            html.Div(
                _table(contents),
                id="states-region",
                className="states-region",
                role="region",
                tabIndex=0,
                **aria(label="Table of all states"),
            ),
            html.Div(
                [
                    html.P("No state fits this choice on the day shown."),
                    html.Button("Show all states", type="button", **data(table="clear")),
                ],
                id="states-empty",
                className="empty",
                hidden=True,
            ),
        ],
        id="states-section",
        className="card record-section",
        **data(section="states"),
        **aria(label="All states on the day"),
    )


def _standings(treaty: Treaty) -> Component:
    """A chip a standing, with the number of states that hold it: filter and legend in one."""
    return html.Div(
        [_chip("", [html.Span("All")])]
        + [
            _chip(standing, [swatch(standing), html.Span(row.label)])
            for standing, row in standings(treaty).items()
        ],
        className="chips",
        role="group",
        **aria(label="Standing"),
    )


def _chip(value: str, content: list[Component]) -> Component:
    return html.Button(
        [*content, html.Span(className="chip-count")],
        type="button",
        className="chip",
        **data(choose_standing=value),
        **aria(pressed="false"),
    )


def _columns(columns: Sequence[Column]) -> Component:
    """The choice of columns, folded away."""
    return html.Details(
        [
            html.Summary("Columns", className="field"),
            html.Fieldset(
                [
                    html.Legend("Columns of the table", className="visually-hidden"),
                    *(
                        html.Label(
                            [
                                dcc.Input(
                                    id=f"column-{column.name}",
                                    type="checkbox",  # type: ignore[arg-type]
                                    value=column.name,
                                    className="column-choice",
                                ),
                                column.title,
                            ],
                            htmlFor=f"column-{column.name}",
                        )
                        for column in columns
                        if column.name != NAME
                    ),
                ],
                className="column-choices card",
            ),
        ],
        className="columns",
    )


def _table(contents: Contents) -> Component:
    ledger, day = contents.ledger, contents.first_day
    states, columns = all_states(ledger), columns_of(ledger.pack.treaty)
    number = len(states)
    return html.Table(
        [
            html.Caption(
                html.Span(f"All {number} states on {day_in_words(day)}", id="states-caption"),
                className="states-caption",
            ),
            html.Thead(
                html.Tr([_head(column) for column in columns], role="row", className="sliding"),
                role="rowgroup",
            ),
            html.Tbody([_row(contents, state, columns) for state in states], role="rowgroup"),
        ],
        id="states-table",
        className="states-table",
        role="table",  # Said again, here and below: laid out as cards, it would cease to be one.
    )


def _head(column: Column) -> Component:
    return html.Th(
        html.Button(
            [
                html.Span(column.title),
                html.Span(className="sort-sign", **aria(hidden="true")),
            ],
            type="button",
            className="sort",
            **data(sort=column.name),
        ),
        scope="col",
        role="columnheader",
        hidden=not column.usual,
        **data(column=column.name),
        **aria(sort="none"),
    )


def _row(contents: Contents, state: State, columns: Sequence[Column]) -> Component:
    ledger, day = contents.ledger, contents.first_day
    change = ledger.timelines[state.iso_a3].change_on(day)
    standing = change.standing if change else Standing.OUTSIDE
    since = state.member_since
    member = [MembershipDate(PartialDate.of(since), "", True)] if since else []
    content: list[Any] = [
        _name(state),
        [swatch(standing), html.Span(standings(ledger.pack.treaty)[standing].label)],
        day_in_short(change.day) if change else None,
        *([*map(_date, dates_of(ledger, state.iso_a3))] for dates_of in MEMBERSHIP_DATES.values()),
        None,
        *([[*map(_date, member)]] if ledger.pack.treaty.membership else ()),
        ledger.pack.treaty.groups[state.group],
        sources_line(_sources(ledger, state), ledger.pack.sources, ledger.pack.states),
    ]
    cells = [
        html.Th(held, scope="row", role="rowheader") if column.name == NAME else _cell(held, column)
        for held, column in zip(content, columns, strict=True)
    ]
    return html.Tr(
        cells, role="row", **data(iso=state.iso_a3, group=state.group, standing=standing)
    )


def _cell(held: Any, column: Column) -> Component:
    # Where there is no room for columns, every cell has its label with it.
    return html.Td(
        held,
        className=f"{column.kind or column.name}-cell",
        role="cell",
        hidden=not column.usual,
        **data(label=column.title),
    )


def _name(state: State) -> Component:
    """The name, a button that leads to the state's profile and to the map that shows it."""
    return html.Button(
        [state.name, hidden(": show on the map")],
        type="button",
        className="to-explore",
        **data(explore=state.iso_a3),
    )


def _sources(ledger: Ledger, state: State) -> Iterable[str]:
    """What the dates of the row rest on; where there is none, what says so of the state."""
    shown = [event for event in ledger.events[state.iso_a3] if event.kind in IN_TABLE]
    cited = [source for event in shown for source in (*event.sources, *event.effect_sources)]
    return dict.fromkeys(cited or state.sources)


def _date(shown: MembershipDate) -> Component:
    """A date as precise as it is known. What is not known to the day or not certain says so."""
    exact = shown.date.exact
    words: list[Component | str] = [day_in_short(exact) if exact else shown.date.words]
    if not exact:
        words.append(hidden(", day not known"))
    if not shown.certain:
        words += [html.Span(" ?", **aria(hidden="true")), hidden(", not certain")]
    if shown.word:
        words += [" ", html.Span(shown.word.lower(), className="act")]
    return html.Time(words, dateTime=str(shown.date))
