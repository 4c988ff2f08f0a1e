"""The words of a scene as blocks of text, in sizes from which the largest that fit are chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.publish.drawingml import Box, Paragraph, Run, clean, text_box
from dashboard.publish.slides.measure import height, shortened
from dashboard.publish.slides.palette import Palette
from dashboard.story.briefing.scene import Scene, SceneQuote
from dashboard.story.headline import Sentence

LEAST = 14
"""Points of the smallest letters, but for the source line."""
SHRINKING, SHRINKING_LARGE = 0.06, 0.042
"""By how much of the first size each next one is smaller."""
LEAST_LARGE = 18
TRIES = 11
LENGTHS = (100_000, 400, 320, 260, 200, 150, 110, 80, 50, 30)
"""Letters that a text may have: whole, or less where even the smallest letters do not fit."""
REGIONS = {"en": "en-GB", "ru": "ru-RU", "pl": "pl-PL", "uk": "uk-UA"}
QUOTED = ("“", "”")


@dataclass(frozen=True)
class Sizes:
    """Points of the letters of each kind of text."""

    title: float
    value: float
    caption: float
    line: float
    quote: float
    attribution: float

    def smaller(self, step: int) -> "Sizes":
        """All sizes reduced by some steps, none below the least."""
        title, value, *others = vars(self).values()
        return Sizes(
            *(
                max(round(size * (1 - SHRINKING_LARGE * step)), LEAST_LARGE)
                for size in (title, value)
            ),
            *(max(round(size * (1 - SHRINKING * step)), LEAST) for size in others),
        )


BESIDE_MAP = Sizes(title=32, value=28, caption=18, line=18, quote=18, attribution=14)
ALONE = Sizes(title=34, value=48, caption=24, line=26, quote=30, attribution=18)
WITH_PICTURE = Sizes(title=30, value=30, caption=18, line=18, quote=18, attribution=14)


@dataclass(frozen=True)
class Block:
    """Paragraphs that belong together."""

    name: str
    paragraphs: tuple[Paragraph, ...]

    def height(self, room: float) -> float:
        """How high the block is in a width, in points."""
        return height(self.paragraphs, room)

    def xml(self, box: Box) -> str:
        """The block as a shape."""
        return text_box(self.name, box, self.paragraphs)


def heading(sentence: Sentence, size: float, most: int, palette: Palette) -> Paragraph:
    """The sentence, states in the inks of their standings."""
    texts = [_inner(segment.text) for segment in sentence]
    shown = shortened("".join(texts).strip(), most)
    runs: list[Run] = []
    for text, segment in zip(texts, sentence, strict=True):
        colour = palette.ink(segment.standing) if segment.standing else "tx1"
        if part := shown[: len(text)]:
            runs.append(Run(part, size, colour, bold=True, serif=True))
        shown = shown[len(text) :]
    return Paragraph(tuple(runs))


def _inner(text: str) -> str:
    """A cleaned text with the blanks at its ends, which part it from its neighbours."""
    inner = clean(text)
    return f"{' ' * text.startswith(' ')}{inner}{' ' * text.endswith(' ')}" if inner else ""


def figures(scene: Scene, sizes: Sizes, most: int) -> Sequence[Block]:
    """Each figure with its caption below it."""
    return [
        Block(
            f"Figure {number}",
            (
                Paragraph((_run(figure.value, most, sizes.value, bold=True, serif=True),)),
                Paragraph((_run(figure.caption, most, sizes.caption, colour="tx2"),)),
            ),
        )
        for number, figure in enumerate(scene.figures, start=1)
    ]


def texts(scene: Scene, sizes: Sizes, most: int) -> Iterator[Block]:
    """Lines in one block, then each quote with who said it."""
    if scene.lines:
        paragraphs = (Paragraph((_run(line, most, sizes.line),)) for line in scene.lines)
        first, *others = paragraphs
        spaced = (replace(one, before=sizes.line * 0.6) for one in others)
        yield Block("Lines", (first, *spaced))
    for number, quote in enumerate(scene.quotes, start=1):
        yield _quote(quote, number, sizes, most)


def _quote(quote: SceneQuote, number: int, sizes: Sizes, most: int) -> Block:
    words = _run(quote.words, most, sizes.quote, serif=True)
    opened, closed = QUOTED
    language = REGIONS.get(quote.language, quote.language)
    words = replace(words, text=f"{opened}{words.text}{closed}", language=language)
    attribution = _run(quote.attribution, most, sizes.attribution, colour="tx2")
    return Block(
        f"Quote {number}",
        (Paragraph((words,)), Paragraph((attribution,), before=6)),
    )


def _run(
    text: str,
    most: int,
    size: float,
    colour: str = "tx1",
    bold: bool = False,
    serif: bool = False,
) -> Run:
    return Run(shortened(clean(text), most), size, colour, bold, serif)
