"""The server as a process: how it starts, what it says, how it stops, what it refuses."""

import re
import shutil
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from samples import PackCopy
from web.servers import CHECKOUT, PATIENCE, Server, run

from dashboard import cli
from dashboard.paths import BOUNDARIES
from dashboard.record.ledger import Ledger
from dashboard.web import loading
from dashboard.web.listening import addresses
from dashboard.web.signals import ENDS, RELOAD

ALONE = ["serve", "--port", "0", "--workers", "1"]
"""A server in the process of the test, which is not to be divided."""


@pytest.fixture
def handlers() -> Iterator[None]:
    """Put the signal handlers of this process back, which a server in it takes over."""
    before = {each: signal.getsignal(each) for each in (*ENDS, *([RELOAD] if RELOAD else []))}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


def one_line(text: str) -> str:
    [line] = text.splitlines()
    return line


def test_it_says_where_it_listens_and_what_it_loaded(server: Server, ledger: Ledger) -> None:
    listens, loaded = server.said
    assert re.fullmatch(
        r"Flankwatch listens on http://127\.0\.0\.1:\d+/ \(Ctrl-C stops it\)", listens
    )
    pack = ledger.pack
    for fact in (
        "geodata/treaties/mine-ban. Ottawa Convention:",
        f"{len(pack.states)} states",
        f"{len(pack.events)} events",
        f"{len(pack.quotes)} quotes",
        "verified through 3 March 2026",
    ):
        assert fact in loaded


def test_it_shows_the_pack_that_the_environment_names(pack: PackCopy) -> None:
    pack.replace("treaty.toml", 'short_title = "Ottawa Convention"', 'short_title = "Other Pact"')
    pack.replace("treaty.toml", 'subject = "Ottawa Convention', 'subject = "Other Pact')
    with Server(variables={"FLANKWATCH_PACK": str(pack.folder)}) as server:
        assert f"Loaded {pack.folder}. Other Pact:" in server.said[1]
        assert "<title>Flankwatch: the Other Pact on NATO’s eastern flank" in server.ask("/").text


@pytest.mark.parametrize("stop", ENDS)
def test_it_stops_cleanly_when_told(stop: signal.Signals) -> None:
    with Server() as server:
        ended = server.stop(stop)
    assert ended.status == 0
    assert ended.out.splitlines()[-1] == "Flankwatch stopped."
    assert ended.err == ""


def test_impatience_changes_nothing() -> None:
    with Server() as server:
        for stop in (signal.SIGINT, signal.SIGINT, signal.SIGTERM):
            server.tell(stop)
        ended = server.wait()
    assert ended.status == 0
    assert ended.err == ""


IN_A_TEXT = """
import sys
from dashboard import cli
cli.COMMANDS["serve"] = lambda _options: exec("raise KeyboardInterrupt")
sys.exit(cli.main())
"""


def test_where_it_is_interrupted_does_not_change_how_it_ends(tmp_path: Path) -> None:
    """Modules are made ready in part by code out of texts: there Python remembers Ctrl-C."""
    (tmp_path / "interrupted.py").write_text(IN_A_TEXT, encoding="utf-8")
    command = sys.executable, "-m", "interrupted"
    ours = {"PYTHONPATH": str(CHECKOUT)}
    ended = run("serve", command=command, folder=tmp_path, variables=ours)
    assert (ended.status, ended.err) == (2, "flankwatch: stopped\n")


def test_it_stops_cleanly_while_it_answers() -> None:
    def read_on() -> None:
        while server.running:
            try:
                server.ask("/_dash-layout")
            except OSError:
                return
            answered.release()

    answered = threading.Semaphore(0)
    with Server() as server:
        readers = [threading.Thread(target=read_on) for _ in range(12)]
        for reader in readers:
            reader.start()
        for _ in readers:
            assert answered.acquire(timeout=PATIENCE)
        ended = server.stop(signal.SIGTERM)
        for reader in readers:
            reader.join(PATIENCE)
            assert not reader.is_alive()
    assert ended.status == 0
    assert "Traceback" not in ended.err


