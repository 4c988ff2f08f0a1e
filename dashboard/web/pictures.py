"""Serves the pictures of days: as they are asked for, and as previews of shared links."""

from functools import partial

from flask import Flask, Response, abort

from dashboard.publish.picture_forms import Request
from dashboard.publish.picture_request import FORMATS, PARTS, RequestReader
from dashboard.publish.pictures import Pictures
from dashboard.publish.typesetting import Format
from dashboard.story.briefing.asked import AskedError
from dashboard.web.address import Addresses
from dashboard.web.compression import keep_briefly
from dashboard.web.making import given, made, refused, saved_as

MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}


def add_pictures(
    server: Flask, addresses: Addresses, pictures: Pictures, reader: RequestReader
) -> None:
    """Serve ``/picture/<day>.svg|png|pdf`` and ``/preview/<day>.png`` for every day to be shown.

    What is wrong in the address of a picture is said in a line. While too many pictures are being
    drawn, the answer is 503.
    """

    @server.get("/preview/<name>.png")
    def preview(name: str) -> Response:
        day = addresses.day(name)
        if day is None:
            abort(404)
        return _answer(pictures, Request(day))

    @server.get(f"/picture/<name>.<any({','.join(FORMATS)}):format>")
    def picture(name: str, format: Format) -> Response:
        try:
            wanted = reader.request(name, format, {part: given(part) for part in PARTS})
        except AskedError as error:
            return refused(error)
        keep_briefly()
        return _answer(pictures, wanted)


def _answer(pictures: Pictures, wanted: Request) -> Response:
    name = saved_as(pictures.studio.treaty, wanted.day, wanted.state, wanted.format)
    return made(partial(pictures.file, wanted), name, MEDIA_TYPES[wanted.format], "inline")
