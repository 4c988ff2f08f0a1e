"""The record of a treaty, ready to be asked: who stood where on a day, since when, and how many."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from dashboard.record import acts
from dashboard.record.kinds import SETTLED, Basis, Standing
from dashboard.record.membership import Moves, PartyCount, moves_by_day, party_counts
from dashboard.record.models import Claim, Event
from dashboard.record.pack import Pack, read_pack
from dashboard.record.standing import Timeline


class Ledger:
    """A treaty pack together with the standing of every state on every day.

    ``events`` are those of each state, in the order of the file.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._conflicts = acts.conflicts_by_state(pack.events)
        self._rules = pack.treaty.arithmetic  # The treaty makes them anew whenever asked.
        by_state: dict[str, list[Event]] = {iso: [] for iso in pack.states}
        for event in pack.events:
            if event.iso_a3:
                by_state[event.iso_a3].append(event)
        self.events: Mapping[str, Sequence[Event]] = by_state
        self.timelines: Mapping[str, Timeline] = {
            iso: Timeline.of(events, self.effect) for iso, events in by_state.items()
        }

    @classmethod
    def read(cls, folder: Path) -> "Ledger":
        """Read the treaty pack in ``folder``.

        Raises:
            PackError: the pack is wrong in any cell.
        """
        return cls(read_pack(folder))

    def effect(self, event: Event) -> date | None:
        """When a consent or a withdrawal takes effect: as recorded, else as computed."""
        entry = self.pack.treaty.entered_into_force
        return acts.effect(event, entry, self._rules, self._conflicts)

    def effect_basis(self, event: Event) -> Basis | None:
        """Where the day of effect comes from; None where there is none.

        It is computed where the treaty's arithmetic gives it and nothing in the pack states it on
        its own: no source of the day, no reason why it differs. A day that stands in the pack to
        be checked against the arithmetic is computed all the same.
        """
        if self.effect(event) is None:
            return None
        entry = self.pack.treaty.entered_into_force
        follows = acts.computed_effect(event, entry, self._rules, self._conflicts)
        stated = event.effect_sources or event.effect_note
        return Basis.RECORDED if stated or follows is None else Basis.COMPUTED

    def standing(self, iso_a3: str, day: date) -> Standing:
        """The standing of one state on ``day``."""
        return self.timelines[iso_a3].on(day)

    def standings(self, day: date) -> dict[str, Standing]:
        """The standing of every state of the pack on ``day``."""
        return {iso: timeline.on(day) for iso, timeline in self.timelines.items()}

    @cached_property
    def undated_consents(self) -> tuple[Event, ...]:
        """Consents to be bound of which only the month or year is known: they move nothing.

        Those of states that have given one on a known day, too, are not among them.
        """
        consents = [event for event in self.pack.events if event.is_consent]
        dated = {event.iso_a3 for event in consents if event.date.exact}
        return tuple(event for event in consents if event.iso_a3 not in dated)

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The topics on which not every source agrees with the record."""
        return disputed(self.pack.claims)

    @cached_property
    def moves(self) -> Mapping[date, Moves]:
        """Who signed, joined and left, for every day on which any state did, in order."""
        return moves_by_day(self.timelines, self.pack.events)

    @cached_property
    def party_counts(self) -> tuple[PartyCount, ...]:
        """The number of parties worldwide, a step for every day on which it changes."""
        return party_counts(self.moves)

    def parties(self, day: date) -> PartyCount:
        """The number of parties worldwide on ``day``."""
        index = bisect_right(self.party_counts, day, key=lambda count: count.day)
        return self.party_counts[index - 1] if index else PartyCount(day, 0, 0)

    def signatories(self, day: date) -> int:
        """How many states had signed the treaty by ``day``, whatever they did since."""
        return sum(len(moved.signed) for when, moved in self.moves.items() if when <= day)


def disputed(claims: Iterable[Claim]) -> frozenset[str]:
    """The topics on which one of these sides does not agree with the record."""
    return frozenset(claim.topic for claim in claims if claim.verdict not in SETTLED)
