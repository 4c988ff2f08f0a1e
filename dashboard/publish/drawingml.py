"""Shapes and texts written as DrawingML, for the tree of shapes of a slide.

Places and sizes are in points from the slide's upper left corner. Shapes have no numbers yet:
`dashboard.publish.slides.slide` counts them when all are there.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
POINT = 12_700
"""English metric units in a point."""
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
NO_XML = frozenset({"Cc", "Cs", "Cn", "Co"})
"""Categories of characters that no text keeps: controls, halves of pairs, what is unassigned."""
PATTERNS = {45: "wdUpDiag", -45: "wdDnDiag"}


class Box(NamedTuple):
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends on the right."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Run:
    """A piece of text; ``colour`` is ``#rrggbb`` or a colour of the theme (``tx1``)."""

    text: str
    size: float
    colour: str = "tx1"
    bold: bool = False
    serif: bool = False
    language: str = "en-GB"


@dataclass(frozen=True)
class Paragraph:
    """Runs in a line or more; ``before`` is the room above it, in points."""

    runs: tuple[Run, ...]
    before: float = 0
    centred: bool = False


@dataclass(frozen=True)
class Line:
    """A stroke: its colour, its width in points, and whether it is dashed."""

    colour: str
    width: float
    dashed: bool = False


@dataclass(frozen=True)
class Fill:
    """A colour; with ``lines`` (``#rrggbb``) a pattern of diagonals that ``turn`` 45 or -45."""

    colour: str
    lines: str = ""
    turn: int = 45


Paragraphs: TypeAlias = Sequence[Paragraph]


def clean(text: str) -> str:
    """The text in one line, without the characters that XML or a reader has no use for."""
    kept = (mark for mark in text if mark.isspace() or unicodedata.category(mark) not in NO_XML)
    return " ".join("".join(kept).split())


def units(points: float) -> int:
    """Points as English metric units."""
    return round(points * POINT)


def colour_xml(colour: str) -> str:
    """``#rrggbb`` as such, any other name as a colour of the theme."""
    if colour.startswith("#"):
        return f'<a:srgbClr val="{colour[1:].upper()}"/>'
    return f'<a:schemeClr val="{colour}"/>'


def _fill_xml(fill: Fill | None) -> str:
    if fill is None:
        return "<a:noFill/>"
    if fill.lines:
        return (
            f'<a:pattFill prst="{PATTERNS[fill.turn]}"><a:fgClr>{colour_xml(fill.lines)}</a:fgClr>'
            f"<a:bgClr>{colour_xml(fill.colour)}</a:bgClr></a:pattFill>"
        )
    return f"<a:solidFill>{colour_xml(fill.colour)}</a:solidFill>"


def _line_xml(line: Line | None) -> str:
    if line is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="sysDash"/>' if line.dashed else ""
    return (
        f'<a:ln w="{units(line.width)}"><a:solidFill>{colour_xml(line.colour)}</a:solidFill>'
        f"{dash}<a:round/></a:ln>"
    )


def _run_xml(run: Run) -> str:
    return (
        f'<a:r><a:rPr lang="{run.language}" sz="{round(run.size * 100)}" b="{run.bold:d}" '
        f'dirty="0"><a:solidFill>{colour_xml(run.colour)}</a:solidFill>'
        f'<a:latin typeface="+{"mj" if run.serif else "mn"}-lt"/></a:rPr>'
        f"<a:t>{escape(run.text)}</a:t></a:r>"
    )


def _paragraph_xml(paragraph: Paragraph) -> str:
    before = f'<a:spcBef><a:spcPts val="{round(paragraph.before * 100)}"/></a:spcBef>'
    align = "ctr" if paragraph.centred else "l"
    runs = "".join(map(_run_xml, paragraph.runs))
    return f'<a:p><a:pPr marL="0" indent="0" algn="{align}">{before}<a:buNone/></a:pPr>{runs}</a:p>'


