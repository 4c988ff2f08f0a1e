"""Sets pictures and paper with Typst: a template, the data for it, a file.

Data reach a template as JSON, in ``sys.inputs``; whatever a text holds, it is never code.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

import typst

from dashboard.publish.letters import font_files, missing_letters
from dashboard.publish.printable import printable
from dashboard.publish.svg import shortened

TEMPLATES = Path(__file__).resolve().parent / "templates"
Format: TypeAlias = Literal["svg", "png", "pdf"]
DOTS = 96
"""Pixels of a PNG to the inch at which it has the size that its template names in ``px``."""
LONGEST_WORD = 32
"""Letters after which a word may be broken, so that no word leaves its column."""
ENDLESS = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
BREAK = "\u200b"


@dataclass(frozen=True)
class Typeset:
    """A file. ``missing_letters`` are those that its own fonts lack: the system's were tried."""

    content: bytes
    missing_letters: str


def typeset(
    template: str,
    inputs: Mapping[str, str],
    form: Format,
    day: date,
    scale: float = 1,
    standards: Sequence[Literal["ua-1", "a-2a"]] = (),
) -> Typeset:
    """Set a template of ``TEMPLATES`` with ``inputs``, each a JSON text (``as_json``).

    Where letters are missing, a PDF is made without the ``standards``: they would refuse it.
    ``day`` is the date that a PDF carries, so that the same data always make the same bytes;
    ``scale`` enlarges a PNG.

    Raises:
        typst.TypstError: the template cannot be set with these data, or not to the standards.
    """
    lacking = missing_letters("".join(inputs.values()))
    content, _ = typst.compile_with_warnings(
        TEMPLATES / template,
        root=TEMPLATES,
        format=form,
        ppi=DOTS * scale,
        font_paths=_fonts(bool(lacking)),
        ignore_system_fonts=not lacking,
        sys_inputs=dict(inputs),
        pdf_standards=[] if lacking else list(standards),
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )
    return Typeset(shortened(content) if form == "svg" else content, lacking)


@cache
def _fonts(with_the_systems: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=with_the_systems,
        include_embedded_fonts=False,
        font_paths=sorted({file.parent for file in font_files()}),
    )


def as_json(data: Any) -> str:
    """Data as an input of a template."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def one_line(text: str, longest: int) -> str:
    """A text for a template: one line, no control characters, at most ``longest`` letters.

    It is shortened at a word, with ``…``; words without end may be broken.
    """
    line = " ".join(printable(text).split())
    if len(line) > longest:
        line = line[:longest].rpartition(" ")[0] or line[: longest - 1]
        line = f"{line.rstrip(' ,;.')}…"
    return ENDLESS.sub(rf"\g<0>{BREAK}", line)
