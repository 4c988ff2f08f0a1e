"""Tries a server as nobody should: everything at once, then what is no request at all.

``python -m tests.bench --only trials`` says what happened: how often it refused while the record
changed, whether an answer of one record came beside one of another, and what it said to requests
that are none.
"""

import os
import random
import re
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory

from samples import PackCopy
from web.servers import Server, workers

READERS = 24
SWAPS = 10
SLOW = 200
"""Readers with a line so bad that a letter comes every second."""
SETTLED = 8.0
"""Seconds after which a record that was changed is served, or refused."""
REQUESTS = 20_000
LARGEST = 50_000_000
"""Bytes of the largest body that is sent."""
FOLDER = re.compile(r"page/[0-9a-f]+/")
NAME = re.compile(r"Numbered Pact (\d+)")


class Readers:
    """Readers who come again and again until they are stopped, each with a connection of its own.

    A visit is the page and two parts of it. All three name the record that they are of.
    """

    def __init__(self, server: Server) -> None:
        self.statuses = Counter[int | str]()
        self.mixed = list[str]()
        self._server, self._stopped = server, threading.Event()
        self._threads = [threading.Thread(target=self._come) for _ in range(READERS)]
        self._lock = threading.Lock()

    def __enter__(self) -> "Readers":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        for thread in self._threads:
            thread.join()

    def _come(self) -> None:
        while not self._stopped.is_set():
            link = HTTPConnection(self._server.host, self._server.port, timeout=30)
            # A worker that is killed takes its connections along: that is no answer, and no wrong
            # one. Browsers ask again.
            with suppress(OSError, HTTPException):
                while not self._stopped.is_set():
                    self._visit(link)
            link.close()

    def _visit(self, link: HTTPConnection) -> None:
        page = self._ask(link, "/")
        [folder] = set(FOLDER.findall(page))
        [record] = set(NAME.findall(page))
        for part in ("view.json", "profile/FIN.html"):
            text = self._ask(link, f"/{folder}{part}")
            if others := set(NAME.findall(text)) - {record}:
                self.mixed.append(f"{part} of {others} beside the page of {record}")

    def _ask(self, link: HTTPConnection, path: str) -> str:
        try:
            link.request("GET", path)
            answer = link.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException) as error:
            with self._lock:
                self.statuses[type(error).__name__] += 1
            raise
        with self._lock:
            self.statuses[answer.status] += 1
        return text


@contextmanager
def slow_readers(server: Server) -> Iterator[list[socket.socket]]:
    """Connections on which a head comes letter by letter."""
    with ExitStack() as stack:
        links = [stack.enter_context(server.connection()) for _ in range(SLOW)]
        ended = threading.Event()

        def drip() -> None:
            for letter in b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: " + b"a" * 10_000:
                for link in links:
                    with suppress(OSError):
                        link.send(bytes([letter]))
                if ended.wait(1):
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        yield links
        ended.set()
        thread.join()


def siege() -> None:
    """Ten other records, each fifth a broken one, SIGHUP and a dead worker, under load."""
    with TemporaryDirectory() as folder:
        pack = PackCopy(Path(folder) / "pack")
        number_it(pack, 0)
        with (
            Server("--pack", str(pack.folder), "--workers", "2") as server,
            slow_readers(server),
            Readers(server) as readers,
        ):
            good = pack.text("states.csv")
            for number in range(1, SWAPS + 1):
                if number % 5 == 0:
                    pack.write("states.csv", good.replace("FIN", "F1N"))
                else:
                    pack.write("states.csv", good)
                    number_it(pack, number)
                if number == 3:
                    os.kill(min(workers(server)), signal.SIGKILL)
                if number in (4, 7):
                    server.tell(signal.SIGHUP)
                time.sleep(SETTLED)
            pack.write("states.csv", good)
            time.sleep(SETTLED)
            last = server.ask("/").text
        told = ", ".join(f"{status}: {count:,}" for status, count in readers.statuses.items())
        print(f"{SWAPS} records, a dead worker, 2 SIGHUP, {SLOW} slow readers: {told}")
        print(f"the record that is served at the end: {set(NAME.findall(last))}")
        print(f"answers of two records together: {readers.mixed or 'none'}")


def number_it(pack: PackCopy, number: int) -> None:
    """Another record, with its number in the name of the treaty."""
    title = f'short_title = "Numbered Pact {number}"'
    pack.write("treaty.toml", re.sub('short_title = ".*"', title, pack.text("treaty.toml")))


