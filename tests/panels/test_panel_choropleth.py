"""The browser's figure of a day: it says of every state what Python says of it."""

import json
import subprocess
from typing import Any

import pytest
from node import program
from samples import day

from dashboard.panels.contents import Contents
from dashboard.panels.explore.map_panel import Shapes, figure
from dashboard.panels.view_store import view_store
from dashboard.paths import ASSETS
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.story.hover import hover_text

DAYS = ["1997-01-01", "1999-03-01", "2012-06-01", "2025-06-27", "2025-12-26", "2025-12-27"]
DAYS += ["2026-01-09", "2026-02-20", "2026-12-31"]
SCRIPT = """
import { readFileSync } from "node:fs";
const { figureOn } = await import(process.argv[1]);
const { figure, record, days } = JSON.parse(readFileSync(0));
const figures = days.map((day) => figureOn(figure, record, day));
console.log(JSON.stringify(figures));
"""


@pytest.fixture(scope="module")
def sent(shapes: Shapes, contents: Contents, colours: dict[str, str]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(figure(shapes, contents, colours).to_json())
    return content


@pytest.fixture(scope="module")
def figures(sent: dict[str, Any], contents: Contents) -> dict[str, dict[str, Any]]:
    """The figures of all days as the browser makes them."""
    given = json.dumps({"figure": sent, "record": view_store(contents), "days": DAYS})
    module = (ASSETS / "js" / "map" / "choropleth.js").as_uri()
    done = subprocess.run(
        [program("node"), "--input-type=module", "--eval", SCRIPT, module],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(DAYS, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("when", DAYS)
def test_every_state_has_the_standing_and_the_words_of_the_day(
    figures: dict[str, dict[str, Any]], ledger: Ledger, when: str
) -> None:
    states = figures[when]["data"][1]
    standings = ledger.standings(day(when))
    drawn = states["locations"]
    assert [list(Standing)[number] for number in states["z"]] == [standings[iso] for iso in drawn]
    assert states["hovertext"] == [
        hover_text(ledger, ledger.pack.states[iso], day(when)) for iso in drawn
    ]


def test_nothing_else_of_the_figure_changes(
    figures: dict[str, dict[str, Any]], sent: dict[str, Any]
) -> None:
    for made in figures.values():
        states = {**made["data"][1], "z": None, "hovertext": None}
        assert states == {**sent["data"][1], "z": None, "hovertext": None}
        made["data"][1] = sent["data"][1]
        assert made == sent
