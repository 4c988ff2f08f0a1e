"""The command ``flankwatch``: its commands, what they print, and their exit status."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from samples import PackCopy
from web.servers import run

from dashboard import __version__, cli
from dashboard.atlas import build as atlas_build
from dashboard.atlas.build import Report
from dashboard.atlas.states import MapState
from dashboard.paths import BOUNDARIES
from dashboard.record.ledger import Ledger
from dashboard.story.frames import frame_days

GOOD = (
    "Ottawa Convention: 177 states, 398 events, 81 quotes, 193 sources, "
    "verified through 20 February 2026\n"
)


def test_check_says_what_the_shipped_pack_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 0
    assert capsys.readouterr() == (GOOD, "")


def test_check_takes_another_pack(pack: PackCopy, capsys: pytest.CaptureFixture[str]) -> None:
    pack.add("sources.csv", id="new", publisher="New", kind="news")
    assert cli.main(["check", str(pack.folder)]) == 0
    assert "194 sources" in capsys.readouterr().out


def test_check_names_everything_that_is_wrong(
    pack: PackCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        pack.edit("states.csv", "POL", nato_since="soon"),
        pack.edit("states.csv", "EST", group="east"),
    ]
    assert cli.main(["check", str(pack.folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    *problems, verdict = err.splitlines()
    assert [problem.split(": ")[0] for problem in problems] == [
        f"states.csv:{line}" for line in sorted(lines)
    ]
    assert verdict == "flankwatch: the treaty pack was refused: 2 errors"


def test_one_error_is_counted_as_one(pack: PackCopy, capsys: pytest.CaptureFixture[str]) -> None:
    pack.edit("states.csv", "POL", nato_since="soon")
    assert cli.main(["check", str(pack.folder)]) == 2
    assert capsys.readouterr().err.endswith("refused: 1 error\n")


def test_check_of_no_folder_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(tmp_path / "nothing")]) == 2
    assert "nothing: is not a folder (expected a treaty pack)" in capsys.readouterr().err


@pytest.mark.parametrize(
    "file", ["treaty.toml", "states.csv", "events.csv", "quotes.csv", "sources.csv"]
)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x00" * 100, b'"' * 99, b"[" * 5000])
def test_check_never_breaks_on_a_broken_file(
    pack: PackCopy, file: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    pack.write(file, content)
    assert cli.main(["check", str(pack.folder)]) == 2
    assert capsys.readouterr().err.startswith((f"{file}: ", f"{file}:1: ", "borders.csv:"))


def test_the_version_is_told() -> None:
    ended = run("--version")
    assert (ended.status, ended.out, ended.err) == (0, f"flankwatch {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments", [[], ["fly"], ["serve", "--colour", "red"], ["check", "a", "b"]]
)
def test_a_wrong_call_is_answered_with_the_usage(
    arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refusal:
        cli.main(arguments)
    assert refusal.value.code == 2
    assert capsys.readouterr().err.startswith("usage: flankwatch ")


def test_the_help_names_every_command() -> None:
    told = run("--help").out
    for command in ("serve", "check", "export", "geodata"):
        assert f"\n    {command} " in told


def test_export_writes_the_data_of_every_day_of_change(
    tmp_path: Path, ledger: Ledger, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "site"
    assert cli.main(["export", str(folder), "--data"]) == 0
    out, err = capsys.readouterr()
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert re.fullmatch(rf"Wrote {len(written)} files, \d\d\.\d MB, to {folder / 'data'}\n", out)
    assert err == ""
    days = {path.stem for path in (folder / "data" / "standing").iterdir()} - {"latest"}
    assert days == {str(day) for day in frame_days(ledger)}


def test_export_takes_another_pack_and_the_public_address(
    pack: PackCopy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLANKWATCH_PUBLIC_URL", "https://mines.example.org")
    pack.edit("states.csv", "FIN", name="Suomi")
    folder = tmp_path / "site"
    assert cli.main(["export", str(folder), "--data", "--pack", str(pack.folder)]) == 0
    assert "FIN,Suomi" in (folder / "data" / "states.csv").read_text(encoding="utf-8-sig")
    feed = (folder / "data" / "feed.atom").read_text(encoding="utf-8")
    assert 'href="https://mines.example.org/?date=2026-02-20"' in feed


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["site"], "export: expected --data (it writes nothing else yet)"),
        (["file", "--data"], "file: is not a folder (expected one to write to, or none yet)"),
        (["site", "--data", "--public-url", "mines"], "--public-url: 'mines' cannot be used"),
        (["site", "--data", "--pack", "file"], "the treaty pack was refused: 1 error"),
    ],
)
def test_an_export_that_cannot_be_is_refused_in_a_line(
    arguments: Sequence[str],
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    assert cli.main(["export", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1].startswith(f"flankwatch: {complaint}")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_geodata_without_its_file_says_so_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing, out = tmp_path / "missing.json", tmp_path / "out"
    assert cli.main(["geodata", "--atlas", str(missing), "--out", str(out)]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith(f"flankwatch: {missing}: expected the countries-10m.json")
    assert not out.exists()


@pytest.mark.parametrize("out", [None, "elsewhere"])
def test_geodata_builds_every_drawn_state_into_the_folder(
    out: str | None,
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = []

    def build(atlas_file: Path | None, states: Sequence[MapState], folder: Path) -> Report:
        asked.append((atlas_file, folder))
        drawn = {row.iso_a3: row.atlas_id for row in ledger.pack.states.values() if row.atlas_id}
        assert {state.iso_a3: state.atlas_id for state in states} == drawn
        return Report((), len(states), 12345)

    monkeypatch.setattr(atlas_build, "build", build)
    options = ["--atlas", "world.json", "--out", out] if out else []
    assert cli.main(["geodata", *options]) == 0
    expected = (Path("world.json"), Path(out)) if out else (None, BOUNDARIES)
    assert asked == [expected]
    assert capsys.readouterr().out.endswith(f" states with 12,345 points to {expected[1]}\n")


def test_an_interrupted_command_ends_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read_pack(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "read_pack", read_pack)
    assert cli.main(["check"]) == 2
    assert capsys.readouterr().err == "flankwatch: stopped\n"
