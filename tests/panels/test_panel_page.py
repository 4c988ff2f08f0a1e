"""The page as a whole: the contract's ids and attributes, and no work for the server."""

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from dash import Dash, dcc, html
from dash.development.base_component import Component
from panels.conftest import document
from panels.trees import by_class, by_id, props, walk, with_prop, words
from samples import PackCopy

from dashboard.panels.contents import Contents
from dashboard.panels.explore.first_map import ENTRY_ID, FirstMap
from dashboard.panels.fragments import Fragments
from dashboard.panels.markup import markup
from dashboard.panels.record.states_table import columns_of
from dashboard.panels.screens import RECORD
from dashboard.paths import DEFAULT_PACK
from dashboard.record.kinds import Stance, Standing, Verdict
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack
from dashboard.record.treaty import Purpose
from dashboard.story.headline import Segment
from dashboard.story.standings import standings as standings_of
from dashboard.story.words import STANCE, STANCE_MEANING, VERDICT, VERDICT_MEANING

COLUMNS = columns_of(read_pack(DEFAULT_PACK).treaty)
STANDINGS = standings_of(read_pack(DEFAULT_PACK).treaty)

CONTRACT = {
    "headline",
    "map",
    "time-bar",
    "date-slider",
    "dates-panel",
    "quotes-panel",
    "state-panel",
    "state-list",
    "legend",
}


