"""Parts of files (RFC 9110, 14): for programs that read a large file piece by piece."""

from flask import Request, Response
from werkzeug.exceptions import RequestedRangeNotSatisfiable

PAGE = "text/html"


def answer_conditionally(response: Response, request: Request) -> Response:
    """The answer to a request that may ask for a part, or for nothing if it has that already.

    Every file is to be had in parts, but no page. A part is always of the plain file, whatever
    encodings are accepted; its ETag is that of the plain file, so that parts of a compressed one
    are never put together with it. More parts than one, or what is no range, get the whole.
    """
    if response.mimetype == PAGE or response.direct_passthrough:  # Flask did it for its files.
        response.make_conditional(request)
        return response
    length = len(response.get_data())
    if _one_range(request, length):
        try:
            response.make_conditional(request, accept_ranges=True, complete_length=length)
            return response
        except RequestedRangeNotSatisfiable as error:
            return _beyond(error)
    response.accept_ranges = "bytes"
    response.make_conditional(request)
    return response


def _one_range(request: Request, length: int) -> bool:
    """Whether exactly one part is asked for; more last bytes than the file has are not a part."""
    asked = request.range
    if request.method != "GET" or asked is None or asked.units != "bytes":
        return False
    return len(asked.ranges) == 1 and asked.ranges[0][0] >= -length


def _beyond(error: RequestedRangeNotSatisfiable) -> Response:
    """A refusal that says how long the file is."""
    refusal = Response(
        f"There is no such part: the file has {error.length} bytes.\n",
        416,
        {"Content-Range": f"bytes */{error.length}", "Cache-Control": "no-store"},
        content_type="text/plain; charset=utf-8",
    )
    refusal.accept_ranges = "bytes"
    return refusal
