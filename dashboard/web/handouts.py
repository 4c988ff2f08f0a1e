"""Serves the handouts of days."""

from functools import partial

from flask import Flask, Response

from dashboard.publish.handout import Handouts
from dashboard.publish.picture import Studio
from dashboard.publish.workshop import Workshop
from dashboard.story.briefing.asked import AskedError, day_asked, state_asked
from dashboard.web.address import Addresses
from dashboard.web.making import given, made, refused, saved_as


def add_handouts(server: Flask, addresses: Addresses, studio: Studio, workshop: Workshop) -> None:
    """Serve ``/handout/<day>.pdf``, of all states or with ``state`` of one."""
    handouts = Handouts(studio)

    @server.get("/handout/<name>.pdf")
    def handout(name: str) -> Response:
        try:
            day, code = day_asked(name, addresses.last), given("state")
            state = state_asked(studio.ledger, code) if code else None
        except AskedError as error:
            return refused(error)
        return made(
            partial(
                workshop.file,
                ("handout", day, state),
                lambda: handouts.pdf(day, state).content,
            ),
            saved_as(studio.treaty, day, state, "pdf"),
            "application/pdf",
        )
