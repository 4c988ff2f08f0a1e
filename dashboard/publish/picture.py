"""The picture of a day: what stands on it, as data for its template."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.atlas.agreement import open_with_map
from dashboard.publish.card import card_of
from dashboard.publish.geometry import Geometry
from dashboard.publish.outlines import Outlines
from dashboard.publish.picture_forms import FORMS, Request
from dashboard.publish.png import packed
from dashboard.publish.svg import titled
from dashboard.publish.tokens import Theme, all_colours, darkest, mixed
from dashboard.publish.typesetting import Typeset, as_json, one_line, typeset
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.models import State
from dashboard.story.figures import border_figure, main_figure, parties_figure
from dashboard.story.frames import Frame, build_frames, frame_on, told_states
from dashboard.story.headline import Segment
from dashboard.story.imprint import boundaries, sources_line
from dashboard.story.standings import HATCHED, STANDINGS, standings
from dashboard.story.verified import verified

TEMPLATE = "picture.typ"
BRAND = "Flankwatch"


"""Around these a light line would be lost, and light letters on them."""
HATCH_WHITE = 0.55
"""How much white there is in a line of the hatching, as on the page."""
LONGEST = {"name": 40, "line": 160, "note": 300}
"""Letters after which names, lines and notes are shortened."""


class Studio:
    """Makes the pictures of one record; ``colours`` are the tokens of both themes."""

    def __init__(
        self,
        ledger: Ledger,
        frames: Sequence[Frame],
        outlines: Outlines,
        colours: Mapping[Theme, Mapping[str, str]],
    ) -> None:
        self.ledger = ledger
        self.frames = frames
        self.outlines = outlines
        self._rows = standings(ledger.pack.treaty)
        self.colours = colours
        self.states = {state.iso_a3: state for state in told_states(ledger)}
        """The states whose standing is on the map: those that may be in its middle."""

    @property
    def known(self) -> Mapping[str, State]:
        """All states of the record."""
        return self.ledger.pack.states

    @classmethod
    def open(cls, pack: Path, boundaries: Path, style_sheet: Path) -> "Studio":
        """The studio of a treaty pack, with the map and the colours that belong to it.

        Raises:
            PackError: the pack is wrong in any cell, or speaks of other states than the map.
            AtlasError: the map's files are not as expected.
        """
        ledger = Ledger(open_with_map(pack, boundaries).pack)
        outlines = Outlines(Geometry.read(ledger, boundaries))
        return cls(ledger, build_frames(ledger), outlines, all_colours(style_sheet))

    @property
    def treaty(self) -> str:
        """The id of the treaty, for names of files."""
        return self.ledger.pack.treaty.id

    @property
    def latest(self) -> date:
        """The last day that the record vouches for."""
        return self.ledger.pack.treaty.verified_through

    def picture(self, request: Request) -> Typeset:
        """The picture that is asked for, as a file."""
        form = FORMS[request.form]
        made = typeset(
            TEMPLATE,
            {
                "data": as_json(self.data(request)),
                "map": self.outlines.window(form.map, request.state),
            },
            request.format,
            request.day,
            request.scale,
            ["ua-1"],
        )
        return replace(made, content=self._finished(made.content, request))

    def _finished(self, content: bytes, request: Request) -> bytes:
        match request.format:
            case "png":
                return packed(content, self.colours[request.theme].values())
            case "svg":
                return titled(
                    content, card_of(self.ledger.pack.treaty, self.frames, request.day).alt
                )
            case _:
                return content

    def data(self, request: Request) -> dict[str, Any]:
        """All that stands on a picture but the outlines of its map."""
        day, treaty = request.day, self.ledger.pack.treaty
        frame = frame_on(self.frames, day)
        colours = self.colours[request.theme]
        notes = (verified(treaty, day), sources_line(self.ledger.pack, frame), boundaries(treaty))
        return {
            "form": request.form,
            "size": FORMS[request.form].size,
            "colours": colours,
            "brand": BRAND,
            "title": one_line(treaty.words.subject, LONGEST["line"]),
            "alt": one_line(card_of(treaty, self.frames, day).alt, LONGEST["line"]),
            "day": day_in_words(day),
            "finding": [_run(segment, colours) for segment in frame.headline(day)],
            "state": self._focus(request.state, frame, day),
            "figures": [
                [one_line(value, LONGEST["name"]), one_line(caption, LONGEST["line"])]
                for value, caption in self._figures(frame, day)
            ],
            "legend": [
                {
                    "standing": standing,
                    "word": self._rows[standing].label,
                    "count": frame.counts[standing],
                }
                for standing in Standing
                if frame.counts[standing]
            ],
            "notes": [one_line(note, LONGEST["note"]) for note in notes],
            **self.map_data(frame, request.state, colours),
        }

    def map_data(
        self, frame: Frame, state: str | None, colours: Mapping[str, str]
    ) -> dict[str, Any]:
        """How the map of a frame is coloured: for any template that draws one (``map.typ``).

        ``standings`` says how each standing is drawn: ``fill``, ``line`` (the colour of its
        hatching), ``turn`` (degrees, 0 for none), ``edge``, and ``ink`` of letters on it.
        """
        return {
            "standings": {standing: _look(standing, colours) for standing in Standing},
            "told": {iso: frame.standings[iso] for iso in self.states},
            "names": {
                iso: one_line(each.name, LONGEST["name"]) for iso, each in self.states.items()
            },
            "focus": state,
        }

    def _figures(self, frame: Frame, day: date) -> list[tuple[str, str]]:
        parties = parties_figure(self.ledger.parties(day))
        treaty = self.ledger.pack.treaty
        figures = (main_figure(treaty, frame), border_figure(treaty, frame), parties)
        return [figure for figure in figures if figure]

    def _focus(self, iso: str | None, frame: Frame, day: date) -> dict[str, str] | None:
        """Name and standing of the state in the middle, and since when it has stood so."""
        if iso is None:
            return None
        change = self.ledger.timelines[iso].change_on(day)
        standing = frame.standings[iso]
        return {
            "name": one_line(self.states[iso].name, LONGEST["name"]),
            "standing": standing,
            "line": self._rows[standing].label
            + (f", since {day_in_words(change.day)}" if change else ""),
        }


def _run(segment: Segment, colours: Mapping[str, str]) -> list[str]:
    """A piece of the finding and its colour; the blanks around it stay."""
    text = segment.text
    front = " " * (len(text) - len(text.lstrip()) > 0)
    end = " " * (len(text) - len(text.rstrip()) > 0)
    longest = LONGEST["name"] if segment.iso_a3 else LONGEST["line"]
    token = f"{segment.standing}-ink" if segment.standing else "ink"
    return [f"{front}{one_line(text, longest)}{end}", colours[token]]


def _look(standing: Standing, colours: Mapping[str, str]) -> dict[str, Any]:
    fill = colours[standing]
    pale = STANDINGS[standing].pale
    return {
        "fill": fill,
        "line": mixed(fill, "#ffffff", HATCH_WHITE),
        "turn": HATCHED.get(standing, 0),
        "edge": colours["pale-line" if pale else "land-line"],
        "ink": darkest(colours["ink"], colours["page"]) if pale else "#ffffff",
    }
