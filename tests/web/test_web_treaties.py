"""Several treaties on one site: the first at the top, each other one below its own name."""

import json
import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from samples import PackCopy
from web.copies import TODAY, lying, write
from web.servers import Server, run
from werkzeug.test import Client

from dashboard.panels.kept import KINDS
from dashboard.paths import ASSETS, BOUNDARIES, SHIPPED
from dashboard.record.errors import PackError
from dashboard.record.pack import read_pack
from dashboard.web.copy.opening import open_copy
from dashboard.web.front import FrontDoor
from dashboard.web.site import open_site
from dashboard.web.treaties import TAKEN, read_treaties

PUBLIC = "https://treaties.example.org/"
BELOW = "/cluster-munitions/"
DAY = "2025-06-05"


@pytest.fixture(scope="module")
def site() -> Client:
    front = FrontDoor()
    open_site(front, SHIPPED, BOUNDARIES, ASSETS, lambda: date(2026, 2, 20), PUBLIC)
    return Client(front)


def text(site: Client, address: str) -> str:
    with site.get(address) as answer:
        assert answer.status_code == 200, address
        return answer.text


@pytest.mark.parametrize(
    ("address", "status", "to"),
    [
        ("/cluster-munitions", 308, "/cluster-munitions/"),
        ("/cluster-munitions?date=2025-06-05", 308, "/cluster-munitions/?date=2025-06-05"),
        ("/mine-ban/", 307, "/"),
        ("/mine-ban", 307, "/"),
        ("/mine-ban/data/states.csv?a=%20b", 307, "/data/states.csv?a=%20b"),
        ("/mine-ban//elsewhere.example.org/", 307, "/elsewhere.example.org/"),
        ("/mine-ban/%5C%5Celsewhere.example.org", 307, "/%5C%5Celsewhere.example.org"),
        ("/mine-ban/a%0D%0ASet-Cookie:%20b", 307, "/a%0D%0ASet-Cookie%3A%20b"),
    ],
)
def test_a_name_leads_to_the_page_and_never_off_the_site(
    site: Client, address: str, status: int, to: str
) -> None:
    answer = site.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (status, to)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_each_page_is_about_its_own_treaty_and_leads_to_the_other(site: Client) -> None:
    top, below = (text(site, f"{at}?date={DAY}&state=LTU") for at in ("/", BELOW))
    assert "<title>Flankwatch: the Ottawa Convention" in top
    assert "<title>Flankwatch: the Convention on Cluster Munitions" in below
    assert f'href="cluster-munitions/?date={DAY}&amp;state=LTU"' in top
    assert f'href="../?date={DAY}&amp;state=LTU"' in below
    assert '<span class="subtitle">The Ottawa Convention on' in top


def test_a_profile_says_what_the_state_is_under_the_other_treaty(site: Client) -> None:
    shown = r'<span class="other-standing" data-first="[\d-]+"><span[^>]*></span>(.*?)</span>'
    for at, said in (
        ("/", "Withdrew; not bound since 6 March 2025."),
        (BELOW, "Party; moving to leave since 15 January 2025. No notice of withdrawal deposited."),
    ):
        assert re.findall(shown, text(site, f"{at}?date={DAY}&state=LTU")) == [said]


def test_the_other_treatys_page_has_everything_of_its_own(site: Client) -> None:
    states = text(site, f"{BELOW}data/states.csv")
    assert "2024-09-06" in next(line for line in states.splitlines() if line.startswith("LTU"))
    assert f'href="{PUBLIC}cluster-munitions/?date=' in text(site, f"{BELOW}data/feed.atom")
    assert "@cluster-munitions.flankwatch" in text(site, f"{BELOW}data/dates.ics")
    assert json.loads(text(site, f"{BELOW}brief/{DAY}.json"))["day"] == DAY
    page = text(site, f"{BELOW}?date={DAY}")
    assert f'content="{PUBLIC}cluster-munitions/preview/{DAY}.png"' in page
    with site.get(f"{BELOW}slides/{DAY}.pptx") as slides:
        assert zipfile.is_zipfile(BytesIO(slides.data))


