"""The handout: two accessible pages that say what the scenes say, and nothing of later days."""

import io
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from samples import PackCopy

from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.publish.handout import Handouts
from dashboard.publish.picture import Studio
from dashboard.record.dates import day_in_words
from dashboard.story.briefing.as_of import DAY_IN_TEXT, AsOf, first_day
from dashboard.story.briefing.situation import pending
from dashboard.story.briefing.story import briefing
from dashboard.story.headline import plain

DAYS = (
    *("1997-01-01", "1999-03-01", "2004-03-01", "2025-03-18", "2025-06-27", "2025-08-20"),
    *("2025-12-26", "2025-12-27", "2026-02-20", "2026-11-25"),
)


@pytest.fixture(scope="module")
def studio() -> Studio:
    return Studio.open(DEFAULT_PACK, BOUNDARIES, ASSETS / "tokens.css")


@pytest.fixture(scope="module")
def handouts(studio: Studio) -> Handouts:
    return Handouts(studio)


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def squeezed(text: str) -> str:
    """A text without blanks: lines are broken elsewhere on paper."""
    return re.sub(r"\s+", "", text)


def words_of(content: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in read(content).pages))


@pytest.mark.parametrize(
    ("day", "state"), [*((day, None) for day in DAYS), ("2025-12-27", "FIN"), ("2026-02-20", "UKR")]
)
def test_it_has_two_pages_and_is_small(handouts: Handouts, day: str, state: str | None) -> None:
    made = handouts.pdf(date.fromisoformat(day), state)
    assert len(read(made.content).pages) == 2
    assert len(made.content) <= 250_000
    assert made.missing_letters == ""


@pytest.mark.parametrize("day", ["2004-03-01", "2025-12-27", "2026-02-20"])
def test_it_says_what_the_scenes_say(handouts: Handouts, studio: Studio, day: str) -> None:
    when = date.fromisoformat(day)
    said = words_of(handouts.pdf(when).content)
    told = briefing(studio.ledger, studio.frames, when)
    for scene in told.chosen(told.told):
        if scene.id in ("before", "leaves", "world"):
            continue  # Pictures of time: paper has the table of the states in their place.
        if scene.id.startswith("turn-") and "moreearlierday" in said:
            continue
        assert squeezed(plain(scene.sentence)) in said or scene.quotes or scene.id == "sources"
        for text in (*scene.lines, *(figure.caption for figure in scene.figures)):
            assert squeezed(text) in said, (scene.id, text)
        for quote in scene.quotes:
            assert squeezed(quote.words) in said
            assert squeezed(quote.attribution) in said
            assert squeezed(quote.credit) in said


@pytest.mark.parametrize("day", ["2025-03-18", "2025-07-10", "2025-12-26", "2025-12-27"])
def test_nothing_on_it_is_later_than_its_day_but_what_is_due(
    handouts: Handouts, studio: Studio, day: str
) -> None:
    when = date.fromisoformat(day)
    text = " ".join(page.extract_text() for page in read(handouts.pdf(when).content).pages)
    known = AsOf(studio.ledger, studio.frames, when)
    due = {effect for effect, _ in pending(known)} | {studio.latest}
    named = {first_day(found) for found in DAY_IN_TEXT.finditer(" ".join(text.split()))}
    years = {date(effect.year, 1, 1) for effect in due}  # Where a line is broken before the year.
    assert {other for other in named if other > when} <= due | years


def test_it_is_written_for_those_who_have_it_read_aloud(handouts: Handouts, tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    path.write_bytes(handouts.pdf(date(2025, 12, 27)).content)
    run = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(path)], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout
    paper = read(path.read_bytes())
    assert paper.metadata is not None
    assert paper.metadata.title == "Ottawa Convention on NATO’s eastern flank, 27 December 2025"
    catalog = paper.trailer["/Root"]
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" in catalog["/Metadata"].get_data()


def test_the_same_record_makes_the_same_bytes_in_every_process(handouts: Handouts) -> None:
    here = handouts.pdf(date(2025, 12, 27), "FIN").content
    code = (
        "import sys; from datetime import date; from dashboard.paths import *; "
        "from dashboard.publish.handout import Handouts; "
        "from dashboard.publish.picture import Studio; "
        "studio = Studio.open(DEFAULT_PACK, BOUNDARIES, ASSETS / 'tokens.css'); "
        "sys.stdout.buffer.write(Handouts(studio).pdf(date(2025, 12, 27), 'FIN').content)"
    )
    there = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert here == there


def test_what_does_not_fit_is_cut_and_a_line_says_so(pack: PackCopy) -> None:
    pack.grow(quotes=400, events=800)
    studio = Studio.open(pack.folder, BOUNDARIES, ASSETS / "tokens.css")
    made = Handouts(studio).pdf(date(2026, 2, 20))
    assert len(read(made.content).pages) == 2
    assert "Inthedashboard:" in words_of(made.content)


def test_odd_words_of_a_record_are_words_on_paper(pack: PackCopy) -> None:
    odd = '#panic("x") <b>*bold*</b> $ \\ @cite & [x] and twenty more words to stand alone on paper'
    pack.edit("quotes.csv", "tusk-2026-02-19", quote=odd)
    studio = Studio.open(pack.folder, BOUNDARIES, ASSETS / "tokens.css")
    assert squeezed(odd) in words_of(Handouts(studio).pdf(date(2026, 2, 20), "POL").content)


def test_the_data_of_the_paper_are_plain_values(handouts: Handouts, studio: Studio) -> None:
    when = date(2025, 12, 27)
    told = briefing(studio.ledger, studio.frames, when)
    data = handouts.data(told.all, when, None)
    assert json.loads(json.dumps(data))["day"] == day_in_words(when)
