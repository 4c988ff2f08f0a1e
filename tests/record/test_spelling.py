"""A pack spells the columns of its alliance itself, or has none."""

from pathlib import Path

import pytest
from small import SmallPack

from dashboard.record.kinds import Kind

MEMBERSHIP = '[membership]\nid = "nato"\nname = "NATO"\n'


@pytest.fixture
def small(tmp_path: Path) -> SmallPack:
    return SmallPack(tmp_path / "small")


def without_alliance(small: SmallPack) -> None:
    small.replace("treaty.toml", MEMBERSHIP, "")
    header, *rows = small.records("states.csv")
    kept = [at for at, column in enumerate(header) if not column.startswith("nato_")]
    small.write_records("states.csv", [[row[at] for at in kept] for row in (header, *rows)])


def test_a_pack_without_an_alliance_has_no_columns_for_it(small: SmallPack) -> None:
    without_alliance(small)
    assert {state.member_since for state in small.read().states.values()} == {None}


def test_columns_of_an_alliance_that_the_pack_does_not_name_are_refused(small: SmallPack) -> None:
    small.replace("treaty.toml", MEMBERSHIP, "")
    expected = (
        'is not a column of this table (expected [membership] with id = "nato" in treaty.toml)'
    )
    assert small.problems() == [
        f"states.csv:1: {column}: {expected}"
        for column in ("nato_note", "nato_since", "nato_sources")
    ]


def test_the_id_of_the_alliance_begins_its_columns_and_names_a_kind_of_event(
    small: SmallPack,
) -> None:
    small.replace("treaty.toml", 'id = "nato"', 'id = "pact"')
    small.write("states.csv", small.text("states.csv").replace("nato_", "pact_"))
    small.add_event(date="1999-03-12", iso_a3="BBB", kind="pact_accession")
    pack = small.read()
    assert str(pack.states["BBB"].member_since) == "1999-03-12"
    assert pack.events[-1].kind is Kind.MEMBERSHIP


def test_another_alliance_is_no_kind_of_event(small: SmallPack) -> None:
    line = small.add_event(date="1999-03-12", iso_a3="BBB", kind="pact_accession")
    [problem] = small.problems()
    assert problem.startswith(f"events.csv:{line}: kind: 'pact_accession' is not a kind of event")
    assert "nato_accession" in problem
    assert "membership" not in problem


def test_what_is_wrong_elsewhere_in_the_treaty_leaves_the_columns_known(small: SmallPack) -> None:
    small.replace("treaty.toml", 'depositary = "The Depositary"', "")
    assert small.problems() == ["treaty.toml: depositary: is missing"]
    small.write("treaty.toml", "not TOML")
    assert [line.partition(":")[0] for line in small.problems()] == ["treaty.toml"]
