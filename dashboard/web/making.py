"""Answers with files that are made when they are asked for, or says why there is none now."""

from collections.abc import Callable
from datetime import date

from flask import Response, request

from dashboard.publish.workshop import BusyError
from dashboard.story.briefing.asked import AskedError

CACHED = "public, max-age=3600"
ABSENT = frozenset({"date", "state"})
"""What there may be none of; all else that is asked for is right or wrong."""


def made(
    make: Callable[[], bytes], name: str, mimetype: str, manner: str = "attachment"
) -> Response:
    """The file that ``make`` gives, saved as ``name``; 503 while too many are in work.

    ``manner`` is ``inline`` for what a browser shows.
    """
    try:
        content = make()
    except BusyError as error:
        busy = line(str(error), 503)
        busy.headers.update({"Retry-After": "2", "Cache-Control": "no-store"})
        return busy
    return Response(
        content,
        headers={
            "Cache-Control": CACHED,
            "Content-Disposition": f'{manner}; filename="{name}"',
        },
        mimetype=mimetype,
    )


def refused(error: AskedError) -> Response:
    """What is wrong with what was asked for: 404 where there is none of it, else 400."""
    return line(f"{error.name}: {error}", 404 if error.name in ABSENT else 400)


def line(text: str, status: int) -> Response:
    """A refusal in a line of text."""
    return Response(f"{text}\n", status, content_type="text/plain; charset=utf-8")


def saved_as(treaty: str, day: date, state: str | None, ending: str) -> str:
    """The name of a file: what treaty, day and state it is about."""
    parts = ["flankwatch", treaty, str(day), *([state] if state else [])]
    return f"{'-'.join(parts)}.{ending}"


def given(part: str) -> str | None:
    """What the address says of a part, by its name in any case; the first of several."""
    return next(
        (value for name, value in request.args.items(multi=True) if name.lower() == part), None
    )
