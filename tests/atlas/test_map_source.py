"""world-atlas is fetched, checked and read."""

import os
import tarfile
from pathlib import Path

import pytest

from dashboard.atlas import source
from dashboard.atlas.errors import AtlasError
from dashboard.atlas.source import read_world, world_file


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH; whoever writes `npm` into it has npm installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, script: str) -> None:
    program = folder / "npm"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


def pack(folder: Path, atlas_file: Path, member: str = "package/countries-10m.json") -> Path:
    package = folder / "world-atlas.tgz"
    with tarfile.open(package, "w:gz") as archive:
        archive.add(atlas_file, member)
    return package


def test_a_file_with_the_known_checksum_is_used_as_it_is(atlas_file: Path) -> None:
    with world_file(atlas_file) as path:
        assert path == atlas_file


def test_without_a_file_npm_fetches_the_package(npm: Path, atlas_file: Path) -> None:
    package = pack(npm, atlas_file)
    install(npm, f'PATH={os.defpath}; cp "{package}" w.tgz; echo w.tgz')
    with world_file(None) as path:
        assert path.read_bytes() == atlas_file.read_bytes()
    assert not path.exists()


def test_npm_is_asked_for_the_pinned_version(npm: Path) -> None:
    install(npm, 'echo "asked for $*" >&2; exit 1')
    with pytest.raises(AtlasError, match=r"asked for pack world-atlas@2\.0\.2"), world_file(None):
        pass


def test_a_machine_without_npm_is_told_to_install_it(npm: Path) -> None:
    assert not list(npm.iterdir())
    with pytest.raises(AtlasError, match="npm is not installed"), world_file(None):
        pass


def test_a_package_without_the_file_is_refused(npm: Path, atlas_file: Path) -> None:
    package = pack(npm, atlas_file, "package/README.md")
    install(npm, f'echo "{package}"')
    with pytest.raises(AtlasError, match=r"package/countries-10m\.json"), world_file(None):
        pass


def test_a_package_that_is_no_archive_is_refused(npm: Path, atlas_file: Path) -> None:
    install(npm, f'echo "{atlas_file}"')
    with pytest.raises(AtlasError, match="expected an archive"), world_file(None):
        pass


def test_another_file_is_refused_by_its_checksum(atlas_file: Path) -> None:
    atlas_file.write_text("{}", encoding="utf-8")
    with pytest.raises(AtlasError, match=f"SHA-256 {source.SHA256}, found"), world_file(atlas_file):
        pass


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.json"
    with pytest.raises(AtlasError, match=r"nowhere\.json: expected"), world_file(missing):
        pass


def test_features_are_known_by_number_or_else_by_name(atlas_file: Path) -> None:
    world = read_world(atlas_file)
    assert {"643", "248", "Kosovo", "N. Cyprus"} <= set(world["atlas_id"])
    assert world.crs == "EPSG:4326"


@pytest.mark.parametrize(
    "text",
    [
        "not a map",
        '{"type":"Topology","objects":{"land":{"type":"GeometryCollection","geometries":[]}},'
        '"arcs":[]}',
        '{"type":"Topology","objects":{"countries":{"type":"GeometryCollection","geometries":'
        '[{"type":"Point","coordinates":[1,2],"properties":{}}]}},"arcs":[]}',
    ],
    ids=["no TopoJSON", "no countries", "no names"],
)
def test_a_file_that_is_no_world_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "world.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AtlasError, match="layer 'countries'"):
        read_world(path)
