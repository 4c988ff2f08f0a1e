"""Answers are compressed as asked, once, and are the same whatever the encoding."""

import gzip
from datetime import date
from pathlib import Path

import brotli
import pytest
from waitress.buffers import ReadOnlyFileBasedBuffer
from web.pages import files, late_files
from web.servers import Answer, Server
from werkzeug.test import Client

from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.publish.precompressed import BEST
from dashboard.web.compression import (
    BRIEF,
    LARGEST_FOR_BEST,
    MOST_BRIEF,
    MOST_LASTING,
    AnswerCache,
)
from dashboard.web.front import FrontDoor
from dashboard.web.site import open_site

PATHS = ["/", "/assets/js/main.js", "/geodata/states.geojson", "/_dash-layout"]
COMPONENT = "/_dash-component-suites/dash/dash-renderer/build/dash_renderer.min.js"


def plain(answer: Answer) -> bytes:
    """The content of an answer, whatever its encoding."""
    match answer.headers["Content-Encoding"]:
        case "br":
            content: bytes = brotli.decompress(answer.body)
            return content
        case "gzip":
            return gzip.decompress(answer.body)
        case encoding:
            assert encoding is None
            return answer.body


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("", None),
        ("identity", None),
        ("deflate, zstd", None),
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("gzip;q=0.5, identity", None),
        ("*", "br"),
    ],
)
@pytest.mark.parametrize("path", PATHS)
def test_the_encoding_is_the_one_asked_for(
    server: Server, path: str, accepted: str, encoding: str | None
) -> None:
    answer = server.ask(path, accept_encoding=accepted)
    assert answer.headers["Content-Encoding"] == encoding
    assert answer.headers["Content-Length"] == str(len(answer.body))
    assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
def test_every_file_is_the_same_in_every_encoding(server: Server, accepted: str) -> None:
    for path in files(server):
        for _ in range(2):  # The second time it comes out of the cache.
            assert plain(server.ask(path, accept_encoding=accepted)) == server.ask(path).body


def test_the_late_map_is_as_small_as_can_be_for_the_first_reader_too(server: Server) -> None:
    for path in late_files(server.ask("/").text):
        address = f"/{path.lstrip('/')}"
        whole = server.ask(address).body
        if len(whole) <= LARGEST_FOR_BEST:
            small = server.ask(address, accept_encoding="br").body
            assert len(small) == len(brotli.compress(whole, quality=BEST["br"])), path


def test_files_that_differ_only_in_their_query_are_told_apart(server: Server) -> None:
    """Each encoding under each query, in an order that would mix up a cache keyed too loosely."""
    states = (BOUNDARIES / "states.geojson").read_bytes()
    for query in ("", "?v=1", "?v=2", "?v=1"):
        for accepted in ("br", "gzip", "identity", "gzip", "br"):
            answer = server.ask(f"/geodata/states.geojson{query}", accept_encoding=accepted)
            assert plain(answer) == states
    backdrop = server.ask("/geodata/backdrop.geojson?v=1", accept_encoding="br")
    assert plain(backdrop) == (BOUNDARIES / "backdrop.geojson").read_bytes()


@pytest.mark.parametrize("accepted", ["br", "gzip"])
def test_a_part_of_a_file_is_never_taken_for_the_whole(server: Server, accepted: str) -> None:
    states = (BOUNDARIES / "states.geojson").read_bytes()
    path = "/geodata/states.geojson?part"
    part = server.ask(path, accept_encoding=accepted, range="bytes=1000-1999")
    assert part.status == 206
    assert part.headers["Content-Range"] == f"bytes 1000-1999/{len(states)}"
    assert part.headers["Content-Encoding"] is None
    assert part.body == states[1000:2000]
    assert plain(server.ask(path, accept_encoding=accepted)) == states


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
@pytest.mark.parametrize("path", [*PATHS, COMPONENT])
def test_who_has_an_answer_gets_no_second_one(server: Server, path: str, accepted: str) -> None:
    first = server.ask(path, accept_encoding=accepted)
    tag = first.headers["ETag"]
    again = server.ask(path, accept_encoding=accepted, if_none_match=tag)
    assert (again.status, again.body) == (304, b"")
    assert server.ask(path, accept_encoding=accepted, if_none_match='"another"').status == 200


@pytest.mark.parametrize("path", PATHS)
def test_every_encoding_has_an_etag_of_its_own(server: Server, path: str) -> None:
    tags = {
        server.ask(path, accept_encoding=accepted).headers["ETag"]
        for accepted in ("br", "gzip", "identity")
    }
    assert len(tags) == 3


def test_files_that_did_not_change_since_are_not_sent_again(server: Server) -> None:
    path = "/geodata/states.geojson"
    changed = server.ask(path).headers["Last-Modified"]
    assert server.ask(path, if_modified_since=changed).status == 304
    assert server.ask(path, if_modified_since="Fri, 01 Jan 2016 00:00:00 GMT").status == 200
    assert server.ask(path, if_modified_since="some day").status == 200


def test_a_file_that_changes_is_not_served_from_memory(tmp_path: Path) -> None:
    for file in BOUNDARIES.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    front = FrontDoor()
    open_site(front, [DEFAULT_PACK], tmp_path, ASSETS, lambda: date(2026, 2, 20))
    contents = []
    for text in ("a" * 1000, "b" * 2000):
        (tmp_path / "states.geojson").write_text(text, encoding="utf-8")
        with Client(front).get(
            "/geodata/states.geojson",
            headers={"Accept-Encoding": "br"},
            environ_overrides={"wsgi.file_wrapper": ReadOnlyFileBasedBuffer},
        ) as answer:
            assert answer.headers["Content-Encoding"] == "br"
            contents.append(brotli.decompress(answer.data))
    assert contents == [b"a" * 1000, b"b" * 2000]


def test_the_memory_of_compressed_answers_is_bounded() -> None:
    kept = AnswerCache()
    for number in range(MOST_LASTING + 1):
        kept.set(str(number), b"")
    assert len(kept) == MOST_LASTING
    assert kept.get("0") == b""
    assert kept.get(str(MOST_LASTING)) is None


def test_brief_answers_drive_out_only_one_another() -> None:
    kept = AnswerCache()
    kept.set("file", b"file")
    for number in range(MOST_BRIEF + 1):
        kept.set(f"{BRIEF} {number}", b"day")
        kept.set(f"{BRIEF} 0", b"first")  # As whenever it is asked for.
    assert len(kept) == 1 + MOST_BRIEF
    assert kept.get("file") == b"file"
    assert kept.get(f"{BRIEF} 0") == b"first"
    assert kept.get(f"{BRIEF} 1") is None
    assert kept.get(f"{BRIEF} {MOST_BRIEF}") == b"day"
    kept.set("another file", b"file")
    assert kept.get("another file") == b"file"
