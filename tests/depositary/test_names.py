"""Names of participants become codes by a library, and what it does not know is never guessed."""

import pytest
from depositary.tables import TABLES

from dashboard.depositary.names import Names
from dashboard.depositary.reading import read_status
from dashboard.depositary.sorting import sort_participants
from dashboard.depositary.status import Act, Participant, StatusTable
from dashboard.record.ledger import Ledger

NAMES = Names()


@pytest.mark.parametrize("table", sorted(path.name for path in TABLES.glob("*.csv")))
def test_every_name_of_chapter_xxvi_is_known_and_no_two_are_one_state(table: str) -> None:
    read = read_status(TABLES / table)
    found = sort_participants(read, NAMES)
    assert (found.unknown, found.organisations) == ((), ())
    assert len(found.states) == len(read.participants)


def test_the_codes_are_those_of_the_shipped_record(ledger: Ledger) -> None:
    """The participants of the mine-ban convention are states of the record under those codes."""
    states = sort_participants(read_status(TABLES / "XXVI-5.csv"), NAMES).states
    assert set(states) <= set(ledger.pack.states)
    for iso, name in [("SWZ", "Swaziland"), ("COD", "Democratic Republic of the Congo"),
                      ("MKD", "The former Yugoslav Republic of Macedonia"), ("VAT", "Holy See"),
                      ("NIU", "Niue"), ("NAM", "Namibia"), ("GNB", "Guinea-Bissau")]:  # fmt: skip
        assert states[iso].name == name


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Bahamas (The)", "BHS"),
        ("St. Kitts and Nevis", "KNA"),
        ("Micronesia (Federated States of)", "FSM"),
        ("State of Palestine", "PSE"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Eswatini", "SWZ"),
        ("Kosovo", "XKX"),
        ("Cook Islands", "COK"),
        ("Sao Tome & Principe", "STP"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Democratic Republic of the Congo", "COD"),
        ("Congo", "COG"),
    ],
)
def test_names_of_the_united_nations_old_and_new_are_known(name: str, iso: str) -> None:
    assert NAMES.iso(name) == iso


@pytest.mark.parametrize(
    "name",
    ["Czechoslovakia", "Yugoslavia", "Serbia and Montenegro", "Union of Soviet Socialist Republics",
     "German Democratic Republic", "Democratic Yemen", "Netherlands Antilles", "Northern Cyprus",
     "Republic of China", "Somaliland", "Northern Ireland", "Korea", "Austria-Hungary",
     "Zaire II", "New Zealand Forces",
     "Atlantis", "and", ""],
)  # fmt: skip
def test_states_of_the_past_and_names_of_nobody_are_not_taken_for_another(name: str) -> None:
    assert NAMES.iso(name) is None


def test_an_editor_may_give_the_code_of_a_name() -> None:
    assert Names({"Zaire (as it was)": "COD"}).iso("zaire (as it was)") == "COD"


@pytest.mark.parametrize(
    "name",
    ["European Union", "European Community", "European Economic Community", "African Union",
     "European Atomic Energy Community", "International Atomic Energy Agency"],
)  # fmt: skip
def test_organisations_are_no_states(name: str) -> None:
    assert NAMES.iso(name) is None
    assert NAMES.is_organisation(Participant(name, "line 2", ()))


def test_the_unknown_and_the_named_twice_are_listed_by_line() -> None:
    acts: tuple[Act, ...] = ()
    rows = [("Fiji", 2), ("Atlantis", 3), ("Republic of Fiji", 4), ("European Union", 5)]
    table = StatusTable(tuple(Participant(name, f"line {at}", acts) for name, at in rows))
    found = sort_participants(table, NAMES)
    assert list(found.states) == ["FJI"]
    assert [each.name for each in found.organisations] == ["European Union"]
    assert found.unknown == (
        "line 3: 'Atlantis' is no name of a state that is known (give its code: "
        '--name "Atlantis=ISO")',
        "line 4: 'Republic of Fiji' is FJI, as is 'Fiji' (expected each state once)",
    )
