"""The document as it is sent: small whatever view is asked for, and its files kept for good."""

import re

import pytest
from web.pages import linked
from web.servers import Server

VIEWS = [
    "",
    "?date=2025-12-27",
    "?date=1997-01-01",
    "?date=1999-03-01&state=DEU",
    "?date=2025-07-18&state=UKR&panel=dates",
    "?date=2026-12-31&state=POL&panel=quotes&stance=opposes",
    "?date=2025-13-45&state=XXX",
]
FOR_GOOD = "public, max-age=31536000, immutable"


@pytest.mark.parametrize("view", VIEWS)
def test_the_document_with_its_head_is_small(server: Server, view: str) -> None:
    answer = server.ask(f"/{view}")
    assert answer.status == 200
    assert len(answer.body) <= 250_000
    assert len(re.findall(r"<[a-zA-Z]", answer.text)) <= 4_000


def test_files_with_their_version_in_the_address_are_kept_for_good(server: Server) -> None:
    versioned = [path for path in linked(server.ask("/").text) if "?v=" in path]
    assert {path.split("?")[0].rpartition(".")[2] for path in versioned} >= {"css", "svg"}
    for path in versioned:
        assert server.ask(f"/{path}").headers["Cache-Control"] == FOR_GOOD
        other = server.ask(f"/{path}0")
        assert other.headers["Cache-Control"] != FOR_GOOD


def test_the_files_of_the_late_map_are_there_and_its_geometry_is_kept_for_good(
    server: Server,
) -> None:
    text = server.ask("/").text
    [late] = re.findall(r'id="late-files" type="application/json">(.*?)</script>', text)
    for path in re.findall(r'"([^"]+[./][^"]+)"', late):
        answer = server.ask(f"/{path.lstrip('/')}")
        assert answer.status == 200, path
        if "geodata/" in path:
            assert answer.headers["Cache-Control"] == FOR_GOOD
