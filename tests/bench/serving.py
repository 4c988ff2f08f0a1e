"""How many pages a second, how soon, in how much memory: Flankwatch, other servers, plain Dash."""

import csv
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from urllib.request import Request, urlopen

from bench import tables
from bench.contenders import Contender, answers, contenders, own
from bench.load import WRK, Load, load, memory
from bench.tables import Row, table
from deploy.proxies import NGINX
from samples import PackCopy
from web.servers import COMMAND, Server, environment, free_port

from dashboard.panels.kept import KINDS
from dashboard.paths import DEFAULT_PACK, SHIPPED

PLACES = ("serving", "growth")
"""Their places in the README."""
CONNECTIONS = (16, 64, 256)
SECONDS, LIGHT, WARM = 8, 3, 2
"""For how long each is asked, or shorter; and before that without counting."""
TABLES = ("states.csv", "events.csv", "quotes.csv")
LARGE = (200, 10_000, 5_000)
"""States, events and quotes of a record that has grown."""


def megabytes(value: float) -> str:
    return f"{value / 1e6:,.0f} MB"


def many(pages: float) -> str:
    """Pages a second; of few the tenths as well."""
    return f"{pages:,.0f}" if pages >= 100 else f"{pages:.1f}"


@dataclass(frozen=True)
class Borne:
    """What a server bore, by the number of connections, and its memory in bytes after that."""

    loads: Mapping[int, Load]
    memory: int


def bear(contender: Contender, folder: Path, seconds: int) -> Borne:
    """Let a server bear the load of all numbers of connections, one after the other."""
    with contender.served(folder) as (address, process):
        load(address, CONNECTIONS[0], WARM)
        loads = {number: load(address, number, seconds) for number in CONNECTIONS}
        return Borne(loads, memory(process.pid))


def told_of_load(borne: Mapping[str, Borne]) -> str:
    """Pages a second and the slowest of 99 %, by server and number of connections."""
    head = ["", *(f"pages a second at {number}" for number in CONNECTIONS)]
    head += [f"99 % within, at {CONNECTIONS[-1]}", "failed", "memory"]
    rows: list[Row] = []
    for name, one in borne.items():
        pages = [many(one.loads[number].pages) for number in CONNECTIONS]
        slowest = f"{one.loads[CONNECTIONS[-1]].slowest:,.0f} ms"
        failed = sum(each.failed for each in one.loads.values())
        rows.append([name, *pages, slowest, f"{failed:,}", megabytes(one.memory)])
    return table(head, rows)


@dataclass(frozen=True)
class Start:
    """Seconds until a page was given, and until the record was loaded."""

    page: float
    loaded: float


def start(folder: Path, *options: str) -> Start:
    """Start the server with all that ships, and what it kept in ``folder``."""
    begun = monotonic()
    port = free_port()
    shown = {"FLANKWATCH_CACHE_DIR": str(folder), "FLANKWATCH_WORKERS": "auto"}
    packs = [word for pack in SHIPPED for word in ("--pack", str(pack))]
    with Server(*options, *packs, port=port, variables=shown) as server:
        while not answers(f"http://127.0.0.1:{port}/"):
            assert server.running
        page = monotonic() - begun
        server.wait_until_loaded()
        loaded = monotonic() - begun
        while not any(folder.glob("*.answers.json")):
            assert monotonic() - begun < 300
        return Start(page, loaded)


def told_of_starts() -> str:
    """The first start and the next one."""
    with TemporaryDirectory() as folder:
        first, again = start(Path(folder) / "kept"), start(Path(folder) / "kept")
    rows = [
        ["the first start with a record", f"{first.page:.1f} s", f"{first.loaded:.1f} s"],
        ["every other one", f"{again.page:.1f} s", f"{again.loaded:.1f} s"],
    ]
    return table(["both records, from a checkout", "first page after", "record loaded after"], rows)


@dataclass(frozen=True)
class Export:
    """A site that was written as files."""

    seconds: float
    files: int
    size: int


