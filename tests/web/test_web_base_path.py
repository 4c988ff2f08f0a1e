"""The dashboard below a path of its host, and behind proxies that tell who asks."""

import json
import re
from collections.abc import Iterator
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import setup_testing_defaults

import pytest
from web.servers import Server

from dashboard.web.proxies import TrustedProxies
from dashboard.web.setting_values import networks

BELOW = "/mines/"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    options = "--public-url", f"https://example.org{BELOW}", "--log", "json", "--metrics", "yes"
    with Server(*options, "--trusted-proxies", "127.0.0.1") as running:
        yield running


def test_the_page_and_all_that_it_names_are_below_the_path(server: Server) -> None:
    page = server.ask(BELOW)
    assert page.status == 200
    addresses = re.findall(r'(?:href|src)="([^"#?][^"]*)"', page.text)
    own = {address for address in addresses if "://" not in address}
    assert len(own) > 10
    assert not [address for address in own if address.startswith("/")]
    for address in own:
        assert server.ask(f"{BELOW}{address}").status == 200, address
        assert server.ask(f"/{address}").status == 404, address


def test_who_leaves_the_last_slash_away_is_led_to_the_page(server: Server) -> None:
    for query in ("", "?date=2025-12-27&state=FIN"):
        led = server.ask(f"/mines{query}")
        assert (led.status, led.headers["Location"]) == (308, f"{BELOW}{query}")


@pytest.mark.parametrize("path", ["/", "/minesweeper", "/data/states.csv", "/Mines/"])
def test_elsewhere_on_the_host_a_reader_is_told_where_it_is(path: str, server: Server) -> None:
    missing = server.ask(path, accept="text/html")
    assert missing.status == 404
    assert f"The dashboard is at {BELOW}" in missing.text
    assert f'<a href="{BELOW}">' in missing.text
    assert "Content-Security-Policy" in missing.headers


def test_refusals_below_the_path_lead_to_the_page(server: Server) -> None:
    assert f'<a href="{BELOW}">' in server.ask(f"{BELOW}nothing", accept="text/html").text
    assert f'<a href="{BELOW}">' in server.ask(BELOW, "POST", accept="text/html").text


def test_probes_are_at_both_places(server: Server) -> None:
    for path in ("/healthz", "/readyz", "/metrics"):
        assert [server.ask(path).status, server.ask(f"/mines{path}").status] == [200, 200]


def test_feed_calendar_and_previews_lead_to_the_public_address(server: Server) -> None:
    assert f"https://example.org{BELOW}?date=" in server.ask(f"{BELOW}data/feed.atom").text
    calendar = server.ask(f"{BELOW}data/dates.ics").text.replace("\r\n ", "")
    assert f"https://example.org{BELOW}?date=" in calendar
    image = f'content="https://example.org{BELOW}preview/'
    assert image in server.ask(f"{BELOW}?date=2025-12-27").text


def test_the_log_names_the_reader_and_the_whole_path(server: Server) -> None:
    server.ask(f"{BELOW}data/states.csv", x_forwarded_for="192.0.2.7")
    while '"192.0.2.7"' not in (line := server.hear()):
        pass
    assert json.loads(line)["path"] == f"{BELOW}data/states.csv"
    assert 'flankwatch_requests_total{kind="data",status="200"}' in server.ask("/metrics").text


def told(address: str, trusted: str) -> dict[str, Any]:
    """What an application is told of a request from ``address``, sent on for somebody else."""
    seen: dict[str, Any] = {}

    def inner(environ: WSGIEnvironment, _start: StartResponse) -> list[bytes]:
        seen.update(environ)
        return []

    environ: WSGIEnvironment = {}
    setup_testing_defaults(environ)
    environ |= {
        "REMOTE_ADDR": address,
        "HTTP_HOST": "inner",
        "HTTP_X_FORWARDED_FOR": "198.51.100.1, 192.0.2.7",
        "HTTP_X_FORWARDED_HOST": "mines.example.org",
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_PREFIX": "/mines",
    }
    asked = dict(environ)
    list(TrustedProxies(inner, networks(trusted))(environ, lambda *_: lambda _: None))
    ready: dict[str, Any] = {}
    TrustedProxies(inner, networks(trusted), ready.update).at_hand(asked)
    assert ready == {name: value for name, value in seen.items() if name in ready}
    names = "REMOTE_ADDR", "HTTP_HOST", "wsgi.url_scheme", "SCRIPT_NAME"
    return {name: seen.get(name, "") for name in names}


@pytest.mark.parametrize(
    ("address", "trusted"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("::ffff:127.0.0.1", "127.0.0.1"),
        ("10.1.2.3", "192.0.2.0/24,10.0.0.0/8"),
        ("fe80::1%eth0", "fe80::/10"),
    ],
)
def test_a_named_proxy_is_believed(address: str, trusted: str) -> None:
    assert list(told(address, trusted).values()) == [
        "192.0.2.7",
        "mines.example.org",
        "https",
        "/mines",
    ]


@pytest.mark.parametrize("address", ["127.0.0.2", "11.0.0.1", "::1", "", "unix:"])
def test_nobody_else_is(address: str) -> None:
    assert list(told(address, "127.0.0.1,10.0.0.0/8").values()) == [address, "inner", "http", ""]
