"""How long a step of a briefing takes: from the key to the frame that shows the next scene."""

from playwright.sync_api import Page

DAY = "2025-12-27"
OPEN = """
async (day) => {
  const { scenes } = await (await fetch(`brief/${day}.json`)).json();
  const ids = scenes.map(({ id }) => id).join();
  history.pushState(null, "", `?view=brief&date=${day}&scenes=${ids}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}
"""
WALK = """
async (key) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const stage = document.getElementById("brief");
  const count = document.querySelectorAll("#stage-list li").length;
  const found = [];
  for (let step = 1; step < count; step += 1) {
    for (let rest = 0; rest < 3; rest += 1) await frame();
    const scene = stage.dataset.scene;
    const before = performance.now();
    window.dispatchEvent(new KeyboardEvent("keydown", { key }));
    await Promise.resolve();
    const script = performance.now() - before;
    do await frame(); while (stage.dataset.scene === scene);
    found.push([script, performance.now() - before]);
  }
  return found;
}
"""


def steps(page: Page) -> dict[str, tuple[list[float], list[float]]]:
    """Milliseconds in scripts and until the frame is done, of every step there and back.

    All scenes of the day are walked; each is laid out when it is first shown.
    """
    page.evaluate(OPEN, DAY)
    page.wait_for_selector("#brief[data-scene]")
    walks = {"to a new scene": "ArrowRight", "to a scene before": "ArrowLeft"}
    found = {}
    for words, key in walks.items():
        scripts, frames = zip(*page.evaluate(WALK, key), strict=True)
        found[words] = (list(scripts), list(frames))
    return found
