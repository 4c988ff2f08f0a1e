"""Dash components as HTML text: what never changes on the server is sent as a page, not as props.

Dash keeps every component of its layout in one store, and each change of it costs all of them.
The panels hold some thousands of elements that only style sheets and scripts touch; as plain
HTML they cost nothing, and they can be read and printed before any script has run.
"""

from html import escape
from typing import Any

from dash import dcc
from dash.development.base_component import Component

from dashboard.panels.drawing import Drawing

ENTRY = "{%app_entry%}"
"""Where Dash puts its own part into the page. This very object stays as it is; a text of the same
letters in the record is text."""

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
    return ENTRY if content is ENTRY else _escaped(str(content))


def _element(component: Component) -> str:
    tag = _tag(component)
    properties = component.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
    attributes = "".join(
        _attribute(name, value) for name, value in properties.items() if name not in NOT_HTML
    )
    if tag in VOID:
        return f"<{tag}{attributes}>"
    return f"<{tag}{attributes}>{markup(properties.get('children'))}</{tag}>"


def _tag(component: Component) -> str:
    if isinstance(component, dcc.Input):
        return "input"
    if component._namespace != "dash_html_components":
        raise TypeError(f"{type(component).__name__} is not plain HTML")
    return type(component).__name__.lower()


def _attribute(name: str, value: Any) -> str:
    name = RENAMED.get(name, name.lower())
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    if isinstance(value, dict):
        value = ";".join(f"{property_}:{setting}" for property_, setting in value.items())
    return f' {name}="{_escaped(str(value))}"'


def _escaped(text: str) -> str:
    """Text for HTML that is also safe in Dash's page template, whose places are ``{%name%}``."""
    return escape(text).replace("{%", "&#123;%")
