"""Writes the head of the HTML document: its title, and the files that are loaded and when."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from dash import html

from dashboard.page_files import PageFiles
from dashboard.panels.contents import Contents
from dashboard.panels.markup import markup
from dashboard.panels.trouble import PATIENCE, STYLE
from dashboard.paths import ASSETS

EARLY = (ASSETS / "early.js").read_text(encoding="utf-8")
"""The script that stands in the document itself and runs before anything is painted."""
EARLY_HASH = "sha256-" + base64.b64encode(hashlib.sha256(EARLY.encode()).digest()).decode()
"""The hash of that script, by which the Content-Security-Policy allows it."""

FIGURES = "key-figures"
"""The name of their place in the document."""
AWAIT_THE_MAP = f'<link rel="expect" href="#{FIGURES}" blocking="render">'
"""Nothing is painted before the key figures are there, which follow the map and its time bar.

The map fills what these leave; a document of which only a part has come would move it.
"""

VEIL = (
    "<style>[data-veiled]:not([data-start],[data-look]) .page"
    f"{{visibility:hidden;animation:trouble 0s {PATIENCE}s forwards}}</style>\n"
)
"""Hides the one document of a copy while the address asks for another view, until the scripts show
that; where they do not come, it appears together with the message that says so."""


def title(contents: Contents) -> str:
    """The name of the site."""
    return f"Flankwatch: the {contents.ledger.pack.treaty.words.subject}"


def head(
    contents: Contents,
    files: PageFiles,
    folder: str,
    config: Mapping[str, Any],
    late: Mapping[str, Sequence[str] | str],
) -> str:
    """The head as HTML, but for the tags of previews.

    ``folder`` is where the parts of this record's page are, ``config`` what Dash wants to know of
    itself, and ``late`` the addresses of what is loaded when all else is there: ``scripts`` that
    run in this order, and the ``shapes`` that they draw.
    """
    treaty = contents.ledger.pack.treaty
    description = (
        f"Which {treaty.words.members} are bound by the {treaty.short_title}, who is leaving, "
        "when it takes effect and who said what."
    )
    return "".join(
        [
            '<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n',
            markup(
                [html.Meta(name="description", content=description), html.Title(title(contents))]
            ),
            f"\n<script>{EARLY}</script>\n{STYLE}\n",
            VEIL if contents.kept else "",
            f"{AWAIT_THE_MAP}\n",
            *_links(files.styles, 'rel="stylesheet"'),
            *_links(
                [f"{folder}view.json"],
                f'id="record-link" rel="preload" as="fetch" crossorigin data-fragments="{folder}" '
                f'data-stage="{escape(" ".join(files.stage))}" '
                f'data-trends="{escape(" ".join(files.trends))}" '
                f'data-world="{escape(files.world)}"',
            ),
            *_links(files.modules, 'rel="modulepreload"'),
            f'<script type="module" src="{escape(files.entry)}"></script>\n',
            *_links([files.icon], 'rel="icon" type="image/svg+xml"'),
            *_links(
                ["data/feed.atom"],
                'rel="alternate" type="application/atom+xml" title="Changes of standing"',
            ),
            _data("_dash-config", config),
            _data("late-files", late),
        ]
    )


def _links(addresses: Sequence[str], attributes: str) -> Iterable[str]:
    return (f'<link {attributes} href="{escape(address)}">\n' for address in addresses)


def _data(name: str, content: Any) -> str:
    text = json.dumps(content).replace("<", r"\u003c")
    return f'<script id="{name}" type="application/json">{text}</script>\n'
