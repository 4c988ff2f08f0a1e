"""Obtain and read Natural Earth's countries from the npm package world-atlas."""

import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import geopandas as gpd
from pyogrio.errors import DataLayerError, DataSourceError

from dashboard.atlas.errors import AtlasError
from dashboard.atlas.view import DEGREES

PACKAGE = "world-atlas@2.0.2"
FILE = "countries-10m.json"
SHA256 = "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79"
COARSE_FILE = "countries-50m.json"
"""The countries at 1:50m, for the map of the world."""
COARSE_SHA256 = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"


@contextmanager
def world_file(atlas_file: Path | None) -> Iterator[Path]:
    """Give the path of world-atlas' `countries-10m.json`, checked against its known SHA-256.

    Without `atlas_file`, npm fetches the package into a folder that is removed afterwards.
    Raises AtlasError if there is no such file, no npm, no package, or the file is another one.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = atlas_file or _fetch(Path(folder), FILE) / FILE
        _check(path, FILE, SHA256)
        yield path


@contextmanager
def coarse_and_fine(package: Path | None) -> Iterator[tuple[Path, Path]]:
    """Give the paths of `countries-50m.json` and of `countries-10m.json`, checked likewise.

    `package` is the folder that holds them; without it, npm fetches the package. Raises AtlasError
    as `world_file` does.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = package or _fetch(Path(folder), COARSE_FILE, FILE)
        _check(found / COARSE_FILE, COARSE_FILE, COARSE_SHA256)
        _check(found / FILE, FILE, SHA256)
        yield found / COARSE_FILE, found / FILE


def read_world(path: Path) -> gpd.GeoDataFrame:
    """Read the layer `countries` of a world-atlas TopoJSON file.

    Returns the columns `atlas_id` (the ISO 3166 numeric code as text, or the name where a feature
    has none) and `geometry`, in EPSG:4326. Raises AtlasError if the file cannot be read as such.
    """
    try:
        world = gpd.read_file(path, layer="countries")
        atlas_id = world["id"].fillna(world["name"])
    except (DataSourceError, DataLayerError, KeyError) as error:
        raise AtlasError(
            f"{path}: expected TopoJSON with a layer 'countries' that has id and name: {error}"
        ) from error
    return gpd.GeoDataFrame({"atlas_id": atlas_id}, geometry=world.geometry.values, crs=DEGREES)


def _fetch(folder: Path, *names: str) -> Path:
    """Fetch the package into a folder; returns the folder in it that holds its files ``names``."""
    npm = shutil.which("npm")
    if npm is None:
        raise AtlasError(
            f"npm is not installed: install it, or give the {FILE} of {PACKAGE} as a file"
        )
    done = subprocess.run(
        [npm, "pack", PACKAGE, "--silent"], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise AtlasError(f"npm pack {PACKAGE} failed: {done.stderr.strip()}")
    return _unpack(folder / done.stdout.strip(), folder, names)


def _unpack(package: Path, folder: Path, names: Sequence[str]) -> Path:
    members = [f"package/{name}" for name in names]
    try:
        with tarfile.open(package) as archive:
            for member in members:
                archive.extract(member, folder, filter="data")
    except (OSError, tarfile.TarError, KeyError) as error:
        expected = " and ".join(members)
        raise AtlasError(
            f"{PACKAGE}: expected an archive that holds {expected}: {error}"
        ) from error
    return folder / "package"


def _check(path: Path, name: str, digest: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise AtlasError(f"{path}: expected the {name} of {PACKAGE}: {error.strerror}") from error
    if found != digest:
        raise AtlasError(
            f"{path}: expected the {name} of {PACKAGE} with SHA-256 {digest}, found {found}"
        )
