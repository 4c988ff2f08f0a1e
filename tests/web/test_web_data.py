"""The files under /data/: what they are called, what they are, how long they hold, and who asks."""

import json
from datetime import date, timedelta

import brotli
import pytest
from web.servers import Server
from werkzeug.test import Client

from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.publish.takeaway import Takeaway
from dashboard.web import compression
from dashboard.web.front import FrontDoor
from dashboard.web.site import open_site

LATEST = "2026-03-03"
TABLES = [
    "states",
    "events",
    "quotes",
    "sources",
    "claims",
    "topics",
    "borders",
    "legal_dates",
    "changes",
    "parties",
    "figures",
]
NO_DAYS = [
    "1996-12-31",
    "2027-01-01",
    "9999-12-31",
    "2025-02-29",
    "2025-13-01",
    "2025-12",
    "20251227",
    "2025-12-27%20",
    "2025-12-27%0a",
    "%EF%BC%92025-12-27",
    "Latest",
    "latest.csv",
    "..",
    "%22%3E%3Cscript%3E",
]
KINDS = [
    *((f"{table}.csv", "text/csv; charset=utf-8; header=present") for table in TABLES),
    *((f"{table}.json", "application/json") for table in TABLES),
    ("standing/latest.csv", "text/csv; charset=utf-8; header=present"),
    ("standing/latest.json", "application/json"),
    ("standing/latest.geojson", "application/geo+json"),
    ("standing/1997-01-01.csv", "text/csv; charset=utf-8; header=present"),
    ("standing/2026-12-31.geojson", "application/geo+json"),
    ("figure/latest.json", "application/json"),
    ("figure/2025-12-27.json", "application/json"),
    ("treaty.json", "application/json"),
    ("dates.ics", "text/calendar; charset=utf-8"),
    ("feed.atom", "application/atom+xml; charset=utf-8"),
    ("datapackage.json", "application/json"),
    ("flankwatch.gpkg", "application/geopackage+sqlite3"),
]


def opened(public_url: str = "") -> Client:
    """A dashboard in this process, on the last day of its record."""
    front = FrontDoor()
    open_site(front, [DEFAULT_PACK], BOUNDARIES, ASSETS, lambda: date(2026, 2, 20), public_url)
    return Client(front)


@pytest.fixture(scope="module")
def client() -> Client:
    return opened()


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_a_file_says_what_it_is_and_is_compressed_and_kept(
    server: Server, name: str, kind: str
) -> None:
    answer = server.ask(f"/data/{name}", accept_encoding="br")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Cache-Control"] == "public, max-age=300"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert brotli.decompress(answer.body) == server.ask(f"/data/{name}").body
    tag = answer.headers["ETag"]
    again = server.ask(f"/data/{name}", accept_encoding="br", if_none_match=tag)
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize(
    ("name", "disposition"),
    [
        ("states.csv", 'attachment; filename="flankwatch-states.csv"'),
        ("standing/2025-12-27.csv", 'attachment; filename="flankwatch-standing-2025-12-27.csv"'),
        ("standing/latest.csv", f'attachment; filename="flankwatch-standing-{LATEST}.csv"'),
        ("standing/latest.geojson", f'attachment; filename="flankwatch-standing-{LATEST}.geojson"'),
        ("standing/2025-12-27.json", 'inline; filename="flankwatch-standing-2025-12-27.json"'),
        ("figure/2025-12-27.json", 'inline; filename="flankwatch-figure-2025-12-27.json"'),
        ("figure/latest.json", f'inline; filename="flankwatch-figure-{LATEST}.json"'),
        ("flankwatch.gpkg", 'attachment; filename="flankwatch.gpkg"'),
        ("dates.ics", 'attachment; filename="flankwatch-dates.ics"'),
        ("feed.atom", 'inline; filename="flankwatch-feed.atom"'),
        ("datapackage.json", 'inline; filename="datapackage.json"'),
    ],
)
def test_a_file_is_saved_under_a_name_that_says_what_it_is(
    server: Server, name: str, disposition: str
) -> None:
    assert server.ask(f"/data/{name}").headers["Content-Disposition"] == disposition


