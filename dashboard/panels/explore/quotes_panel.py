"""The quotes: a card each, in the speaker's words, and the fields that choose among them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.panels.contents import Contents
from dashboard.panels.disagreement import disagreement_buttons
from dashboard.panels.elements import PORTION, aria, choice_field, data, sources_line
from dashboard.panels.folding import folded
from dashboard.panels.phrases import QUOTES_ALL, QUOTES_OF
from dashboard.panels.view import View
from dashboard.record.kinds import Stance
from dashboard.record.ledger import Ledger
from dashboard.record.models import Quote
from dashboard.record.pack import Pack
from dashboard.story.citation import citation
from dashboard.story.words import LANGUAGES, STANCE, STANCE_SIGN, capital, listed

HELD = 10
"""How many quotes the document holds on either side of the day shown; the browser fetches all."""


def all_quotes(contents: Contents) -> list[Component]:
    """Every quote of the pack, the latest first; the browser shows those that fit the view."""
    return [_card(contents.ledger, quote) for quote in ordered(contents.ledger.pack)]


def quotes_panel(contents: Contents, view: View) -> Component:
    """The fields that choose among the quotes, and those that were said around the day shown.

    Those said after it stand in a list of their own, the next one first.
    """
    ledger = contents.ledger
    quotes = ordered(ledger.pack)
    fitting = [quote for quote in quotes if not view.state or view.state in quote.iso_a3]
    later = [quote for quote in fitting if (said_by(ledger.pack, quote) or date.min) > view.day]
    said = fitting[len(later) :]
    stances = Counter(quote.stance for quote in fitting)
    length = data(long="yes" if len(quotes) > PORTION else None)
    return html.Section(
        [
            html.Div(
                [
                    html.H2("Quotes", className="panel-title", tabIndex=-1),
                    html.P(
                        _how_many(len(fitting), len(quotes)),
                        id="quotes-count",
                        className="panel-aside",
                        role="status",
                    ),
                ],
                className="panel-head",
            ),
            html.Div(
                [
                    html.Div(
                        [
                            _chip("", "All", len(fitting)),
                            *(_chip(stance, STANCE[stance], stances[stance]) for stance in Stance),
                        ],
                        className="chips",
                        role="group",
                        **aria(label="Stance"),
                    ),
                    html.Div(
                        [
                            html.Label(
                                "Search words, people, days, states",
                                htmlFor="quotes-search",
                                className="visually-hidden",
                            ),
                            dcc.Input(
                                id="quotes-search",
                                type="search",
                                placeholder="Search words, people, days, states",
                                autoComplete="off",
                            ),
                            *choice_field(
                                "quotes-state",
                                "state",
                                "State",
                                "Any state",
                                # All that can be chosen: the field must say so of any of them.
                                [(state.iso_a3, state.name) for state in contents.states],
                            ),
                            *choice_field(
                                "quotes-speaker",
                                "speaker",
                                "Speaker",
                                "Any speaker",
                                _speakers(quotes),
                            ),
                            *choice_field(
                                "quotes-topic", "topic", "Topic", "Any topic", _topics(quotes)
                            ),
                        ],
                        className="quote-fields",
                    ),
                ],
                className="quote-filters",
            ),
            html.Div(
                [_card(ledger, quote) for quote in said[:HELD]],
                className="quote-list",
                id="said",
                **length,
            ),
            html.H3(
                "Said after the day shown, or perhaps after it",
                id="said-later-title",
                className="later-title",
                hidden=not later,
            ),
            html.Div(
                [_card(ledger, quote) for quote in reversed(later[-HELD:])],
                className="quote-list",
                id="said-later",
                **length,
            ),
            html.Div(
                [
                    html.P("No quote on record fits this choice."),
                    html.Button("Show all quotes", type="button", **data(clear="quotes")),
                ],
                id="quotes-empty",
                className="empty",
                hidden=bool(fitting),
            ),
        ],
        id="quotes-panel",
        className="panel card",
        **data(panel="quotes", fragment="quotes"),
    )


def _speakers(quotes: Sequence[Quote]) -> list[tuple[str, str]]:
    return [(name, name) for name in sorted({quote.speaker for quote in quotes}, key=folded)]


def _topics(quotes: Sequence[Quote]) -> list[tuple[str, str]]:
    topics = sorted({quote.topic for quote in quotes}, key=folded)
    return [(topic, capital(topic)) for topic in topics]


def ordered(pack: Pack) -> list[Quote]:
    """The latest first; those without a date last."""
    return sorted(pack.quotes, key=lambda quote: said_by(pack, quote) or date.min, reverse=True)


def said_by(pack: Pack, quote: Quote) -> date | None:
    """The last day on which it may have been said; None where no date is on record.

    The end of its day, month or year, or before that the day on which a source reported it.
    """
    if quote.date is None:
        return None
    sources = (pack.sources[source] for source in quote.sources)
    reported = [source.date.last for source in sources if source.date]
    return max(quote.date.first, min([quote.date.last, *reported]))


def _how_many(fitting: int, quotes: int) -> str:
    """How many quotes there are, and of how many."""
    if fitting < quotes:
        return QUOTES_OF.format(n=fitting, all=quotes)
    return QUOTES_ALL[quotes != 1].format(n=quotes)


def searched(pack: Pack, quote: Quote) -> str:
    """All that a quote is found by: its words, who said them and when, and its states' names."""
    parts = [quote.quote, quote.speaker, quote.role, quote.organisation]
    if quote.date:
        parts += [quote.date.words, str(quote.date)]
    for iso in quote.iso_a3:
        parts += [pack.states[iso].name, *pack.names.get(iso, ())]
    return " ".join(folded(" ".join(parts)).split())


