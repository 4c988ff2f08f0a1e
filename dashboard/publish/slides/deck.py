"""A deck: the briefing of a day as a presentation."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import geopandas as gpd

from dashboard.atlas.view import MapView
from dashboard.publish.slides.ground import Ground
from dashboard.publish.slides.layout import map_box
from dashboard.publish.slides.package import settled
from dashboard.publish.slides.palette import Palette
from dashboard.publish.slides.slide import Setting, fill
from dashboard.publish.slides.template import RATIOS, empty, layout_of, list_notes_master
from dashboard.record.dates import day_in_words
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.scene import Scene
from dashboard.story.frames import Frame
from dashboard.story.standings import standings

AUTHOR = "Flankwatch"


class Slides:
    """Makes the decks of one record; the map's paths are made once for each ratio.

    ``states`` (indexed by ``iso_a3``) and ``backdrop`` are the map, in EPSG:4326, ``labels`` the
    places of names in degrees; ``colours`` are the tokens of the style sheet.
    """

    def __init__(
        self,
        ledger: Ledger,
        frames: Sequence[Frame],
        states: gpd.GeoDataFrame,
        backdrop: gpd.GeoDataFrame,
        labels: Mapping[str, tuple[float, float]],
        colours: Mapping[str, str],
    ) -> None:
        self.ledger, self.frames = ledger, tuple(frames)
        words = {each: row.label for each, row in standings(ledger.pack.treaty).items()}
        self._palette = Palette(colours, words)
        self._names = {iso: state.name for iso, state in ledger.pack.states.items()}
        view = MapView.of(ledger.pack.treaty.view)
        self._ground = cache(
            lambda ratio: Ground(states, backdrop, labels, map_box(*RATIOS[ratio]), view)
        )

    def pptx(self, day: date, scenes: Sequence[Scene], ratio: str = "16:9") -> bytes:
        """The scenes of a day as a file, a slide each, in their order."""
        deck = empty(ratio, self._palette)
        setting = Setting(
            self.ledger,
            self.frames,
            day,
            RATIOS[ratio],
            self._ground(ratio),
            self._palette,
            self._names,
        )
        for number, scene in enumerate(scenes, start=1):
            slide = deck.slides.add_slide(layout_of(deck))
            fill(slide, scene, f"scene {number} of {len(scenes)}", setting)
        list_notes_master(deck, self._palette)
        self._describe(deck, day)
        file = BytesIO()
        deck.save(file)
        return settled(file.getvalue(), day, setting.ground.paths)

    def _describe(self, deck: Any, day: date) -> None:
        about = deck.core_properties
        about.title = f"{self.ledger.pack.treaty.short_title}, {day_in_words(day)}"
        about.author = about.last_modified_by = AUTHOR
        about.subject = about.keywords = about.comments = about.category = ""
        about.language, about.revision = "en-GB", 1
