"""Says of every request how it was answered: in a log, and as figures for Prometheus."""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeAlias
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    multiprocess,
    values,
)

from dashboard.web.base_path import AT_THE_TOP, BasePath
from dashboard.web.guard import Headers
from dashboard.web.saying import say
from dashboard.web.whole import AtHand, Whole, nothing

Verified: TypeAlias = Mapping[str, date]
"""The day through which each record of a site is verified, by the name of its treaty."""
LINES = ("none", "text", "json")
"""How a request is logged."""
KINDS = {
    "": "page",
    "page": "part",
    "assets": "file",
    "_dash-component-suites": "file",
    "_dash-layout": "file",
    "_dash-dependencies": "file",
    "geodata": "geometry",
    "data": "data",
    "brief": "briefing",
    "slides": "slides",
    "handout": "handout",
    "picture": "picture",
    "preview": "preview",
    "healthz": "probe",
    "readyz": "probe",
    "metrics": "probe",
}
"""What is asked for, by the first part of its path."""
OTHER = "other"
SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that names the folder in which several processes count, if they do."""
SECONDS = (0.001, 0.005, 0.025, 0.1, 0.5, 1, 5)
"""The bounds of the histogram: from an answer at hand to slides that are being made."""


def kind_of(path: str) -> str:
    """What is asked for, under whichever treaty; never more words than there are kinds."""
    first, _, rest = path.lstrip("/").partition("/")
    if first in KINDS or (not path.endswith("/") and not rest):
        return KINDS.get(first, OTHER)
    return KINDS.get(rest.split("/", 1)[0], OTHER)


def share_figures(folder: Path) -> None:
    """Let the figures of all processes that begin from now on be counted together, in ``folder``.

    The library takes the folder from the environment, and decides by it when it is imported.
    """
    os.environ[SHARED] = str(folder)
    values.ValueClass = values.get_value_class()


def without_process(process: int | None) -> None:
    """Of a process that has ended, nothing is under way."""
    if SHARED in os.environ and process:
        multiprocess.mark_process_dead(process)


class Figures:
    """The figures of one server, in the format of Prometheus."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "flankwatch_requests",
            "Requests by what was asked for and how it was answered.",
            ["kind", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "flankwatch_request_seconds",
            "Seconds until a request was answered whole.",
            ["kind"],
            buckets=SECONDS,
            registry=self._registry,
        )
        self._open = Gauge(
            "flankwatch_requests_under_way",
            "Requests that are being answered.",
            multiprocess_mode="livesum",
            registry=self._registry,
        )
        self._loads = Counter(
            "flankwatch_loads",
            "How often the record was loaded, and how often it was refused.",
            ["result"],
            registry=self._registry,
        )
        self._loaded = Gauge(
            "flankwatch_loaded_timestamp_seconds",
            "When the record that is served was loaded.",
            multiprocess_mode="max",
            registry=self._registry,
        )
        self._verified = Gauge(
            "flankwatch_record_verified_timestamp_seconds",
            "The day through which the record of a treaty is verified.",
            ["treaty"],
            multiprocess_mode="mostrecent",
            registry=self._registry,
        )

    def loaded(self, verified: Verified) -> None:
        """The records were loaded."""
        self._loads.labels("loaded").inc()
        self._loaded.set(time.time())
        if SHARED not in os.environ:  # Where processes share it, nothing can be taken out.
            self._verified.clear()
        for treaty, verified_through in verified.items():
            day = datetime.combine(verified_through, datetime.min.time(), UTC)
            self._verified.labels(treaty).set(day.timestamp())

    def refused(self) -> None:
        """A newer record was refused."""
        self._loads.labels("refused").inc()

    def begun(self) -> None:
        """A request has come."""
        self._open.inc()

    def ended(self, kind: str, status: int, seconds: float) -> None:
        """It was answered."""
        self._open.dec()
        self._requests.labels(kind, str(status)).inc()
        self._seconds.labels(kind).observe(seconds)

    def written(self) -> str:
        """All of them, as Prometheus reads them; of all processes that share them."""
        if SHARED not in os.environ:
            return generate_latest(self._registry).decode()
        together = CollectorRegistry()
        multiprocess.MultiProcessCollector(together)
        return generate_latest(together).decode()


@dataclass
class Answered:
    """One request: when it came, how it was answered, and how many bytes of content it got."""

    environ: WSGIEnvironment
    begun: float
    status: int = 0
    size: int = 0

    @property
    def seconds(self) -> float:
        """How long it has taken by now."""
        return time.perf_counter() - self.begun

    def line(self, form: str) -> str:
        """One line of the log; a path cannot steer a terminal or break a line."""
        told: dict[str, Any] = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "client": self.environ.get("REMOTE_ADDR", ""),
            "method": self.environ["REQUEST_METHOD"],
            "path": self.environ.get("PATH_INFO", ""),
            "query": self.environ.get("QUERY_STRING", ""),
            "status": self.status,
            "bytes": self.size,
            "ms": round(1000 * self.seconds, 1),
        }
        if form == "json":
            return json.dumps(told)
        target = told["path"] + (f"?{told['query']}" if told["query"] else "")
        quoted = json.dumps(f"{told['method']} {target}")
        numbers = f"{self.status} {self.size} B {told['ms']} ms"
        return f"{told['time']} {told['client']} {quoted} {numbers}"


class Observer:
    """A WSGI application around another one, which says of every request how it was answered.

    ``form`` is one of ``LINES``; ``say`` takes a line of the log; ``base`` is where ``inner`` is;
    ``at_hand`` gives what it would answer.
    """

    def __init__(
        self,
        inner: WSGIApplication,
        figures: Figures,
        form: str = LINES[0],
        say: Callable[[str], None] = say,
        base: BasePath = AT_THE_TOP,
        at_hand: AtHand = nothing,
    ) -> None:
        self._inner, self._figures, self._form, self._say = inner, figures, form, say
        self._base, self._at_hand = base, at_hand

    def at_hand(self, environ: WSGIEnvironment) -> Whole | None:
        """The answer to a GET request, if it lies ready; then it is taken for given."""
        begun = time.perf_counter()
        whole = self._at_hand(environ)
        if whole:
            self._figures.begun()
            self._ended(Answered(environ, begun, whole.status, len(whole.body)))
        return whole

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        answered = Answered(environ, time.perf_counter())

        def start(status: str, headers: Headers, exc_info: Any = None) -> Any:
            answered.status = int(status.split(" ", 1)[0])
            return start_response(status, headers, exc_info)

        self._figures.begun()
        try:
            answer = self._inner(environ, start)
        except BaseException:
            answered.status = 500
            self._ended(answered)
            raise
        return self._told(answer, answered)

    def _told(self, answer: Iterable[bytes], answered: Answered) -> Iterator[bytes]:
        try:
            for part in answer:
                answered.size += len(part)
                yield part
        finally:
            getattr(answer, "close", lambda: None)()
            self._ended(answered)

    def _ended(self, answered: Answered) -> None:
        path = self._base.below(answered.environ.get("PATH_INFO", ""))
        self._figures.ended(kind_of(path), answered.status, answered.seconds)
        if self._form != LINES[0]:
            self._say(answered.line(self._form))
