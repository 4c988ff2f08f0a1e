"""A server that runs over New Year: the days that can be shown follow the calendar."""

from collections.abc import Callable
from datetime import date

import pytest
from werkzeug.test import Client

from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.web.front import FrontDoor
from dashboard.web.site import open_site


class Calendar:
    """What day it is, until it is another."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return Calendar(date(2026, 6, 1))


@pytest.fixture(scope="module")
def reader(calendar: Callable[[], date]) -> Client:
    front = FrontDoor()
    open_site(front, [DEFAULT_PACK], BOUNDARIES, ASSETS, calendar)
    return Client(front)


def test_new_year_comes_without_a_restart(reader: Client, calendar: Calendar) -> None:
    old, new = "/data/standing/2026-12-31.csv", "/data/standing/2027-01-01.csv"
    assert (reader.get(old).status_code, reader.get(new).status_code) == (200, 404)
    assert "Showing 3 March 2026 instead" in reader.get("/?date=2027-01-01").text
    # Where readers are first, it is 2027 before it is here.
    calendar.day = date(2026, 12, 31)
    assert reader.get(new).status_code == 200
    assert reader.get("/preview/2027-01-01.png").status_code == 200
    page = reader.get("/?date=2027-01-01").text
    assert "On 1 January 2027, " in page
    assert "instead" not in page
    calendar.day = date(2027, 6, 1)
    assert "script-src 'self' 'sha256-" in reader.get("/").headers["Content-Security-Policy"]
    assert reader.get("/?date=2028-01-01").text.count("Showing 3 March 2026 instead") == 1
