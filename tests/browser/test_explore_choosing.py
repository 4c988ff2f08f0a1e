"""Choosing a state, an event or a quote: everything on the page answers to it."""

import pytest
from explore_page import ExplorePage, Reader
from playwright.sync_api import expect

pytestmark = pytest.mark.plotly

DAY = "2025-12-27"


def is_chosen(page: ExplorePage, iso: str, name: str) -> None:
    """The state is chosen everywhere: address, profile, map, list, dates and quotes."""
    page.shows(DAY, iso)
    expect(page.profile.get_by_role("heading", name=name)).to_be_visible()
    expect(page.path(iso)).to_have_attribute("data-chosen", "true")
    expect(page.page.locator("#map path[data-chosen=true]")).to_have_count(1)
    pressed = page.page.locator("#state-list [aria-selected=true]")
    expect(pressed).to_have_count(1)
    expect(pressed).to_have_attribute("data-iso", iso)
    expect(page.events().first).to_be_attached()
    for event in page.events().all():
        assert iso in (event.get_attribute("data-state") or "").split()
    for card in page.cards().all():
        assert iso in (card.get_attribute("data-state") or "").split()


def nothing_is_chosen(page: ExplorePage) -> None:
    page.shows(DAY)
    expect(page.profile).to_have_count(0)
    expect(page.page.get_by_text("Choose a state on the map")).to_be_visible()
    expect(page.page.locator("#map path[data-chosen=true]")).to_have_count(0)
    expect(page.page.locator("#state-list [aria-selected=true]")).to_have_count(0)
    expect(page.cards()).to_have_count(page.page.locator("[data-quote-id]").count())


def test_a_click_on_the_map_chooses_a_state_and_a_second_clears_it(reader: Reader) -> None:
    page = reader(f"?date={DAY}")
    nothing_is_chosen(page)
    page.click_map(25.0, 46.6)
    is_chosen(page, "ROU", "Romania")
    page.click_map(28.5, 52.6)
    is_chosen(page, "BLR", "Belarus")
    page.click_map(28.5, 52.6)
    nothing_is_chosen(page)


def test_a_tap_on_the_map_chooses_a_state(reader: Reader) -> None:
    page = reader(
        f"?date={DAY}", viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    page.page.touchscreen.tap(*page.place(19.4, 52.6))
    page.shows(DAY, "POL")
    expect(page.profile.get_by_role("heading", name="Poland")).to_be_visible()


def test_the_list_of_states_chooses_and_clears(reader: Reader) -> None:
    page = reader(f"?date={DAY}")
    page.choose_in_list("NOR")
    is_chosen(page, "NOR", "Norway")
    page.choose_in_list("NOR")
    nothing_is_chosen(page)
    page.choose_in_list("USA")
    page.shows(DAY, "USA")
    expect(page.profile).to_contain_text("Not joined")


def test_the_headline_and_the_lanes_choose_too(reader: Reader) -> None:
    page = reader(f"?date={DAY}")
    page.in_headline("Finland").click()
    is_chosen(page, "FIN", "Finland")
    page.dates.locator("[data-lane=POL] .lane-name").click()
    is_chosen(page, "POL", "Poland")
    expect(page.dates.locator("[data-lane=EST]")).to_have_class("lane stepped-back")
    page.in_headline("Poland").click()
    nothing_is_chosen(page)


def test_clear_and_escape_clear_the_choice(reader: Reader) -> None:
    page = reader(f"?date={DAY}&state=EST")
    is_chosen(page, "EST", "Estonia")
    page.clear.click()
    nothing_is_chosen(page)
    page.choose_in_list("LVA")
    is_chosen(page, "LVA", "Latvia")
    page.page.keyboard.press("Escape")
    nothing_is_chosen(page)


def test_an_event_leads_to_its_day_and_state(reader: Reader) -> None:
    page = reader(f"?date={DAY}")
    event = page.dates.locator('[data-event-id="fin-2025-07-10-notification"]')
    event.locator(".event-button").click()
    page.shows("2025-07-10", "FIN")
    expect(page.profile.locator(".days-left:visible")).to_have_text("184 days left")
    expect(event).not_to_have_class("event ahead")
    page.dates.locator('[data-lane=POL] [data-role="effect"]').dispatch_event("click")
    page.shows("2026-02-20", "POL")


def test_an_event_known_only_to_the_month_keeps_the_day_and_says_so(reader: Reader) -> None:
    page = reader(f"?date={DAY}")
    page.dates.locator('[data-event-id="pol-2025-05-government-decision"] .event-button').click()
    page.shows(DAY, "POL")
    expect(page.notice).to_contain_text("The day is not known (May 2025); the day shown stays.")


def test_a_quote_leads_to_its_day_and_state(reader: Reader) -> None:
    page = reader("?date=2026-02-20")
    card = page.quotes.locator('[data-quote-id="eide-2025-04-02"]')
    card.get_by_role("button", name="2 April 2025").click()
    page.shows("2025-04-02", "NOR")
    expect(card).not_to_have_class("quote ahead")
    expect(page.notice).to_be_hidden()


def test_a_quote_known_only_to_the_month_keeps_the_day_and_says_so(reader: Reader) -> None:
    page = reader(f"?date={DAY}")
    for quote, state, when in (
        ("stubb-2025-06", "FIN", "June 2025"),
        ("kiesewetter-2025-07", "DEU", "July 2025"),
    ):
        page.quotes.locator(f'[data-quote-id="{quote}"] .quote-day').click()
        page.shows(DAY, state)
        expect(page.notice).to_contain_text(f"The day is not known ({when})")
        page.choose_in_list(state)
        page.shows(DAY)
        expect(page.notice).to_be_hidden()


def test_only_what_lies_ahead_of_the_day_is_marked_as_ahead(reader: Reader) -> None:
    page = reader("?date=2025-07-10")
    for day in ("2025-07-10", "2025-12-27", "1999-03-01"):
        page.go_to(day)
        page.shows(day)
        wrong = page.page.locator("[data-event-id], [data-quote-id]").evaluate_all(
            """(items, day) => items.filter((item) => {
              const known = item.dataset.date;
              const ahead = known.length === 10 ? known > day : known > day.slice(0, known.length)
                || known === day.slice(0, known.length);
              const shown = item.matches(".ahead, #said-later *");
              return shown !== (known !== "" && ahead);
            }).map((item) => item.dataset.date)""",
            day,
        )
        assert wrong == []
    said = page.visible_ahead().first.locator(".event-kind")
    assert "after the day shown" in said.evaluate(
        "kind => getComputedStyle(kind, '::after').content"
    )
