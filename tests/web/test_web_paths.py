"""Every path has one answer: the page, a file of it, or a 404 in plain text."""

import json
import platform
import re

import pytest
from web.pages import files, late_files, linked
from web.servers import Server

from dashboard.paths import ASSETS, BOUNDARIES, is_public

UNKNOWN = [
    b"/foo",
    b"/foo/bar",
    b"/index.html",
    b"/favicon.ico",
    b"/healthz/",
    b"/%2e%2e/",
    b"/..%2f..%2fetc/passwd",
    b"/../../etc/passwd",
    b"/..",
    b"/assets",
    b"/assets/",
    b"/assets/nothing.js",
    b"/assets/../pyproject.toml",
    b"/assets/..%2fpyproject.toml",
    b"/assets/..%5cpyproject.toml",
    b"/assets/%2fetc/passwd",
    b"/assets//etc/passwd",
    b"/assets/%00",
    b"/assets/js/main.js%00",
    b"/assets/.npmrc",
    b"/assets/build.py",
    b"/assets/package.json",
    b"/assets/js/package.json",
    b"/page/",
    b"/page/0123456789abcdef",
    b"/page/0123456789abcdef/",
    b"/assets/package-lock.json",
    b"/geodata",
    b"/geodata/",
    b"/geodata/SOURCE.md",
    b"/geodata/labels.csv",
    b"/geodata/borders.geojson",
    b"/geodata/..%2fgeodata%2fstates.geojson",
    b"/geodata/treaties/mine-ban/treaty.toml",
    b"/_dash-component-suites",
    b"/_dash-component-suites/",
    b"/_dash-component-suites/dash/",
    b"/_dash-component-suites/dash/../x",
    b"/_dash-component-suites/dash/dash.py",
    b"/_dash-component-suites/dash/..%2f..%2fos.py",
    b"/_dash-component-suites/dash/%00.js",
    b"/_dash-component-suites/%ff/x.js",
    b"/_dash-component-suites/nope/x.js",
    b"/_dash-update-component",
    b"/_alive_00000000-0000-0000-0000-000000000000",
    b"/%00",
    b"/%",
    b"/%zz",
    b"/%ff%fe",
    b"/%F0%9F%92%A3",
    b"/data",
    b"/data/",
    b"/data/..%2fstates.csv",
    b"/data/standing/..%2fstates.csv",
    b"/data/standing/%00.csv%00",
    b"/picture",
    b"/picture/",
    b"/picture/2025-12-27",
    b"/picture/2025-12-27.jpg",
    b"/picture/2025-12-27.png/",
    b"/preview",
    b"/preview/",
    b"/preview/.png",
    b"/preview/2025-12-27",
    b"/preview/2025-12-27.jpg",
    b"/preview/../2025-12-27.png",
    b"/preview/%2e%2e%2f2025-12-27.png",
    b"/\\evil.example",
    b"/;a",
    b"/foo%0d%0aX-Evil:%201",
    b"//evil.example/foo",
    b"http://evil.example/foo",
    b"*",
    b"/" + b"a" * 65536,
    b"/assets/" + b"a" * 65536,
    b"/" + b"a/" * 32768,
    b"/_dash-component-suites/dash/" + b"a" * 65536,
]


@pytest.mark.parametrize("target", UNKNOWN, ids=lambda target: ascii(target[:40]))
def test_an_unknown_path_is_a_plain_404(server: Server, target: bytes) -> None:
    answer = server.ask_raw(target)
    assert answer.status == 404
    assert answer.text == "There is no such page.\n"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "X-Evil" not in answer.headers


def test_a_file_of_another_version_is_gone_which_is_more_than_not_found(server: Server) -> None:
    answer = server.ask_raw(b"/page/0123456789abcdef/view.json")
    assert answer.status == 410
    assert answer.text == "This is of another record.\n"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "target",
    [b"/\xe9", b"/assets/\xff", b"/a b", b"/?\xff", b"//?date=\xff\xfe", b"//data/states.csv?\xff"],
)
def test_what_is_no_path_at_all_is_a_bad_request(server: Server, target: bytes) -> None:
    assert server.ask_raw(target).status == 400


