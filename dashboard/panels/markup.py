"""Writes Dash components as HTML text.

Dash keeps every component of its layout in one store, and each change of the store takes time for
all of them. The panels have thousands of elements; as plain HTML they are not in the store, and
they can be read and printed before any script has run.
"""

from collections.abc import Mapping
from html import escape
from typing import Any

from dash.development.base_component import Component

from dashboard.panels.drawing import Drawing

HTML = "dash_html_components"
INPUT = ("dash_core_components", "Input")
VOID = frozenset({"br", "hr", "img", "input", "meta"})
RENAMED = {"className": "class", "htmlFor": "for"}
NOT_HTML = frozenset({"children", "debounce"})


def markup(content: Any) -> str:
    """The HTML of a component, a drawing, a text, a number, None, or a list of these.

    Text and attributes are escaped. ``dcc.Input`` becomes an input; other ``dcc`` components
    need Dash, and are an error here.

    Raises:
        TypeError: the content cannot be plain HTML.
    """
    if content is None:
        return ""
    if isinstance(content, list | tuple):
        return "".join(markup(item) for item in content)
    if isinstance(content, Component):
        return _element(content)
    if isinstance(content, Drawing):
        return content.svg
    return escape(str(content))


def _element(component: Component) -> str:
    described = component.to_plotly_json()  # type: ignore[no-untyped-call]
    tag, properties = _tag(described), described["props"]
    attributes = "".join(
        _attribute(name, value)
        # Dash gives them in another order in every process; the same page has the same bytes.
        for name, value in sorted(properties.items())
        if name not in NOT_HTML
    )
    if tag in VOID:
        return f"<{tag}{attributes}>"
    return f"<{tag}{attributes}>{markup(properties.get('children'))}</{tag}>"


def _tag(described: Mapping[str, Any]) -> str:
    kind = (described["namespace"], described["type"])
    if kind == INPUT:
        return "input"
    if described["namespace"] != HTML:
        raise TypeError(f"{described['type']} is not plain HTML")
    return str(described["type"]).lower()


def _attribute(name: str, value: Any) -> str:
    name = RENAMED.get(name, name.lower())
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    if isinstance(value, dict):
        value = ";".join(f"{property_}:{setting}" for property_, setting in value.items())
    return f' {name}="{escape(str(value))}"'
