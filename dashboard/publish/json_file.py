"""JSON files: a table as a list of objects, and a day with its headline, figures and states."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.publish.columns import Value
from dashboard.publish.figures import day_figures
from dashboard.publish.rows import DayFigures
from dashboard.publish.spreadsheet import text
from dashboard.publish.table import Table
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.treaty import Treaty
from dashboard.story.frames import Frame, frame_on

Json = dict[str, Any]


def encoded(content: object) -> str:
    """Content as JSON without needless space, letters as themselves."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def json_table(table: Table) -> bytes:
    """A table as a list of objects, one a line."""
    lines = ",\n".join(map(encoded, row_objects(table)))
    return f"[\n{lines}\n]\n".encode()


def treaty_file(treaty: Treaty) -> bytes:
    """The treaty as its pack has it: titles, depositary, dates, rules, groups, topics."""
    content = treaty.model_dump(mode="json")
    content["rules"] = treaty.rules.model_dump(mode="json", exclude_unset=True)
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def row_objects(table: Table) -> list[Json]:
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


def day_file(ledger: Ledger, frames: Sequence[Frame], day: date, table: Table) -> bytes:
    """The headline of a day, the counts and figures of the page, and every state's position.

    ``table`` is that of the standings on the day.
    """
    content = {**_summary(ledger, frames, day), "states": row_objects(table)}
    return f"{encoded(content)}\n".encode()


def _summary(ledger: Ledger, frames: Sequence[Frame], day: date) -> Json:
    treaty, frame = ledger.pack.treaty, frame_on(frames, day)
    figures = day_figures(ledger, frames, day)
    standings = list(ledger.standings(day).values())
    return {
        "treaty": treaty.short_title,
        "date": day.isoformat(),
        "verified_through": treaty.verified_through.isoformat(),
        "headline": figures.headline,
        "counts": {standing: frame.counts[standing] for standing in Standing},
        "counts_worldwide": {standing: standings.count(standing) for standing in Standing},
        treaty.main_group: {
            "states": figures.main_states,
            "bound": figures.main_bound,
            "out": figures.main_out,
            "leaving": figures.main_leaving,
            "notified": figures.main_notified,
        },
        "parties": {
            "by_deposit": figures.parties_by_deposit,
            "in_force": figures.parties_in_force,
        },
        "signatories": figures.signatories,
        **({"border": _border(figures)} if treaty.key_figures.border else {}),
    }


def _border(figures: DayFigures) -> Json:
    return {
        "total_km": figures.border_total_km,
        "outside_km": figures.border_outside_km,
        "percent_outside": figures.border_percent_outside,
    }
