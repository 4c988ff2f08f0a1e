"""The slides of a day for download: ``/slides/<day>.pptx?state=&scenes=&ratio=``."""

from functools import partial

from flask import Flask, Response

from dashboard.publish.slides.deck import Slides
from dashboard.publish.slides.template import RATIOS
from dashboard.publish.workshop import Workshop
from dashboard.story.briefing.asked import (
    AskedError,
    day_asked,
    ratio_asked,
    scenes_asked,
    state_asked,
)
from dashboard.story.briefing.story import briefing
from dashboard.web.address import Addresses
from dashboard.web.making import given, made, refused, saved_as

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
LONGEST = 600
"""Letters that a part of the address may have."""


def add_slides(server: Flask, addresses: Addresses, slides: Slides, workshop: Workshop) -> None:
    """Serve the slides of every day that can be shown.

    A wrong day or state is 404, anything else that is wrong 400, both with a line that says what
    was expected; while too many files are being made, the answer is 503.
    """

    @server.get("/slides/<name>.pptx")
    def deck(name: str) -> Response:
        ledger = slides.ledger
        try:
            day = day_asked(name, addresses.last)
            asked, scenes, ratio = (_bounded(option) for option in ("state", "scenes", "ratio"))
            state = state_asked(ledger, asked) if asked else None
            shape = ratio_asked(ratio or next(iter(RATIOS)), RATIOS)
            told = briefing(ledger, slides.frames, day, state)
            chosen = scenes_asked(told, scenes) if scenes else told.chosen(told.told)
        except AskedError as error:
            return refused(error)
        return made(
            partial(
                workshop.file,
                ("slides", day, tuple(scene.id for scene in chosen), shape),
                partial(slides.pptx, day, chosen, shape),
            ),
            saved_as(ledger.pack.treaty.id, day, state, "pptx"),
            MEDIA_TYPE,
        )


def _bounded(option: str) -> str | None:
    """A part of the address; one that is empty was not given."""
    value = given(option) or None
    if value and len(value) > LONGEST:
        raise AskedError(option, f"is too long (expected at most {LONGEST} letters)")
    return value
