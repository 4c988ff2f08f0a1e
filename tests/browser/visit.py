"""What a browser loads when it visits the page, as its own protocol counts it."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

WATCH = """(() => {
  const watched = { shifts: [], globals: [], started: null };
  Object.defineProperty(window, "watched", { value: watched });
  const before = new Set(Object.getOwnPropertyNames(window));
  new PerformanceObserver(list => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      const moved = sources.map(({ node }) => node?.id || node?.className || node?.nodeName);
      if (!hadRecentInput) watched.shifts.push({ value, moved });
    }
  }).observe({ type: "layout-shift", buffered: true });
  const observer = new MutationObserver(() => {
    if (watched.started || !document.documentElement?.dataset.start) return;
    watched.started = Date.now() / 1000;
    watched.globals = Object.getOwnPropertyNames(window).filter(name => !before.has(name));
  });
  observer.observe(document, { attributes: true, subtree: true, attributeFilter: ["data-start"] });
})()"""
"""Runs before the page: sees what moves, when it answers, and what is on ``window`` by then."""

PATIENCE = 120_000
"""Milliseconds: a server that was just started compresses what it is asked for."""


@dataclass
class Load:
    """One file that was asked for: when (seconds since 1970), and its bytes over the wire."""

    url: str
    sent: float
    size: float = 0


@dataclass
class Visit:
    """What a visit loaded until the map was plotly's and everything else was there."""

    loads: list[Load]
    started: float
    shifts: list[dict[str, Any]]
    """How far the layout moved each time, and what of it."""
    globals: list[str] = field(default_factory=list)

    @property
    def at_start(self) -> list[Load]:
        """What was asked for until everything answered."""
        return [load for load in self.loads if load.sent <= self.started]


def visit(context: BrowserContext, address: str) -> Visit:
    """Open the page in a new tab, and wait until nothing more is to come."""
    page = context.new_page()
    page.add_init_script(WATCH)
    loads = listen(page)
    page.goto(address)
    expect(page.locator("body")).to_have_attribute("data-whole", "yes", timeout=PATIENCE)
    expect(page.locator("#map")).to_have_attribute("data-layer", "plotly", timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    seen: dict[str, Any] = page.evaluate("({ ...watched })")
    page.close()
    return Visit(
        [*loads.values()], started=seen["started"], shifts=seen["shifts"], globals=seen["globals"]
    )


def listen(page: Page) -> dict[str, Load]:
    """Every load of a page by its number; what comes out of a cache has no bytes."""
    loads: dict[str, Load] = {}
    protocol = page.context.new_cdp_session(page)

    def sent(event: dict[str, Any]) -> None:
        loads[event["requestId"]] = Load(event["request"]["url"], event["wallTime"])

    def finished(event: dict[str, Any]) -> None:
        loads[event["requestId"]].size = event["encodedDataLength"]

    protocol.on("Network.requestWillBeSent", sent)
    protocol.on("Network.loadingFinished", finished)
    protocol.send("Network.enable")
    return loads
