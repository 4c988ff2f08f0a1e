"""One scene as one slide: the words, the picture, the legend, the notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pptx.oxml import parse_xml

from dashboard.publish.drawingml import NAMESPACES, clean
from dashboard.publish.slides.bars_group import bars_xml
from dashboard.publish.slides.chart import add_chart
from dashboard.publish.slides.ground import Ground
from dashboard.publish.slides.lanes_group import lanes_xml
from dashboard.publish.slides.layout import Placed, placed
from dashboard.publish.slides.legend import legend
from dashboard.publish.slides.map_group import map_group
from dashboard.publish.slides.notes import notes_of, source_lines
from dashboard.publish.slides.palette import Palette
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.scene import Scene
from dashboard.story.frames import Frame, frame_on
from dashboard.story.headline import plain

LANGUAGE = "en-GB"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Setting:
    """What all slides of a deck share; ``slide`` is their width and height in points."""

    ledger: Ledger
    frames: tuple[Frame, ...]
    day: date
    slide: tuple[float, float]
    ground: Ground
    palette: Palette
    names: Mapping[str, str]


def fill(slide: Any, scene: Scene, place: str, setting: Setting) -> None:
    """Draw a scene on an empty slide; ``place`` says which it is of how many."""
    shown_day = scene.map.day if scene.map else setting.day
    kicker = f"{day_in_words(shown_day)} · {place}"
    sources = source_lines(scene, setting.ledger)
    words = placed(scene, kicker, sources, setting.slide, setting.palette)
    tree = slide.shapes._spTree
    for shape in list(slide.shapes):
        tree.remove(shape._element)
    _append(tree, [words.title, words.kicker, *words.blocks])
    if scene.steps:
        alt, colour = clean(plain(scene.sentence)), setting.palette.colour(Standing.PARTY)
        add_chart(slide.shapes, scene, words.picture, colour, setting.day, alt)
    key = legend(scene.drawn, words.legend, setting.palette)
    _append(tree, [_picture(scene, words, setting), key, words.source])
    for number, shape in enumerate(tree.iter("{*}cNvPr"), start=1):
        shape.set("id", str(number))
    _note(slide, scene, setting)


def _picture(scene: Scene, words: Placed, setting: Setting) -> str:
    if scene.map:
        sentence = plain(frame_on(setting.frames, scene.map.day).headline(scene.map.day))
        return map_group(setting.ground, scene.map, setting.names, setting.palette, sentence)
    if scene.lanes:
        return lanes_xml(scene.lanes, setting.day, words.picture, setting.palette)
    if scene.bars:
        return bars_xml(scene.bars, words.picture, setting.palette)
    return ""


def _append(tree: Any, parts: Iterable[str]) -> None:
    root = parse_xml(f"<p:spTree {NAMESPACES}>{''.join(parts)}</p:spTree>".encode())
    for element in list(root):
        tree.append(element)


def _note(slide: Any, scene: Scene, setting: Setting) -> None:
    shown = " ".join(map(text_of, slide.shapes._spTree.iter(f"{DRAWING}p")))
    notes = slide.notes_slide
    frame = notes.notes_text_frame
    frame.text = "\n".join(notes_of(scene, setting.ledger, setting.day, shown))
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run._r.get_or_add_rPr().set("lang", LANGUAGE)
    for number, shape in enumerate(notes.shapes._spTree.iter("{*}cNvPr"), start=1):
        shape.set("id", str(number))


def text_of(paragraph: Any) -> str:
    """The text of a paragraph."""
    return "".join(text.text or "" for text in paragraph.iter(f"{DRAWING}t"))
