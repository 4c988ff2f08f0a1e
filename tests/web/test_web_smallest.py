"""What is made as small as can be is made once, for all who ask and for every record."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import brotli
import pytest
from samples import PackCopy
from werkzeug.test import Client

from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.web import answers_of_before, compression, smallest
from dashboard.web.answers_of_before import AnswersOfBefore
from dashboard.web.front import FrontDoor
from dashboard.web.loading import load_records
from dashboard.web.site import open_site
from dashboard.web.smallest import Smallest

READERS = 6
QUICK = 1
"""How small is no matter here."""
SCRIPT = "/_dash-component-suites/dash/dash-renderer/build/dash_renderer.min.js"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was compressed, whenever something was."""
    contents: list[bytes] = []
    compress: Callable[..., bytes] = brotli.compress

    class Counting:
        decompress = staticmethod(brotli.decompress)

        @staticmethod
        def compress(content: bytes, quality: int) -> bytes:
            contents.append(content)
            return compress(content, quality=min(quality, QUICK))

    monkeypatch.setattr(smallest, "brotli", Counting)
    return contents


def test_many_who_come_together_wait_for_one_making(made: list[bytes]) -> None:
    kept, together = Smallest(), Barrier(READERS)
    content = bytes(range(256)) * 2000

    def ask(_reader: int) -> bytes:
        together.wait(20)
        return kept.of(content)

    with ThreadPoolExecutor(READERS) as readers:
        answers = set(readers.map(ask, range(READERS)))
    assert made == [content]
    assert [brotli.decompress(answer) for answer in answers] == [content]


def test_what_there_is_no_room_for_is_made_again(made: list[bytes]) -> None:
    kept = Smallest(room=20)
    assert {brotli.decompress(kept.of(content)) for content in (b"one", b"two")} == {b"one", b"two"}
    for content in (b"three", b"four", b"five", b"one"):
        kept.of(content)
    assert made == [b"one", b"two", b"three", b"four", b"five", b"one"]


def test_a_record_that_is_loaded_anew_finds_what_it_left_as_it_was(
    made: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compression, "SMALLEST", Smallest())
    answers = set()
    for _ in range(2):
        front = FrontDoor()
        open_site(front, [DEFAULT_PACK], BOUNDARIES, ASSETS, lambda: date(2026, 3, 3))
        answer = Client(front).get(SCRIPT, headers={"Accept-Encoding": "br"})
        assert answer.headers["Content-Encoding"] == "br"
        answers.add(answer.data)
    assert len(answers) == len(made) == 1


def test_the_next_start_makes_only_what_another_record_has_changed(
    made: list[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = PackCopy(tmp_path / "pack")
    other.edit("states.csv", "FIN", note="Another word about Finland.")
    answers = set()
    for pack in (DEFAULT_PACK, other.folder):
        begun = Smallest()
        monkeypatch.setattr(compression, "SMALLEST", begun)
        monkeypatch.setattr(answers_of_before, "SMALLEST", begun)
        settings = {"pack": (pack,), "public_url": "", "base_path": ""}
        before = AnswersOfBefore(tmp_path / "cache", settings, print, begin=lambda work: work())
        front = FrontDoor()
        load_records(settings, before)(front)
        answers.add(Client(front).get(SCRIPT, headers={"Accept-Encoding": "br"}).data)
    assert len(answers) == 1
    assert made.count(brotli.decompress(*answers)) == 1
