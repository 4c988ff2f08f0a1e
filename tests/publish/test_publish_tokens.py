"""The style sheet is the one place for colours; pictures take the light ones from it."""

from pathlib import Path

import pytest

from dashboard.publish.tokens import light_colours, mixed
from dashboard.record.kinds import Standing


def test_every_standing_has_its_colour_and_its_shade_for_text(colours: dict[str, str]) -> None:
    for standing in Standing:
        assert {standing, f"{standing}-ink"} <= colours.keys()


def test_of_two_colours_the_light_one_is_taken(tmp_path: Path) -> None:
    sheet = tmp_path / "tokens.css"
    sheet.write_text(
        ":root {\n  --page: var(--light, #f5f4ef) var(--dark, #12161b);\n  --joining: #86abd3;\n"
        "  --land-line: var(--light,\n    #EEF1F1) var(--dark, #12161b);\n  --radius: 10px;\n}\n"
        '[data-standing="joining"] { --standing: var(--joining); }\n'
    )
    found = {"page": "#f5f4ef", "joining": "#86abd3", "land-line": "#EEF1F1"}
    assert light_colours(sheet) == found


def test_no_colour_is_written_a_second_time(colours: dict[str, str]) -> None:
    for module in (Path(__file__).parents[2] / "dashboard" / "publish").glob("*.py"):
        text = module.read_text(encoding="utf-8")
        assert not [colour for colour in colours.values() if colour in text and colour != "#ffffff"]


@pytest.mark.parametrize(
    ("share", "expected"), [(0, "#d9741f"), (1, "#ffffff"), (0.5, "#ecba8f"), (0.55, "#eec09a")]
)
def test_colours_mix(share: float, expected: str) -> None:
    assert mixed("#d9741f", "#ffffff", share) == expected
