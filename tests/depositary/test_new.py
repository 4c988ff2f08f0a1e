"""``flankwatch new``: what becomes of a depositary's table, and that nothing is half made."""

import csv
import errno
import io
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from depositary.tables import TABLES
from web.servers import Server

from dashboard import cli
from dashboard.depositary import folder as folders
from dashboard.paths import BOUNDARIES
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack

COMMON = ["--title", "A Convention", "--depositary", "The Depositary", "--reference", "XXVI"]
RULES = ["--entry-article", "Art. 17", "--withdrawal-article", "Art. 20", "--entry-months", "6"]
RULES += ["--withdrawal-months", "6", "--armed-conflict-clause", "yes"]
MINES = [*COMMON, *RULES, "--instruments", "40", "--adopted", "1997-09-18", "--opened"]
MINES += ["1997-12-03", "--verified-through", "2013-12-31"]
CLUSTERS = [*COMMON, *RULES, "--instruments", "30", "--adopted", "2008-05-30", "--opened"]
CLUSTERS += ["2008-12-03", "--verified-through", "2013-12-31"]
# States that are no more were among the first twenty: the day itself has to be given.
MODIFICATION = [*COMMON, "--adopted", "1976-12-10", "--opened", "1977-05-18", "--entry-day"]
MODIFICATION += ["1978-10-05", "--entry-days", "0", "--entry-article", "Art. IX"]
MODIFICATION += ["--withdrawal-clause", "no", "--verified-through", "2013-12-31"]
# Nobody in these tables withdrew: their clauses on withdrawal are of no account.
LEAVING = ["--withdrawal-article", "A", "--withdrawal-days", "90", "--armed-conflict-clause", "no"]
CHEMICAL = [*COMMON, *LEAVING, "--adopted", "1992-09-03", "--opened", "1993-01-13", "--entry-day"]
CHEMICAL += ["1997-04-29", "--entry-days", "30", "--entry-article", "Art. XXI"]
CHEMICAL += ["--verified-through", "2013-12-31"]
# These two were not yet in force when their tables were read; the days are those that came.
SMALL_ARMS = [*COMMON, *LEAVING, "--adopted", "2010-04-30", "--opened", "2010-11-19"]
SMALL_ARMS += ["--entered-into-force", "2017-03-08", "--instruments", "6", "--entry-days", "30"]
SMALL_ARMS += ["--entry-article", "B", "--verified-through", "2013-12-31"]
ARMS_TRADE = [*COMMON, *LEAVING, "--adopted", "2013-04-02", "--opened", "2013-06-03"]
ARMS_TRADE += ["--entered-into-force", "2014-12-24", "--instruments", "50", "--entry-days", "90"]
ARMS_TRADE += ["--entry-article", "Art. 22", "--verified-through", "2014-09-24"]
IMAGINED = [*RULES, "--instruments", "1", "--opened", "2001-02-01"]
IMAGINED += ["--verified-through", "2010-12-31"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a new pack is to be made."""
    return tmp_path / "a-treaty"


def flankwatch(*arguments: object) -> int:
    """The exit status of a command."""
    return cli.main([str(argument) for argument in arguments])


def rows(folder: Path, file: str) -> list[dict[str, str]]:
    """The rows of a table of a new pack."""
    return list(csv.DictReader(io.StringIO((folder / file).read_text(encoding="utf-8"))))


def checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The status of ``flankwatch check``, and its lines."""
    capsys.readouterr()
    status = flankwatch("check", folder)
    out, err = capsys.readouterr()
    return status, [*out.splitlines(), *err.splitlines()]


@pytest.mark.parametrize(
    ("table", "options", "entry", "signatories", "parties"),
    [
        ("XXVI-1.csv", MODIFICATION, date(1978, 10, 5), 48, 76),
        ("XXVI-3.csv", CHEMICAL, date(1997, 4, 29), 165, 190),
        ("XXVI-5.csv", MINES, date(1999, 3, 1), 133, 161),
        ("XXVI-6.csv", CLUSTERS, date(2010, 8, 1), 108, 84),
        ("XXVI-7.csv", SMALL_ARMS, date(2017, 3, 8), 11, 4),
        ("XXVI-8.csv", ARMS_TRADE, date(2014, 12, 24), 118, 41),
    ],
)
def test_a_table_with_its_rules_becomes_a_pack_without_doubts(
    table: str,
    options: Sequence[str],
    entry: date,
    signatories: int,
    parties: int,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert flankwatch("new", folder, "--from", TABLES / table, *options) == 0
    out = capsys.readouterr().out
    assert f"{signatories} signatories, {parties} parties" in out
    status, lines = checked(folder, capsys)
    assert (status, lines[-1]) == (0, "0 warnings")
    ledger = Ledger(read_pack(folder))
    assert ledger.pack.treaty.entered_into_force == entry
    standings = list(ledger.standings(ledger.pack.treaty.verified_through).values())
    consented = [each for each in standings if each in (Standing.PARTY, Standing.JOINING)]
    assert len(consented) == parties
    signed = {event.iso_a3 for event in ledger.pack.events if event.kind == "signature"}
    assert len(signed) == signatories
    assert flankwatch("compare", folder, TABLES / table) == 0


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--instruments", "2", "--entry-days", "30"], date(2003, 10, 8)),
        (["--instruments", "1", "--entry-months", "6"], date(2001, 9, 1)),
        (
            ["--instruments", "1", "--entry-months", "6", "--first-of-month", "no"],
            date(2001, 9, 5),
        ),
        (["--entry-states", "BLZ,AFG", "--entry-days", "1"], date(2003, 9, 9)),
        (["--entry-day", "2002-01-01", "--entry-days", "0"], date(2002, 1, 1)),
    ],
)
def test_the_rules_of_many_treaties_can_be_given(
    options: Sequence[str],
    expected: date,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The day of entry into force is worked out from them: Belize consents in 2001, then others."""
    text = (TABLES / "treaty.xml").read_text(encoding="utf-8")
    table = tmp_path / "table.xml"
    text = text.replace("[ 1 Feb 2001]", "").replace("[24 Mar 2002]", "24 Mar 2004")
    table.write_text(text.replace("1 September 2001, in accordance", "In accordance"), "utf-8")
    given = [*options, "--opened", "2001-02-01", "--verified-through", "2010-12-31"]
    given += ["--entry-article", "Art. 9", "--withdrawal-clause", "no"]
    assert flankwatch("new", folder, "--from", table, *given) == 0
    status, lines = checked(folder, capsys)
    assert (status, lines[-1]) == (0, "0 warnings")
    treaty = read_pack(folder).treaty
    assert treaty.entered_into_force == expected
    assert treaty.rules.withdrawal is None


@pytest.mark.parametrize(
    ("row", "options", "told"),
    [
        ("Norway,3 Dec 2008", ["--told", "FJI,SWE"], {"FJI", "SWE"}),
        ("Norway,3 Dec 2008", [], {"NOR"}),
        ("Samoa,3 Dec 2008", [], {"FJI", "WSM"}),
    ],
)
def test_the_page_is_about_states_named_else_about_participants_on_the_map_else_about_all(
    row: str, options: Sequence[str], told: set[str], folder: Path, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"Participant,Accession(a)\nFiji,3 Dec 2008\n{row}\n", encoding="utf-8")
    assert flankwatch("new", folder, "--from", table, *options) == 0
    found = {row["iso_a3"] for row in rows(folder, "states.csv") if row["group"] == "view"}
    assert found == told


@pytest.mark.parametrize(("table", "options"), [("XXVI-5.csv", MINES), ("XXVI-7.csv", SMALL_ARMS)])
def test_the_new_pack_can_be_served_at_once(
    table: str, options: Sequence[str], folder: Path
) -> None:
    assert flankwatch("new", folder, "--from", TABLES / table, *options) == 0
    with Server("--pack", str(folder)) as server:
        pages = [server.ask(address) for address in ("/", "/?view=record", "/?view=brief")]
    assert [page.status for page in pages] == [200, 200, 200]
    assert all("A Convention" in page.text for page in pages)


def test_blanks_are_marked_and_check_names_every_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert flankwatch("new", folder, "--from", TABLES / "XXVI-5.csv") == 0
    text = (folder / "treaty.toml").read_text(encoding="utf-8")
    marked = [at for at, line in enumerate(text.splitlines(), 1) if "# FILL IN" in line]
    assert f"{len(marked)} blanks marked FILL IN" in capsys.readouterr().out
    status, lines = checked(folder, capsys)
    assert status == 2
    named = {int(line.split(":")[1]) for line in lines if line.startswith("treaty.toml:")}
    assert named == set(marked)


def test_square_brackets_ask_for_the_days_of_a_withdrawal(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flankwatch("new", folder, "--from", TABLES / "treaty.xml", *IMAGINED)
    out = capsys.readouterr().out
    assert "withdrew, but the table does not say when: Lithuania" in out
    [notice] = [row for row in rows(folder, "events.csv") if row["kind"] == "notification"]
    assert (notice["iso_a3"], notice["aim"], notice["date"]) == ("LTU", "leave", "")
    status, lines = checked(folder, capsys)
    assert status == 2
    assert any(line.endswith("date: is empty (expected a date)") for line in lines)
    [errors] = [line for line in lines if line.startswith("flankwatch: ")]
    assert errors == "flankwatch: the treaty pack was refused: 1 error"


def test_with_its_days_who_withdrew_is_no_party(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [*IMAGINED, "--withdrawal", "LTU=2009-02-10/2009-08-10"]
    assert flankwatch("new", folder, "--from", TABLES / "treaty.xml", *given) == 0
    status, lines = checked(folder, capsys)
    # The one doubt: nothing is on record of what came after the notice.
    assert (status, lines[-2]) == (0, "1 warning:")
    ledger = Ledger(read_pack(folder))
    assert ledger.standing("LTU", date(2009, 8, 9)) is Standing.NOTIFIED
    assert ledger.standing("LTU", date(2009, 8, 10)) is Standing.WITHDRAWN
    assert ledger.standing("BLZ", date(2010, 12, 31)) is Standing.PARTY


def test_days_that_the_notes_of_a_page_give_need_no_asking(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [*COMMON, *IMAGINED, "--adopted", "2001-01-10"]
    assert flankwatch("new", folder, "--from", TABLES / "status-page.html", *given) == 0
    out = capsys.readouterr().out
    assert "kept apart, as an organisation: European Union" in out
    assert checked(folder, capsys)[0] == 0
    events = {row["id"]: row for row in rows(folder, "events.csv")}
    assert events["ltu-2009-09-06-notification"]["effect"] == "2010-03-06"
    assert not [name for name in events if name.startswith("eu")]
    assert "- European Union: acceptance 2004-01-02" in (folder / "SOURCE.md").read_text("utf-8")
    notes = {row["iso_a3"]: row["note"] for row in rows(folder, "states.csv")}
    assert notes["CIV"] == "With a note that says something."
    assert "Bahamas (The)" in {row["names"] for row in rows(folder, "names.csv")}


def test_what_is_not_known_is_listed_with_its_line_and_left_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Participant,Accession(a)\nFiji,3 Dec 2008 a\nZaire II,4 Dec 2008 a\n")
    assert flankwatch("new", folder, "--from", table) == 0
    line = "line 3: 'Zaire II' is no name of a state that is known"
    assert line in capsys.readouterr().out
    assert line in (folder / "SOURCE.md").read_text(encoding="utf-8")
    assert [row["iso_a3"] for row in rows(folder, "events.csv")] == ["FJI"]
    given = ["--name", "Zaire II=COD"]
    assert flankwatch("new", folder.with_name("b"), "--from", table, *given) == 0
    assert "left out" not in capsys.readouterr().out
    assert {row["iso_a3"] for row in rows(folder.with_name("b"), "events.csv")} == {"FJI", "COD"}


def test_an_act_of_an_unknown_letter_is_a_blank_that_check_names(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Participant,Accession(a)\nFiji,3 Dec 2008 q\n")
    assert flankwatch("new", folder, "--from", table) == 0
    _, lines = checked(folder, capsys)
    assert any(line.startswith("events.csv:2: kind: '' is not a kind of event") for line in lines)


def test_what_is_left_of_a_blank_in_words_is_a_doubt(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flankwatch("new", folder, "--from", TABLES / "treaty.xml", *IMAGINED)
    path = folder / "events.csv"
    text = path.read_text(encoding="utf-8")
    assert ",,LTU,,notification" in text
    path.write_text(text.replace(",,LTU,,notification", ",2009-02-10,LTU,,notification"), "utf-8")
    status, lines = checked(folder, capsys)
    assert status == 0
    assert any(line.endswith("[left-blank]") and ": detail: " in line for line in lines)


def test_without_a_table_there_is_a_skeleton_to_fill_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert flankwatch("new", folder) == 0
    shipped = {path.name for path in (BOUNDARIES.parent / "treaties" / "mine-ban").iterdir()}
    assert {path.name for path in folder.iterdir()} == shipped
    assert rows(folder, "events.csv") == []
    _, lines = checked(folder, capsys)
    assert not [line for line in lines if line.startswith(("states.csv", "events.csv"))]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--adopted", "1997-13-01"], "--adopted: '1997-13-01' (expected YYYY-MM-DD)"),
        (["--instruments", "many"], "--instruments: 'many' (expected N)"),
        (["--armed-conflict-clause", "perhaps"], "--armed-conflict-clause: 'perhaps' (expected"),
        (["--told", "Fiji"], "--told: 'Fiji' (expected codes of states: FIN,EST)"),
        (["--entry-states", "Fiji"], "--entry-states: 'Fiji' (expected LIST)"),
        (["--told", "XXX"], "--told: XXX: not a state of the table"),
        (["--name", "Zaire"], "--name: 'Zaire' (expected NAME=ISO, as in Zaire=COD)"),
        (["--withdrawal", "LTU"], "--withdrawal: 'LTU' (expected ISO=NOTICE/EFFECT"),
        (["--withdrawal", "FIN=2009-02-10"], "--withdrawal: FIN: not a state of the table"),
        (["--from", "none.csv"], "none.csv: there is no such file"),
    ],
)
def test_an_option_that_is_wrong_gets_one_line_and_nothing_is_made(
    options: Sequence[str], expected: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert flankwatch("new", folder, "--from", TABLES / "treaty.xml", *options) == 2
    out, err = capsys.readouterr()
    [line] = err.splitlines()
    assert line.startswith(f"flankwatch: {expected}")
    assert (out, list(folder.parent.iterdir())) == ("", [])


def test_nothing_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.mkdir()
    assert flankwatch("new", folder) == 2
    assert capsys.readouterr().err == (
        f"flankwatch: {folder}: is there already (expected a new folder)\n"
    )
    assert list(folder.iterdir()) == []
    assert flankwatch("new", folder / "deep" / "er") == 2
    assert f"there is no folder {folder / 'deep'}" in capsys.readouterr().err


def test_a_full_disk_leaves_nothing_half_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(path: Path, text: str, **_: str) -> int:
        if path.name == "events.csv":
            raise OSError(errno.ENOSPC, "No space left on device")
        return path.write_bytes(text.encode())

    monkeypatch.setattr(folders.Path, "write_text", full)
    assert flankwatch("new", folder) == 2
    assert "cannot be written: No space left on device" in capsys.readouterr().err
    assert list(folder.parent.iterdir()) == []


def test_the_same_table_makes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    flankwatch("new", folder, "--from", TABLES / "XXVI-7.csv")
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    shutil.rmtree(folder)
    flankwatch("new", folder, "--from", TABLES / "XXVI-7.csv")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
    assert list(tmp_path.iterdir()) == [folder]