def test_every_address_it_listens_on_is_told() -> None:
    sockets = [socket.create_server(("127.0.0.1", 0))]
    if socket.has_ipv6:
        sockets.append(socket.create_server(("::1", 0), family=socket.AF_INET6))
    ports = [each.getsockname()[1] for each in sockets]
    hosts = ["127.0.0.1", "[::1]"]
    assert addresses(sockets) == [
        f"http://{host}:{port}/" for host, port in zip(hosts, ports, strict=False)
    ]
    for each in sockets:
        each.close()


def test_a_taken_port_is_refused_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = run("serve", "--port", str(port))
    assert ended.status == 2
    assert one_line(ended.err) == (
        f"flankwatch: cannot listen on 127.0.0.1, port {port}: Address already in use"
    )
    assert ended.out == ""


@pytest.mark.parametrize("host", ["192.0.2.1", "nobody..invalid", "127.0.0.1/8"])
def test_a_host_that_is_not_this_machine_is_refused_in_one_line(host: str) -> None:
    ended = run("serve", "--port", "0", "--host", host)
    assert ended.status == 2
    assert one_line(ended.err).startswith(f"flankwatch: cannot listen on {host}, port 0: ")


def test_a_bad_pack_is_refused_with_every_problem(pack: PackCopy) -> None:
    line = pack.edit("states.csv", "FIN", nato_since="2023-13-04")
    pack.edit("borders.csv", "FIN,RUS", km="far")
    ended = run("serve", "--port", "0", "--pack", str(pack.folder))
    assert ended.status == 2
    assert f"states.csv:{line}: nato_since: '2023-13-04'" in ended.err
    assert "borders.csv:2: km: 'far'" in ended.err
    assert ended.err.splitlines()[-1] == "flankwatch: the treaty pack was refused: 2 errors"
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("--port", "abc", "a number from 0 to 65535"),
        ("--port", "65536", "a number from 0 to 65535"),
        ("--port", "-1", "a number from 0 to 65535"),
        ("--port", "", "a number from 0 to 65535"),
        ("--host", "two words", "a host name or an address"),
        ("--host", "", "a host name or an address"),
    ],
)
def test_a_bad_option_is_named(option: str, value: str, expected: str) -> None:
    ended = run("serve", f"{option}={value}")
    assert ended.status == 2
    assert one_line(ended.err).startswith(f"flankwatch: {option}: {value!r} cannot be used")
    assert f"expected {expected}" in ended.err


@pytest.mark.parametrize(
    ("variable", "value"), [("FLANKWATCH_PORT", "web"), ("FLANKWATCH_HOST", "two words")]
)
def test_a_bad_variable_is_named(variable: str, value: str) -> None:
    ended = run("serve", variables={variable: value})
    assert ended.status == 2
    assert one_line(ended.err).startswith(f"flankwatch: {variable}: {value!r} cannot be used")


@pytest.mark.usefixtures("handlers")
@pytest.mark.parametrize("file", ["states.geojson", "backdrop.geojson", "borders.geojson"])
@pytest.mark.parametrize("content", [None, "", "{}", '{"type":"FeatureCol'])
def test_a_damaged_map_is_refused_in_one_line(
    file: str,
    content: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = tmp_path / "boundaries"
    shutil.copytree(BOUNDARIES, folder)
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_text(content, encoding="utf-8")
    monkeypatch.setattr(loading, "BOUNDARIES", folder)
    assert cli.main(ALONE) == 2
    line = one_line(capsys.readouterr().err)
    assert line.startswith(f"flankwatch: {folder / file}: expected ")


@pytest.mark.usefixtures("handlers")
@pytest.mark.parametrize("command", [["check"], [*ALONE, "--pack"]], ids=str)
def test_a_map_of_other_states_is_refused_with_its_line(
    command: list[str], pack: PackCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    line = pack.edit("states.csv", "FIN", map="off", atlas_id="")
    assert cli.main([*command, str(pack.folder)]) == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        f"states.csv:{line}: map: 'off' (expected 'drawn': the boundaries have its shape)"
    )
