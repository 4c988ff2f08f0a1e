"""The tables that are given away hold the record as it is stored, and what follows from it."""

import csv
import io
import json
import tomllib
from datetime import timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import TABLES, PackCopy, day, read_data

from dashboard.paths import DEFAULT_PACK
from dashboard.publish.columns import columns_of
from dashboard.publish.spreadsheet import csv_file, guarded, text, unguarded
from dashboard.publish.table import Table
from dashboard.publish.tables import all_tables, changes_table, standing_table
from dashboard.publish.takeaway import Takeaway
from dashboard.record.dates import PartialDate
from dashboard.record.kinds import Aim
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event, Row
from dashboard.story.chronicle import chronicle
from dashboard.story.frames import build_frames

DAY = day("2025-12-27")


def rows(content: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file as any reader has them, with the texts as recorded."""
    told = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return [{key: unguarded(cell) for key, cell in row.items()} for row in told]


def named(ledger: Ledger, name: str) -> Table:
    [table] = [table for table in all_tables(ledger, build_frames(ledger)) if table.name == name]
    return table


@pytest.mark.parametrize("file", TABLES)
def test_every_cell_of_the_pack_is_given_away_as_stored(takeaway: Takeaway, file: str) -> None:
    stored = rows((DEFAULT_PACK / file).read_bytes())
    given = rows(takeaway.file(file))
    columns = list(stored[0])
    assert list(given[0])[: len(columns)] == columns
    assert [{column: row[column] for column in columns} for row in given] == stored


def test_states_have_their_legal_facts_beside_them(takeaway: Takeaway) -> None:
    states = {row["iso_a3"]: row for row in rows(takeaway.file("states.csv"))}
    assert len(states) == 177
    poland = states["POL"]
    assert {column: poland[column] for column in list(poland)[12:]} == {
        "as_of": "2026-03-03",
        "standing": "withdrawn",
        "bound": "false",
        "since": "2026-02-20",
        "days_left": "",
        "signature": "1997-12-04",
        "consent_kind": "ratification",
        "consent": "2012-12-27",
        "entry_into_force": "2013-06-01",
        "suspension": "",
        "notice": "2025-08-20",
        "effect": "2026-02-20",
        "nato_member": "true",
    }
    assert states["LBN"]["consent"] == "2026"
    assert (poland["borders"], poland["borders_sources"]) == ("RUS; BLR", "cia-world-factbook")
    assert states["SWE"]["borders"] == ""


def test_events_say_how_much_of_the_date_is_known_and_when_they_take_effect(
    takeaway: Takeaway,
) -> None:
    events = {row["id"]: row for row in rows(takeaway.file("events.csv"))}
    told = {
        id_: [events[id_][column] for column in ("precision", "takes_effect", "effect_basis")]
        for id_ in (
            "afg-2002-09-11-accession",
            "fin-2025-07-10-notification",
            "lbn-2026-accession",
            "ltu-2025-04-recommendation",
            "ssd-2011-11-11-succession",
        )
    }
    assert told == {
        "afg-2002-09-11-accession": ["day", "2003-03-01", "computed"],
        "fin-2025-07-10-notification": ["day", "2026-01-10", "recorded"],
        "lbn-2026-accession": ["year", "", ""],
        "ltu-2025-04-recommendation": ["month", "", ""],
        "ssd-2011-11-11-succession": ["day", "2011-07-09", "recorded"],
    }


def test_a_day_of_effect_is_recorded_only_where_a_source_states_it_or_a_note_says_why(
    takeaway: Takeaway,
) -> None:
    events = [row for row in rows(takeaway.file("events.csv")) if row["takes_effect"]]
    stated = {row["id"] for row in events if row["effect_sources"] or row["effect_note"]}
    assert {row["id"] for row in events if row["effect_basis"] == "recorded"} == stated
    consents = [row for row in events if row["kind"] != "notification"]
    # Of the 166 consents of a known day, 135 have a day of entry into force that no source gives.
    assert (len(consents), sum(row["effect_basis"] == "computed" for row in consents)) == (166, 135)


def test_the_page_says_of_a_date_that_it_is_computed_where_the_table_does(
    ledger: Ledger, takeaway: Takeaway
) -> None:
    basis = {row["id"]: row["effect_basis"] for row in rows(takeaway.file("events.csv"))}
    for happening in chronicle(ledger):
        if happening.rule:
            on_page = "computed" if happening.rule.startswith("computed: ") else "recorded"
            assert basis[happening.id.removesuffix("-effect")] == on_page


def test_a_day_of_effect_that_the_rules_do_not_give_is_recorded(pack: PackCopy) -> None:
    pack.edit("events.csv", "lbn-2026-accession", effect="2026-09-01")
    events = {row["id"]: row for row in rows(csv_file(named(Ledger(pack.read()), "events")))}
    lebanon = events["lbn-2026-accession"]
    assert (lebanon["takes_effect"], lebanon["effect_basis"]) == ("2026-09-01", "recorded")


def test_a_day_of_effect_that_is_not_recorded_is_computed_and_marked(pack: PackCopy) -> None:
    pack.edit("events.csv", "fin-2025-07-10-notification", effect="", effect_sources="")
    events = {row["id"]: row for row in rows(csv_file(named(Ledger(pack.read()), "events")))}
    notice = events["fin-2025-07-10-notification"]
    assert (notice["effect"], notice["takes_effect"], notice["effect_basis"]) == (
        "",
        "2026-01-10",
        "computed",
    )


@pytest.mark.parametrize("when", list(read_data("standings.csv")[0])[1:])
def test_the_standings_of_a_day_are_those_worked_out_without_this_program(
    takeaway: Takeaway, when: str
) -> None:
    told = {row["iso_a3"]: row["standing"] for row in rows(takeaway.standing(day(when), "csv"))}
    assert len(told) == 177
    expected = {row["iso_a3"]: row[when] for row in read_data("standings.csv")}
    assert {iso: told[iso] for iso in expected} == expected


def test_the_numbers_of_parties_are_those_counted_without_this_program(takeaway: Takeaway) -> None:
    told = [tuple(row.values())[:3] for row in rows(takeaway.file("parties.csv"))]
    steps = [row for before, row in pairwise(told) if row[1:] != before[1:]]
    assert steps == [tuple(row.values()) for row in read_data("party_counts.csv")]


def test_the_parties_begin_with_none_on_the_day_of_the_adoption(takeaway: Takeaway) -> None:
    first = rows(takeaway.file("parties.csv"))[0]
    assert list(first.values()) == ["1997-09-18", "0", "0", "0", "", "", "", ""]


def test_a_change_of_the_number_of_parties_names_who_brought_it_about(takeaway: Takeaway) -> None:
    parties = {row["first"]: row for row in rows(takeaway.file("parties.csv"))}
    assert list(parties["2025-12-27"].values())[1:] == [
        "163",
        "163",
        "133",
        "",
        "",
        "",
        "EST; LTU; LVA",
    ]
    assert parties["1997-12-03"]["deposited"] == "CAN; IRL; MUS"
    assert parties["2012-01-09"]["deposited"] == "FIN"
    assert parties["2012-07-01"]["entered_into_force"] == "FIN"
    assert parties["1997-12-05"]["signed"] == "KEN"
    # South Sudan succeeded with effect from its independence, and deposited four months later.
    assert parties["2011-07-09"]["entered_into_force"] == "SSD"
    assert parties["2011-11-11"]["deposited"] == "SSD"


def test_the_numbers_of_parties_are_the_sums_of_who_joined_and_left(takeaway: Takeaway) -> None:
    parties = json.loads(takeaway.file("parties.json"))
    for before, row in pairwise(parties):
        joined, left = len(row["deposited"]), len(row["left"])
        assert row["by_deposit"] == before["by_deposit"] + joined - left
        assert row["in_force"] == before["in_force"] + len(row["entered_into_force"]) - left
        assert row["signatories"] == before["signatories"] + len(row["signed"])
    assert parties[-1]["signatories"] == 133


def test_changes_follow_one_another_without_gaps_and_say_the_standing_of_every_day(
    ledger: Ledger,
) -> None:
    changes = rows(csv_file(changes_table(ledger)))
    for change, following in pairwise(changes):
        if change["iso_a3"] == following["iso_a3"]:
            assert day(change["last"]) + timedelta(days=1) == day(following["first"])
        else:
            assert change["last"] == ""
        assert ledger.standing(change["iso_a3"], day(change["first"])) == change["standing"]
    finland = [row for row in changes if row["iso_a3"] == "FIN"]
    assert [(row["first"], row["standing"], row["bound"]) for row in finland] == [
        ("2012-01-09", "joining", "false"),
        ("2012-07-01", "party", "true"),
        ("2025-04-01", "leaving", "true"),
        ("2025-07-10", "notified", "true"),
        ("2026-01-10", "withdrawn", "false"),
    ]


def test_topics_have_titles(takeaway: Takeaway) -> None:
    titles = {row["id"]: row["title"] for row in rows(takeaway.file("topics.csv"))}
    assert titles["fin-vote"] == "When the Finnish parliament voted"
    assert {row["topic"] for row in rows(takeaway.file("claims.csv"))} <= set(titles)


def test_a_csv_file_is_as_spreadsheets_and_rfc_4180_want_it(takeaway: Takeaway) -> None:
    content = takeaway.file("quotes.csv")
    assert content.startswith(b"\xef\xbb\xbfid,quote,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 76
    assert "Häkkänen".encode() in content


def test_pandas_reads_the_tables_without_being_told_how(takeaway: Takeaway, tmp_path: Path) -> None:
    path = tmp_path / "standing.csv"
    path.write_bytes(takeaway.standing(DAY, "csv"))
    told = pd.read_csv(path, index_col="iso_a3")
    assert told.bound.dtype == bool
    assert told.loc["FIN", "days_left"] == 14
    assert told.standing.value_counts()["withdrawn"] == 3


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\nword",
        " =1",
        "'=1",
        "''-1",
        " '=1",
        "＝1+1",
        "\N{NO-BREAK SPACE}=1",
        "=cmd|' /C calc'!A0",
    ],
)
def test_what_a_spreadsheet_could_run_stands_behind_an_apostrophe(words: str) -> None:
    assert guarded(words) == f"'{words}"
    assert unguarded(guarded(words)) == words


@pytest.mark.parametrize(
    "words", ["", "1+1=2", "'tis", "‘=’ is no formula", "– 5", "2025-06", " a"]
)
def test_other_words_stand_as_they_are(words: str) -> None:
    assert guarded(words) == unguarded(words) == words


@given(st.text(st.one_of(st.sampled_from("'=+-@\t\r\n \"＝,;ä"), st.characters()), max_size=6))
def test_the_guard_loses_nothing_and_leaves_nothing_to_run(words: str) -> None:
    assert unguarded(guarded(words)) == words
    assert not guarded(words).lstrip().startswith(("=", "+", "-", "@"))
    assert not guarded(words).startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (day("2025-01-02"), "2025-01-02"),
        (PartialDate(2025, 6), "2025-06"),
        (Aim.LEAVE, "leave"),
        (("FIN", "EST"), "FIN; EST"),
        ((), ""),
    ],
)
def test_values_have_one_form_each(value: object, cell: str) -> None:
    assert text(value) == cell  # type: ignore[arg-type]


def test_json_holds_the_same_rows_with_numbers_lists_and_nothing_as_such(
    takeaway: Takeaway,
) -> None:
    for name in takeaway.names:
        if not name.endswith(".csv"):
            continue
        content = json.loads(takeaway.file(name.replace(".csv", ".json")))
        objects = content["states"] if isinstance(content, dict) else content
        flat = [{key: text(_tupled(value)) for key, value in row.items()} for row in objects]
        assert flat == rows(takeaway.file(name)), name
    events = {row["id"]: row for row in json.loads(takeaway.file("events.json"))}
    vote = events["fin-2025-06-19-parliament-vote"]
    assert (vote["votes_for"], vote["votes_abstain"], vote["effect"]) == (157, 0, None)
    assert (vote["effect_note"], vote["about"]) == (None, None)
    assert vote["effect_sources"] == []
    assert vote["sources"][0] in {row["id"] for row in rows(takeaway.file("sources.csv"))}


def _tupled(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def test_the_json_of_a_day_tells_what_the_page_tells(takeaway: Takeaway) -> None:
    told = json.loads(takeaway.standing(DAY, "json"))
    states = told.pop("states")
    assert len(states) == 177
    assert states[2]["name"] == "Finland"
    assert states[2]["days_left"] == 14
    assert told == {
        "treaty": "Ottawa Convention",
        "date": "2025-12-27",
        "verified_through": "2026-03-03",
        "headline": "On 27 December 2025, Estonia, Latvia and Lithuania left the convention; "
        "Finland and Poland are counting down.",
        "counts": {
            "outside": 1,
            "signatory": 0,
            "joining": 0,
            "party": 7,
            "leaving": 0,
            "notified": 2,
            "withdrawn": 3,
            "suspension": 1,
        },
        "counts_worldwide": {
            "outside": 11,
            "signatory": 0,
            "joining": 0,
            "party": 160,
            "leaving": 0,
            "notified": 2,
            "withdrawn": 3,
            "suspension": 1,
        },
        "flank": {"states": 10, "bound": 7, "out": 3, "leaving": 2, "notified": 2},
        "parties": {"by_deposit": 163, "in_force": 163},
        "signatories": 133,
        "border": {"total_km": 3802, "outside_km": 1718, "percent_outside": 45},
    }


def test_before_the_treaty_is_in_force_no_border_is_told(takeaway: Takeaway) -> None:
    told = json.loads(takeaway.standing(day("1999-02-28"), "json"))
    assert told["border"] == {"total_km": None, "outside_km": None, "percent_outside": None}
    assert json.loads(takeaway.standing(day("1999-03-01"), "json"))["border"] == {
        "total_km": 191,
        "outside_km": 0,
        "percent_outside": 0,
    }
    told = json.loads(takeaway.standing(day("1997-01-01"), "json"))
    assert told["parties"] == {"by_deposit": 0, "in_force": 0}


def test_the_treaty_says_its_dates_and_its_rules(takeaway: Takeaway) -> None:
    treaty = json.loads(takeaway.file("treaty.json"))
    own = ("short_title", "adopted", "opened", "entered_into_force", "verified_through")
    assert [treaty[name] for name in own] == [
        "Ottawa Convention",
        "1997-09-18",
        "1997-12-03",
        "1999-03-01",
        "2026-03-03",
    ]
    assert treaty["depositary"] == "Secretary-General of the United Nations"
    assert treaty["rules"] == {
        "entry_into_force": {"article": "Art. 17", "instruments": 40, "months": 6},
        "withdrawal": {"article": "Art. 20", "months": 6, "armed_conflict_clause": True},
    }
    stored = tomllib.loads((DEFAULT_PACK / "treaty.toml").read_text(encoding="utf-8"))
    assert treaty["groups"] == stored["groups"]
    assert treaty["topics"] == stored["topics"]
    assert set(treaty) == {*stored, "revised"}


def test_the_latest_standings_are_those_of_the_last_day_vouched_for(takeaway: Takeaway) -> None:
    for kind in ("csv", "json", "geojson"):
        latest = takeaway.file(f"standing/latest.{kind}")
        assert latest == takeaway.standing(day("2026-03-03"), kind)


def test_columns_say_what_the_loader_of_the_pack_asks_for() -> None:
    columns = {column.name: column for column in columns_of(Event)}
    required = [column.name for column in columns.values() if column.required]
    assert required == ["id", "date", "kind", "title", "confidence"]
    assert columns["date"].type is PartialDate
    assert columns["votes_for"].type is int
    assert columns["sources"].type is tuple
    assert issubclass(columns["kind"].type, StrEnum)
    assert columns["aim"].type is Aim
    assert columns["about"].description == "Of an objection: the state whose act is objected to."


def test_a_column_in_which_every_cell_may_be_empty_asks_for_nothing() -> None:
    class Remark(Row):
        note: str

    assert [column.required for column in columns_of(Remark)] == [False]


def test_every_column_of_every_table_is_described_and_belongs_to_it_once(ledger: Ledger) -> None:
    for table in (*all_tables(ledger, build_frames(ledger)), standing_table(ledger, DAY)):
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names), table.name
        assert set(table.key) <= set(names)
        assert set(table.references) <= set(names)
        for column in table.columns:
            assert column.description.endswith("."), (table.name, column.name)
