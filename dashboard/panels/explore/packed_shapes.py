"""The map's shapes as the page gets them: all that the GeoJSON files say, in half the bytes.

Where an arc goes is said from point to point, by two numbers each; a number is one character, or
more if it is large. ``assets/js/map/shapes.js`` reads it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

import shapely

from dashboard.atlas.arcs import UNIT, Arc, Arcs

PACKED = "shapes.json"
"""The file's name."""
FIRST = "#"
"""The character for nought, after those that JSON does not write as they are."""
BASE = 512
"""Characters for the last digit of a number; as many more are for the digits that others follow."""


def packed(files: Mapping[str, Mapping[str, shapely.Geometry]], unit: int = UNIT) -> bytes:
    """The shapes (WGS 84) by their ids, as JSON, for every file of them by its address.

    Their coordinates are rounded to ``unit`` steps a degree.
    """
    arcs = Arcs([shape for shapes in files.values() for shape in shapes.values()], unit)
    taken = {
        address: {name: arcs.parts(shape) for name, shape in shapes.items()}
        for address, shapes in files.items()
    }
    content = {"unit": unit, "arcs": list(_written(arcs.all)), "files": taken}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def packed_address(content: bytes, name: str = PACKED) -> str:
    """The address of what was packed, relative to the page; it changes with the content."""
    return f"geodata/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def _written(arcs: Iterable[Arc]) -> Iterable[str]:
    """Each arc, which begins where the one before has ended."""
    x = y = 0
    for arc in arcs:
        steps = []
        for to_x, to_y in arc:
            steps += [to_x - x, to_y - y]
            x, y = to_x, to_y
        yield "".join(map(_digits, steps))


def _digits(number: int) -> str:
    """The digits of a whole number, the smallest first; its last bit is whether it is below 0."""
    rest = 2 * number if number >= 0 else -2 * number - 1
    digits = []
    while rest >= BASE:
        digits.append(BASE + rest % BASE)
        rest //= BASE
    return "".join(chr(ord(FIRST) + digit) for digit in [*digits, rest])
