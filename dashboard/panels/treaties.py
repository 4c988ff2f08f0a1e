"""The treaties of one site: the way from the page of one to those of the others, and what they say
of a state.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import data, swatch
from dashboard.panels.screens import BRIEF, EXPLORE
from dashboard.panels.view import View
from dashboard.record.ledger import Ledger
from dashboard.record.treaty import Treaty
from dashboard.story.frames import shown_states
from dashboard.story.profile import standing_periods


@dataclass(frozen=True)
class TreatyPage:
    """The page of a treaty, as seen from that of another one.

    ``address`` leads to it, with a slash at its end; it is empty for the page itself. ``last`` is
    the last day that it can show.
    """

    ledger: Ledger
    address: str
    last: date

    @property
    def name(self) -> str:
        """What the treaty is called, in few words."""
        return self.ledger.pack.treaty.short_title

    @property
    def subject(self) -> str:
        """What the page is about."""
        return f"The {self.ledger.pack.treaty.words.subject}"

    @property
    def states(self) -> list[str]:
        """The states that can be chosen there, by ``iso_a3``."""
        return [state.iso_a3 for state in shown_states(self.ledger)]

    def under(self, view: View) -> str:
        """The address of the same day and state there, as far as it can show them."""
        parts = [f"date={view.day}"] if view.day <= self.last else []
        if view.state in self.states:
            parts.append(f"state={view.state}")
        if view.screen not in (EXPLORE, BRIEF):
            parts.append(f"view={view.screen.name}")
        return f"{self.address}?{'&'.join(parts)}"


def subject(treaty: Treaty, pages: Sequence[TreatyPage], view: View) -> Component:
    """What the page is about; of several treaties, it unfolds to links to the others' pages."""
    own = next((page for page in pages if not page.address), None)
    if own is None or len(pages) < 2:
        return html.Span(f"The {treaty.words.subject}", className="subtitle")
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(own.subject, className="subtitle"),
                    html.Span(own.name, className="subtitle-short"),
                ],
                title="Other treaties",
            ),
            html.Ul(
                [
                    html.Li(html.A(page.subject, href=page.under(view), **data(treaty=number)))
                    for number, page in enumerate(pages)
                    if page is not own
                ],
                className="treaty-links",
            ),
        ],
        id="treaties",
        className="treaties",
    )


def under_other_treaties(
    pages: Sequence[TreatyPage], iso_a3: str, day: date | None
) -> list[Component]:
    """A line for each other treaty that has the state: what it is there on the day.

    All its standings are in it; only the one that holds on ``day`` is visible, as in a profile.
    """
    return [
        _under(number, page, iso_a3, day)
        for number, page in enumerate(pages)
        if page.address and iso_a3 in page.ledger.pack.states
    ]


def _under(number: int, page: TreatyPage, iso_a3: str, day: date | None) -> Component:
    found = standing_periods(page.ledger, iso_a3)
    begun = [period for period in found if day and period.first <= day]
    current = begun[-1] if begun else None
    chosen = View(day or page.last, iso_a3)
    return html.Div(
        [
            html.A(page.name, href=page.under(chosen), **data(treaty=number)),
            ": ",
            *(
                html.Span(
                    [swatch(period.standing), period.sentence],
                    className="other-standing",
                    hidden=period is not current,
                    **data(first=period.first.isoformat()),
                )
                for period in found
            ),
        ],
        className="other-treaty",
    )


def treaties_store(pages: Sequence[TreatyPage]) -> list[dict[str, Any]]:
    """What scripts need to lead to the same day and state under each treaty."""
    if len(pages) < 2:
        return []
    return [
        {"address": page.address, "last": page.last.isoformat(), "states": page.states}
        for page in pages
    ]
