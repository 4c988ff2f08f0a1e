"""Several processes at one port: none is missed when it ends, all follow the record."""

import os
import signal
from pathlib import Path

import pytest
from samples import PackCopy
from web.servers import Server, run, until

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc to look into")


def workers(server: Server) -> set[int]:
    """The processes that answer."""
    own = server.process_id
    return set(map(int, Path(f"/proc/{own}/task/{own}/children").read_text().split()))


def alive(process: int) -> bool:
    """Whether it runs; one that nobody has asked for its end yet does not."""
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def test_one_that_is_killed_is_replaced_and_readers_do_not_notice() -> None:
    with Server("--workers", "3") as server:
        before = workers(server)
        assert len(before) == 3
        os.kill(min(before), signal.SIGKILL)
        for _ in range(50):
            assert server.ask("/healthz").status == server.ask("/").status == 200
        until(lambda: len(workers(server)) == 3 and min(before) not in workers(server))
        assert len(workers(server) & before) == 2
        after = workers(server)
        ended = server.stop(signal.SIGTERM)
    assert (ended.status, ended.err) == (0, "")
    assert "A worker ended (-9); another one takes its place." in ended.out
    assert ended.out.splitlines()[-1] == "Flankwatch stopped."
    assert not any(map(alive, after | before))


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
    assert "expected a number from 1 to 64" in ended.err
