"""Several processes at one port: none is missed when it ends, all follow the record."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest
from samples import PackCopy
from web.servers import Server, free_port, run, until, workers

from dashboard.web.answers_of_before import ENCODINGS
from dashboard.web.setting_values import AUTO, MOST_BY_ITSELF
from dashboard.web.setting_values import workers as number_of_workers

PAGES = 'flankwatch_requests_total{kind="page",status="200"} '

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc to look into")


def alive(process: int) -> bool:
    """Whether it runs; one that nobody has asked for its end yet does not."""
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def counted(server: Server) -> int:
    """How many pages the figures say were asked for."""
    [line] = [line for line in server.ask("/metrics").text.splitlines() if line.startswith(PAGES)]
    return int(float(line.removeprefix(PAGES)))


def test_one_that_is_killed_is_replaced_and_readers_do_not_notice() -> None:
    with Server("--workers", "3", "--metrics", "yes") as server:
        until(lambda: len(workers(server)) == 3)
        before = workers(server)
        os.kill(min(before), signal.SIGKILL)
        for _ in range(50):
            assert server.ask("/healthz").status == server.ask("/").status == 200
        until(lambda: len(workers(server)) == 3 and min(before) not in workers(server))
        assert len(workers(server) & before) == 2
        # Figures are those of all, whichever is asked, and of those that have ended.
        assert {counted(server) for _ in range(20)} == {50}
        after = workers(server)
        ended = server.stop(signal.SIGTERM)
    assert (ended.status, ended.err) == (0, "")
    assert "A worker ended (-9); another one takes its place." in ended.out
    assert ended.out.splitlines()[-1] == "Flankwatch stopped."
    assert not any(map(alive, after | before))


def test_what_was_kept_answers_until_the_record_is_loaded(tmp_path: Path) -> None:
    kept, asked = ("--cache-dir", str(tmp_path)), {"accept_encoding": ENCODINGS[0]}
    with Server(*kept, "--workers", "2") as server:
        first = server.ask("/", **asked)
        until(lambda: any(tmp_path.glob("*.answers.json")))
    for number in ("1", "2"):
        with Server(*kept, "--workers", number, port=free_port()) as server:
            until(partial(server.is_up, "/", **asked))
            assert not server.is_loaded
            again = server.ask("/", **asked)
            assert (again.body, again.headers["ETag"]) == (first.body, first.headers["ETag"])
            # Who asks for more waits, is answered, and never by one that ends before.
            assert server.ask("/data/states.csv").status == 200
            server.wait_until_loaded()
            for _ in range(5):
                assert server.ask("/data/states.csv").status == 200


@pytest.mark.parametrize("number", ["1", "2"])
def test_the_record_may_be_asked_for_anew_while_it_is_loaded(number: str) -> None:
    with Server("--workers", number, port=free_port()) as server:
        until(server.is_up)
        server.tell(signal.SIGHUP)
        server.wait_until_loaded()
        while "Loaded anew" not in server.hear():
            pass
        assert server.ask("/").status == 200
        assert server.stop(signal.SIGTERM).status == 0


@pytest.mark.parametrize("number", ["1", "2"])
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_it_may_be_asked_to_end_while_the_record_is_loaded(
    number: str, end: signal.Signals
) -> None:
    with Server("--workers", number, port=free_port()) as server:
        until(server.is_up)
        left = workers(server)
        ended = server.stop(end)
    assert (ended.status, ended.out, ended.err) == (0, "Flankwatch stopped.\n", "")
    assert not any(map(alive, left))


def test_all_of_them_follow_the_record_and_refuse_a_wrong_one(pack: PackCopy) -> None:
    with Server("--pack", str(pack.folder), "--workers", "2") as server:
        pack.replace(
            "treaty.toml", 'short_title = "Ottawa Convention"', 'short_title = "Other Pact"'
        )
        until(lambda: all("Other Pact" in server.ask("/").text for _ in range(20)))
        good = pack.text("states.csv")
        pack.write("states.csv", good.replace("FIN", "F1N"))
        until(lambda: all("degraded" in server.ask("/readyz").text for _ in range(20)))
        while "the last good record stays" not in server.hear():
            pass
        # One that takes another's place has the last good record, too.
        first = min(workers(server))
        os.kill(first, signal.SIGKILL)
        until(lambda: len(workers(server)) == 2 and first not in workers(server))
        assert all("Other Pact" in server.ask("/").text for _ in range(20))
        assert all("degraded" in server.ask("/readyz").text for _ in range(20))
        pack.write("states.csv", good)
        server.tell(signal.SIGHUP)
        until(lambda: all("loaded" in server.ask("/readyz").text for _ in range(20)))


def test_none_outlives_a_server_that_is_killed() -> None:
    with Server("--workers", "2") as server:
        left = workers(server)
        server.stop(signal.SIGKILL)
    until(lambda: not any(map(alive, left)))


def test_a_wrong_record_ends_it_before_any_is_made(pack: PackCopy) -> None:
    pack.edit("states.csv", "FIN", nato_since="2023-13-04")
    ended = run("serve", "--port", "0", "--workers", "2", "--pack", str(pack.folder))
    assert (ended.status, ended.out) == (2, "")
    assert "states.csv:" in ended.err


@pytest.mark.parametrize("given", ["0", "65", "two", "-1", "1.5"])
def test_what_is_no_number_of_processes_is_refused(given: str) -> None:
    ended = run("serve", "--port", "0", f"--workers={given}")
    assert ended.status == 2
    assert "--workers: " in ended.err
    assert "expected auto, or a number from 1 to 64" in ended.err


@pytest.mark.parametrize(("processors", "number"), [(1, 1), (2, 2), (64, MOST_BY_ITSELF)])
def test_by_itself_there_is_one_for_every_processor_that_it_may_use(
    processors: int, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(processors)))
    assert number_of_workers(AUTO) == number
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert number_of_workers(AUTO) == number
    monkeypatch.delattr(os, "fork")  # As on Windows.
    assert number_of_workers(AUTO) == 1
