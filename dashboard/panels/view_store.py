"""The content of ``view.json``: everything that scripts need to show any day and any state.

Frames, numbers of parties, countdowns and sentences. Keys that occur often are short.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.atlas.world.drawing import EXTENTS
from dashboard.panels.contents import Contents
from dashboard.panels.elements import AROUND, PORTION
from dashboard.panels.explore.comparison import MOST_COMPARED
from dashboard.panels.folding import FOLDING, folded
from dashboard.panels.page import TABS
from dashboard.panels.phrases import BLANKS, ENDS, texts
from dashboard.panels.record.store import (
    last_notice,
    record_screen_store,
    record_screen_texts,
)
from dashboard.panels.treaties import treaties_store
from dashboard.record.dates import FIRST_DAY
from dashboard.record.kinds import Stance, Standing, Verdict
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.record.treaty import Treaty
from dashboard.story.borderland import counted_since
from dashboard.story.figures import (
    border_figure,
    border_reckoning,
    main_figure,
)
from dashboard.story.frames import Frame, told_states
from dashboard.story.headline import Sentence
from dashboard.story.hover import HOVER
from dashboard.story.profile import below_name, standing_periods
from dashboard.story.standings import EXITS, standings
from dashboard.story.words import ROLE

NAMED_FIRST = [standing for standing in Standing if standing in EXITS]
"""Where names on the map compete for room, states of these standings are named first."""


STANDING_OF = {
    "nothingDone": Standing.OUTSIDE,
    "comingIntoForce": Standing.JOINING,
    "runningNotice": Standing.NOTIFIED,
    "dispute": Standing.SUSPENSION,
}
"""Names for the standings that scripts treat differently from others."""
STALE_AFTER = 90
"""A record that is verified through a day longer ago than this many days says so."""


def view_store(contents: Contents) -> dict[str, Any]:
    """The content of ``view.json``: plain JSON values, days as YYYY-MM-DD."""
    ledger, states, spans = contents.ledger, contents.states, contents.spans
    verified = ledger.pack.treaty.verified_through
    return {
        "version": contents.version,
        "first": FIRST_DAY.isoformat(),
        "last": contents.last_day.isoformat(),
        "verified": verified.isoformat(),
        "staleAfter": STALE_AFTER,
        "standings": list(Standing),
        "onTheWay": NAMED_FIRST,
        "standingOf": STANDING_OF,
        "words": {standing: row.label for standing, row in standings(ledger.pack.treaty).items()},
        "below": {state.iso_a3: _below(ledger, state) for state in told_states(ledger)},
        "kinds": list(ROLE),
        "panels": [name for name, _ in TABS],
        "stances": list(Stance),
        "speakers": sorted({quote.speaker for quote in ledger.pack.quotes}),
        "verdicts": list(Verdict),
        "topics": sorted({quote.topic for quote in ledger.pack.quotes}),
        "mostCompared": MOST_COMPARED,
        "portion": PORTION,
        "around": AROUND,
        "states": [{"iso": state.iso_a3, "name": state.name} for state in states],
        "elsewhere": [{"iso": state.iso_a3, "name": state.name} for state in contents.elsewhere],
        "extents": list(EXTENTS),
        "told": [state.iso_a3 for state in told_states(ledger)],
        "frames": [_frame(ledger.pack.treaty, frame, states) for frame in contents.frames],
        "changes": [frame.day.isoformat() for frame in contents.frames if frame.news],
        "parties": [
            [count.day.isoformat(), count.by_deposit, count.in_force]
            for count in ledger.party_counts
        ],
        "countedSince": {
            state.iso_a3: since.isoformat()
            for state in states
            if (since := counted_since(ledger, state))
        },
        "countdowns": _countdowns(ledger, states),
        "events": {
            item.id: {
                "date": _day(item.date.exact),
                "when": item.date.words,
                "states": list(item.states),
            }
            for item in contents.happenings
        },
        "spans": [
            {
                "name": str(span.first.year),
                "first": span.first.isoformat(),
                "last": span.last.isoformat(),
            }
            for span in spans
        ],
        "folding": FOLDING,
        "texts": {**texts(ledger.pack.treaty), **record_screen_texts(last_notice(contents))},
        "otherNames": {
            iso: [folded(name) for name in names] for iso, names in ledger.pack.names.items()
        },
        "blanks": BLANKS,
        "ends": ENDS,
        "hover": HOVER,
        "treaties": treaties_store(contents.treaties),
        **record_screen_store(contents),
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


def _below(ledger: Ledger, state: State) -> list[tuple[str, list[str]]]:
    """For each first day of a period: the words that may stand below the name, the longest first.

    The days left of a running notice are not among them: the browser counts those.
    """
    return [
        (period.first.isoformat(), below_name(ledger.pack.treaty, period))
        for period in standing_periods(ledger, state.iso_a3)
    ]


def _frame(treaty: Treaty, frame: Frame, states: Sequence[State]) -> dict[str, Any]:
    order = list(Standing)
    return {
        "day": frame.day.isoformat(),
        "standings": "".join(str(order.index(frame.standings[state.iso_a3])) for state in states),
        "news": _sentence(frame.news) if frame.news else None,
        "quiet": _sentence(frame.quiet),
        "counts": [frame.counts[standing] for standing in order],
        "main": main_figure(treaty, frame),
        "border": border_figure(treaty, frame),
        "borderHow": border_reckoning(treaty, frame),
    }


def _countdowns(ledger: Ledger, states: Sequence[State]) -> dict[str, list[list[str]]]:
    """For each state, the first day and the day of effect of every running notice."""
    found: dict[str, list[list[str]]] = {}
    for state in states:
        runs = [
            [day.isoformat() for day in period.countdown]
            for period in standing_periods(ledger, state.iso_a3)
            if period.countdown
        ]
        if runs:
            found[state.iso_a3] = runs
    return found
