"""The text that the map shows when a reader points at a state."""

from datetime import date
from html import escape

from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.standings import standings

HOVER: dict[str, str | list[str]] = {
    "plain": "<b>{name}</b><br>{standing}",
    "since": "<b>{name}</b><br>{standing}<br>Since {since}",
    "due": "<b>{name}</b><br>{standing}<br>Since {since}; in force for it from {effect}",
    "countdown": [
        "<b>{name}</b><br>{standing}<br>Since {since}; out in {n} day, on {effect}",
        "<b>{name}</b><br>{standing}<br>Since {since}; out in {n} days, on {effect}",
    ],
}
"""The sentences and their places, for the browser too; a pair is singular and plural."""


def hover_text(ledger: Ledger, state: State, day: date) -> str:
    """Name, standing and since when; the days that are left while a notice is running.

    Written for Plotly, to which ``<`` and ``&`` are markup.
    """
    rows = standings(ledger.pack.treaty)
    change = ledger.timelines[state.iso_a3].change_on(day)
    places: dict[str, str | int] = {"name": escape(state.name, quote=False)}
    if change is None:
        return _filled("plain", {**places, "standing": rows[Standing.OUTSIDE].label})
    places |= {"standing": rows[change.standing].label, "since": day_in_words(change.day)}
    if change.effect and change.standing is Standing.JOINING:
        return _filled("due", {**places, "effect": day_in_words(change.effect)})
    if change.effect and change.standing is Standing.NOTIFIED:
        left = (change.effect - day).days
        return _filled("countdown", {**places, "n": left, "effect": day_in_words(change.effect)})
    return _filled("since", places)


def _filled(name: str, places: dict[str, str | int]) -> str:
    text = HOVER[name]
    chosen = text if isinstance(text, str) else text[places["n"] != 1]
    return chosen.format_map(places)
