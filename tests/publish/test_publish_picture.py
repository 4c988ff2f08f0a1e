"""The picture of a day shows that day: states in their colours, the finding, the figures."""

import subprocess
import sys
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import pytest
from PIL import Image, ImageColor
from pypdf import PdfReader
from pyproj import Transformer
from samples import PackCopy, day

from dashboard.atlas.boundaries import read_labels
from dashboard.atlas.view import DEGREES, MapView
from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK, PACKAGE
from dashboard.publish.card import card_of
from dashboard.publish.picture import Studio
from dashboard.publish.picture_forms import FORMS, Form, Request
from dashboard.publish.typesetting import BREAK, Format, as_json
from dashboard.record.dates import MONTHS
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack
from dashboard.story.frames import Frame, told_states
from dashboard.story.headline import plain

EXITS = day("2025-12-27")
PLACES = read_labels(BOUNDARIES) | {
    "Crimea": (34.2, 45.3),
    "eastern Latvia": (26.3, 56.8),
    "northern Finland": (27, 67.5),
    "southern Belarus": (29.5, 52.4),
    "Kaliningrad": (21.2, 54.7),
    "Baltic Sea": (19.5, 56.5),
    "Sweden": (15.5, 61),
}
BUDGETS = [
    (Request(EXITS), 180_000),
    (Request(EXITS, form="map", scale=2), 1_000_000),
    *((Request(EXITS, "svg", form=form), 250_000) for form in get_args(Form)),
    (Request(EXITS, "svg", "UKR", "map"), 250_000),
]
HOSTILE = '<b>&amp;#"]\'$x$ #panic("no") \\u{41} //'


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def shown(studio: Studio, when: str, theme: Any = "light") -> Image.Image:
    return opened(studio.picture(Request(day(when), theme=theme)).content)


def text_of(pdf: bytes) -> str:
    """The words on a page, blanks and line breaks as one blank."""
    pages = PdfReader(BytesIO(pdf)).pages
    text = "\n".join(page.extract_text() for page in pages)
    return " ".join(text.replace(BREAK, "").split())


def colours_near(picture: Image.Image, place: str, reach: int = 4) -> set[tuple[int, ...]]:
    width, height = FORMS["wide"].map
    shown = MapView.of(read_pack(DEFAULT_PACK).treaty.view)
    view = shown.box(width / height).bounds
    x, y = Transformer.from_crs(DEGREES, shown.crs, always_xy=True).transform(*PLACES[place])
    scale = width / (view[2] - view[0])
    x, y = round((x - view[0]) * scale), round((view[3] - y) * scale)
    near = picture.crop((x - reach, y - reach, x + reach + 1, y + reach + 1))
    return {colour for _, colour in near.getcolors(10_000) or [] if isinstance(colour, tuple)}


@pytest.mark.parametrize("form", get_args(Form))
@pytest.mark.parametrize("scale", [1, 2])
def test_a_picture_has_the_size_of_its_form(studio: Studio, form: Form, scale: int) -> None:
    picture = opened(studio.picture(Request(EXITS, form=form, scale=scale)).content)
    width, height = FORMS[form].size
    assert (picture.format, picture.mode) == ("PNG", "RGB")
    assert picture.size == (width * scale, height * scale)


