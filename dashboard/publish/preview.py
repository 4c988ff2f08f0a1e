"""The picture of a day, for the previews that messengers and networks make of shared links."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from io import BytesIO
from threading import BoundedSemaphore

import geopandas as gpd
from PIL import Image

from dashboard.publish.canvas import Canvas, fine, letters
from dashboard.publish.ground import Ground, Tones
from dashboard.publish.hatching import diagonals
from dashboard.publish.lettering import SERIF, fitted, lines, words
from dashboard.publish.tokens import mixed
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.story.figures import flank_figure, parties_figure
from dashboard.story.frames import Frame, flank_and_neighbours, frame_on
from dashboard.story.hatching import HATCHED
from dashboard.story.verified import verified
from dashboard.story.words import STANDING

WIDTH, HEIGHT = 1200, 630
"""Pixels; the shape that those who show previews ask for."""
KEPT = 64
"""How many pictures are kept once drawn; each takes some 170 kB."""
AT_ONCE = 4
"""How many may be in work at a time, so that a server's other threads are there for its page."""

MAP = (28, 28, 548, 602)
"""Left, top, right and bottom of the map, in pixels."""
LEFT, RIGHT = 588, 1164
FOOT = 600
"""The lowest baseline."""
HEADLINE_SIZES = range(42, 24, -1)
ROW = 28
"""Pixels from one row of the legend to the next."""
HATCH = 12
"""Pixels from one line of the hatching to the next, along the horizontal."""
WHITE = 0.55
"""How much white there is in a line of the hatching, as on the page."""


class BusyError(Exception):
    """Too many pictures are in work already; the text says so in one line."""


