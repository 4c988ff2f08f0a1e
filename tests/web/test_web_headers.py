"""What every answer carries, and what the page's policy lets a browser do."""

import base64
import hashlib
import re

import pytest
from waitress import create_server
from web.pages import INLINE_SCRIPT, files
from web.servers import Answer, Server, parsed

from dashboard.web.connections import Connection, accept_connections
from dashboard.web.front import FrontDoor


def policy(answer: Answer) -> dict[str, str]:
    """The directives of an answer's Content-Security-Policy."""
    directives = answer.headers["Content-Security-Policy"].split("; ")
    return {name: values for name, _, values in (part.partition(" ") for part in directives)}


def assert_guarded(answer: Answer) -> None:
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers.get_all("Referrer-Policy") == ["no-referrer"]
    assert answer.headers.get_all("Cross-Origin-Opener-Policy") == ["same-origin"]
    assert len(answer.headers.get_all("Cross-Origin-Resource-Policy", [])) == 1
    assert "geolocation=()" in answer.headers["Permissions-Policy"]
    assert len(answer.headers.get_all("Content-Security-Policy", [])) == 1
    found = policy(answer)
    assert found["default-src"] == "'none'"
    assert found["connect-src"] == "'self'"
    assert found["base-uri"] == "'none'"
    assert found["form-action"] == "'none'"
    assert found["frame-ancestors"] == "'none'"
    assert "unsafe" not in found["script-src"]
    assert all(
        value == "'self'" or value.startswith("'sha256-") for value in found["script-src"].split()
    )


def test_every_file_of_the_page_is_guarded(server: Server) -> None:
    for path in [*files(server), "/_favicon.ico", "/_reload-hash", "/healthz", "/readyz"]:
        assert_guarded(server.ask(path))
        assert_guarded(server.ask(path, accept_encoding="br"))


def test_only_the_page_for_frames_may_be_shown_in_one(server: Server) -> None:
    answer = server.ask("/?view=embed&date=2025-12-27")
    found = policy(answer)
    assert found["frame-ancestors"] == "*"
    assert "script-src" not in found
    assert "<script" not in answer.text
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    again = server.ask("/?date=2025-12-27")
    assert policy(again)["frame-ancestors"] == "'none'"


@pytest.mark.parametrize(
    ("path", "method", "headers", "status"),
    [
        ("/nowhere", "GET", {}, 404),
        ("/_dash-component-suites/nope/x.js", "GET", {}, 404),
        ("/", "POST", {}, 405),
        ("/assets/js/main.js", "GET", {"if_none_match": "*"}, 304),
        ("/geodata/states.geojson", "GET", {"range": "bytes=0-9"}, 206),
        ("/geodata/states.geojson", "GET", {"range": "bytes=99999999-"}, 416),
    ],
)
def test_refusals_and_short_answers_are_guarded_too(
    server: Server, path: str, method: str, headers: dict[str, str], status: int
) -> None:
    answer = server.ask(path, method, **headers)
    assert answer.status == status
    assert_guarded(answer)


POST = b"POST / HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET\r\n\r\n", 400),
        (POST + b"Content-Length: abc\r\n\r\n", 400),
        (POST + b"Content-Length: 99999999\r\n\r\n", 413),
        (POST + b"Transfer-Encoding: gzip\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 270_000 + b"\r\n\r\n", 431),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else "",
)
def test_what_the_web_server_itself_refuses_is_guarded_too(
    server: Server, request_: bytes, status: int
) -> None:
    with server.connection() as link:
        link.sendall(request_)
        answer = parsed(link.recv(65536))
    assert answer.status == status
    assert_guarded(answer)
    assert answer.headers["Cache-Control"] == "no-store"


def test_refusals_are_guarded_on_every_address_that_is_listened_on() -> None:
    server = create_server(FrontDoor(), listen="127.0.0.1:0 127.0.0.1:0")
    accept_connections(server)
    listening = [one for one in server.map.values() if hasattr(one, "channel_class")]
    assert [one.channel_class for one in listening] == [Connection, Connection]
    server.task_dispatcher.shutdown()
    server.close()


@pytest.mark.parametrize(
    "path", ["/", "/?date=2025-12-27&state=FIN", "/?view=embed", "/data/states.csv", "/nowhere"]
)
@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_an_answer_is_the_same_whether_it_lies_ready_or_is_made(
    server: Server, path: str, encoding: str
) -> None:
    accepted = {"accept_encoding": encoding}
    made = server.ask(path, connection="close", **accepted)
    for _ in range(2):
        ready = server.ask(path, **accepted)
        assert (ready.status, ready.body) == (made.status, made.body)
        assert told(ready) == told(made)
    if etag := made.headers["ETag"]:
        known = server.ask(path, if_none_match=etag, **accepted)
        again = server.ask(path, if_none_match=etag, connection="close", **accepted)
        assert (known.status, known.body, told(known)) == (304, b"", told(again))


def told(answer: Answer) -> list[tuple[str, str]]:
    """All headers but those that are about the moment and the connection."""
    headers = ((name.lower(), value) for name, value in answer.headers.items())
    return sorted(each for each in headers if each[0] not in ("date", "connection"))


def test_the_inline_script_is_allowed_by_its_hash(server: Server) -> None:
    answer = server.ask("/")
    scripts = [
        found["code"]
        for found in INLINE_SCRIPT.finditer(answer.text)
        if 'type="application/json"' not in found["attributes"]
    ]
    assert scripts
    allowed = policy(answer)["script-src"].split()
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in allowed
    assert len(allowed) == len(scripts) + 1


def test_the_page_has_no_handlers_that_the_policy_would_block(server: Server) -> None:
    page = server.ask("/").text
    assert " onclick=" not in page
    assert "javascript:" not in page


@pytest.mark.parametrize("path", ["/", "/?date=2024-06-01", "/_dash-layout", "/_dash-dependencies"])
def test_page_and_record_are_asked_for_anew_every_time(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["ETag"]


def test_the_document_and_what_completes_it_are_of_one_version(server: Server) -> None:
    [folder] = set(re.findall(r'data-fragments="([^"]+)"', server.ask("/").text))
    assert folder.startswith("page/")
    for name in ("view.json", "dates.html", "profile/FIN.html", "record/sources.html"):
        answer = server.ask(f"/{folder}{name}")
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert server.ask(f"/page/0123456789abcdef/{name}").status == 410
    assert server.ask(f"/{folder}profile/ATA.html").status == 404
