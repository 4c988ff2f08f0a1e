"""What the page's modules decide without a page, by Node's own test runner."""

import json
import subprocess
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from node import environment, program
from samples import read_data

from dashboard.panels.contents import Contents
from dashboard.panels.explore.packed_shapes import packed
from dashboard.panels.explore.shapes import read_shapes
from dashboard.panels.view_store import view_store
from dashboard.paths import ASSETS, BOUNDARIES
from dashboard.record.law import add_months
from dashboard.record.ledger import Ledger
from dashboard.record.standing import Timeline

SWEEP = """
import { readFileSync } from "node:fs";
import { add } from "./assets/js/core/days.js";
import { answer } from "./assets/js/state/notice_answer.js";
const record = JSON.parse(readFileSync(process.env.FLANKWATCH_RECORD, "utf8"));
const found = {};
for (const iso of Object.keys(record.timelines)) {
  found[iso] = [];
  for (let day = record.first; day <= record.leaving.last; day = add(day, 1)) {
    const { standing, effect } = answer(record, iso, day);
    found[iso].push([standing, effect || null]);
  }
}
console.log(JSON.stringify(found));
"""
UNPACK = """
import { readFileSync } from "node:fs";
import { unpacked } from "./assets/js/map/shapes.js";
const packed = JSON.parse(readFileSync(process.env.FLANKWATCH_RECORD, "utf8"));
console.log(JSON.stringify(unpacked(packed)));
"""
FOLDER = Path(__file__).parent / "js"
ASKED = date(2026, 2, 20)


@pytest.fixture(scope="module")
def record(ledger: Ledger, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record as the page's browser has it."""
    path = tmp_path_factory.mktemp("record") / "record.json"
    path.write_text(json.dumps(view_store(Contents.of(ledger, ASKED))), encoding="utf-8")
    return path


READ = """
import { readFileSync } from "node:fs";
import { readAddress } from "./assets/js/state/address.js";
const record = JSON.parse(readFileSync(process.env.FLANKWATCH_RECORD, "utf8"));
const queries = JSON.parse(process.env.FLANKWATCH_QUERIES);
const read = queries.map((query) => {
  const { date, notices } = readAddress(query, record);
  return [date, notices.join(" ")];
});
console.log(JSON.stringify([record.verified, read]));
"""


def run_node(record: Path, *arguments: str, queries: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program("node"), *arguments],
        cwd=ASSETS.parent,
        env={**environment(), "FLANKWATCH_RECORD": str(record), "FLANKWATCH_QUERIES": queries},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_modules_hold_what_their_tests_say(record: Path) -> None:
    files = sorted(str(file) for file in FOLDER.rglob("*.test.js"))
    assert files
    run = run_node(record, "--test", *files)
    assert run.returncode == 0, run.stdout


def on_every_day(timeline: Timeline, days: Sequence[date]) -> Sequence[str]:
    """The standings on days in a row, the last of which comes after every change."""
    turns = [days[0], *(change.day for change in timeline.changes if change.day > days[0])]
    return [
        timeline.on(turn).value
        for turn, following in pairwise([*turns, days[-1] + timedelta(1)])
        for _ in range((following - turn).days)
    ]


def test_on_every_day_the_browser_answers_as_the_law_does(record: Path, ledger: Ledger) -> None:
    run = run_node(record, "--input-type=module", "--eval", SWEEP)
    found = json.loads(run.stdout)
    assert found.keys() == ledger.timelines.keys()
    bound = ("party", "leaving", "suspension")
    first = date(1997, 1, 1)
    days = [first + timedelta(number) for number in range(len(found["FIN"]))]
    due = [add_months(day, 6).isoformat() for day in days]
    for iso, answers in found.items():
        lawful = on_every_day(ledger.timelines[iso], days)
        expected = [
            [standing, effect if standing in bound else None]
            for standing, effect in zip(lawful, due, strict=True)
        ]
        assert answers == expected, iso


def test_the_day_of_an_address_is_read_as_the_server_reads_it(record: Path) -> None:
    rows = read_data("addresses.csv")
    queries = json.dumps([row["query"] for row in rows])
    run = run_node(record, "--input-type=module", "--eval", READ, queries=queries)
    verified, read = json.loads(run.stdout)
    for row, (day, said) in zip(rows, read, strict=True):
        assert day == (row["day"] or verified), row
        assert ("The address names the day" in said) is (row["wrong"] == "yes"), row
        assert ("more than once" in said) is (row["more"] == "yes"), row


def test_the_browser_unpacks_the_very_shapes_of_the_files(ledger: Ledger, tmp_path: Path) -> None:
    drawn = read_shapes(ledger, BOUNDARIES).drawn
    path = tmp_path / "shapes.json"
    path.write_bytes(packed(drawn))
    found = json.loads(run_node(path, "--input-type=module", "--eval", UNPACK).stdout)
    assert found.keys() == drawn.keys()
    for address, shapes in drawn.items():
        features = found[address]["features"]
        assert [feature["id"] for feature in features] == [*shapes]
        own = gpd.GeoDataFrame.from_features(features).geometry
        for one, other in zip(own, shapes.values(), strict=True):
            whole = shapely.MultiPolygon(shapely.get_parts(other))
            assert one.normalize().equals_exact(whole.normalize(), 0)
            assert turns(one) == {False} == turns(other)


def turns(shape: shapely.MultiPolygon) -> set[bool]:
    """Whether exterior rings run counter-clockwise, which floods plotly's map."""
    return {part.exterior.is_ccw for part in shapely.get_parts(shape)}
