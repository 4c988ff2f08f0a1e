"""In a lit room white is seven times as bright as black: what stands on the stage is read still."""

import re

import pytest
from brief_page import QUERY, BriefPage
from explore_page import Reader

from dashboard.record.kinds import Standing

FLARE = 1 / 6
"""The light of the room on the screen, as a part of white."""
COLOURS = """standings => {
  const use = document.querySelector(".stage-states use");
  const word = document.querySelector(".stage-finding").appendChild(document.createElement("span"));
  word.className = "stage-marked";
  use.style.transition = "none";
  const of = (element, name) => getComputedStyle(element)[name];
  const found = { land: of(document.querySelector(".stage-land use:not([data-iso=land])"), "fill"),
    surface: of(document.querySelector(".stage-frame"), "backgroundColor"),
    ink: of(document.querySelector(".stage-finding"), "color"), standings: {} };
  for (const standing of standings) {
    use.dataset.standing = word.dataset.standing = standing;
    found.standings[standing] = [of(use, "fill"), of(use, "stroke"), of(word, "color")];
  }
  return found;
}"""


def seen(colour: str) -> float:
    """The light of a colour on a screen in a lit room."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + FLARE


def contrast(one: str, other: str) -> float:
    lights = sorted([seen(one), seen(other)])
    return lights[1] / lights[0]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_states_and_words_stand_out_in_a_lit_room(reader: Reader, theme: str) -> None:
    brief = BriefPage(reader(QUERY).page)
    if theme == "dark":
        brief.press("t")
    colours = brief.page.evaluate(COLOURS, list(Standing))
    assert contrast(colours["ink"], colours["surface"]) >= 4.5
    for standing, (fill, outline, word) in colours["standings"].items():
        against_land = max(contrast(fill, colours["land"]), contrast(outline, colours["land"]))
        assert against_land >= 2, standing
        assert contrast(word, colours["surface"]) >= 3, standing
