"""The Record screen where it is narrow: nothing read there is longer or wider than it need be."""

from typing import Any

import pytest
from explore_page import Reader
from legibility import unreadable
from playwright.sync_api import expect
from record_page import RecordScreen

from dashboard.panels.record.states_table import columns_of
from dashboard.paths import DEFAULT_PACK
from dashboard.record.pack import read_pack

COLUMNS = columns_of(read_pack(DEFAULT_PACK).treaty)
RECORD = "?date=2025-12-27&view=record"
EVERY_COLUMN = "&cols=" + ",".join(column.name for column in COLUMNS)
ALONE = """() => {
  for (const part of document.querySelectorAll("#record-screen > *")) {
    part.hidden = !part.matches("#states-section");
  }
}"""
"""Leaves the table."""


def held(width: int, height: int) -> dict[str, Any]:
    """A screen of this size in a hand."""
    return {"viewport": {"width": width, "height": height}, "is_mobile": True, "has_touch": True}


PHONE = held(390, 844)
HELD = {"small phone": held(320, 640), "phone": PHONE, "tablet": held(768, 1024)}


@pytest.mark.parametrize("screen", HELD)
def test_the_page_ends_with_its_last_section(reader: Reader, screen: str) -> None:
    page = reader(RECORD, **HELD[screen])
    RecordScreen(page).is_shown()
    beyond = page.page.evaluate(
        """document.documentElement.scrollHeight
          - document.querySelector(".page").getBoundingClientRect().bottom - scrollY"""
    )
    assert beyond < 2


@pytest.mark.parametrize("screen", HELD)
def test_the_table_is_read_without_moving_it_sideways(reader: Reader, screen: str) -> None:
    page = reader(f"?date=1998-07-01&view=record{EVERY_COLUMN}", **HELD[screen])
    record = RecordScreen(page).is_shown()
    assert record.region.evaluate("region => region.scrollWidth <= region.clientWidth")
    # Above and below it stays room for a thumb: what follows the table is not far.
    height = record.region.evaluate("region => region.offsetHeight")
    assert height < 0.8 * HELD[screen]["viewport"]["height"]
    page.page.evaluate(ALONE)
    assert unreadable(page.page) == []


def test_a_phone_shows_a_table_of_labelled_dates(reader: Reader) -> None:
    page = reader(f"{RECORD}&find=finland", **PHONE)
    table = page.page.get_by_role("table", name="1 of 177 states")
    expect(table.get_by_role("columnheader")).to_have_count(9)
    row = table.get_by_role("row").filter(has=page.page.get_by_role("rowheader", name="Finland"))
    cells = row.get_by_role("cell")
    told = [
        "Notice given, still bound",
        "10 Jul 2025",
        "none",
        "9 Jan 2012 accession",
        "1 Jul 2012",
        "10 Jul 2025 withdrawal",
        "10 Jan 2026 , after the day shown",
        "14",
    ]
    expect(cells).to_have_count(len(told))
    for cell, words in zip(cells.all(), told, strict=True):
        expect(cell).to_have_accessible_name(words)
    shown = cells.evaluate_all(
        """cells => cells.filter((cell) => cell.offsetWidth > 1)
          .map((cell) => getComputedStyle(cell, "::before").content.split('"')[1])"""
    )
    assert shown[1:] == ["Since", "Consent", "In force", "Notice", "Effect", "Days left"]


def test_a_phone_sorts_the_table(reader: Reader) -> None:
    page = reader(RECORD, **PHONE)
    record = RecordScreen(page).is_shown()
    record.row("UKR").scroll_into_view_if_needed()
    expect(record.sort("since")).to_be_in_viewport()
    record.sort("effect").tap()
    page.has_in_address(sort="effect")
    assert record.order()[:3] == ["EST", "LVA", "LTU"]
    expect(record.head("effect")).to_have_attribute("aria-sort", "ascending")
    expect(record.row("EST")).to_be_in_viewport()


@pytest.mark.parametrize("width", [900, 1000, 1085, 1160])
def test_the_usual_columns_need_no_scrolling_sideways(reader: Reader, width: int) -> None:
    page = reader("?view=record&date=2025-07-21", viewport={"width": width, "height": 900})
    region = page.page.locator("#states-region")
    assert region.evaluate("region => region.scrollWidth - region.clientWidth") <= 0


@pytest.mark.parametrize("screen", HELD)
def test_links_to_the_sections_are_one_row_that_stays_in_view(reader: Reader, screen: str) -> None:
    page = reader(RECORD, **HELD[screen])
    links = page.page.get_by_role("navigation", name="Sections of the record")
    for name in ("Sources", "About the record", "States"):
        links.get_by_role("button", name=name, exact=True).tap()
        title = page.page.get_by_role(
            "heading", name=name.replace("States", "All states on the day"), exact=True
        )
        expect(title).to_be_focused()
        expect(title).to_be_in_viewport()
        expect(links).to_be_in_viewport(ratio=1)
        row, below = links.bounding_box(), title.bounding_box()
        assert row is not None
        assert below is not None
        assert row["height"] < 50
        assert row["y"] + row["height"] <= below["y"]
