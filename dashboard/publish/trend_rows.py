"""The models of rows of the trends' tables.

The words below a field are its description in ``datapackage.json``.
"""

from datetime import date
from typing import Any

from pydantic import Field, create_model

from dashboard.publish.rows import Several
from dashboard.record.cells import Count, Iso, OptionalIso, Slug, Text
from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Kind, Stance, Standing
from dashboard.record.models import Row
from dashboard.story.standings import STANDINGS
from dashboard.story.words import STANCE_MEANING


class PartiesOverTime(Row):
    """A row of ``trends/parties``: numbers of states worldwide from a day on."""

    first: date
    """First day on which these numbers hold; they hold until the next row's."""
    signatories: int
    """States that have signed, whatever they did since."""
    by_deposit: int
    """Parties as the depositary counts: consent deposited, no {withdrawal} in effect."""
    in_force: int
    """States for which the treaty is in force."""
    withdrawn: int
    """States whose {withdrawal} has taken effect and that have not come back."""


class JoinsOfYear(Row):
    """A row of ``trends/joins``: what states did in a year."""

    year: int
    """Year in which they did."""
    signed: int
    """States that signed first in it, on a known day."""
    deposited: int
    """States that deposited their consent to be bound in it, on a known day."""
    entered_into_force: int
    """States for which the treaty entered into force in it."""
    left: int
    """States whose {withdrawal} took effect in it."""


class GroupFrom(Row):
    """First columns of ``trends/standings``; the numbers for each standing follow."""

    first: date
    """First day on which these numbers hold; they hold until the next row of the group."""
    group: Slug
    """{groups}."""


class TimeToConsent(Row):
    """A row of ``trends/intervals``: how long a state took from its signature to its consent."""

    iso_a3: Iso
    """The state; only those that signed first, and of which both days are known."""
    name: Text
    """Short English name of the state."""
    group: Slug
    """{groups}."""
    signed: date
    """Day of its first signature."""
    deposited: date
    """Day on which it first deposited its consent to be bound, from then on."""
    kind: Kind
    """What kind of consent it was."""
    days: int
    """Days from the one to the other."""


class Tally(Row):
    """A row of ``trends/votes``: a vote in a parliament, as the sources give it."""

    event: Slug
    """The event that it is."""
    date: PartialDate
    """Day of the vote, as far as it is known."""
    iso_a3: OptionalIso
    """The state in whose parliament it was."""
    title: Text
    """What was voted on, in a line."""
    votes_for: Count
    """Votes in favour; blank where not found."""
    votes_against: Count
    """Votes against; blank where not found."""
    votes_abstain: Count
    """Abstentions; blank where not found."""
    votes_absent: Count
    """Members that a source says were absent; blank where not found."""
    votes_not_cast: Count
    """Members that a source says did not vote, without saying that they were absent; blank where
    not found."""
    sources: Several
    """Sources of the vote."""


class MonthOfQuotes(Row):
    """First column of ``trends/statements``; the numbers for each stance follow."""

    month: PartialDate
    """The month; quotes of which no day is known are in none."""


def _numbers(name: str, columns: dict[str, str]) -> type[Row]:
    """A model of numbers by their names, with their descriptions."""
    fields: dict[str, Any] = {
        column: (int, Field(description=description)) for column, description in columns.items()
    }
    return create_model(name, __base__=Row, **fields)


GroupCounts = _numbers(
    "GroupCounts",
    {
        standing.value: f"Number of states of the group: {STANDINGS[standing].meaning}"
        for standing in Standing
    },
)
StanceCounts = _numbers(
    "StanceCounts",
    {stance.value: f"Number of quotes of the month: {STANCE_MEANING[stance]}" for stance in Stance},
)
