"""What all panels are built from: states, spans, dates and frames, computed once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType

from dashboard.panels.kept import Kept
from dashboard.panels.time_bar import TimeSpan
from dashboard.panels.treaties import TreatyPage
from dashboard.record.dates import FIRST_DAY
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.record.treaty import Purpose
from dashboard.story.chronicle import Happening, chronicle
from dashboard.story.frames import (
    Frame,
    build_frames,
    frame_on,
    shown_states,
    told_states,
)
from dashboard.story.trends.all_trends import MAKERS
from dashboard.story.trends.trend import Trend


@dataclass(frozen=True)
class Contents:
    """The record prepared for the page.

    ``neighbours`` gives for a state (``iso_a3``) those that share a border with it on the map.
    ``edition`` changes with the files of the record and of the map. ``kept`` is what there is of
    single days, where the page is for a copy in plain files. ``treaties`` are the pages of all
    treaties of the site, this one among them, where there are several.
    """

    ledger: Ledger
    states: Sequence[State]
    spans: Sequence[TimeSpan]
    happenings: Sequence[Happening]
    frames: Sequence[Frame]
    neighbours: Mapping[str, frozenset[str]]
    edition: str
    kept: Kept | None = None
    treaties: Sequence[TreatyPage] = ()

    @classmethod
    def of(
        cls,
        ledger: Ledger,
        today: date,
        neighbours: Mapping[str, frozenset[str]] = MappingProxyType({}),
        edition: str = "",
    ) -> "Contents":
        """Compute the contents. ``today`` only sets how far the time bar reaches."""
        return cls(
            ledger=ledger,
            states=shown_states(ledger),
            spans=_spans(ledger, today),
            happenings=_happenings(ledger),
            frames=build_frames(ledger),
            neighbours=neighbours,
            edition=edition,
        )

    @property
    def trend_ids(self) -> Sequence[str]:
        """The trends, in the order in which they are shown."""
        return tuple(MAKERS)

    def trend(self, id_: str) -> Trend:
        """A trend of the record, made when it is first asked for."""
        if id_ not in self._trends:
            self._trends[id_] = MAKERS[id_](self.ledger)
        return self._trends[id_]

    @cached_property
    def _trends(self) -> dict[str, Trend]:
        return {}

    @property
    def version(self) -> str:
        """A name for this version of the page: different records have different names."""
        return f"{self.edition}-{self.last_day}"

    @property
    def first_day(self) -> date:
        """The day that the page opens with: the last one that the record vouches for."""
        return self.ledger.pack.treaty.verified_through

    @property
    def last_day(self) -> date:
        """The last day that can be shown."""
        return max(span.last for span in self.spans)

    @property
    def first_frame(self) -> Frame:
        """The frame of the day that the page opens with."""
        return self.frame_on(self.first_day)

    def frame_on(self, day: date) -> Frame:
        """The frame that holds on ``day``."""
        return frame_on(self.frames, day)

    @property
    def elsewhere(self) -> Sequence[State]:
        """The states that only the map of the world shows, by name."""
        found = self.ledger.pack.states_for(Purpose.ELSEWHERE)
        return sorted(found, key=lambda state: state.name)

    def state(self, iso_a3: str | None) -> State | None:
        """The state of this code; None where there is none."""
        return self.ledger.pack.states.get(iso_a3 or "")

    @cached_property
    def _all_happenings(self) -> Sequence[Happening]:
        return chronicle(self.ledger)

    def happenings_of(self, iso_a3: str) -> Sequence[Happening]:
        """The dates of one state, whether the page lists them or not."""
        return [item for item in self._all_happenings if iso_a3 in item.states]

    @property
    def told(self) -> Mapping[str, State]:
        """The states that headlines and counts are about, by ``iso_a3``."""
        return {state.iso_a3: state for state in told_states(self.ledger)}

    @property
    def marked_days(self) -> list[date]:
        """The days that the time bar marks, one entry an event; none of context states."""
        return [
            item.date.first
            for item in self.happenings
            if item.date.exact and self._purpose(item) is not Purpose.CONTEXT
        ]

    def _purpose(self, item: Happening) -> Purpose | None:
        return self.ledger.pack.purpose(item.iso_a3) if item.iso_a3 else None


def _spans(ledger: Ledger, today: date) -> list[TimeSpan]:
    """The spans of the pack; an open one ends with the year of today or of the record's end."""
    year = max(today, ledger.pack.treaty.verified_through).year
    return [
        TimeSpan(span.label, max(span.first, FIRST_DAY), span.last or date(year, 12, 31))
        for span in ledger.pack.treaty.spans
    ]


def _happenings(ledger: Ledger) -> list[Happening]:
    """The dates of the page: those of its states and of the convention itself."""
    return [
        item
        for item in chronicle(ledger)
        if item.iso_a3 is None or ledger.pack.purpose(item.iso_a3) is not Purpose.ELSEWHERE
    ]
