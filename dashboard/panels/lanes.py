"""The swimlanes: a lane for every state on its way out, over one stretch of time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data
from dashboard.panels.time_bar import Stretch, ticks
from dashboard.panels.view import View
from dashboard.record.dates import PartialDate
from dashboard.record.models import State
from dashboard.story.chronicle import Happening

MARKS = ("decision", "vote", "notice", "effect", "suspension", "objection")
"""The roles that have a mark in the lanes, in the order in which things happen."""

OWN = frozenset(MARKS) - {"objection"}
"""What makes a lane: steps of the state itself. Objections stand in the lane they are about."""

MOST_TITLES = 5
"""How many titles stand in the tip of one mark."""


def lanes(
    states: Mapping[str, State], happenings: Sequence[Happening], stretch: Stretch, view: View
) -> Component:
    """One lane for each state that took a step to leave or to suspend within the stretch.

    A line marks the day shown; if a state with a lane is chosen, the others step back.
    """
    found: dict[str, list[Happening]] = defaultdict(list)
    for item in happenings:
        inside = item.date.first <= stretch.last and item.date.last >= stretch.first
        lane = item.about if item.role == "objection" else item.iso_a3
        if lane and inside and item.role in MARKS:
            found[lane].append(item)
    with_steps = [iso for iso, items in found.items() if any(item.role in OWN for item in items)]
    has_lane = view.state in with_steps
    return html.Div(
        [
            *(
                _lane(states[iso], found[iso], stretch, steps_back=has_lane and view.state != iso)
                for iso in sorted(with_steps, key=lambda iso: states[iso].name)
            ),
            html.Div(ticks(stretch), className="lane lane-axis"),
            html.Div(_day_line(stretch, view.day), className="lane-day-field"),
        ],
        className="lanes",
        **data(first=stretch.first.isoformat(), last=stretch.last.isoformat()),
        **aria(hidden="true"),
    )


def _day_line(stretch: Stretch, day: date) -> Component:
    """The day shown as a line through all lanes; what lies after it is veiled."""
    before = day < stretch.first
    return html.I(
        id="lanes-day",
        className="before" if before else None,
        style={"left": f"{max(stretch.percent(day), 0)}%"},
        hidden=day > stretch.last,
    )


def _lane(
    state: State, items: Sequence[Happening], stretch: Stretch, steps_back: bool
) -> Component:
    return html.Div(
        [
            html.Span(state.name, className="lane-name"),
            html.Div(
                [
                    *_countdown(items, stretch),
                    *_spells(items, stretch),
                    *_marks(items, stretch),
                ],
                className="lane-track",
            ),
        ],
        className="lane stepped-back" if steps_back else "lane",
        **data(lane=state.iso_a3, choose_state=state.iso_a3),
    )


def _marks(items: Sequence[Happening], stretch: Stretch) -> list[Component]:
    """What happened on a known day: a mark for each role on it, as two would hide one another."""
    marked: dict[tuple[str, PartialDate], list[Happening]] = defaultdict(list)
    for item in items:
        if item.date.exact:
            marked[item.role, item.date].append(item)
    return [
        html.I(
            className="lane-mark",
            style={"left": f"{stretch.percent(when.first)}%"},
            title=f"{_titles(same)}, {when.words}",
            **data(role=role, choose_event=same[0].id),
        )
        for (role, when), same in marked.items()
    ]


def _titles(items: Sequence[Happening]) -> str:
    titles = list(dict.fromkeys(item.title for item in items))
    more = [f"and {len(titles) - MOST_TITLES} more"] if len(titles) > MOST_TITLES else []
    return "; ".join([*titles[:MOST_TITLES], *more])


def _countdown(items: Sequence[Happening], stretch: Stretch) -> list[Component]:
    """The six months from a notice to its effect, as a bar."""
    days = {item.role: item.date.first for item in items if item.date.exact}
    if "notice" not in days or "effect" not in days:
        return []
    left, right = stretch.percent(days["notice"]), stretch.percent(days["effect"])
    return [
        html.I(className="lane-bar", style={"left": f"{left}%", "width": f"{right - left:.3f}%"})
    ]


def _spells(items: Sequence[Happening], stretch: Stretch) -> list[Component]:
    """What is known only to the month or year: a dotted line over all of it, one a spell."""
    spells: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for item in items:
        if not item.date.exact:
            spells[item.role, item.date.words].append(item)
    pieces: list[Component] = []
    for (role, when), known in spells.items():
        first = max(known[0].date.first, stretch.first)
        last = min(known[0].date.last, stretch.last)
        left, right = stretch.percent(first), stretch.percent(last)
        pieces.append(
            html.I(
                className="lane-spell",
                style={"left": f"{left}%", "width": f"{right - left:.3f}%"},
                title=f"{_titles(known)}: {when}, day not known",
                **data(role=role, choose_event=known[0].id),
            )
        )
    return pieces
