"""The export writes the files that the server serves, and takes nothing of anybody's away."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from samples import day

from dashboard.publish import export
from dashboard.publish.export import ExportError, export_data
from dashboard.publish.takeaway import DAY_KINDS, Takeaway
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame

DAYS = [day("1997-01-01"), day("2025-12-27")]


def exported(takeaway: Takeaway, folder: Path, days: Sequence[date] = DAYS) -> set[str]:
    written = export_data(takeaway, dict.fromkeys(days, DAY_KINDS), folder)
    return {path.relative_to(folder).as_posix() for path in written}


def lying(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_written_as_it_is_served(takeaway: Takeaway, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "site"
    written = exported(takeaway, folder)
    assert written == lying(folder)
    assert written == {f"data/{name}" for name in takeaway.names} | {
        f"data/standing/{when}.{kind}" for when in DAYS for kind in ("csv", "json", "geojson")
    } | {f"data/figure/{when}.json" for when in DAYS}
    for name in takeaway.names:
        assert (folder / "data" / name).read_bytes() == takeaway.file(name)
    for kind in ("csv", "json", "geojson"):
        path = folder / "data" / "standing" / f"2025-12-27.{kind}"
        assert path.read_bytes() == takeaway.standing(DAYS[1], kind)
    path = folder / "data" / "figure" / "2025-12-27.json"
    assert path.read_bytes() == takeaway.figure(DAYS[1])


def test_both_sides_of_every_step_are_kept_and_the_maps_of_the_page(
    takeaway: Takeaway, ledger: Ledger, frames: tuple[Frame, ...]
) -> None:
    kept = takeaway.kept_days
    assert min(kept) == day("1997-01-01")
    # Tonga, which is not in view, deposited on 25 June 2025.
    assert list(kept[day("2025-06-24")]) == list(kept[day("2025-06-25")]) == ["csv", "json"]
    assert list(kept[day("2025-12-27")]) == ["csv", "json", "geojson"]
    assert list(kept[day("2025-12-26")]) == ["csv", "json"]
    for timeline in ledger.timelines.values():
        for change in timeline.changes:
            assert {change.day, change.day - timedelta(days=1)} <= set(kept)
    assert {when for when, kinds in kept.items() if "geojson" in kinds} == {
        frame.day for frame in frames
    }


def test_an_empty_folder_will_do(takeaway: Takeaway, tmp_path: Path) -> None:
    assert exported(takeaway, tmp_path)


def test_an_earlier_export_is_replaced_and_what_else_lies_there_stays(
    takeaway: Takeaway, tmp_path: Path
) -> None:
    exported(takeaway, tmp_path)
    own = tmp_path / "data" / "notes.txt"
    own.write_text("mine")
    (tmp_path / "index.html").write_text("mine too")
    (tmp_path / "data" / "states.csv").write_text("old")
    exported(takeaway, tmp_path)
    assert own.read_text() == "mine"
    assert (tmp_path / "index.html").read_text() == "mine too"
    assert (tmp_path / "data" / "states.csv").read_bytes() == takeaway.file("states.csv")


def test_what_a_link_points_to_is_not_written_over(takeaway: Takeaway, tmp_path: Path) -> None:
    folder, own = tmp_path / "site", tmp_path / "own.csv"
    exported(takeaway, folder)
    own.write_text("mine")
    (folder / "data" / "states.csv").unlink()
    (folder / "data" / "states.csv").symlink_to(own)
    exported(takeaway, folder)
    assert own.read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", "mine"),
        ("data/states.csv", "mine"),
        ("data/datapackage.json", "{"),
        ("data/datapackage.json", "[]"),
        ("data/datapackage.json", '{"name": "another"}'),
        ("data/datapackage.json", "[" * 100_000),
        ("data", "a file"),
    ],
)
def test_a_folder_that_holds_something_else_is_refused_and_left_as_it_is(
    takeaway: Takeaway, tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)
    with pytest.raises(ExportError) as refusal:
        exported(takeaway, tmp_path)
    assert str(refusal.value) == (
        f"{tmp_path}: holds something else (expected a new or an empty folder, or an earlier "
        "export of the same treaty)"
    )
    assert lying(tmp_path) == {name}
    assert path.read_text() == content


def test_the_data_alone_are_not_written_over_those_of_the_whole_site(
    takeaway: Takeaway, tmp_path: Path
) -> None:
    exported(takeaway, tmp_path)
    (tmp_path / export.LIST).write_text("{}")
    with pytest.raises(ExportError, match=r"holds the whole site, with its data \(expected a"):
        exported(takeaway, tmp_path)


def test_a_file_is_no_folder(takeaway: Takeaway, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("mine")
    with pytest.raises(ExportError, match=r"file: is not a folder \(expected one to write to, or"):
        exported(takeaway, path)
    with pytest.raises(ExportError, match=r"below.*: cannot be written: Not a directory$"):
        exported(takeaway, path / "below")
    assert path.read_text() == "mine"


def test_a_disk_that_is_full_is_told_and_leaves_whole_files(
    takeaway: Takeaway, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Path.write_bytes

    def until_full(self: Path, content: bytes) -> int:
        if "events.csv" in self.name:
            write(self, content[:100])
            raise OSError(28, "No space left on device", str(self))
        return write(self, content)

    with monkeypatch.context() as patched:
        patched.setattr(export.Path, "write_bytes", until_full)
        with pytest.raises(ExportError, match=r"cannot be written: No space left on device$"):
            exported(takeaway, tmp_path)
    assert lying(tmp_path) == {"data/datapackage.json", "data/states.csv"}
    assert "data/events.csv" in exported(takeaway, tmp_path)
