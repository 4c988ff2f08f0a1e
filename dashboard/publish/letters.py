"""The fonts of pictures and paper, and which letters they have."""

from functools import cache
from pathlib import Path
from struct import iter_unpack, unpack_from

import fontpkg

FAMILIES = ("inter", "noto-serif")
"""Their names in fontpkg; both have Latin, Greek and Cyrillic."""
UNSEEN = frozenset(map(ord, "\u200b\u200c\u200d\ufe0e\ufe0f"))
"""Characters that say how others are set, and need no drawing."""
SEGMENTED = 12
"""The form of a table of letters that covers all of Unicode, a row for each run of them."""


def font_files() -> tuple[Path, ...]:
    """The upright fonts; each file has all weights."""
    return tuple(fontpkg.path(family) for family in FAMILIES)


def missing_letters(text: str) -> str:
    """The letters of a text that none of the fonts has, each once, in their order."""
    had = _had()
    return "".join(
        letter
        for letter in dict.fromkeys(text)
        if letter.isprintable() and ord(letter) not in had and ord(letter) not in UNSEEN
    )


@cache
def _had() -> frozenset[int]:
    return frozenset().union(*map(letters_of, font_files()))


def letters_of(font: Path) -> frozenset[int]:
    """The code points that a font can draw, as its own table (``cmap``) says.

    Raises:
        ValueError: it is no TrueType font, or has no such table for all of Unicode.
    """
    content = font.read_bytes()
    (tables,) = unpack_from(">H", content, 4)
    for tag, _, start, length in iter_unpack(">4sLLL", content[12 : 12 + 16 * tables]):
        if tag == b"cmap":
            return _in_table(content[start : start + length])
    raise ValueError(f"{font}: has no table of its letters (expected cmap)")


def _in_table(table: bytes) -> frozenset[int]:
    (forms,) = unpack_from(">H", table, 2)
    for _, _, offset in iter_unpack(">HHL", table[4 : 4 + 8 * forms]):
        form, _, _, _, rows = unpack_from(">HHLLL", table, offset)
        if form == SEGMENTED:
            runs = iter_unpack(">LLL", table[offset + 16 : offset + 16 + 12 * rows])
            return frozenset(point for first, last, _ in runs for point in range(first, last + 1))
    raise ValueError(f"its table of letters is not for all of Unicode (expected {SEGMENTED=})")
