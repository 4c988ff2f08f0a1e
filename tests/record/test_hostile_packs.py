"""Packs made to break the loader are read or refused, in lines that say where; nothing else."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import NAMES, TABLES
from small import EVENTS, QUOTES, SOURCES, SmallPack, event

from dashboard.record.errors import PackError
from dashboard.record.review.report import as_data, examine, in_lines, summary

FILES = [*TABLES, "treaty.toml"]
PLACE = re.compile(rf"({'|'.join(map(re.escape, [*FILES, NAMES]))})(:\d+)?: ")
WHOLE_FILE = ("is missing", "cannot be read", "is not", "is a", "is UTF-16", "has no", "lack")

ATTACKS = [
    *("=1+1", '=HYPERLINK("http://x.example")', "+1", "-1", "@SUM(A1)", "\t=1", "'=1"),
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&amp;", "]]>", "{{7*7}}"),
    *("\u202ekcatta", "\u2066x\u2069", "\ufeff", "\u200b", "\u00ad", "e\u0301", "\U000e0041"),
    *("a\0b", "\x1b[2J", "\x07", "\x7f", "\x85", "\u2028", "\r", "\r\n", "one\ntwo", '"', ","),
    *("x" * 5_000, "x; " * 2_000, ";" * 500, "9" * 5_000, "FIN; " * 1_000, "🪖" * 2_000),
    *("0000-01-01", "9999-12-31", "2009-02-30", "2009-2-1", "20090210", "２００９-０２-１０"),
    *("http://[", "https://" + "a" * 3_000, "javascript:alert(1)", "file:///etc/passwd", "//x"),
    *("../../etc/passwd", "C:\\CON", "null", "None", "nan", "inf", "1e9", "0x10", "True", "", "0"),
]
KEYS = ["id", "short_title", "adopted", "verified_through", "sources", "months", "instruments",
        "label", "first", "last", "flank", "when-alpha-left"]  # fmt: skip
cells = st.sampled_from(ATTACKS) | st.text(max_size=30)
SETTINGS = ["", '""', "true", "-1", "1.5", "[]", "{}", "2009-02-30", "2009-02-10T10:00:00Z",
            "1e400", "nan", "9" * 5_000, '"\\u202e"', "'''x\ny'''", "[[", "00:00:00"]  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallPack:
    """One small pack for many attacks; each puts back what it altered."""
    return SmallPack(tmp_path_factory.mktemp("hostile") / "small")


def withstands(pack: SmallPack) -> bool:
    """Whether the pack is accepted. Either way everything about it is told in printable lines."""
    report = examine(pack.folder)
    as_data(report)
    if report.pack is None:
        for problem in map(str, report.problems):
            assert PLACE.match(problem), problem
            whole = PLACE.sub("", problem, count=1).startswith(WHOLE_FILE)
            assert PLACE.match(problem)[2] or whole or "treaty.toml" in problem, problem
            assert problem.isprintable()
            assert len(problem) < 2_000
        assert report.problems
        return False
    lines = [*in_lines(report.findings), *summary(report.pack, report.findings)]
    assert all(line.isprintable() for line in lines), lines
    return True


def attacked(pack: SmallPack, file: str, content: str | bytes) -> bool:
    """Whether the pack is accepted with this content of a file, which is then put back."""
    before = pack.text(file)
    pack.write(file, content)
    try:
        return withstands(pack)
    finally:
        pack.write(file, before)


def test_the_small_pack_is_accepted(small: SmallPack) -> None:
    assert withstands(small)


def every_cell(pack: SmallPack) -> Iterator[tuple[str, int]]:
    for file in TABLES:
        yield from ((file, column) for column in range(len(pack.records(file)[0])))


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: ascii(attack)[:24])
def test_no_attack_in_any_cell_does_more_than_be_refused(small: SmallPack, attack: str) -> None:
    for file, column in every_cell(small):
        before = small.text(file)
        records = small.records(file)
        records[1][column] = records[-1][column] = attack
        small.write_records(file, records)
        try:
            accepted = withstands(small)
        finally:
            small.write(file, before)
        assert not (accepted and "\0" in attack)


@pytest.mark.parametrize("cell", ["=1+1", "null"])
def test_a_table_in_which_no_row_is_right_in_a_column_is_withstood(
    small: SmallPack, cell: str
) -> None:
    for file, column in every_cell(small):
        header, *rows = small.records(file)
        before = small.text(file)
        spoiled = [[*row[:column], cell, *row[column + 1 :]] for row in rows]
        small.write_records(file, [header, *spoiled])
        try:
            withstands(small)
        finally:
            small.write(file, before)


@given(st.data())
@settings(max_examples=150)
def test_many_attacked_cells_at_once_are_withstood(small: SmallPack, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(TABLES))
    before = small.text(file)
    records = small.records(file)
    for _ in range(data.draw(st.integers(1, 6))):
        row = data.draw(st.integers(0, len(records) - 1))
        column = data.draw(st.integers(0, len(records[row]) - 1))
        records[row][column] = data.draw(cells)
    small.write_records(file, records, end=data.draw(st.sampled_from(["\n", "\r\n", "\r"])))
    try:
        withstands(small)
    finally:
        small.write(file, before)


@given(st.data())
@settings(max_examples=150)
def test_tables_of_another_shape_are_withstood(small: SmallPack, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(TABLES))
    before = small.text(file)
    header, *rows = small.records(file)
    columns = data.draw(st.lists(st.sampled_from(header) | cells, max_size=2 * len(header)))
    picked = [[dict(zip(header, row, strict=True)).get(name, "") for name in columns]
              for row in rows]  # fmt: skip
    if picked and data.draw(st.booleans()):
        picked[0] = data.draw(st.lists(cells, max_size=20))
    small.write_records(file, [columns, *picked])
    try:
        accepted = withstands(small)
    finally:
        small.write(file, before)
    assert not accepted or sorted(name.strip() for name in columns) == sorted(header)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp037", "utf-7"])
def test_a_file_in_a_wrong_encoding_is_refused(small: SmallPack, file: str, encoding: str) -> None:
    assert not attacked(small, file, ("ø+-;" + small.text(file)).encode(encoding, "replace"))


@pytest.mark.parametrize("file", TABLES)
@pytest.mark.parametrize("end", ["\n\r", "\u2028", "\x85", "\x0b", "\x0c", "\n\n\n", "\r\r"])
def test_line_ends_that_no_spreadsheet_writes_are_withstood(
    small: SmallPack, file: str, end: str
) -> None:
    attacked(small, file, small.text(file).replace("\n", end))


@given(name=st.sampled_from(KEYS), value=st.sampled_from(SETTINGS) | st.text(max_size=20))
@settings(max_examples=150)
def test_any_value_of_any_setting_is_withstood(small: SmallPack, name: str, value: str) -> None:
    before = small.text("treaty.toml")
    attacked(small, "treaty.toml", re.sub(rf"(?m)^{name} = .*$", lambda _: f"{name} = {value}",
                                          before))  # fmt: skip


@pytest.mark.parametrize("file", TABLES)
def test_a_cell_as_long_as_a_book_names_its_file(small: SmallPack, file: str) -> None:
    records = small.records(file)
    records[-1][-1] = "x" * 131_073
    before = small.text(file)
    small.write_records(file, records)
    complaint = rf"^{re.escape(file)}:\d+: is not a CSV table: field larger"
    with pytest.raises(PackError, match=complaint):
        small.read()
    small.write(file, before)


def test_a_pack_of_ten_thousand_events_and_five_thousand_quotes_is_read_and_reviewed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    large = SmallPack(tmp_path_factory.mktemp("large") / "small")
    events = [
        {"date": f"{2001 + number // 1000}-12-{number % 28 + 1:02}", "iso_a3": "CCC"}
        | {"kind": "statement"}
        for number in range(10_000)
    ]
    named = [event(cells) | {"id": f"{event(cells)['id']}-{at}"} for at, cells in enumerate(events)]
    large.write_rows("events.csv", [*map(event, EVENTS), *named])
    [first, *_] = QUOTES
    words = [{"id": f"minister-{at}", "quote": f"Word {at}.", "sources": "gazette"}
             for at in range(5_000)]  # fmt: skip
    large.write_rows("quotes.csv", [first | cells for cells in words])
    large.write_rows("sources.csv", SOURCES)
    report = examine(large.folder)
    assert report.pack
    assert (len(report.pack.events), len(report.pack.quotes)) == (10_006, 5_000)
    assert report.findings == ()
