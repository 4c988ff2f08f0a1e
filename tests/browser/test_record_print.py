"""The Record screen on paper: sensible pages, the heads on each of them, nothing cut off."""

import re
from typing import Any

import pytest
from explore_page import DESKTOP, Reader
from playwright.sync_api import expect
from record_page import RecordScreen

from dashboard.panels.record.states_table import columns_of
from dashboard.paths import DEFAULT_PACK
from dashboard.record.pack import read_pack

COLUMNS = columns_of(read_pack(DEFAULT_PACK).treaty)
PAPER = 1016
"""The width of A4 between its margins, in pixels, as it lies on its side."""
EVERY_COLUMN = "&cols=" + ",".join(column.name for column in COLUMNS)
HABITS: dict[str, dict[str, Any]] = {
    "desk": {"viewport": DESKTOP},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}


@pytest.mark.parametrize("habit", HABITS)
def test_the_record_fits_on_as_many_pages_as_a_room_may_read(reader: Reader, habit: str) -> None:
    page = reader("?date=2025-12-27&view=record", **HABITS[habit])
    RecordScreen(page).is_shown()
    paper = page.page.pdf(format="A4", prefer_css_page_size=True)
    assert 10 < len(re.findall(rb"/Type /Page\b", paper)) <= 34


@pytest.mark.parametrize("columns", ["", EVERY_COLUMN])
def test_no_row_is_cut_and_heads_stand_on_every_page(reader: Reader, columns: str) -> None:
    page = reader(
        f"?date=2025-12-27&view=record{columns}", viewport={"width": PAPER, "height": 1000}
    )
    record = RecordScreen(page).is_shown()
    page.page.emulate_media(media="print")
    expect(record.row("ZWE")).to_be_visible()
    assert record.table.evaluate("table => table.scrollWidth") <= PAPER
    assert record.row("POL").evaluate("row => getComputedStyle(row).breakInside") == "avoid"
    heads = record.table.locator("thead")
    assert heads.evaluate("heads => getComputedStyle(heads).display") == "table-header-group"
    # What is painted in a layer of its own, or as a button, is left out of heads that are repeated.
    painted = heads.locator("th, button").evaluate_all(
        "all => all.map((one) => [getComputedStyle(one).position, getComputedStyle(one).display])"
    )
    assert {position for position, _ in painted} == {"static"}
    assert {display for _, display in painted} <= {"table-cell", "contents", "none"}
    for control in ("Sections of the record", "Screens"):
        expect(page.page.get_by_role("navigation", name=control)).to_be_hidden()
    for field in ("Verdict", "State of the topic", "Find a state"):
        expect(page.page.get_by_label(field, exact=True)).to_be_hidden()
    expect(page.page.get_by_role("heading", name="Take it away")).to_be_hidden()
