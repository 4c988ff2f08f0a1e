"""A copy takes the place of the one before as a whole, and touches nothing that is not its own."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from web.copies import ORIGIN, lying, without_scripts, write

from dashboard.publish.export import LIST, ExportError
from dashboard.publish.folder import STAGE, Folder
from dashboard.web.copy.files import answers
from dashboard.web.copy.opening import Copied
from dashboard.web.copy.write import _turn, write_copy
from dashboard.web.inventory import Inventory


@dataclass(frozen=True)
class FewFiles(Inventory):
    """Of all that can be asked for, a few files and ``more``, then the page."""

    more: list[str] = field(default_factory=list)

    def addresses(self) -> Iterator[str]:
        yield from ("assets/icon.svg", "data/states.csv", "brief/2025-12-27.json")
        yield from (*self.more, "")


@pytest.fixture(scope="module")
def few() -> Copied:
    return without_scripts()


@pytest.fixture
def more() -> list[str]:
    """Addresses that the site has beside those few."""
    return []


@pytest.fixture
def plain(few: Copied, more: list[str]) -> Copied:
    """A site of few files."""
    return replace(few, inventory=FewFiles(**vars(few.inventory), more=more))


def refused(copied: Copied, folder: Path) -> str:
    with pytest.raises(ExportError) as refusal:
        write(copied, folder)
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_what_is_no_longer_part_goes_and_what_is_not_its_own_stays(
    plain: Copied, more: list[str], tmp_path: Path
) -> None:
    more += ["brief/1999-03-01.json", "embed/1999-03-01.html", "data/events.csv"]
    write(plain, tmp_path)
    (tmp_path / "data" / "events.csv").write_text("changed by hand")
    (tmp_path / "robots.txt").write_text("mine")
    more.clear()
    done = write(plain, tmp_path)
    assert done.written == 3  # The rules for hosts, which name embed/ no more.
    assert not (tmp_path / "embed").exists()
    assert not list(tmp_path.glob("brief/1999*"))
    assert (tmp_path / "brief" / "2025-12-27.json.br").exists()
    assert (tmp_path / "data" / "events.csv").read_text() == "changed by hand"
    assert (tmp_path / "robots.txt").read_text() == "mine"


def test_what_was_changed_or_lost_is_written_again(plain: Copied, tmp_path: Path) -> None:
    write(plain, tmp_path)
    before = lying(tmp_path)
    (tmp_path / "index.html").write_text("changed")
    (tmp_path / "data" / "states.csv.br").unlink()
    write(plain, tmp_path)
    assert lying(tmp_path) == before


def test_an_export_that_fails_half_way_leaves_the_one_before(
    plain: Copied, more: list[str], tmp_path: Path
) -> None:
    write(plain, tmp_path)
    (tmp_path / "index.html").write_text("the one before")
    before = lying(tmp_path)
    more += ["data/events.csv", "data/there-is-none.csv"]
    assert refused(plain, tmp_path) == "/data/there-is-none.csv: 404 NOT FOUND (expected the file)"
    assert lying(tmp_path) == before


def test_a_folder_that_goes_away_is_told_in_a_line(plain: Copied, tmp_path: Path) -> None:
    folder = tmp_path / "site"

    def vanish(_done: int, _total: int) -> None:
        shutil.rmtree(folder, ignore_errors=True)

    with pytest.raises(ExportError, match=r"cannot be written: No such file or directory$"):
        write_copy(plain, ORIGIN, folder, "/", vanish)


def test_a_disk_that_is_full_leaves_the_one_before(
    plain: Copied, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(plain, tmp_path)
    (tmp_path / "index.html").write_text("the one before")
    before = lying(tmp_path)

    def full(_: Folder, address: str, __: bytes) -> Path:
        raise OSError(28, "No space left on device", address)

    monkeypatch.setattr(Folder, "put", full)
    assert refused(plain, tmp_path) == "index.html: cannot be written: No space left on device"
    assert lying(tmp_path) == before


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", "mine"),
        (LIST, "{"),
        (LIST, "[]"),
        (LIST, '{"package": "another", "version": "", "files": {}}'),
        (LIST, '{"package": "flankwatch-mine-ban", "version": "", "files": []}'),
        (LIST, '{"package": "flankwatch-mine-ban", "files": {}}'),
        ("data/datapackage.json", '{"name": "flankwatch-mine-ban"}'),
    ],
)
def test_a_folder_that_holds_something_else_is_refused_and_left_as_it_is(
    tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content)
    with pytest.raises(ExportError) as refusal:
        Folder.open(tmp_path, "flankwatch-mine-ban", "1")
    assert str(refusal.value) == (
        f"{tmp_path}: holds something else (expected a new or an empty folder, or an earlier "
        "export of the same treaty)"
    )
    assert lying(tmp_path) == {name: content.encode()}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("mine")
    with pytest.raises(ExportError, match=r"file: is not a folder \(expected one to write to"):
        Folder.open(path, "package", "1")
    assert path.read_text() == "mine"


def put(folder: Path, files: dict[str, str], version: str = "1") -> None:
    opened = Folder.open(folder, "package", version)
    for name, content in files.items():
        opened.put(name, content.encode())
    opened.publish(lambda _: 0)


def test_a_file_that_no_export_wrote_is_not_written_over(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "1", "b.txt": "1"})
    (tmp_path / "c.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"c\.txt: is in the way \(no earlier export wrote it\)$"):
        put(tmp_path, {"a.txt": "2", "c.txt": "2"})
    assert (tmp_path / "a.txt").read_text() == "1"
    assert (tmp_path / "c.txt").read_text() == "mine"


def test_no_list_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder, own = tmp_path / "site", tmp_path / "own.txt"
    put(folder, {"a.txt": "1"})
    own.write_text("1")
    listed = json.loads((folder / LIST).read_text())
    digest = listed["files"]["a.txt"]
    listed["files"] |= {"../own.txt": digest, str(own): digest}
    (folder / LIST).write_text(json.dumps(listed))
    put(folder, {"b.txt": "1"})
    assert own.read_text() == "1"
    assert not (folder / "a.txt").exists()


def test_what_a_broken_off_export_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / STAGE).mkdir()
    (tmp_path / STAGE / "half").write_text("half")
    put(tmp_path, {"a.txt": "1"})
    assert set(lying(tmp_path)) == {"a.txt", LIST}


def test_only_the_same_version_keeps_what_is_dear_to_make(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": "1"}, version="1")
    assert Folder.open(tmp_path, "package", "1").keeps("a.txt")
    assert not Folder.open(tmp_path, "package", "2").keeps("a.txt")
    (tmp_path / "a.txt").write_text("changed")
    assert not Folder.open(tmp_path, "package", "1").keeps("a.txt")


def test_what_others_name_is_moved_before_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    replace_ = Path.replace

    def note(self: Path, target: Path) -> Path:
        moved.append(target.relative_to(tmp_path).as_posix())
        return replace_(self, target)

    monkeypatch.setattr(Path, "replace", note)
    opened = Folder.open(tmp_path, "package", "1")
    for name in ("index.html", "page/1/view.json", "data/a.csv"):
        opened.put(name, b"")
    opened.publish(["page/1/view.json", "data/a.csv", "index.html"].index)
    assert moved == [LIST, "page/1/view.json", "data/a.csv", "index.html", LIST]


def test_the_page_is_the_last_of_all(few: Copied) -> None:
    sent = {name: each for name, _, each in answers(few)}
    names = ["assets/tokens.css.br", "data/states.csv", "embed/2025-12-27.html", "index.html"]
    assert [_turn(name, sent) for name in names] == [0, 1, 2, 3]
    assert all(_turn(name, sent) == 0 for name in sent if name.startswith("page/"))
    assert _turn("_headers", sent) == 2