METHODS = [
    *(b"GET", b"GET", b"GET", b"HEAD", b"POST", b"get", b"PUT", b"TRACE", b"CONNECT", b"OPTIONS"),
    *(b"", b"\0", b"PRI", b"GE T", b"G\xc3\x84T", b"A" * 300),
]
TARGETS = [
    *(b"/", b"*", b"", b"//", b"/%", b"/%zz", b"/%00", b"/\0", b"\xff", b"/#a", b"x:y", b"?a=%ff"),
    *(b"/../../etc/passwd", b"/%2e%2e/%2e%2e/etc/passwd", b"/assets/..%2f..%2fpyproject.toml"),
    *(b"/data/../data/states.csv", b"/\\..\\..\\win.ini", b"http://x/", b"https://[::1"),
    *(b"/" + b"a" * 9000, b"/?" + b"date=2025-12-27&" * 900, b"/?date=\xc3\xa4"),
    *(b"/picture/2025-12-27.png?scale=1e9", b"/slides/9999-99-99.pptx", b"/handout/0000-00-00.pdf"),
    *(b"/_dash-update-component", b"/_dash-component-suites/dash/../../x", b"/page/x/../y"),
    *(b"/data/states.csv;a", b"/preview/2025-12-27.png%0d%0aX: y", b"/data/standing/-1.csv"),
]
VERSIONS = [
    *(b" HTTP/1.1", b" HTTP/1.1", b" HTTP/1.1", b" HTTP/1.0", b" HTTP/9.9", b" HTTP/1.1 x"),
    *(b"", b" http/1.1", b" HTTP/", b"\tHTTP/1.1"),
]
HEADERS = [
    *(
        b"Host: x",
        b"Host: \xff",
        b"Host: [::1",
        b"Host:",
        b"A : b",
        b": b",
        b"no colon",
        b" folded",
    ),
    *(b"Content-Length: 5", b"Content-Length: -1", b"Content-Length: x"),
    *(b"Content-Length: 99999999999", b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip"),
    *(b"Range: bytes=0-1,5-6", b"Range: bytes=9-1", b"Range: bytes=-0", b"Range: \xff"),
    *(b"Accept-Encoding: br;q=0, *;q=nan", b"Accept-Encoding: \0", b"If-None-Match: W/\xff,*"),
    *(b"If-None-Match: *", b"If-Modified-Since: Mon, 99 Jan 9999 00:00:00 GMT", b"If-Range: \xff"),
    *(b"Expect: 100-continue", b"Expect: x", b"Connection: close", b"Connection: upgrade, \xff"),
    *(b"Upgrade: h2c", b"Accept: */*;q=\xff", b"Accept: application/json", b"Cookie: ;;="),
    *(b"X-Forwarded-For: \xff, 1", b"X-Forwarded-Prefix: /../\0", b"X-Forwarded-Host: \xe4"),
    b"X: " + b"a" * 9000,
]
BODIES = [
    *(b"", b"", b"hello", b"0\r\n\r\n", b"ZZ\r\n", b"5\r\nhel", b"\0" * 70_000),
    b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 3,
]


def a_request(chance: random.Random) -> bytes:
    """Something that is hardly ever a request."""
    headers = chance.choices(HEADERS, k=chance.randrange(5))
    end = chance.choice([b"\r\n", b"\r\n", b"\r\n", b"\n", b"\r"])
    first = chance.choice(METHODS) + b" " + chance.choice(TARGETS) + chance.choice(VERSIONS)
    head = end.join([first, *headers, b"", b""])
    content = head + chance.choice(BODIES)
    if chance.random() < 0.2:
        at = chance.randrange(len(content))
        content = content[:at] + chance.randbytes(chance.randrange(1, 6)) + content[at + 1 :]
    return content if chance.random() < 0.9 else content[: chance.randrange(1, len(content) + 1)]


def fuzz(server: Server, count: int, seed: int = 0) -> Counter[str]:
    """Send what is hardly ever a request; what came back, by the status of the first answer."""
    chance, found = random.Random(seed), Counter[str]()
    for _ in range(count):
        answer = b""
        with suppress(OSError):
            answer = server.send(a_request(chance))
        found.update([answer[9:12].decode("latin-1") if answer.startswith(b"HTTP/") else "none"])
    return found


def endless_body(server: Server) -> str:
    """What is said to a body of 50 MB."""
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % LARGEST
    with server.connection() as link:
        with suppress(OSError):
            link.sendall(head + b"a" * LARGEST)
        with suppress(OSError):
            return link.recv(4096)[:12].decode("latin-1")
    return "none"


def memory_of(processes: Callable[[], set[int]]) -> float:
    """Megabytes that processes have for themselves."""
    total = 0
    for process in processes():
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        total += sum(int(size) for size in re.findall(r"Private_\w+: +(\d+) kB", text))
    return total / 1000


def malformed() -> None:
    """Twenty thousand requests that are none."""
    with Server("--workers", "1") as server:
        fuzz(server, REQUESTS // 10, seed=1)
        before = memory_of(lambda: {server.process_id})
        found = fuzz(server, REQUESTS)
        large = {endless_body(server) for _ in range(5)}
        after = memory_of(lambda: {server.process_id})
        served = server.ask("/").status
        ended = server.stop()
    told = ", ".join(f"{status}: {count:,}" for status, count in sorted(found.items()))
    print(f"{REQUESTS:,} malformed requests: {told}")
    print(f"bodies of {LARGEST:,} bytes: {', '.join(large)}")
    print(f"memory {before:.0f} MB, then {after:.0f} MB; the page after that: {served}")
    print(f"tracebacks: {(ended.err + ended.out).count('Traceback')}; it ended with {ended.status}")


def try_everything() -> None:
    """Both, and what came of it."""
    siege()
    malformed()