def test_files_that_all_treaties_share_are_asked_for_in_one_place(site: Client) -> None:
    page = text(site, BELOW)
    for address in re.findall(r'(?:href|src)="([^"?#]+)', page):
        if "assets/" in address or "_dash-component" in address:
            assert address.startswith("../"), address
    late = json.loads(re.search(r'id="late-files"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    assert all(address.startswith("../") for address in [*late["scripts"], late["shapes"]])


def test_others_may_read_data_of_each_treaty_and_frame_its_page_for_frames(site: Client) -> None:
    for at in ("/", BELOW):
        data, page = site.get(f"{at}data/states.csv"), site.get(f"{at}?view=embed")
        assert data.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert data.headers["Access-Control-Allow-Origin"] == "*"
        assert "frame-ancestors *" in page.headers["Content-Security-Policy"]
        again = site.get(f"{at}?view=embed")  # Given from memory.
        assert again.headers["Content-Security-Policy"] == page.headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in site.get(at).headers["Content-Security-Policy"]


def test_below_the_name_unknown_things_are_unknown(site: Client) -> None:
    assert site.get(f"{BELOW}nothing").status_code == 404
    assert site.get(f"{BELOW}mine-ban/").status_code == 404
    assert site.get("/other/").status_code == 404


def test_no_treaty_can_have_the_name_of_a_page(site: Client) -> None:
    for name in TAKEN - {"hosting"}:
        assert site.get(f"/{name}/").headers.get("Location") is None


def named(folder: Path, name: str) -> Path:
    pack = PackCopy(folder / name)
    pack.replace("treaty.toml", 'id = "mine-ban"', f'id = "{name}"')
    return pack.folder


def test_two_packs_of_one_name_and_a_name_that_is_taken_are_refused(tmp_path: Path) -> None:
    data = named(tmp_path, "data")
    with pytest.raises(PackError) as caught:
        read_treaties([SHIPPED[0], SHIPPED[0], data], BOUNDARIES)
    assert [str(problem) for problem in caught.value.problems] == sorted(
        [
            f"{SHIPPED[0] / 'treaty.toml'}: id: 'mine-ban' "
            "(expected another one than that of the packs before)",
            f"{data / 'treaty.toml'}: id: 'data' "
            "(expected another one: the site has other pages at this address)",
        ]
    )
    assert len(read_treaties([data], BOUNDARIES)) == 1  # Alone it is at the top.


def test_of_several_packs_it_is_said_which_one_is_wrong(tmp_path: Path) -> None:
    wrong = PackCopy(tmp_path / "wrong")
    wrong.edit("states.csv", "FIN", nato_since="2023-13-04")
    ended = run("serve", "--port", "0", "--pack", str(SHIPPED[1]), "--pack", str(wrong.folder))
    assert ended.status == 2
    assert f"{wrong.folder / 'states.csv'}:" in ended.err
    assert "Traceback" not in ended.err


def test_all_records_are_loaded_anew_or_none(tmp_path: Path) -> None:
    first, second = (PackCopy(tmp_path / name) for name in ("first", "second"))
    second.replace("treaty.toml", 'id = "mine-ban"', 'id = "second"')
    options = "--pack", str(first.folder), "--pack", str(second.folder), "--metrics", "yes"
    with Server(*options) as server:
        assert server.hear().startswith(f"Loaded {second.folder}. ")
        assert server.hear().startswith("built/ ")
        before = server.ask("/second/").headers["ETag"], server.ask("/").headers["ETag"]
        assert 'verified_timestamp_seconds{treaty="second"}' in server.ask("/metrics").text
        good = second.text("states.csv")
        second.write("states.csv", good.replace("FIN", "F1N"))
        assert server.hear().startswith("Not loaded anew")
        while not server.hear().startswith(str(second.folder)):
            pass
        assert (server.ask("/second/").headers["ETag"], server.ask("/").headers["ETag"]) == before
        second.write("states.csv", good)
        while not server.hear().startswith("Loaded anew. "):
            pass
        assert "degraded" not in server.ask("/readyz").text


def test_a_copy_holds_every_treaty(tmp_path: Path) -> None:
    days = [date(2025, 6, 5)]
    copied = open_copy(SHIPPED, BOUNDARIES, ASSETS, TODAY, PUBLIC, KINDS, days)
    write(copied, tmp_path / "site", "/mines/")
    files = lying(tmp_path / "site")
    assert b"<title>Flankwatch: the Ottawa" in files["index.html"]
    assert b"<title>Flankwatch: the Convention on Cluster" in files["cluster-munitions/index.html"]
    assert {"cluster-munitions/data/states.csv", f"cluster-munitions/embed/{DAY}.html"} <= set(
        files
    )
    assert not any(name.startswith("cluster-munitions/assets/") for name in files)
    opening = read_pack(SHIPPED[1]).treaty.verified_through
    assert f"cluster-munitions/preview/{opening}.png" in files
    nginx = files["hosting/nginx.conf"].decode()
    assert "location = /mines/cluster-munitions/ {" in nginx
    assert "/mines/cluster-munitions/\n" in files["_headers"].decode()
    assert "/mines/cluster-munitions/*\n" not in files["_headers"].decode()


def test_the_data_of_every_treaty_are_exported(tmp_path: Path) -> None:
    ended = run("export", "--data", str(tmp_path))
    assert ended.status == 0, ended.err
    assert (tmp_path / "data" / "states.csv").is_file()
    assert (tmp_path / "cluster-munitions" / "data" / "states.csv").is_file()
    assert ended.out.count("Wrote ") == 2
