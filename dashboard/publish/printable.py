"""Text that may stand in any file: what neither XML nor a calendar may hold is taken out."""

import re

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Control characters, a line's end apart, and the two that are no characters."""


def printable(text: str) -> str:
    """The text with spaces in place of control characters."""
    return CONTROL.sub(" ", text)