def _body_xml(paragraphs: Paragraphs, wrap: bool, middle: bool) -> str:
    return (
        f'<p:txBody><a:bodyPr wrap="{"square" if wrap else "none"}" lIns="0" tIns="0" rIns="0" '
        f'bIns="0" rtlCol="0" anchor="{"ctr" if middle else "t"}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{''.join(map(_paragraph_xml, paragraphs)) or '<a:p/>'}</p:txBody>"
    )


def _named(name: str, alt: str | None) -> str:
    """Name and alternative text; without one (None) the shape is marked as decorative."""
    if alt is None:
        return f'<p:cNvPr id="0" name={quoteattr(clean(name))}>{DECORATIVE}</p:cNvPr>'
    described = f" descr={quoteattr(clean(alt))}" if alt else ""
    return f'<p:cNvPr id="0" name={quoteattr(clean(name))}{described}/>'


def _placed_xml(box: Box) -> str:
    return (
        f'<a:xfrm><a:off x="{units(box.left)}" y="{units(box.top)}"/>'
        f'<a:ext cx="{units(box.width)}" cy="{units(box.height)}"/></a:xfrm>'
    )


def text_box(name: str, box: Box, paragraphs: Paragraphs) -> str:
    """A text without a frame."""
    return (
        f'<p:sp><p:nvSpPr>{_named(name, "")}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{_placed_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f"</p:spPr>{_body_xml(paragraphs, True, False)}</p:sp>"
    )


def title(name: str, box: Box, paragraph: Paragraph) -> str:
    """The text of the slide's title."""
    return (
        f'<p:sp><p:nvSpPr>{_named(name, "")}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>{_placed_xml(box)}</p:spPr>'
        f"{_body_xml([paragraph], True, False)}</p:sp>"
    )


def shape(
    name: str,
    box: Box,
    fill: Fill | None,
    line: Line | None = None,
    alt: str | None = None,
    paragraphs: Paragraphs = (),
    form: str = "rect",
) -> str:
    """A shape of a preset ``form``, with centred text or without; it has an ``alt`` or is
    decorative."""
    centred = [replace(paragraph, centred=True) for paragraph in paragraphs]
    return (
        f"<p:sp><p:nvSpPr>{_named(name, '' if paragraphs else alt)}<p:cNvSpPr/><p:nvPr/>"
        f'</p:nvSpPr><p:spPr>{_placed_xml(box)}<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
        f"{_fill_xml(fill)}{_line_xml(line)}</p:spPr>{_body_xml(centred, False, True)}</p:sp>"
    )


@dataclass(frozen=True)
class Path:
    """A drawn path and the box that it fills: made once, used on many slides.

    A shape holds ``mark`` in its place; `slides.paths` puts ``xml`` there when the slide is done,
    so that the thousands of points of a map are not built as a tree again and again.
    """

    box: Box
    opening: str
    mark: str
    xml: str


def freeform(
    name: str, path: Path, fill: Fill | None, line: Line | None, alt: str | None = None
) -> str:
    """A shape of a path; it has an ``alt`` or is decorative."""
    return (
        f"<p:sp><p:nvSpPr>{_named(name, alt)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>"
        f"{_placed_xml(path.box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{path.opening}<!--{path.mark}--></a:path></a:pathLst></a:custGeom>{_fill_xml(fill)}{_line_xml(line)}"
        "</p:spPr></p:sp>"
    )


def group(name: str, box: Box, alt: str | None, parts: Iterable[str]) -> str:
    """Shapes that are moved as one."""
    place = _placed_xml(box).removesuffix("</a:xfrm>")
    inner = place.removeprefix("<a:xfrm>").replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    return (
        f"<p:grpSp><p:nvGrpSpPr>{_named(name, alt)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{place}{inner}</a:xfrm></p:grpSpPr>{''.join(parts)}</p:grpSp>"
    )


def around(boxes: Iterable[Box]) -> Box:
    """The box around others."""
    found = list(boxes)
    left, top = min(box.left for box in found), min(box.top for box in found)
    right, bottom = max(box.right for box in found), max(box.bottom for box in found)
    return Box(left, top, right - left, bottom - top)
