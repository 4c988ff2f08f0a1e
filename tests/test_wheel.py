"""The wheel holds all that the dashboard needs, and serves it far from any checkout."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest
from chromium import ARGUMENTS, provide
from once import Once
from playwright.sync_api import sync_playwright
from plotly.offline import get_plotlyjs_version
from web.servers import ALONE, CHECKOUT, Server, run
from wheels import built, installed, script

from dashboard import __version__
from dashboard.atlas.boundaries import read_boundaries
from dashboard.deploy.recipes import RECIPES
from dashboard.paths import ASSETS, BOUNDARIES, BUILT, DEFAULT_PACK, SHIPPED, WORLD, is_public
from dashboard.plotly_file import WHOLE, plotly_address, unbuilt

GEODATA = BOUNDARIES.parent


def works(*command: str) -> bool:
    """Whether a command can be run here; some containers allow no networks of one's own."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


NOBODY = "http://127.0.0.1:9/"
"""An address at which no registry listens."""
CUT_OFF = ("unshare", "--map-root-user", "--net")
"""Runs a command in a network of its own, which has nobody in it (util-linux)."""
WITHOUT_NETWORK = CUT_OFF if shutil.which("unshare") and works(*CUT_OFF, "true") else ()
BUILT_FILES = (
    *("brief.css", "brief.js", "generators.js", "main.css", "main.js"),
    *("plotly-geo.min.js", "trends.css", "trends.js", "world.js"),
)


