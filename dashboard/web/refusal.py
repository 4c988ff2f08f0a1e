"""Refusals in one shape: a small page for people, a line of text or JSON for programs."""

import json
from html import escape
from http import HTTPStatus

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

TEXT, PAGE, JSON = "text/plain", "text/html", "application/json"
SHAPES = (TEXT, PAGE, JSON)
"""The shapes by rank: who takes any gets a line of text."""
DOCUMENT = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} – Flankwatch</title>
<style>
  body {{ max-width: 34rem; margin: 20vh auto; padding: 0 1.5rem; font: 1rem/1.5 system-ui; }}
  h1 {{ font: 700 1.75rem/1.25 Georgia, serif; }}
</style>
<h1>{title}</h1>
<p>{text}</p>
<p><a href="{root}">Open the dashboard</a></p>
</html>
"""


def shaped(status: int, text: str, accept: str, root: str) -> tuple[bytes, str]:
    """The content of a refusal and its type, for who accepts what (RFC 9110, 12.5.1).

    ``root`` is the path of the dashboard on its host.
    """
    wanted = parse_accept_header(accept or "*/*", MIMEAccept).best_match(SHAPES, TEXT)
    text = text.strip()
    if wanted == JSON:
        return f"{json.dumps({'status': status, 'error': text})}\n".encode(), JSON
    if wanted == PAGE:
        title = HTTPStatus(status).phrase.capitalize()
        page = DOCUMENT.format(title=title, text=escape(text), root=escape(root))
        return page.encode(), f"{PAGE}; charset=utf-8"
    return f"{text}\n".encode(), f"{TEXT}; charset=utf-8"
