"""The layers of a GeoPackage, put together in memory: no disk is written to."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing

LISTS = ("gpkg_contents", "gpkg_geometry_columns", "gpkg_ogr_contents")
"""The tables in which a GeoPackage lists its layers; the second lists those with geometry."""


def together(packages: Mapping[str, bytes]) -> bytes:
    """One GeoPackage out of several, each with a single layer, known by the layer's name.

    The first must have a geometry, and all of them the same reference systems, if any; none may
    have a spatial index.
    """
    first, *others = packages.items()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as whole:
        whole.execute("PRAGMA temp_store = MEMORY")
        whole.deserialize(first[1])
        for layer, package in others:
            whole.execute("ATTACH ':memory:' AS other")
            whole.deserialize(package, name="other")
            _add(whole, layer)
            whole.execute("DETACH other")
        return whole.serialize()


def _add(whole: sqlite3.Connection, layer: str) -> None:
    """Add the layer of the GeoPackage ``other``: its table, its rows, its triggers, its listing."""
    made = whole.execute(
        "SELECT type, sql FROM other.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL", [layer]
    ).fetchall()
    known = {name for (name,) in whole.execute("SELECT name FROM other.sqlite_master")}
    whole.execute("BEGIN")
    for sql in [sql for kind, sql in made if kind == "table"]:
        whole.execute(sql)
    for table in (layer, *(name for name in LISTS if name in known)):
        whole.execute(f'INSERT INTO main."{table}" SELECT * FROM other."{table}"')
    for sql in [sql for kind, sql in made if kind != "table"]:
        whole.execute(sql)
    whole.execute("COMMIT")
