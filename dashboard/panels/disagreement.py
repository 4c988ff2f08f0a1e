"""Where sources disagree: the buttons that lead to it, and the dialog in which it is read."""

from collections.abc import Iterable, Sequence

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import data, dialog, hidden
from dashboard.record.ledger import Ledger, disputed
from dashboard.record.models import Claim


def disagreement_buttons(
    ledger: Ledger, topics: Iterable[str], named: bool = False
) -> list[Component]:
    """A button for each of ``topics`` (ids) on which sources differ; it opens the topic's card.

    ``named``: the button shows the title of the topic.
    """
    titles = ledger.pack.treaty.topics
    return [
        html.Button(
            f"Sources differ: {titles[topic]}"
            if named
            else ["Sources differ", hidden(f": {titles[topic]}")],
            type="button",
            className="differ",
            title=titles[topic],
            **data(card=f"topic-{topic}"),
        )
        for topic in topics
        if topic in ledger.disputed
    ]


def topics_of(claims: Sequence[Claim], iso_a3: str) -> list[str]:
    """The topics that concern a state and on which not every source agrees with the record."""
    return sorted(disputed(claim for claim in claims if iso_a3 in claim.iso_a3))


def card_dialog() -> Component:
    """The dialog in which a source or a disagreement is read without leaving the page."""
    back = html.Button(
        "Back", type="button", className="control", hidden=True, **data(card_back="yes")
    )
    return dialog("card", "Source or disagreement", [html.Div(id="card-content")], [back])
