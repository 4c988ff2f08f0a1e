"""Makes the SVG files of Typst smaller, and gives them a title."""

import re
from html import escape
from itertools import count

LONG_NUMBER = re.compile(rb"-?\d+\.\d{3,}")
LONG_ID = re.compile(rb"(?<=[\"#])\w[0-9A-F]{30,32}(?=[\")])")
PATH = re.compile(rb'(?<= d=")[^"]+')
SAME_COMMAND = re.compile(rb"([lqc])[^a-zA-Z]+(?:\1[^a-zA-Z]+)+")
BLANK = re.compile(rb" (?=[-a-zA-Z])|(?<=[a-zA-Z]) ")
LEADING_ZERO = re.compile(rb"(?<![\d.])0(?=\.\d)")
DEFAULTS = re.compile(
    rb' (?:fill-rule="nonzero"|stroke-linecap="butt"|stroke-linejoin="miter"'
    rb'|stroke-miterlimit="4")'
)


def shortened(svg: bytes) -> bytes:
    """The same drawing: numbers to two decimals, ids by their order, nothing said twice.

    There is no text in it but for letters as outlines: whatever looks like a number is one.
    """
    numbers = count()
    ids: dict[bytes, bytes] = {}
    for found in LONG_ID.finditer(svg):
        if found[0] not in ids:
            ids[found[0]] = b"i%d" % next(numbers)
    svg = LONG_ID.sub(lambda found: ids[found[0]], LONG_NUMBER.sub(_number, svg))
    return PATH.sub(_path, DEFAULTS.sub(b"", svg))


def titled(svg: bytes, title: str) -> bytes:
    """The drawing with a title, which is what it is to those who do not see it."""
    head, _, drawing = svg.partition(b">")
    return b'%s role="img"><title>%s</title>%s' % (head, escape(title).encode(), drawing)


def _number(found: re.Match[bytes]) -> bytes:
    return b"%g" % round(float(found[0]), 2)


def _path(found: re.Match[bytes]) -> bytes:
    """A path without blanks that nothing needs, a command only where it changes."""
    path = BLANK.sub(b"", found[0])
    path = SAME_COMMAND.sub(lambda run: run[1] + run[0][1:].replace(run[1], b" "), path)
    return LEADING_ZERO.sub(b"", path.replace(b" -", b"-")).rstrip()
