"""What is set with Typst: letters that are there, text that stays text, small files."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor
from typst import TypstError

from dashboard.publish import typesetting
from dashboard.publish.letters import font_files, letters_of, missing_letters
from dashboard.publish.png import STEP, packed
from dashboard.publish.svg import shortened, titled
from dashboard.publish.typesetting import BREAK, as_json, one_line, typeset
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame
from dashboard.story.headline import plain

DAY = date(2025, 12, 27)


def test_the_fonts_have_every_letter_of_the_record(
    frames: tuple[Frame, ...], ledger: Ledger
) -> None:
    pack = ledger.pack
    told = [plain(frame.headline(frame.day)) + plain(frame.quiet) for frame in frames]
    told += [state.name for state in pack.states.values()]
    told += [event.title for event in pack.events]
    told += [quote.speaker + quote.role + quote.quote for quote in pack.quotes]
    told += [source.publisher + source.title for source in pack.sources.values()]
    assert missing_letters("".join(told)) == ""


def test_each_font_has_letters_of_three_scripts_and_no_others() -> None:
    for font in font_files():
        assert {ord(letter) for letter in "äŁЇΩ’–"} < letters_of(font)
        assert ord("地") not in letters_of(font)
    assert missing_letters(f"Riga 地雷 地{BREAK}\n") == "地雷"


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "font.ttf"
    file.write_bytes(bytes(64))
    with pytest.raises(ValueError, match="has no table of its letters"):
        letters_of(file)
    cmap = b"cmap" + bytes(4) + (28).to_bytes(4) + (24).to_bytes(4)
    file.write_bytes(bytes(4) + b"\0\1" + bytes(6) + cmap + bytes(3) + b"\1" + bytes(40))
    with pytest.raises(ValueError, match="for all of Unicode"):
        letters_of(file)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Häkkänen", "Häkkänen"),
        (" two\n lines\x00\x1b ", "two lines"),
        ("one two three fourteen five", "one two three…"),
        ("one two three, fourteen five", "one two three…"),
        ("x" * 25, "x" * 19 + "…"),
    ],
)
def test_a_line_is_one_line_and_not_too_long(text: str, shown: str) -> None:
    assert one_line(text, 20) == shown


def test_an_endless_word_may_be_broken() -> None:
    assert one_line("a" * 70, 100) == f"{'a' * 32}{BREAK}{'a' * 32}{BREAK}{'a' * 6}"


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A template that writes one text."""
    file = tmp_path / "text.typ"
    file.write_text(
        "#set page(width: 90pt, height: 60pt, margin: 0pt)\n#json(bytes(sys.inputs.data)).text",
        encoding="utf-8",
    )
    monkeypatch.setattr(typesetting, "TEMPLATES", tmp_path)
    return file.name


def test_a_text_is_never_code(template: str) -> None:
    for text in ('#panic("ran")', "$x", "= Title", '"]', "\\u{0}", "/*", "{"):
        made = typeset(template, {"data": as_json({"text": text})}, "svg", DAY)
        assert b"<svg" in made.content


def test_what_cannot_be_set_is_an_error(template: str) -> None:
    with pytest.raises(TypstError):
        typeset(template, {"data": as_json({})}, "svg", DAY)


def test_a_png_keeps_its_size_and_the_colours_that_shall_stay() -> None:
    image = Image.new("RGBA", (50, 130), "#123457")
    for x in range(50):
        image.putpixel((x, 100), (x * 5, 255 - x * 5, x, 255))
    image.putpixel((0, 0), (0xF5, 0xF4, 0xEF, 255))
    file = BytesIO()
    image.save(file, "PNG")
    again = Image.open(BytesIO(packed(file.getvalue(), ["#123457", "#f5f4ef"])))
    again.load()
    assert (again.size, again.mode) == ((50, 130), "RGB")
    assert again.getpixel((0, 0)) == ImageColor.getrgb("#f5f4ef")
    assert again.getpixel((7, 7)) == ImageColor.getrgb("#123457")
    for x in range(50):
        before, after = image.getpixel((x, 100)), again.getpixel((x, 100))
        assert isinstance(before, tuple)
        assert isinstance(after, tuple)
        assert max(abs(a - b) for a, b in zip(before[:3], after, strict=True)) <= STEP // 2


def test_a_svg_says_nothing_twice() -> None:
    name = "g" + "0123456789ABCDEF" * 2
    name = name[:32]
    svg = (
        f'<svg width="9pt"><path id="{name}" fill-rule="nonzero" '
        'd="M 0 0m 1.23456 0.5l -0.5 2l 3 -4.001001h 2q 1 2 3 4q 5 6 7 8Z "/>'
        f'<use href="#{name}"/></svg>'
    ).encode()
    assert shortened(svg) == (
        b'<svg width="9pt"><path id="i0" '
        b'd="M0 0m1.23 .5l-.5 2 3-4h2q1 2 3 4 5 6 7 8Z"/><use href="#i0"/></svg>'
    )


def test_a_svg_has_its_title_as_text() -> None:
    assert titled(b"<svg a='b'><g/></svg>", "a <b> & c") == (
        b"<svg a='b' role=\"img\"><title>a &lt;b&gt; &amp; c</title><g/></svg>"
    )
