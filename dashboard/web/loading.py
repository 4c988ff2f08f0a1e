"""Loads the records that the settings name, behind a front door."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.record.dates import day_in_words
from dashboard.record.pack import Pack
from dashboard.web.answers_of_before import AnswersOfBefore
from dashboard.web.base_path import public_address
from dashboard.web.front import FrontDoor
from dashboard.web.observing import Verified
from dashboard.web.reloading import Load


def load_records(settings: Mapping[str, Any], before: AnswersOfBefore) -> Load:
    """What loads them, and keeps what readers ask for first for the next start.

    Until they are loaded for the first time, what was kept ``before`` answers.
    """

    def load(front: FrontDoor) -> tuple[Verified, str]:
        name = before.open(front, BOUNDARIES, ASSETS)

        # Whoever has answers of before shall not wait for all that making them takes.
        from dashboard.plotly_file import unbuilt
        from dashboard.web.site import SCRIPT_HASHES, YearlySite, open_site

        own = BOUNDARIES, ASSETS, date.today
        packs = open_site(front, settings["pack"], *own, public_address(settings))
        loaded = [
            f"Loaded {folder}. {summary(pack)}"
            for folder, pack in zip(settings["pack"], packs, strict=True)
        ]
        if isinstance(front.inner, YearlySite):
            before.keep(name, front.inner, SCRIPT_HASHES)
        line = "\n".join(filter(None, [*loaded, unbuilt(ASSETS)]))
        return {pack.treaty.id: pack.treaty.verified_through for pack in packs}, line

    return load


def summary(pack: Pack) -> str:
    """What a pack holds, in a line."""
    treaty = pack.treaty
    return (
        f"{treaty.short_title}: {len(pack.states)} states, {len(pack.events)} events, "
        f"{len(pack.quotes)} quotes, {len(pack.sources)} sources, "
        f"verified through {day_in_words(treaty.verified_through)}"
    )
