"""The wheel holds all that the dashboard needs, and serves it far from any checkout."""

import subprocess
import sys
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest
from web.servers import CHECKOUT, Server, run

from dashboard import __version__
from dashboard.paths import ASSETS, BOUNDARIES, DEFAULT_PACK

GEODATA = BOUNDARIES.parent


def pip(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout; with the build tool at hand, nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    alone = ["--no-build-isolation"] if find_spec("hatchling") else []
    pip("wheel", "--quiet", "--no-deps", *alone, "--wheel-dir", str(folder), str(CHECKOUT))
    [built] = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """``flankwatch`` of an environment of its own, which borrows only the dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    [own] = folder.glob("lib/python*/site-packages")
    libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (own / "libraries.pth").write_text("\n".join(sorted(libraries)), encoding="utf-8")
    python = str(folder / "bin" / "python")
    pip("--python", python, "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    return [str(folder / "bin" / "flankwatch")]


def test_the_wheel_is_of_this_version(wheel: Path) -> None:
    assert wheel.name == f"flankwatch-{__version__}-py3-none-any.whl"


def test_the_wheel_holds_assets_geodata_and_licence_and_no_tests(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    wanted = {f"dashboard/assets/{file.name}" for file in ASSETS.iterdir()}
    wanted |= {
        f"dashboard/geodata/{file.relative_to(GEODATA).as_posix()}"
        for folder in (BOUNDARIES, DEFAULT_PACK)
        for file in folder.iterdir()
    }
    wanted |= {
        f"dashboard/{file.relative_to(CHECKOUT / 'dashboard').as_posix()}"
        for file in (CHECKOUT / "dashboard").rglob("*.py")
    }
    assert wanted <= names
    assert "dashboard/geodata/boundaries/SOURCE.md" in names
    assert f"flankwatch-{__version__}.dist-info/licenses/LICENSE" in names
    others = {name for name in names - wanted if "dist-info/" not in name}
    assert others == set()


def test_the_installed_command_checks_its_own_pack(command: list[str], tmp_path: Path) -> None:
    ended = run("check", command=command, folder=tmp_path)
    assert (ended.status, ended.err) == (0, "")
    assert "\nOttawa Convention: 177 states, " in ended.out


def test_the_installed_command_serves_page_and_map(command: list[str], tmp_path: Path) -> None:
    with Server(command=command, folder=tmp_path) as server:
        assert str(CHECKOUT) not in server.said[1]
        page = server.ask("/")
        assert page.status == 200
        assert "assets/map.js" in page.text
        assert server.ask("/assets/map.js").body == (ASSETS / "map.js").read_bytes()
        states = server.ask("/geodata/states.geojson")
        assert states.body == (BOUNDARIES / "states.geojson").read_bytes()
        ended = server.stop()
    assert (ended.status, ended.err) == (0, "")
