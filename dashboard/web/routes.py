"""What the dashboard's own server answers: the page and its files, and 404 for all else."""

import json
import re
from collections.abc import Iterable
from itertools import chain
from pathlib import Path, PurePosixPath

from dash.exceptions import DependencyException
from flask import Flask, Response, abort, request, send_from_directory

from dashboard.app import PREVIEW
from dashboard.panels.markup import markup
from dashboard.panels.opening import Opening
from dashboard.paths import is_public
from dashboard.publish.preview import BusyError, Previews
from dashboard.web.compression import pass_by
from dashboard.web.sharing import Sharing

SHAPES = ("states.geojson", "backdrop.geojson")
CATCH_ALL = "/<path:path>"
ASSET = "/assets/<path:filename>"
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
    both are 404 here, and so are the files among the assets that only make or test the page.
    """

    @server.before_request
    def only_known_paths() -> None:
        rule = request.url_rule.rule if request.url_rule else ""
        name = (request.view_args or {}).get("filename", "")
        if rule == CATCH_ALL or (rule == ASSET and not is_public(PurePosixPath(name))):
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


def keep_page(server: Flask, sharing: Sharing, opening: Opening) -> None:
    """Write the page once: Dash would write it anew for everybody, with its versions in it.

    Only the tags for previews and what is about the day follow the address. To be called when
    everything is added to ``server``: the page is asked of it.
    """
    first_day = opening.contents.first_day
    written = server.test_client().get("/").text
    page = CONFIG.sub(lambda config: _without_untold(config[0]), written)
    notices = [markup(opening.notice(said)) for said in (False, True)]
    fixed = _around(page, [PREVIEW, notices[False], *opening.written(first_day)])
    usual = sharing.tags({}), first_day, False

    def shown() -> str:
        tags = sharing.tags(request.args)
        asked = request.args.get("date", "")
        day = sharing.day(asked)
        wrong = bool(asked and not day)
        if (tags, day or first_day, wrong) != usual:
            pass_by()
        parts = [tags, notices[wrong], *opening.written(day or first_day)]
        return "".join(chain(*zip(fixed, [*parts, ""], strict=True)))

    server.view_functions["/"] = shown


def _around(page: str, parts: Iterable[str]) -> list[str]:
    """The text before, between and behind parts of a page, which stand there in this order."""
    fixed = []
    for part in parts:
        before, found, page = page.partition(part)
        assert found, f"the page does not hold {part[:80]!r}"
        fixed.append(before)
    return [*fixed, page]


def _without_untold(config: str) -> str:
    told = {name: value for name, value in json.loads(config).items() if name not in UNTOLD}
    return json.dumps(told).replace("<", r"\u003c")
