"""Rows that no file of the pack holds: what is worked out of the record, as models like those."""

from datetime import date
from enum import StrEnum

from dashboard.record.cells import Slug, Text
from dashboard.record.kinds import Basis, Standing
from dashboard.record.models import Row


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Timing(Row):
    """What follows from the date of an event."""

    precision: Precision
    """How much of the date is known."""
    takes_effect: date | None
    """Day on which a consent or a withdrawal takes effect: as recorded, else as computed."""
    effect_basis: Basis | None
    """Whether something in the record states that day (effect_sources, or effect_note with the
    reason why it differs), or it only follows from the treaty's own rules."""


class Stretch(Row):
    """The days through which one standing of a state lasts."""

    first: date
    """First day of the standing."""
    last: date | None
    """Last day of it; blank while no later change is on record or to come."""
    standing: Standing
    """Legal position towards the treaty on these days."""
    bound: bool
    """Whether the treaty is in force for the state; with a suspension, which is disputed, too."""
    event: Slug
    """The event that brought it about."""


class Parties(Row):
    """The number of parties worldwide."""

    first: date
    """First day on which these numbers hold; they hold until the next row's."""
    by_deposit: int
    """As the depositary counts: consent deposited, no withdrawal in effect."""
    in_force: int
    """States for which the treaty is in force."""


class Topic(Row):
    """Something on which sources are compared."""

    id: Slug
    """Id of the topic."""
    title: Text
    """What the sources are compared on."""