class Previews:
    """The pictures of all days: drawn when they are asked for; the latest of them are kept.

    ``states`` (indexed by ``iso_a3``) and ``backdrop`` are the map, in EPSG:4326; ``colours``
    are the tokens of the style sheet.
    """

    def __init__(
        self,
        ledger: Ledger,
        frames: Sequence[Frame],
        states: gpd.GeoDataFrame,
        backdrop: gpd.GeoDataFrame,
        colours: Mapping[str, str],
    ) -> None:
        self._ledger = ledger
        self._frames = frames
        self._shapes = (states, backdrop)
        self._colours = colours
        self._coloured = [state.iso_a3 for state in flank_and_neighbours(ledger)]
        self._tones = Tones(colours["sea"], colours["land"], colours["land-line"])
        self._work = BoundedSemaphore(AT_ONCE)
        self._kept = lru_cache(KEPT)(self._png)

    def png(self, day: date) -> bytes:
        """The picture of a day as a PNG file.

        Raises:
            BusyError: it is not at hand, and too many others are in work.
        """
        return self._kept(day)

    def _png(self, day: date) -> bytes:
        if not self._work.acquire(blocking=False):
            raise BusyError("Too many pictures are being drawn. Ask again in a moment.")
        try:
            file = BytesIO()
            self.picture(day).save(file, "PNG")
            return file.getvalue()
        finally:
            self._work.release()

    def picture(self, day: date) -> Image.Image:
        """The picture of a day: the map, the headline, key figures and what the colours mean."""
        frame = frame_on(self._frames, day)
        canvas = Canvas((WIDTH, HEIGHT), self._colours["page"])
        canvas.paste(self._map(frame), MAP[:2], radius=10)
        top = self._masthead(canvas)
        bottom = self._figures(canvas, frame, day, self._legend(canvas, frame, day))
        self._headline(canvas, frame, day, (top, bottom))
        return canvas.reduced()

    @cached_property
    def _ground(self) -> Ground:
        left, top, right, bottom = (fine(side) for side in MAP)
        return Ground.drawn(*self._shapes, (right - left, bottom - top), fine(0.7))

    def _map(self, frame: Frame) -> Image.Image:
        standings = {iso: frame.standings[iso] for iso in self._coloured}
        fills = {iso: self._colours[standing] for iso, standing in standings.items()}
        image = self._ground.coloured(self._tones, fills)
        for hatched, turn in HATCHED.items():
            lines = {
                iso: self._hatching(hatched) for iso in self._coloured if standings[iso] is hatched
            }
            if lines:
                mask = diagonals(image.size, fine(HATCH), turn > 0)
                image.paste(self._ground.coloured(self._tones, {**fills, **lines}), mask=mask)
        return image

    def _hatching(self, standing: Standing) -> str:
        return mixed(self._colours[standing], "#ffffff", WHITE)

    def _masthead(self, canvas: Canvas) -> float:
        """Brand and subject; returns where the room below them begins."""
        subject = f"The {self._ledger.pack.treaty.short_title} on NATO’s eastern flank"
        self._write(canvas, (LEFT, 56), "Flankwatch", 30, "ink", bold=True)
        self._write(canvas, (LEFT, 84), subject, 19, "ink-second")
        canvas.line([(LEFT, 104), (RIGHT, 104)], self._colours["rule"])
        return 122

    def _headline(
        self, canvas: Canvas, frame: Frame, day: date, between: tuple[float, float]
    ) -> None:
        """The day's sentence as large as it fits, states in the text shades of their standings."""
        content = words(
            (segment.text, self._colours[f"{segment.standing}-ink" if segment.standing else "ink"])
            for segment in frame.headline(day)
        )
        top, bottom = between
        style, broken = fitted(
            content,
            [letters(size, bold=True, face=SERIF) for size in HEADLINE_SIZES],
            fine(RIGHT - LEFT),
            fine(bottom - top),
        )
        canvas.write((LEFT, top + style.size / fine(1)), broken, style)

    def _figures(self, canvas: Canvas, frame: Frame, day: date, bottom: float) -> float:
        """Two key figures with their captions, above ``bottom``; returns where they begin."""
        figures = flank_figure(frame), parties_figure(self._ledger.parties(day))
        column = (RIGHT - LEFT) / len(figures)
        top = bottom - 90
        for index, (value, caption) in enumerate(figures):
            x = LEFT + index * column
            self._write(canvas, (x, top + 30), value, 28, "ink", bold=True)
            style = letters(17)
            run = [(caption, self._colours["ink-second"])]
            canvas.write((x, top + 56), lines(words(run), style, fine(column - 24)), style)
            if index:
                canvas.line([(x - 20, top + 8), (x - 20, top + 80)], self._colours["rule"])
        return top - 18

    def _legend(self, canvas: Canvas, frame: Frame, day: date) -> float:
        """What the colours mean, and how far the record reaches; returns where this begins."""
        note = verified(self._ledger.pack.treaty, day)
        self._write(canvas, (LEFT, FOOT), note, 15, "ink-second")
        shown = [standing for standing in Standing if frame.counts[standing]]
        rows = (len(shown) + 1) // 2
        top = FOOT - 34 - ROW * (rows - 1)
        for index, standing in enumerate(shown):
            x, y = LEFT + (RIGHT - LEFT) / 2 * (index // rows), top + ROW * (index % rows)
            canvas.paste(self._swatch(standing), (x, y - 13), radius=3)
            content = words(
                [
                    (STANDING[standing], self._colours["ink"]),
                    (f" {frame.counts[standing]}", self._colours["ink-second"]),
                ]
            )
            canvas.write((x + 34, y), [content], letters(18))
        return top - 30

    def _swatch(self, standing: Standing) -> Image.Image:
        swatch = Image.new("RGB", (fine(24), fine(14)), self._colours[standing])
        if standing in HATCHED:
            mask = diagonals(swatch.size, fine(HATCH), HATCHED[standing] > 0)
            swatch.paste(self._hatching(standing), mask=mask)
        return swatch

    def _write(
        self,
        canvas: Canvas,
        at: tuple[float, float],
        text: str,
        size: int,
        colour: str,
        bold: bool = False,
    ) -> None:
        canvas.write(at, [words([(text, self._colours[colour])])], letters(size, bold))
