"""The Brief screen as a reader meets it."""

from collections.abc import Iterator
from typing import cast

from explore_page import ExplorePage
from playwright.sync_api import Page, expect

from dashboard.panels.screens import BRIEF

DAY = "2025-12-27"
QUERY = f"?view={BRIEF.name}&date={DAY}"


class BriefPage:
    """A page on which a briefing is told."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stage = page.locator("#brief")
        self.shown = page.locator(".stage-scene:visible")
        self.finding = self.shown.get_by_role("heading", level=2)
        self.blank = page.locator(".stage-blank")
        self.notice = page.locator(".stage-notice")
        self.is_open()

    def is_open(self) -> "BriefPage":
        expect(self.stage).to_have_attribute("data-scene", "now")
        return self

    @property
    def scene(self) -> str:
        """The id of the scene shown."""
        return cast(str, self.stage.get_attribute("data-scene"))

    def shows(self, scene: str) -> None:
        expect(self.stage).to_have_attribute("data-scene", scene)
        expect(self.shown).to_have_count(1)
        self.page.wait_for_function(
            "wanted => new URLSearchParams(location.search).get('scene') === wanted", arg=scene
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def walk(self) -> Iterator[str]:
        """Every scene from the one shown to the last, each when it is there."""
        while True:
            scene = self.scene
            yield scene
            self.press("ArrowRight")
            if self.scene == scene:
                return


def presented(page: ExplorePage) -> BriefPage:
    """The briefing that opens when its key is pressed."""
    page.page.keyboard.press("b")
    return BriefPage(page.page)
