"""The swimlanes: a lane for every state on its way out, over one span of the time bar."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data
from dashboard.panels.time_bar import TimeSpan, ticks
from dashboard.panels.view import View
from dashboard.record.dates import PartialDate
from dashboard.record.models import State
from dashboard.story.chronicle import Happening

MARKED_ROLES = ("decision", "vote", "notice", "effect", "suspension", "objection")
"""The roles that have a mark in the lanes, in the order in which things happen."""

LANE_ROLES = frozenset(MARKED_ROLES) - {"objection"}
"""The roles that give a state a lane. An objection stands in the lane of the state it is about."""

MOST_TITLES = 5
"""The most titles in the tooltip of one mark."""


def lanes(
    states: Mapping[str, State], happenings: Sequence[Happening], span: TimeSpan, view: View
) -> Component:
    """One lane for each state that took a step to leave or to suspend within the span.

    A line marks the day shown; if a state with a lane is chosen, the others step back.
    """
    found: dict[str, list[Happening]] = defaultdict(list)
    for item in happenings:
        inside = item.date.first <= span.last and item.date.last >= span.first
        lane = item.about if item.role == "objection" else item.iso_a3
        if lane and inside and item.role in MARKED_ROLES:
            found[lane].append(item)
    with_steps = [
        iso for iso, items in found.items() if any(item.role in LANE_ROLES for item in items)
    ]
    has_lane = view.state in with_steps
    return html.Div(
        [
            *(
                _lane(states[iso], found[iso], span, steps_back=has_lane and view.state != iso)
                for iso in sorted(with_steps, key=lambda iso: states[iso].name)
            ),
            html.Div(ticks(span), className="lane lane-axis"),
            html.Div(_day_line(span, view.day), className="lane-day-field"),
        ],
        className="lanes",
        **data(first=span.first.isoformat(), last=span.last.isoformat()),
        **aria(hidden="true"),
    )


def _day_line(span: TimeSpan, day: date) -> Component:
    """The day shown as a line through all lanes; what lies after it is veiled."""
    before = day < span.first
    return html.I(
        id="lanes-day",
        className="before" if before else None,
        style={"left": f"{max(span.percent(day), 0)}%"},
        hidden=day > span.last,
    )


def _lane(state: State, items: Sequence[Happening], span: TimeSpan, steps_back: bool) -> Component:
    return html.Div(
        [
            html.Span(state.name, className="lane-name"),
            html.Div(
                [
                    *_countdown(items, span),
                    *_inexact_marks(items, span),
                    *_day_marks(items, span),
                ],
                className="lane-track",
            ),
        ],
        className="lane stepped-back" if steps_back else "lane",
        **data(lane=state.iso_a3, choose_state=state.iso_a3),
    )


def _day_marks(items: Sequence[Happening], span: TimeSpan) -> list[Component]:
    """What happened on a known day: a mark for each role on it, as two would hide one another."""
    marked: dict[tuple[str, PartialDate], list[Happening]] = defaultdict(list)
    for item in items:
        if item.date.exact:
            marked[item.role, item.date].append(item)
    return [
        html.I(
            className="lane-mark",
            style={"left": f"{span.percent(when.first)}%"},
            title=f"{_titles(same)}, {when.words}",
            **data(role=role, choose_event=same[0].id),
        )
        for (role, when), same in marked.items()
    ]


def _titles(items: Sequence[Happening]) -> str:
    titles = list(dict.fromkeys(item.title for item in items))
    more = [f"and {len(titles) - MOST_TITLES} more"] if len(titles) > MOST_TITLES else []
    return "; ".join([*titles[:MOST_TITLES], *more])


def _countdown(items: Sequence[Happening], span: TimeSpan) -> list[Component]:
    """The time from a notice to its effect, as a bar."""
    days = {item.role: item.date.first for item in items if item.date.exact}
    if "notice" not in days or "effect" not in days:
        return []
    left, right = span.percent(days["notice"]), span.percent(days["effect"])
    return [
        html.I(className="lane-bar", style={"left": f"{left}%", "width": f"{right - left:.3f}%"})
    ]


def _inexact_marks(items: Sequence[Happening], span: TimeSpan) -> list[Component]:
    """What is known only to the month or year: a dotted line over all of it."""
    inexact: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for item in items:
        if not item.date.exact:
            inexact[item.role, item.date.words].append(item)
    pieces: list[Component] = []
    for (role, when), known in inexact.items():
        first = max(known[0].date.first, span.first)
        last = min(known[0].date.last, span.last)
        left, right = span.percent(first), span.percent(last)
        pieces.append(
            html.I(
                className="lane-spell",
                style={"left": f"{left}%", "width": f"{right - left:.3f}%"},
                title=f"{_titles(known)}: {when}, day not known",
                **data(role=role, choose_event=known[0].id),
            )
        )
    return pieces
