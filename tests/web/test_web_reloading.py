"""A record that changes while it is served: the new one whole, or the last good one."""

import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from weakref import WeakSet

import pytest
from samples import PackCopy
from web.servers import PATIENCE, Server, free_port, run, until

from dashboard.web.front import FrontDoor
from dashboard.web.observing import Figures, Verified
from dashboard.web.reloading import Reloader

FOLDER = re.compile(r'data-fragments="([^"]+)"')


@pytest.fixture
def pack(tmp_path: Path) -> PackCopy:
    return PackCopy(tmp_path / "pack")


@pytest.fixture
def served(pack: PackCopy) -> Iterator[Server]:
    with Server("--pack", str(pack.folder)) as server:
        yield server


def title(server: Server) -> str:
    page = server.ask("/").text
    return page.partition("<title>")[2].partition("</title>")[0]


def test_what_an_editor_saves_is_served_and_what_is_wrong_is_not(
    pack: PackCopy, served: Server
) -> None:
    assert "Ottawa Convention" in title(served)
    [before] = FOLDER.findall(served.ask("/").text)

    pack.replace("treaty.toml", 'subject = "Ottawa Convention', 'subject = "Other Pact')
    until(lambda: "Other Pact" in title(served))
    [after] = FOLDER.findall(served.ask("/").text)
    assert before != after
    assert served.ask(f"/{before}view.json").status == 410
    assert served.ask("/readyz").text == "The record is loaded.\n"

    good = pack.text("states.csv")
    pack.write("states.csv", good.replace("FIN", "F1N"))
    until(lambda: served.ask("/readyz").text.startswith("degraded: "))
    assert "states.csv" in served.ask("/readyz").text
    assert served.ask("/readyz").status == 200
    assert "Other Pact" in title(served)
    assert served.ask(f"/{after}view.json").status == 200

    pack.write("states.csv", good)
    until(lambda: served.ask("/readyz").text == "The record is loaded.\n")
    ended = served.stop()
    assert (ended.status, ended.err) == (0, "")
    assert "Not loaded anew; the last good record stays:\n" in ended.out
    assert "\nstates.csv:" in ended.out
    assert ended.out.count("Loaded anew. Loaded ") >= 2


class Loaded:
    """A record, whose parts refer to one another."""

    def __init__(self) -> None:
        self.own = self


def test_the_record_of_before_takes_no_room() -> None:
    records = WeakSet[Loaded]()

    def load(_front: FrontDoor) -> tuple[Verified, str]:
        records.add(Loaded())
        return {}, "Loaded."

    said: list[str] = []
    reloader = Reloader(FrontDoor(), load, Figures(), said.append)
    for _ in range(3):
        reloader.reload()
    assert said == ["Loaded anew. Loaded."] * 3
    assert len(records) == 0


def test_of_a_folder_that_is_not_there_it_is_said_once_that_it_is_not(tmp_path: Path) -> None:
    for _ in range(3):  # Whoever watches it may find that out first.
        ended = run("serve", "--port", "0", "--pack", str(tmp_path / "none"))
        assert (ended.status, ended.out) == (2, "")
        assert "is not a folder" in ended.err


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is no SIGHUP on this system")
def test_the_system_may_ask_for_it(served: Server) -> None:
    served.tell(signal.SIGHUP)
    while not served.hear().startswith("Loaded anew. Loaded "):
        pass
    assert served.ask("/").status == 200
    ended = served.stop()
    assert ended.status == 0
    assert ended.err == ""


SLOW_TO_BEGIN = """
import time
from dashboard.cli import main
from dashboard.web.reloading import Reloader
start = Reloader.start
def begin(reloader, packs):
    time.sleep(1)
    return start(reloader, packs)
Reloader.start = begin
raise SystemExit(main())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there is no SIGHUP on this system")
def test_it_may_be_asked_for_as_soon_as_anything_is_answered() -> None:
    command = sys.executable, "-c", SLOW_TO_BEGIN
    with Server(command=command, port=free_port()) as server:
        until(server.is_up)
        for _ in range(20):  # In a hurry: one while the other is heard.
            server.tell(signal.SIGHUP)
        server.wait_until_loaded()
        while not server.hear().startswith("Loaded anew. Loaded "):
            pass
        assert server.stop(signal.SIGTERM).status == 0


def test_readers_see_one_record_or_the_other_and_never_both(pack: PackCopy, served: Server) -> None:
    """Document and parts of one version, whatever is asked for while the record changes."""
    for number in range(3):
        text = pack.text("treaty.toml")
        pack.write("treaty.toml", text + f"\n# {number}\n")
        before = FOLDER.findall(served.ask("/").text)
        begun = time.monotonic()
        while FOLDER.findall(page := served.ask("/").text) == before:
            [folder] = FOLDER.findall(page)
            assert served.ask(f"/{folder}view.json").status in (200, 410)
            assert time.monotonic() - begun < PATIENCE
        [folder] = FOLDER.findall(served.ask("/").text)
        assert served.ask(f"/{folder}view.json").status == 200
