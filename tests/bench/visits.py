"""One cold visit of a page in a browser, and what it took until the page answered."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import monotonic, sleep
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

PATIENCE = 90
"""Seconds after which a page is taken to answer never: Dash gives up on plotly's file after 30."""
QUIET = 2.5
"""Seconds without a request after which everything is taken to be there."""
STEPS, STEPS_SLOW = 15, 5
BLOCKING = 50
"""Milliseconds of a task that nobody notices, as Lighthouse counts them."""
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOWER = 4
"""How many times slower the processor of the slow condition is."""
EMPTY_WORLD = (
    '{"type":"Topology","arcs":[],"objects":{'
    + ",".join(
        f'"{layer}":{{"type":"GeometryCollection","geometries":[]}}'
        for layer in (
            "coastlines",
            "land",
            "ocean",
            "lakes",
            "rivers",
            "countries",
            "subunits",
        )
    )
    + "}}"
)
"""What plotly fetches from its own host; without it, the plain page draws no map at all."""

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
TOLD = """
() => {
  const { tasks, shifts, answered, drawn } = bench;
  const [{ startTime: painted }] = performance.getEntriesByName("first-contentful-paint");
  return { tasks, shifts, answered, drawn, painted };
}
"""
NEVER = float("inf")


@dataclass
class Traffic:
    """Every request of a visit: when it ended, in milliseconds, and its bytes over the wire."""

    address: str
    begun: float | None = None
    ended: list[tuple[float, int]] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    latest: float = field(default_factory=monotonic)

    def listen(self, session: CDPSession) -> None:
        """Hear every request of a page."""
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        self.begun = self.begun or event["timestamp"]
        url = event["request"]["url"]
        if not url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(url)
        self.latest = monotonic()

    def _finished(self, event: dict[str, Any]) -> None:
        assert self.begun is not None
        after = 1000 * (event["timestamp"] - self.begun)
        self.ended.append((after, int(event["encodedDataLength"])))
        self.latest = monotonic()

    def until(self, moment: float) -> tuple[int, int]:
        """Requests and bytes that had come by a moment of the visit, in milliseconds."""
        sizes = [size for after, size in self.ended if after <= moment]
        return len(sizes), sum(sizes)


@dataclass(frozen=True)
class Visit:
    """What a visit took; times in milliseconds (``NEVER``: not within ``PATIENCE``), and bytes."""

    painted: float
    answered: float
    drawn: float
    blocked: float
    longest: float
    shifts: float
    requests_first: float
    bytes_first: float
    requests: float
    bytes: float
    step: float
    elsewhere: float


def visit(browser: Browser, address: str, slow: bool) -> Visit:
    """Open the page as one who was never there, and knock until it answers."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(1000 * PATIENCE)
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    traffic = Traffic(address)
    traffic.listen(session)
    _stand_in(session)
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="commit")
    page.evaluate("patience => bench.doneWithin(patience)", 1000 * PATIENCE)
    _until(lambda: monotonic() - traffic.latest > QUIET, page)
    told = page.evaluate(TOLD)
    answered = _moment(told["answered"])
    first, all_of_it = traffic.until(answered), traffic.until(NEVER)
    count = STEPS_SLOW if slow else STEPS
    steps = [NEVER if answered == NEVER else page.evaluate("bench.step()") for _ in range(count)]
    context.close()
    return Visit(
        painted=told["painted"],
        answered=answered,
        drawn=_moment(told["drawn"]),
        blocked=sum(max(0, task - BLOCKING) for task in told["tasks"]),
        longest=max(told["tasks"], default=0),
        shifts=told["shifts"],
        requests_first=first[0],
        bytes_first=first[1],
        requests=all_of_it[0],
        bytes=all_of_it[1],
        step=median(steps),
        elsewhere=len(traffic.elsewhere),
    )


def _moment(found: float | None) -> float:
    """When something came about."""
    return NEVER if found is None else found


def _stand_in(session: CDPSession) -> None:
    """Answer for plotly's own host, since a machine may have no internet.

    Not by the browser library's own means, which would switch the browser's cache off.
    """
    answer = {
        "responseCode": 200,
        "responseHeaders": [{"name": "Access-Control-Allow-Origin", "value": "*"}],
        "body": b64encode(EMPTY_WORLD.encode()).decode(),
    }
    session.on(
        "Fetch.requestPaused",
        lambda event: session.send(
            "Fetch.fulfillRequest", {"requestId": event["requestId"], **answer}
        ),
    )
    session.send("Fetch.enable", {"patterns": [{"urlPattern": "https://cdn.plot.ly/*"}]})


def _until(done: Callable[[], bool], page: Page) -> None:
    """Let the browser tell of its requests until something is done."""
    begun = monotonic()
    while not done() and monotonic() - begun < PATIENCE:
        page.wait_for_timeout(200)
        sleep(0)
