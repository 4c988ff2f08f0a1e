"""The description of the tables is true of the tables: ``frictionless`` reads both."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from publish.checked import checked

from dashboard.publish.takeaway import DESCRIPTION, Takeaway
from dashboard.record.kinds import Kind
from dashboard.record.ledger import Ledger
from dashboard.record.models import Event, State
from dashboard.record.spelling import Spelling
from dashboard.story.terms import terms


@pytest.fixture
def folder(takeaway: Takeaway, tmp_path: Path) -> Path:
    """All files, as somebody has them who took them all."""
    for name in takeaway.names:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(takeaway.file(name))
    return tmp_path


@pytest.fixture(scope="module")
def package(takeaway: Takeaway) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(takeaway.file(DESCRIPTION))
    return content


def resource(package: dict[str, Any], name: str) -> dict[str, Any]:
    [found] = [one for one in package["resources"] if one["name"] == name]
    return dict(found)


def fields(package: dict[str, Any], name: str) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in resource(package, name)["schema"]["fields"]}


def problems(folder: Path) -> list[str]:
    return [error.type for task in checked(folder).tasks for error in task.errors]


def test_every_table_is_as_described_and_every_file_is_there(folder: Path) -> None:
    report = checked(folder)
    assert report.flatten() == []
    assert report.valid
    rows = {task.name: task.stats.get("rows") for task in report.tasks}
    assert (rows["states"], rows["events"], rows["quotes"]) == (177, 407, 75)


def test_every_file_but_the_tables_in_json_is_described(
    package: dict[str, Any], takeaway: Takeaway
) -> None:
    described = {one["path"] for one in package["resources"]}
    tables = {name for name in described if name.endswith(".csv")}
    as_json = {name.replace(".csv", ".json") for name in tables}
    assert described | as_json | {DESCRIPTION} == set(takeaway.names)


@pytest.mark.parametrize(
    ("table", "spoil", "problem"),
    [
        ("events.csv", lambda text: text.replace(",high,", ",certain,", 1), "constraint-error"),
        ("events.csv", lambda text: text.replace(",FIN,", ",FIM,", 1), "foreign-key"),
        ("states.csv", lambda text: text.replace("FIN,Finland", "FIN,", 1), "constraint-error"),
        ("states.csv", lambda text: text.replace("\r\nEST,", "\r\nFIN,", 1), "primary-key"),
        ("states.csv", lambda text: text.replace(",true", ",yes", 1), "type-error"),
        ("borders.csv", lambda text: text.replace("1309", "many", 1), "type-error"),
        ("changes.csv", lambda text: text.replace("2025-07-10,", "soon,", 1), "type-error"),
    ],
)
def test_a_table_that_does_not_keep_to_it_is_found_out(
    folder: Path, table: str, spoil: Callable[[str], str], problem: str
) -> None:
    path = folder / table
    text = path.read_bytes().decode()
    assert spoil(text) != text
    path.write_bytes(spoil(text).encode())
    assert problem in problems(folder)


def test_columns_are_described_in_the_words_of_the_models(
    package: dict[str, Any], ledger: Ledger
) -> None:
    own = Spelling.of(ledger.pack.treaty.membership)
    events, states = fields(package, "events"), fields(package, "states")
    for model, told in ((Event, events), (State, states)):
        for name, field in model.model_fields.items():
            words = " ".join((field.description or "").split()).format_map(terms(ledger.pack))
            assert words
            assert told[own.column(name)]["description"].startswith(words)
    assert events["kind"]["constraints"] == {
        "enum": [own.keyword(kind) for kind in Kind],
        "required": True,
    }
    assert events["votes_for"]["type"] == "integer"
    assert events["effect"]["type"] == "date"
    assert events["date"]["description"].endswith("no more than is known.")
    assert events["sources"]["description"].endswith("separated by a semicolon and a space.")
    assert states["bound"]["trueValues"] == ["true"]


def test_the_package_says_how_to_read_it_where_it_comes_from_and_how_far_it_reaches(
    package: dict[str, Any],
) -> None:
    assert package["name"] == "flankwatch-mine-ban"
    assert "An apostrophe stands before every text" in package["description"]
    assert package["verified_through"] == "2026-03-03"
    assert {source["title"] for source in package["sources"]} >= {"Natural Earth"}
    assert resource(package, "quotes")["licenses"][0]["name"] == "other-closed"
    assert resource(package, "states")["licenses"][0]["name"] == "other-pd"
    assert "homepage" not in package


def test_tables_refer_to_one_another(package: dict[str, Any]) -> None:
    keys = resource(package, "events")["schema"]["foreignKeys"]
    assert {key["fields"][0]: key["reference"]["resource"] for key in keys} == {
        "iso_a3": "states",
        "about": "states",
    }
