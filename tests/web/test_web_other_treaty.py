"""A treaty of another region with other rules: nothing made of it speaks of any other."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from example import TREATY, rows, write_boundaries, write_pack
from pypdf import PdfReader
from werkzeug.test import Client

from dashboard.atlas.agreement import open_with_map
from dashboard.panels.contents import Contents
from dashboard.panels.explore.shapes import read_shapes
from dashboard.paths import ASSETS
from dashboard.record.errors import PackError
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack
from dashboard.web.inventory import Inventory
from dashboard.web.site import composed

TRACES = re.compile(
    r"\bnato(?:\b|_)|ottawa|\bmines?\b|flank(?!watch)|eastern|russia|belarus|ukrain|crimea"
    r"|\b(?:six|6) months\b|convention\b|withdraw(?!ing\b)|art\. (?:17|20)\b|armed.conflict",
    re.IGNORECASE,
)
KEYWORDS = re.compile(
    r"withdrawn|effect_of_withdrawal|notice_of_withdrawal|armed_conflict_\w+"
    r"|\"withdra\w+\":|flankwatch|notifiedInConflict",
    re.IGNORECASE,
)
"""Words of the record that every treaty has in data and markup, and words that hold others."""
DAYS = ("2001-03-01", "2003-06-01", "2010-04-01", "2011-04-01", "2016-01-01", "2020-12-31")
NO_CLAUSE = re.sub(r"\[rules\.withdrawal\].*?\n\n", "", TREATY, flags=re.DOTALL)


class Site:
    """The example as it is served."""

    def __init__(self, pack: Path, boundaries: Path) -> None:
        self.ledger = Ledger(open_with_map(pack, boundaries).pack)
        shapes = read_shapes(self.ledger, boundaries)
        contents = Contents.of(self.ledger, date(2020, 12, 31), shapes.neighbours)
        app, self.inventory = composed(contents, shapes, boundaries, ASSETS, "", "0" * 12)
        self.client = Client(app.server)

    def get(self, address: str) -> bytes:
        with self.client.get(f"/{address}") as answer:
            assert answer.status_code == 200, (address, answer.get_data()[:200])
            return answer.get_data()

    def addresses(self) -> Iterator[str]:
        """The page, its parts and its data, without what every treaty's page shares."""
        inventory: Inventory = self.inventory
        shared = ("assets/", "_dash", "geodata/")
        yield from (name for name in inventory.addresses() if not name.startswith(shared))
        for day in DAYS:
            yield from (f"?date={day}", f"?date={day}&state=CAL&view=record", f"brief/{day}.json")
            yield f"?date={day}&state=CAL&view=trends"
            yield from (f"embed/{day}.html", f"data/standing/{day}.json", f"picture/{day}.svg")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("example")
    pack = write_pack(folder / "example")
    return Site(pack, write_boundaries(pack, folder / "boundaries"))


def traces(text: str) -> list[str]:
    return [
        text[max(found.start() - 40, 0) : found.end() + 20]
        for found in TRACES.finditer(KEYWORDS.sub("", text))
    ]


def test_no_page_and_no_file_has_a_trace_of_another_treaty(site: Site) -> None:
    found = {}
    for address in site.addresses():
        if not address.endswith((".gpkg", ".png")):
            text = site.get(address).decode()
            if said := traces(text):
                found[address] = said[:3]
    assert found == {}


def test_slides_and_handout_have_none(site: Site) -> None:
    for day in DAYS:
        deck = zipfile.ZipFile(io.BytesIO(site.get(f"slides/{day}.pptx")))
        texts = [
            " ".join(re.findall(r">([^<]+)<", deck.read(name).decode()))
            for name in deck.namelist()
            if name.startswith("ppt/slides/slide") or name.startswith("ppt/notesSlides/notes")
        ]
        assert texts
        assert traces(" ".join(texts)) == []
        paper = PdfReader(io.BytesIO(site.get(f"handout/{day}.pdf")))
        assert traces(" ".join(page.extract_text() for page in paper.pages)) == []


def test_the_treaty_speaks_for_itself(site: Site) -> None:
    page = site.get("?date=2020-12-31").decode()
    assert "<title>Flankwatch: the Coral Treaty on the Coral Coast</title>" in page
    assert "Which states on the Coral Coast are bound by the Coral Treaty" in page
    about = site.get(next(name for name in site.addresses() if name.endswith("about.html")))
    assert "30 days after the consents of Aurelia and Borea were deposited" in about.decode()
    assert "a denunciation takes effect 12 months after" in about.decode()


@pytest.mark.parametrize(
    ("when", "standing"),
    [
        ("2003-05-30", "signatory"),
        ("2004-03-29", "joining"),
        ("2004-03-30", "party"),
        ("2010-03-31", "leaving"),
        ("2011-03-31", "notified"),
        ("2011-04-01", "withdrawn"),
        ("2015-08-15", "joining"),
        ("2015-08-31", "party"),
    ],
)
def test_a_state_leaves_by_the_treatys_own_times_and_comes_back(
    site: Site, when: str, standing: str
) -> None:
    assert site.ledger.standing("CAL", date.fromisoformat(when)) == standing


def test_its_return_is_news(site: Site) -> None:
    page = site.get("?date=2015-08-31").decode()
    assert "became a party to the treaty" in re.sub(r"<[^>]+>", "", page)


def test_without_a_clause_a_notice_has_no_day_unless_the_record_gives_its_reason(
    tmp_path: Path,
) -> None:
    pack = write_pack(tmp_path / "example", NO_CLAUSE)
    ledger = Ledger(read_pack(pack))
    assert ledger.standing("BOR", date(2030, 1, 1)) is Standing.NOTIFIED
    site = Site(pack, write_boundaries(pack, tmp_path / "boundaries"))
    assert "three months" not in site.get("?date=2020-12-31").decode()
    view = next(name for name in site.addresses() if name.endswith("view.json"))
    assert "has no clause on leaving it" in site.get(view).decode()
    brief = site.get("brief/2020-12-31.json").decode()
    assert "the day of effect is open" in brief


def test_a_day_of_effect_without_a_clause_needs_its_reason(tmp_path: Path) -> None:
    tables = {name: [dict(row) for row in lines] for name, lines in rows().items()}
    notice = tables["events.csv"][-1]
    notice |= {"effect": "2020-09-10", "effect_sources": "bulletin"}
    with pytest.raises(PackError, match="follows from no clause"):
        read_pack(write_pack(tmp_path / "without", NO_CLAUSE, tables))
    notice["effect_note"] = "The depositary said so."
    pack = read_pack(write_pack(tmp_path / "with", NO_CLAUSE, tables))
    assert Ledger(pack).standing("BOR", date(2020, 9, 10)) is Standing.WITHDRAWN
