"""What a refusal looks like: a page for people, a line of text or JSON for programs."""

import json

import pytest
from web.servers import Server

from dashboard.web.refusal import shaped

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    "accept", ["", "*/*", "text/plain", "image/png", "text/html;q=0", "x;;q=,"]
)
def test_programs_get_a_line_of_text(accept: str) -> None:
    content, kind = shaped(404, "There is no such page.\n", accept, "/")
    assert (content, kind) == (b"There is no such page.\n", "text/plain; charset=utf-8")


def test_or_json_where_they_ask_for_it() -> None:
    content, kind = shaped(400, 'no "day"', "application/json", "/")
    assert (json.loads(content), kind) == ({"status": 400, "error": 'no "day"'}, "application/json")


def test_people_get_a_page_that_leads_on_and_runs_nothing() -> None:
    content, kind = shaped(404, "No <script>alert(1)</script>", BROWSER, "/mines/")
    page = content.decode()
    assert kind == "text/html; charset=utf-8"
    assert "<title>Not found – Flankwatch</title>" in page
    assert "No &lt;script&gt;" in page
    assert '<a href="/mines/">' in page


@pytest.mark.parametrize(
    ("path", "method", "status", "says"),
    [
        ("/nowhere", "GET", 404, "There is no such page."),
        ("/", "POST", 405, "405 Method Not Allowed"),
        ("/slides/2025-13-01.pptx", "GET", 404, "is not a day"),
        ("/slides/2025-12-27.pptx?ratio=1:1", "GET", 400, "ratio"),
        ("/page/0123456789abcdef/view.json", "GET", 410, "another record"),
    ],
)
@pytest.mark.parametrize(
    ("accept", "kind"), [(BROWSER, "text/html"), ("*/*", "text/plain"), ("application/json",) * 2]
)
def test_every_refusal_of_the_server_has_that_shape(
    server: Server, path: str, method: str, status: int, says: str, accept: str, kind: str
) -> None:
    answer = server.ask(path, method, accept=accept)
    assert answer.status == status
    assert answer.headers.get_content_type() == kind
    assert "Accept" in answer.headers["Vary"]
    assert says in answer.text.replace("\\u2019", "’")
    assert int(answer.headers["Content-Length"]) == len(answer.body)
