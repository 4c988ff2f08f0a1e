"""Frames: standings, headline and counts, from one change to the next."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.record.dates import FIRST_DAY, day_in_words
from dashboard.record.kinds import BOUND, Group, Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.borderland import BorderShare, border_share
from dashboard.story.headline import Segment, Sentence, news, state_of_play, treaty_news
from dashboard.story.words import GROUP_ORDER


@dataclass(frozen=True)
class Frame:
    """What is true from ``day`` until the next frame begins; ``standings`` by ``iso_a3``.

    ``news`` is the headline of ``day`` itself (None where no standing changed), ``quiet``
    that of the days after; both follow the words "On <day>, ".
    """

    day: date
    standings: Mapping[str, Standing]
    news: Sentence | None
    quiet: Sentence
    counts: Mapping[Standing, int]
    flank_out: int
    flank_leaving: int
    flank_notified: int
    flank_bound: int
    flank_states: int
    border: BorderShare

    def headline(self, day: date) -> Sentence:
        """The finding on a ``day`` of this frame, as a whole sentence."""
        finding = self.news if self.news and self.day == day else self.quiet
        return (Segment(f"On {day_in_words(day)}, "), *finding)


def shown_states(ledger: Ledger) -> tuple[State, ...]:
    """The states on the page, in its order: the flank, its neighbours, the context; by name."""
    return tuple(
        state
        for group in GROUP_ORDER
        for state in sorted(ledger.pack.group(group), key=lambda state: state.name)
    )


def flank_and_neighbours(ledger: Ledger) -> tuple[State, ...]:
    """The states of the flank and their neighbours: headlines and counts are about them."""
    return ledger.pack.group(Group.FLANK, Group.NEIGHBOUR)


def frame_days(ledger: Ledger) -> list[date]:
    """The days on which a frame begins: changes of standing, of NATO's members, of the treaty."""
    treaty = ledger.pack.treaty
    states = shown_states(ledger)
    days = {FIRST_DAY, treaty.adopted, treaty.opened, treaty.entered_into_force}
    days |= {change.day for state in states for change in ledger.timelines[state.iso_a3].changes}
    bordering = {border.iso_a3 for border in ledger.pack.borders}
    days |= {state.nato_since for state in states if state.nato_since and state.iso_a3 in bordering}
    return sorted(day for day in days if day >= FIRST_DAY)


def build_frames(ledger: Ledger) -> tuple[Frame, ...]:
    """Every frame, in order of day; the first begins with 1997."""
    return tuple(_frame(ledger, day) for day in frame_days(ledger))


def frame_on(frames: Sequence[Frame], day: date) -> Frame:
    """The frame that holds on ``day``."""
    return frames[max(bisect_right(frames, day, key=lambda frame: frame.day) - 1, 0)]


def _frame(ledger: Ledger, day: date) -> Frame:
    states = flank_and_neighbours(ledger)
    standings = {state.iso_a3: ledger.standing(state.iso_a3, day) for state in shown_states(ledger)}
    flank = [standings[state.iso_a3] for state in states if state.group is Group.FLANK]
    return Frame(
        day=day,
        standings=standings,
        news=news(
            states,
            ledger.standings(day - timedelta(days=1)),
            standings,
            treaty_news(ledger.pack.treaty, day),
        ),
        quiet=state_of_play(ledger.pack.treaty, states, standings, day),
        counts=Counter(standings[state.iso_a3] for state in states),
        flank_out=flank.count(Standing.WITHDRAWN),
        flank_leaving=flank.count(Standing.NOTIFIED) + flank.count(Standing.LEAVING),
        flank_notified=flank.count(Standing.NOTIFIED),
        flank_bound=sum(standing in BOUND for standing in flank),
        flank_states=len(flank),
        border=border_share(ledger, day),
    )
