"""In no scene, at no size of screen, does anything overflow the stage or lie on another."""

from collections.abc import Iterator

import pytest
from brief_page import QUERY, BriefPage
from browser.conftest import readers
from browser.sites import Serving
from explore_page import Reader
from playwright.sync_api import Browser
from samples import PackCopy
from stage_walk import look, walk

from dashboard.story.briefing.voices import LONGEST

SIZES = {
    "beamer": (1920, 1080),
    "four to three": (1440, 1080),
    "old beamer": (1024, 768),
    "laptop": (1280, 800),
    "wall": (3840, 2160),
}
DAYS = ("2000-08-01", "2025-03-18", "2025-12-27")
LONG_NAME = "Republic of Finland and of Åland"
LONGEST_FINDING = "1999-07-01"
"""The day of the longest finding on record."""
LETTERS = {
    "stage-finding": {62, 54, 48},
    "stage-marked": {62, 54, 48},
    "stage-when": {40},
    "value": {66},
    "caption": {40},
    "stage-lines": {40},
    "attribution": {40},
    "quote large": {64, 52, 48, 44, 40},
    "quote long": {58, 46, 44, 40, 36},
    "stage-name": {30},
    "stage-below": {28},
    "stage-source": {24},
    "stage-eyebrow": {29},
    "stage-legend": {28},
    "stage-note": {28},
    "stage-row-name": {30},
    "stage-today": {30},
    "stage-tick": {28},
    "stage-across": {28},
    "stage-mark-words": {28, 46},
    "stage-bar-label": {40},
}
"""In units of the stage: what must be read has at least 40, but for quotes that are long."""


def shown_at(reader: Reader, size: str) -> BriefPage:
    width, height = SIZES[size]
    return BriefPage(reader(QUERY, viewport={"width": width, "height": height}).page)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overflows_lies_on_another_or_lacks_its_words(reader: Reader, size: str) -> None:
    assert walk(shown_at(reader, size).page, DAYS, "faultsAndBareNames") == {}


@pytest.mark.parametrize(
    ("spoiled", "fault"),
    [
        (".stage-source { margin-top: -300px !important; }", "overlap"),
        (".stage-figure { width: 900px; white-space: nowrap; }", "beyond its column"),
        (".stage-head { padding-bottom: 1200px; }", "higher than its box"),
        (".stage-legends .stage-legend { left: 45%; }", "legend on"),
        (".stage-name { translate: 0 -1000px; }", "beyond its column"),
    ],
)
def test_what_is_out_of_place_is_found(reader: Reader, spoiled: str, fault: str) -> None:
    page = shown_at(reader, "beamer").page
    assert look(page, "faults") == []
    page.evaluate(
        """rules => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(rules);
          document.adoptedStyleSheets = [sheet];
        }""",
        spoiled,
    )
    assert [found for found in look(page, "faults") if found.startswith(fault)]


@pytest.fixture(scope="module")
def wordy_address(serving: Serving, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a record with the longest name and quotes that a scene may have."""
    pack = PackCopy(tmp_path_factory.mktemp("wordy"))
    pack.edit("states.csv", "FIN", name=LONG_NAME)
    longest = "The decision to withdraw is based on what the defence of the country needs. " * 5
    for quote in ("finnish-mfa-2025-07-10", "guterres-2025-12-01", "kuznetsov-2026-02-14"):
        pack.edit("quotes.csv", quote, quote=longest[:LONGEST], language="en")
    with serving("--pack", str(pack.folder)) as address:
        yield address


@pytest.mark.live  # Files of scenes are there of few days only, the finding below not among them.
@pytest.mark.parametrize("size", ["beamer", "old beamer"])
def test_the_longest_names_quotes_and_findings_have_room(
    browser: Browser, wordy_address: str, size: str
) -> None:
    with readers(browser, wordy_address) as reader:
        page = shown_at(reader, size).page
        assert walk(page, [LONGEST_FINDING, "2025-12-27", "2026-02-14"], "faults") == {}


def test_letters_have_the_sizes_that_are_read_from_afar(reader: Reader) -> None:
    page = shown_at(reader, "four to three").page
    found = walk(page, ["1999-07-01", "2025-12-27", "2026-02-20"], "sizes")
    letters: dict[str, set[int]] = {}
    for line in (line for lines in found.values() for line in lines):
        name, size = line.split(": ")
        letters.setdefault(name, set()).add(int(size))
    assert {
        name: sizes - LETTERS[name] for name, sizes in letters.items() if sizes - LETTERS[name]
    } == {}
    assert set(letters) > {"value", "caption", "attribution", "quote large", "quote long"}
