"""One cold visit of a page in a browser, and what it took until the page answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median
from time import monotonic, sleep
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, Route

PATIENCE = 180
"""Seconds after which a page is taken to answer never."""
QUIET = 2.5
"""Seconds without a request after which everything is taken to be there."""
STEPS = 30
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

WATCH = """
window.bench = { tasks: [], shifts: 0, answered: null, drawn: null };
const watch = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
watch("longtask", (entry) => bench.tasks.push(entry.duration));
watch("layout-shift", (entry) => { if (!entry.hadRecentInput) bench.shifts += entry.value; });

// All that is seen of a day: the map's shapes, by standing or by colour, and the page's own words.
bench.look = () => {
  const shapes = [...document.querySelectorAll("#map path")]
    .map((path) => path.dataset.standing ?? path.style.fill ?? "");
  return shapes.length < 40 ? "" : shapes.join() + document.querySelector("h2, #headline")?.textContent;
};
bench.frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
bench.act = () => {
  const field = document.getElementById("date-slider");
  if (field) {
    bench.turn = !bench.turn;
    field.value = Number(field.value) + (bench.turn ? 240 : -240);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return;
  }
  const thumb = document.querySelector("#slider [role=slider], [role=slider]");
  if (!thumb) return;
  bench.turn = !bench.turn;
  thumb.focus();
  const key = bench.turn ? "PageUp" : "PageDown";
  thumb.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
};

// Milliseconds from an act until the map shows another day.
bench.step = async () => {
  const before = bench.look();
  const begun = performance.now();
  bench.act();
  while (bench.look() === before && performance.now() - begun < 5000) await bench.frame();
  return performance.now() - begun;
};

// Tries again and again, as a hasty reader does, until the page answers for the first time.
bench.knock = async () => {
  while (bench.answered === null) {
    await new Promise((done) => setTimeout(done, 20));
    if (!document.body) continue;
    if (bench.drawn === null && document.querySelectorAll("#map .choroplethlayer path").length > 40) {
      bench.drawn = performance.now();
    }
    const before = bench.look();
    if (!before) continue;
    const begun = performance.now();
    const patience = document.getElementById("date-slider") ? 100 : 5000; // A server is asked.
    bench.act();
    while (bench.look() === before && performance.now() - begun < patience) await bench.frame();
    const after = bench.look();
    if (after && after !== before) bench.answered = performance.now();
  }
};
bench.wait = async () => {
  while (bench.drawn === null) {
    await new Promise((done) => setTimeout(done, 50));
    if (document.querySelectorAll("#map .choroplethlayer path").length > 40) {
      bench.drawn = performance.now();
    }
  }
};
bench.done = Promise.all([bench.knock(), bench.wait()]);
"""
TOLD = """
() => {
  const { tasks, shifts, answered, drawn } = bench;
  const [{ startTime: painted }] = performance.getEntriesByName("first-contentful-paint");
  return { tasks, shifts, answered, drawn, painted };
}
"""


@dataclass
class Traffic:
    """Every request of a visit: when it ended, in milliseconds, and its bytes over the wire."""

    begun: float | None = None
    ended: list[tuple[float, int]] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    latest: float = field(default_factory=monotonic)

    def listen(self, session: CDPSession) -> None:
        """Hear every request of a page."""
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        self.begun = self.begun or event["timestamp"]
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
    """What a visit took; times in milliseconds, sizes in bytes."""

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
    elsewhere: list[str] = []

    def stand_in(route: Route) -> None:
        elsewhere.append(route.request.url)
        route.fulfill(body=EMPTY_WORLD, content_type="application/json")

    context.route(lambda url: not url.startswith(address), stand_in)
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    traffic = Traffic()
    traffic.listen(session)
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="commit")
    page.evaluate("bench.done.then(() => true)")
    _until(lambda: monotonic() - traffic.latest > QUIET, page)
    told = page.evaluate(TOLD)
    first, all_of_it = traffic.until(told["answered"]), traffic.until(float("inf"))
    steps = [page.evaluate("bench.step()") for _ in range(STEPS)]
    context.close()
    return Visit(
        painted=told["painted"],
        answered=told["answered"],
        drawn=told["drawn"],
        blocked=sum(max(0, task - BLOCKING) for task in told["tasks"]),
        longest=max(told["tasks"], default=0),
        shifts=told["shifts"],
        requests_first=first[0],
        bytes_first=first[1],
        requests=all_of_it[0],
        bytes=all_of_it[1],
        step=median(steps),
        elsewhere=len(elsewhere),
    )


def _until(done: Callable[[], bool], page: Page) -> None:
    """Let the browser tell of its requests until something is done."""
    begun = monotonic()
    while not done() and monotonic() - begun < PATIENCE:
        page.wait_for_timeout(200)
        sleep(0)
