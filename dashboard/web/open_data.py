"""Lets scripts on other sites read the data files (CORS), such as notebooks in a browser."""

from flask import Flask, Response, request

OPEN = ("/data/", "/geodata/")
"""The paths whose files such scripts may read."""
EXPOSED_HEADERS = (
    "Accept-Ranges",
    "Content-Disposition",
    "Content-Length",
    "Content-Range",
    "ETag",
)
"""The headers that such scripts may read, beside those that are always allowed."""


def open_to_scripts(server: Flask) -> None:
    """Let scripts of every origin read the files below ``OPEN``, and nothing else.

    To be called before ``compress``, which may replace an answer: the headers are set after that.
    """

    @server.after_request
    def let_read(response: Response) -> Response:
        if request.path.startswith(OPEN):
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Expose-Headers"] = ", ".join(EXPOSED_HEADERS)
        return response
