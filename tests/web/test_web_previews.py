"""A shared link shows its day before it is opened: tags in the head, and a picture of the day."""

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from io import BytesIO

import brotli
import pytest
from PIL import Image
from samples import read_data
from web.pages import INLINE_SCRIPT
from web.servers import Answer, Server
from werkzeug.test import Client

from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.publish.picture import Studio
from dashboard.publish.picture_forms import Request
from dashboard.publish.pictures import Pictures
from dashboard.publish.typesetting import Typeset
from dashboard.publish.workshop import BusyError
from dashboard.web import compression
from dashboard.web.front import FrontDoor
from dashboard.web.site import open_site

PUBLIC = "https://mines.example.org/"
ADDRESS = PUBLIC.removesuffix("/")
LATEST = "2026-03-03"
TAG = re.compile(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">')
NOTICE = re.compile(r'<div [^>]*id="notice".*?</div>')
NO_DAYS = [
    "1996-12-31",
    "2027-01-01",
    "9999-12-31",
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-12",
    "2025",
    "20251227",
    "2025-W52-6",
    "2025-12-27T00:00",
    "2025-12-27 ",
    " 2025-12-27",
    "2025-12-27\n",
    "+2025-12-27",
    "２０２５-12-27",
    "latest",
    "",
    '"><script>alert(1)</script>',
    '2025-12-27"><script>alert(1)</script>',
    "2025-12-27\x00",
    "{%app_entry%}",
]


def quoted(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode())


def tags(page: str) -> dict[str, str]:
    """What previews are made of; each tag must be there once, and in the head."""
    head, _, body = page.partition("</head>")
    found = TAG.findall(head)
    assert len(dict(found)) == len(found)
    assert not TAG.search(body)
    return {name: unescape(content) for name, content in found}


def without_tags(page: str) -> str:
    return TAG.sub("", page)


@pytest.fixture(scope="module")
def public() -> Iterator[Server]:
    """A dashboard that knows the address under which readers reach it."""
    with Server("--public-url", ADDRESS) as running:
        yield running


def opened() -> Client:
    """A dashboard in this process."""
    front = FrontDoor()
    open_site(front, [DEFAULT_PACK], BOUNDARIES, ASSETS, lambda: date(2026, 2, 20), PUBLIC)
    return Client(front)


@pytest.fixture(scope="module")
def client() -> Client:
    return opened()


def test_a_shared_day_is_told_and_shown(public: Server) -> None:
    assert tags(public.ask("/?date=2025-12-27").text) == {
        "og:site_name": "Flankwatch",
        "og:type": "website",
        "og:title": "Ottawa Convention on NATO’s eastern flank, 27 December 2025",
        "og:description": "On 27 December 2025, Estonia, Latvia and Lithuania left the "
        "convention; Finland and Poland are counting down.",
        "og:image": f"{PUBLIC}preview/2025-12-27.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Map of NATO’s eastern flank by standing on 27 December 2025",
        "og:url": f"{PUBLIC}?date=2025-12-27",
        "twitter:card": "summary_large_image",
    }


def test_without_a_day_the_last_one_on_record_is_shown(public: Server) -> None:
    found = tags(public.ask("/").text)
    assert found["og:image"] == f"{PUBLIC}preview/{LATEST}.png"
    assert found["og:title"].endswith(", 3 March 2026")
    assert found["og:description"].startswith("On 3 March 2026, Estonia, Finland, Latvia")
    assert found["og:url"] == PUBLIC


def test_the_picture_that_is_named_is_there_and_of_the_size_told(public: Server) -> None:
    found = tags(public.ask("/?date=1999-03-01").text)
    path = found["og:image"].removeprefix(ADDRESS)
    picture = Image.open(BytesIO(public.ask(path).body))
    assert [str(length) for length in picture.size] == [
        found["og:image:width"],
        found["og:image:height"],
    ]


@pytest.mark.parametrize("query", ["date=2025-12-27&state=FIN", "state=FIN&date=2025-12-27&q=a"])
def test_a_view_that_is_more_than_a_day_keeps_its_own_address(public: Server, query: str) -> None:
    """Networks send readers to og:url: it must not lose the state, nor repeat what was asked."""
    found = tags(public.ask(f"/?{query}").text)
    assert "og:url" not in found
    assert found["og:image"] == f"{PUBLIC}preview/2025-12-27.png"


def test_without_a_public_address_nothing_is_taken_from_the_request(server: Server) -> None:
    headers = {"host": "evil.example", "x_forwarded_host": "evil.example", "forwarded": "host=x"}
    answer = server.ask("/?date=2025-12-27", **headers)
    found = tags(answer.text)
    assert found["og:image"] == "preview/2025-12-27.png"
    assert "og:url" not in found
    assert "evil.example" not in answer.text
    is_same = answer.body == server.ask("/?date=2025-12-27").body
    assert is_same


@pytest.mark.parametrize("given", [given for given in NO_DAYS if given.strip() != "2025-12-27"])
def test_what_is_no_day_is_not_repeated(public: Server, given: str) -> None:
    usual = tags(public.ask("/").text)
    del usual["og:url"]
    answer = public.ask(f"/?date={quoted(given)}")
    assert answer.status == 200
    assert tags(answer.text) == usual
    told, usual_page = without_tags(answer.text), without_tags(public.ask("/").text)
    assert NOTICE.sub("", told).split() == NOTICE.sub("", usual_page).split()
    [notice] = NOTICE.findall(told)
    assert "The address names no day from 1 January 1997" in notice
    assert "hidden" not in notice


@pytest.mark.parametrize("row", read_data("addresses.csv"), ids=lambda row: row["query"])
def test_the_day_of_an_address_is_read_as_the_browser_reads_it(
    client: Client, row: dict[str, str]
) -> None:
    page = client.get(f"/{row['query']}").text
    assert tags(page)["og:image"] == f"{PUBLIC}preview/{row['day'] or LATEST}.png"
    [notice] = NOTICE.findall(page)
    assert ("hidden" not in notice) is (row["wrong"] == "yes")


def test_nothing_of_an_address_is_repeated_but_its_day(public: Server) -> None:
    attack = quoted("\"'><script>alert(4711)</script>{%css%}")
    query = f"?date=2025-12-27&date={attack}&state={attack}&q={attack}&{attack}={attack}"
    answer = public.ask(f"/{query}")
    assert "4711" not in answer.text
    is_same = answer.body == public.ask("/?date=2025-12-27&q=mines").body
    assert is_same


def test_what_the_document_does_not_follow_is_the_same_document(server: Server) -> None:
    page, other = server.ask("/").text, server.ask("/?date=2025-12-27").text
    assert page != other
    same = server.ask("/?date=2025-12-27&q=mines&kind=effect").text
    assert without_tags(same) == without_tags(other)


def test_the_inline_script_of_a_shared_day_is_allowed(server: Server) -> None:
    answer = server.ask("/?date=2025-12-27")
    scripts = [
        found["code"]
        for found in INLINE_SCRIPT.finditer(answer.text)
        if 'type="application/json"' not in found["attributes"]
    ]
    assert scripts
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in answer.headers["Content-Security-Policy"]


def test_the_page_of_a_day_is_compressed_and_has_an_etag_of_its_own(server: Server) -> None:
    seen = set()
    for query in ("", "?date=2025-12-27", "?date=2025-12-28", "?date=2025-12-27"):
        answer = server.ask(f"/{query}", accept_encoding="br")
        assert brotli.decompress(answer.body) == server.ask(f"/{query}").body
        tag = answer.headers["ETag"]
        assert server.ask(f"/{query}", accept_encoding="br", if_none_match=tag).status == 304
        seen.add(tag)
    assert len(seen) == 3


def test_asking_for_many_days_takes_no_room_from_files(monkeypatch: pytest.MonkeyPatch) -> None:
    shelves: list[compression.AnswerCache] = []
    plain = compression.AnswerCache.set

    def watched(self: compression.AnswerCache, key: str, value: bytes) -> None:
        shelves.append(self)
        plain(self, key, value)

    monkeypatch.setattr(compression.AnswerCache, "set", watched)
    monkeypatch.setattr(compression, "MOST_BRIEF", 3)
    monkeypatch.setattr(compression, "MOST_LASTING", 2)
    client = opened()
    brotli_ = {"Accept-Encoding": "br"}
    for number in range(9):
        client.get(f"/?date={date(2025, 1, 1) + timedelta(number)}", headers=brotli_).close()
    page = 1  # Composed when the site opened.
    assert len(shelves[0]) == page + 3
    client.get("/", headers=brotli_).close()
    client.get("/_dash-layout", headers=brotli_).close()
    assert len(shelves[0]) == page + 4


def picture(server: Server, path: str = "/preview/2025-12-27.png", **headers: str) -> Answer:
    return server.ask(path, **headers)


def test_a_picture_says_what_it_is_and_how_long_it_holds(server: Server) -> None:
    answer = picture(server)
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert len(answer.body) <= 180_000
    assert Image.open(BytesIO(answer.body)).size == (1200, 630)


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity", ""])
def test_a_picture_is_not_compressed_again(server: Server, accepted: str) -> None:
    answer = picture(server, accept_encoding=accepted)
    assert answer.headers["Content-Encoding"] is None
    assert answer.body == picture(server).body


def test_who_has_a_picture_gets_no_second_one(server: Server) -> None:
    tag = picture(server).headers["ETag"]
    again = picture(server, if_none_match=tag)
    assert (again.status, again.body) == (304, b"")
    other = picture(server, "/preview/2025-12-28.png", if_none_match=tag)
    assert other.status == 200
    assert other.headers["ETag"] != tag


def test_a_picture_can_be_asked_about_and_not_posted_to(server: Server) -> None:
    head = server.ask("/preview/2025-12-27.png", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(picture(server).body))
    assert server.ask("/preview/2025-12-27.png", "POST").status == 405


@pytest.mark.parametrize("when", ["1997-01-01", "2026-12-31"])
def test_the_first_and_the_last_day_have_pictures(client: Client, when: str) -> None:
    assert client.get(f"/preview/{when}.png").status_code == 200


@pytest.mark.parametrize("given", NO_DAYS)
def test_there_is_no_picture_of_what_is_no_day(client: Client, given: str) -> None:
    answer = client.get(f"/preview/{quoted(given)}.png")
    assert answer.status_code == 404
    assert answer.text == "There is no such page.\n"


def test_when_too_many_pictures_are_in_work_it_says_when_to_come_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: Pictures, request: Request) -> bytes:
        raise BusyError(f"Not now: {request.day}")

    monkeypatch.setattr(Pictures, "file", busy)
    answer = client.get("/preview/2025-12-27.png")
    assert (answer.status_code, answer.text) == (503, "Not now: 2025-12-27\n")
    assert answer.headers["Retry-After"] == "2"
    assert answer.headers["Cache-Control"] == "no-store"


def test_nothing_is_drawn_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[date] = []

    def draw(_: Studio, request: Request) -> Typeset:
        drawn.append(request.day)
        return Typeset(b"", "")

    monkeypatch.setattr(Studio, "picture", draw)
    client = opened()
    client.get("/?date=2025-12-27").close()
    assert drawn == []
    client.get("/preview/2025-12-27.png").close()
    assert drawn == [date(2025, 12, 27)]
