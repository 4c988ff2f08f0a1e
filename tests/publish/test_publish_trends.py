"""The tables of the trends say what the other tables of the same record say."""

import csv
import io
from collections import Counter
from pathlib import Path

import pytest
from small import SmallPack

from dashboard.publish.spreadsheet import csv_file
from dashboard.publish.tables import all_tables
from dashboard.record.ledger import Ledger
from dashboard.story.frames import build_frames
from dashboard.story.trends.all_trends import MAKERS

Rows = list[dict[str, str]]


def files(ledger: Ledger) -> dict[str, Rows]:
    """Every table as it is read from its file."""
    tables = all_tables(ledger, build_frames(ledger))
    return {
        table.name: list(csv.DictReader(io.StringIO(csv_file(table).decode("utf-8-sig"))))
        for table in tables
    }


@pytest.fixture(scope="module")
def read(ledger: Ledger) -> dict[str, Rows]:
    return files(ledger)


def test_each_trend_has_its_table(read: dict[str, Rows]) -> None:
    assert [name for name in read if "/" in name] == [f"trends/{id_}" for id_ in MAKERS]


def test_parties_are_those_of_their_own_table(read: dict[str, Rows]) -> None:
    names = ("first", "by_deposit", "in_force", "signatories")
    trend, own = read["trends/parties"], read["parties"]
    assert [[row[name] for name in names] for row in trend] == [
        [row[name] for name in names] for row in own
    ]


def test_they_are_those_of_the_key_figures(read: dict[str, Rows]) -> None:
    by_day = {row["date"]: row for row in read["figures"]}
    assert read["trends/parties"]
    for row in read["trends/parties"]:
        figures = by_day[row["first"]]
        assert row["by_deposit"] == figures["parties_by_deposit"]
        assert row["in_force"] == figures["parties_in_force"]
        assert row["withdrawn"] == figures["record_withdrawn"]


def test_years_count_the_codes_of_the_parties_table(read: dict[str, Rows]) -> None:
    for row in read["trends/joins"]:
        own = [each for each in read["parties"] if each["first"].startswith(row["year"])]
        for name in ("signed", "deposited", "entered_into_force", "left"):
            codes = [code for each in own for code in each[name].split("; ") if code]
            assert int(row[name]) == len(codes), (row["year"], name)


def test_standings_of_the_told_are_those_of_the_legend(read: dict[str, Rows]) -> None:
    for figures in read["figures"]:
        counts: Counter[str] = Counter()
        for group in ("flank", "neighbour"):
            now = [row for row in read["trends/standings"]
                   if row["group"] == group and row["first"] <= figures["date"]][-1]  # fmt: skip
            counts.update({name: int(now[name]) for name in now if name not in ("first", "group")})
        assert {name: figures[f"legend_{name}"] for name in counts} == {
            name: str(count) for name, count in counts.items()
        }


def test_votes_and_quotes_are_those_of_the_record(read: dict[str, Rows]) -> None:
    own = {row["id"]: row for row in read["events"] if row["kind"] == "parliament_vote"}
    assert {row["event"] for row in read["trends/votes"]} == set(own)
    for row in read["trends/votes"]:
        kept = set(row) - {"event"}
        assert {name: row[name] for name in kept} == {
            name: own[row["event"]][name] for name in kept
        }
    dated = [row for row in read["quotes"] if len(row["date"]) == 10]
    said = Counter((row["date"][:7], row["stance"]) for row in dated)
    for row in read["trends/statements"]:
        assert all(int(row[name]) == said[row["month"], name] for name in row if name != "month")
    assert sum(said.values()) == len(dated)


def test_a_table_with_nothing_of_its_kind_has_its_heads(tmp_path: Path) -> None:
    small = SmallPack(tmp_path / "small")
    small.write_rows("quotes.csv", [])
    ledger = Ledger(small.read())
    tables = {table.name: table for table in all_tables(ledger, build_frames(ledger))}
    text = csv_file(tables["trends/statements"]).decode("utf-8-sig")
    assert text == "month,supports,opposes,explains,denies_threat\r\n"
