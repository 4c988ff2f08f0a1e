"""Tables as DataFrames: what the published files say, each column in its type."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
from samples import day

from dashboard.atlas.boundaries import read_boundaries
from dashboard.paths import BOUNDARIES
from dashboard.publish.columns import Column
from dashboard.publish.data_frames import data_frame, days_as_text
from dashboard.publish.day_map import day_map
from dashboard.publish.geometry import Geometry
from dashboard.publish.table import Table
from dashboard.publish.tables import all_tables, standing_table
from dashboard.publish.takeaway import Takeaway
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame

DAY = day("2025-12-27")
DTYPES = {bool: "bool", int: "Int64", date: "datetime64[s]", tuple: "object"}


@pytest.fixture(scope="module")
def tables(ledger: Ledger, frames: tuple[Frame, ...]) -> dict[str, Table]:
    return {table.name: table for table in all_tables(ledger, frames)}


def dtype_of(column: Column) -> str:
    return "category" if column.values else DTYPES.get(column.type, "string")


def as_published(value: Any) -> Any:
    """A cell as the JSON files have it."""
    if isinstance(value, tuple):
        return list(value)
    return None if pd.isna(value) else value


@pytest.mark.parametrize("rows", ["all", "none"])
def test_every_column_has_the_dtype_of_its_type_with_or_without_rows(
    tables: dict[str, Table], ledger: Ledger, rows: str
) -> None:
    for table in (*tables.values(), standing_table(ledger, DAY)):
        held = table if rows == "all" else replace(table, rows=[])
        frame = data_frame(held)
        assert list(frame.index.names) == list(table.key)
        assert len(frame) == len(held.rows)
        flat = frame.reset_index()
        assert {name: str(flat[name].dtype) for name in flat} == {
            column.name: dtype_of(column) for column in table.columns
        }


def test_the_cells_are_those_of_the_published_files(
    tables: dict[str, Table], takeaway: Takeaway
) -> None:
    for name, table in tables.items():
        frame = days_as_text(data_frame(table).reset_index())
        told = [
            {column: as_published(value) for column, value in row.items()}
            for row in frame.to_dict("records")
        ]
        assert told == json.loads(takeaway.file(f"{name}.json"))


def test_a_closed_vocabulary_has_all_its_words_whoever_holds_them(ledger: Ledger) -> None:
    standings = data_frame(standing_table(ledger, day("1997-01-01")))["standing"]
    assert set(standings) == {"outside"}
    assert list(standings.cat.categories)[:2] == ["outside", "signatory"]
    assert standings.value_counts()["withdrawn"] == 0


def test_keys_find_one_row_each(tables: dict[str, Table]) -> None:
    assert all(data_frame(table).index.is_unique for table in tables.values())
    assert data_frame(tables["borders"]).loc[("FIN", "RUS"), "km"] == 1309


def test_the_map_of_a_day_holds_the_drawn_states_as_they_stand(
    ledger: Ledger, geometry: Geometry
) -> None:
    standings = standing_table(ledger, DAY)
    drawn = day_map(standings, geometry)
    assert drawn.crs == "EPSG:4326"
    assert drawn.geometry.is_valid.all()
    own = read_boundaries(BOUNDARIES).geometry
    assert drawn.geometry.sort_index().geom_equals(own, align=True).all()
    rows = data_frame(standings)
    pd.testing.assert_frame_equal(pd.DataFrame(drawn)[list(rows)], rows.loc[drawn.index])
    assert not drawn.loc["RUS", "whole"]
    assert drawn.loc["RUS", "left_out_km2"] > 7_000_000
    assert drawn.loc["FIN", "whole"]
    assert drawn["left_out_km2"].isna().sum() == drawn["whole"].sum()
