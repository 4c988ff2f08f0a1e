"""Decks for a server: made when they are asked for, few at a time; the latest are kept."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from threading import BoundedSemaphore

from dashboard.publish.preview import BusyError
from dashboard.publish.slides.deck import Slides
from dashboard.publish.slides.template import RATIOS
from dashboard.story.briefing.asked import ratio_asked, scenes_asked, state_asked
from dashboard.story.briefing.story import briefing

KEPT = 16
"""How many decks are kept once made; each takes up to 0.6 MB."""
AT_ONCE = 4
"""How many may be in work at a time, so that a server's other threads are there for its page."""


class KeptSlides:
    """The decks of one record."""

    def __init__(self, slides: Slides) -> None:
        self._slides = slides
        self._work = BoundedSemaphore(AT_ONCE)
        self._kept = lru_cache(KEPT)(self._made)

    def named(
        self, day: date, state: str | None, scenes: str | None, ratio: str | None
    ) -> tuple[str, bytes]:
        """The deck of a day and the name to save it by.

        Raises:
            AskedError: something of what is asked for cannot be had.
            BusyError: it is not at hand, and too many others are in work.
        """
        ledger = self._slides.ledger
        code = state_asked(ledger, state) if state is not None else None
        shape = ratio_asked(ratio or next(iter(RATIOS)), RATIOS)
        told = briefing(ledger, self._slides.frames, day, code)
        chosen = told.told
        if scenes is not None:
            chosen = tuple(scene.id for scene in scenes_asked(told, scenes))
        name = "-".join(["flankwatch", ledger.pack.treaty.id, str(day), *([code] if code else [])])
        return f"{name}.pptx", self._kept(day, chosen, shape)

    def _made(self, day: date, scenes: Sequence[str], ratio: str) -> bytes:
        if not self._work.acquire(blocking=False):
            raise BusyError("Too many slides are being made. Ask again in a moment.")
        try:
            told = briefing(self._slides.ledger, self._slides.frames, day)
            return self._slides.pptx(day, told.chosen(scenes), ratio)
        finally:
            self._work.release()
