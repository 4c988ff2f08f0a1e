"""About the record: how standing is decided, what the colours mean, what is not known."""

from collections import Counter

from dash import html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.elements import data, standing_label
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Confidence, Stance, Standing, Verdict
from dashboard.record.pack import Pack
from dashboard.record.treaty import Treaty
from dashboard.story.rules_in_words import entry_in_words, withdrawal_in_words
from dashboard.story.standings import standings
from dashboard.story.words import STANCE, STANCE_MEANING, VERDICT, VERDICT_MEANING, counted


def about_section(contents: Contents) -> Component:
    """The pages about the record, one under the other, each with its heading."""
    treaty = contents.ledger.pack.treaty
    return html.Section(
        [
            html.H2("About the record", className="record-title", tabIndex=-1),
            html.Div(
                [
                    _part("How standing is decided", _standing(contents.ledger.pack)),
                    _part("What the colours mean", [_colours(treaty)]),
                    _part("What the verdicts mean", [_verdicts()]),
                    _part("How quotes are sorted", _stances()),
                    _part("Which boundaries", _boundaries(treaty)),
                    _part("How far the record reaches", _reach(contents)),
                    _part("What is not known", [_unknown(contents)]),
                    _part("Licence", _licence()),
                    _part("Report an error", _report()),
                ],
                className="about-parts",
            ),
        ],
        id="about",
        className="card record-section",
        **data(section="about"),
    )


def _part(title: str, content: list[Component]) -> Component:
    return html.Article([html.H3(title, className="card-title"), *content], className="about-part")


def _standing(pack: Pack) -> list[Component]:
    return [
        html.P(
            "A state’s standing on a day follows from its dated acts by the "
            f"{pack.treaty.words.treaty}’s own rules; nobody sets it by hand."
        ),
        html.P(entry_in_words(pack)),
        html.P(withdrawal_in_words(pack)),
        html.P(
            "A standing changes only on a known day: an act of which only the month or the year is "
            "known is shown as such and moves nothing. Where a recorded date differs from what the "
            "rules give, the record says why."
        ),
    ]


def _colours(treaty: Treaty) -> Component:
    table = standings(treaty)
    rows = [
        html.Tr(
            [
                html.Th(
                    html.Span(standing_label(treaty, standing), className="standing-line"),
                    scope="row",
                ),
                html.Td(table[standing].meaning),
                html.Td(table[standing].binds),
            ]
        )
        for standing in Standing
    ]
    return html.Table(
        [
            html.Caption("Standings, their colours and what they say", className="visually-hidden"),
            html.Thead(
                html.Tr([html.Th(word, scope="col") for word in ("Standing", "When", "Bound?")])
            ),
            html.Tbody(rows),
        ],
        className="about-table",
    )


def _verdicts() -> Component:
    rows = [
        html.Tr([html.Th(VERDICT[verdict], scope="row"), html.Td(VERDICT_MEANING[verdict])])
        for verdict in Verdict
    ]
    caption = html.Caption("Verdicts on what sources say", className="visually-hidden")
    return html.Table([caption, html.Tbody(rows)], className="about-table")


def _stances() -> list[Component]:
    lines = [
        html.Li([html.Strong(f"{STANCE[stance]}. "), STANCE_MEANING[stance]]) for stance in Stance
    ]
    return [
        html.P(
            "By what each is about, which stands beside it, and by what its own words say of that. "
            "It is the editors’ reading of those words, not a verdict on the speaker."
        ),
        html.Ul(lines, className="plain-list"),
    ]


def _boundaries(treaty: Treaty) -> list[Component]:
    said = treaty.view.boundaries.sentence
    return [
        html.P(
            "Natural Earth, 1:10 million, in the public domain, simplified to about two "
            f"kilometres.{f' {said}' if said else ''} The map takes no position on territorial "
            "disputes; lengths of borders are published figures, never measured on it."
        )
    ]


def _reach(contents: Contents) -> list[Component]:
    pack = contents.ledger.pack
    through = day_in_words(pack.treaty.verified_through)
    return [
        html.P(
            f"The record is verified through {through}. After that day no later change is on "
            "record; that does not mean that none happened."
        ),
        html.P(
            f"It holds {len(pack.states):,} states, {len(pack.events):,} dated acts and "
            f"statements, {len(pack.quotes):,} quotes, {len(pack.sources):,} sources and "
            f"{len(pack.claims):,} statements compared with one another."
        ),
    ]


def _unknown(contents: Contents) -> Component:
    pack = contents.ledger.pack
    inexact = sum(event.date.exact is None for event in pack.events)
    confidence = Counter(event.confidence for event in pack.events)
    weak = confidence[Confidence.MEDIUM] + confidence[Confidence.LOW]
    undated = sum(quote.date is None for quote in pack.quotes)
    vague = sum(quote.date is not None and quote.date.exact is None for quote in pack.quotes)
    without_tally = sum(
        event.kind == "parliament_vote" and event.votes_for is None for event in pack.events
    )
    lines = (
        f"The day of {counted(inexact, 'dated act', 'dated acts')}: only the month or the year is "
        "known. In the list they are underlined with dots; in the lanes they are a dotted stretch.",
        f"How sure {counted(weak, 'date is', 'dates are')}: not settled, or sourced only weakly. "
        "They carry a question mark.",
        f"The day of {counted(undated + vague, 'quote', 'quotes')}: of {vague} only the month or "
        "the year is known.",
        f"The tally of {counted(without_tally, 'vote', 'votes')} in parliament.",
        "What nobody reported in a source that was read.",
    )
    return html.Ul([html.Li(line) for line in lines], className="plain-list")


def _licence() -> list[Component]:
    return [
        html.P(
            "The program is under the MIT licence. Boundaries are in the public domain. Facts "
            "belong to nobody; quotations are short and carry their sources. Name the source that "
            "a date or a quote carries, not this dashboard alone."
        )
    ]


def _report() -> list[Component]:
    return [
        html.P(
            "Tell whoever runs this dashboard: what stands there, what should stand there, and the "
            "source that says so. “Copy link” takes the view along in which you saw it. The record "
            "is a folder of tables that can be edited with a spreadsheet; “flankwatch check” says "
            "what is wrong with it."
        )
    ]
