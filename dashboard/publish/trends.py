"""The tables of the trends: what the charts of the Trends screen show."""

from dashboard.publish.table import TO_EVENTS, TO_STATES, Table, made_table
from dashboard.publish.trend_rows import (
    GroupCounts,
    GroupFrom,
    JoinsOfYear,
    MonthOfQuotes,
    PartiesOverTime,
    StanceCounts,
    Tally,
    TimeToConsent,
)
from dashboard.record.kinds import Stance, Standing
from dashboard.record.ledger import Ledger
from dashboard.story.trends.intervals import intervals
from dashboard.story.trends.joins import join_years
from dashboard.story.trends.parties import party_steps
from dashboard.story.trends.standing_groups import group_steps
from dashboard.story.trends.statements import statement_months
from dashboard.story.trends.votes import votes

TALLY = (
    "votes_for",
    "votes_against",
    "votes_abstain",
    "votes_absent",
    "votes_not_cast",
    "sources",
)


def trend_tables(ledger: Ledger) -> tuple[Table, ...]:
    """A table for each trend, ``trends/<id>``; without rows where there is nothing of its kind."""
    return (
        made_table(
            ledger.pack,
            "trends/parties",
            "Parties, signatories and states that left, worldwide, a row for every day on which a "
            "state signs, joins, becomes bound or leaves",
            [(PartiesOverTime, ())],
            [
                (
                    PartiesOverTime(
                        first=step.first,
                        signatories=step.signatories,
                        by_deposit=step.parties,
                        in_force=step.in_force,
                        withdrawn=step.withdrawn,
                    ),
                )
                for step in party_steps(ledger)
            ],
            ["first"],
        ),
        made_table(
            ledger.pack,
            "trends/joins",
            "How many states signed, joined, became bound and left in each year",
            [(JoinsOfYear, ())],
            [
                (JoinsOfYear(**{name: getattr(year, name) for name in JoinsOfYear.model_fields}),)
                for year in join_years(ledger)
            ],
            ["year"],
        ),
        _standings(ledger),
        _votes(ledger),
        _intervals(ledger),
        _statements(ledger),
    )


def _standings(ledger: Ledger) -> Table:
    return made_table(
        ledger.pack,
        "trends/standings",
        "How many states of each group on the page hold each standing, a row for every day on "
        "which one of them changes",
        [(GroupFrom, ()), (GroupCounts, ())],
        [
            (
                GroupFrom(first=step.first, group=step.group),
                GroupCounts(**{standing.value: step.counts[standing] for standing in Standing}),
            )
            for step in group_steps(ledger)
        ],
        ["first", "group"],
    )


def _intervals(ledger: Ledger) -> Table:
    return made_table(
        ledger.pack,
        "trends/intervals",
        "The time from signature to consent, of every state of which both days are known",
        [(TimeToConsent, ())],
        [
            (
                TimeToConsent(
                    iso_a3=each.state.iso_a3,
                    name=each.state.name,
                    group=each.state.group,
                    signed=each.signed,
                    deposited=each.consented,
                    kind=each.consent.kind,
                    days=each.days,
                ),
            )
            for each in intervals(ledger)
        ],
        ["iso_a3"],
        {"iso_a3": TO_STATES},
    )


def _votes(ledger: Ledger) -> Table:
    return made_table(
        ledger.pack,
        "trends/votes",
        "Votes in parliaments, each with its tally as far as it is known",
        [(Tally, ())],
        [
            (
                Tally.model_construct(
                    event=vote.event.id,
                    date=vote.event.date,
                    iso_a3=vote.event.iso_a3,
                    title=vote.event.title,
                    **{name: getattr(vote.event, name) for name in TALLY},
                ),
            )
            for vote in votes(ledger)
        ],
        ["event"],
        {"iso_a3": TO_STATES, "event": TO_EVENTS},
    )


def _statements(ledger: Ledger) -> Table:
    return made_table(
        ledger.pack,
        "trends/statements",
        "Quotes of a known day by month and stance towards what each is about",
        [(MonthOfQuotes, ()), (StanceCounts, ())],
        [
            (
                MonthOfQuotes(month=month.month),
                StanceCounts(**{stance.value: month.counts[stance] for stance in Stance}),
            )
            for month in statement_months(ledger)
        ],
        ["month"],
    )
