"""The file of a trend: its figure and its sentences, as the browser fetches them."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

from dashboard.panels.contents import Contents
from dashboard.panels.trends.drawn import Drawn
from dashboard.panels.trends.figures import drawn


def trend_files(contents: Contents) -> Mapping[str, Callable[[], str]]:
    """What makes the file of each trend, by its name; each is written once."""
    return {
        f"trends/{id_}.json": cache(partial(trend_file, contents, id_))
        for id_ in contents.trend_ids
    }


def trend_file(contents: Contents, id_: str) -> str:
    """Figure, sentences from day to day, and where states are marked, as JSON.

    Of a trend without rows there is no figure.
    """
    trend = contents.trend(id_)
    groups = contents.ledger.pack.treaty.groups
    content: dict[str, Any] = {
        "id": id_,
        "title": trend.title,
        "says": [[max(day, date(1000, 1, 1)).isoformat(), text] for day, text in trend.says],
    }
    if trend.rows:
        content |= _figure(drawn(trend, groups, _first_day(contents), contents.last_day))
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _first_day(contents: Contents) -> date:
    """Where axes of days begin: with the year of the adoption, or of what came before it."""
    days = [contents.ledger.pack.treaty.adopted, *list(contents.ledger.moves)[:1]]
    return date(min(days).year, 1, 1)


def _figure(found: Drawn) -> dict[str, Any]:
    return {
        "figure": json.loads(found.figure.to_json()),
        "days": [day.isoformat() for day in found.days],
        "rows": found.rows,
        "marks": _marks(found.marks),
    }


def _marks(marks: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
    return {
        iso: [
            [trace, x.isoformat() if isinstance(x, date) else x, y, words, about]
            for trace, x, y, words, about in own
        ]
        for iso, own in marks.items()
    }