def _chip(stance: str, word: str, count: int) -> Component:
    return html.Button(
        [html.Span(word), html.Span(count, className="chip-count")],
        type="button",
        className="chip",
        **data(choose_stance=stance),
        **aria(pressed=str(not stance).lower()),
    )


def _card(ledger: Ledger, quote: Quote) -> Component:
    notes = [quote.translation, quote.note]
    if quote.language != "en":
        notes.insert(0, f"In {LANGUAGES.get(quote.language, quote.language)}")
    last = said_by(ledger.pack, quote)
    return html.Article(
        [
            html.Blockquote(f"“{quote.quote}”", className="quote-words", lang=quote.language),
            html.P(
                [
                    html.Strong(quote.speaker),
                    " · ",
                    *(f"{part} · " for part in _position(quote)),
                    _when(ledger, quote),
                    " ",
                    _stance(quote.stance),
                    html.Span(f" about: {quote.topic}", className="quote-note"),
                ],
                className="quote-who",
            ),
            html.P(
                [
                    sources_line(quote.sources, ledger.pack.sources, ledger.pack.states),
                    *(html.Span(f" · {note}", className="quote-note") for note in notes if note),
                ],
                className="quote-source",
            ),
            html.Button(
                "Copy with citation",
                type="button",
                className="quiet quote-copy",
                **data(copy=cited(ledger, quote)),
            ),
            *disagreement_buttons(
                ledger, [quote.disagreement] if quote.disagreement else [], named=True
            ),
        ],
        className="quote",
        **data(
            quote_id=quote.id,
            state=" ".join(quote.iso_a3),
            stance=quote.stance,
            speaker=quote.speaker,
            topic=quote.topic,
            date=str(quote.date or ""),
            last=last.isoformat() if last else "",
            search=searched(ledger.pack, quote),
            choose_quote=quote.id,
        ),
    )


def cited(ledger: Ledger, quote: Quote) -> str:
    """The quote as one pastes it: the words, who said them and when, and where that is reported."""
    pack = ledger.pack
    who = ", ".join([quote.speaker, *_position(quote)])
    when = quote.date.words if quote.date else "day not known"
    where = "; ".join(citation(pack.sources[source], pack.states) for source in quote.sources)
    translated = f" ({quote.translation})" if quote.translation else ""
    return f"“{quote.quote}” – {who}, {when}. Source: {where}{translated}."


def _position(quote: Quote) -> list[str]:
    """The speaker's role and organisation, the latter not twice."""
    organisation = "" if quote.organisation in quote.role else quote.organisation
    return [part for part in (quote.role, organisation) if part]


def _when(ledger: Ledger, quote: Quote) -> Component:
    """The day it was said: a button that leads there, and to the speaker's state."""
    when = quote.date.words if quote.date else "day not known"
    names = [ledger.pack.states[iso].name for iso in quote.iso_a3]
    where = f" in {listed(names)}" if names else ""
    return html.Button(
        when,
        type="button",
        className="quote-day",
        title=f"Show this day{where}",
        **data(choose_quote=quote.id),
    )


def _stance(stance: Stance) -> Component:
    return html.Span(
        [
            html.Span(STANCE_SIGN[stance], **aria(hidden="true")),
            " ",
            STANCE[stance],
        ],
        className="stance",
        **data(stance=stance),
    )
