"""``datapackage.json``: what the tables hold, for programs (Frictionless Data Package)."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from dashboard import __version__
from dashboard.publish.columns import Column
from dashboard.publish.json_file import Json
from dashboard.publish.spreadsheet import GUARD_RULE, csv_file
from dashboard.publish.table import Table
from dashboard.publish.tables import all_tables, standing_table
from dashboard.record.dates import PartialDate, day_in_words
from dashboard.record.ledger import Ledger
from dashboard.record.pack import Pack
from dashboard.record.treaty import Treaty
from dashboard.story.frames import Frame

SEVERAL = "Several are separated by a semicolon and a space."
PARTIAL = "YYYY, YYYY-MM or YYYY-MM-DD: no more than is known."
DAYS = (
    "What standing/latest holds of the last day, standing/YYYY-MM-DD holds of another: on a server "
    "of every day, in an export of every day of change and of its eve, as GeoJSON only of the days "
    "on which something on the page changes; and figure/YYYY-MM-DD.json what figure/latest.json "
    "does: on a server of every day, in an export of those same days."
)
CUT = (
    "Maps hold what lies in the frame of the page's map: in GeoJSON and GeoPackage, whole is false "
    "for the states of which it leaves land out{such_as} and left_out_km2 says how much."
)
NATURAL_EARTH = {"title": "Natural Earth", "path": "https://www.naturalearthdata.com/"}
FACTS = {
    "name": "other-pd",
    "title": "Facts belong to nobody; boundaries are in the public domain (Natural Earth)",
}
QUOTATIONS = {
    "name": "other-closed",
    "title": "Short quotations, attributed: the words remain their speakers’ and publishers’ own",
}
QUOTING = frozenset({"quotes", "claims"})
"""The tables that hold words of others."""


def description_file(
    ledger: Ledger,
    frames: Sequence[Frame],
    files: Mapping[str, tuple[str, str]],
    public_url: str,
    most_cut: str = "",
) -> bytes:
    """The description of every table, to be had as CSV, and of other ``files``.

    ``files`` gives for a path its media type and its title, ``most_cut`` the state of which the map
    leaves out the most, if any.
    """
    treaty = ledger.pack.treaty
    cut = CUT.format(such_as=f", such as {most_cut}," if most_cut else "")
    latest = replace(standing_table(ledger, treaty.verified_through), name="standing/latest")
    package = {
        "profile": "data-package",
        "name": package_name(treaty),
        "title": f"Flankwatch: the {treaty.words.subject}",
        "description": (
            f"Which states are bound by the {treaty.short_title} on any day since 1997, by which "
            "acts, who said what, and which source says so. Verified through "
            f"{day_in_words(treaty.verified_through)}: after that day no later change is on "
            f"record. {DAYS} {cut} {GUARD_RULE}"
        ),
        "version": __version__,
        "verified_through": str(treaty.verified_through),
        **({"homepage": public_url} if public_url else {}),
        "licenses": [FACTS, QUOTATIONS],
        "sources": [*_sources(ledger.pack), NATURAL_EARTH],
        "resources": [
            *(_table(table) for table in (*all_tables(ledger, frames), latest)),
            *(_file(path, *described) for path, described in files.items()),
        ],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()


def package_name(treaty: Treaty) -> str:
    """The name of the data package, by which an earlier export is known again."""
    return f"flankwatch-{treaty.id}"


def _sources(pack: Pack) -> list[Json]:
    cited = [pack.sources[source] for source in pack.treaty.sources]
    return [
        {"title": source.title or source.publisher} | ({"path": source.url} if source.url else {})
        for source in cited
    ]


def _table(table: Table) -> Json:
    content = csv_file(table)
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("/", "-"),
        "path": f"{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "licenses": [QUOTATIONS if table.name in QUOTING else FACTS],
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": [column], "reference": {"resource": other, "fields": [key]}}
                for column, (other, key) in table.references.items()
            ],
        },
    }


def _file(path: str, mediatype: str, title: str) -> Json:
    name, _, ending = path.replace("/", "-").rpartition(".")
    return {
        "profile": "data-resource",
        "name": f"{name}-{ending}",
        "path": path,
        "title": title,
        "format": ending,
        "mediatype": mediatype.partition(";")[0],
        # Without it, what reads a figure takes it for the description of a resource.
        **({"type": "json"} if ending == "json" else {}),
    }


def _field(column: Column) -> Json:
    kind, form, constraints = _type(column.type)
    if column.values:
        constraints["enum"] = list(column.values)
    if column.required:
        constraints["required"] = True
    return {
        "name": column.name,
        "description": " ".join(filter(None, [column.description, form])),
        **kind,
        **({"constraints": constraints} if constraints else {}),
    }


def _type(of: type) -> tuple[Json, str, Json]:
    """The type in Frictionless terms, a note on how values are written, and the constraints."""
    if issubclass(of, StrEnum):
        return {"type": "string"}, "", {}
    if of is PartialDate:
        return {"type": "string"}, PARTIAL, {"pattern": r"[12]\d{3}(-\d{2}(-\d{2})?)?"}
    if of is bool:
        return {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}, "", {}
    if of is int:
        return {"type": "integer"}, "", {"minimum": 0}
    if of is date:
        return {"type": "date"}, "", {}
    return {"type": "string"}, SEVERAL if of is tuple else "", {}
