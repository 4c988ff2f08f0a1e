"""A copy of the site holds what the server answers, and its pages lead to nothing else."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

import brotli
import pytest
from web.copies import DAYS, ORIGIN, TODAY, few_days, lying, without_scripts, write
from web.pages import late_files, linked
from werkzeug.test import Client

from dashboard.panels.kept import KINDS
from dashboard.panels.take_away import KEPT
from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK
from dashboard.publish.day_files import MAKERS
from dashboard.publish.precompressed import write_compressed
from dashboard.web.copy.files import answers, made_of_days
from dashboard.web.copy.hosting import host_files
from dashboard.web.copy.making import _day_files
from dashboard.web.copy.opening import Copied, open_copy
from dashboard.web.copy.rules import rules_for
from dashboard.web.front import FrontDoor
from dashboard.web.site import open_site


@pytest.fixture(scope="module")
def copied() -> Copied:
    return few_days()


@pytest.fixture(scope="module")
def plain() -> Copied:
    """A site whose copy is made quickly."""
    return without_scripts()


@pytest.fixture(scope="module")
def folder(plain: Copied, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of it."""
    folder = tmp_path_factory.mktemp("copy") / "site"
    write(plain, folder)
    return folder


@pytest.fixture(scope="module")
def page(copied: Copied) -> str:
    return Client(copied.front).get("/").get_data(as_text=True)


def test_all_that_the_page_loads_is_among_the_files(copied: Copied, page: str) -> None:
    names = {name for name, _, _ in answers(copied)}
    for address in [*linked(page), *late_files(page)]:
        if address.startswith("#"):
            continue
        assert address.partition("?")[0] in names
    trends = {"assets/js/trends/trends.js", "data/trends/parties.csv", "data/trends/votes.csv"}
    assert trends <= names
    assert {name.rpartition("/")[2] for name in names if "/trends/" in name} >= {
        *("parties.html", "parties.json"),
        *("votes.html", "votes.json"),
    }
    for day in DAYS:
        assert {f"brief/{day}.json", f"embed/{day}.html", f"data/figure/{day}.json"} <= names
    layout = Client(copied.front).get("/_dash-layout").get_data(as_text=True)
    for geometry in re.findall(r"geodata[\w\\/.]+geojson", layout):
        assert geometry.replace(r"\u002f", "/") in names
    assert {"_dash-layout", "_dash-dependencies", "data/flankwatch.gpkg"} <= names


def test_no_address_begins_at_the_top_of_the_host(page: str) -> None:
    for address in [*linked(page), *late_files(page)]:
        assert not address.startswith("/")


def test_the_data_of_every_change_and_of_its_eve_are_in_a_copy() -> None:
    copied = open_copy([DEFAULT_PACK], BOUNDARIES, ASSETS, TODAY)
    names = set(copied.inventory.addresses())
    assert {"data/standing/2025-06-24.csv", "data/standing/2025-06-25.json"} <= names
    assert "data/standing/2026-03-03.geojson" in names


def test_what_is_made_for_days_is_what_the_server_makes(copied: Copied) -> None:
    day = DAYS[1]
    client, files = Client(copied.front), _day_files(ORIGIN)
    for template, asked in {
        "slides/{day}.pptx": "slides/{day}.pptx",
        "handout/{day}.pdf": "handout/{day}.pdf",
        "picture/{day}-wide.png": "picture/{day}.png?form=wide&scale=2",
        "picture/{day}-wide.svg": "picture/{day}.svg?form=wide",
        "picture/{day}-map.png": "picture/{day}.png?form=map&scale=2",
        "preview/{day}.png": "preview/{day}.png",
    }.items():
        answer = client.get("/" + asked.format(day=day))
        _, make = MAKERS[template]
        assert make(files, day) == answer.get_data(), template
        told = made_of_days(copied)[template.format(day=day)].sent
        assert told.media_type == answer.headers["Content-Type"]
        for name, value in told.headers.items():
            assert answer.headers[name] == value
    assert len(MAKERS) == 6


def test_the_page_knows_which_days_it_has_files_of(copied: Copied, page: str) -> None:
    days = " ".join(map(str, copied.inventory.kept.days))
    shown = re.search(r'<html lang="en" dir="ltr" data-kept="2026-03-03 ([^"]+)">', page)
    assert shown is not None
    assert shown[1] == days
    assert "This page shows 3 March 2026." in page
    assert "The address can name them" not in page


def taken(page: str) -> Iterator[Mapping[str, str]]:
    for tag in re.findall(r"<a [^>]*data-take=[^>]*>", page):
        yield dict(re.findall(r'([\w-]+)="([^"]*)"', tag))


def test_what_can_be_taken_away_lies_there_and_is_saved_under_a_telling_name(
    copied: Copied, page: str
) -> None:
    made = made_of_days(copied)
    links = list(taken(page))
    assert [link["href"] for link in links if link["href"] in made] == [
        address.format(day="2026-03-03") for _, address in KEPT
    ]
    assert {address: kind for kind, address in KEPT}.items() <= {
        template: kind for template, (kind, _) in MAKERS.items()
    }.items()
    assert all("data-made" not in link for link in links)
    assert links[0]["download"] == "flankwatch-mine-ban-2026-03-03.pptx"
    assert links[0]["data-saved"] == "flankwatch-mine-ban-{day}.pptx"


