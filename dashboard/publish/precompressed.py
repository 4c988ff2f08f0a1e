"""Compresses files once and as small as can be, for hosts that send what lies beside a file."""

import gzip
from pathlib import Path

import brotli

ENDINGS = (".br", ".gz")
"""What the names of the compressed files have behind that of the plain one."""
BEST = {"br": 11, "gz": 9}


def write_compressed(path: Path) -> None:
    """Write the compressed files beside a file. The same content gives the same bytes."""
    content = path.read_bytes()
    small = brotli.compress(content, quality=BEST["br"])
    zipped = gzip.compress(content, BEST["gz"], mtime=0)
    for ending, compressed in zip(ENDINGS, (small, zipped), strict=True):
        path.with_name(path.name + ending).write_bytes(compressed)