@pytest.mark.parametrize(
    ("when", "place", "token"),
    [
        ("2025-12-27", "eastern Latvia", "withdrawn"),
        ("2025-12-26", "eastern Latvia", "notified"),
        ("2024-01-01", "eastern Latvia", "party"),
        ("2025-12-27", "northern Finland", "notified"),
        ("2026-01-10", "northern Finland", "withdrawn"),
        ("2026-02-20", "POL", "withdrawn"),
        ("2025-07-15", "POL", "leaving"),
        ("1998-07-01", "POL", "signatory"),
        ("2025-12-27", "UKR", "suspension"),
        ("2025-12-27", "Crimea", "suspension"),
        ("2025-12-27", "BLR", "party"),
        ("2025-12-27", "RUS", "outside"),
        ("2025-12-27", "Kaliningrad", "outside"),
        ("2025-12-27", "Sweden", "land"),
        ("2025-12-27", "Baltic Sea", "sea"),
    ],
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_place_has_the_colour_of_its_day(
    studio: Studio, theme: Any, when: str, place: str, token: str
) -> None:
    found = colours_near(shown(studio, when, theme), place)
    colours = studio.data(Request(EXITS, theme=theme))["colours"]
    assert ImageColor.getrgb(colours[token]) in found


def test_what_runs_out_or_is_disputed_is_hatched_and_nothing_else(studio: Studio) -> None:
    picture = shown(studio, "2025-12-27")
    colours = studio.data(Request(EXITS))["colours"]
    for place, standing in [
        ("northern Finland", Standing.NOTIFIED),
        ("Crimea", Standing.SUSPENSION),
        ("southern Belarus", Standing.PARTY),
        ("Sweden", "land"),
    ]:
        hatched = standing in (Standing.NOTIFIED, Standing.SUSPENSION)
        found = colours_near(picture, place, reach=5)
        assert ImageColor.getrgb(colours[standing]) in found, place
        assert (len(found) > 1) == hatched, place


def test_the_names_of_states_have_the_shade_of_their_standing(studio: Studio) -> None:
    colours = studio.data(Request(EXITS))["colours"]
    finding = shown(studio, "2025-12-27").crop((560, 60, 1190, 330))
    found = {colour for _, colour in finding.getcolors(1_000_000) or []}
    for token in ("ink", "withdrawn-ink", "notified-ink"):
        assert ImageColor.getrgb(colours[token]) in found
    assert ImageColor.getrgb(colours["party-ink"]) not in found


@pytest.mark.parametrize("form", get_args(Form))
@pytest.mark.parametrize("state", [None, "FIN", "RUS"])
def test_everything_stands_on_every_form(
    studio: Studio,
    ledger: Ledger,
    frames: tuple[Frame, ...],
    form: Form,
    state: str | None,
) -> None:
    text = text_of(studio.picture(Request(EXITS, "pdf", state, form)).content)
    card = card_of(ledger.pack.treaty, frames, EXITS)
    words = set(f"{card.title} {card.description}".replace(",", " ").split())
    assert words - set(text.replace(",", " ").split()) == set()
    for part in [
        "3 out, 2 leaving",
        "163 parties",
        "Not joined 1",
        "Party 7",
        "Notice given, still bound 2",
        "Withdrawn 3",
        "Suspension, disputed 1",
        "verified through 3 March 2026",
        "Sources: UN Treaty",
        "Boundaries: Natural Earth",
    ]:
        assert part in text
    assert ("since 10 July 2025" in text) == (state == "FIN")


def test_the_longest_findings_keep_clear_of_the_margins_and_are_shown_whole(
    studio: Studio, frames: tuple[Frame, ...]
) -> None:
    """The longest finding is made smaller; nothing is cut off, and nothing runs into another."""
    page = ImageColor.getrgb(studio.data(Request(EXITS))["colours"]["page"])
    left = FORMS["wide"].map[0]
    longest_first = sorted(frames, key=lambda frame: -len(plain(frame.headline(frame.day))))
    for frame in {frame.day: frame for frame in (*longest_first[:8], *frames[-4:])}.values():
        png = studio.picture(Request(frame.day, state="FIN")).content
        assert len(png) <= 180_000, frame.day
        picture = opened(png)
        for strip in [
            (left + 2, 0, left + 30, 630),
            (1170, 0, 1200, 630),
            (left + 2, 0, 1200, 28),
            (left + 2, 606, 1200, 630),
        ]:
            pixels = (strip[2] - strip[0]) * (strip[3] - strip[1])
            assert picture.crop(strip).getcolors() == [(pixels, page)], frame.day
        rows = picture.crop((left + 32, 62, 1168, 600))
        clear = [
            rows.crop((0, y, rows.width, y + 1)).getcolors() == [(rows.width, page)]
            for y in range(rows.height)
        ]
        longest = max(map(len, "".join(" x"[each] for each in clear).split()))
        assert longest >= 9, frame.day


@pytest.mark.parametrize(("request_", "most"), BUDGETS, ids=str)
def test_pictures_are_light(studio: Studio, request_: Request, most: int) -> None:
    assert len(studio.picture(request_).content) <= most


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_two_processes_make_the_same_bytes(studio: Studio, tmp_path: Path, ending: Format) -> None:
    command = [sys.executable, "-m", "dashboard", "picture", "--date", "2025-12-27", "--state"]
    files = [tmp_path / f"{name}.{ending}" for name in ("one", "other")]
    for file in files:
        subprocess.run([*command, "FIN", file], cwd=PACKAGE.parent, check=True)
    one, other = (file.read_bytes() for file in files)
    assert one == other == studio.picture(Request(EXITS, ending, "FIN")).content


def test_a_picture_shows_nothing_that_came_after_its_day(
    studio: Studio, frames: tuple[Frame, ...]
) -> None:
    """On the eve and the day of every change, with every state of the flank in focus in turn."""
    states = sorted(studio.states)
    changes = [frame.day for frame in frames if frame.day.year >= 2025]
    for number, when in enumerate([one - timedelta(gap) for one in changes for gap in (1, 0)]):
        data = studio.data(Request(when, state=states[number % len(states)]))
        data["notes"] = [note for note in data["notes"] if "verified through" not in note]
        said = as_json(data)
        for later in (when + timedelta(ahead) for ahead in range(1, 500)):
            assert f"{later.day} {MONTHS[later.month - 1]} {later.year}" not in said
    data = studio.data(Request(day("2025-12-26")))
    assert [data["told"][iso] for iso in ("LVA", "FIN", "POL")] == ["notified"] * 3


def test_days_of_one_frame_differ_only_in_their_words(studio: Studio) -> None:
    one, other = (shown(studio, when) for when in ("2024-01-01", "2024-01-02"))
    width, height = FORMS["wide"].map
    assert one.crop((0, 0, width, height)).tobytes() == other.crop((0, 0, width, height)).tobytes()
    assert one.tobytes() != other.tobytes()


def test_the_finding_is_said_as_it_is(studio: Studio, frames: tuple[Frame, ...]) -> None:
    for frame in frames:
        said = "".join(text for text, _ in studio.data(Request(frame.day))["finding"])
        assert said == plain(frame.headline(frame.day))


def test_names_with_marks_are_shown_with_them(pack: PackCopy) -> None:
    pack.edit("states.csv", "LVA", name="Häkkänen Łódź Україна Ελλάδα")
    made = Studio.open(pack.folder, BOUNDARIES, ASSETS / "tokens.css").picture(
        Request(EXITS, "pdf")
    )
    assert made.missing_letters == ""
    assert "Häkkänen Łódź Україна" in text_of(made.content)


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_hostile_name_is_text(pack: PackCopy, ending: Format) -> None:
    pack.edit("states.csv", "LVA", name=HOSTILE)
    studio = Studio.open(pack.folder, BOUNDARIES, ASSETS / "tokens.css")
    made = studio.picture(Request(EXITS, ending, "LVA"))
    if ending == "pdf":
        assert HOSTILE in text_of(made.content)
    assert b"<b>" not in made.content


def test_an_endless_name_leaves_no_column(pack: PackCopy) -> None:
    pack.edit("states.csv", "LVA", name="Q" * 200)
    pack.edit("states.csv", "LTU", name="many words " * 18 + "end")
    studio = Studio.open(pack.folder, BOUNDARIES, ASSETS / "tokens.css")
    data = studio.data(Request(EXITS, state="LVA"))
    assert data["names"]["LVA"].replace(BREAK, "") == "Q" * 39 + "…"
    assert data["names"]["LTU"] == "many words many words many words many…"
    picture = opened(studio.picture(Request(EXITS, state="LVA")).content)
    page = ImageColor.getrgb(data["colours"]["page"])
    assert picture.crop((1170, 0, 1200, 630)).getcolors() == [(30 * 630, page)]


def test_a_letter_that_its_fonts_lack_is_named(pack: PackCopy) -> None:
    pack.edit("states.csv", "LVA", name="地 Latvia 雷")
    made = Studio.open(pack.folder, BOUNDARIES, ASSETS / "tokens.css").picture(Request(EXITS))
    assert made.missing_letters == "地雷"


def test_a_pdf_is_made_for_those_who_do_not_see_it(studio: Studio) -> None:
    """Typst refuses what PDF/UA forbids, such as a drawing without words for it."""
    pdf = studio.picture(Request(EXITS, "pdf", form="square")).content
    assert b"pdfuaid:part" in pdf
    assert b"/MarkInfo" in pdf


def test_a_svg_has_outlines_patterns_and_a_title_and_no_picture_in_it(studio: Studio) -> None:
    svg = studio.picture(Request(EXITS, "svg")).content.decode()
    assert 'width="900pt"' in svg
    assert "<title>Map of NATO’s eastern flank by standing on 27 December 2025</title>" in svg
    assert 'fill-rule="evenodd"' in svg
    assert "<pattern" in svg
    for absent in ("<image", "<text", "<script", 'href="http'):
        assert absent not in svg


def test_every_state_with_a_standing_has_its_name_on_the_map(
    studio: Studio, ledger: Ledger
) -> None:
    names = studio.data(Request(EXITS))["names"]
    assert names == {state.iso_a3: state.name for state in told_states(ledger)}
