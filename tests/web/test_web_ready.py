"""Answers that are kept whole: what is given again, to whom, and what never is."""

from collections.abc import Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from werkzeug.test import Client, TestResponse

from dashboard.web.front import EMBEDDED
from dashboard.web.ready import CHANGES_BY_ITSELF, LONGEST_KEY, ReadyAnswers

PAGE = 10_000


class Counted:
    """An application that counts what it is asked, and answers with the number."""

    def __init__(self) -> None:
        self.asked = 0
        self.closed = 0

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        self.asked += 1
        path, query = environ["PATH_INFO"], environ["QUERY_STRING"]
        etag = f'"{path}{query}"'
        headers = [("ETag", etag), ("Content-Type", "text/plain"), ("Content-Length", str(PAGE))]
        if path == "/file":
            environ[CHANGES_BY_ITSELF] = True
        if path == "/embed":
            environ[EMBEDDED] = True
        if path == "/nowhere":
            start_response("404 NOT FOUND", headers)
        elif environ.get("HTTP_IF_NONE_MATCH") == etag:
            start_response("304 NOT MODIFIED", [("ETag", etag)])
            return []
        else:
            start_response("200 OK", headers)
        return Body(self)


class Body(list[bytes]):
    """A body that knows whether it was closed, as WSGI wants it."""

    def __init__(self, application: Counted) -> None:
        super().__init__([str(application.asked).encode().ljust(PAGE)])
        self._application = application

    def close(self) -> None:
        self._application.closed += 1


@pytest.fixture
def inner() -> Counted:
    return Counted()


@pytest.fixture
def client(inner: Counted) -> Client:
    return Client(ReadyAnswers(inner))


def number(answer: TestResponse) -> int:
    return int(answer.data)


def test_the_second_reader_gets_what_was_kept(client: Client, inner: Counted) -> None:
    first, second = client.get("/?date=2025-12-27"), client.get("/?date=2025-12-27")
    assert (number(first), number(second)) == (1, 1)
    assert first.headers == second.headers
    assert (inner.asked, inner.closed) == (1, 1)


@pytest.mark.parametrize(
    "other", [{"path": "/other"}, {"query_string": "a=1"}, {"headers": {"Accept-Encoding": "br"}}]
)
def test_another_path_query_or_encoding_is_another_answer(
    client: Client, other: dict[str, Any]
) -> None:
    client.get("/")
    assert number(client.get(**{"path": "/", **other})) == 2


def test_who_has_it_already_gets_nothing_but_that(client: Client, inner: Counted) -> None:
    etag = client.get("/").headers["ETag"]
    answer = client.get("/", headers={"If-None-Match": etag})
    assert (answer.status_code, answer.data, answer.headers["ETag"]) == (304, b"", etag)
    assert "Content-Type" not in answer.headers
    assert inner.asked == 1
    assert number(client.get("/", headers={"If-None-Match": '"another"'})) == 2


def test_head_has_the_headers_alone_and_is_not_taken_for_the_whole(
    client: Client, inner: Counted
) -> None:
    client.head("/")
    whole = client.get("/")
    head = client.head("/")
    assert (inner.asked, head.data, number(whole)) == (2, b"", 2)
    assert head.headers == whole.headers


@pytest.mark.parametrize("path", ["/file", "/nowhere"])
def test_files_that_may_change_and_refusals_are_asked_for_each_time(
    client: Client, path: str
) -> None:
    assert [number(client.get(path)) for _ in range(2)] == [1, 2]


@pytest.mark.parametrize("name", ["Range", "If-Range", "If-Modified-Since", "If-Match"])
def test_what_asks_for_a_part_or_by_a_day_is_answered_each_time(client: Client, name: str) -> None:
    client.get("/")
    assert number(client.get("/", headers={name: "bytes=0-1"})) == 2
    assert number(client.get("/")) == 1


def test_long_addresses_are_not_kept(client: Client) -> None:
    address = "/?" + "a" * LONGEST_KEY
    assert [number(client.get(address)) for _ in range(2)] == [1, 2]


def test_those_around_are_told_again_that_an_answer_is_for_frames(inner: Counted) -> None:
    ready = ReadyAnswers(inner)
    for _ in range(2):
        environ: WSGIEnvironment = {
            "PATH_INFO": "/embed",
            "QUERY_STRING": "",
            "REQUEST_METHOD": "GET",
        }
        b"".join(ready(environ, lambda *_: lambda _: None))
        assert environ[EMBEDDED] is True
    assert inner.asked == 1


def test_the_room_is_bounded_and_what_was_not_asked_for_the_longest_goes(inner: Counted) -> None:
    ready = ReadyAnswers(inner, room=3 * (PAGE + 1000))
    client = Client(ready)
    for path in ("/1", "/2", "/3", "/1", "/4"):
        client.get(path)
    assert len(ready) == 3
    client.get("/1")
    assert inner.asked == 4
    client.get("/2")
    assert inner.asked == 5


def test_at_hand_is_exactly_what_the_application_is_not_asked_for(inner: Counted) -> None:
    ready = ReadyAnswers(inner)
    client = Client(ready)

    def is_at_hand(**headers: str) -> bool:
        asked = {"PATH_INFO": "/", "QUERY_STRING": "", **headers}
        found, before = ready.at_hand(asked), inner.asked
        answer = client.get("/", environ_overrides=headers)
        assert (found is not None) == (inner.asked == before)
        if found is None:
            return False
        whole = found.whole(asked, lambda own: [*own, ("X-Own", "yes")])
        assert whole.status == answer.status_code
        assert whole.body == answer.get_data()
        lines = [f"HTTP/1.1 {answer.status}", *(f"{n}: {v}" for n, v in answer.headers)]
        assert whole.head.decode().split("\r\n") == [*lines, "X-Own: yes", ""]
        return True

    assert not is_at_hand()
    assert is_at_hand()
    assert is_at_hand(HTTP_IF_NONE_MATCH='"/"')
    assert not is_at_hand(HTTP_IF_NONE_MATCH='"of before"')
    assert not is_at_hand(HTTP_RANGE="bytes=0-1")
    assert not is_at_hand(HTTP_ACCEPT_ENCODING="br")


def test_of_what_is_very_large_nothing_is_at_hand(
    inner: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.web.ready.LARGEST_AT_HAND", PAGE)
    ready = ReadyAnswers(inner)
    Client(ready).get("/")
    assert ready.at_hand({"PATH_INFO": "/", "QUERY_STRING": ""}) is None
