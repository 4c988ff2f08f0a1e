"""Makes PNG files smaller: a drawing has few colours, and its soft edges need not have thousands."""

import zlib
from collections.abc import Iterable
from io import BytesIO
from struct import pack

from PIL import Image, ImageColor

SIGNATURE = b"\x89PNG\r\n\x1a\n"
STEP = 8
"""Levels from one shade of a channel to the next: half of it is the most that a shade moves."""
NO_FILTER = b"\0"
"""Before each row: equal pixels then stay equal bytes, which is best for few colours."""


def packed(png: bytes, exact: Iterable[str]) -> bytes:
    """The same picture, opaque and in fewer shades; colours (``#rrggbb``) in ``exact`` stay."""
    with Image.open(BytesIO(png)) as opened:
        image = opened.convert("RGB")
    kept = [ImageColor.getrgb(colour) for colour in exact]
    shades = [shade for channel in range(3) for shade in _shades({rgb[channel] for rgb in kept})]
    pixels, row = memoryview(image.point(shades).tobytes()), 3 * image.width
    rows = b"".join(
        part for at in range(0, len(pixels), row) for part in (NO_FILTER, pixels[at : at + row])
    )
    head = pack(">LLBBBBB", *image.size, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _shades(kept: set[int]) -> list[int]:
    """For each level of a channel the one to be shown: one that is kept if near, else a step."""
    return [
        min(kept, key=lambda shade: (abs(shade - level), shade))
        if any(abs(shade - level) <= STEP // 2 for shade in kept)
        else min(round(level / STEP) * STEP, 255)
        for level in range(256)
    ]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">L", len(content)) + kind + content + pack(">L", zlib.crc32(kind + content))
