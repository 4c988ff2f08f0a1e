"""The keys of the page, as a dialog: what they do, and a way to switch the single ones off."""

from dash import html
from dash.development.base_component import Component

from dashboard.panels.elements import data, dialog

KEYS = (
    (("←", "→"), "Previous and next change"),
    (("P",), "Play and pause"),
    (("L",), "Latest day on record"),
    (("D",), "Write a day"),
    (("S",), "Go to the list of states; arrows or first letters choose, Enter takes"),
    (("/",), "Search the quotes"),
    (("+", "\N{MINUS SIGN}", "0"), "Larger map, smaller map, whole map"),
    (("W", "G"), "The world, the globe; again: back to the region"),
    (("T",), "Light or dark theme"),
    (("C",), "Trends: charts of how it went"),
    (("B",), "Present: scene by scene, full screen"),
    (("?",), "This list"),
)
ALWAYS = (
    (("Esc",), "No state chosen"),
    (("←", "→", "Home", "End"), "On the time bar: a day back and on, first day, last day"),
)
KEYS_OFF, KEYS_ON = "Switch single keys off", "Switch single keys on"


def keys_help() -> Component:
    """The dialog. Single keys can be switched off (WCAG 2.1.4): speech input types them."""
    meanings = [
        part
        for keys, meaning in [*KEYS, *ALWAYS]
        for part in (html.Dt([html.Kbd(key) for key in keys]), html.Dd(meaning))
    ]
    content = [
        html.H2("Keys", className="dialog-title"),
        html.Dl(meanings, className="keys"),
        html.P(
            "Single keys do nothing while you write or choose in a field.", className="panel-note"
        ),
    ]
    switch = html.Button(
        KEYS_OFF, id="keys-switch", type="button", className="control", **data(toggle="keys")
    )
    return dialog("help", "Keys", content, [switch])
