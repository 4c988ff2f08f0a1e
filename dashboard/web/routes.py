"""What the dashboard's own server answers: the page and its files, and 404 for all else."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from dash.exceptions import DependencyException
from flask import Flask, Response, abort, request, send_from_directory

from dashboard.app import BODY, PREVIEW
from dashboard.panels.contents import Contents
from dashboard.panels.document import Documents
from dashboard.panels.fragments import Fragments
from dashboard.panels.markup import ENTRY
from dashboard.panels.screens import EXPLORE, SCREENS
from dashboard.panels.shapes import SHAPES
from dashboard.panels.view import View
from dashboard.publish.preview import BusyError, Previews
from dashboard.web.compression import pass_by
from dashboard.web.sharing import Sharing

CATCH_ALL = "/<path:path>"
CONFIG = re.compile(r'(?<=<script id="_dash-config" type="application/json">).*?(?=</script>)')
UNTOLD = (
    "dash_version",
    "dash_version_url",
    "ddk_version",
    "end_id",
    "plotly_version",
    "python_version",
)
"""What the page's configuration holds for nothing: versions, and a token for server callbacks."""


def add_routes(server: Flask, boundaries: Path) -> None:
    """Serve the map's geometry, and close what Dash leaves open.

    Dash answers every unknown path with the page, and an unknown component file with a 500;
    both are 404 here.
    """

    @server.before_request
    def only_known_paths() -> None:
        if request.url_rule is not None and request.url_rule.rule == CATCH_ALL:
            abort(404)

    @server.errorhandler(404)
    @server.errorhandler(DependencyException)
    def not_found(_: Exception) -> tuple[str, int, dict[str, str]]:
        return "There is no such page.\n", 404, {"Content-Type": "text/plain; charset=utf-8"}

    @server.get("/geodata/<name>")
    def geometry(name: str) -> Response:
        if name not in SHAPES:
            abort(404)
        return send_from_directory(boundaries, name, mimetype="application/geo+json", max_age=3600)


def add_previews(server: Flask, sharing: Sharing, previews: Previews) -> None:
    """Serve a picture for every day that can be shown; it is drawn when it is asked for."""

    @server.get("/preview/<name>.png")
    def preview(name: str) -> Response:
        day = sharing.day(name)
        if day is None:
            abort(404)
        try:
            picture = previews.png(day)
        except BusyError as error:
            return Response(
                f"{error}\n",
                503,
                {"Retry-After": "2", "Cache-Control": "no-store"},
                content_type="text/plain; charset=utf-8",
            )
        return Response(
            picture, headers={"Cache-Control": "public, max-age=3600"}, mimetype="image/png"
        )


def add_fragments(server: Flask, fragments: Fragments) -> None:
    """Serve the parts of the page that are fetched when they are needed."""

    @server.get("/fragment/<path:name>.html")
    def fragment(name: str) -> Response:
        if name not in fragments.names:
            abort(404)
        return Response(
            fragments.html(name),
            headers={"Cache-Control": "public, max-age=31536000, immutable"},
            mimetype="text/html",
        )


def keep_page(server: Flask, sharing: Sharing, documents: Documents) -> None:
    """Serve the document of the view in an address.

    Dash would write its page anew for everybody, with its versions in it; here it is asked for it
    once. To be called when everything is added to ``server``.
    """
    written = server.test_client().get("/").text
    page = CONFIG.sub(lambda config: _without_untold(config[0]), written)
    head, rest = page.split(PREVIEW)
    files, entry, foot = rest.split(BODY)

    def shown() -> str:
        view, is_day_wrong = asked(request.args, documents.contents, sharing)
        if (view, is_day_wrong) != (View(documents.contents.first_day), False):
            pass_by()
        body = documents.body(view, is_day_wrong).replace(ENTRY, entry)
        return head + sharing.tags(request.args) + files + body + foot

    server.view_functions["/"] = shown


def asked(query: Mapping[str, str], contents: Contents, sharing: Sharing) -> tuple[View, bool]:
    """The view that an address asks for, and whether it names a day that cannot be shown.

    A state or screen that does not exist is left out; the browser says so.
    """
    named = query.get("date", "")
    day = sharing.day(named)
    state = query.get("state", "").upper()
    known = {each.iso_a3 for each in contents.states}
    view = View(
        day or contents.first_day,
        state if state in known else None,
        SCREENS.get(query.get("view", ""), EXPLORE),
    )
    return view, bool(named and not day)


def _without_untold(config: str) -> str:
    told = {name: value for name, value in json.loads(config).items() if name not in UNTOLD}
    return json.dumps(told).replace("<", r"\u003c")
