"""The sections of the Record screen that are read: disagreements, sources, downloads, about."""

import re
from typing import Any

import pytest
from explore_page import DESKTOP, ExplorePage, Reader
from legibility import small_targets, unreadable, violations, violations_in_both_themes
from playwright.sync_api import Locator, expect

from dashboard.record.dates import dates_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.models import Claim

RECORD = "?date=2025-12-27&view=record"


def topics(page: ExplorePage) -> Locator:
    return page.page.locator(".topic-list > [data-topic]:visible")


def go_to(page: ExplorePage, name: str) -> None:
    page.page.get_by_role("button", name=name, exact=True).click()


def test_every_side_of_every_disagreement_is_there_in_its_own_words(
    reader: Reader, ledger: Ledger
) -> None:
    page = reader(RECORD)
    expect(topics(page)).to_have_count(len(ledger.pack.treaty.topics))
    sides: dict[str, str] = page.page.locator(".topic-list [data-claim-id]").evaluate_all(
        "sides => Object.fromEntries(sides.map((side) => [side.dataset.claimId, side.textContent]))"
    )
    assert len(sides) == len(ledger.pack.claims)
    for claim in ledger.pack.claims:
        told = sides[claim.id]
        for part in expected(claim):
            assert part in told, claim.id
        for source in claim.sources:
            assert ledger.pack.sources[source].publisher in told, claim.id


def expected(claim: Claim) -> list[str]:
    parts = [claim.subject, claim.words or claim.value, claim.reason]
    if claim.record != claim.value:
        parts.append(claim.record)
    return [part if part == claim.words else dates_in_words(part) for part in parts if part]


def test_disagreements_are_filtered_by_state_and_verdict_with_counts(
    reader: Reader, ledger: Ledger
) -> None:
    page = reader(RECORD)
    claims = ledger.pack.claims
    wrong = {claim.topic for claim in claims if claim.verdict == "contradicts"}
    verdict = page.page.get_by_label("Verdict")
    verdict.select_option(f"Contradicts the record ({len(wrong)})")
    page.has_in_address(verdict="contradicts", view="record")
    expect(topics(page)).to_have_count(len(wrong))
    finland = {claim.topic for claim in claims if "FIN" in claim.iso_a3}
    page.page.get_by_label("State of the topic").select_option("FIN")
    page.has_in_address(state="FIN", view="record")
    expect(topics(page)).to_have_count(len(wrong & finland))
    expect(page.page.locator("#claims-count")).to_have_text(
        f"{len(wrong & finland)} of {len(ledger.pack.treaty.topics)}"
    )
    page.reload()
    expect(topics(page)).to_have_count(len(wrong & finland))


def test_a_state_on_which_nobody_disagrees_is_named_and_can_be_cleared(reader: Reader) -> None:
    page = reader(f"{RECORD}&state=EST&verdict=contradicts")
    field = page.page.get_by_label("State of the topic")
    expect(field).to_have_value("EST")
    expect(topics(page)).to_have_count(0)
    page.page.get_by_role("button", name="Show all disagreements").click()
    page.has_in_address(state=None, verdict=None)
    expect(topics(page).first).to_be_visible()
    expect(field).to_have_value("")


def test_a_date_of_a_disagreement_leads_to_the_map(reader: Reader) -> None:
    page = reader(f"{RECORD}&state=UKR")
    page.page.locator(".topic-date", has_text="tells the UN").first.click()
    page.shows("2025-07-18", "UKR")
    page.has_in_address(view=None)
    expect(page.map).to_be_in_viewport()


SECTIONS = (
    ("Where sources differ", "disagreements"),
    ("Sources", "sources"),
    ("Take it away", "downloads"),
    ("About the record", "about"),
    ("If a state gave notice", "leaving"),
)


def test_links_lead_to_the_sections_and_stay_in_the_address(reader: Reader) -> None:
    page = reader(RECORD)
    for link, name in SECTIONS:
        go_to(page, link)
        page.has_in_address(section=name)
        title = page.page.get_by_role("heading", name=link, exact=True)
        expect(title).to_be_focused()
        expect(title).to_be_in_viewport()
        page.reload()
        expect(title).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1440, 1920])
