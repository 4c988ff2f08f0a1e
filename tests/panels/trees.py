"""Walks a tree of components."""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def walk(content: Any) -> Iterator[Component]:
    """Every component of a tree, the outermost first."""
    if isinstance(content, list | tuple):
        for item in content:
            yield from walk(item)
    elif isinstance(content, Component):
        yield content
        yield from walk(getattr(content, "children", None))


def props(component: Component) -> dict[str, Any]:
    found: dict[str, Any] = component.to_plotly_json()["props"]
    return found


def with_prop(content: Any, name: str, value: Any = None) -> list[Component]:
    """The components that have a property (of this value, where one is given)."""
    return [
        component
        for component in walk(content)
        if name in props(component) and value in (None, props(component)[name])
    ]


def by_id(content: Any, name: str) -> Component:
    """The one component of this id."""
    [found] = with_prop(content, "id", name)
    return found


def by_class(content: Any, name: str) -> list[Component]:
    """The components of this class, among others."""
    return [
        component
        for component in walk(content)
        if name in str(props(component).get("className", "")).split()
    ]


def words(content: Any) -> str:
    """The text of a tree."""
    if isinstance(content, Component):
        return words(getattr(content, "children", None))
    if isinstance(content, list | tuple):
        return "".join(words(item) for item in content)
    return "" if content is None else str(content)
