"""Frames: standings, headline and counts, from one change to the next."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.record.dates import FIRST_DAY, day_in_words
from dashboard.record.kinds import BOUND, Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.record.treaty import Purpose, Treaty
from dashboard.story.borderland import BorderShare, border_share, counted_since
from dashboard.story.headline import Segment, Sentence, news, state_of_play, treaty_news


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
    main_out: int
    main_leaving: int
    main_notified: int
    main_bound: int
    main_states: int
    border: BorderShare

    def headline(self, day: date) -> Sentence:
        """The finding on a ``day`` of this frame, as a whole sentence."""
        finding = self.news if self.news and self.day == day else self.quiet
        return (Segment(f"On {day_in_words(day)}, "), *finding)


def shown_states(ledger: Ledger) -> tuple[State, ...]:
    """The states on the page, in its order: by group, those told of first, then by name."""
    return tuple(
        state
        for group in shown_groups(ledger.pack.treaty)
        for state in sorted(ledger.pack.group(group), key=lambda state: state.name)
    )


def shown_groups(treaty: Treaty) -> tuple[str, ...]:
    """The groups that the page shows, in order; others count only as parties worldwide."""
    return (*treaty.groups_for(Purpose.TOLD), *treaty.groups_for(Purpose.CONTEXT))


def told_states(ledger: Ledger) -> tuple[State, ...]:
    """The states that headlines, counts and briefings are about."""
    return ledger.pack.states_for(Purpose.TOLD)


def frame_days(ledger: Ledger) -> list[date]:
    """The days on which a frame begins: changes of standing, of members, of the treaty."""
    treaty = ledger.pack.treaty
    states = shown_states(ledger)
    days = {FIRST_DAY, treaty.adopted, treaty.opened, treaty.entered_into_force}
    days |= {change.day for state in states for change in ledger.timelines[state.iso_a3].changes}
    bordering = {border.iso_a3 for border in ledger.pack.borders}
    days |= {
        since
        for state in states
        if state.iso_a3 in bordering and (since := counted_since(ledger, state))
    }
    return sorted(day for day in days if day >= FIRST_DAY)


def build_frames(ledger: Ledger) -> tuple[Frame, ...]:
    """Every frame, in order of day; the first begins with 1997."""
    return tuple(_frame(ledger, day) for day in frame_days(ledger))


def frame_on(frames: Sequence[Frame], day: date) -> Frame:
    """The frame that holds on ``day``."""
    return frames[max(bisect_right(frames, day, key=lambda frame: frame.day) - 1, 0)]


def _frame(ledger: Ledger, day: date) -> Frame:
    states = told_states(ledger)
    standings = {state.iso_a3: ledger.standing(state.iso_a3, day) for state in shown_states(ledger)}
    treaty = ledger.pack.treaty
    main = [standings[state.iso_a3] for state in ledger.pack.group(treaty.main_group)]
    return Frame(
        day=day,
        standings=standings,
        news=news(
            states,
            ledger.standings(day - timedelta(days=1)),
            standings,
            treaty,
            treaty_news(treaty, day),
        ),
        quiet=state_of_play(treaty, states, standings, day),
        counts=Counter(standings[state.iso_a3] for state in states),
        main_out=main.count(Standing.WITHDRAWN),
        main_leaving=main.count(Standing.NOTIFIED) + main.count(Standing.LEAVING),
        main_notified=main.count(Standing.NOTIFIED),
        main_bound=sum(standing in BOUND for standing in main),
        main_states=len(main),
        border=border_share(ledger, day),
    )
