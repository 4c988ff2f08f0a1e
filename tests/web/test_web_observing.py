"""What an operator is told of requests: a line each, and figures."""

import json
import re
from collections.abc import Iterable
from datetime import date
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from prometheus_client.parser import text_string_to_metric_families
from web.servers import Server
from werkzeug.test import Client

from dashboard.web.observing import Figures, Observer, kind_of
from dashboard.web.whole import Whole


def inner(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/broken":
        raise RuntimeError("broken")
    start_response("404 NOT FOUND", [("Content-Type", "text/plain")])
    return [b"not ", b"here"]


def samples(figures: str) -> dict[str, float]:
    """Every figure by its name and labels."""
    return {
        f"{sample.name} {' '.join(sample.labels.values())}".strip(): sample.value
        for family in text_string_to_metric_families(figures)
        for sample in family.samples
    }


def test_a_request_is_a_line_of_text() -> None:
    said: list[str] = []
    client = Client(Observer(inner, Figures(), "text", said.append))
    around = {"PATH_INFO": "/a\n\x1b[2J", "REMOTE_ADDR": "192.0.2.7"}
    assert client.get("/?b=1", environ_overrides=around).data == b"not here"
    [line] = said
    assert re.search(r' 192\.0\.2\.7 "GET /a\\n\\u001b\[2J\?b=1" 404 8 B [\d.]+ ms$', line)
    assert line.isprintable()


def test_what_lies_ready_is_told_and_counted_like_everything_else() -> None:
    said: list[str] = []
    figures = Figures()
    found = Whole.of("200 OK", [], b"page")
    around = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "REMOTE_ADDR": "192.0.2.7"}
    observer = Observer(inner, figures, "text", said.append, at_hand=lambda _: found)
    assert observer.at_hand(around) is found
    assert re.search(r' 192\.0\.2\.7 "GET /" 200 4 B [\d.]+ ms$', said[0])
    counted = samples(figures.written())
    assert counted["flankwatch_requests_total page 200"] == 1
    assert counted["flankwatch_requests_under_way"] == 0
    assert Observer(inner, figures, "text", said.append).at_hand(around) is None
    assert len(said) == 1


def test_or_of_json_with_the_bytes_that_were_sent_before_the_reader_left() -> None:
    said: list[str] = []
    Client(Observer(inner, Figures(), "json", said.append)).get("/a?date=2025-12-27").close()
    told = json.loads(said[0])
    assert [told[name] for name in ("method", "path", "query", "status", "bytes")] == [
        "GET",
        "/a",
        "date=2025-12-27",
        404,
        4,
    ]
    assert told["ms"] >= 0


def test_requests_are_counted_by_what_was_asked_for_and_how_it_was_answered() -> None:
    figures = Figures()
    client = Client(Observer(inner, figures))
    for path in ("/", "/?date=2025-12-27", "/slides/x.pptx", "/whatever", "/else"):
        client.get(path)
    with pytest.raises(RuntimeError):
        client.get("/broken")
    found = samples(figures.written())
    assert found["flankwatch_requests_total page 404"] == 2
    assert found["flankwatch_requests_total slides 404"] == 1
    assert found["flankwatch_requests_total other 404"] == 2
    assert found["flankwatch_requests_total other 500"] == 1
    assert found["flankwatch_request_seconds_count other"] == 3
    assert found["flankwatch_requests_under_way"] == 0


def test_records_are_counted_and_dated() -> None:
    figures = Figures()
    figures.loaded({"mine-ban": date(2026, 3, 3), "other": date(2026, 3, 4)})
    figures.loaded({"mine-ban": date(2026, 3, 3)})
    figures.refused()
    found = samples(figures.written())
    assert found["flankwatch_loads_total loaded"] == 2
    assert found["flankwatch_loads_total refused"] == 1
    assert found["flankwatch_record_verified_timestamp_seconds mine-ban"] == 1_772_496_000
    assert "flankwatch_record_verified_timestamp_seconds other" not in found
    assert found["flankwatch_loaded_timestamp_seconds"] > 1_772_496_000


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "page"),
        ("", "page"),
        ("/page/1/view.json", "part"),
        ("/assets/js/main.js", "file"),
        ("/data/states.csv", "data"),
        ("/readyz", "probe"),
        ("/database", "other"),
        ("/mine-ban/", "page"),
        ("/mine-ban/data/states.csv", "data"),
        ("/mine-ban/database", "other"),
        ("/mine-ban", "other"),
        ("/" + "a" * 9999, "other"),
    ],
)
def test_there_are_few_kinds_whatever_is_asked_for(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_a_server_tells_both_where_it_is_asked_to() -> None:
    with Server("--metrics", "yes", "--log", "json") as server:
        assert server.ask("/data/states.csv").status == 200
        while "flankwatch_requests_total{" not in server.ask("/metrics").text:
            pass  # A request is counted when it is over, which its reader may know first.
        answer = server.ask("/metrics")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Type"].startswith("text/plain; version=")
        found = samples(answer.text)
        assert found["flankwatch_requests_total data 200"] == 1
        assert found["flankwatch_loads_total loaded"] == 1
        assert server.ask("/metrics", "POST").status == 405
        ended = server.stop()
    lines = [json.loads(line) for line in ended.out.splitlines() if line.startswith("{")]
    assert {line["path"] for line in lines} == {"/data/states.csv", "/metrics"}
    assert {line["status"] for line in lines} == {200, 405}
    assert ended.err == ""


def test_without_the_setting_there_are_no_figures_and_no_lines(server: Server) -> None:
    assert server.ask("/metrics").status == 404
