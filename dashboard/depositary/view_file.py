"""Writes the view of the map into ``treaty.toml``: that for which the boundaries were built."""

from collections.abc import Iterator

from dashboard.depositary.settings_lines import setting
from dashboard.record.view import View


def view_toml(view: View) -> Iterator[str]:
    """The lines of ``[view]`` and of what belongs to it."""
    yield "# The view of the map, in degrees: that of the boundaries that are drawn. Another view"
    yield "# needs other boundaries, which `flankwatch geodata` builds."
    yield "[view]"
    yield setting("projection", view.projection)
    yield setting("centre", view.centre)
    yield setting("north", view.north)
    yield setting("south", view.south)
    if view.parallels:
        yield setting("parallels", view.parallels)
    if view.detailed:
        yield setting("detailed", view.detailed)
    if view.labels:
        yield ""
        yield "[view.labels]"
        yield from (setting(iso, place) for iso, place in view.labels.items())
    said = {name: text for name, text in view.boundaries if text}
    if said:
        yield ""
        yield "[view.boundaries]"
        yield from (setting(name, text) for name, text in said.items())
