"""Text out of XML and HTML, in which footnotes keep their marks."""

from lxml.etree import _Element

SUPERSCRIPTS = frozenset({"sup", "superscript"})
SILENT = frozenset({"script", "style"})


def name_of(element: _Element) -> str:
    """The name of an element, without its namespace; blank for comments."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def marked_text(element: _Element) -> str:
    """All words of an element; superscripts are marked as the depositary's XML marks them."""
    parts = [element.text or ""]
    for child in element:
        name = name_of(child)
        if name in SUPERSCRIPTS:
            parts.append(f"<superscript>{marked_text(child)}</superscript>")
        elif name and name not in SILENT:
            parts.append(f" {marked_text(child)} ")
        parts.append(child.tail or "")
    return "".join(parts)
