"""The notes window: it follows the stage, steers it, and stands on its own address."""

from brief_page import DAY, QUERY, BriefPage, presented
from explore_page import Reader
from legibility import unreadable, violations
from playwright.sync_api import Page, expect


def at(page: Page, scene: str) -> None:
    expect(page.locator("#brief")).to_have_attribute("data-scene", scene)


def opened(brief: BriefPage) -> Page:
    with brief.page.context.expect_page() as window:
        brief.press("s")
    at(window.value, brief.scene)
    return window.value


def test_it_follows_and_steers(reader: Reader) -> None:
    brief = presented(reader(f"?date={DAY}"))
    notes = opened(brief)
    notes.set_viewport_size({"width": 1180, "height": 760})
    brief.press("End")
    at(notes, "sources")
    notes.keyboard.press("ArrowLeft")
    at(notes, "unknown")
    brief.shows("unknown")
    notes.get_by_role("button", name="Next", exact=True).click()
    brief.shows("sources")
    brief.press("Home")
    at(notes, "now")
    expect(notes.locator(".notes-words")).to_contain_text("Estonia’s withdrawal takes effect")
    expect(notes.locator(".notes-place")).to_have_text("Scene 1 of 16")
    assert violations(notes) == []
    assert [fault for fault in unreadable(notes) if not fault.startswith("cut")] == []


def test_it_works_reloaded_and_opened_late_without_knowing_the_stage(reader: Reader) -> None:
    brief = presented(reader(f"?date={DAY}"))
    notes = opened(brief)
    brief.press("ArrowRight")
    at(notes, "before")
    notes.reload()
    at(notes, "before")
    late = brief.page.context.new_page()
    late.goto(brief.page.url.partition("?")[0] + f"{QUERY}&notes=1")
    at(late, "before")
    brief.press("End")
    at(notes, "sources")
    at(late, "sources")
    late.keyboard.press("Home")
    brief.shows("now")
