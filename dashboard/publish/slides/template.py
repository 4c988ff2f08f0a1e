"""An empty presentation of one shape, with nothing of python-pptx's own template but its parts."""

from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as KIND
from pptx.oxml import parse_xml
from pptx.util import Emu

from dashboard.publish.drawingml import units
from dashboard.publish.slides.palette import Palette
from dashboard.publish.slides.theme import theme_xml

RATIOS = {"16:9": (960.0, 540.0), "4:3": (720.0, 540.0)}
"""Width and height of a slide in points, by its ratio."""
KEPT = ("Title Only", "Title and Content")
"""The layouts that remain; slides use the first."""
PLACES = {"title": (40.0, 40.0, 90.0), "body": (40.0, 150.0, 330.0)}
"""Left, top and height of the master's placeholders, in points."""
UNUSED = ("dt", "ftr", "sldNum")
"""Placeholders whose words would be the program's own."""
TITLE_SIZE, BODY_SIZE = 3000, (2400, 2000, 1800, 1600, 1600)


def empty(ratio: str, palette: Palette) -> Any:
    """A presentation without slides, of a ``ratio`` of `RATIOS`; ``colours`` are the tokens."""
    deck = Presentation()
    width, height = RATIOS[ratio]
    deck.slide_width, deck.slide_height = Emu(units(width)), Emu(units(height))
    size = deck.part._element.find("{*}sldSz")
    if ratio != "4:3":
        del size.attrib["type"]
    _drop(deck.part.package, KIND.THUMBNAIL)
    _drop(deck.part, KIND.PRINTER_SETTINGS)
    for layout in list(deck.slide_layouts):
        if layout.name not in KEPT:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    for holder in (master, *deck.slide_layouts):
        _without_unused(holder)
    _place(master, width)
    _letter(master)
    theme = master.part.part_related_by(KIND.THEME)
    theme._blob = theme_xml(palette).encode()
    return deck


def layout_of(deck: Any) -> Any:
    """The layout of every slide."""
    return deck.slide_layouts.get_by_name(KEPT[0])


def list_notes_master(deck: Any, palette: Palette) -> None:
    """Name the master of notes where the format wants it; python-pptx only relates it."""
    presentation = deck.part._element
    master = deck.notes_master.part
    number = deck.part.relate_to(master, KIND.NOTES_MASTER)
    masters = presentation.find("{*}sldMasterIdLst")
    space = masters.tag.split("}")[0][1:]
    listed = presentation.makeelement(f"{{{space}}}notesMasterIdLst")
    entry = listed.makeelement(f"{{{space}}}notesMasterId")
    entry.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", number)
    listed.append(entry)
    masters.addnext(listed)
    master.part_related_by(KIND.THEME)._element = parse_xml(theme_xml(palette).encode())


def _drop(owner: Any, kind: str) -> None:
    relations = owner._rels
    for number in [number for number, rel in relations.items() if rel.reltype == kind]:
        relations.pop(number)


def _without_unused(holder: Any) -> None:
    for shape in list(holder.placeholders):
        kind = shape._element.find(".//{*}ph").get("type")
        if kind in UNUSED:
            shape._element.getparent().remove(shape._element)


def _place(master: Any, width: float) -> None:
    for shape in master.placeholders:
        left, top, height = PLACES[shape._element.find(".//{*}ph").get("type")]
        shape.left, shape.top = Emu(units(left)), Emu(units(top))
        shape.width, shape.height = Emu(units(width - 2 * left)), Emu(units(height))


def _letter(master: Any) -> None:
    """Titles bold and to the left, texts in sizes that are read from afar."""
    styles = master._element.find("{*}txStyles")
    heading = styles.find("{*}titleStyle/{*}lvl1pPr")
    heading.set("algn", "l")
    heading.find("{*}defRPr").set("sz", str(TITLE_SIZE))
    heading.find("{*}defRPr").set("b", "1")
    levels = list(styles.find("{*}bodyStyle"))
    for level, size in zip(levels, BODY_SIZE, strict=False):
        level.find("{*}defRPr").set("sz", str(size))
    for fit in master._element.findall(".//{*}normAutofit"):
        fit.getparent().remove(fit)
    for body in master._element.findall(".//{*}bodyPr"):
        if body.get("anchor") == "ctr":
            body.set("anchor", "t")
