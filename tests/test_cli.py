"""The command ``flankwatch``: its commands, what they print, and their exit status."""

import gc
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from samples import PackCopy
from small import SmallPack, write_boundaries
from web.servers import run

from dashboard import __version__, cli
from dashboard.atlas import build as atlas_build
from dashboard.atlas.build import Report
from dashboard.atlas.states import MapPlan
from dashboard.garbage import THRESHOLDS
from dashboard.paths import BOUNDARIES
from dashboard.record.ledger import Ledger
from dashboard.record.review import report
from dashboard.story.frames import frame_days

SOUND = """\
Small Convention: 4 states, 6 events, 2 quotes, 2 sources, 2 claims, 1 topic, 1 border
Events from 1 February 2001 to 10 August 2009
Verified through 31 December 2010; on that day, The flank:
  party: Beta
  withdrawn: Alpha
0 warnings
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallPack:
    """The small pack and its boundaries; every test gets its own."""
    monkeypatch.setattr(cli, "BOUNDARIES", write_boundaries(tmp_path / "boundaries"))
    return SmallPack(tmp_path / "small")


def check(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit status of ``flankwatch check``, and what it printed."""
    status = cli.main(["check", *map(str, arguments)])
    return status, *capsys.readouterr()


def test_check_says_what_the_shipped_pack_holds(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = check(capsys)
    assert (status, err) == (0, "")
    assert "Ottawa Convention: 177 states, 407 events, 75 quotes, 225 sources, 122 claims" in out
    assert "Events from 27 June 1997 to 3 March 2026\n" in out
    assert "Verified through 3 March 2026; on that day, NATO's eastern flank:\n" in out
    assert "  withdrawn: Estonia, Finland, Latvia, Lithuania, Poland\n" in out


def test_check_takes_another_pack(small: SmallPack, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, small.folder) == (0, SOUND, "")


@pytest.mark.parametrize("place", ["off", "small"])
def test_check_refuses_a_state_off_the_map_that_has_a_shape(
    place: str, small: SmallPack, capsys: pytest.CaptureFixture[str]
) -> None:
    line = small.edit("states.csv", "AAA", map=place, atlas_id="")
    status, _, err = check(capsys, small.folder)
    assert status == 2
    assert err.splitlines()[0] == (
        f"states.csv:{line}: map: '{place}' (expected 'drawn': the boundaries have its shape)"
    )


def test_check_refuses_a_state_without_a_shape_and_a_shape_without_a_state(
    small: SmallPack, capsys: pytest.CaptureFixture[str]
) -> None:
    line = small.edit("states.csv", "BBB", map="drawn", atlas_id="002")
    status, _, err = check(capsys, "--format", "text", small.folder)
    assert status == 2
    assert f"states.csv:{line}: map: 'drawn' (expected 'small' or 'off': " in err
    small.edit("states.csv", "BBB", map="off", atlas_id="")
    path = cli.BOUNDARIES / "states.geojson"
    path.write_text(path.read_text(encoding="utf-8").replace('"AAA"', '"ZZZ"'), encoding="utf-8")
    small.edit("states.csv", "AAA", map="off", atlas_id="")
    status, out, _ = check(capsys, "--format", "json", small.folder)
    assert status == 2
    [problem] = json.loads(out)["problems"]
    assert problem["message"] == "lacks ZZZ (expected every state that the boundaries draw)"


def test_check_takes_the_folder_one_is_in(
    small: SmallPack, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small.folder)
    assert check(capsys, ".") == (0, SOUND, "")


def test_check_tells_doubts_by_file_and_line_before_the_summary(
    small: SmallPack, capsys: pytest.CaptureFixture[str]
) -> None:
    undated = small.edit("quotes.csv", "ngo-2009", date="")
    unsure = small.edit("events.csv", "bbb-2001-02-01-signature", confidence="low")
    late = small.add_event(date="2011-02-03", iso_a3="BBB", kind="statement")
    status, out, _ = check(capsys, small.folder)
    assert status == 0
    findings, _, told = out.partition("Small Convention: ")
    assert findings == (
        f"events.csv:{unsure}: confidence: 'low' (expected a source that settles it) "
        "[unsure-event]\n"
        f"events.csv:{late}: date: '2011-02-03' lies after verified_through, 2010-12-31 (expected "
        "the record checked through that day) [later-event]\n"
        "\n"
        f"quotes.csv:{undated}: date: is empty (expected the day on which the words were said) "
        "[inexact-quote]\n"
        "\n"
    )
    assert told.endswith(
        "3 warnings:\n"
        "     1 unsure-event: an event of which the record is not sure\n"
        "     1 later-event: an event after the day through which the record is verified\n"
        "     1 inexact-quote: a quote without its day\n"
    )


def test_check_draws_many_doubts_of_one_kind_together(
    small: SmallPack, capsys: pytest.CaptureFixture[str]
) -> None:
    quote = {"speaker": "A Minister", "iso_a3": "AAA", "topic": "notice", "stance": "supports"}
    quote |= {"language": "en", "sources": "gazette"}
    for number in range(10):
        small.add("quotes.csv", id=f"minister-{number}", quote=f"Word {number}", **quote)
    small.edit("quotes.csv", "minister-4", date="2009-02-10")
    _, out, _ = check(capsys, small.folder)
    assert out.count("[inexact-quote]") == 9
    small.edit("quotes.csv", "ngo-2009", date="2009")
    status, out, _ = check(capsys, small.folder)
    assert status == 0
    assert out.splitlines()[0] == (
        "quotes.csv:3: date: 10 times a quote without its day [inexact-quote]: lines 3–7, 9–13"
    )


def test_one_doubt_is_counted_as_one(small: SmallPack, capsys: pytest.CaptureFixture[str]) -> None:
    small.edit("quotes.csv", "ngo-2009", date="")
    assert "\n1 warning:\n" in check(capsys, small.folder)[1]


def test_check_is_strict_where_asked(small: SmallPack, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys, "--strict", small.folder)[0] == 0
    small.edit("quotes.csv", "ngo-2009", date="")
    assert check(capsys, small.folder)[0] == 0
    assert check(capsys, "--strict", small.folder)[0] == 1
    assert check(capsys, "--strict", "--format", "json", small.folder)[0] == 1
    small.edit("quotes.csv", "ngo-2009", stance="")
    assert check(capsys, "--strict", small.folder)[0] == 2


def test_check_tells_machines_the_same(
    small: SmallPack, capsys: pytest.CaptureFixture[str]
) -> None:
    line = small.edit("quotes.csv", "ngo-2009", date="")
    status, out, err = check(capsys, "--format", "json", small.folder)
    assert (status, err) == (0, "")
    assert json.loads(out) == {
        "pack": str(small.folder),
        "verified_through": "2010-12-31",
        "first_event": "2001-02-01",
        "last_event": "2009-08-10",
        "counts": {
            "states": 4,
            "events": 6,
            "quotes": 2,
            "sources": 2,
            "claims": 2,
            "topics": 1,
            "borders": 1,
        },
        "standings": {"AAA": "withdrawn", "BBB": "party"},
        "problems": [],
        "warnings": [
            {
                "file": "quotes.csv",
                "line": line,
                "column": "date",
                "kind": "inexact-quote",
                "message": "is empty (expected the day on which the words were said)",
            }
        ],
    }


def test_check_tells_machines_of_errors_too(
    small: SmallPack, capsys: pytest.CaptureFixture[str]
) -> None:
    line = small.edit("borders.csv", "AAA,CCC", km="far")
    (small.folder / "claims.csv").unlink()
    status, out, err = check(capsys, "--format", "json", small.folder)
    assert (status, err) == (2, "")
    told = json.loads(out)
    assert told.pop("problems") == [
        {
            "file": "borders.csv",
            "line": line,
            "column": "km",
            "kind": "error",
            "message": "'far' is not a number (expected a whole number, 0 or more)",
        },
        {
            "file": "claims.csv",
            "line": None,
            "column": None,
            "kind": "error",
            "message": "is missing (expected in every treaty pack)",
        },
    ]
    assert told.pop("pack") == str(small.folder)
    assert told.pop("warnings") == []
    assert set(told.values()) == {None}
    assert len(told) == 5


def test_check_of_no_folder_tells_machines_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nothing"
    status, out, _ = check(capsys, "--format", "json", missing)
    [problem] = json.loads(out)["problems"]
    assert (status, problem["file"]) == (2, str(missing))


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_terminal_that_knows_only_ascii_is_told_all_the_same(
    form: str,
) -> None:
    ended = run("check", "--format", form, variables={"PYTHONIOENCODING": "ascii"})
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.isascii()


def test_who_reads_only_the_beginning_is_not_bothered() -> None:
    command = f"{shlex.quote(sys.executable)} -m dashboard check --format json | head -n 1"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == ("{\n", "")


@pytest.mark.parametrize("name", ["a" * 5000, "null", "\0"])
def test_a_path_that_leads_nowhere_is_no_folder(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = check(capsys, name)
    assert status == 2
    assert err.splitlines()[0].endswith("is not a folder (expected a treaty pack)")


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


def test_what_is_loaded_is_not_looked_through_for_garbage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    gc.set_threshold(700, 10, 10)  # As Python begins.
    check(capsys)
    assert gc.get_threshold() == THRESHOLDS


def test_the_version_is_told() -> None:
    ended = run("--version")
    assert (ended.status, ended.out, ended.err) == (0, f"flankwatch {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["serve", "--colour", "red"],
        ["check", "a", "b"],
        ["check", "--format", "yaml"],
        ["check", "--format"],
        ["check", "--strictly"],
    ],
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
    for command in ("serve", "check", "export", "picture", "geodata"):
        assert f"\n    {command} " in told


@pytest.mark.uncounted
def test_export_writes_the_data_of_every_day_of_change_of_any_pack(
    pack: PackCopy,
    tmp_path: Path,
    ledger: Ledger,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("FLANKWATCH_PUBLIC_URL", "https://mines.example.org")
    pack.edit("states.csv", "FIN", name="Suomi")
    folder = tmp_path / "site"
    assert cli.main(["export", str(folder), "--data", "--pack", str(pack.folder)]) == 0
    out, err = capsys.readouterr()
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert re.fullmatch(rf"Wrote {len(written)} files, \d+\.\d MB, to {folder / 'data'}\n", out)
    assert err == ""
    standings = list((folder / "data" / "standing").iterdir())
    maps = {path.stem for path in standings if path.suffix == ".geojson"} - {"latest"}
    assert maps == {str(day) for day in frame_days(ledger)}
    figures = {path.stem for path in (folder / "data" / "figure").iterdir()} - {"latest"}
    assert figures == maps
    tables = {path.stem for path in standings if path.suffix == ".csv"} - {"latest"}
    assert tables > maps | {str(count.day) for count in ledger.party_counts}
    assert "FIN,Suomi" in (folder / "data" / "states.csv").read_text(encoding="utf-8-sig")
    feed = (folder / "data" / "feed.atom").read_text(encoding="utf-8")
    assert 'href="https://mines.example.org/?date=2026-02-20"' in feed


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["file"], "file: is not a folder (expected one to write to, or none yet)"),
        (["site", "--without", "films"], "--without: 'films' (expected some of slides, handouts,"),
        (
            ["site", "--base-path", "mines"],
            "--base-path: 'mines' cannot be used (expected a path such",
        ),
        (["site", "--data", "--without", "slides"], "--without is for the whole site, not for"),
        (["site", "--public-url", "mines"], "--public-url: 'mines' cannot be used"),
        (["site", "--pack", "file"], "the treaty pack was refused: 1 error"),
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


def test_a_picture_of_another_pack_is_drawn_without_a_server(
    pack: PackCopy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack.edit("states.csv", "LVA", name="Livonia")
    file = tmp_path / "picture.SVG"
    file.write_text("older")
    assert cli.main(["picture", str(file), "--pack", str(pack.folder), "--form", "map"]) == 0
    assert file.read_bytes().startswith(b"<svg")
    told = capsys.readouterr().out
    assert re.fullmatch(rf"Wrote {re.escape(str(file))}, \d+ kB, of 3 March 2026\n", told)
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_letter_without_a_font_is_named(
    pack: PackCopy, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack.edit("states.csv", "LVA", name="Latvia 地")
    assert cli.main(["picture", str(tmp_path / "a.pdf"), "--pack", str(pack.folder)]) == 0
    assert "Its fonts lack 地: the system's fonts were tried.\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("file", "options", "said"),
    [
        ("a.gif", [], "{}: expected a name that ends in .svg or .png or .pdf"),
        ("a", [], "{}: expected a name that ends in .svg or .png or .pdf"),
        ("none/a.svg", [], "{}: cannot be written: there is no folder {.parent}"),
        ("folder.png", [], "{}: is a folder (expected the name of a file)"),
        (f"{'a' * 300}.svg", [], "{}: cannot be written: File name too long"),
        (
            "a.svg",
            ["--date", "2025-13-01"],
            "--date: '2025-13-01' is not a day (expected YYYY-MM-DD from 1997-01-01 on)",
        ),
        ("a.svg", ["--scale", "3"], "--scale: '3' (expected 1, 2, 4)"),
        (
            "a.svg",
            ["--state", "FNL"],
            "--state: 'FNL' is not the code of a state (nearest: FIN; expected one of BGR, BLR, "
            "EST, FIN, HUN, LTU, LVA, MDA, NOR, POL, ROU, RUS, SVK, UKR; the codes are in "
            "states.csv of the pack)",
        ),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_picture_that_cannot_be_is_refused_in_a_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    file: str,
    options: Sequence[str],
    said: str,
) -> None:
    path = tmp_path / file
    (tmp_path / "folder.png").mkdir()
    assert cli.main(["picture", str(path), *options]) == 2
    assert capsys.readouterr().err == f"flankwatch: {said.format(path, path)}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["folder.png"]


def test_an_older_picture_survives_one_that_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.svg"
    file.write_text("older")
    monkeypatch.setattr(Path, "write_bytes", full)
    assert cli.main(["picture", str(file)]) == 2
    assert capsys.readouterr().err.endswith("a.svg: cannot be written: No space left on device\n")
    assert [each.name for each in tmp_path.iterdir()] == ["a.svg"]
    assert file.read_text() == "older"


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

    def build(atlas_file: Path | None, plan: MapPlan, folder: Path) -> Report:
        asked.append((atlas_file, folder))
        drawn = {row.iso_a3: row.atlas_id for row in ledger.pack.states.values() if row.atlas_id}
        assert {state.iso_a3: state.atlas_id for state in plan.states} == drawn
        return Report((), len(plan.states), 12345)

    monkeypatch.setattr(atlas_build, "build", build)
    options = ["--atlas", "world.json", "--out", out] if out else []
    assert cli.main(["geodata", *options]) == 0
    expected = (Path("world.json"), Path(out)) if out else (None, BOUNDARIES)
    assert asked == [expected]
    assert capsys.readouterr().out.endswith(f" states with 12,345 points to {expected[1]}\n")


def test_an_interrupted_command_ends_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def examine(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(report, "examine", examine)
    assert cli.main(["check"]) == 2
    assert capsys.readouterr().err == "flankwatch: stopped\n"