class Reader(HTMLParser):
    """The text and the tags of HTML, as a browser would read it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_every_id_is_there_once(everything: list[Component], app: Dash) -> None:
    ids = Counter(
        props(component)["id"]
        for component in [*walk(everything), *walk(app.layout)]
        if "id" in props(component)
    )
    assert ids.keys() >= CONTRACT
    assert set(ids.values()) == {1}


def test_there_is_one_place_for_what_dash_draws(body: Component) -> None:
    assert len(with_prop(body, "id", ENTRY_ID)) == 1


def test_every_state_of_the_page_is_listed_once(body: Component, ledger: Ledger) -> None:
    entries = with_prop(by_id(body, "state-list"), "data-iso")
    listed = {props(entry)["data-iso"]: props(entry)["data-standing"] for entry in entries}
    expected = {
        iso: standing
        for iso, standing in ledger.standings(ledger.pack.treaty.verified_through).items()
        if ledger.pack.purpose(iso) is not Purpose.ELSEWHERE
    }
    assert len(entries) == len(listed)
    assert listed == expected


def test_every_quote_is_a_card(fragments: Fragments, ledger: Ledger) -> None:
    cards = with_prop(fragments.content("quotes"), "data-quote-id")
    assert sorted(props(card)["data-quote-id"] for card in cards) == sorted(
        quote.id for quote in ledger.pack.quotes
    )
    for card in cards:
        named = props(card)["data-state"].split()
        assert set(named) <= ledger.pack.states.keys()


def test_every_event_of_these_states_is_told(fragments: Fragments, ledger: Ledger) -> None:
    entries = with_prop(fragments.content("dates"), "data-event-id")
    told = {props(entry)["data-event-id"]: props(entry)["data-date"] for entry in entries}
    expected = {
        event.id: str(event.date)
        for event in ledger.pack.events
        if event.iso_a3 is None or ledger.pack.purpose(event.iso_a3) is not Purpose.ELSEWHERE
    }
    assert len(entries) == len(told)
    assert told.items() >= expected.items()
    assert {name.removesuffix("-effect") for name in told} <= expected.keys()


def test_every_date_of_a_profile_names_its_sources(fragments: Fragments) -> None:
    steps = by_class(fragments.content("profiles"), "step-of-state")
    assert len(steps) > 100
    for step in steps:
        assert by_class(step, "source"), words(step)


def test_the_legend_leads_to_what_its_colours_mean_and_what_it_counts(body: Component) -> None:
    help_ = by_id(body, "standings")
    rows = by_class(by_id(body, "legend"), "legend-row")
    assert {props(row)["data-open"] for row in rows} == {"standings"}
    assert len(rows) == len(Standing)
    for standing in Standing:
        assert STANDINGS[standing].meaning in words(help_)
        assert with_prop(help_, "data-standing-names", standing)
    assert "the 10 of “NATO's eastern flank” and the 4 of “Neighbours”" in words(help_)


def test_what_is_not_known_is_counted(body: Component, ledger: Ledger) -> None:
    text = words(by_id(body, "about"))
    quotes = ledger.pack.quotes
    exact = [quote for quote in quotes if quote.date and quote.date.exact]
    assert f"The day of {len(quotes) - len(exact)} quotes" in text
    for verdict in Verdict:
        assert VERDICT[verdict] + VERDICT_MEANING[verdict] in text
    for stance in Stance:
        assert f"{STANCE[stance]}. {STANCE_MEANING[stance]}" in text


def test_a_quote_was_said_before_it_was_reported(fragments: Fragments, ledger: Ledger) -> None:
    quotes = fragments.content("quotes")
    [card] = with_prop(quotes, "data-quote-id", "stubb-2025-06")
    # Known to the month, and reported on the 19th.
    assert props(card)["data-date"] == "2025-06"
    assert props(card)["data-last"] == "2025-06-19"
    lasts = [props(card)["data-last"] for card in by_class(quotes, "quote")]
    assert lasts == sorted(lasts, reverse=True)
    assert len(lasts) == len(ledger.pack.quotes)


def test_sides_of_a_disagreement_end_with_one_sign(body: Component) -> None:
    for part in (*by_class(body, "side-reason"), *by_class(body, "side-record")):
        assert not words(part).endswith(("..", ",.", ";.")), words(part)


def test_nothing_is_left_for_the_server_to_do(app: Dash) -> None:
    with app.server.test_request_context():
        app._setup_server()
    callbacks = app._callback_list
    assert callbacks
    assert all(callback["clientside_function"] for callback in callbacks)
    assert not [entry for entry in app.callback_map.values() if "callback" in entry]


def _everything(contents: Contents, first_map: FirstMap) -> list[Component]:
    fragments = Fragments(contents)
    names = ("dates", "quotes", "profiles", "comparison")
    return [document(contents, first_map, RECORD), *map(fragments.content, names)]


def test_what_people_said_is_text_not_html(
    pack: PackCopy, contents: Contents, first_map: FirstMap
) -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)> &amp; {%app_entry%} \"'"
    # One whose speaker is quoted once: a second name of a speaker would be one more to choose.
    speakers = Counter(quote.speaker for quote in contents.ledger.pack.quotes)
    first = next(quote for quote in contents.ledger.pack.quotes if speakers[quote.speaker] == 1)
    pack.edit("quotes.csv", first.id, quote=attack, speaker=attack, role=attack, note=attack)
    pack.edit("states.csv", "FIN", note=attack, name=attack)
    pack.edit("sources.csv", first.sources[0], publisher=attack, title=attack)
    harmless = Reader(markup(_everything(contents, first_map)))
    hostile = Contents.of(Ledger.read(pack.folder), contents.spans[-1].last)
    attacked = _everything(hostile, first_map)
    read = Reader(markup(attacked))
    assert Counter(tag for tag, _ in read.tags) == Counter(tag for tag, _ in harmless.tags)
    assert not [name for _, names in read.tags for name in names if name.startswith("on")]
    assert f"“{attack}”" in read.words
    assert markup(attacked).count(f'id="{ENTRY_ID}"') == 1


def test_links_lead_to_screens_files_and_sources_and_to_nothing_else(
    everything: list[Component], ledger: Ledger
) -> None:
    addresses = {source.url for source in ledger.pack.sources.values()}
    links = [props(component) for component in walk(everything) if isinstance(component, html.A)]
    screens = [link for link in links if link.get("className") == "screen"]
    assert [link["href"] for link in screens] == [
        "?",
        "?view=record",
        "?view=trends",
        "?view=brief",
    ]
    files = [link for link in links if "download" in link]
    assert files
    made = ("data/", "slides/", "handout/", "picture/")
    assert all(link["href"].startswith(made) for link in files)
    cards = {f"#source-{source}" for source in ledger.pack.sources}
    cited = [link for link in links if link.get("className") == "source"]
    assert {link["href"] for link in cited} <= cards
    awaited = [link for link in links if link.get("className") == "awaited-link"]
    assert {link["href"] for link in awaited} == {"?view=trends"}
    inside = [*screens, *files, *cited, *awaited]
    away = [link for link in links if link not in inside]
    assert {link["href"] for link in away} == addresses - {""}
    for link in away:
        assert (link["target"], link["rel"]) == ("_blank", "noopener noreferrer")


def test_every_field_has_a_label(everything: list[Component]) -> None:
    labelled = {
        props(label)["htmlFor"] for label in walk(everything) if isinstance(label, html.Label)
    }
    kinds = (dcc.Input, html.Select, html.Textarea)
    fields = {props(field)["id"] for field in walk(everything) if isinstance(field, kinds)}
    assert fields == labelled
    columns = {f"column-{column.name}" for column in COLUMNS[1:]}
    assert columns < fields
    assert len(fields - columns) == 16


def test_every_button_has_words(everything: list[Component]) -> None:
    buttons = [component for component in walk(everything) if isinstance(component, html.Button)]
    assert all(words(button).strip() for button in buttons)
    # Those of a dialog's own form close it; no other button may send anything.
    closing = [
        button for form in walk(everything) if isinstance(form, html.Form) for button in walk(form)
    ]
    assert {props(form)["method"] for form in walk(everything) if isinstance(form, html.Form)} == {
        "dialog"
    }
    assert {props(button)["type"] for button in buttons if button not in closing} == {"button"}


def test_state_media_are_named_as_such(everything: list[Component], ledger: Ledger) -> None:
    owner = {source.publisher: source.state_media for source in ledger.pack.sources.values()}
    lines = [words(line).removeprefix("Source: ") for line in by_class(everything, "sources")]
    for text in {text for line in lines for text in line.split(" · ")}:
        publisher = max((name for name in owner if text.startswith(name)), key=len)
        state = ledger.pack.states[str(owner[publisher])].name if owner[publisher] else None
        said = text.removeprefix(publisher).split(", ")
        assert said[:2] == [" (state media", f"{state})"] if state else "state media" not in text
    assert any("RT (state media, Russia), 10 January 2026" in line for line in lines)


def test_states_that_are_only_counted_cannot_be_chosen(
    contents: Contents, first_map: FirstMap
) -> None:
    many = Segment("7 states", None, Standing.SIGNATORY)
    frame = replace(contents.first_frame, news=None, quiet=(many, Segment(" have signed.")))
    headline = by_id(document(replace(contents, frames=[frame]), first_map), "headline")
    assert words(headline) == "On 3 March 2026, 7 states have signed."
    [counted] = by_class(headline, "finding-state")
    assert isinstance(counted, html.Span)
    assert "data-choose-state" not in props(counted)


def test_the_headline_is_that_of_the_first_day(body: Component) -> None:
    assert words(by_id(body, "headline")).startswith("On 3 March 2026, ")


def test_dash_keeps_only_the_map_and_the_store(app: Dash) -> None:
    kept = [type(component).__name__ for component in walk(app.layout)]
    assert kept == ["Graph", "Store"]


def test_one_state_alone_without_any_date_makes_a_page(
    contents: Contents, first_map: FirstMap
) -> None:
    lonely = replace(contents, states=contents.states[:1], happenings=[])
    alone = document(lonely, first_map)
    assert len(with_prop(by_id(alone, "state-list"), "data-iso")) == 1
    assert not with_prop(alone, "data-event-id")


def test_components_that_need_dash_cannot_be_sent_as_html() -> None:
    with pytest.raises(TypeError, match="Store is not plain HTML"):
        markup(dcc.Store(id="record"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, ""),
        (3, "3"),
        (["a", None, html.Br(), 0], "a<br>0"),
        (html.P("a<b", className="x", hidden=True), '<p class="x" hidden>a&lt;b</p>'),
        (html.P("a", hidden=False, title=None), "<p>a</p>"),
        (html.I(style={"left": "5%", "height": "2%"}), '<i style="left:5%;height:2%"></i>'),
        (html.Label("a", htmlFor='"b"'), '<label for="&quot;b&quot;">a</label>'),
        (html.P("{%title%}"), "<p>{%title%}</p>"),
        (dcc.Input(id="a", type="text", debounce=False), '<input id="a" type="text">'),
    ],
)
def test_components_become_html(content: object, expected: str) -> None:
    found = markup(content)
    assert sorted(found) == sorted(expected)
    assert Reader(found).tags == Reader(expected).tags
    assert Reader(found).words == Reader(expected).words


def test_the_map_sends_nothing_to_a_cloud_and_leaves_the_wheel_to_the_page(app: Dash) -> None:
    config = by_id(app.layout, "graph").config
    assert config["showSendToCloud"] is False
    assert config["displaylogo"] is False
    assert config["scrollZoom"] is False