def test_the_link_to_the_section_that_is_read_is_marked(reader: Reader, width: int) -> None:
    page = reader(RECORD, viewport={"width": width, "height": 900})
    links = page.page.get_by_role("navigation", name="Sections of the record")
    marked = links.locator("[aria-current]")
    expect(marked).to_have_text("States")
    # Whether it was gone to ...
    for word in ("If a state gave notice", "Where sources differ", "About the record"):
        go_to(page, word)
        expect(marked).to_have_text(word)
        expect(marked).to_be_in_viewport(ratio=1)
    # ... or scrolled to.
    page.page.locator("#sources").evaluate("section => section.scrollIntoView()")
    expect(marked).to_have_text("Sources")
    expect(marked).to_be_in_viewport(ratio=1)
    page.page.evaluate("window.scrollTo(0, 0)")
    expect(marked).to_have_text("States")


def test_an_unknown_section_or_verdict_is_said(reader: Reader) -> None:
    page = reader(f"{RECORD}&section=s1&verdict=v1")
    expect(page.notice).to_contain_text("“s1”")
    expect(page.notice).to_contain_text("“v1”")


def test_files_of_the_day_follow_the_day(reader: Reader) -> None:
    page = reader(RECORD)
    link = page.page.locator("[data-day-file=csv]")
    expect(link).to_have_attribute("href", "data/standing/2025-12-27.csv")
    page.go_to("2026-02-20")
    expect(link).to_have_attribute("href", "data/standing/2026-02-20.csv")


def test_the_pages_about_the_record_say_how_far_it_reaches(reader: Reader, ledger: Ledger) -> None:
    page = reader(RECORD)
    about = page.page.locator("#about")
    expect(about).to_contain_text("verified through 3 March 2026")
    expect(about).to_contain_text(f"{len(ledger.pack.events)} dated acts")
    expect(about).to_contain_text("Crimea is shown as part of Ukraine")
    expect(about).to_contain_text("Art. 20")
    undated = sum(not quote.date or not quote.date.exact for quote in ledger.pack.quotes)
    expect(about).to_contain_text(re.compile(rf"The day of {undated} quotes"))
    colours = about.get_by_role("table", name="Standings, their colours")
    expect(colours.locator("tbody tr")).to_have_count(8)
    verdicts = about.get_by_role("table", name="Verdicts on what sources say")
    expect(verdicts.locator("tbody tr")).to_have_count(9)


SCREENS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": DESKTOP},
    "tablet": {"viewport": {"width": 768, "height": 1024}, "is_mobile": True, "has_touch": True},
    "small phone": {
        "viewport": {"width": 320, "height": 640},
        "is_mobile": True,
        "has_touch": True,
    },
}
READ = "#disagreements, #sources, #downloads, #about, .section-links"


@pytest.mark.parametrize("screen", SCREENS)
def test_the_sections_can_be_read_and_pressed_on_every_screen(reader: Reader, screen: str) -> None:
    page = reader(f"{RECORD}&state=UKR", **SCREENS[screen])
    page.page.evaluate(
        """read => document.querySelectorAll("#record-screen > *").forEach((part) => {
          part.hidden = !part.matches(read);
        })""",
        READ,
    )
    assert unreadable(page.page) == []
    least = 44 if SCREENS[screen].get("has_touch") else 24
    assert small_targets(page.page, least) == []


@pytest.mark.parametrize("screen", ["desk", "small phone"])
def test_the_whole_record_screen_keeps_the_rules_of_axe(reader: Reader, screen: str) -> None:
    page = reader(f"{RECORD}&state=FIN", **SCREENS[screen])
    each_look_once = screen != "small phone"  # There every row is judged, however alike.
    assert violations_in_both_themes(page.page, each_look_once) == []
    page.page.locator(".topic-list .source").first.click()
    assert violations_in_both_themes(page.page, each_look_once=True) == []


def test_one_pale_word_among_rows_that_are_alike_is_a_violation(reader: Reader) -> None:
    page = reader(RECORD)
    page.page.locator('tr[data-iso="MLI"] .since-cell').evaluate("one => one.style.color = '#999'")
    [found] = violations(page.page, each_look_once=True)
    assert "color-contrast" in found
    assert "MLI" in found
