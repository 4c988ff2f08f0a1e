"""Pages asked for through the real proxies, with the files that were written for them."""

import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TypeAlias

import pytest
from deploy.proxies import CADDY, NGINX, Proxy, Running, caddy, nginx
from deploy.written import deployed
from web.servers import Answer, Server

NO_NGINX = pytest.mark.skipif(not NGINX, reason="nginx is not installed: its file was not tried")
NO_CADDY = pytest.mark.skipif(not CADDY, reason="caddy is not installed: its file was not tried")
KINDS = [
    pytest.param(("nginx", "http"), marks=NO_NGINX, id="nginx"),
    pytest.param(("nginx", "https"), marks=NO_NGINX, id="nginx-with-TLS"),
    pytest.param(("caddy", "http"), marks=NO_CADDY, id="caddy"),
]
OF_THE_WAY = {"connection", "date", "keep-alive", "server", "transfer-encoding", "via"}
"""Headers that are of one connection, or of who passes an answer on."""
Maker: TypeAlias = Callable[[int], Proxy]


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest, tmp_path: Path, free_port: int) -> Maker:
    """Makes a proxy before the server at a port."""
    kind, scheme = request.param

    def make(upstream: int) -> Proxy:
        options = "--port", str(upstream), "--public-url", f"{scheme}://localhost:{free_port}/"
        written = deployed(kind, tmp_path / kind, *options)
        return nginx(written, free_port) if kind == "nginx" else caddy(written, free_port)

    return make


def headers_of(answer: Answer) -> dict[str, str]:
    return {n.lower(): v for n, v in answer.headers.items() if n.lower() not in OF_THE_WAY}


def test_everything_comes_through_as_the_server_gives_it(made: Maker, behind: Server) -> None:
    with made(behind.port).start() as proxy:
        for path in (
            "/",
            "/data/dates.ics",
            "/data/states.csv",
            "/preview/2025-12-27.png",
            "/readyz",
        ):
            for encodings in ("br, gzip", "gzip", "identity", "gzip;q=0, br;q=0.5"):
                asked = {"host": "localhost", "accept_encoding": encodings}
                direct, passed = behind.ask(path, **asked), proxy.ask(path, **asked)
                assert passed.status == direct.status == 200
                assert headers_of(passed) == headers_of(direct)
                assert passed.body == direct.body


def test_what_a_reader_has_is_not_sent_again(made: Maker, behind: Server) -> None:
    with made(behind.port).start() as proxy:
        for encoding in ("br", "gzip", "identity"):
            first = proxy.ask("/", accept_encoding=encoding)
            assert first.headers["ETag"].startswith('"')
            known = {"if_none_match": first.headers["ETag"], "accept_encoding": encoding}
            again = proxy.ask("/", **known)
            assert (again.status, again.body) == (304, b"")
            assert again.headers["ETag"] == first.headers["ETag"]


def test_parts_of_a_file_come_through(made: Maker, behind: Server) -> None:
    with made(behind.port).start() as proxy:
        whole = proxy.ask("/data/states.csv", accept_encoding="identity").body
        part = proxy.ask("/data/states.csv", range="bytes=100-199")
        assert (part.status, part.body) == (206, whole[100:200])
        assert part.headers["Content-Range"] == f"bytes 100-199/{len(whole)}"
        beyond = proxy.ask("/data/states.csv", range=f"bytes={len(whole)}-")
        assert beyond.status == 416


def test_refusals_are_those_of_the_server(made: Maker, behind: Server) -> None:
    with made(behind.port).start() as proxy:
        for path, method, status in [("/no", "GET", 404), ("/", "POST", 405), ("/", "PUT", 405)]:
            passed = proxy.ask(path, method, b"word" if method != "GET" else None)
            assert passed.status == status
            assert "Content-Security-Policy" in passed.headers
        assert proxy.ask("/", "POST", b"").headers["Allow"] == "GET, HEAD"
        head = proxy.ask("/", "HEAD")
        assert (head.status, head.body) == (200, b"")
        assert proxy.ask("/", "POST", b"x" * 100_000).status == 413


@pytest.mark.parametrize("metrics", ["yes", "no"])
@pytest.mark.parametrize(
    "kind", [pytest.param("nginx", marks=NO_NGINX), pytest.param("caddy", marks=NO_CADDY)]
)
def test_figures_that_are_not_for_the_public_are_shut_off(
    kind: str, metrics: str, tmp_path: Path, free_port: int, recorder: ThreadingHTTPServer
) -> None:
    address = f"http://localhost:{free_port}/"
    options = "--port", str(recorder.server_port), "--public-url", address, "--metrics", metrics
    written = deployed(kind, tmp_path, *options)
    proxy = nginx(written, free_port) if kind == "nginx" else caddy(written, free_port)
    with proxy.start() as running:
        assert running.ask("/metrics").status == (404 if metrics == "yes" else 200)
        assert running.ask("/metrics.html").status == 200


