"""The picture of a day shows that day: states in their colours, the headline, the figures."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from PIL import Image, ImageColor
from pyproj import Transformer
from samples import day

from dashboard.atlas.boundaries import read_labels
from dashboard.atlas.view import CONIC, DEGREES, view_box
from dashboard.paths import BOUNDARIES
from dashboard.publish import preview
from dashboard.publish.card import card_of
from dashboard.publish.preview import AT_ONCE, KEPT, LEFT, MAP, RIGHT, BusyError, Previews
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, flank_and_neighbours

EXITS = day("2025-12-27")
PLACES = read_labels(BOUNDARIES) | {
    "Crimea": (34.2, 45.3),
    "eastern Latvia": (26.3, 56.8),
    "Kaliningrad": (21.2, 54.7),
    "Baltic Sea": (19.5, 56.5),
    "Sweden": (15.5, 61),
}


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png))


def pixel(name: str) -> tuple[int, int]:
    """Where on a picture a place is."""
    left, top, right, bottom = MAP
    view = view_box((right - left) / (bottom - top)).bounds
    x, y = Transformer.from_crs(DEGREES, CONIC, always_xy=True).transform(*PLACES[name])
    scale = (right - left) / (view[2] - view[0])
    return round(left + (x - view[0]) * scale), round(top + (view[3] - y) * scale)


def colours_near(picture: Image.Image, name: str, reach: int = 4) -> set[tuple[int, ...]]:
    x, y = pixel(name)
    near = picture.crop((x - reach, y - reach, x + reach + 1, y + reach + 1))
    return {colour for _, colour in near.getcolors(10_000) or [] if isinstance(colour, tuple)}


def test_a_picture_has_the_size_that_is_asked_for(previews: Previews) -> None:
    picture = opened(previews.png(EXITS))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", (1200, 630))


@pytest.mark.parametrize(
    ("when", "place", "token"),
    [
        ("2025-12-27", "LVA", "withdrawn"),
        ("2025-12-26", "LVA", "notified"),
        ("2024-01-01", "LVA", "party"),
        ("2025-12-27", "FIN", "notified"),
        ("2026-01-10", "FIN", "withdrawn"),
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
def test_every_place_has_the_colour_of_its_day(
    previews: Previews, colours: dict[str, str], when: str, place: str, token: str
) -> None:
    found = colours_near(opened(previews.png(day(when))), place)
    assert ImageColor.getrgb(colours[token]) in found


def test_what_runs_out_or_is_disputed_is_hatched_and_nothing_else(
    previews: Previews, colours: dict[str, str]
) -> None:
    picture = opened(previews.png(EXITS))
    for place, standing in [
        ("FIN", Standing.NOTIFIED),
        ("POL", Standing.NOTIFIED),
        ("UKR", Standing.SUSPENSION),
        ("eastern Latvia", Standing.WITHDRAWN),
        ("RUS", Standing.OUTSIDE),
    ]:
        hatched = standing in (Standing.NOTIFIED, Standing.SUSPENSION)
        found = colours_near(picture, place, reach=8)
        assert ImageColor.getrgb(colours[standing]) in found, place
        assert (len(found) > 1) == hatched, place


def test_the_names_of_states_have_the_shade_of_their_standing(
    previews: Previews, colours: dict[str, str]
) -> None:
    headline = opened(previews.png(EXITS)).crop((LEFT, 110, RIGHT, 370))
    found = {colour for _, colour in headline.getcolors(1_000_000) or []}
    for token in ("ink", "withdrawn-ink", "notified-ink"):
        assert ImageColor.getrgb(colours[token]) in found
    assert ImageColor.getrgb(colours["party-ink"]) not in found


def test_no_picture_writes_over_its_margins(
    previews: Previews, frames: tuple[Frame, ...], colours: dict[str, str]
) -> None:
    """The headline of every frame, on its day, keeps clear of the map, the edge and the figures."""
    page = ImageColor.getrgb(colours["page"])
    for frame in frames:
        picture = previews.picture(frame.day)
        for strip in [
            (MAP[2] + 1, 0, LEFT - 1, 630),
            (RIGHT + 2, 0, 1200, 630),
            (LEFT, 0, 1200, 24),
            (LEFT, 606, 1200, 630),
        ]:
            assert picture.crop(strip).getcolors() == [
                ((strip[2] - strip[0]) * (strip[3] - strip[1]), page)
            ], frame.day


def test_the_longest_headline_leaves_room_above_the_figures(
    previews: Previews, frames: tuple[Frame, ...], colours: dict[str, str]
) -> None:
    page = ImageColor.getrgb(colours["page"])
    for frame in frames:
        rows = previews.picture(frame.day).crop((LEFT, 110, LEFT + 260, 602)).convert("RGB")
        blank = [
            rows.crop((0, y, rows.width, y + 1)).getcolors() == [(rows.width, page)]
            for y in range(rows.height)
        ]
        longest = max(map(len, "".join(" x"[clear] for clear in blank).split()))
        assert longest >= 12, frame.day


def test_the_picture_of_a_day_is_always_the_same(
    previews: Previews, make_previews: Callable[[], Previews]
) -> None:
    for when in (EXITS, day("1999-04-12")):
        assert make_previews().png(when) == previews.png(when)


def test_days_of_one_frame_differ_only_in_their_words(previews: Previews) -> None:
    one, other = (previews.picture(day(when)) for when in ("2024-01-01", "2024-01-02"))
    assert one.crop(MAP).tobytes() == other.crop(MAP).tobytes()
    assert one.tobytes() != other.tobytes()


def test_a_picture_is_drawn_once_and_no_more_than_some_are_kept(
    make_previews: Callable[[], Previews], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[date] = []

    def draw(_: Previews, when: date) -> Image.Image:
        drawn.append(when)
        return Image.new("RGB", (1, 1))

    monkeypatch.setattr(Previews, "picture", draw)
    previews = make_previews()
    days = [
        date(2025, 1, 1).replace(day=1 + number % 28, month=1 + number // 28)
        for number in range(KEPT + 1)
    ]
    for when in (*days, days[-1], days[0]):
        previews.png(when)
    assert drawn == [*days, days[0]]


def test_only_some_pictures_are_drawn_at_a_time(
    make_previews: Callable[[], Previews], monkeypatch: pytest.MonkeyPatch
) -> None:
    previews = make_previews()
    asked: list[int] = []

    def draw_while_others_ask(_: Previews, when: date) -> Image.Image:
        asked.append(when.day)
        if len(asked) < AT_ONCE:
            previews.png(date(2025, 1, len(asked) + 1))
        else:
            with pytest.raises(BusyError, match=r"Ask again in a moment\.$"):
                previews.png(date(2025, 2, 1))
        return Image.new("RGB", (1, 1))

    with monkeypatch.context() as patched:
        patched.setattr(preview.Previews, "picture", draw_while_others_ask)
        previews.png(date(2025, 1, 1))
    assert len(asked) == AT_ONCE
    assert opened(previews.png(date(2025, 2, 1))).size == (1200, 630)


def test_the_words_of_a_card_are_those_of_its_day(
    ledger: Ledger, frames: tuple[Frame, ...]
) -> None:
    card = card_of(ledger.pack.treaty, frames, EXITS)
    assert card.title == "Ottawa Convention on NATO’s eastern flank, 27 December 2025"
    assert card.description == (
        "On 27 December 2025, Estonia, Latvia and Lithuania left the convention; "
        "Finland and Poland are counting down."
    )
    assert card.alt == "Map of NATO’s eastern flank by standing on 27 December 2025"
    quiet = card_of(ledger.pack.treaty, frames, day("2025-12-28"))
    assert quiet.description.startswith(
        "On 28 December 2025, Estonia, Latvia and Lithuania are out"
    )


def test_after_the_last_day_on_record_a_card_says_so(
    ledger: Ledger, frames: tuple[Frame, ...]
) -> None:
    end = "Record verified through 3 March 2026; no later change is on record."
    assert card_of(ledger.pack.treaty, frames, day("2026-03-04")).description.endswith(f". {end}")
    assert "verified" not in card_of(ledger.pack.treaty, frames, day("2026-03-03")).description


def test_every_state_of_the_headlines_is_on_the_map(ledger: Ledger) -> None:
    left, top, right, bottom = MAP
    for state in flank_and_neighbours(ledger):
        x, y = pixel(state.iso_a3)
        assert left < x < right, state.name
        assert top < y < bottom, state.name
