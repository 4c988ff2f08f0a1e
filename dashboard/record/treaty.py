"""The treaty itself, as ``treaty.toml`` has it: titles, dates, rules, groups, and its own words."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from dashboard.record.cells import Iso, Line, Slug, WholeDay
from dashboard.record.kinds import Kind, Standing
from dashboard.record.law import Rules
from dashboard.record.models import Row
from dashboard.record.rules import RuleBook
from dashboard.record.view import View


class Purpose(StrEnum):
    """What the states of a group are on the dashboard for."""

    TOLD = "told"
    """Headlines, legend, names on the map and briefings are about them."""
    CONTEXT = "context"
    """They stand on the page, in muted tones."""
    ELSEWHERE = "elsewhere"
    """They are on record, and counted as parties worldwide."""


class Span(Row):
    """A stretch of time that the time bar offers; without ``last``, to the end of the year."""

    label: Line
    first: WholeDay
    last: WholeDay | None = None


class StandingWords(Row):
    """Words for a standing: in tables and legends, what it means, and on the map."""

    label: Line | None = None
    meaning: Line | None = None
    on_map: Line | None = None


class Words(Row):
    """How sentences speak of the treaty and of the states that are told of."""

    subject: Line
    """What the site is about, after "the"."""
    treaty: Line = "treaty"
    """What it is, after "the": convention, protocol."""
    region: Line
    """What the map shows, as in "Map of …"."""
    members: Line
    """The states of the main group, as in "of the 10 …"."""
    told: Line
    """All groups that are told of, as in "Number of states of …"."""
    told_listed: Line
    """The same before a comma and "and": without articles."""
    example: Iso | None = None
    """A state that stands in examples; without it, the first one that is told of."""
    withdrawal: Line = "withdrawal"
    """What leaving it is: withdrawal, denunciation."""
    withdraw: Line = "withdraw from"
    """To do so, before its object."""
    withdrawing: Line = "withdrawing"
    """Before the state that does so."""
    withdrew: Line = "withdrew"
    """Who has done so …"""
    withdrawn: Line = "withdrawn"
    """… is this."""
    standings: dict[Standing, StandingWords] = Field(default_factory=dict)
    """Standings that have other words than usual."""
    kinds: dict[Kind, Line] = Field(default_factory=dict)
    """Kinds of events that have other words than usual."""
    groups: Line | None = None
    """All groups, as the description of their column; without it, their titles are listed."""


class MainFigure(Row):
    """How many states of the main group are out or leaving: its title, and who is counted."""

    title: Line = "States out and leaving"
    counted: Line | None = None


class BorderFigure(Row):
    """The share of a land border whose near side is not bound.

    ``what`` names the border, after "of"; ``against`` are the states on its far side. The near side
    are members of the alliance, where the pack has one, else the states that are told of.
    """

    title: Line = "The share of the border"
    what: Line
    against: Annotated[tuple[Iso, ...], Field(min_length=1)]


class KeyFigures(Row):
    """The key figures beside the number of parties worldwide."""

    main: MainFigure = MainFigure()
    border: BorderFigure | None = None


class Membership(Row):
    """An alliance or organisation whose members the states are, or are not.

    ``id`` begins the names of its columns (``<id>_since``) and the kind of event of an accession
    to it (``<id>_accession``).
    """

    id: Slug
    name: Line


TO_ADD = {
    "purposes": "[purposes] with told, context or elsewhere for every group of [groups]",
    "words": "[words] with subject, region, members, told and told_listed",
    "words.subject": "what the site is about, after “the”",
    "words.region": "what the map shows, after “Map of”",
    "words.members": "the states of the first group told of, such as “states in the region”",
    "words.told": "all groups told of, after “Number of states of”",
    "words.told_listed": "the same without articles, such as “region, neighbours”",
    "view": "[view] with projection, centre, north and south; conic wants parallels, too",
    "view.centre": "the middle of the map as longitude and latitude, such as [26, 57]",
}
"""What is to be added where a setting is missing that not every older pack has."""


class Treaty(Row):
    """The treaty: titles, depositary, dates, rules, groups and topics (``treaty.toml``).

    ``groups`` are the titles of the groups of states, ``purposes`` says what each is for.
    ``figures`` are the topics on which sources differ about a key figure; ``revised`` gives the day
    on which the row of an event, by its id, was last corrected.
    """

    id: Slug
    title: Line
    short_title: Line
    depositary: Line
    reference: Line
    adopted: WholeDay
    opened: WholeDay
    entered_into_force: WholeDay
    verified_through: WholeDay
    sources: tuple[str, ...]
    rules: RuleBook
    groups: dict[Slug, Line]
    purposes: dict[Slug, Purpose]
    words: Words
    view: View
    membership: Membership | None = None
    key_figures: KeyFigures = KeyFigures()
    spans: Annotated[tuple[Span, ...], Field(min_length=1)]
    topics: dict[Slug, Line]
    figures: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    revised: dict[Slug, WholeDay] = Field(default_factory=dict)

    @field_validator("purposes")
    @classmethod
    def _one_purpose_each(
        cls, purposes: dict[Slug, Purpose], info: ValidationInfo
    ) -> dict[Slug, Purpose]:
        """Every group has its purpose, nothing else has one, and one is told of."""
        groups, choice = info.data.get("groups", purposes), ", ".join(Purpose)
        if missing := [group for group in groups if group not in purposes]:
            raise ValueError(f"lack {', '.join(missing)} (expected for each one of: {choice})")
        if other := [group for group in purposes if group not in groups]:
            raise ValueError(f"name {', '.join(other)} (expected only those of [groups])")
        if Purpose.TOLD not in purposes.values():
            raise ValueError(f"lack {Purpose.TOLD} (expected it for at least one group)")
        return purposes

    def __hash__(self) -> int:
        """Equal treaties have the same, so that what follows from one can be kept for it."""
        return hash((self.id, self.title, self.verified_through))

    def groups_for(self, *purposes: Purpose) -> tuple[str, ...]:
        """The groups of these purposes, in the order of the file."""
        return tuple(group for group in self.groups if self.purposes[group] in purposes)

    @property
    def border_states(self) -> tuple[str, ...]:
        """The states (``iso_a3``) on the far side of the border that a key figure is about."""
        return self.key_figures.border.against if self.key_figures.border else ()

    @property
    def main_group(self) -> str:
        """The group that headlines and key figures count: the first that is told of."""
        return self.groups_for(Purpose.TOLD)[0]

    @property
    def arithmetic(self) -> Rules:
        """The rules, as the law module wants them."""
        return self.rules.arithmetic