@pytest.mark.parametrize(
    ("target", "same"),
    [
        (b"/?date=2026-03-03&q=mines", "/"),
        (b"/?date=%ff&state=%00", "/?date=soon"),
        (b"/?" + b"a" * 65536, "/"),
        (b"//", "/"),
    ],
    ids=lambda given: ascii(given[:40]),
)
def test_what_the_document_does_not_follow_leaves_it_as_it_is(
    server: Server, target: bytes, same: str
) -> None:
    answer = server.ask_raw(target)
    assert answer.status == 200
    is_same = answer.body == server.ask(same).body  # A difference of megabytes is no answer.
    assert is_same


def test_everything_the_page_asks_for_is_there(server: Server) -> None:
    paths = files(server)
    assert {path: server.ask(path).status for path in paths} == dict.fromkeys(paths, 200)


def test_the_page_asks_for_every_script_and_style_of_ours(server: Server) -> None:
    page = server.ask("/").text
    asked = {path.split("?")[0] for path in linked(page)}
    inlined = ASSETS / "early.js"
    ours = [file for file in ASSETS.rglob("*") if file.is_file() and file != inlined]
    names = [file.relative_to(ASSETS) for file in ours]
    served = {f"assets/{name.as_posix()}" for name in names if is_public(name)}
    folders = ("brief/", "trends/", "world/")
    late = [*(f"assets/js/{name}" for name in folders), "assets/brief.css", "assets/trends.css"]
    later = {path for path in served if path.startswith(tuple(late))}
    assert asked >= served - later
    assert not asked & later
    assert 'data-stage="assets/js/brief/brief.js assets/brief.css?v=' in page
    assert 'data-trends="assets/js/trends/trends.js assets/trends.css?v=' in page
    trends = linked(server.ask("/?view=trends").text)
    assert any(path.startswith("assets/trends.css?v=") for path in trends)


def test_a_module_has_one_address_and_no_other_runs_it_twice(server: Server) -> None:
    modules = [path for path in linked(server.ask("/").text) if path.startswith("assets/js/")]
    assert len(modules) == len(set(modules)) > 40
    assert not [path for path in modules if "?" in path]


def test_dash_comes_late_and_all_it_needs_is_there(server: Server) -> None:
    page = server.ask("/").text
    assert any("dash_renderer" in path for path in late_files(page))
    assert not [path for path in linked(page) if "_dash" in path]


@pytest.mark.parametrize("name", ["states.geojson", "backdrop.geojson"])
def test_geometry_is_served_as_it_was_built(server: Server, name: str) -> None:
    answer = server.ask(f"/geodata/{name}?v=1")
    assert answer.headers["Content-Type"] == "application/geo+json"
    assert answer.body == (BOUNDARIES / name).read_bytes()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/js/main.js", "text/javascript; charset=utf-8"),
        ("/assets/map.css", "text/css; charset=utf-8"),
        ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
        ("/_dash-layout", "application/json"),
        ("/healthz", "text/plain; charset=utf-8"),
    ],
)
def test_files_say_what_they_are(server: Server, path: str, kind: str) -> None:
    assert server.ask(path).headers["Content-Type"] == kind


def test_health_and_readiness_are_told(server: Server) -> None:
    assert server.ask("/healthz").status == 200
    ready = server.ask("/readyz")
    assert (ready.status, ready.text) == (200, "The record is loaded.\n")


def test_nothing_of_ours_refers_to_another_host(server: Server) -> None:
    """Sources of the record are cited by address; a browser goes there only with its reader."""
    sent = server.ask("/").text
    loaded = re.sub(r'<a href="[^"]*"', "", sent)
    for path in files(server):
        if path.startswith("/assets/"):
            loaded += server.ask(path).text
    hosts = set(re.findall(r"(?:https?:|wss?:)?(?:\\u002f|/){2}([\w.-]+\.\w+)", loaded))
    assert hosts <= {"www.w3.org"}


def test_the_page_does_not_tell_what_it_runs_on(server: Server) -> None:
    answer = server.ask("/")
    [config] = re.findall(r'<script id="_dash-config"[^>]*>(.*?)</script>', answer.text)
    told = json.loads(config)
    assert told["requests_pathname_prefix"] == "/"
    assert not [name for name in told if "version" in name and "disable" not in name]
    assert platform.python_version() not in config
    assert "Server" not in answer.headers


def test_the_page_can_be_read_before_any_script_runs(server: Server) -> None:
    page = server.ask("/").text
    [headline] = re.findall(r'<h1 [^>]*id="headline".*?</h1>', page)
    assert ">On 3 March 2026, <" in headline
    assert ">Poland</button>" in headline
