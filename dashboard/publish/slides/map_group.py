"""The map of a scene as a group of shapes: one a state, its hatching, and the names."""

from collections.abc import Iterator, Mapping

from dashboard.publish.drawingml import Fill, Line, freeform, group, shape
from dashboard.publish.slides.ground import Ground
from dashboard.publish.slides.palette import Palette
from dashboard.publish.slides.tablets import tablet_xml, tablets
from dashboard.story.briefing.scene import SceneMap
from dashboard.story.standings import HATCHED

BORDER, FOCUS, HATCHING = 0.5, 2.25, 1.2
"""Widths of lines, in points."""


def map_group(
    ground: Ground, drawn: SceneMap, names: Mapping[str, str], palette: Palette, alt: str
) -> str:
    """The map as a group that says ``alt``; ``names`` of all states by ``iso_a3``."""
    parts = [
        *_land(ground, drawn, names, palette),
        *_told(ground, drawn, names, palette),
        *(
            tablet_xml(tablet, drawn.standings[tablet.iso_a3], palette)
            for tablet in tablets(ground, drawn, names)
        ),
    ]
    return group("Map", ground.box, alt, parts)


def _land(
    ground: Ground, drawn: SceneMap, names: Mapping[str, str], palette: Palette
) -> Iterator[str]:
    land, line = Fill(palette.tokens["land"]), Line(palette.tokens["land-line"], BORDER)
    yield shape("Sea", ground.box, Fill(palette.tokens["sea"]))
    if ground.land:
        yield freeform("Other land", ground.land, land, line)
    for iso, path in ground.states.items():
        if iso not in drawn.standings:
            yield freeform(names[iso], path, land, line)


def _told(
    ground: Ground, drawn: SceneMap, names: Mapping[str, str], palette: Palette
) -> Iterator[str]:
    """The states told of; those in focus last, so that their outlines are whole."""
    told = [iso for iso in drawn.standings if iso in ground.states]
    for iso in sorted(told, key=lambda iso: iso in drawn.focus):
        standing = drawn.standings[iso]
        fill = Fill(palette.colour(standing))
        thin = Line(palette.tokens["land-line"], BORDER)
        line = Line(palette.tokens["ink"], FOCUS) if iso in drawn.focus else thin
        yield freeform(
            names[iso], ground.states[iso], fill, line, state_alt(drawn, iso, names, palette)
        )
        if standing in HATCHED and (lines := ground.hatching(iso, HATCHED[standing])):
            yield freeform(
                f"Hatching of {names[iso]}", lines, None, Line(palette.lines(standing), HATCHING)
            )


def state_alt(drawn: SceneMap, iso_a3: str, names: Mapping[str, str], palette: Palette) -> str:
    """``Atlantis: notice given, still bound, out in 14 days``."""
    standing = palette.words[drawn.standings[iso_a3]].lower()
    below = next(iter(drawn.below.get(iso_a3, ())), "")
    words = (
        below if below.lower().startswith(standing) else ", ".join(filter(None, [standing, below]))
    )
    return f"{names[iso_a3]}: {words}"
