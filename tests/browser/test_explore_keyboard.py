"""The page by keyboard alone, and for readers who want no motion or another theme."""

import pytest
from explore_page import Reader
from playwright.sync_api import expect

ORDER = (
    "Latest day",
    "Dark theme",
    "headline",
    "Previous change",
    "date-slider",
    "Next change",
    "date-field",
    "2025–26",
    "since 1997",
    "State",
    "Dates",
    "Quotes",
    "States",
)

WALK = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const at = [...document.querySelectorAll("*")].indexOf(element);
  return {
    at,
    name: element.closest("#headline") ? "headline" : element.id && element.id !== "theme"
      ? element.id : element.textContent.replace(/[‹›]/g, "").trim(),
    outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
  };
}"""


def test_tab_reaches_everything_in_order_and_shows_where_it_is(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=NOR&q=regret")
    names: list[str] = []
    places: list[int] = []
    page.page.keyboard.press("Tab")
    while stop := page.page.evaluate(WALK):
        assert stop["outline"], stop["name"]
        assert stop["seen"], stop["name"]
        if not names or names[-1] != stop["name"]:
            names.append(stop["name"])
        places.append(stop["at"])
        page.page.keyboard.press("Tab")
    assert places == sorted(places)
    assert len(places) == len(set(places))
    met = [name for name in names if name in ORDER]
    assert sorted(met) == sorted(ORDER)
    pressable = "button, a[href], input, select, summary, [tabindex='0']"
    reachable = page.page.locator(pressable).evaluate_all(
        """elements => elements
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .map((element) => [...document.querySelectorAll("*")].indexOf(element))"""
    )
    assert places == reachable


def test_every_panel_works_by_keyboard_alone(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    keyboard = page.page.keyboard
    page.in_headline("Poland").press("Enter")
    page.shows("2025-12-27", "POL")
    page.clear.press("Space")
    page.shows("2025-12-27")
    page.time_bar.get_by_role("button", name="Next change").press("Space")
    page.shows("2026-01-10")
    page.dates.locator('[data-event-id="fin-2025-07-10-notification"] .event-button').press("Enter")
    page.shows("2025-07-10", "FIN")
    keyboard.press("Escape")
    page.shows("2025-07-10")
    page.chip("Against").press("Space")
    page.has_in_address(stance="opposes")
    page.search.focus()
    keyboard.type("norw")
    page.has_in_address(q="norw")
    page.cards().first.locator(".quote-day").press("Enter")
    page.shows("2025-04-02", "NOR")
    page.page.locator('#state-list [data-iso="EST"]').press("Enter")
    page.shows("2025-04-02", "EST")
    details = page.profile.locator("details").first
    details.locator("summary").first.press("Enter")
    expect(details).to_have_attribute("open", "")
    page.theme.press("Enter")
    expect(page.theme).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_follows_the_system_until_the_reader_chooses(reader: Reader, system: str) -> None:
    dark = system == "dark"
    page = reader("?date=2025-12-27", color_scheme=system)
    assert page.is_dark() is dark
    expect(page.theme).to_have_attribute("aria-pressed", str(dark).lower())
    page.theme.click()
    expect(page.theme).to_have_attribute("aria-pressed", str(not dark).lower())
    assert page.is_dark() is not dark
    page.reload()
    assert page.is_dark() is not dark
    expect(page.theme).to_have_attribute("aria-pressed", str(not dark).lower())


def test_nothing_moves_for_readers_who_want_no_motion(reader: Reader) -> None:
    page = reader("?date=2025-12-27", reduced_motion="reduce")
    for choose in ("FIN", "UKR"):
        page.choose_in_list(choose)
        page.shows("2025-12-27", choose)
        assert page.page.evaluate("document.getAnimations().length") == 0
    moving = page.page.evaluate(
        """[...document.querySelectorAll("body, body *")].filter((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          return animationName !== "none" || parseFloat(transitionDuration) > 0
            || scrollBehavior === "smooth";
        }).map((element) => element.outerHTML.slice(0, 80))"""
    )
    assert moving == []
