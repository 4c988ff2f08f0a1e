"""What the page's modules decide without a page, by Node's own test runner."""

import json
import subprocess
from datetime import date, timedelta
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

SWEEP = """
import { readFileSync } from "node:fs";
import { add } from "./assets/js/core/days.js";
import { answer } from "./assets/js/state/notice_answer.js";
const record = JSON.parse(readFileSync(process.env.FLANKWATCH_RECORD, "utf8"));
const due = JSON.parse(readFileSync(process.env.FLANKWATCH_DUE, "utf8"));
const bound = ["party", "leaving", "suspension"];
const found = {};
for (const iso of Object.keys(record.timelines)) {
  const runs = [];
  for (let [day, at] = [record.first, 0]; day <= record.leaving.last; day = add(day, 1), at += 1) {
    const { standing, effect } = answer(record, iso, day);
    const right = bound.includes(standing) ? due[at] : undefined;
    if ((effect || undefined) !== right) throw new Error(`${iso} ${day}: ${effect}`);
    if (runs.at(-1)?.[1] !== standing) runs.push([day, standing]);
  }
  found[iso] = runs;
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


def run_node(
    record: Path, *arguments: str, queries: str = "", due: str = ""
) -> subprocess.CompletedProcess[str]:
    given = {"RECORD": str(record), "QUERIES": queries, "DUE": due}
    return subprocess.run(
        [program("node"), *arguments],
        cwd=ASSETS.parent,
        env=environment() | {f"FLANKWATCH_{name}": value for name, value in given.items()},
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


def test_on_every_day_the_browser_answers_as_the_law_does(record: Path, ledger: Ledger) -> None:
    store = json.loads(record.read_text(encoding="utf-8"))
    first, last = (date.fromisoformat(store["first"]), date.fromisoformat(store["leaving"]["last"]))
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    due = record.with_name("due.json")
    due.write_text(json.dumps([add_months(day, 6).isoformat() for day in days]), encoding="utf-8")
    run = run_node(record, "--input-type=module", "--eval", SWEEP, due=str(due))
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found.keys() == ledger.timelines.keys()
    for iso, runs in found.items():
        timeline = ledger.timelines[iso]
        turns = [first, *(change.day for change in timeline.changes if first < change.day <= last)]
        lawful = [[turn.isoformat(), timeline.on(turn).value] for turn in turns]
        before = [None, *(standing for _, standing in lawful)]
        assert runs == [run for run, was in zip(lawful, before, strict=False) if run[1] != was], iso


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
