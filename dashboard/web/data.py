"""The files under ``/data/``: what readers take away, and what other programs read."""

from datetime import date

from flask import Flask, Response, abort

from dashboard.publish.takeaway import DAY_KINDS, Takeaway, media_type, saved_as
from dashboard.record.dates import FIRST_DAY
from dashboard.web.address import Addresses
from dashboard.web.compression import keep_briefly

CACHED = "public, max-age=300"
"""Browsers keep a file for five minutes; then they ask, by its ETag, whether it has changed."""
SHOWN = (".json", ".atom")
"""Endings of the files that a browser shows; it saves the others."""


def add_data(server: Flask, addresses: Addresses, takeaway: Takeaway) -> None:
    """Serve every file of the record, and standings and figure of every day that can be shown."""
    latest = addresses.opening_day

    @server.get("/data/<path:name>")
    def file(name: str) -> Response:
        if name not in takeaway.names:
            abort(404)
        return _file(takeaway.file(name), name.replace("latest", str(latest)))

    @server.get(f"/data/standing/<name>.<any({','.join(DAY_KINDS)}):kind>")
    def standing(name: str, kind: str) -> Response:
        if name == "latest":
            return file(f"standing/latest.{kind}")
        day = addresses.day(name)
        if day is None:
            return no_such_day(addresses.last)
        keep_briefly()
        return _file(takeaway.standing(day, kind), f"standing/{day}.{kind}")

    @server.get("/data/figure/<name>.json")
    def figure(name: str) -> Response:
        if name == "latest":
            return file("figure/latest.json")
        day = addresses.day(name)
        if day is None:
            return no_such_day(addresses.last)
        keep_briefly()
        return _file(takeaway.figure(day), f"figure/{day}.json")


def _file(content: bytes, name: str) -> Response:
    manner = "inline" if name.endswith(SHOWN) else "attachment"
    return Response(
        content,
        headers={
            "Content-Disposition": f'{manner}; filename="{saved_as(name)}"',
            "Cache-Control": CACHED,
        },
        content_type=media_type(name),
    )


def no_such_day(last: date) -> Response:
    """The answer to a day that cannot be shown: which can."""
    return Response(
        f"There is no such day (expected YYYY-MM-DD, from {FIRST_DAY} to {last}).\n",
        404,
        content_type="text/plain; charset=utf-8",
    )
