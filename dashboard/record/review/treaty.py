"""Doubts about the treaty's settings: its id, and the spans of time it offers."""

from collections.abc import Iterator

from dashboard.record.review.findings import Desk, Doubt, Finding


def name(desk: Desk) -> Iterator[Finding]:
    """An id other than the folder's name. No error: a draft lies in a folder of another name."""
    treaty = desk.ledger.pack.treaty
    if treaty.id != desk.folder:
        message = f"{treaty.id!r} is not the name of this folder (expected {desk.folder!r})"
        yield desk.setting("id", message, Doubt.OTHER_FOLDER)


def spans(desk: Desk) -> Iterator[Finding]:
    """Spans of time in which nothing happens that a reader could look at."""
    events = desk.ledger.pack.events
    for index, span in enumerate(desk.ledger.pack.treaty.spans):
        last = span.last or max(event.date.last for event in events)
        if not any(span.first <= event.date.last and event.date.first <= last for event in events):
            message = f"{span.label!r} holds no event (expected days on which something happened)"
            yield desk.setting(f"spans.{index}.first", message, Doubt.EMPTY_SPAN)
