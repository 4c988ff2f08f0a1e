"""Lets every refusal of the application have the shape that is asked for."""

from flask import Flask, Response, request

from dashboard.web.refusal import TEXT, shaped


def shape_refusals(server: Flask) -> None:
    """Let every refusal of ``server`` that is a line of text have the shape that is asked for.

    To be called before ``compress``, so that what goes out is what is compressed.
    """

    @server.after_request
    def shape(response: Response) -> Response:
        if response.status_code >= 400 and response.mimetype == TEXT:
            text = response.get_data(as_text=True)
            accept, root = request.headers.get("Accept", ""), f"{request.script_root}/"
            content, kind = shaped(response.status_code, text, accept, root)
            response.set_data(content)
            response.content_type = kind
            response.vary.add("Accept")
        return response
