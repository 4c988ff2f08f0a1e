"""JSON files: a table as a list of objects, and a day with all that is told of it."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.publish.columns import Value
from dashboard.publish.spreadsheet import text
from dashboard.publish.tables import Table, standing_table
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, frame_on
from dashboard.story.headline import plain

Json = dict[str, Any]


def encoded(content: object) -> str:
    """Content as JSON without needless space, letters as themselves."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def json_table(table: Table) -> bytes:
    """A table as a list of objects, one a line."""
    lines = ",\n".join(map(encoded, records(table)))
    return f"[\n{lines}\n]\n".encode()


def records(table: Table) -> list[Json]:
    """Every row as an object; what is unknown is null, several values are a list."""
    names = [column.name for column in table.columns]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows]


def _plain(value: Value) -> object:
    match value:
        case "":
            return None
        case bool() | int() | None:
            return value
        case tuple():
            return list(value)
        case _:
            return text(value)


def day_file(ledger: Ledger, frames: Sequence[Frame], day: date) -> bytes:
    """The headline of a day, the counts and figures of the page, and every state's position."""
    told = {**_told(ledger, frames, day), "states": records(standing_table(ledger, day))}
    return f"{encoded(told)}\n".encode()


def _told(ledger: Ledger, frames: Sequence[Frame], day: date) -> Json:
    treaty, frame, parties = ledger.pack.treaty, frame_on(frames, day), ledger.parties(day)
    standings = list(ledger.standings(day).values())
    return {
        "treaty": treaty.short_title,
        "date": day.isoformat(),
        "verified_through": treaty.verified_through.isoformat(),
        "headline": plain(frame.headline(day)),
        "counts": {standing: frame.counts[standing] for standing in Standing},
        "counts_worldwide": {standing: standings.count(standing) for standing in Standing},
        "flank": {
            "states": frame.flank_states,
            "bound": frame.flank_bound,
            "out": frame.flank_out,
            "leaving": frame.flank_leaving,
        },
        "parties": {"by_deposit": parties.by_deposit, "in_force": parties.in_force},
        "border": {
            "total_km": frame.border.total_km,
            "outside_km": frame.border.outside_km,
            "percent_outside": frame.border.percent,
        },
    }
