"""What is written in pictures can be read: in letters that the font has, in lines that fit."""

from typing import Any

import pytest
from PIL import Image, ImageDraw

from dashboard.publish.lettering import Style, drawable, fitted, has, lines, words, write
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, told_states
from dashboard.story.headline import plain

INK, RED = "#17202a", "#a3262a"


def test_the_font_has_every_letter_of_every_headline(
    frames: tuple[Frame, ...], ledger: Ledger
) -> None:
    told = {plain(frame.headline(frame.day)) + plain(frame.quiet) for frame in frames}
    told |= {state.name for state in told_states(ledger)}
    letters = set("".join(told))
    assert "’" in letters
    assert all(has(letter) for letter in letters)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("NATO’s eastern flank", "NATO’s eastern flank"),
        ("Häkkänen, Šimonytė, Wałęsa, Støre", "Hakkanen, Simonyte, Walesa, Store"),
        ("1997–2026", "1997-2026"),
        ("Україна", "???????"),
    ],
)
def test_letters_that_the_font_lacks_are_replaced(text: str, drawn: str) -> None:
    assert drawable(text) == drawn
    assert not has("ä")


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
        self.drawn += 1
        super().text(*args, **kwargs)


def test_letters_beyond_the_edge_of_the_picture_cost_nothing() -> None:
    draw = Counted(Image.new("RGB", (400, 100)))
    write(draw, (10, 50), words([("i" * 5000, "#000000")]), Style(20))
    assert 30 < draw.drawn < 200
