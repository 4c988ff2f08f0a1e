"""Files in parts, and files read by scripts of other sites: what GDAL and notebooks rely on."""

import subprocess
import sys

import brotli
import pytest
from web.servers import Server

WHOLE = "/data/flankwatch.gpkg"
DAY = "/data/standing/2025-12-27.geojson"
FILES = [WHOLE, DAY, "/data/states.csv", "/data/dates.ics", "/preview/2025-12-27.png"]
GEOMETRY = "/geodata/states.geojson"


@pytest.mark.parametrize("path", [*FILES, GEOMETRY])
@pytest.mark.parametrize("accepted", ["identity", "br, gzip"])
def test_a_part_is_one_of_the_plain_file_whatever_is_accepted(
    server: Server, path: str, accepted: str
) -> None:
    whole = server.ask(path)
    part = server.ask(path, range="bytes=100-299", accept_encoding=accepted)
    assert (part.status, part.body) == (206, whole.body[100:300])
    assert part.headers["Content-Range"] == f"bytes 100-299/{len(whole.body)}"
    assert part.headers["Content-Length"] == "200"
    assert part.headers["Content-Encoding"] is None
    assert part.headers["ETag"] == whole.headers["ETag"]
    assert part.headers["Content-Type"] == whole.headers["Content-Type"]


@pytest.mark.parametrize("path", [*FILES, GEOMETRY])
def test_a_file_says_that_it_can_be_had_in_parts(server: Server, path: str) -> None:
    for method in ("GET", "HEAD"):
        assert server.ask(path, method).headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("path", FILES)
def test_the_first_and_the_last_bytes_can_be_asked_for(server: Server, path: str) -> None:
    whole = server.ask(path).body
    for asked, part in [
        ("bytes=0-0", whole[:1]),
        ("bytes=1000-", whole[1000:]),
        ("bytes=-16", whole[-16:]),
        (f"bytes=100-{len(whole) * 2}", whole[100:]),
    ]:
        answer = server.ask(path, range=asked)
        assert (answer.status, answer.body) == (206, part), asked


@pytest.mark.parametrize("path", FILES)
def test_who_asks_beyond_the_end_is_told_how_long_the_file_is(server: Server, path: str) -> None:
    answer = server.ask(path, range="bytes=99999999-")
    assert answer.status == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(server.ask(path).body)}"


@pytest.mark.parametrize(
    "asked", ["lines=1-2", "bytes=abc", "bytes=5-1", "bytes=0-1,5-6", "bytes=-99999999", "\xff"]
)
def test_what_is_no_single_range_gets_the_whole(server: Server, asked: str) -> None:
    answer = server.ask(DAY, range=asked)
    assert (answer.status, answer.body) == (200, server.ask(DAY).body)


def test_a_part_is_given_only_of_the_file_that_was_begun(server: Server) -> None:
    plain = server.ask(WHOLE)
    compressed = server.ask(WHOLE, accept_encoding="br")
    begun = {"range": "bytes=100-199"}
    assert server.ask(WHOLE, **begun, if_range=plain.headers["ETag"]).status == 206
    for other in (compressed.headers["ETag"], '"another"'):
        answer = server.ask(WHOLE, **begun, if_range=other)
        assert (answer.status, answer.body) == (200, plain.body)
    again = server.ask(WHOLE, accept_encoding="br")
    assert brotli.decompress(again.body) == plain.body


def test_what_is_asked_about_has_its_length_and_no_part(server: Server) -> None:
    head = server.ask(WHOLE, "HEAD", range="bytes=0-9")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(server.ask(WHOLE).body))


@pytest.mark.parametrize("path", [*FILES[:4], GEOMETRY, "/data/nothing.csv"])
def test_scripts_of_every_site_may_read_the_data(server: Server, path: str) -> None:
    for asked in ({}, {"range": "bytes=0-9"}, {"range": "bytes=99999999-"}):
        answer = server.ask(path, origin="https://notebook.example.org", **asked)
        assert answer.headers.get_all("Access-Control-Allow-Origin") == ["*"]
        told = answer.headers["Access-Control-Expose-Headers"].split(", ")
        assert {"Content-Length", "Content-Range", "ETag"} <= set(told)
        assert answer.headers["Access-Control-Allow-Credentials"] is None


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/readyz", "/assets/js/main.js", "/_dash-layout"]
)
def test_scripts_of_other_sites_may_read_nothing_else(server: Server, path: str) -> None:
    answer = server.ask(path, origin="https://notebook.example.org")
    assert answer.headers["Access-Control-Allow-Origin"] is None


READS = """
import sys, pyogrio
for address in sys.argv[1:]:
    layer = "states" if address.endswith("gpkg") else None
    read = pyogrio.read_dataframe(f"/vsicurl/{address}", layer=layer).set_index("iso_a3")
    print(len(read), read.loc["FIN", "standing"], read.geometry.is_valid.all())
"""


def test_gdal_opens_map_and_geopackage_by_their_address(server: Server) -> None:
    addresses = [f"{server.address.rstrip('/')}{path}" for path in (WHOLE, DAY)]
    done = subprocess.run(
        [sys.executable, "-c", READS, *addresses],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["47 withdrawn True", "47 notified True"]
