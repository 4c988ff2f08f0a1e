"""The Record screen where it is narrow: what is read there is not longer or wider than it need be."""

from typing import Any

import pytest
from explore_page import Reader
from record_page import RecordScreen

RECORD = "?date=2025-12-27&view=record"


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
