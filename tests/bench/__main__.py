"""``python -m tests.bench``: how the page wakes, follows the reader's hand, and is served.

Prints a comparison with a plain Dash choropleth in the same run, then milliseconds and ratios to
one empty display frame, then what servers bear, and what one does that is treated badly; ``--only``
one of the four. ``--write`` puts the first and third into the README. Asserts nothing, since
machines differ and are shared.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.briefing import steps
from bench.comparison import compare
from bench.serving import measure_serving
from bench.trials import try_everything
from playwright.sync_api import Page
from samples import PackCopy
from served import opened

from dashboard.paths import DEFAULT_PACK

STEPS = 100
MEASURE = """
async ([act, steps]) => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const slider = document.getElementById("date-slider");
  const states = [...document.querySelectorAll("#state-list [data-iso]")];
  const chips = [...document.querySelectorAll("[data-choose-stance]")];
  const acts = {
    nothing: () => {},
    "step of the time bar": () => {
      slider.value = Number(slider.value) + 2;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    },
    "choosing a state": (step) => states[step % states.length].click(),
    "filtering quotes": (step) => chips[step % chips.length].click(),
  };
  const found = [];
  for (let step = 0; step < steps; step += 1) {
    await frame();
    const before = performance.now();
    acts[act](step);
    const script = performance.now() - before;
    await frame();
    found.push([script, performance.now() - before]);
  }
  return found;
}
"""


def measure(page: Page, act: str) -> tuple[list[float], list[float]]:
    """Milliseconds in scripts, and until the next display frame is done, for each repetition."""
    scripts, frames = zip(*page.evaluate(MEASURE, [act, STEPS]), strict=True)
    return list(scripts), list(frames)


def line(act: str, scripts: list[float], frames: list[float], empty: float) -> str:
    return (
        f"{act:22} scripts {median(scripts):6.1f} ms   "
        f"frame {median(frames):6.1f} ms (p95 {quantiles(frames, n=20)[-1]:.1f})   "
        f"{median(frames) / empty:4.1f} empty frames"
    )


def main() -> None:
    """Measure what was asked for."""
    asked = ArgumentParser(prog="python -m tests.bench")
    asked.add_argument("--only", choices=["waking", "following", "serving", "trials"])
    asked.add_argument("--write", action="store_true", help="put the tables into the README")
    asked.add_argument("--visits", type=int, help="how many of each page, instead of 5 and 3")
    asked.add_argument(
        "--light", action="store_true", help="serving: shorter, and the export without pictures"
    )
    options = asked.parse_args()
    if options.only in (None, "waking"):
        compare(options.write, options.visits)
    if options.only in (None, "following"):
        follow()
    if options.only in (None, "serving"):
        measure_serving(options.write, options.light)
    if options.only in (None, "trials"):
        try_everything()


def follow() -> None:
    """Measure on the shipped record, and on one of 5,000 quotes and 10,000 events."""
    print("the shipped record")
    report(DEFAULT_PACK)
    with TemporaryDirectory() as folder:
        large = PackCopy(Path(folder) / "large")
        large.grow(quotes=5000, events=10_000)
        print("5,000 quotes and 10,000 events")
        report(large.folder)


def report(pack: Path) -> None:
    """Print how long each act takes with this pack."""
    with opened("?date=2025-05-01", pack) as page:
        scripts, frames = measure(page, "nothing")
        empty = median(frames)
        print(line("nothing", scripts, frames, empty))
        for act in ("step of the time bar", "choosing a state", "filtering quotes"):
            print(line(act, *measure(page, act), empty))
        for words, (scripts, frames) in steps(page).items():
            print(line(words, scripts, frames, empty))


if __name__ == "__main__":
    main()
