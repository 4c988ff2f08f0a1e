"""The slides of a day for download: ``/slides/<day>.pptx?state=&scenes=&ratio=``."""

from flask import Flask, Response, request

from dashboard.publish.preview import BusyError
from dashboard.publish.slides.kept import KeptSlides
from dashboard.story.briefing.asked import AskedError, day_asked
from dashboard.web.address import Addresses

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
CACHED = "public, max-age=300"
LONGEST = 600
"""Letters that a part of the address may have."""


def add_slides(server: Flask, addresses: Addresses, slides: KeptSlides) -> None:
    """Serve the slides of every day that can be shown.

    A wrong day is 404, anything else that is wrong 400, both with a line that says what was
    expected; while too many decks are being made, the answer is 503.
    """

    @server.get("/slides/<name>.pptx")
    def deck(name: str) -> Response:
        try:
            day = day_asked(name, addresses.last)
        except AskedError as error:
            return _refused(error, 404)
        try:
            given = (_bounded(option) for option in ("state", "scenes", "ratio"))
            saved_as, content = slides.named(day, *given)
        except AskedError as error:
            return _refused(error, 400)
        except BusyError as error:
            return _plain(f"{error}", 503, {"Retry-After": "2", "Cache-Control": "no-store"})
        return Response(
            content,
            headers={
                "Content-Disposition": f'attachment; filename="{saved_as}"',
                "Cache-Control": CACHED,
            },
            content_type=MEDIA_TYPE,
        )


def _bounded(option: str) -> str | None:
    """A part of the address; one that is empty was not given."""
    given = request.args.get(option) or None
    if given and len(given) > LONGEST:
        raise AskedError(option, f"is too long (expected at most {LONGEST} letters)")
    return given


def _refused(error: AskedError, status: int) -> Response:
    return _plain(f"{error.name}: {error}", status, {"Cache-Control": "no-store"})


def _plain(line: str, status: int, headers: dict[str, str]) -> Response:
    return Response(f"{line}\n", status, headers, content_type="text/plain; charset=utf-8")
