"""What is kept from one start to the next: given at once, never of another record."""

import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest
from samples import PackCopy
from werkzeug.test import Client

from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.web.answers_of_before import ENCODINGS, MOST_FILES, AnswersOfBefore, name_of
from dashboard.web.front import FrontDoor
from dashboard.web.ready import ReadyAnswers
from dashboard.web.setting_values import cache_folder

HASHES = ("'sha256-x'",)
ASKED = ["/", "/styles.css?v=1"]


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    pack = PackCopy(tmp_path / "pack")
    return {"pack": (pack.folder,), "public_url": "", "base_path": ""}


class Page:
    """A site of which every answer says how often it was made."""

    def __init__(self) -> None:
        self.made = 0
        self._ready = ReadyAnswers(self._inner)

    def _inner(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        self.made += 1
        start("200 OK", [("ETag", '"1"'), ("Content-Type", "text/html")])
        return [f"{environ['PATH_INFO']} é {self.made}".encode()]

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        return self._ready(environ, start)

    def first_visit(self) -> list[str]:
        return ASKED

    def ready(self, paths: Iterable[str], encodings: Iterable[str]) -> dict[Any, Any]:
        found = {}
        for path in paths:
            name, _, query = path.partition("?")
            for accepted in encodings:
                Client(self).get(path, headers={"Accept-Encoding": accepted})
                found[name, query, accepted] = self._ready.answer((name, query, accepted))
        return found


def keep(before: AnswersOfBefore, name: str, site: Page) -> None:
    before.keep(name, site, HASHES)
    for thread in threading.enumerate():
        if thread.name == "flankwatch-keep":
            thread.join()


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.answers.json"))


def ask(front: FrontDoor, path: str = "/") -> Any:
    return Client(front).get(path, headers={"Accept-Encoding": ENCODINGS[0]})


def test_the_next_start_answers_at_once_with_the_same(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    said: list[str] = []
    folder, first = tmp_path / "cache", FrontDoor()
    before = AnswersOfBefore(folder, settings, said.append)
    name = before.open(first, BOUNDARIES, ASSETS)
    assert not first.is_open
    keep(before, name, Page())
    assert folder.stat().st_mode & 0o077 == 0
    later = FrontDoor()
    assert AnswersOfBefore(folder, settings, said.append).open(later, BOUNDARIES, ASSETS) == name
    answer = ask(later)
    assert (answer.status_code, answer.text) == (200, "/ é 1")
    assert HASHES[0] in answer.headers["Content-Security-Policy"]
    assert ask(later, "/styles.css?v=1").text.startswith("/styles.css é")
    assert said == []


def test_who_asks_for_more_waits_until_the_record_is_loaded(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    before = AnswersOfBefore(tmp_path / "cache", settings, print)
    keep(before, before.open(FrontDoor(), BOUNDARIES, ASSETS), Page())
    front = FrontDoor()
    before.open(front, BOUNDARIES, ASSETS)
    answers: list[Any] = []
    reader = threading.Thread(target=lambda: answers.append(ask(front, "/data/states.csv")))
    reader.start()
    time.sleep(0.1)
    assert answers == []
    front.open(Page(), HASHES)
    reader.join(timeout=10)
    assert answers[0].text == "/data/states.csv é 1"


def test_another_record_address_or_file_has_another_name(settings: dict[str, Any]) -> None:
    name = name_of(settings, BOUNDARIES, ASSETS)
    assert name == name_of(settings, BOUNDARIES, ASSETS)
    assert name != name_of(settings | {"public_url": "https://a.example/"}, BOUNDARIES, ASSETS)
    [pack] = settings["pack"]
    table = pack / "states.csv"
    table.write_text(table.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert name != name_of(settings, BOUNDARIES, ASSETS)


def test_what_changed_while_it_was_loaded_is_not_kept(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    folder = tmp_path / "cache"
    before = AnswersOfBefore(folder, settings, print)
    name = before.open(FrontDoor(), BOUNDARIES, ASSETS)
    [pack] = settings["pack"]
    (pack / "states.csv").touch()
    (pack / "more.csv").write_text("x\n")
    keep(before, name, Page())
    assert kept(folder) == []


@pytest.mark.parametrize("content", [b"", b"{}", b"0" * 64 + b"\n{}", b"\xff\x00"])
def test_a_damaged_file_is_told_of_and_made_anew(
    tmp_path: Path, settings: dict[str, Any], content: bytes
) -> None:
    said: list[str] = []
    folder = tmp_path / "cache"
    before = AnswersOfBefore(folder, settings, said.append)
    name = before.open(FrontDoor(), BOUNDARIES, ASSETS)
    keep(before, name, Page())
    [file] = kept(folder)
    file.write_bytes(content)
    front = FrontDoor()
    before.open(front, BOUNDARIES, ASSETS)
    assert not front.is_open
    assert said == [f"{file}: not read (it is damaged)"]
    keep(before, name, Page())
    before.open(front, BOUNDARIES, ASSETS)
    assert front.is_open


def test_who_answers_nobody_leaves_a_damaged_file_to_who_does(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    said: list[str] = []
    folder = tmp_path / "cache"
    before = AnswersOfBefore(folder, settings, said.append)
    keep(before, before.open(FrontDoor(), BOUNDARIES, ASSETS), Page())
    [file] = kept(folder)
    file.write_bytes(b"{}")
    AnswersOfBefore(folder, settings, said.append, answers=False).open(
        FrontDoor(), BOUNDARIES, ASSETS
    )
    assert (kept(folder), said) == ([file], [])
    before.open(FrontDoor(), BOUNDARIES, ASSETS)
    assert (kept(folder), said) == ([], [f"{file}: not read (it is damaged)"])


def test_a_folder_in_which_others_write_is_not_read(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    said: list[str] = []
    folder = tmp_path / "cache"
    before = AnswersOfBefore(folder, settings, said.append)
    keep(before, before.open(FrontDoor(), BOUNDARIES, ASSETS), Page())
    folder.chmod(0o777)
    front = FrontDoor()
    before.open(front, BOUNDARIES, ASSETS)
    assert not front.is_open
    assert said == [f"{folder}: not read, since others can write there"]


def test_where_nothing_can_be_written_it_is_said_and_served_all_the_same(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    said: list[str] = []
    (tmp_path / "file").write_text("")
    before = AnswersOfBefore(tmp_path / "file" / "cache", settings, said.append)
    name = before.open(FrontDoor(), BOUNDARIES, ASSETS)
    keep(before, name, Page())
    assert len(said) == 1
    assert "nothing is kept for the next start" in said[0]


def test_few_files_are_kept_and_without_a_folder_none(
    tmp_path: Path, settings: dict[str, Any]
) -> None:
    folder = tmp_path / "cache"
    for number in range(MOST_FILES + 2):
        own = settings | {"public_url": f"https://{number}.example/"}
        before = AnswersOfBefore(folder, own, print)
        name = before.open(FrontDoor(), BOUNDARIES, ASSETS)
        keep(before, name, Page())
        os.utime(folder / f"{name}.answers.json", (number, number))
    assert len(kept(folder)) == MOST_FILES
    nowhere = AnswersOfBefore(None, settings, print)
    assert nowhere.open(FrontDoor(), BOUNDARIES, ASSETS) == ""
    nowhere.keep("", Page(), HASHES)
    assert cache_folder("None") is None
    assert cache_folder("a/b") == Path("a/b")
    assert str(cache_folder("")).endswith("flankwatch")
