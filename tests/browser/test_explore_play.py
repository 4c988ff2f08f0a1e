"""Play: the days go by on their own, and a reader can always stop them."""

from datetime import datetime, timedelta

from explore_page import ExplorePage, Reader
from playwright.sync_api import expect

ANY_TIME = datetime(2026, 3, 1, 12)


def by_hand(page: ExplorePage) -> ExplorePage:
    """Let its time stand still, but for what the test lets go by: no machine is too slow then."""
    page.page.clock.install(time=ANY_TIME)
    page.page.clock.pause_at(ANY_TIME + timedelta(minutes=1))
    return page


def test_play_lets_the_days_go_by_until_it_is_paused(reader: Reader) -> None:
    page = by_hand(reader("?date=2025-12-01"))
    play = page.page.get_by_role("button", name="Play")
    play.click()
    page.page.clock.run_for(1000)
    page.page.wait_for_function("() => document.body.dataset.date > '2025-12-27'")
    expect(page.path("EST")).to_have_attribute("data-standing", "withdrawn")
    page.page.get_by_role("button", name="Pause").click()
    stopped = page.body.get_attribute("data-date")
    assert stopped is not None
    page.page.clock.run_for(1000)
    page.shows(stopped)
    expect(play).to_be_visible()


def test_play_ends_with_the_span_and_can_begin_again(reader: Reader) -> None:
    page = by_hand(reader("?date=2026-02-19"))
    page.page.get_by_label("Speed", exact=True).select_option("fast")
    play = page.page.get_by_role("button", name="Play")
    play.click()
    page.page.clock.run_for(1000)
    page.shows("2026-03-31")
    expect(play).to_be_visible()
    play.click()
    page.page.clock.run_for(1000)
    page.page.wait_for_function("() => document.body.dataset.date < '2026-01-01'")


def test_a_reader_who_takes_the_slider_stops_the_play(reader: Reader) -> None:
    page = by_hand(reader("?date=2025-03-01"))
    page.page.get_by_role("button", name="Play").click()
    page.page.clock.run_for(1000)
    page.page.wait_for_function("() => document.body.dataset.date > '2025-03-05'")
    page.slider.press("End")
    page.page.clock.run_for(1000)
    page.shows("2026-03-31")
    expect(page.page.get_by_role("button", name="Play")).to_be_visible()


def test_without_motion_the_changes_follow_one_another_like_slides(reader: Reader) -> None:
    page = reader("?date=2025-12-20", reduced_motion="reduce")
    page.page.get_by_role("button", name="Play").click()
    page.shows("2025-12-27")
    page.shows("2026-01-10")
    page.page.get_by_role("button", name="Pause").click()


def test_a_new_finding_is_said_once_a_change_and_not_once_a_day(reader: Reader) -> None:
    page = reader("?date=2025-12-26")
    said = page.page.locator("#announcement")
    page.slider.press("ArrowRight")
    page.shows("2025-12-27")
    expect(said).to_contain_text("left the convention")
    page.slider.press("ArrowRight")
    page.shows("2025-12-28")
    expect(said).to_contain_text("On 27 December 2025")
