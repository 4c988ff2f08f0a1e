"""The standing of one state on any day, from its dated acts."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self, TypeAlias

from dashboard.record.kinds import Kind, Standing
from dashboard.record.models import Event


@dataclass(frozen=True)
class Change:
    """From ``day`` on (that day included) the state has this standing, because of this event."""

    day: date
    standing: Standing
    event: Event
    effect: date | None = None
    """The day on which the act behind the change takes effect, where it is still to come."""


@dataclass(frozen=True)
class Timeline:
    """Every change of one state's standing, in order; before the first one it is ``outside``."""

    changes: tuple[Change, ...]

    def change_on(self, day: date) -> Change | None:
        """The change that the standing on ``day`` goes back to; None if nothing had happened."""
        index = bisect_right(self.changes, day, key=lambda change: change.day)
        return self.changes[index - 1] if index else None

    def on(self, day: date) -> Standing:
        """The standing on ``day``."""
        change = self.change_on(day)
        return change.standing if change else Standing.OUTSIDE

    @classmethod
    def of(cls, events: Iterable[Event], effect: Callable[[Event], date | None]) -> Self:
        """The timeline of one state. ``effect`` says when a consent or withdrawal takes effect.

        Only acts with a known day count: one known to the month or year moves no standing, since
        nobody can say on which day it would.
        """
        position = _Position()
        changes: list[Change] = []
        for day, _, event, takes_effect in sorted(
            _moments(events, effect), key=lambda moment: moment[:2]
        ):
            if event.is_consent and position.withdrawn and event is not position.consent:
                position = _Position()
            position.apply(event, takes_effect)
            before = changes[-1].standing if changes else Standing.OUTSIDE
            if position.standing is not before:
                cause = position.cause(event)
                due = effect(cause)
                pending = due if due and due > day else None
                changes.append(Change(day, position.standing, cause, pending))
        return cls(tuple(_last_of_each_day(changes)))


_Moment: TypeAlias = tuple[date, int, Event, bool]


def _moments(events: Iterable[Event], effect: Callable[[Event], date | None]) -> Iterable[_Moment]:
    """The days that can move a standing, with their order within a day."""
    for event in events:
        day = event.date.exact
        if day is None:
            continue
        if event.kind is Kind.SIGNATURE:
            yield day, 1, event, False
        elif event.is_consent:
            yield day, 2, event, False
        elif event.is_step_to_leave:
            yield day, 4, event, False
        elif event.is_suspension_notice:
            yield day, 5, event, False
        elif event.is_withdrawal_notice:
            yield day, 6, event, False
        due = effect(event)
        if due is None:
            continue
        if event.is_consent:
            yield due, 3, event, True
        elif due > day:
            yield due, 0, event, True
        else:
            yield day, 7, event, True


class _Position:
    """Where a state stands while its acts are gone through; a return after an exit starts anew."""

    def __init__(self) -> None:
        self.signed = False
        self.consent: Event | None = None
        self.in_force = False
        self.leaving = False
        self.suspended = False
        self.notice: Event | None = None
        self.withdrawn = False

    def apply(self, event: Event, takes_effect: bool) -> None:
        if event.is_consent:
            self._consent(event, takes_effect)
        elif event.is_withdrawal_notice:
            self._withdraw(event, takes_effect)
        elif event.kind is Kind.SIGNATURE:
            self.signed = True
        elif event.is_suspension_notice:
            self.suspended = self.in_force
        else:
            self.leaving = self.leaving or self.in_force

    def _consent(self, event: Event, takes_effect: bool) -> None:
        self.consent = self.consent or event
        if takes_effect and event is self.consent:
            self.in_force = True

    def _withdraw(self, event: Event, takes_effect: bool) -> None:
        if takes_effect:
            self.withdrawn = self.withdrawn or event is self.notice
        elif self.consent and not self.withdrawn:
            self.notice = self.notice or event

    def cause(self, latest: Event) -> Event:
        """The act that the standing goes back to: the notice, even one given while joining."""
        if self.standing is Standing.NOTIFIED and self.notice:
            return self.notice
        return latest

    @property
    def standing(self) -> Standing:
        if self.withdrawn:
            return Standing.WITHDRAWN
        if self.in_force:
            if self.notice:
                return Standing.NOTIFIED
            if self.suspended:
                return Standing.SUSPENSION
            return Standing.LEAVING if self.leaving else Standing.PARTY
        if self.consent:
            return Standing.JOINING
        return Standing.SIGNATORY if self.signed else Standing.OUTSIDE


def _last_of_each_day(changes: list[Change]) -> Iterable[Change]:
    """One change a day: what counts is the standing that the day ends with."""
    return {change.day: change for change in changes}.values()
