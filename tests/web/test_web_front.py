"""The front door, asked without a network: methods, health, readiness and headers."""

from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

import pytest

from dashboard.web.front import FrontDoor


def inner(_: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    """A dashboard that has headers of its own."""
    start_response("200 OK", [("Content-Type", "text/html"), ("referrer-policy", "unsafe-url")])
    return [b"the page"]


def ask(front: FrontDoor, path: str, method: str = "GET") -> tuple[str, dict[str, str], bytes]:
    environ: WSGIEnvironment = {}
    setup_testing_defaults(environ)
    environ |= {"PATH_INFO": path, "REQUEST_METHOD": method}
    started: list[Any] = []
    body = b"".join(front(environ, lambda *head: started.append(head)))
    [(status, headers, *_)] = started
    assert len({name.lower() for name, _ in headers}) == len(headers)
    return status, dict(headers), body


def opened() -> FrontDoor:
    front = FrontDoor()
    front.open(inner, ["'sha256-abc='"])
    return front


@pytest.mark.parametrize(
    "path", ["/", "/readyz", "/_dash-layout", "/assets/js/main.js", "/nowhere"]
)
def test_while_it_loads_every_page_says_so(path: str) -> None:
    status, headers, body = ask(FrontDoor(), path)
    assert status == "503 Service Unavailable"
    assert body == b"The record is still being loaded.\n"
    assert headers["Retry-After"] == "2"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "unsafe" not in headers["Content-Security-Policy"].split("style-src")[0]


def test_while_it_loads_it_is_healthy_but_not_ready() -> None:
    front = FrontDoor()
    assert ask(front, "/healthz")[0] == "200 OK"
    assert ask(front, "/readyz")[0] == "503 Service Unavailable"


def test_once_it_is_loaded_it_is_ready() -> None:
    front = opened()
    assert ask(front, "/readyz")[::2] == ("200 OK", b"The record is loaded.\n")
    assert ask(front, "/healthz")[::2] == ("200 OK", b"flankwatch is up\n")
    assert ask(front, "/")[::2] == ("200 OK", b"the page")


def test_its_headers_win_over_those_of_the_dashboard() -> None:
    _, headers, _ = ask(opened(), "/")
    assert headers["Content-Type"] == "text/html"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "script-src 'self' 'sha256-abc='" in headers["Content-Security-Policy"]
    assert "referrer-policy" not in headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/", "/healthz", "/readyz", "/_dash-update-component"])
@pytest.mark.parametrize("front", [FrontDoor(), opened()], ids=["loading", "loaded"])
def test_only_get_and_head_pass(front: FrontDoor, path: str, method: str) -> None:
    status, headers, body = ask(front, path, method)
    assert status == "405 Method Not Allowed"
    assert headers["Allow"] == "GET, HEAD"
    assert body == b"405 Method Not Allowed\n"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/"])
def test_a_head_has_the_length_but_not_the_body(path: str) -> None:
    front = FrontDoor()
    _, headers, body = ask(front, path)
    assert ask(front, path, "HEAD")[1:] == (headers, b"")
    assert headers["Content-Length"] == str(len(body))


def test_a_query_of_other_letters_than_addresses_have_is_refused_whatever_server_passes_it_on() -> (
    None
):
    environ: WSGIEnvironment = {"QUERY_STRING": "date=\xff"}
    setup_testing_defaults(environ)
    started: list[Any] = []
    list(opened()(environ, lambda *head: started.append(head)))
    assert started[0][0] == "400 Bad Request"