@NO_NGINX
def test_the_name_asked_for_is_what_the_server_judges_by(
    tmp_path: Path, free_port: int, behind: Server
) -> None:
    address = f"http://localhost:{free_port}/"
    written = deployed("nginx", tmp_path, "--port", str(behind.port), "--public-url", address)
    with nginx(written, free_port).start() as proxy:
        assert proxy.ask("/", host="localhost:1").status == 200
        assert proxy.ask("/", host="other.example.org").status == 421


class Recorder(BaseHTTPRequestHandler):
    """A server that remembers who asked and how."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[tuple[str, int], dict[str, str]]]

    def do_GET(self) -> None:
        self.asked.append((self.client_address, {k.lower(): v for k, v in self.headers.items()}))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def recorder() -> Iterator[ThreadingHTTPServer]:
    Recorder.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def several(proxy: Running) -> None:
    for number in range(6):
        forged = {"x_forwarded_for": "10.9.8.7", "x_forwarded_proto": "gopher"}
        assert proxy.ask(f"/{number}", host="mines.example.org", **forged).status == 200


def assert_one_connection_said_who_asks() -> None:
    assert len({who for who, _ in Recorder.asked}) == 1
    for _, headers in Recorder.asked:
        assert headers["host"] == "mines.example.org"
        assert headers["x-forwarded-for"] == "127.0.0.1"
        assert headers["x-forwarded-proto"] == "http"


@NO_NGINX
def test_nginx_keeps_its_connection_and_says_who_asks(
    tmp_path: Path, free_port: int, recorder: ThreadingHTTPServer
) -> None:
    address = f"http://mines.example.org:{free_port}/"
    options = "--port", str(recorder.server_port), "--public-url", address
    with nginx(deployed("nginx", tmp_path, *options), free_port).start() as proxy:
        several(proxy)
    assert_one_connection_said_who_asks()
    assert all("connection" not in headers for _, headers in Recorder.asked)


@NO_CADDY
def test_caddy_keeps_its_connection_and_says_who_asks(
    tmp_path: Path, free_port: int, recorder: ThreadingHTTPServer
) -> None:
    address = f"http://mines.example.org:{free_port}/"
    options = "--port", str(recorder.server_port), "--public-url", address
    with caddy(deployed("caddy", tmp_path, *options), free_port).start() as proxy:
        several(proxy)
    assert_one_connection_said_who_asks()


def test_while_the_server_is_away_readers_are_asked_to_come_again(made: Maker) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # Taken, but nobody listens.
        with made(silent.getsockname()[1]).start() as proxy:
            away = proxy.ask("/")
    assert (away.status, away.headers["Retry-After"]) == (503, "5")
    assert away.text.startswith("Flankwatch does not answer")
    assert away.headers["Cache-Control"] == "no-store"
    assert away.headers["X-Content-Type-Options"] == "nosniff"


@NO_CADDY
def test_caddy_understands_every_file_that_is_written_for_it(tmp_path: Path) -> None:
    for number, (kind, address) in enumerate(
        [
            ("caddy", "https://mines.example.org/"),
            ("caddy", "https://localhost:8443/"),
            ("docker", "http://[::1]:8080/"),
        ]
    ):
        written = deployed(kind, tmp_path / str(number), "--public-url", address)
        file = str(written.folder / "Caddyfile")
        command = [str(CADDY), "adapt", "--adapter", "caddyfile", "--validate", "--config", file]
        done = subprocess.run(
            command, env={"HOME": str(tmp_path)}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "kind", [pytest.param("nginx", marks=NO_NGINX), pytest.param("caddy", marks=NO_CADDY)]
)
def test_a_dashboard_below_a_path_shares_its_host(
    kind: str, tmp_path: Path, free_port: int
) -> None:
    address = f"http://localhost:{free_port}/mines/"
    with Server("--public-url", address) as behind:
        options = "--port", str(behind.port), "--public-url", address
        written = deployed(kind, tmp_path, *options)
        proxy = nginx(written, free_port) if kind == "nginx" else caddy(written, free_port)
        with proxy.start() as running:
            for path in ("/mines/", "/mines/data/states.csv", "/mines/readyz", "/mines/nothing"):
                direct, passed = behind.ask(path), running.ask(path)
                assert (passed.status, passed.body) == (direct.status, direct.body)
            led = running.ask("/mines?date=2025-12-27")
            assert led.status == 308
            assert led.headers["Location"].endswith("/mines/?date=2025-12-27")
            assert "The dashboard" not in running.ask("/elsewhere").text
