"""What the browser picks from: frames, party counts, countdowns, and the sentences with them.

It travels once, as plain JSON, with the page. Keys are short where there are many of them.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.panels.contents import Contents
from dashboard.panels.quotes_panel import FOLDING
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.figures import (
    PARTIES,
    PARTIES_CAPTION,
    border_figure,
    border_reckoning,
    flank_figure,
)
from dashboard.story.frames import FIRST_DAY, Frame, told_states
from dashboard.story.headline import Sentence
from dashboard.story.profile import stretches
from dashboard.story.words import ON_MAP, STANDING


def view_store(contents: Contents) -> dict[str, Any]:
    """Everything that a view is made of, for the store ``record`` in the page."""
    ledger, states, spans = contents.ledger, contents.states, contents.spans
    verified = ledger.pack.treaty.verified_through
    return {
        "first": FIRST_DAY.isoformat(),
        "last": contents.last_day.isoformat(),
        "verified": verified.isoformat(),
        "standings": list(Standing),
        "words": STANDING,
        "onMap": ON_MAP,
        "states": [{"iso": state.iso_a3, "name": state.name} for state in states],
        "told": [state.iso_a3 for state in told_states(ledger)],
        "frames": [_frame(frame, states) for frame in contents.frames],
        "changes": [frame.day.isoformat() for frame in contents.frames if frame.news],
        "parties": [
            [count.day.isoformat(), count.by_deposit, count.in_force]
            for count in ledger.party_counts
        ],
        "natoSince": {
            state.iso_a3: state.nato_since.isoformat() for state in states if state.nato_since
        },
        "countdowns": _countdowns(ledger, states),
        "events": {
            item.id: {
                "date": _day(item.date.exact),
                "when": item.date.words,
                "states": [item.iso_a3] if item.iso_a3 else [],
            }
            for item in contents.happenings
        },
        "spans": [
            {"first": span.first.isoformat(), "last": span.last.isoformat()} for span in spans
        ],
        "folding": FOLDING,
        "texts": {
            "title": "{state}{day} – Flankwatch",
            "copied": "Copied",
            "beyond": f"The record is verified through {day_in_words(verified)}. No later change "
            "is on record; that does not mean that none happened.",
            "daysLeft": ["{n} day left", "{n} days left"],
            "outIn": ["out in {n} day", "out in {n} days"],
            "outInShort": ["{n} day", "{n} days"],
            "parties": PARTIES,
            "partiesCaption": PARTIES_CAPTION,
            "quotesAll": ["{n} quote", "{n} quotes"],
            "quotesOf": "{n} of {all}",
            "badDate": "The address names the day “{value}”, which is not a day from {first} to "
            "{last}. Showing {day} instead.",
            "badField": "“{value}” is not a day from {first} to {last} (expected YYYY-MM-DD).",
            "badState": "The address names the state “{value}”, which is not on record. "
            "No state is chosen.",
            "badPanel": "The address names the panel “{value}”, which does not exist.",
            "badStance": "The address names the stance “{value}”, which does not exist.",
            "badView": "The address names the view “{value}”, which does not exist.",
            "noDay": "The day is not known ({when}); the day shown stays.",
            "datesAll": "Flank, neighbours and the convention itself. Choose a state to see its "
            "own dates.",
            "datesOf": "Dates of {state}.",
        },
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sentence(sentence: Sentence) -> list[list[str]]:
    return [
        [segment.text, segment.iso_a3 or "", segment.standing or ""]
        if segment.standing
        else [segment.text]
        for segment in sentence
    ]


def _frame(frame: Frame, states: Sequence[State]) -> dict[str, Any]:
    order = list(Standing)
    return {
        "day": frame.day.isoformat(),
        "standings": "".join(str(order.index(frame.standings[state.iso_a3])) for state in states),
        "news": _sentence(frame.news) if frame.news else None,
        "quiet": _sentence(frame.quiet),
        "counts": [frame.counts[standing] for standing in order],
        "flank": flank_figure(frame),
        "border": border_figure(frame),
        "borderHow": border_reckoning(frame),
    }


def _countdowns(ledger: Ledger, states: Sequence[State]) -> dict[str, list[list[str]]]:
    """For each state, the first day and the day of effect of every six months' notice."""
    found: dict[str, list[list[str]]] = {}
    for state in states:
        runs = [
            [day.isoformat() for day in stretch.countdown]
            for stretch in stretches(ledger, state.iso_a3)
            if stretch.countdown
        ]
        if runs:
            found[state.iso_a3] = runs
    return found
