"""The figures of a day as the page counts them, and the days on which one of them changes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.publish.rows import DayFigures, LegendCounts, RecordCounts
from dashboard.record.dates import FIRST_DAY
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import Row
from dashboard.story.frames import Frame, frame_on
from dashboard.story.headline import plain


def figure_days(ledger: Ledger, frames: Sequence[Frame]) -> list[date]:
    """Every day since 1997 on which a figure or the news of the headline changes.

    A frame begins where something on the page changes; beyond it count the signatures, deposits,
    entries into force and exits of every state of the record.
    """
    days = {frame.day for frame in frames} | set(ledger.moves)
    for timeline in ledger.timelines.values():
        days |= {change.day for change in timeline.changes}
    return sorted(day for day in days if day >= FIRST_DAY)


def day_figures(ledger: Ledger, frames: Sequence[Frame], day: date) -> DayFigures:
    """The figures of ``day`` and its headline; no length where the page counts no border."""
    frame, parties = frame_on(frames, day), ledger.parties(day)
    border = frame.border
    counted = border.percent is not None
    return DayFigures(
        date=day,
        main_states=frame.main_states,
        main_bound=frame.main_bound,
        main_out=frame.main_out,
        main_leaving=frame.main_leaving,
        main_notified=frame.main_notified,
        border_total_km=border.total_km if counted else None,
        border_outside_km=border.outside_km if counted else None,
        border_percent_outside=border.percent,
        parties_by_deposit=parties.by_deposit,
        parties_in_force=parties.in_force,
        signatories=ledger.signatories(day),
        headline=plain(frame.headline(day)),
    )


def figure_row(ledger: Ledger, frames: Sequence[Frame], day: date) -> tuple[Row, Row, Row]:
    """The figures of ``day``, and how many states hold each standing: of the legend, of all."""
    everywhere = Counter(ledger.standings(day).values())
    return (
        day_figures(ledger, frames, day),
        LegendCounts.model_validate(_counts("legend", frame_on(frames, day).counts)),
        RecordCounts.model_validate(_counts("record", everywhere)),
    )


def _counts(prefix: str, counts: Mapping[Standing, int]) -> dict[str, int]:
    return {f"{prefix}_{standing}": counts[standing] for standing in Standing}
