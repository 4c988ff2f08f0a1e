"""What guards every answer: the headers, and the hosts that are answered for."""

from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

import pytest
from web.servers import Server

from dashboard.web.front import FrontDoor
from dashboard.web.guard import Guard, shared_with

YEAR = 31_536_000


def inner(_: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", [])
    return [b"the page"]


def status(guard: Guard, host: str, path: str = "/") -> str:
    front = FrontDoor(guard)
    front.open(inner, [])
    environ: WSGIEnvironment = {}
    setup_testing_defaults(environ)
    environ |= {"PATH_INFO": path, "HTTP_HOST": host}
    said: list[Any] = []
    front(environ, lambda *head: said.append(head))
    return str(said[0][0])


@pytest.mark.parametrize("host", ["mines.example.org", "MINES.example.org:8050", "[::1]:80"])
def test_a_host_that_is_named_is_answered_for(host: str) -> None:
    assert status(Guard(hosts=frozenset({"mines.example.org", "[::1]"})), host) == "200 OK"


@pytest.mark.parametrize("host", ["", "evil.example", "mines.example.org1:80", "[::1", "::1", "@:"])
def test_any_other_host_is_not_but_probes_are(host: str) -> None:
    guard = Guard(hosts=frozenset({"mines.example.org", "[::1]"}))
    assert status(guard, host) == "421 Misdirected Request"
    assert {status(guard, host, path) for path in ("/healthz", "/readyz")} == {"200 OK"}


def test_where_none_is_named_every_host_is_answered_for() -> None:
    assert status(Guard(), "whatever") == "200 OK"


def test_the_page_for_frames_names_those_who_may_show_it() -> None:
    sites = ("https://news.example.org", "*.example.net")
    policy = dict(Guard(embed_hosts=sites).of_frame())["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors https://news.example.org *.example.net")
    assert "frame-ancestors 'none'" in dict(Guard(sites).of_page())["Content-Security-Policy"]


def test_https_alone_is_asked_for_only_where_the_setting_says_so() -> None:
    assert "Strict-Transport-Security" not in dict(Guard().of_page())
    for headers in (Guard(hsts=YEAR).of_page(), Guard(hsts=YEAR).of_frame()):
        assert dict(headers)["Strict-Transport-Security"] == f"max-age={YEAR}"


def test_the_page_for_frames_which_is_of_no_site_gets_its_style_sheets() -> None:
    assert shared_with("/assets/map.css") == [("Cross-Origin-Resource-Policy", "cross-origin")]


def test_pages_elsewhere_may_show_pictures_and_data_and_nothing_else() -> None:
    for path in ("/data/states.csv", "/preview/2025-12-27.png", "/picture/2025-12-27.svg"):
        assert shared_with(path) == [("Cross-Origin-Resource-Policy", "cross-origin")]
    for path in ("/", "/assets/js/main.js", "/_dash-layout", "/page/1/view.json", "/database"):
        assert shared_with(path) == [("Cross-Origin-Resource-Policy", "same-origin")]


def observatory(headers: dict[str, str]) -> int:
    """The score that Mozilla's HTTP Observatory gives these headers of a page without cookies.

    Its rules as published (MDN, "HTTP Observatory tests & scoring"), where they can be told from
    headers; the redirection to https is up to whoever ends TLS. Bonuses count from 90 on.
    """
    policy = {
        name: values.split()
        for name, *rest in (
            part.partition(" ") for part in headers["Content-Security-Policy"].split("; ")
        )
        for values in rest[1:]
    }
    scripts = policy.get("script-src", policy["default-src"])
    score, bonus = 100, 0
    if {"'unsafe-inline'", "'unsafe-eval'", "data:", "*", "https:", "http:"} & set(scripts):
        score -= 20
    elif "'unsafe-inline'" not in policy.get("style-src", []):
        bonus += 10 if policy["default-src"] == ["'none'"] else 5
    if int(headers.get("Strict-Transport-Security", "max-age=0").split("=")[1]) < YEAR / 2:
        score -= 20
    if headers.get("X-Content-Type-Options") != "nosniff":
        score -= 5
    if "frame-ancestors" in policy:
        bonus += 5
    else:
        score -= 20
    if headers.get("Referrer-Policy") in ("no-referrer", "same-origin", "strict-origin"):
        bonus += 5
    if headers.get("Cross-Origin-Resource-Policy") in ("same-origin", "same-site"):
        bonus += 10
    return score + bonus if score >= 90 else score


def test_with_https_mozillas_observatory_gives_an_a_plus() -> None:
    with Server("--hsts", str(YEAR)) as server:
        page = dict(server.ask("/").headers)
        assert observatory(page) >= 100
        # And without one of them it would not.
        assert observatory(page | {"Strict-Transport-Security": "max-age=60"}) < 100
        assert "Set-Cookie" not in page
        assert not {"Server", "X-Powered-By"} & set(page)
