"""The plain files that scripts on other sites may read: notebooks and map tools in a browser."""

from flask import Flask, Response, request

OPEN = ("/data/", "/geodata/")
"""What is public whoever asks, and the same for everybody."""
EXPOSED_HEADERS = (
    "Accept-Ranges",
    "Content-Disposition",
    "Content-Length",
    "Content-Range",
    "ETag",
)
"""The headers that such a script may see, beside the few that any may."""


def open_to_scripts(server: Flask) -> None:
    """Let scripts of every origin read the files below ``OPEN``, and nothing else.

    To be called before what may put another answer in an answer's place.
    """

    @server.after_request
    def let_read(response: Response) -> Response:
        if request.path.startswith(OPEN):
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Expose-Headers"] = ", ".join(EXPOSED_HEADERS)
        return response
