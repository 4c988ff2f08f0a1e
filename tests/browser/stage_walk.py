"""Walks all scenes of days within one call, and says what a probe finds in each of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from playwright.sync_api import Page

SCRIPT = "".join(
    Path(__file__).with_name(name).read_text(encoding="utf-8")
    for name in ("stage_walk.js", "stage_probes.js")
)


def walk(page: Page, days: Sequence[str], probe: str) -> dict[str, list[str]]:
    """What a function of ``stage_probes.js`` finds in the scenes of the days, asked for or not.

    The page shows a briefing already. Keys are ``2025-12-27 border``.
    """
    found = page.evaluate(f"(days) => {{ {SCRIPT} return walk(days, {probe}); }}", list(days))
    return cast(dict[str, list[str]], found)


def look(page: Page, probe: str) -> list[str]:
    """What the function finds in the scene that is shown."""
    frame = 'document.querySelector(".stage-frame")'
    return cast(list[str], page.evaluate(f"() => {{ {SCRIPT} return {probe}({frame}); }}"))
