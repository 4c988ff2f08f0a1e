"""What the browser says about a view: sentences with {places} that it fills in."""

from datetime import date
from typing import Any

from dashboard.panels.keys import KEYS_OFF, KEYS_ON
from dashboard.record.dates import day_in_words
from dashboard.record.treaty import Treaty
from dashboard.story.figures import PARTIES, PARTIES_CAPTION
from dashboard.story.words import capital

DATES_OF = "Dates of {state}."
DATES_NONE = "No date on record fits this choice."
DATES_ELSEWHERE = "The dates of states elsewhere stand in their profiles."
QUOTES_ALL = ("{n} quote", "{n} quotes")
QUOTES_OF = "{n} of {all}"
COUNTED = "{word} ({n})"
BLANKS = " \t\n\r\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
ENDS = ".,;:!?)]}>\"'’”…"
"""Characters at the end of a value in an address that are not part of it: punctuation."""


def beyond_the_record(verified: date) -> str:
    """What is said of a day after the last one that the record vouches for."""
    return (
        f"The record is verified through {day_in_words(verified)}. No later change "
        "is on record; that does not mean that none happened."
    )


def dates_all(treaty: Treaty) -> str:
    """Whose dates are listed while no state is chosen."""
    return capital(f"{treaty.words.told_listed} and the {treaty.words.treaty} itself.")


def map_of(what: str) -> str:
    """What the map shows, for those who do not see it."""
    return f"Map of {what} by standing. The list of states says the same in words."


def texts(treaty: Treaty) -> dict[str, Any]:
    """Every sentence by its name; a pair is singular and plural."""
    return {
        "titles": {
            "explore": "{state}{day} – Flankwatch",
            "record": "Record, {day} – Flankwatch",
            "trends": "Trends, {state}{day} – Flankwatch",
            "brief": "Briefing, {state}{day} – Flankwatch",
        },
        "close": "Close",
        "copied": "Copied",
        "notCopied": "Not copied",
        "beyond": beyond_the_record(treaty.verified_through),
        "age": ", {n} days ago",
        "daysLeft": ["{n} day left", "{n} days left"],
        "outIn": ["out in {n} day", "out in {n} days"],
        "outInShort": ["{n} day", "{n} days"],
        "parties": PARTIES,
        "partiesCaption": PARTIES_CAPTION,
        "quotesAll": QUOTES_ALL,
        "topicsAll": ["{n} topic", "{n} topics"],
        "badVerdict": "The address names the verdict “{value}”, which does not exist.",
        "quotesOf": QUOTES_OF,
        "badDate": "The address names the day “{value}”, which is not a day from {first} to "
        "{last}. Showing {day} instead.",
        "badField": "“{value}” is not a day from {first} to {last} (expected YYYY-MM-DD).",
        "badState": "The address names the state “{value}”, which is not on record. "
        "No state is chosen.",
        "repeated": "The address gives “{name}” more than once; the first one counts, “{value}” is "
        "left out.",
        "badPanel": "The address names the panel “{value}”, which does not exist.",
        "badStance": "The address names the stance “{value}”, which does not exist.",
        "badCompare": "The address compares with “{value}”, which cannot stand beside the state "
        "chosen.",
        "badKind": "The address names the kind of date “{value}”, which does not exist.",
        "badSpeaker": "The address names the speaker “{value}”, of whom no quote is on record.",
        "badTopic": "The address names the topic “{value}”, on which no quote is on record.",
        "badSpan": "The address names the span “{value}”, which does not exist.",
        "tooMany": "No more than {n} states stand side by side.",
        "badExtent": "The address names the extent “{value}” of the map, which does not exist.",
        "mapOf": {
            "": map_of(treaty.words.region),
            "world": map_of("the world"),
            "globe": map_of("the world, as a globe,"),
        },
        "badView": "The address names the view “{value}”, which does not exist.",
        "noDay": "The day is not known ({when}); the day shown stays.",
        "standingNames": "On the day shown: {names}.",
        "standingNobody": "On the day shown: none of them.",
        "goOn": "Show {n} more of {left}",
        "goOnEarlier": "Show {n} earlier dates of {left}",
        "goOnLater": "Show {n} later dates of {left}",
        "datesNone": DATES_NONE,
        "datesElsewhere": DATES_ELSEWHERE,
        "datesAll": dates_all(treaty),
        "datesOf": DATES_OF,
        "counted": COUNTED,
        "fragmentLoading": "Loading …",
        "fragmentFailed": "This part of the page could not be loaded.",
        "tryAgain": "Try again",
        "chartLoading": "The chart is loading …",
        "chartFailed": "The chart could not be loaded. The table holds what it would show.",
        "trendMarked": "Marked: {state}.",
        "trendWithout": "{state} is not in it.",
        "trendSource": f"{treaty.short_title}. Day shown: {{day}}. Source: {{tables}}, Flankwatch",
        "pictureFailed": "The picture could not be made.",
        "keysOn": KEYS_ON,
        "keysOff": KEYS_OFF,
    }
