"""Fields that choose among quotes and dates: each says how many; the address keeps the choice."""

import re
from collections import Counter

from explore_page import ExplorePage, Reader
from playwright.sync_api import Locator, expect

from dashboard.panels.explore.quotes_panel import said_by
from dashboard.record.ledger import Ledger


def options(field: Locator) -> dict[str, int]:
    """What a field offers, with the counts beside it; not what it cannot give."""
    found: dict[str, int] = {}
    for text in field.locator("option:not([disabled])").all_inner_texts():
        word, bracket, count = text.rpartition(" (")
        if bracket:
            found[word] = int(count.removesuffix(")"))
    return found


def field(page: ExplorePage, name: str) -> Locator:
    return page.page.locator(".panels").get_by_label(name, exact=True)


def test_speakers_topics_and_states_are_offered_with_their_counts(
    reader: Reader, ledger: Ledger
) -> None:
    page = reader("?date=2025-12-27")
    quotes, states = ledger.pack.quotes, ledger.pack.states
    assert options(field(page, "Speaker")) == Counter(quote.speaker for quote in quotes)
    assert options(field(page, "State")) == Counter(
        states[iso].name for quote in quotes for iso in quote.iso_a3
    )
    topics = Counter(quote.topic[0].upper() + quote.topic[1:] for quote in quotes)
    assert options(field(page, "Topic")) == topics


def test_a_speaker_a_topic_and_a_state_filter_together_and_stay_in_the_address(
    reader: Reader, ledger: Ledger
) -> None:
    page = reader("?date=2025-12-27")
    field(page, "Speaker").select_option("Alexander Stubb")
    page.has_in_address(speaker="Alexander Stubb")
    said = [quote for quote in ledger.pack.quotes if quote.speaker == "Alexander Stubb"]
    expect(page.cards()).to_have_count(len(said))
    assert options(field(page, "Topic")).keys() == {
        quote.topic[0].upper() + quote.topic[1:] for quote in said
    }
    field(page, "Topic").select_option(said[0].topic)
    page.has_in_address(topic=said[0].topic)
    wanted = [quote.id for quote in said if quote.topic == said[0].topic]
    expect(page.cards()).to_have_count(len(wanted))
    page.reload()
    expect(page.cards()).to_have_count(len(wanted))
    expect(field(page, "Speaker")).to_have_value("Alexander Stubb")
    assert "Poland" not in options(field(page, "State"))
    page.choose_in_list("POL")
    page.shows("2025-12-27", "POL")
    expect(page.page.get_by_text("No quote on record fits this choice.")).to_be_visible()
    page.page.get_by_role("button", name="Show all quotes").click()
    page.has_in_address(speaker=None, topic=None, state=None)
    expect(page.cards()).to_have_count(len(ledger.pack.quotes))


def test_the_state_field_chooses_the_state_of_the_page(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    field(page, "State").select_option("FIN")
    page.shows("2025-12-27", "FIN")
    page.choose_in_list("POL")
    page.shows("2025-12-27", "POL")
    expect(field(page, "State")).to_have_value("POL")
    field(page, "State").select_option("")
    page.shows("2025-12-27")


def test_the_state_field_names_a_state_without_quotes(reader: Reader, ledger: Ledger) -> None:
    quoted = {iso for quote in ledger.pack.quotes for iso in quote.iso_a3}
    assert "HUN" not in quoted
    page = reader("?date=2025-12-27&state=HUN")
    expect(field(page, "State")).to_have_value("HUN")
    expect(page.quotes.get_by_text("No quote on record fits this choice.")).to_be_visible()


def test_dates_are_filtered_by_kind(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    kinds = field(page, "Kind of date")
    assert options(kinds)["Notices"] == 5
    kinds.select_option("Notices (5)")
    page.has_in_address(kind="notice")
    expect(page.events()).to_have_count(5)
    roles = page.events().evaluate_all("all => all.map((event) => event.dataset.role)")
    assert set(roles) == {"notice"}
    page.choose_in_list("UKR")
    expect(page.page.get_by_text("No date on record fits this choice.")).to_be_visible()
    kinds.select_option("objection")
    expect(page.events()).to_have_count(4)
    page.page.reload()
    expect(page.events()).to_have_count(4)


def test_unknown_kinds_speakers_topics_spans_and_comparisons_are_said(reader: Reader) -> None:
    page = reader("?kind=k1&speaker=s1&topic=t1&span=1850&state=FIN&compare=FIN,XYZ,EST")
    for value in ("“k1”", "“s1”", "“t1”", "“1850”", "“FIN”", "“XYZ”"):
        expect(page.notice).to_contain_text(value)
    page.has_in_address(kind=None, speaker=None, topic=None, span=None, compare="EST")


def test_the_span_is_kept_in_the_address(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.choose_span("since 1997")
    page.has_in_address(span="1997")
    page.reload()
    expect(page.slider).to_have_attribute("min", "0")
    page.choose_span("2025–26")
    page.has_in_address(span=None)


def test_what_is_said_later_stands_apart_the_next_first(reader: Reader, ledger: Ledger) -> None:
    page = reader("?date=2025-06-28")
    found = ((quote.id, said_by(ledger.pack, quote)) for quote in ledger.pack.quotes)
    days = {name: day.isoformat() for name, day in found if day}
    for day in ("2025-06-28", "2025-03-18", "2026-02-20", "2025-12-27"):
        page.go_to(day)
        page.shows(day)
        said = quotes_in(page, "#said")
        later = quotes_in(page, "#said-later")
        assert Counter(said + later) == Counter(quote.id for quote in ledger.pack.quotes)
        assert all(days.get(quote, "") <= day for quote in said)
        assert all(days[quote] > day for quote in later)
        assert [days.get(quote, "") for quote in said] == sorted(
            (days.get(quote, "") for quote in said), reverse=True
        )
        assert [days[quote] for quote in later] == sorted(days[quote] for quote in later)
        expect(page.page.get_by_text("Said after the day shown")).to_be_visible(visible=bool(later))


def quotes_in(page: ExplorePage, place: str) -> list[str]:
    found: list[str] = page.page.locator(f"{place} [data-quote-id]").evaluate_all(
        "cards => cards.map((card) => card.dataset.quoteId)"
    )
    return found


def test_a_month_a_year_and_an_objection_look_like_what_they_are(reader: Reader) -> None:
    page = reader("?date=2026-02-20")
    spells = page.dates.locator("[data-lane=LTU] .lane-spell")
    expect(spells).to_have_count(1)
    expect(spells.first).to_have_attribute("title", re.compile("2025, day not known$"))
    lane = page.dates.locator("[data-lane=UKR]")
    expect(lane.locator(".lane-mark[data-role=objection]")).to_have_count(1)
    year = lane.locator(".lane-spell[data-role=objection]")
    expect(year).to_have_count(1)
    for state in ("Austria", "Belgium", "Norway"):
        assert f"{state} has objected" in (year.get_attribute("title") or "")


def test_clicking_a_date_or_a_quote_leaves_it_where_it_is(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    card = page.quotes.locator('[data-quote-id="hakkanen-2025-06-17"]')
    card.scroll_into_view_if_needed()
    card.locator(".quote-words").click()
    page.shows("2025-06-17", "FIN")
    page.page.wait_for_timeout(200)
    expect(card).to_be_in_viewport()
