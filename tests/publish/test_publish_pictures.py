"""Pictures are made once and kept, as many as there is room for, and only some at a time."""

from collections.abc import Callable
from datetime import date

import pytest

from dashboard.publish import workshop as module
from dashboard.publish.picture import Studio
from dashboard.publish.picture_forms import Request
from dashboard.publish.pictures import Pictures
from dashboard.publish.shelf import Shelf
from dashboard.publish.typesetting import Typeset
from dashboard.publish.workshop import AT_ONCE, BusyError

DAYS = [date(2025, 1, number) for number in range(1, 29)]


def drawing(monkeypatch: pytest.MonkeyPatch, draw: Callable[[Request], bytes]) -> None:
    """Let ``draw`` make the pictures."""
    monkeypatch.setattr(Studio, "picture", lambda _, request: Typeset(draw(request), ""))


def test_a_picture_is_made_once_and_no_more_are_kept_than_there_is_room_for(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[date] = []

    def draw(request: Request) -> bytes:
        drawn.append(request.day)
        return bytes(100)

    drawing(monkeypatch, draw)
    monkeypatch.setattr(module, "KEPT", 300)
    pictures = Pictures(studio)
    for when in (*DAYS[:3], DAYS[0], DAYS[3], DAYS[0], DAYS[1]):
        pictures.file(Request(when))
    assert drawn == [*DAYS[:4], DAYS[1]]


def test_what_is_larger_than_all_the_room_is_not_kept() -> None:
    shelf = Shelf[Request, bytes](10, len)
    shelf.put(Request(DAYS[0]), bytes(11))
    assert shelf.get(Request(DAYS[0])) is None


def test_the_scale_is_nothing_to_a_drawing(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Request] = []
    drawing(monkeypatch, lambda request: drawn.append(request) or b"")
    pictures = Pictures(studio)
    for scale in (1, 2, 4):
        pictures.file(Request(DAYS[0], "svg", scale=scale))
        pictures.file(Request(DAYS[0], "png", scale=scale))
    assert [request.format for request in drawn].count("svg") == 1
    assert [request.format for request in drawn].count("png") == 3


def test_only_some_are_drawn_at_a_time(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = Pictures(studio)
    asked: list[int] = []

    def draw_while_others_ask(request: Request) -> bytes:
        asked.append(request.day.day)
        if len(asked) < AT_ONCE:
            pictures.file(Request(DAYS[len(asked)]))
        elif len(asked) == AT_ONCE:
            with pytest.raises(BusyError, match=r"Ask again in a moment\.$"):
                pictures.file(Request(DAYS[20]))
        return b"drawn"

    drawing(monkeypatch, draw_while_others_ask)
    pictures.file(Request(DAYS[0]))
    assert len(asked) == AT_ONCE
    assert pictures.file(Request(DAYS[20])) == b"drawn"


def test_of_large_pictures_only_one_is_drawn_at_a_time(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = Pictures(studio)
    large = [Request(when, form="map", scale=4) for when in DAYS[:2]]

    def draw_while_others_ask(request: Request) -> bytes:
        if request == large[0]:
            with pytest.raises(BusyError):
                pictures.file(large[1])
            assert pictures.file(Request(DAYS[2], form="map", scale=2)) == b"drawn"
        return b"drawn"

    drawing(monkeypatch, draw_while_others_ask)
    assert [pictures.file(request) for request in large] == [b"drawn"] * 2


def test_a_picture_that_fails_leaves_its_turn_to_others(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Request) -> bytes:
        raise MemoryError

    pictures = Pictures(studio)
    drawing(monkeypatch, fail)
    for _ in range(AT_ONCE + 1):
        with pytest.raises(MemoryError):
            pictures.file(Request(DAYS[0], scale=4))
