"""``flankwatch compare``: where a pack and the depositary's table differ, and nowhere else."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from depositary.tables import TABLES
from samples import PackCopy

from dashboard import cli
from dashboard.paths import DEFAULT_PACK

MINES = TABLES / "XXVI-5.csv"


def compare(
    capsys: pytest.CaptureFixture[str], pack: Path, table: Path, *options: str
) -> tuple[int, list[str], str]:
    """The exit status, the lines on standard output, and what stands on the other."""
    status = cli.main(["compare", str(pack), str(table), *options])
    out, err = capsys.readouterr()
    return status, out.splitlines(), err


def test_the_mine_ban_table_of_2013_lacks_what_came_after_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, lines, _ = compare(capsys, DEFAULT_PACK, MINES)
    assert status == 1
    found = [line.split(": the pack")[0] for line in lines]
    left = ["Estonia (EST)", "Finland (FIN)", "Latvia (LVA)", "Lithuania (LTU)", "Poland (POL)"]
    joined = ["Lebanon (LBN)", "Oman (OMN)", "State of Palestine (PSE)", "Sri Lanka (LKA)"]
    assert sorted(found[:-1]) == sorted(
        [
            *(f"unbracketed: {state}" for state in left),
            "suspended: Ukraine (UKR)",
            *(f"gone: {state}" for state in [*joined, "Tonga (TON)"]),
            "changed: Marshall Islands (MHL)",
        ]
    )
    assert found[-1] == (
        "12 differences as of 2026-03-03: 5 unbracketed, 5 gone, 1 changed, 1 suspended"
    )
    assert (
        "unbracketed: Poland (POL): the pack has a notice of withdrawal of 2025-08-20, in effect "
        "2026-02-20; the table has no withdrawal"
    ) in lines


def test_as_of_its_own_day_the_table_and_the_record_agree(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, lines, _ = compare(capsys, DEFAULT_PACK, MINES, "--as-of", "2013-12-31")
    assert (status, lines) == (0, ["No difference among 162 states, as of 2013-12-31"])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Albania,8 Sep 1998,29 Feb 2000",
            "Albania,8 Sep 1998,28 Feb 2000",
            "changed: Albania (ALB): the pack has ratification 2000-02-29; the table has "
            "ratification 2000-02-28",
        ),
        (
            "Albania,8 Sep 1998,29 Feb 2000",
            "Albania,8 Sep 1998,29 Feb 2000 A",
            "changed: Albania (ALB): the pack has ratification 2000-02-29; the table has "
            "acceptance 2000-02-29",
        ),
        (
            "Albania,8 Sep 1998,29 Feb 2000",
            "Albania,,29 Feb 2000",
            "changed: Albania (ALB): the pack has signature 1998-09-08; the table has no signature",
        ),
        (
            "Albania,8 Sep 1998,29 Feb 2000",
            "Albania,[8 Sep 1998],[29 Feb 2000]",
            "bracketed: Albania (ALB): the pack has no withdrawal; the table has a withdrawal",
        ),
        (
            "Albania,8 Sep 1998,29 Feb 2000\n",
            "",
            "gone: Albania (ALB): the pack has signature 1998-09-08, ratification 2000-02-29; the "
            "table has no such participant",
        ),
        (
            "Zambia,",
            "Armenia,,3 Mar 2012 a\nZambia,",
            "new: Armenia (ARM): the pack has nothing; the table has accession 2012-03-03",
        ),
        (
            "Zambia,",
            "Cuba,,3 Mar 2012 a\nZambia,",
            "new: Cuba (CUB): the pack has nothing; the table has accession 2012-03-03",
        ),
        (
            "Zambia,",
            "Atlantis,,3 Mar 2012 a\nZambia,",
            "unknown: line 162: 'Atlantis' is no name of a state that is known (give its code: "
            '--name "Atlantis=ISO")',
        ),
    ],
)
def test_every_difference_is_told_in_a_line(
    old: str, new: str, expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = MINES.read_text(encoding="utf-8")
    assert text.count(old) == 1
    table = tmp_path / "table.csv"
    table.write_text(text.replace(old, new), encoding="utf-8")
    status, lines, _ = compare(capsys, DEFAULT_PACK, table, "--as-of", "2013-12-31")
    assert (status, lines[0]) == (1, expected)
    assert lines[1].startswith("1 difference as of")


def today(pack: PackCopy, changes: Sequence[tuple[str, str]]) -> Path:
    """The table of the record itself, as it would stand at the depositary, with changes."""
    text = MINES.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    table = pack.folder.parent / "table.csv"
    table.write_text(text, encoding="utf-8")
    return table


def test_a_notice_that_is_running_leaves_no_trace_in_the_table(
    pack: PackCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    table = today(
        pack, [("Marshall Islands,4 Dec 1997,", "Marshall Islands,4 Dec 1997,12 Mar 2025")]
    )
    _, lines, _ = compare(capsys, pack.folder, table, "--as-of", "2025-12-26")
    assert not [line for line in lines if line.startswith("unbracketed")]
    _, lines, _ = compare(capsys, pack.folder, table, "--as-of", "2025-12-27")
    assert len([line for line in lines if line.startswith("unbracketed")]) == 3


def test_brackets_agree_with_a_withdrawal_and_a_footnote_with_a_suspension(
    pack: PackCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = [
        ("Finland,,9 Jan 2012 a", "Finland,,[9 Jan 2012 a]"),
        ("Ukraine,24 Feb 1999", "Ukraine 7,24 Feb 1999"),
    ]
    _, lines, _ = compare(capsys, pack.folder, today(pack, changes))
    assert not [line for line in lines if "Finland" in line or "Ukraine" in line]


def test_a_day_known_to_the_year_alone_is_a_difference_from_a_day(
    pack: PackCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    table = today(pack, [("Lesotho,", "Lebanon,,5 Feb 2026 a\nLesotho,")])
    _, lines, _ = compare(capsys, pack.folder, table)
    assert (
        "changed: Lebanon (LBN): the pack has accession 2026; the table has accession 2026-02-05"
    ) in lines


def test_days_of_a_denunciation_are_held_against_the_notice(
    pack: PackCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    row = {"LibPaysOrga": "Finland", "DateConsentement": "2012-01-09T00:00:00"}
    row |= {"DateDenonciation": "2025-07-11T00:00:00", "DateEffetDenonciation": ""}
    table = pack.folder.parent / "chart.json"
    for day, effect, told in [
        ("2025-07-11", "", "a notice of 2025-07-11"),
        ("2025-07-10", "2026-01-11T00:00:00", "an effect of 2026-01-11"),
        ("2025-07-10", "2026-01-10T00:00:00", ""),
    ]:
        row |= {"DateDenonciation": f"{day}T00:00:00", "DateEffetDenonciation": effect}
        table.write_text(json.dumps([row]), encoding="utf-8")
        _, lines, _ = compare(capsys, pack.folder, table)
        found = [line.partition("; the table has ")[2] for line in lines if "Finland" in line]
        assert found == ([told] if told else [])


def test_the_report_for_machines_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    status = cli.main(["compare", str(DEFAULT_PACK), str(MINES), "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert status == 1
    assert (report["as_of"], report["participants"]) == ("2026-03-03", 162)
    assert report["verified_through"] == "2026-03-03"
    assert len(report["differences"]) == 12
    assert report["differences"][0] == {
        "change": "unbracketed",
        "iso_a3": "EST",
        "name": "Estonia",
        "pack": "a notice of withdrawal of 2025-06-27, in effect 2025-12-27",
        "table": "no withdrawal",
    }


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([DEFAULT_PACK, "none.csv"], "flankwatch: none.csv: there is no such file"),
        ([DEFAULT_PACK, MINES, "--as-of", "then"], "flankwatch: --as-of: 'then' is not a day"),
        (["none", MINES], "none: is not a folder (expected a treaty pack)"),
    ],
)
def test_bad_input_is_told_in_a_line_with_status_2(
    arguments: Sequence[object], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["compare", *map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[0][: len(expected)]) == ("", expected)
