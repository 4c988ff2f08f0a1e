"""Reads the slides of a deck as a reader of the file sees them."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SAID = ("Sentence", "Figure", "Lines", "Quote")
"""How the names of shapes begin that hold the words of a scene."""


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def tree(slide: Any) -> Any:
    """The XML of a slide, free of python-pptx's own classes."""
    return _tree(slide._element)


@lru_cache(100)
def _tree(element: Any) -> Any:
    return etree.fromstring(etree.tostring(element))


def text(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter(f"{A}t"))


def said(slide: Any) -> Iterator[str]:
    """The paragraphs of a slide that are the scene's own words, without the marks of quotes."""
    for shape in slide.shapes:
        if shape.name.startswith(SAID):
            for paragraph in shape.text_frame.paragraphs:
                yield paragraph.text.removeprefix("“").removesuffix("”")


def sizes(slide: Any) -> Iterator[tuple[str, int]]:
    """The name of the shape and the size, in points, of every run."""
    for shape in tree(slide).iter(f"{P}sp"):
        name = shape.find(f".//{P}cNvPr").get("name")
        for run in shape.iter(f"{A}rPr"):
            yield name, int(run.get("sz")) / 100
