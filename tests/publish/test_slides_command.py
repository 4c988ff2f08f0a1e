"""``flankwatch brief``: the file it writes, and one line for each thing that is wrong."""

from pathlib import Path

import pytest
from publish.decks import opened

from dashboard import cli
from dashboard.publish import written


def brief(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    status = cli.main(["brief", *map(str, arguments)])
    return status, *capsys.readouterr()


def test_it_writes_the_scenes_asked_for_in_their_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deck.PPTX"
    wanted = ("--date", "2025-12-27", "--scenes", "next, NOW,next", "--ratio", "4:3")
    status, out, err = brief(capsys, path, *wanted)
    assert (status, err) == (0, "")
    assert out.startswith(f"Wrote {path}, 0.")
    titles = [slide.shapes.title.text_frame.text for slide in opened(path.read_bytes()).slides]
    assert titles[0] == "If nothing changes, Finland leaves in 14 days."
    assert len(titles) == 2


def test_a_state_and_a_day_beyond_the_record_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deck.pptx"
    status, _, err = brief(capsys, path, "--date", "2031-05-04", "--state", "fin")
    assert (status, err) == (0, "")
    slides = list(opened(path.read_bytes()).slides)
    assert "Finland is out since 10 January 2026." in [
        slide.shapes.title.text_frame.text for slide in slides
    ]
    for slide in slides:
        assert "no later change is on record." in slide.notes_slide.notes_text_frame.text


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (
            ["--date", "2025-13-01"],
            "--date: '2025-13-01' is not a day (expected YYYY-MM-DD from 1997-01-01 on)",
        ),
        (["--date", "1996-12-31"], "--date: '1996-12-31' is not a day"),
        (["--date", "9999-12-31"], "--date: '9999-12-31' is not a day"),
        (["--date", "2025-12"], "--date: '2025-12' is not a day"),
        (["--date", "\x1b[2J" + "9" * 999], "--date: '\\x1b[2J999"),
        (["--state", "FNL"], "--state: 'FNL' is not the code of a state (nearest: FIN; expected"),
        (["--state", ""], "--state: '' is not the code of a state (expected one of BGR"),
        (["--state", "FRA"], "--state: France has no briefing (expected one of BGR, BLR, EST"),
        (
            ["--scenes", "now,bordr", "--date", "1999-03-01"],
            "--scenes: no scene 'bordr' on 1999-03-01 (expected some of now, before, ",
        ),
        (["--scenes", ","], "--scenes: no scene named (expected some of now"),
        (["--ratio", "3:2"], "--ratio: '3:2' is no ratio (expected 16:9 or 4:3)"),
    ],
)
def test_what_cannot_be_had_is_said_in_one_line(
    given: list[str], line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_text("An older one.")
    status, out, err = brief(capsys, path, *given)
    assert (status, out) == (2, "")
    assert err.startswith(f"flankwatch: {line}")
    assert len(err.splitlines()) == 1
    assert path.read_text() == "An older one."
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["deck.ppt", "deck", ".pptx"])
def test_another_ending_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = brief(capsys, tmp_path / name)
    assert status == 2
    assert err == f"flankwatch: {tmp_path / name}: expected a name that ends in .pptx or .pdf\n"


def test_a_missing_folder_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none" / "deck.pptx"
    status, _, err = brief(capsys, path, "--scenes", "sources")
    assert status == 2
    assert err == f"flankwatch: {path}: cannot be written: there is no folder {path.parent}\n"


def test_a_file_in_use_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "deck.pptx"
    path.write_text("Open in PowerPoint.")

    def refused(_: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(written.Path, "replace", refused)
    status, _, err = brief(capsys, path, "--scenes", "sources")
    assert (status, err) == (2, f"flankwatch: {path}: cannot be written: Permission denied\n")
    assert path.read_text() == "Open in PowerPoint."
    assert list(tmp_path.iterdir()) == [path]
