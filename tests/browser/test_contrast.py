"""Under a system's own colours (high contrast) everything that carries meaning is still seen."""

import pytest
from explore_page import ExplorePage, Reader

SIGNS = {
    "explore": (
        ".play-sign", "#date-slider", ".scale:not([hidden]) .marks i",
        "#legend li:not([data-count='0']) .swatch",
        ".countdown-done", ".lane-bar", ".lane-key .lane-mark[data-role='effect']",
        ".lane-key .lane-mark[data-role='objection']", "#map",
    ),
    "record": (".play-sign", ".states-table tbody .swatch", ".chip .swatch"),
}  # fmt: skip
PAINTED = """(selectors) => selectors.filter((selector) => {
  const sign = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  if (!sign) return true;
  for (let one = sign; one; one = one.parentElement) {
    const style = getComputedStyle(one);
    const kept = style.forcedColorAdjust === "none";
    if (one === sign && !kept) return true;
    const { backgroundColor, backgroundImage } = style;
    if (one.matches("#map")) return false;
    const clear = backgroundImage === "none" && /^rgba.*, 0\\)$/.test(backgroundColor);
    const ground = getComputedStyle(document.body).backgroundColor;
    return clear || (backgroundImage === "none" && backgroundColor === ground);
  }
})"""
"""The signs that are not painted, or in the colour of the page."""


def look(page: ExplorePage, selector: str) -> str:
    """Ground and border of an element, as they are painted."""
    return str(
        page.page.locator(selector).first.evaluate(
            """(element) => {
              const style = getComputedStyle(element);
              return [style.backgroundColor, style.borderTopColor, style.borderBottomColor].join();
            }"""
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_swatches_tracks_marks_and_signs_are_painted(reader: Reader, scheme: str) -> None:
    page = reader("?date=2025-12-27&state=FIN", forced_colors="active", color_scheme=scheme)
    assert page.page.evaluate(PAINTED, list(SIGNS["explore"])) == []
    page.open("?date=2025-12-27&view=record")
    assert page.page.evaluate(PAINTED, list(SIGNS["record"])) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_pressed_and_sorted_looks_unlike_the_rest(reader: Reader, scheme: str) -> None:
    page = reader("?date=2025-12-27&state=FIN", forced_colors="active", color_scheme=scheme)
    for pressed, other in (
        (".spans [aria-pressed=true]", ".spans [aria-pressed=false]"),
        (".chip[aria-pressed=true]", ".chip[aria-pressed=false]"),
        (".screen[aria-current]", ".screen:not([aria-current])"),
        (".state-option[aria-selected=true]", ".state-option[aria-selected=false]"),
    ):
        assert look(page, pressed) != look(page, other), pressed
    page.open("?date=2025-12-27&view=record&sort=effect")
    up = look(page, "[aria-sort=ascending] .sort-sign")
    assert up != look(page, "th:not([aria-sort]) .sort-sign, [aria-sort=none] .sort-sign")


def test_dialogs_keep_their_swatches_and_an_edge(reader: Reader) -> None:
    page = reader("?date=2025-12-27", forced_colors="active", color_scheme="dark")
    page.page.locator("[data-open=standings]").first.click()
    assert page.page.evaluate(PAINTED, ["#standings .swatch"]) == []
    edge = page.page.locator("#standings").evaluate("one => getComputedStyle(one).borderTopWidth")
    assert edge == "1px"
