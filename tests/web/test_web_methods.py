"""Nothing can be posted, put, deleted or otherwise done: the dashboard is only read."""

import json

import pytest
from web.servers import Server

METHODS = ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"]
PATHS = [
    "/",
    "/healthz",
    "/readyz",
    "/assets/js/main.js",
    "/geodata/states.geojson",
    "/_dash-layout",
    "/_dash-update-component",
    "/_dash-component-suites/dash/nothing.js",
    "/nowhere",
]
CALLBACK = {
    "output": "shown.data",
    "outputs": {"id": "shown", "property": "data"},
    "inputs": [{"id": "record", "property": "data", "value": {}}],
    "changedPropIds": ["record.data"],
    "state": [],
}
BODIES = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"{}",
    b'"text"',
    b"1e999",
    b"NaN",
    b"[" * 5000,
    b'{"output": null}',
    b'{"output": "shown.data"}',
    b'{"output": "..shown.data..."}',
    b'{"output": {"a": []}, "inputs": {}}',
    json.dumps(CALLBACK).encode(),
    json.dumps(CALLBACK | {"output": "nothing.data"}).encode(),
    json.dumps(CALLBACK | {"inputs": None}).encode(),
    json.dumps(CALLBACK | {"changedPropIds": [1]}).encode(),
    b"\x00\xff\xfe",
    b"output=shown.data",
    b"a" * 50_000,
]


OF_NOW = ("Date", "Expires")
"""Headers that are another each second."""


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("path", PATHS)
def test_only_reading_is_allowed(server: Server, method: str, path: str) -> None:
    answer = server.ask(path, method)
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("body", BODIES, ids=lambda body: ascii(body[:30]))
def test_whatever_is_posted_is_refused_unread(server: Server, body: bytes) -> None:
    answer = server.ask("/_dash-update-component", "POST", body, content_type="application/json")
    assert answer.status == 405
    assert answer.text == "405 Method Not Allowed\n"


def test_a_body_that_would_fill_the_disk_is_not_even_awaited(server: Server) -> None:
    head = b"Content-Length: 1000000\r\n"
    assert server.ask_raw(b"/", b"POST", head).status == 413


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_a_head_is_the_answer_without_its_body(server: Server, path: str, encoding: str) -> None:
    full = server.ask(path, accept_encoding=encoding)
    head = server.ask(path, "HEAD", accept_encoding=encoding)
    assert head.status == full.status
    assert head.body == b""
    told, said = (
        {(name.lower(), value) for name, value in each.headers.items() if name not in OF_NOW}
        for each in (full, head)
    )
    assert said >= told
    assert full.headers["Content-Length"] == str(len(full.body))
