"""Slides for download: the deck of a day, and a plain line for whatever cannot be had."""

from datetime import date
from io import BytesIO

import pytest
from pptx import Presentation
from werkzeug.test import Client

from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.publish.workshop import BusyError, Workshop
from dashboard.web.front import FrontDoor
from dashboard.web.site import open_site


@pytest.fixture(scope="module")
def client() -> Client:
    front = FrontDoor()
    open_site(front, [DEFAULT_PACK], BOUNDARIES, ASSETS, lambda: date(2026, 2, 20))
    return Client(front)


def test_the_slides_of_a_day_are_saved_by_treaty_day_and_state(client: Client) -> None:
    answer = client.get("/slides/2025-12-27.pptx?state=fin&scenes=now,FIN&ratio=4:3")
    assert answer.status_code == 200
    saved_as = 'attachment; filename="flankwatch-mine-ban-2025-12-27-FIN.pptx"'
    assert answer.headers["Content-Disposition"] == saved_as
    assert answer.headers["Content-Type"].endswith("presentationml.presentation")
    deck = Presentation(BytesIO(answer.data))
    assert len(deck.slides) == 2
    assert deck.slide_width == 720 * 12_700


@pytest.mark.parametrize("when", ["1997-01-01", "2026-12-31"])
def test_the_first_and_the_last_day_have_slides(client: Client, when: str) -> None:
    assert client.get(f"/slides/{when}.pptx?scenes=now").status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "line"),
    [
        (
            "slides/1996-12-31.pptx",
            404,
            "date: '1996-12-31' is not a day (expected YYYY-MM-DD from ",
        ),
        (
            "slides/2027-01-01.pptx",
            404,
            "date: '2027-01-01' is not a day (expected YYYY-MM-DD from ",
        ),
        ("slides/latest.pptx", 404, "date: 'latest' is not a day"),
        ("slides/%00.pptx", 404, "date: "),
        (f"slides/{'9' * 5000}.pptx", 404, f"date: '{'9' * 60}…' is not a day"),
        (
            "slides/2025-12-27.pptx?state=FNL",
            404,
            "state: 'FNL' is not the code of a state (nearest: FIN",
        ),
        ("slides/2025-12-27.pptx?state=FRA", 404, "state: France has no briefing"),
        (
            "slides/2025-12-27.pptx?scenes=bordr",
            400,
            "scenes: no scene 'bordr' on 2025-12-27 (expected",
        ),
        (f"slides/2025-12-27.pptx?scenes={'now,' * 500}", 400, "scenes: is too long"),
        (
            "slides/2025-12-27.pptx?ratio=1:1",
            400,
            "ratio: '1:1' is no ratio (expected 16:9 or 4:3)",
        ),
        ("slides/2025-12-27.pptx?state=%3Cscript%3E", 404, "state: '<script>' is not the code"),
        ("handout/2025-13-01.pdf", 404, "date: '2025-13-01' is not a day"),
        (
            "handout/2025-12-27.pdf?state=FNL",
            404,
            "state: 'FNL' is not the code of a state (nearest: FIN",
        ),
    ],
)
def test_what_cannot_be_had_is_said_in_a_line(
    client: Client, address: str, status: int, line: str
) -> None:
    answer = client.get(f"/{address}")
    assert answer.status_code == status
    assert answer.text.startswith(line)
    assert len(answer.text.splitlines()) == 1
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_when_too_many_are_in_work_it_says_when_to_come_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> bytes:
        raise BusyError("Not now.")

    monkeypatch.setattr(Workshop, "file", busy)
    for path in ("/slides/2025-12-27.pptx", "/handout/2025-12-27.pdf"):
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (503, "Not now.\n")
        assert answer.headers["Retry-After"] == "2"
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_handout_says_what_it_is(client: Client) -> None:
    answer = client.get("/handout/2025-12-27.pdf?state=fin")
    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Content-Type"] == "application/pdf"
    name = 'attachment; filename="flankwatch-mine-ban-2025-12-27-FIN.pdf"'
    assert answer.headers["Content-Disposition"] == name
