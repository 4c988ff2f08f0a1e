"""The files under ``/brief/``: the scenes of every day that can be shown."""

from flask import Flask, Response

from dashboard.panels.brief.file import Briefs
from dashboard.web.address import Addresses
from dashboard.web.compression import keep_briefly
from dashboard.web.data import CACHED, no_such_day


def add_brief(server: Flask, addresses: Addresses, briefs: Briefs) -> None:
    """Serve ``/brief/<day>.json``; a day that cannot be shown is 404."""

    @server.get("/brief/<name>.json")
    def brief(name: str) -> Response:
        day = addresses.day(name)
        if day is None:
            return no_such_day(addresses.last)
        keep_briefly()
        return Response(
            briefs.file(day), headers={"Cache-Control": CACHED}, mimetype="application/json"
        )
