"""The part of ``view.json`` that only the Record screen needs: timelines, answers, sentences."""

from datetime import date, timedelta
from typing import Any

from dashboard.panels.contents import Contents
from dashboard.panels.record.sections import SECTIONS
from dashboard.panels.record.states_table import columns_of
from dashboard.panels.screens import SCREENS
from dashboard.record.dates import FIRST_DAY, day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.standing import Change
from dashboard.story import leaving
from dashboard.story.wording import Wording

CARDS = {"source": "record/sources", "topic": "record/disagreements"}
"""For each kind of card (the first word of its id), the fragment that holds it."""
YEAR = timedelta(365)


def last_notice(contents: Contents) -> date:
    """The last day of a notice that a reader can ask about: a year after the last day shown."""
    return contents.last_day + YEAR


def record_screen_store(contents: Contents) -> dict[str, Any]:
    """What the Record screen adds to ``view.json``: plain JSON values, days as YYYY-MM-DD."""
    ledger = contents.ledger
    columns = columns_of(ledger.pack.treaty)
    return {
        "screens": list(SCREENS),
        "fragments": {screen.name: screen.fragments for screen in SCREENS.values()},
        "ahead": [
            name for screen in SCREENS.values() if not screen.waits for name in screen.fragments
        ],
        "cards": CARDS,
        "sections": [name for name, _ in SECTIONS],
        "columns": [column.name for column in columns],
        "usualColumns": [column.name for column in columns if column.usual],
        "groups": list(ledger.pack.treaty.groups),
        "timelines": {
            iso: [_change(change) for change in timeline.changes]
            for iso, timeline in ledger.timelines.items()
        },
        "leaving": _leaving(ledger, last_notice(contents)),
    }


def _change(change: Change) -> list[str | int]:
    """The day, the number of the standing, and the day of effect where that is still to come."""
    due = [change.effect.isoformat()] if change.effect else []
    return [change.day.isoformat(), list(Standing).index(change.standing), *due]


def _leaving(ledger: Ledger, last: date) -> dict[str, Any]:
    treaty = ledger.pack.treaty
    say = Wording(treaty).say
    return {
        "last": last.isoformat(),
        "first": leaving.first_asked(ledger).iso_a3,
        "runs": [
            [run.count, run.days, int(run.clamped)]
            for run in leaving.runs(ledger.pack.treaty.arithmetic, FIRST_DAY, last)
        ],
        "delays": {
            iso: [
                [
                    delay.first.isoformat(),
                    delay.last.isoformat(),
                    delay.effect.isoformat() if delay.effect else None,
                ]
                for delay in found
            ]
            for iso, found in leaving.delays(ledger, FIRST_DAY, last).items()
        },
        "answers": leaving.answers(ledger.pack.treaty),
        "unsure": {
            iso: [earliest.isoformat(), when]
            for iso, (earliest, when) in leaving.unsure(ledger).items()
        },
        "unsureAnswer": say(leaving.UNSURE),
        "leaves": leaving.leavers(treaty),
        **{name: say(text) for name, text in leaving.without_a_day(treaty).items()},
        "suspended": say(leaving.SUSPENDED),
        "clamped": say(leaving.CLAMPED),
        "rule": leaving.rule(ledger.pack.treaty),
        "clause": leaving.clause(ledger.pack.treaty),
    }


def record_screen_texts(last: date) -> dict[str, str]:
    """The sentences of the Record screen by name, with {places} for the browser to fill.

    ``last`` is the last day of a notice that a reader can ask about.
    """
    days = f"a day from {day_in_words(FIRST_DAY)} to {day_in_words(last)}"
    return {
        "captionAll": "All {all} states on {day}",
        "captionSome": "{n} of {all} states on {day}",
        "sorted": ", sorted by “{column}”",
        "sortedDown": ", sorted by “{column}”, the last first",
        "count": "{n} of {all} states",
        "badDesc": "The address names the order “{value}”, which does not exist.",
        "badSection": "The address names the section “{value}”, which does not exist.",
        "badSort": "The address sorts by the column “{value}”, which does not exist.",
        "badStanding": "The address names the standing “{value}”, which does not exist.",
        "badGroup": "The address names the group “{value}”, which does not exist.",
        "badColumn": "The address names the column “{value}”, which does not exist.",
        "badFor": "The address asks when the state “{value}” would leave, which is not on record.",
        "badNotice": f"The address names a notice on “{{value}}”, which is not {days}.",
        "badNoticeDay": f"“{{value}}” is not {days} (expected YYYY-MM-DD).",
    }
