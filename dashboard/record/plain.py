"""Normalises text: what looks alike becomes equal, and invisible characters are left out."""

import re
import unicodedata

BLANKS = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
"""Runs of blanks of any width (Unicode's space separators) and tabs."""
JOINERS = "\u200c\u200d"
"""Invisible characters that are kept, since in some scripts they change how letters look."""


def plain(text: str) -> str:
    """``text`` with composed letters (NFC), single blanks, none around it, and nothing unseen.

    What a reader sees stays as it is. Line breaks stay; so do control characters, which are no
    accident of typing and are refused or doubted elsewhere.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()  # Most cells, at once.
    seen = text
    if not text.isprintable():  # Of what is, every character is seen.
        seen = "".join(character for character in text if not is_unseen(character))
    return BLANKS.sub(" ", unicodedata.normalize("NFC", seen)).strip()


def is_unseen(character: str) -> bool:
    """Whether a character is one of Unicode's format characters: zero widths, turns of direction.

    Not those that join letters, nor the tags that make up flags.
    """
    is_format = unicodedata.category(character) == "Cf"
    return is_format and character not in JOINERS and not character >= "\U000e0020"


def first_unseen(text: str) -> str:
    """The first character that ``plain`` leaves out: ``U+202E RIGHT-TO-LEFT OVERRIDE``; else ''."""
    if text.isascii():
        return ""
    return next((named(character) for character in text if is_unseen(character)), "")


def named(character: str) -> str:
    """A character by its number and name."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


DEEPEST = 8
"""Settings that stand deeper than this are none of a treaty's, and are refused as they are."""


def plain_values(value: object, depth: int = 0) -> object:
    """The same settings with every text plain. The names of settings stay as they are."""
    if depth > DEEPEST:
        return value
    match value:
        case str():
            return plain(value)
        case dict():
            return {name: plain_values(each, depth + 1) for name, each in value.items()}
        case list():
            return [plain_values(each, depth + 1) for each in value]
        case _:
            return value
