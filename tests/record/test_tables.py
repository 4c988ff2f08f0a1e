"""One table of a pack: what a spreadsheet may leave in it, and how an unreadable one is refused."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.record.models import Border
from dashboard.record.tables import LARGEST, Table, read_table

HEADER = "iso_a3,neighbour,km,sources,note\n"
FINLAND = "FIN,RUS,1309,cia,\n"
NORWAY = "NOR,RUS,191,cia,\n"
COLUMNS = "(expected: iso_a3, neighbour, km, sources, note)"


def borders(folder: Path, content: str | bytes) -> Table[Border]:
    data = content.encode() if isinstance(content, str) else content
    (folder / "borders.csv").write_bytes(data)
    return read_table(folder, "borders.csv", Border)


def lengths(table: Table[Border]) -> list[tuple[int, str, int]]:
    return [(located.line, located.row.iso_a3, located.row.km) for located in table.rows]


def complaints(folder: Path, content: str | bytes) -> list[str]:
    return [str(problem) for problem in borders(folder, content).problems]


def test_a_row_knows_the_line_it_begins_on(tmp_path: Path) -> None:
    table = borders(tmp_path, HEADER + FINLAND + NORWAY)
    assert lengths(table) == [(2, "FIN", 1309), (3, "NOR", 191)]
    assert table.problems == ()


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff" + HEADER + FINLAND + NORWAY,
        (HEADER + FINLAND + NORWAY).replace("\n", "\r\n"),
        (HEADER + FINLAND + NORWAY).replace("\n", "\r"),
        HEADER + FINLAND + NORWAY + "\n\n  \n,,,,\n",
        (HEADER + FINLAND + NORWAY).rstrip(),
        "iso_a3 , neighbour,km,sources,note\n FIN ,RUS, 1309,cia ,\n" + NORWAY,
        "\ufeff" + '"iso_a3",neighbour,km,sources,note\r\n"FIN",RUS,1309,cia,""\r\n' + NORWAY,
        "km,note,neighbour,sources,iso_a3\n1309,,RUS,cia,FIN\n191,,RUS,cia,NOR\n",
    ],
    ids=["bom", "crlf", "cr", "blank-lines", "no-newline", "spaces", "excel", "other-order"],
)
def test_what_a_spreadsheet_leaves_in_a_file_does_not_matter(tmp_path: Path, content: str) -> None:
    table = borders(tmp_path, content)
    assert lengths(table) == [(2, "FIN", 1309), (3, "NOR", 191)]
    assert table.problems == ()


def test_blank_lines_between_rows_count_as_lines(tmp_path: Path) -> None:
    assert lengths(borders(tmp_path, "\n" + HEADER + "\n" + FINLAND + ",,,,\n" + NORWAY)) == [
        (4, "FIN", 1309),
        (6, "NOR", 191),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_breaks_within_a_cell_count_as_lines(tmp_path: Path, end: str) -> None:
    note = 'FIN,RUS,1309,cia,"one\n\ntwo"\n'
    table = borders(tmp_path, (HEADER + note + "NOR,RUS,none,cia,\n").replace("\n", end))
    assert lengths(table) == [(2, "FIN", 1309)]
    assert [problem.line for problem in table.problems] == [5]


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    table = borders(tmp_path, HEADER)
    assert (table.rows, table.problems, table.readable) == ((), (), True)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", f"borders.csv:1: has no header row {COLUMNS}"),
        ("\n\n", f"borders.csv:1: has no header row {COLUMNS}"),
        (FINLAND, f"borders.csv:1: has no header row {COLUMNS}"),
        ("\n" + FINLAND, f"borders.csv:2: has no header row {COLUMNS}"),
        (
            "iso_a3,neighbour,sources,note\n",
            f"borders.csv:1: km: is missing from the header {COLUMNS}",
        ),
        (
            "iso_a3,neighbour,km,miles,sources,note\n",
            "borders.csv:1: miles: is not a column of this table",
        ),
        (
            "iso_a3,neighbour,km,km,sources,note\n",
            "borders.csv:1: km: stands twice in the header",
        ),
        (
            HEADER.strip() + ",\n",
            "borders.csv:1: column 6 has no name (expected: iso_a3, neighbour, km, sources, note)",
        ),
        (HEADER + "FIN,RUS,1309\n", "borders.csv:2: has 3 cells (expected 5, as in the header)"),
        (
            HEADER + FINLAND.strip() + ",,\n",
            "borders.csv:2: has 7 cells (expected 5, as in the header)",
        ),
        (
            HEADER + FINLAND + 'NOR,RUS,191,cia,"open\n' + FINLAND,
            "borders.csv:3: is not a CSV table: unexpected end of data "
            "(expected quotation marks around a whole cell, and those within it doubled)",
        ),
        (
            HEADER + 'FIN,RUS,1309,cia,"half"open\n',
            "borders.csv:2: is not a CSV table: ',' expected after '\"' "
            "(expected quotation marks around a whole cell, and those within it doubled)",
        ),
        (
            HEADER.encode() + "NOR,RUS,191,cia,Sør-Varanger\n".encode("latin-1"),
            "borders.csv: is not UTF-8 text (line 2 holds the byte 0xf8)",
        ),
        (
            HEADER + "FIN,RUS,13\x0009,cia,\n",
            "borders.csv: is not a text file (line 2 holds a NUL character)",
        ),
        (HEADER + "FIN,RUS,,cia,\n", "borders.csv:2: km: is empty (expected a value)"),
        (
            HEADER + "FIN,RUS,0,cia,\n",
            "borders.csv:2: km: '0' is not a length (expected whole kilometres, more than 0)",
        ),
        (
            HEADER + "FIN,RUS,-1309,cia,\n",
            "borders.csv:2: km: '-1309' is not a number (expected a whole number, 0 or more)",
        ),
        (
            HEADER + "FIN,RUS,1309.5,cia,\n",
            "borders.csv:2: km: '1309.5' is not a number (expected a whole number, 0 or more)",
        ),
        (
            HEADER + "FIN,RUS,1234567890,cia,\n",
            "borders.csv:2: km: '1234567890' is too large (expected at most 9 digits)",
        ),
        (
            HEADER + "FIN,RUS,１３,cia,\n",
            "borders.csv:2: km: '１３' is not a number (expected a whole number, 0 or more)",
        ),
        (
            HEADER + "fin,RUS,1309,cia,\n",
            "borders.csv:2: iso_a3: 'fin' is not a state's code (expected three capital letters)",
        ),
        (
            HEADER + "FIN,,1309,cia,\n",
            "borders.csv:2: neighbour: is empty (expected a value)",
        ),
    ],
)
def test_a_bad_table_is_refused_and_says_where(
    tmp_path: Path, content: str | bytes, complaint: str
) -> None:
    assert complaints(tmp_path, content) == [complaint]


def test_ten_megabytes_of_garbage_are_not_even_read(tmp_path: Path) -> None:
    assert complaints(tmp_path, b"\x8f" * 10_000_000) == [
        "borders.csv: is 10.0 MB (expected at most 8 MB)"
    ]


def test_a_cell_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    assert complaints(tmp_path, HEADER + f"FIN,RUS,1309,cia,{'x' * 200_000}\n") == [
        "borders.csv:2: is not a CSV table: field larger than field limit (131072) "
        "(expected quotation marks around a whole cell, and those within it doubled)"
    ]


def test_a_table_as_large_as_allowed_is_read(tmp_path: Path) -> None:
    blank = " " * 99_999 + "\n"
    content = HEADER + FINLAND + blank * 79
    table = borders(tmp_path, content + " " * (LARGEST - len(content)))
    assert (tmp_path / "borders.csv").stat().st_size == LARGEST
    assert lengths(table) == [(2, "FIN", 1309)]


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    table = read_table(tmp_path, "borders.csv", Border)
    assert [str(problem) for problem in table.problems] == [
        "borders.csv: is missing (expected in every treaty pack)"
    ]
    assert not table.readable


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_a_folder_or_a_pipe_in_place_of_a_table_is_named(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "borders.csv")
    table = read_table(tmp_path, "borders.csv", Border)
    assert [str(problem) for problem in table.problems] == [
        "borders.csv: is not a file (expected text)"
    ]


def test_a_link_that_leads_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "borders.csv").symlink_to("borders.csv")
    [problem] = read_table(tmp_path, "borders.csv", Border).problems
    assert str(problem).startswith("borders.csv: cannot be read: ")


def test_every_bad_cell_of_every_row_is_told(tmp_path: Path) -> None:
    content = HEADER + "fin,rus,many,cia; cia,\n" + NORWAY + "NOR,RUS,,,\n"
    table = borders(tmp_path, content)
    assert [(problem.line, problem.column) for problem in table.problems] == [
        (2, "iso_a3"),
        (2, "neighbour"),
        (2, "km"),
        (2, "sources"),
        (4, "km"),
    ]
    assert lengths(table) == [(3, "NOR", 191)]
    assert table.refused == ("fin", "NOR")


def test_a_row_with_too_few_cells_is_known_by_its_id_wherever_that_stands(tmp_path: Path) -> None:
    table = borders(tmp_path, "neighbour,iso_a3,km,sources,note\nRUS,FIN,1309\nRUS\n")
    assert [problem.line for problem in table.problems] == [2, 3]
    assert table.refused == ("FIN",)


def test_a_long_unknown_column_is_cut_short(tmp_path: Path) -> None:
    [complaint] = complaints(tmp_path, HEADER.strip() + "," + "x" * 1000 + "\n")
    assert complaint == f"borders.csv:1: {'x' * 40}: is not a column of this table"


def test_a_complaint_is_one_line_whatever_stands_in_the_header(tmp_path: Path) -> None:
    odd = '"\u202ecolour\n\x1b[31m"'
    [complaint] = complaints(tmp_path, HEADER.strip() + f",{odd}\n")
    assert complaint == (r"borders.csv:1: \u202ecolour\n\x1b[31m: is not a column of this table")


def test_a_complaint_about_an_endless_cell_keeps_what_was_expected(tmp_path: Path) -> None:
    [complaint] = complaints(tmp_path, HEADER + f"{'F' * 100_000},RUS,1309,cia,\n")
    assert len(complaint) < 850
    assert complaint.startswith("borders.csv:2: iso_a3: 'FFF")
    assert complaint.endswith("is not a state's code (expected three capital letters)")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (HEADER.replace(",", ";") + FINLAND.replace(",", ";"), "is separated by semicolons"),
        (HEADER.replace(",", "\t") + FINLAND.replace(",", "\t"), "is separated by tabs"),
        (HEADER.replace(",", "|") + FINLAND.replace(",", "|"), "is separated by bars"),
        ('"iso_a3";"neighbour";"km";"sources";"note"\n"FIN";"RUS";1309;"cia";""\n',
         "is separated by semicolons"),
        ("\ufeff\n" + HEADER.replace(",", ";"), "is separated by semicolons"),
        ("sep=;\n" + HEADER.replace(",", ";"), "begins with the line 'sep=;'"),
        ("\ufeffSEP=,\r\n" + HEADER + FINLAND, "begins with the line 'SEP=,'"),
    ],
)  # fmt: skip
def test_another_separator_is_named(tmp_path: Path, content: str, found: str) -> None:
    [complaint] = complaints(tmp_path, content)
    assert complaint == (
        f"borders.csv:1: {found} (expected commas between the cells, and the header first)"
    )


def test_semicolons_within_cells_are_no_separators(tmp_path: Path) -> None:
    assert lengths(borders(tmp_path, HEADER + "FIN,RUS,1309,cia; gazette,a; b\n")) == [
        (2, "FIN", 1309)
    ]


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-be"])
def test_the_unicode_text_of_spreadsheets_is_named(tmp_path: Path, coding: str) -> None:
    mark = "" if coding == "utf-16" else "\ufeff"
    assert complaints(tmp_path, (mark + HEADER + FINLAND).encode(coding)) == [
        "borders.csv: is UTF-16 text (expected UTF-8: “CSV UTF-8” in spreadsheets)"
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Häkkänen  said",
        "Ha\u0308kka\u0308nen\u00a0said",
        "Häk\u200bkänen\u2009 said\u200e",
        "\u00adHäkkänen\tsaid ",
    ],
)
def test_texts_that_look_alike_are_alike(tmp_path: Path, note: str) -> None:
    table = borders(tmp_path, HEADER + f"FIN,RUS,1309,cia,{note}\n")
    [located] = table.rows
    assert located.row.note == "Häkkänen said"
    assert [left_out.column for left_out in table.unseen] == (
        ["note"] if any(mark in note for mark in "\u200b\u200e\u00ad") else []
    )


def test_what_joins_letters_stays(tmp_path: Path) -> None:
    [located] = borders(tmp_path, HEADER + "FIN,RUS,1309,cia,می\u200cخواهم\n").rows
    assert located.row.note == "می\u200cخواهم"
