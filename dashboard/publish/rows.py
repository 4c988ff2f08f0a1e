"""The models of rows that the program computes for published tables; the pack stores none of them.

The words below a field are its description in ``datapackage.json``.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, create_model

from dashboard.record.cells import OptionalIso, Slug, Text, optional_one_of
from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Aim, Basis, Standing
from dashboard.record.models import Row
from dashboard.story.legal import LegalAct
from dashboard.story.standings import STANDINGS

Several: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(lambda items: items or ())]
"""Several values, or none; an empty cell is read as none."""


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Timing(Row):
    """Columns that are added to an event: how exact its date is, and when it takes effect."""

    precision: Precision
    """How much of the date is known."""
    takes_effect: date | None
    """Day on which a consent or a {withdrawal} takes effect: as recorded, else as computed."""
    effect_basis: Basis | None
    """Whether something in the record states that day (effect_sources, or effect_note with the
    reason why it differs), or it only follows from the treaty's own rules."""


class LegalDate(Row):
    """A row of ``legal_dates``: a legal date, recorded or computed."""

    id: Slug
    """Id of the date: that of its event, with -effect behind it where it follows from the event."""
    date: PartialDate
    """Day, as far as it is known."""
    precision: Precision
    """How much of the date is known."""
    iso_a3: OptionalIso
    """The state whose date it is; blank where it is the treaty's own."""
    about: OptionalIso
    """Of an objection: the state whose act is objected to."""
    what: LegalAct
    """What happens on it. An entry into force is that for the state, without one the treaty's."""
    aim: Annotated[Aim | None, optional_one_of(Aim, "an aim")]
    """What a national step is meant to bring about."""
    title: Text
    """The same in a line."""
    basis: Basis
    """Whether something in the record states the date, or it only follows from the treaty's own
    rules."""
    rule: str
    """Of what follows from an event: from which date, and by which rule."""
    certain: bool
    """Whether the record is sure of it."""
    event: Slug
    """The event that it is the date of, or that it follows from."""
    sources: Several
    """Sources of the date; of a computed one, those of the event that it follows from."""


class Wholeness(Row):
    """Columns that are added to a state on a map: how much of it is drawn."""

    whole: bool
    """Whether the shape is all of the state; of some the frame of the map leaves land out."""
    left_out_km2: int | None
    """Area in square kilometres that is left out; blank where the shape is whole."""


class StandingDays(Row):
    """A row of ``changes``: a standing of a state, with its first and last day."""

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
    """A row of ``parties``: the numbers of parties and signatories from a day on."""

    first: date
    """First day on which these numbers hold; they hold until the next row's."""
    by_deposit: int
    """As the depositary counts: consent deposited, no {withdrawal} in effect."""
    in_force: int
    """States for which the treaty is in force."""
    signatories: int
    """States that have signed, whatever they did since."""
    signed: Several
    """Codes of the states that signed on that first day."""
    deposited: Several
    """Codes of the states that deposited their consent to be bound on it."""
    entered_into_force: Several
    """Codes of the states for which the treaty entered into force on it."""
    left: Several
    """Codes of the states whose {withdrawal} took effect on it."""


class DayFigures(Row):
    """A row of ``figures``: the key figures and the headline of the page from a day on."""

    date: date
    """First day on which these numbers hold; they hold until the next row's."""
    main_states: int
    """{members_capital}: today's members there, on every day."""
    main_bound: int
    """Of them, those for which the treaty is in force, a disputed suspension or not."""
    main_out: int
    """Of them, those whose {withdrawal} has taken effect."""
    main_leaving: int
    """Of them, those that move to leave or have given notice; they are still bound."""
    main_notified: int
    """Of those that are leaving, those that have given notice{whose_time_runs}."""
    border_total_km: int | None
    """Published length in kilometres of the land border with {against}{of_members}; blank before
    the treaty is in force, when nobody can be outside it."""
    border_outside_km: int | None
    """Of that, the kilometres where the state {side} is not bound."""
    border_percent_outside: int | None
    """The same as a share, in whole per cent."""
    parties_by_deposit: int
    """Parties worldwide as the depositary counts: consent deposited, no {withdrawal} in effect."""
    parties_in_force: int
    """States worldwide for which the treaty is in force."""
    signatories: int
    """States worldwide that have signed, whatever they did since."""
    headline: Text
    """What the page says of that day. On the days until the next row it says how things stand."""


def _counts_model(name: str, prefix: str, whom: str) -> type[Row]:
    """A model with one column for each standing: the number of states that hold it.

    ``prefix`` begins the names of the columns, ``whom`` their descriptions.
    """
    columns: dict[str, Any] = {
        f"{prefix}_{standing}": (int, Field(description=f"{whom}: {STANDINGS[standing].meaning}"))
        for standing in Standing
    }
    return create_model(name, __base__=Row, **columns)


LegendCounts = _counts_model(
    "LegendCounts",
    "legend",
    "Number of states of {told}, as in the legend of the map",
)
RecordCounts = _counts_model(
    "RecordCounts",
    "record",
    "Number of states of the record, which has all that ever signed or consented and of the "
    "others only those in view",
)


class Topic(Row):
    """A row of ``topics``: something on which sources are compared."""

    id: Slug
    """Id of the topic."""
    title: Text
    """What the sources are compared on."""