def contents(wheel: Path) -> dict[str, bytes]:
    """Every file in a wheel."""
    with ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def plain_wheel(once: Once, sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is built where npm reaches nobody."""
    npm = {
        "npm_config_registry": NOBODY,
        "npm_config_cache": str(tmp_path_factory.mktemp("cache")),
    }
    [wheel] = once.make("plain", lambda folder: built(sources, folder, **npm)).iterdir()
    return wheel


@pytest.fixture(scope="module")
def build_script() -> ModuleType:
    """``assets/build.py``, which the build tool runs."""
    spec = spec_from_file_location("build", ASSETS / "build.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def plain_command(once: Once, plain_wheel: Path) -> list[str]:
    return script(once.make("plainly", lambda folder: installed(plain_wheel, folder)))


def test_the_wheel_is_of_this_version(wheel: Path) -> None:
    assert wheel.name == f"flankwatch-{__version__}-py3-none-any.whl"


def public_assets(sources: Path) -> set[Path]:
    assets = sources / "assets"
    names = {path.relative_to(assets) for path in assets.rglob("*") if path.is_file()}
    return {name for name in names if is_public(name)}


def test_the_wheel_holds_assets_geodata_and_licence_and_nothing_that_only_makes_them(
    plain_wheel: Path, sources: Path
) -> None:
    names = set(contents(plain_wheel))
    wanted = {f"dashboard/assets/{name.as_posix()}" for name in public_assets(sources)}
    wanted |= {
        f"dashboard/geodata/{file.relative_to(GEODATA).as_posix()}"
        for folder in (BOUNDARIES, WORLD, *SHIPPED)
        for file in folder.iterdir()
    }
    wanted |= {
        f"dashboard/geodata/treaties/{file.name}" for file in DEFAULT_PACK.parent.glob("*.md")
    }
    wanted |= {
        f"dashboard/{file.relative_to(CHECKOUT / 'dashboard').as_posix()}"
        for kind in ("*.py", "py.typed", "*.typ", "*.j2")
        for file in (CHECKOUT / "dashboard").rglob(kind)
    }
    assert wanted <= names
    assert "dashboard/geodata/boundaries/SOURCE.md" in names
    assert f"flankwatch-{__version__}.dist-info/licenses/LICENSE" in names
    others = {name for name in names - wanted if "dist-info/" not in name}
    assert others == set()


def test_with_npm_the_wheel_holds_the_built_files_too(wheel: Path, plain_wheel: Path) -> None:
    more = set(contents(wheel)) - set(contents(plain_wheel))
    assert more == {f"dashboard/assets/built/{name}" for name in BUILT_FILES}


LATE = ("brief.js", "trends.js", "world.js")


@pytest.mark.parametrize(("name", "late"), [("main.js", len(LATE)), *((name, 0) for name in LATE)])
def test_the_scripts_are_one_module_that_imports_nothing_and_one_for_each_that_comes_late(
    wheel: Path, name: str, late: int
) -> None:
    script = contents(wheel)[f"dashboard/assets/built/{name}"].decode()
    assert script
    assert not re.search(r"\bimport\b\s*[{*\"'\w]", script)
    assert script.count("import(") == late
    assert str(CHECKOUT) not in script


def test_the_style_sheets_are_one(wheel: Path, sources: Path) -> None:
    sheet = contents(wheel)["dashboard/assets/built/main.css"].decode()
    assert "@import" not in sheet
    assert "var(--page)" in sheet
    assert sheet.startswith("@layer tokens,")  # The order of the layers comes before all.
    sheets = [name for name in public_assets(sources) if name.suffix == ".css"]
    assert len(sheet) < sum((sources / "assets" / name).stat().st_size for name in sheets)


def test_the_style_sheets_follow_one_another_by_name(
    build_script: ModuleType, tmp_path: Path
) -> None:
    for name in ("b.css", "a.css", "c.js", "a/z.css", "built/main.css", "node_modules/x/x.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert build_script.all_sheets(tmp_path) == (
        '@import "./a/z.css";\n@import "./a.css";\n@import "./b.css";\n'
    )


def test_plotly_is_the_one_that_the_python_package_carries(wheel: Path) -> None:
    bundle = contents(wheel)["dashboard/assets/built/plotly-geo.min.js"].decode()
    assert f"plotly.js (geo - minified) v{get_plotlyjs_version()}\n" in bundle[:200]


def test_plotlys_file_is_made_ready_beside_the_page(
    build_script: ModuleType, wheel: Path, tmp_path: Path
) -> None:
    script = tmp_path / "plotly.js"
    script.write_bytes(contents(wheel)["dashboard/assets/built/plotly-geo.min.js"])
    assert b", (() => {" in script.read_bytes()[:600]
    subprocess.run([*build_script.commands()[0], "--check", str(script)], check=True)
    other = b"(function(){ return Plotly; })();"
    assert build_script.run_at_once(other) == other


def test_the_same_files_give_the_same_wheel(sources: Path, wheel: Path, tmp_path: Path) -> None:
    assert built(sources, tmp_path).read_bytes() == wheel.read_bytes()


def test_another_plotly_is_left_out_and_both_versions_are_told(
    build_script: ModuleType, tmp_path: Path
) -> None:
    package = tmp_path / build_script.PLOTLY / "package.json"
    package.parent.mkdir(parents=True)
    package.write_text('{"name": "plotly.js-geo-dist-min", "version": "3.0.0"}')
    assert build_script.pack_plotly(tmp_path) == (
        "plotly.js-geo-dist-min is 3.0.0, and the Python package plotly carries "
        f"plotly.js {get_plotlyjs_version()}"
    )


def test_where_node_is_not_on_the_path_that_of_a_python_package_builds(
    build_script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    node, npm = build_script.commands()
    for command in (node, npm):
        done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
        assert re.fullmatch(r"v?\d+\.\d+\.\d+\n", done.stdout)


def test_an_editable_installation_builds_nothing(build_script: ModuleType, tmp_path: Path) -> None:
    hook = build_script.PageFiles(str(CHECKOUT), {}, None, None, str(tmp_path), "wheel")
    data: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize("editable", data)
    assert data == {"force_include": {}}


def test_what_fails_is_told_in_a_line(build_script: ModuleType, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('\\nno such module\\nmore')"]
    with pytest.raises(build_script.BuildError, match=r"^esbuild failed: no such module$"):
        build_script.run("esbuild", command, tmp_path)


def test_the_lock_names_no_registry_and_the_plotly_of_the_python_package() -> None:
    lock = (ASSETS / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    packages = json.loads(lock)["packages"]
    plotly = packages["node_modules/plotly.js-geo-dist-min"]
    assert plotly["version"] == get_plotlyjs_version()
    for name, package in packages.items():
        assert not name or package["integrity"].startswith("sha512-")


def test_the_installed_page_draws_map_and_charts_with_the_small_plotly_of_this_host_alone(
    command: list[str], tmp_path: Path
) -> None:
    browser_path = provide()
    asked: list[str] = []
    with (
        Server(command=command, folder=tmp_path, variables=ALONE) as server,
        sync_playwright() as playwright,
    ):
        assert server.said[-1].startswith("Loaded")
        browser = playwright.chromium.launch(executable_path=browser_path, args=[*ARGUMENTS])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{server.address}?date=2025-12-27")
        page.locator("#map[data-layer=plotly]").wait_for()
        states = page.locator(".choroplethlayer path[data-iso]").count()
        names = page.locator(".map-names [data-iso]").count()
        version = page.evaluate("Plotly.version")
        page.keyboard.press("c")
        page.locator(".trend[data-drawn]").nth(5).wait_for()
        charts = page.locator(".trend[data-drawn] .main-svg .scatterlayer").count()
        page.wait_for_load_state("networkidle")
        browser.close()
        assert server.stop().err == ""
    assert states == len(read_boundaries(BOUNDARIES))
    assert names
    assert version == get_plotlyjs_version()
    assert charts == 8  # One a trend, but three groups of states on one of them.
    assert [url for url in asked if "plotly" in url and "plotly-geo" not in url] == []
    assert [url for url in asked if "polyfill" in url] == []
    assert [url for url in asked if not url.startswith(server.address)] == []


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "built/ is not there"),
        ({"main.js": ""}, "built/ has no plotly"),
        (
            {"plotly-geo.min.js": "/**\n* plotly.js (geo - minified) v3.0.0\n"},
            "built/ has no plotly",
        ),
    ],
)
def test_what_was_not_built_is_said_and_plotly_comes_whole(
    tmp_path: Path, files: dict[str, str], said: str
) -> None:
    for name, text in files.items():
        (tmp_path / BUILT).mkdir(exist_ok=True)
        (tmp_path / BUILT / name).write_text(text, encoding="utf-8")
    assert unbuilt(tmp_path).startswith(said)
    assert len(unbuilt(tmp_path).splitlines()) == 1
    assert plotly_address(tmp_path) == WHOLE


def test_a_wheel_built_without_npm_serves_and_says_so(
    plain_command: list[str], tmp_path: Path
) -> None:
    with Server(command=plain_command, folder=tmp_path, variables=ALONE) as server:
        assert server.ask("/").status == server.ask(f"/{WHOLE}").status == 200
        *_, said = [server.hear() for _ in SHIPPED]  # It has said one "Loaded" of them before.
        assert said.startswith("built/ is not there")
        assert server.stop().err == ""


def test_the_installed_command_checks_its_own_pack(command: list[str], tmp_path: Path) -> None:
    ended = run("check", command=command, folder=tmp_path, variables=ALONE)
    assert (ended.status, ended.err) == (0, "")
    assert "\nOttawa Convention: 177 states, " in ended.out


@pytest.mark.parametrize(
    ("task", "name", "head"),
    [
        ("brief", "day.pptx", b"PK"),
        ("brief", "day.pdf", b"%PDF"),
        ("picture", "day.png", b"\x89PNG"),
    ],
)
def test_the_installed_command_makes_what_is_taken_away_without_a_network(
    command: list[str], tmp_path: Path, task: str, name: str, head: bytes
) -> None:
    arguments = [task, name, "--date", "2025-12-27", "--state", "FIN"]
    offline = [*WITHOUT_NETWORK, *command]
    ended = run(*arguments, command=offline, folder=tmp_path, variables=ALONE)
    assert (ended.status, ended.err) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(head)


def test_the_installed_package_opens_its_own_record_in_python(
    plain_command: list[str], tmp_path: Path
) -> None:
    python = str(Path(plain_command[0]).with_name("python"))
    code = "from dashboard import Record; print(Record.open(), Record.open().map('2025-12-27').crs)"
    done = subprocess.run(
        [python, "-c", code],
        cwd=tmp_path,
        env={**os.environ, **ALONE},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("<Record of the Ottawa Convention: 177 states, ")
    assert done.stdout.endswith("> EPSG:4326\n")


@pytest.mark.parametrize("kind", RECIPES)
def test_the_installed_command_writes_files_for_operators_who_have_the_wheel_alone(
    kind: str, plain_command: list[str], tmp_path: Path
) -> None:
    ended = run("deploy", kind, command=plain_command, folder=tmp_path, variables=ALONE)
    assert (ended.status, ended.err) == (0, "")
    assert all((tmp_path / f"deploy-{kind}" / name).is_file() for name in RECIPES[kind])
    if kind in ("docker", "pages"):
        assert f"\n  cp flankwatch-{__version__}-py3-none-any.whl deploy-{kind}/\n" in ended.out


def test_the_installed_command_serves_page_and_map(command: list[str], tmp_path: Path) -> None:
    with Server(command=command, folder=tmp_path, variables=ALONE) as server:
        assert str(CHECKOUT) not in server.said[1]
        page = server.ask("/")
        assert page.status == 200
        assert "assets/built/main.js?v=" in page.text
        assert "assets/js/" not in page.text
        assert server.ask("/assets/map.css").body == (ASSETS / "map.css").read_bytes()
        states = server.ask("/geodata/states.geojson")
        assert states.body == (BOUNDARIES / "states.geojson").read_bytes()
        ended = server.stop()
    assert (ended.status, ended.err) == (0, "")
