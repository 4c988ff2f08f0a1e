"""The file of a presentation with nothing in it that changes from one time to the next."""

import re
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO

from dashboard.publish.slides.paths import with_paths

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP file can tell."""
LEVEL = 6
WORKBOOK, SLIDES = ".xlsx", "ppt/slides/slide"
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
CORE = "docProps/core.xml"


def settled(content: bytes, day: date, paths: Mapping[str, str]) -> bytes:
    """An Office file whose times are all those of a ``day``, workbooks inside it too.

    On slides, ``paths`` are put where their marks stand.
    """
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(WORKBOOK):
                part = settled(part, day, {})
            if name.startswith(SLIDES):
                part = with_paths(part, paths)
            if name == CORE:
                part = STAMP.sub(rb"\g<1>%sT00:00:00Z\g<2>" % str(day).encode(), part)
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, part, compresslevel=LEVEL)
    return file.getvalue()
