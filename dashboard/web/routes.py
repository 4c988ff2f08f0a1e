"""What the dashboard's own server answers: the page and its files, and 404 for all else."""

from pathlib import Path

from dash.exceptions import DependencyException
from flask import Flask, Response, abort, request, send_from_directory

SHAPES = ("states.geojson", "backdrop.geojson")
CATCH_ALL = "/<path:path>"


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
