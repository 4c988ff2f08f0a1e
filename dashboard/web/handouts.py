"""Serves the handouts of days."""

from flask import Flask, Response

from dashboard.publish.handout import Handouts
from dashboard.publish.picture import Studio
from dashboard.publish.picture_request import RequestError, RequestReader
from dashboard.publish.workshop import Workshop
from dashboard.web.making import given, line, made, saved_as

ABSENT = {"date", "state"}
"""What there is none of, which is 404; all else that is wrong is 400."""


def add_handouts(server: Flask, reader: RequestReader, studio: Studio, workshop: Workshop) -> None:
    """Serve ``/handout/<day>.pdf``, of all states or with ``state`` of one."""
    handouts = Handouts(studio)

    @server.get("/handout/<name>.pdf")
    def handout(name: str) -> Response:
        try:
            day, state = reader.day(name), reader.state(given("state"))
        except RequestError as error:
            return line(f"{error.name}: {error}", 404 if error.name in ABSENT else 400)
        return made(
            workshop,
            ("handout", day, state),
            lambda: handouts.pdf(day, state).content,
            saved_as(studio.treaty, day, state, "pdf"),
            "application/pdf",
        )
