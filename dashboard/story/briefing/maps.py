"""What several scenes say alike: the map of a day, its finding, states marked by their standing."""

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.record.kinds import Standing
from dashboard.record.models import State
from dashboard.story.briefing.as_of import AsOf
from dashboard.story.briefing.scene import SceneMap
from dashboard.story.frames import Frame, frame_on
from dashboard.story.headline import Segment, Sentence
from dashboard.story.profile import below_name, standing_periods
from dashboard.story.standings import standings
from dashboard.story.words import capital, counted

OUT_IN = "out in {left}"


def days_left(days: int) -> tuple[str, ...]:
    """``out in 14 days``, and shorter: ``14 days``."""
    left = counted(days, "day", "days")
    return OUT_IN.format(left=left), left


def map_on(known: AsOf, day: date, focus: Sequence[str] = ()) -> SceneMap:
    """The map of a day up to that of the briefing, with what stands below the names."""
    frame = frame_on(known.frames, day)
    told = {state.iso_a3: frame.standings[state.iso_a3] for state in known.told}
    return SceneMap(day, told, tuple(focus), {iso: _below(known, iso, day) for iso in told})


def _below(known: AsOf, iso_a3: str, day: date) -> tuple[str, ...]:
    """The standing and its day, then the standing alone: a day alone would not say of what."""
    period = [period for period in standing_periods(known.ledger, iso_a3) if period.first <= day][
        -1
    ]
    if period.countdown and day < period.countdown[1]:
        return days_left((period.countdown[1] - day).days)
    treaty = known.ledger.pack.treaty
    words = standings(treaty)[period.standing].on_map
    shorter = (words.removesuffix(" since"), *words.split(", ")[1:])
    return tuple(dict.fromkeys([below_name(treaty, period)[0], *shorter]))


def finding(frame: Frame, day: date) -> Sentence:
    """The finding of a day without the day, which stands above it."""
    sentence = frame.news if frame.news and frame.day == day else frame.quiet
    first, *others = sentence
    return (Segment(capital(first.text), first.iso_a3, first.standing), *others)


def marked(states: Sequence[State], standings: Mapping[str, Standing]) -> Sentence:
    """``A, B and C``, each in the colour of its standing."""
    segments: list[Segment] = []
    for index, state in enumerate(states):
        if index:
            segments.append(Segment(" and " if index == len(states) - 1 else ", "))
        segments.append(Segment(state.name, state.iso_a3, standings[state.iso_a3]))
    return tuple(segments)


def standing_sentence(known: AsOf, iso_a3: str) -> str:
    """The standing of a state on the day, in a sentence."""
    periods = standing_periods(known.ledger, iso_a3)
    return [period for period in periods if period.first <= known.day][-1].sentence
