"""Lanes: the standings of states over time, up to the day and, paler, what follows from it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from dashboard.record.dates import day_in_words
from dashboard.record.models import State
from dashboard.story.briefing.as_of import AsOf
from dashboard.story.briefing.scene import Lane, Stretch
from dashboard.story.profile import standing_periods
from dashboard.story.standings import STANDINGS, standings


def lane(known: AsOf, state: State, first: date, last: date) -> Lane:
    """A state's standings from ``first`` to ``last``; after the day, if nothing changes."""
    periods = [p for p in standing_periods(known.ledger, state.iso_a3) if p.first <= known.day]
    due = known.due(state.iso_a3)
    stretches = [
        Stretch(
            max(period.first, first),
            min(following.first - timedelta(days=1), last),
            period.standing,
        )
        for period, following in pairwise(periods)
        if following.first > first and period.first <= last
    ]
    current = periods[-1].standing
    begin = max(periods[-1].first, first)
    if begin <= last:
        stretches.append(Stretch(begin, min(known.day, last), current))
        if last > known.day:
            until = min(due - timedelta(days=1), last) if due else last
            if until > known.day:
                stretches.append(Stretch(known.day + timedelta(days=1), until, current, True))
            if due and due <= last:
                stretches.append(Stretch(due, last, STANDINGS[current].becomes or current, True))
    sentence = _sentence(known, state.name, stretches)
    return Lane(state.iso_a3, state.name, tuple(stretches), sentence)


def _sentence(known: AsOf, name: str, stretches: Sequence[Stretch]) -> str:
    """``Atlantis: party; notice given, still bound from 10 July 2025; …``"""
    rows = standings(known.ledger.pack.treaty)
    words = [
        f"{rows[part.standing].label.lower()} from {day_in_words(part.first)}"
        + (" if nothing changes" if part.expected else "")
        for before, part in pairwise(stretches)
        if part.standing is not before.standing
    ]
    return f"{name}: {'; '.join([rows[stretches[0].standing].label.lower(), *words])}."