@contextmanager
def exported(pack: Path, *without: str) -> Iterator[tuple[Path, Export]]:
    """A site as files, and what it took."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        begun = monotonic()
        left_out = [f"--without={','.join(without)}"] if without else []
        command = [*COMMAND, "export", str(site), f"--pack={pack}", *left_out]
        subprocess.run(command, env=environment(), check=True, capture_output=True)
        taken = monotonic() - begun
        sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
        yield site, Export(taken, len(sizes), sum(sizes))


def told_of_export(found: Export, words: str) -> str:
    """One line."""
    return (
        f"`flankwatch export` of one record {words}: {found.seconds:.0f} s, {found.files:,} files, "
        f"{megabytes(found.size)}."
    )


@dataclass(frozen=True)
class Size:
    """Rows of the tables of a record."""

    states: int
    events: int
    quotes: int

    def __str__(self) -> str:
        return f"{self.states} states, {self.events:,} events, {self.quotes:,} quotes"


@dataclass(frozen=True)
class Grown:
    """What it takes to serve a record of some size by one process: seconds to load, bytes of its
    page, pages a second at 64 connections, bytes of memory.
    """

    loaded: float
    page: int
    sent: int
    pages: float
    memory: int


def size(pack: Path) -> Size:
    """How large a record is."""
    counts = (
        sum(1 for _ in csv.DictReader((pack / name).open(encoding="utf-8"))) for name in TABLES
    )
    return Size(*counts)


def sizes() -> list[Size]:
    """The record that ships, each of its tables grown, and all of them."""
    states, events, quotes = (now := size(DEFAULT_PACK)).states, now.events, now.quotes
    many_states, many_events, many_quotes = LARGE
    return [
        now,
        Size(many_states, events, quotes),
        Size(states, many_events, quotes),
        Size(states, events, many_quotes),
        Size(*LARGE),
    ]


def grown(large: Size, folder: Path, seconds: int) -> Grown:
    """Let a record grow, serve it by one process, and see."""
    pack = PackCopy(folder / "pack")
    pack.grow_states(large.states)
    pack.grow(large.quotes, large.events)
    begun = monotonic()
    contender = own(1, FLANKWATCH_PACK=str(pack.folder), FLANKWATCH_CACHE_DIR="none")
    with contender.served(folder) as (address, process):
        loaded = monotonic() - begun
        page, sent = size_of(address), size_of(address, "br")
        load(address, CONNECTIONS[1], WARM)
        pages = load(address, CONNECTIONS[1], seconds).pages
        return Grown(loaded, page, sent, pages, memory(process.pid))


def size_of(address: str, encoding: str = "identity") -> int:
    """Bytes of a page as it is sent."""
    with urlopen(Request(address, headers={"Accept-Encoding": encoding})) as answer:
        return len(answer.read())


def told_of_growth(found: Mapping[Size, Grown]) -> str:
    """One row a record."""
    head = ["record", "loaded after", "page", "as sent (br)"]
    head += [f"pages a second at {CONNECTIONS[1]}", "memory"]
    rows = [
        [
            str(size),
            f"{one.loaded:.1f} s",
            f"{one.page / 1e3:,.0f} kB",
            f"{one.sent / 1e3:,.0f} kB",
            f"{one.pages:,.0f}",
            megabytes(one.memory),
        ]
        for size, one in found.items()
    ]
    return table(head, rows)


def measure_serving(write: bool, light: bool) -> None:
    """Print what servers bear, how they start, what an export takes, and how a record may grow.

    ``write`` puts it into the README. ``light`` is for a look: shorter, and without pictures.
    """
    if not (WRK and NGINX):
        raise SystemExit("the load comes from wrk, and nginx is compared: apt install wrk nginx")
    seconds = LIGHT if light else SECONDS
    without = KINDS if light else ()
    with TemporaryDirectory() as folder, exported(DEFAULT_PACK, *without) as (site, export):
        borne = {}
        for number, each in enumerate(contenders(site, DEFAULT_PACK)):
            borne[each.name] = bear(each, Path(folder) / str(number), seconds)
            print(each.name, borne[each.name], flush=True)
    words = "without its drawings" if light else "with all its drawings"
    how = f"Each was asked for {seconds} seconds with each number of connections, once it was warm:"
    serving = [how, told_of_load(borne), told_of_starts(), told_of_export(export, words)]
    print("\n\n".join(serving), flush=True)
    found = {}
    for large in sizes():
        with TemporaryDirectory() as folder:
            found[large] = grown(large, Path(folder), seconds)
    growth = told_of_growth(found)
    print(growth, flush=True)
    if write:
        for place, told in zip(PLACES, [serving, [growth]], strict=True):
            tables.write(place, told)
