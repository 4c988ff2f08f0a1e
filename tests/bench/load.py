"""Load from wrk (Debian: ``wrk``), and the memory of those who bear it."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

WRK = shutil.which("wrk")
ACCEPTED = "Accept-Encoding: gzip, deflate, br"
THREADS = 2
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}
"""Milliseconds in what wrk writes behind a time."""


@dataclass(frozen=True)
class Load:
    """What so many connections got: pages a second, milliseconds for 99 of 100, and failures."""

    pages: float
    slowest: float
    failed: int


def load(address: str, connections: int, seconds: int) -> Load:
    """Ask for one page over and over, as fast as it comes."""
    command = [str(WRK), f"-t{THREADS}", f"-c{connections}", f"-d{seconds}s", "--latency"]
    command += ["--timeout", "10s", "-H", ACCEPTED, address]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return read(done.stdout)


def read(said: str) -> Load:
    """What wrk says of a run."""
    pages = re.search(r"Requests/sec:\s+([\d.]+)", said)
    slowest = re.search(r"99%\s+([\d.]+)([a-z]+)", said)
    errors = re.search(
        r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", said
    )
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    assert pages, said
    assert slowest, said
    failed = sum(map(int, errors.groups())) if errors else 0
    failed += int(refused[1]) if refused else 0
    return Load(float(pages[1]), float(slowest[1]) * UNITS[slowest[2]], failed)


def memory(process: int) -> int:
    """Bytes of a process and all below it; what they share counts once (Linux)."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    own = re.search(r"^Pss:\s+(\d+) kB$", told, re.MULTILINE)
    assert own, told
    return int(own[1]) * 1024 + sum(map(memory, children(process)))


def children(process: int) -> list[int]:
    """The processes that one has begun and that run."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return list(map(int, found.split()))
