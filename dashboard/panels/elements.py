"""Components that several panels share: lists of sources, swatches, hidden labels, dialogs."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.record.kinds import Standing
from dashboard.record.models import Source, State
from dashboard.record.treaty import Treaty
from dashboard.story.citation import citation
from dashboard.story.standings import standings


def data(**attributes: str | int | None) -> dict[str, Any]:
    """``data-*`` attributes for a component; those that are None are left out."""
    return {
        f"data-{name.replace('_', '-')}": value
        for name, value in attributes.items()
        if value is not None
    }


def aria(**attributes: str) -> dict[str, Any]:
    """``aria-*`` attributes for a component."""
    return {f"aria-{name}": value for name, value in attributes.items()}


def swatch(standing: Standing) -> Component:
    """The little field in the colour (and pattern) of a standing."""
    return html.Span(className="swatch", **data(standing=standing), **aria(hidden="true"))


def standing_label(treaty: Treaty, standing: Standing) -> list[Component]:
    """A standing by colour and by word."""
    word = standings(treaty)[standing].label
    return [swatch(standing), html.Span(word, className="standing-word")]


def hidden(text: str, name: str = "") -> Component:
    """Text for screen readers only; ``name`` is a class by which scripts find it."""
    return html.Span(text, className=f"{name} visually-hidden".strip())


def sources_line(
    ids: Iterable[str], sources: Mapping[str, Source], states: Mapping[str, State]
) -> Component:
    """The sources of something shown: each a link to the card of what is known of it."""
    items: list[Component | str] = []
    for source_id in ids:
        source = sources[source_id]
        if items:
            items.append(" · ")
        items.append(
            html.A(
                citation(source, states),
                href=f"#source-{source_id}",
                className="source",
                title=source.title or None,
                **data(card=f"source-{source_id}"),
            )
        )
    return html.Span([hidden("Source: "), *items], className="sources")


PORTION = 250
"""How many entries a long list of the page has, and how many more come when they are asked for."""

AROUND = 25
"""How many quotes and dates of a long record the page holds on either side of the day shown.

Every step to another day moves some of them, and the page lays out all that it holds anew: a list
on screen shows ten or so of them, and what is measured (``tests/bench``) grows with the rest.
"""


def portions(entries: Sequence[Any]) -> dict[str, Any]:
    """The attribute of a list with these entries: a long one is shown portion by portion."""
    return data(portions="yes") if len(entries) > PORTION else {}


def choice_field(
    id_: str, name: str, label: str, every: str, options: Iterable[tuple[str, str]]
) -> list[Component]:
    """A field to choose ``name`` of the view from; the browser writes counts beside the words.

    ``options`` are values and words; ``every`` is said where nothing is chosen.
    """
    return [
        html.Label(label, htmlFor=id_, className="visually-hidden"),
        html.Select(
            [
                html.Option(every, value=""),
                *(html.Option(word, value=value, **data(word=word)) for value, word in options),
            ],
            id=id_,
            className="field",
            **data(filter=name),
        ),
    ]


def dialog(
    name: str, label: str, content: Sequence[Component], others: Sequence[Component] = ()
) -> Component:
    """A dialog; ``data-open`` opens it by ``name``. A button closes it, after ``others``."""
    close = html.Form(html.Button("Close", type="submit", className="control"), method="dialog")
    return html.Dialog(
        [*content, html.Div([*others, close], className="dialog-buttons")],
        id=name,
        className="dialog",
        **aria(label=label),
    )
