"""The treaties of one site: the first at its top, and each other one below its own name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from dashboard.atlas.agreement import open_with_map
from dashboard.panels.contents import Contents
from dashboard.panels.treaties import TreatyPage
from dashboard.record.errors import PackError, Problem
from dashboard.record.ledger import Ledger

TOP = ""
"""The place of the first treaty, from the top of the site on."""
ABOVE = "../"
TAKEN = frozenset(
    {"assets", "brief", "data", "embed", "geodata", "handout", "healthz", "hosting", "metrics"}
    | {"page", "picture", "preview", "readyz", "slides"}
)
"""What the first part of an address says already: no treaty can be below it."""


def read_treaties(packs: Sequence[Path], boundaries: Path) -> list[Ledger]:
    """Read the records of one site, in their order, and hold them against the map.

    Raises:
        PackError: a pack is wrong in any cell, speaks of other states than the map, or has the
            name of another one. Of several packs, each place is told with the folder of its pack.
        AtlasError: the boundaries are missing or damaged.
    """
    ledgers: list[Ledger] = []
    problems: list[Problem] = []
    for pack in packs:
        try:
            ledgers.append(Ledger(open_with_map(pack, boundaries).pack))
        except PackError as error:
            if len(packs) == 1:
                raise
            problems += [replace(each, file=str(pack / each.file)) for each in error.problems]
    problems += _names_that_clash(ledgers, packs) if not problems else []
    if problems:
        raise PackError(problems)
    return ledgers


def _names_that_clash(ledgers: Sequence[Ledger], packs: Sequence[Path]) -> list[Problem]:
    if len(packs) < 2:
        return []
    found, names = [], [ledger.pack.treaty.id for ledger in ledgers]
    for number, (pack, name) in enumerate(zip(packs, names, strict=True)):
        file = str(pack / "treaty.toml")
        if name in names[:number]:
            message = f"{name!r} (expected another one than that of the packs before)"
            found.append(Problem(file, 0, "id", message))
        elif name in TAKEN:
            message = f"{name!r} (expected another one: the site has other pages at this address)"
            found.append(Problem(file, 0, "id", message))
    return found


def places(ledgers: Sequence[Ledger]) -> list[str]:
    """Where the page of each treaty is, from the top of the site on, with a slash at its end."""
    return [TOP, *(f"{ledger.pack.treaty.id}/" for ledger in ledgers[1:])]


def with_one_another(contents: Sequence[Contents]) -> list[Contents]:
    """The contents of pages that know of one another, if there are several."""
    where = places([each.ledger for each in contents])

    def way(own: str, other: str) -> str:
        if own == other:
            return ""
        return (ABOVE if own else "") + other

    return [
        replace(
            each,
            treaties=tuple(
                TreatyPage(other.ledger, way(own, there), other.last_day)
                for other, there in zip(contents, where, strict=True)
            ),
        )
        for each, own in zip(contents, where, strict=True)
    ]


class Sites:
    """A WSGI application that hands a request to the one of the treaty that it is about.

    ``first`` is the name of the treaty at the top, which ``top`` answers for; ``below`` are the
    applications of the others, by their names. Who asks for the first by its name is led there.
    """

    def __init__(
        self, first: str, top: WSGIApplication, below: Mapping[str, WSGIApplication]
    ) -> None:
        self._first, self._top, self._below = first, top, below

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        name, slash, rest = path.removeprefix("/").partition("/")
        if name == self._first and self._below:
            return _lead(environ, start_response, "307 Temporary Redirect", rest.lstrip("/"))
        if name not in self._below:
            return self._top(environ, start_response)
        if not slash:
            return _lead(environ, start_response, "308 Permanent Redirect", f"{name}/")
        script = environ.get("SCRIPT_NAME", "")
        environ |= {"SCRIPT_NAME": f"{script}/{name}", "PATH_INFO": f"/{rest}"}
        try:
            # The same mapping: what the inner application says in it reaches those around.
            return self._below[name](environ, start_response)
        finally:
            environ |= {"SCRIPT_NAME": script, "PATH_INFO": path}


def _lead(
    environ: WSGIEnvironment, start_response: StartResponse, status: str, to: str
) -> Iterable[bytes]:
    """Lead to an address below the top, with the same query."""
    query = environ.get("QUERY_STRING", "")
    # PEP 3333: the bytes of the path, each as a character. No line break and no host gets through.
    place = f"{environ.get('SCRIPT_NAME', '')}/{quote(to.encode('latin-1'))}"
    location = f"{place}?{query}" if query else place
    headers = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "0")]
    start_response(status, [*headers, ("Location", location), ("Cache-Control", "no-cache")])
    return [b""]
