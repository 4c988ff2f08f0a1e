"""The sources: a card each, which every citation on the page leads to."""

from collections import Counter

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import aria, data
from dashboard.record.ledger import Ledger
from dashboard.record.models import Source
from dashboard.record.pack import Pack
from dashboard.story.words import SOURCE_KIND, counted, listed

CITING = (
    ("events", "date", "dates"),
    ("quotes", "quote", "quotes"),
    ("claims", "side of a disagreement", "sides of disagreements"),
    ("borders", "border", "borders"),
    ("states", "state", "states"),
)


def sources_section(ledger: Ledger) -> Component:
    """All sources of the pack, by publisher."""
    pack = ledger.pack
    cited = {table: _citations(pack, table) for table, *_ in CITING}
    ordered = sorted(pack.sources.values(), key=lambda source: source.publisher.casefold())
    return html.Section(
        [
            html.H2("Sources", className="record-title", tabIndex=-1),
            html.P(
                f"{len(ordered)} publications. State media are named as such: those whose editors "
                "answer to a government. Public broadcasters with editors of their own are not.",
                className="panel-note",
            ),
            html.Div(
                [_card(pack, source, cited) for source in ordered],
                className="source-list",
                tabIndex=0,
                role="region",
                **aria(label="List of sources"),
            ),
        ],
        id="sources",
        className="card record-section",
        **data(section="sources"),
    )


def _citations(pack: Pack, table: str) -> Counter[str]:
    rows = getattr(pack, table)
    rows = rows.values() if isinstance(rows, dict) else rows
    return Counter(source for row in rows for source in row.sources)


def _card(pack: Pack, source: Source, cited: dict[str, Counter[str]]) -> Component:
    owner = pack.states[source.state_media].name if source.state_media else None
    uses = [
        counted(number, one, many)
        for table, one, many in CITING
        if (number := cited[table][source.id])
    ]
    facts = [
        ("Title", source.title),
        ("Date", source.date.words if source.date else "not stated"),
        ("Kind", SOURCE_KIND[source.kind]),
        ("State media", f"yes, of {owner}" if owner else ""),
        ("Note", source.note),
        ("Cited for", listed(uses) or "nothing on record"),
    ]
    return html.Article(
        [
            html.H3(source.publisher, className="card-title"),
            html.Dl(
                [part for term, text in facts if text for part in (html.Dt(term), html.Dd(text))],
                className="facts",
            ),
            html.A(
                "Open this source (another site)",
                href=source.url,
                target="_blank",
                rel="noopener noreferrer",
            )
            if source.url
            else html.P("No public address on record.", className="panel-note"),
        ],
        id=f"source-{source.id}",
        className="source-card",
        **data(source=source.id),
    )
