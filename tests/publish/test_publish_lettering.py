"""What is written in pictures can be read: in letters that the font has, in lines that fit."""

import unicodedata
from typing import Any

import pytest
from PIL import Image, ImageDraw

from dashboard.publish.lettering import (
    SANS,
    SERIF,
    Style,
    drawable,
    fitted,
    has,
    lines,
    words,
    write,
)
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame
from dashboard.story.headline import plain

INK, RED = "#17202a", "#a3262a"


FACES = [SANS, SERIF]


@pytest.mark.parametrize("face", FACES)
def test_the_faces_have_every_letter_of_the_record(
    frames: tuple[Frame, ...], ledger: Ledger, face: str
) -> None:
    pack = ledger.pack
    told = [plain(frame.headline(frame.day)) + plain(frame.quiet) for frame in frames]
    told += [state.name for state in pack.states.values()]
    told += [event.title for event in pack.events]
    told += [quote.speaker + quote.role for quote in pack.quotes]
    told += [source.publisher + source.title for source in pack.sources.values()]
    letters = set("".join(told))
    assert {"’", "ä", "ü"} < letters
    assert [letter for letter in letters if not has(letter, face)] == []


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("name", ["Häkkänen", "Łódź", "Україна", "Ελλάδα", "Türkiye", "Šimonytė"])
def test_letters_with_marks_are_drawn_with_them(name: str, bold: bool, face: str) -> None:
    style = Style(40, bold, face)
    assert drawable(name, face) == name
    for letter in name:
        assert has(letter, face)
        base = unicodedata.normalize("NFD", letter)[0].translate({ord("Ł"): "L"})
        if base != letter:
            assert bytes(style.font.getmask(letter)) != bytes(style.font.getmask(base)), letter


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("NATO’s eastern flank, 1997–2026 — −1", "NATO’s eastern flank, 1997–2026 — −1"),
        ("Ha\u0308kka\u0308nen", "Häkkänen"),
        ("地雷", "??"),
    ],
)
def test_only_letters_that_a_face_lacks_are_replaced(text: str, drawn: str) -> None:
    assert [drawable(text, face) for face in FACES] == [drawn, drawn]


def test_a_comma_stays_with_the_name_before_it() -> None:
    content = words([("On 1 May, ", INK), ("Latvia", RED), (", ", INK), ("Lithuania", RED)])
    assert [word[0][0] for word in content] == ["On", "1", "May,", "Latvia", "Lithuania"]
    assert content[3] == (("Latvia", RED), (",", INK))


def test_lines_keep_all_words_and_the_width() -> None:
    style = Style(30, bold=True)
    content = words([("a state that is leaving the convention " * 5, INK)])
    broken = lines(content, style, 300)
    assert [word for line in broken for word in line] == content
    for line in broken:
        assert style.width(" ".join(text for word in line for text, _ in word)) <= 300


def test_the_largest_letters_that_fit_are_taken() -> None:
    styles = [Style(size) for size in (60, 40, 20)]
    content = words([("Latvia left the convention", RED)])
    assert fitted(content, styles, 2000, 100)[0] == Style(60)
    assert fitted(content, styles, 400, 110)[0] == Style(40)
    assert fitted(content, styles, 10, 10)[0] == Style(20)


def test_a_word_that_is_wider_than_the_line_asks_for_smaller_letters() -> None:
    content = words([("Bosnia-and-Herzegovina", RED)])
    assert fitted(content, [Style(60), Style(20)], 400, 1000)[0] == Style(20)


def test_no_word_is_left_alone() -> None:
    style = Style(40)
    content = words([("Finland and Poland are counting down.", INK)])
    width = style.width("Finland and Poland are counting") + 1
    assert [len(line) for line in lines(content, style, width)] == [5, 1]
    _, broken = fitted(content, [style], width, 1000)
    assert len(broken) == 2
    assert len(broken[1]) > 1


class Counted(ImageDraw.ImageDraw):
    """Counts the letters that are drawn."""

    drawn = 0

    def text(self, *args: Any, **kwargs: Any) -> None:
        self.drawn += len(args[1])
        super().text(*args, **kwargs)


def test_letters_beyond_the_edge_of_the_picture_cost_nothing() -> None:
    draw = Counted(Image.new("RGB", (400, 100)))
    write(draw, (10, 50), words([("i" * 5000, "#000000")]), Style(20))
    assert 30 < draw.drawn < 200
