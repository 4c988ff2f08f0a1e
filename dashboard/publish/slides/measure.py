"""How much room a text takes on a slide, whichever font a reader's machine puts in its place."""

from collections.abc import Iterable, Sequence
from functools import cache

from fontpkg.pil import truetype
from PIL import ImageFont

from dashboard.publish.drawingml import Paragraph, Paragraphs, Run

FACES = {False: "inter", True: "noto-serif"}
"""What is measured in the place of Arial and of Georgia; every server has them."""
WIDER = {(False, False): 1.13, (False, True): 1.21, (True, False): 1.14, (True, True): 1.2}
"""By serif and bold: how much wider a text may be than measured. With these, the widest stand-ins
known (DejaVu Sans, DejaVu Serif) fit as well."""
LEADING = 1.22
"""Height of a line by the size of its letters: Arial 1.15, Georgia 1.14, DejaVu 1.17."""
SERIF_LEADING = 1.37
"""The same for serifs, as Noto Serif, which Linux puts for Georgia, is tall."""
MEASURED = 64
"""Size of the letters that are measured; others are as wide in proportion."""
BOLD, REGULAR = 700, 400
CUT = "…"


@cache
def _font(serif: bool, bold: bool) -> ImageFont.FreeTypeFont:
    weight = BOLD if bold else REGULAR
    found: ImageFont.FreeTypeFont = truetype(
        FACES[serif], MEASURED, weight, layout_engine=ImageFont.Layout.BASIC
    )
    return found


@cache
def _word_width(word: str, serif: bool, bold: bool) -> float:
    return _font(serif, bold).getlength(word) / MEASURED * WIDER[serif, bold]


def width(text: str, size: float, bold: bool = False, serif: bool = False) -> float:
    """How far a text reaches at most, in points."""
    words = text.split(" ")
    spaces = (len(words) - 1) * _word_width(" ", serif, bold)
    return size * (spaces + sum(_word_width(word, serif, bold) for word in words))


def leading(size: float, serif: bool = False) -> float:
    """The height of a line, in points."""
    return size * (SERIF_LEADING if serif else LEADING)


def _words(runs: Iterable[Run]) -> Iterable[float]:
    """The widths of words, each with what belongs to it of the runs that follow."""
    found = [0.0]
    for run in runs:
        for index, part in enumerate(run.text.split(" ")):
            if index:
                found.append(0.0)
            found[-1] += width(part, run.size, run.bold, run.serif)
    return found


def lines(runs: Sequence[Run], room: float) -> int:
    """In how many lines the runs fit a width; a word that is wider takes more than one."""
    gap = width(" ", runs[0].size, runs[0].bold, runs[0].serif)
    number, left = 1, room
    for word in _words(runs):
        if word > left and left < room:
            number, left = number + 1, room
        number += int(word // room)
        left -= word % room + gap
    return number


def height(paragraphs: Paragraphs, room: float) -> float:
    """How high paragraphs are at most, in points, in a width of ``room``."""
    return sum(_height(paragraph, room) for paragraph in paragraphs)


def _height(paragraph: Paragraph, room: float) -> float:
    tallest = max(paragraph.runs, key=lambda run: run.size)
    return paragraph.before + lines(paragraph.runs, room) * leading(tallest.size, tallest.serif)


def shortened(text: str, most: int) -> str:
    """At most so many letters of a text: cut at a word, with a mark that it goes on."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    at_word = head.rpartition(" ")[0] if " " in head and text[most - 1] != " " else head
    return at_word.rstrip(" ,;:") + CUT


def fitting(text: str, room: float, size: float, bold: bool = False) -> str:
    """As much of a text as fits a width, in points."""
    return next(
        (
            cut
            for most in range(len(text), 1, -1)
            if width(cut := shortened(text, most), size, bold) <= room
        ),
        CUT,
    )