@pytest.mark.parametrize("kind", ["csv", "json", "geojson"])
def test_the_latest_standings_are_those_of_the_last_day_vouched_for(
    server: Server, kind: str
) -> None:
    latest = server.ask(f"/data/standing/latest.{kind}")
    assert latest.body == server.ask(f"/data/standing/{LATEST}.{kind}").body
    assert latest.body != server.ask(f"/data/standing/2025-12-27.{kind}").body


def test_the_latest_figure_is_that_of_the_last_day_vouched_for(server: Server) -> None:
    latest = server.ask("/data/figure/latest.json")
    assert latest.body == server.ask(f"/data/figure/{LATEST}.json").body
    assert latest.body != server.ask("/data/figure/2025-12-27.json").body


@pytest.mark.parametrize(
    "kind", ["standing/{}.csv", "standing/{}.json", "standing/{}.geojson", "figure/{}.json"]
)
@pytest.mark.parametrize("given", NO_DAYS)
def test_there_is_no_file_of_what_is_no_day(client: Client, given: str, kind: str) -> None:
    answer = client.get(f"/data/{kind.format(given)}")
    assert answer.status_code == 404
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.text in (
        "There is no such day (expected YYYY-MM-DD, from 1997-01-01 to 2026-12-31).\n",
        "There is no such page.\n",
    )


def test_who_asks_for_no_day_is_told_what_days_there_are(client: Client) -> None:
    assert client.get("/data/standing/1996-12-31.csv").text == (
        "There is no such day (expected YYYY-MM-DD, from 1997-01-01 to 2026-12-31).\n"
    )


@pytest.mark.parametrize(
    "path",
    ["", "states", "states.xml", "standing", "standing/", "standing/2025-12-27", "a/states.csv"],
)
def test_there_is_no_other_file(client: Client, path: str) -> None:
    answer = client.get(f"/data/{path}")
    assert (answer.status_code, answer.text) == (404, "There is no such page.\n")


def test_a_file_can_be_asked_about_and_not_posted_to(server: Server) -> None:
    head = server.ask("/data/states.csv", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(server.ask("/data/states.csv").body))
    assert server.ask("/data/states.csv", "POST").status == 405


def test_links_of_feed_and_calendar_follow_the_public_address() -> None:
    client = opened("https://mines.example.org/")
    assert 'href="https://mines.example.org/?date=2026-02-20"' in client.get("/data/feed.atom").text
    assert "https://mines.example.org/?date=" in client.get("/data/dates.ics").text.replace(
        "\r\n ", ""
    )
    package = json.loads(client.get("/data/datapackage.json").text)
    assert package["homepage"] == "https://mines.example.org/"


def test_asking_for_many_days_takes_no_room_from_files_and_no_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelves: list[compression.AnswerCache] = []
    plain = compression.AnswerCache.set

    def watched(self: compression.AnswerCache, key: str, value: bytes) -> None:
        shelves.append(self)
        plain(self, key, value)

    monkeypatch.setattr(compression.AnswerCache, "set", watched)
    monkeypatch.setattr(compression, "MOST_BRIEF", 3)
    monkeypatch.setattr(compression, "MOST_LASTING", 3)
    client = opened()
    for number in range(9):
        for kind in ("csv", "json", "geojson"):
            path = f"/data/standing/{date(2025, 1, 1) + timedelta(number)}.{kind}"
            client.get(path, headers={"Accept-Encoding": "br"}).close()
    page = 1  # Composed when the site opened.
    assert len(shelves[0]) == page + 3
    client.get("/data/states.csv", headers={"Accept-Encoding": "br"}).close()
    client.get("/data/standing/latest.csv", headers={"Accept-Encoding": "br"}).close()
    assert len(shelves[0]) == page + 5


def test_nothing_is_made_before_it_is_asked_for_and_then_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[date] = []

    def make(_: Takeaway, when: date, kind: str) -> bytes:
        made.append(when)
        return kind.encode()

    monkeypatch.setattr(Takeaway, "standing", make)
    client = opened()
    assert made == []
    for _ in range(3):
        assert client.get("/data/standing/latest.csv").data == b"csv"
    assert made == [date(2026, 3, 3)]
