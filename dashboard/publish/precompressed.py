"""Compresses files once and as small as can be, for hosts that send what lies beside a file."""

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import brotli

Quality: TypeAlias = Mapping[str, int]
"""How hard each of the two tries, by the ending of its files."""
ENDINGS = (".br", ".gz")
"""What the names of the compressed files have behind that of the plain one."""
BEST: Quality = {"br": 11, "gz": 9}
"""As small as each can make them."""


def write_compressed(path: Path, quality: Quality = BEST) -> None:
    """Write the compressed files beside a file. The same content gives the same bytes."""
    content = path.read_bytes()
    small = brotli.compress(content, quality=quality["br"])
    zipped = gzip.compress(content, quality["gz"], mtime=0)
    for ending, compressed in zip(ENDINGS, (small, zipped), strict=True):
        path.with_name(path.name + ending).write_bytes(compressed)
