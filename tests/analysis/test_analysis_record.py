"""The record in Python: what it gives is what is published, and bad questions are refused."""

import json
from collections.abc import Callable
from datetime import date, datetime
from inspect import getdoc
from typing import Any

import numpy as np
import pandas as pd
import plotly.io
import pytest
from samples import PackCopy

import dashboard
from dashboard import PackError, Record
from dashboard.publish.data_frames import days_as_text
from dashboard.publish.takeaway import Takeaway

DAY = "2025-12-27"


@pytest.fixture(scope="module")
def record() -> Record:
    return Record.open()


@pytest.fixture(scope="module")
def files(record: Record) -> Takeaway:
    return record.files()


def told(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as the JSON files have them, but for those of several values."""
    plain = days_as_text(frame.reset_index())
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()}
        for row in plain.to_dict("records")
    ]


@pytest.mark.parametrize("day", ["1997-01-01", "2012-03-01", DAY, "2999-12-31"])
def test_standings_are_those_of_the_published_table_of_the_day(
    record: Record, files: Takeaway, day: str
) -> None:
    published = json.loads(files.standing(date.fromisoformat(day), "json"))["states"]
    standings = record.standings(day)
    assert standings.shape == (177, 15)
    assert told(standings) == published


def test_the_map_is_that_of_the_published_map_of_the_day(record: Record, files: Takeaway) -> None:
    published = json.loads(files.standing(date.fromisoformat(DAY), "geojson"))["features"]
    drawn = record.map(DAY)
    assert drawn.crs == "EPSG:4326"
    rows = told(pd.DataFrame(drawn.drop(columns="geometry")))
    assert rows == [feature["properties"] for feature in published]
    boxes = [feature["bbox"] for feature in published]
    assert drawn.geometry.bounds.to_numpy().tolist() == boxes


def test_the_figure_is_that_of_the_published_figure_of_the_day(
    record: Record, files: Takeaway
) -> None:
    figure = record.figure(DAY)
    published = plotly.io.from_json(files.figure(date.fromisoformat(DAY)).decode())
    assert figure.to_plotly_json() == published.to_plotly_json()
    assert record.figure(DAY, extent="region") == figure


def test_the_timeline_agrees_with_the_standings_of_its_days(record: Record) -> None:
    timeline = record.timeline("fin")
    assert list(timeline["standing"]) == ["joining", "party", "leaving", "notified", "withdrawn"]
    assert list(timeline["last"][:-1] + pd.Timedelta(days=1)) == list(timeline.index[1:])
    assert set(timeline["event"]) <= set(record.events.index)
    for first, row in timeline.iterrows():
        assert record.standings(first).loc["FIN", "standing"] == row["standing"]
        eve = record.standings(first - pd.Timedelta(days=1)).loc["FIN", "standing"]
        assert eve != row["standing"]


def test_a_state_that_has_been_outside_all_along_has_an_empty_timeline(record: Record) -> None:
    timeline = record.timeline("USA")
    assert timeline.empty
    assert list(timeline) == ["last", "standing", "bound", "event"]


@pytest.mark.parametrize(
    "day",
    [
        date(2025, 12, 27),
        datetime(2025, 12, 27, 23, 59),
        pd.Timestamp("2025-12-27 23:59", tz="Europe/Helsinki"),
        np.datetime64(DAY),
        np.datetime64(f"{DAY}T23:59:59.999999999"),
    ],
    ids=repr,
)
def test_days_come_in_all_the_forms_that_notebooks_have(record: Record, day: Any) -> None:
    pd.testing.assert_frame_equal(record.standings(day), record.standings(DAY))


@pytest.mark.parametrize("name", ["events", "quotes", "sources", "claims", "topics", "borders"])
def test_the_tables_of_the_pack_have_its_rows(record: Record, files: Takeaway, name: str) -> None:
    frame = getattr(record, name)
    assert len(frame) == len(json.loads(files.file(f"{name}.json")))


def test_what_is_given_may_be_changed_without_changing_the_record(record: Record) -> None:
    events, standings, drawn = record.events, record.standings(DAY), record.map(DAY)
    events.loc[:, "title"] = "nothing"
    standings.loc["FIN", "standing"] = "outside"
    drawn.loc["FIN", "geometry"] = None
    assert "nothing" not in set(record.events["title"])
    assert record.standings(DAY).loc["FIN", "standing"] == "notified"
    assert record.map(DAY).geometry.notna().all()


def test_the_codebook_describes_every_column_of_every_frame(record: Record) -> None:
    codebook = record.codebook
    assert codebook.index.is_unique
    assert (codebook["description"].str.len() > 10).all()
    names = {"key_figures": "figures"}
    for attribute in ("states", "events", "legal_dates", "changes", "parties", "key_figures"):
        frame = getattr(record, attribute).reset_index()
        assert set(frame) == set(codebook.loc[names.get(attribute, attribute)].index)
    drawn = set(record.map(DAY).reset_index()) - {"geometry"}
    assert drawn == set(codebook.loc["standing"].index)


DAYS = r"is not a day \(expected YYYY-MM-DD from 1997-01-01 on\)$"


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda record: record.standings("2025-13-01"), f"^'2025-13-01' {DAYS}"),
        (lambda record: record.map("2025-12"), f"^'2025-12' {DAYS}"),
        (lambda record: record.figure("27 December 2025"), f"^'27 December 2025' {DAYS}"),
        (lambda record: record.standings("2025-12-27T00:00"), f"^'2025-12-27T00:00' {DAYS}"),
        (lambda record: record.standings(date(1996, 12, 31)), f"^'1996-12-31' {DAYS}"),
        (lambda record: record.standings(pd.NaT), f"^'NaT' {DAYS}"),
        (lambda record: record.standings(20251227), f"^'20251227' {DAYS}"),
        (lambda record: record.standings(None), f"^'None' {DAYS}"),
        (
            lambda record: record.timeline("FNL"),
            r"^'FNL' is not the code of a state \(nearest: FIN; the codes are in states.csv ",
        ),
        (
            lambda record: record.timeline("NZ\n"),
            r"^'NZ\\n' is not the code of a state \(nearest: NZL; the codes are in states.csv ",
        ),
        (
            lambda record: record.timeline(246),
            r"^'246' is not the code of a state \(the codes are in states.csv of the pack\)$",
        ),
        (
            lambda record: record.figure(DAY, extent="moon"),
            r"^'moon' is no extent \(expected region or world or globe\)$",
        ),
    ],
)
def test_what_cannot_be_had_is_refused_in_a_line(
    record: Record, ask: Callable[[Record], object], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        ask(record)


def test_a_pack_of_ones_own_is_read_and_a_wrong_one_refused_with_every_error(
    pack: PackCopy,
) -> None:
    pack.edit("states.csv", "FIN", name="Suomi")
    assert Record.open(str(pack.folder)).states.loc["FIN", "name"] == "Suomi"
    pack.edit("states.csv", "FIN", group="east")
    with pytest.raises(PackError, match=r"^states\.csv:\d+: group: 'east' "):
        Record.open(pack.folder)
    with pytest.raises(PackError, match="is not a folder"):
        Record.open(pack.folder / "none")


def test_the_package_names_what_it_offers_and_nothing_else() -> None:
    assert set(dashboard.__all__) <= set(dir(dashboard))
    with pytest.raises(AttributeError, match="has no attribute 'Records'"):
        dashboard.Records  # noqa: B018


def test_everything_offered_says_what_it_is() -> None:
    offered = [name for name in dir(Record) if not name.startswith("_")]
    for name in offered:
        assert getdoc(getattr(Record, name)), name
