"""Runs the command ``flankwatch`` as its users do, and asks a running server over HTTP."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import IO
from urllib.parse import urlsplit

from dashboard.paths import DEFAULT_PACK

COMMAND = (sys.executable, "-m", "dashboard")
CHECKOUT = Path(__file__).parents[2]
LIGHT = {
    "FLANKWATCH_PACK": str(DEFAULT_PACK),
    "FLANKWATCH_CACHE_DIR": "none",
    "FLANKWATCH_WORKERS": "1",
}
"""One treaty and one process are enough for most tests, and are there in half the time; nothing is
left behind.
"""
ALONE = {"PYTHONPATH": "", "FLANKWATCH_PACK": ""}
"""A server far from the checkout has packs of its own."""
PATIENCE = 60
"""Seconds after which something that never comes is a failure."""


@dataclass(frozen=True)
class Answer:
    """One answer over HTTP, as it came over the wire."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Ended:
    """A command that has ended: its exit status and what it wrote."""

    status: int
    out: str
    err: str


def environment(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of this process without its own settings of Flankwatch."""
    own = {key: value for key, value in os.environ.items() if not key.startswith("FLANKWATCH_")}
    return own | dict(variables or {})


def run(
    *arguments: str,
    command: Sequence[str] = COMMAND,
    folder: Path = CHECKOUT,
    variables: Mapping[str, str] | None = None,
) -> Ended:
    """Run a command of ``flankwatch`` to its end."""
    done = subprocess.run(
        [*command, *arguments],
        cwd=folder,
        env=environment(variables),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


class Server:
    """A server in a process of its own, on a free port of this machine, once it is loaded.

    With a ``port`` given it is not waited for.
    """

    def __init__(
        self,
        *options: str,
        command: Sequence[str] = COMMAND,
        folder: Path = CHECKOUT,
        variables: Mapping[str, str] | None = None,
        port: int = 0,
    ) -> None:
        self.said: list[str] = []
        self.host, self.port = "127.0.0.1", 0
        self._errors: IO[str] = tempfile.TemporaryFile("w+")  # noqa: SIM115
        self._process = subprocess.Popen(
            [*command, "serve", "--port", str(port), *options],
            cwd=folder,
            env=environment(LIGHT | dict(variables or {})),
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        self._unheard: Queue[str | None] = Queue()  # None: it has ended.
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        if port:
            self.port = port
        else:
            self.wait_until_loaded()

    def wait_until_loaded(self) -> None:
        """Hear what it says until the record is loaded; where it listens is known then."""
        while not any(line.startswith("Loaded") for line in self.said):
            self.said.append(self.hear())
        [self.address] = [word for word in self.said[0].split() if word.startswith("http://")]
        parts = urlsplit(self.address)
        self.host, self.port = str(parts.hostname), int(parts.port or 80)

    def __enter__(self) -> "Server":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self.stop()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as out:
            for line in out:
                self._unheard.put(line.rstrip("\n"))
        self._unheard.put(None)

    @property
    def is_loaded(self) -> bool:
        """Whether it has said anything that was not heard yet: it does once it is loaded."""
        return not self._unheard.empty()

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process.poll() is None

    def hear(self) -> str:
        """The next line that it says, after those in ``said``; a server that ends is a failure."""
        try:
            line = self._unheard.get(timeout=PATIENCE)
        except Empty:
            raise AssertionError(f"it says no more than {self.said}") from None
        if line is None:
            raise AssertionError(f"it ended: {self.wait()}")
        return line

    def tell(self, which: signal.Signals) -> None:
        self._process.send_signal(which)

    def wait(self) -> Ended:
        """Wait for the end of the process."""
        self._process.wait(timeout=PATIENCE)
        self._listener.join(PATIENCE)
        out = "".join(f"{line}\n" for line in self._rest())
        self._errors.seek(0)
        err = self._errors.read()
        self._errors.close()
        return Ended(self._process.returncode, out, err)

    def _rest(self) -> Iterator[str]:
        while not self._unheard.empty():
            if (line := self._unheard.get()) is not None:
                yield line

    def stop(self, which: signal.Signals = signal.SIGINT) -> Ended:
        """Stop it as Ctrl-C does, and wait for its end."""
        self.tell(which)
        return self.wait()

    def ask(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Answer:
        """One request on a connection of its own; ``accept_encoding`` is Accept-Encoding."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def is_up(self, path: str = "/healthz", **headers: str) -> bool:
        """Whether it gives this already."""
        try:
            return self.ask(path, **headers).status == 200
        except OSError:
            return False

    @contextmanager
    def connection(self) -> Iterator[socket.socket]:
        with socket.create_connection((self.host, self.port), timeout=PATIENCE) as link:
            yield link

    def send(self, request: bytes) -> bytes:
        """Send these very bytes and nothing more; everything that comes back."""
        with self.connection() as link:
            link.sendall(request)
            link.shutdown(socket.SHUT_WR)
            answer = b""
            while part := link.recv(65536):
                answer += part
            return answer

    def ask_raw(self, target: bytes, method: bytes = b"GET", headers: bytes = b"") -> Answer:
        """One request for a target that no client library would send."""
        head = b"%b %b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%b\r\n" % (
            method,
            target,
            headers,
        )
        return parsed(self.send(head))


def workers(server: Server) -> set[int]:
    """The processes that answer, where the server has several and ``/proc`` tells."""
    own = server.process_id
    return set(map(int, Path(f"/proc/{own}/task/{own}/children").read_text().split()))


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def until(done: Callable[[], bool]) -> None:
    """Wait for something to come true."""
    begun = time.monotonic()
    while not done():
        assert time.monotonic() - begun < PATIENCE
        time.sleep(0.1)


def parsed(answer: bytes) -> Answer:
    """An answer out of its bytes."""
    with tempfile.TemporaryFile() as file:
        file.write(answer)
        file.seek(0)
        _, status, *_ = file.readline().split()
        headers = http.client.parse_headers(file)
        return Answer(int(status), headers, file.read())