def test_a_copy_without_slides_offers_none() -> None:
    copied = few_days("slides", "pictures", "previews")
    page = Client(copied.front).get("/").get_data(as_text=True)
    assert next(taken(page))["href"] == "handout/2026-03-03.pdf"
    # What the page itself names is there whatever it is without.
    assert set(made_of_days(copied)) == {
        *(f"handout/{day}.pdf" for day in DAYS),
        "preview/2026-03-03.png",
    }


def test_a_server_names_no_days_and_makes_what_is_asked_for() -> None:
    front = FrontDoor()
    open_site(front, [DEFAULT_PACK], BOUNDARIES, ASSETS, lambda: TODAY)
    page = Client(front).get("/").get_data(as_text=True)
    assert '<html lang="en" dir="ltr">' in page
    assert "{visibility:hidden;animation:trouble 0s 15s forwards}</style>" not in page
    assert next(taken(page))["data-made"] == "yes"


def test_the_page_for_frames_leads_to_the_page_and_to_its_look(copied: Copied) -> None:
    answer = Client(copied.front).get("/embed/2025-12-27.html")
    text = answer.get_data(as_text=True)
    assert 'href="../?date=2025-12-27"' in text
    assert all(address.startswith("../assets/") for address in linked(text))
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert Client(copied.front).get("/embed/2025-13-27.html").status_code == 404


def test_beside_every_text_lie_its_compressed_forms(folder: Path, plain: Copied) -> None:
    files = lying(folder)
    texts = [name for name, _, sent in answers(plain) if sent.is_text]
    assert {"index.html", "data/states.csv", "data/dates.ics", "_dash-layout"} <= set(texts)
    for name in [*texts, "404.html"]:
        assert brotli.decompress(files[f"{name}.br"]) == files[name]
        assert gzip.decompress(files[f"{name}.gz"]) == files[name]


def test_texts_for_readers_are_made_as_small_as_can_be(tmp_path: Path) -> None:
    text = tmp_path / "states.csv"
    shutil.copy(DEFAULT_PACK / "states.csv", text)
    write_compressed(text)
    content = text.read_bytes()
    small, zipped = (text.with_name(f"states.csv.{ending}").read_bytes() for ending in ("br", "gz"))
    assert small == brotli.compress(content, quality=11)
    assert zipped == gzip.compress(content, 9, mtime=0)


def test_the_files_are_what_the_server_answers(folder: Path, plain: Copied) -> None:
    files = lying(folder)
    for name, content, _ in answers(plain):
        assert files[name] == content


def test_two_copies_are_the_same_to_the_byte(folder: Path, tmp_path: Path) -> None:
    write(without_scripts(), tmp_path)
    assert lying(tmp_path) == lying(folder)


def test_what_has_not_changed_is_not_written_again(folder: Path, plain: Copied) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    done = write(plain, folder)
    assert (done.written, done.removed) == (0, 0)
    assert done.files == len(json.loads((folder / ".flankwatch-export.json").read_text())["files"])
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()} == {
        path: time for path, time in before.items() if path.is_file()
    }


def test_one_rule_is_about_each_file_and_tells_what_the_server_tells(copied: Copied) -> None:
    sent = {name: each for name, _, each in answers(copied)}
    sent |= {name: each.sent for name, each in made_of_days(copied).items()}
    rules = rules_for(sent)
    assert len(rules) < 100  # Cloudflare reads no more.
    for name, each in sent.items():
        about = [
            rule
            for rule in rules
            if rule.path == name or (rule.is_folder and name.startswith(rule.path))
        ]
        assert [rule.headers for rule in about] == [each.headers], name
        if not PurePosixPath(name).suffix:
            assert about[0].media_type == each.media_type
    assert rules[-1].path == ""
    cached = {rule.path: rule.headers["Cache-Control"] for rule in rules}
    assert cached["page/"] == "public, max-age=31536000, immutable"
    assert cached["index.html"] == cached["assets/js/"] == "no-cache"
    assert cached["data/"] == "public, max-age=300"
    by_path = {rule.path: rule.headers for rule in rules}
    assert by_path["data/"]["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in by_path["brief/"]
    for headers in by_path.values():
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors *" in by_path["embed/"]["Content-Security-Policy"]
    assert by_path["preview/"]["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert by_path["slides/"]["Cross-Origin-Resource-Policy"] == "same-origin"


def test_hosts_are_told_where_the_copy_is(copied: Copied) -> None:
    sent = {name: each for name, _, each in answers(copied)}
    files = {name: text.decode() for name, text in host_files(sent, "/mines/").items()}
    assert "\n/mines/page/*\n  Cache-Control: public, max-age=31536000, immutable\n" in (
        "\n" + files["_headers"]
    )
    assert "/mines/hosting/* /mines/404.html 404\n" in files["_redirects"]
    assert "location ^~ /mines/page/ {\n" in files["hosting/nginx.conf"]
    assert "header /mines/page/* {\n" in files["hosting/Caddyfile"]
    assert files["hosting/nginx.conf"].count("{") == files["hosting/nginx.conf"].count("}")


def test_what_may_be_left_out_is_what_is_made_for_days() -> None:
    assert {kind for kind, _ in MAKERS.values()} == set(KINDS)
