"""Makes PNG files smaller: soft edges of letters and coasts need not have thousands of shades."""

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from struct import pack

from PIL import Image, ImageColor

SIGNATURE = b"\x89PNG\r\n\x1a\n"
STEP = 8
"""Levels from one shade of a channel to the next: half of it is the most that a shade moves."""
BAND = 64
"""Rows that are packed at a time."""
NO_FILTER = b"\0"
"""Before each row: equal pixels then stay equal bytes, which is best for few colours."""


def packed(png: bytes, exact: Iterable[str]) -> bytes:
    """The same picture, opaque and in fewer shades; colours (``#rrggbb``) in ``exact`` stay."""
    kept = [ImageColor.getrgb(colour) for colour in exact]
    shades = [shade for channel in range(3) for shade in _shades({rgb[channel] for rgb in kept})]
    with Image.open(BytesIO(png)) as image:
        head = pack(">LLBBBBB", *image.size, 8, 2, 0, 0, 0)
        pixels = b"".join(_compressed(image, shades))
    chunks = (b"IHDR", head), (b"IDAT", pixels), (b"IEND", b"")
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _compressed(image: Image.Image, shades: list[int]) -> Iterator[bytes]:
    """The rows in these shades; some at a time, since large pictures would fill the memory."""
    width, height = image.size
    compressor = zlib.compressobj()
    for top in range(0, height, BAND):
        band = image.crop((0, top, width, min(top + BAND, height))).convert("RGB").point(shades)
        pixels, row = memoryview(band.tobytes()), 3 * width
        for at in range(0, len(pixels), row):
            yield compressor.compress(NO_FILTER)
            yield compressor.compress(pixels[at : at + row])
    yield compressor.flush()


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
