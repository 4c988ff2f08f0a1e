"""The colours of both themes, read from the style sheet that the page itself uses."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from dashboard.record.kinds import Standing

COLOUR = re.compile(
    r"--(?P<name>[\w-]+):\s*(?:var\(--light,\s*(?P<light>#[0-9a-f]{6})\s*\)"
    r"\s*var\(--dark,\s*(?P<dark>#[0-9a-f]{6})\s*\)|(?P<both>#[0-9a-f]{6})\s*;)",
    re.IGNORECASE,
)


Theme: TypeAlias = Literal["light", "dark"]


def light_colours(style_sheet: Path) -> dict[str, str]:
    """The colours of the light theme, as ``theme_colours`` gives them."""
    return theme_colours(style_sheet, "light")


def all_colours(style_sheet: Path) -> dict[Theme, dict[str, str]]:
    """The colours of both themes, as ``theme_colours`` gives them."""
    return {theme: theme_colours(style_sheet, theme) for theme in get_args(Theme)}


def theme_colours(style_sheet: Path, theme: Theme) -> dict[str, str]:
    """Every colour token of ``style_sheet`` by its name without dashes: ``#rrggbb``.

    Raises:
        OSError: the style sheet cannot be read.
    """
    text = style_sheet.read_text(encoding="utf-8")
    return {found["name"]: found[theme] or found["both"] for found in COLOUR.finditer(text)}


def standing_colours(colours: Mapping[str, str]) -> dict[str, str]:
    """The colours of all standings among the tokens, in the order of the standings."""
    return {standing.value: colours[standing] for standing in Standing}


def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with ``share`` (0 to 1) of ``other`` in it, as style sheets mix in sRGB."""
    parts = [
        round(int(colour[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


def darkest(*colours: str) -> str:
    """The darkest of some colours."""
    return min(colours, key=lambda colour: sum(bytes.fromhex(colour[1:])))
