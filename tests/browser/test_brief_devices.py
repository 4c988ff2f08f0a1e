"""Devices: a screen that stays awake, two screens, a finger, a browser that blocks windows."""

from typing import Any

from brief_page import DAY, BriefPage, presented
from explore_page import ExplorePage, Reader
from playwright.sync_api import Page, expect

LISTEN = """
const asked = navigator.wakeLock.request.bind(navigator.wakeLock);
window.locks = [];
navigator.wakeLock.request = async (kind) => {
  const lock = await asked(kind);
  window.locks.push(lock);
  return lock;
};
"""
NO_LOCK = "delete Navigator.prototype.wakeLock;"
SCREENS = "Object.defineProperty(Screen.prototype, 'isExtended', { get: () => %s });"
BLOCKED = "window.open = () => null;"
TABLET: dict[str, Any] = {"viewport": {"width": 1024, "height": 768}, "has_touch": True}


def with_script(reader: Reader, script: str, **habits: Any) -> ExplorePage:
    """A page in whose browser a script comes before those of the page, also in new windows."""
    page = reader(f"?date={DAY}", **habits)
    page.page.context.add_init_script(script)
    return page.reload()


def notes_of(brief: BriefPage) -> Page:
    with brief.page.context.expect_page() as window:
        brief.press("s")
    expect(window.value.locator("#brief")).to_have_attribute("data-scene", brief.scene)
    return window.value


def warnings(notes: Page) -> str:
    return " ".join(notes.locator(".notes-warning").all_inner_texts())


def test_the_screen_stays_awake_while_a_briefing_is_open(reader: Reader) -> None:
    page = with_script(reader, LISTEN, permissions=["screen-wake-lock"])
    brief = presented(page)
    page.page.wait_for_function("() => locks.length === 1")
    assert page.page.evaluate("[locks[0].type, locks[0].released]") == ["screen", False]
    assert "may go dark" not in warnings(notes_of(brief))
    page.page.bring_to_front()
    brief.press("Escape")
    page.page.wait_for_function("() => locks.every(({ released }) => released)")


def test_where_it_cannot_stay_awake_the_notes_say_that_it_may_go_dark(reader: Reader) -> None:
    brief = presented(with_script(reader, NO_LOCK))
    assert "may go dark" in warnings(notes_of(brief))


def test_the_notes_warn_of_a_mirrored_screen_where_the_browser_tells(reader: Reader) -> None:
    for is_extended, warned in (("false", True), ("true", False), ("undefined", False)):
        brief = presented(with_script(reader, SCREENS % is_extended))
        assert ("audience" in warnings(notes_of(brief))) == warned, is_extended


def test_where_windows_are_blocked_a_link_leads_to_the_notes(reader: Reader) -> None:
    brief = presented(with_script(reader, BLOCKED))
    brief.press("ArrowRight", "s")
    link = brief.page.get_by_role("link", name="Open the notes")
    expect(link).to_be_visible()
    with brief.page.context.expect_page() as window:
        link.click()
    expect(window.value.locator("#brief")).to_have_attribute("data-scene", "before")
    # A link is followed; the click on it is no step.
    brief.shows("before")
    window.value.keyboard.press("End")
    brief.shows("sources")
    expect(link).to_be_hidden()


def swipe(page: Page, begin: tuple[int, int], end: tuple[int, int]) -> None:
    """Draw a finger over the screen, as a touch screen reports it."""
    session = page.context.new_cdp_session(page)
    (x, y), (to_x, to_y) = begin, end
    points = [(x + (to_x - x) * step / 8, y + (to_y - y) * step / 8) for step in range(9)]
    for index, (at_x, at_y) in enumerate(points):
        kind = "touchMove" if index else "touchStart"
        touched = [{"x": at_x, "y": at_y}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touched})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def test_a_finger_leads_on_and_back(reader: Reader) -> None:
    brief = presented(reader(f"?date={DAY}", **TABLET))
    swipe(brief.page, (700, 300), (300, 320))
    brief.shows("before")
    swipe(brief.page, (300, 300), (700, 320))
    brief.shows("now")
    swipe(brief.page, (500, 600), (520, 200))
    brief.shows("now")
    brief.page.touchscreen.tap(500, 300)
    brief.shows("before")


def test_after_a_swipe_buttons_answer_keys(reader: Reader) -> None:
    brief = presented(reader(f"?date={DAY}", **TABLET))
    swipe(brief.page, (700, 300), (300, 320))
    brief.shows("before")
    brief.stage.get_by_role("button", name="Back").press("Enter")
    brief.shows("now")
