"""Scripts and style sheets use only what every supported browser knows."""

import re
from pathlib import Path

import pytest
from node_tools import Tools

from dashboard.paths import ASSETS

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
NAMES = {
    "chrome": "Chrome",
    "edge": "Edge",
    "firefox": "Firefox",
    "safari": "Safari",
    "opera": "Opera",
    "samsung": "Samsung Internet",
}


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.provide()


def test_scripts_and_style_sheets_use_what_all_supported_browsers_know(
    tools: Tools, tmp_path: Path
) -> None:
    files = [file for pattern in ("*.js", "*.css") for file in ASSETS.rglob(pattern)]
    assert tools.complaints(files, tmp_path) == ""


def test_what_a_supported_browser_does_not_know_is_noticed(tools: Tools, tmp_path: Path) -> None:
    script, sheet = tmp_path / "new.js", tmp_path / "new.css"
    script.write_text("new window.IdleDetector();\n", encoding="utf-8")
    sheet.write_text("p { hanging-punctuation: first; }\n", encoding="utf-8")
    folder = tmp_path / "looked-at"
    folder.mkdir()
    said = tools.complaints([script, sheet], folder)
    assert "IdleDetector is not supported in " in said
    assert '"css-hanging-punctuation" is not supported by ' in said


def test_the_readme_names_the_oldest_browsers_that_are_supported(tools: Tools) -> None:
    listed = tools.run("browserslist", "cli.js", cwd=tools.folder).stdout.split("\n")
    oldest: dict[str, float] = {}
    for name, version in (line.split() for line in listed if line):
        first = float(version.partition("-")[0])
        oldest[name] = min(first, oldest.get(name, first))
    line = README.partition("- **In any browser of the last two years:** ")[2].partition(
        " and all"
    )[0]
    said = line.replace("Chrome and Edge 132", "Chrome 132, Edge 132")
    told = dict(re.findall(r"([A-Z][A-Za-z ]+?) ([\d.]+)", said))
    assert told == {word: f"{oldest[name]:g}" for name, word in NAMES.items()}
