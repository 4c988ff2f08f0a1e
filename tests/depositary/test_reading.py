"""What is read out of a depositary's file, in each of the formats; and what is refused."""

from datetime import date
from pathlib import Path

import pytest
from depositary.tables import TABLES, by_name, told

from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.reading import read_status
from dashboard.depositary.status import Withdrawal

HEAD = "Participant,Signature,Provisional application(n),Ratification\n"


def refusal(path: Path) -> list[str]:
    """What the refusal of a file says, without its name."""
    with pytest.raises(DepositaryError) as refused:
        read_status(path)
    assert all(line.startswith(f"{path}: ") for line in refused.value.lines)
    return [line.removeprefix(f"{path}: ") for line in refused.value.lines]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file to be written by a test."""
    return tmp_path / "table"


@pytest.mark.parametrize(
    ("table", "participants", "signatories", "parties"),
    [
        ("XXVI-1.csv", 92, 48, 76),
        ("XXVI-3.csv", 192, 165, 190),
        ("XXVI-5.csv", 162, 133, 161),
        ("XXVI-6.csv", 113, 108, 84),
        ("XXVI-7.csv", 11, 11, 4),
        ("XXVI-8.csv", 118, 118, 41),
    ],
)
def test_the_tables_of_chapter_xxvi_are_counted_as_the_depositary_counts(
    table: str, participants: int, signatories: int, parties: int
) -> None:
    read = read_status(TABLES / table)
    assert len(read.participants) == participants
    assert (read.signatories, read.parties) == (signatories, parties)


def test_columns_go_by_their_heads_and_provisional_application_is_no_consent() -> None:
    norway = by_name(TABLES / "XXVI-6.csv")["Norway"]
    assert told(norway.acts) == ["2008-12-03 signature", "2008-12-03 statement",
                                 "2008-12-03 ratification"]  # fmt: skip
    assert told(norway.consents) == ["2008-12-03 ratification"]


def test_letters_are_kinds_and_their_case_counts() -> None:
    mines = by_name(TABLES / "XXVI-5.csv")
    assert told(mines["Japan"].consents) == ["1998-09-30 acceptance"]
    assert told(mines["Slovakia"].consents) == ["1999-02-25 approval"]
    assert told(mines["Finland"].consents) == ["2012-01-09 accession"]
    assert told(mines["Montenegro"].consents) == ["2006-10-23 succession"]
    assert told(mines["Canada"].consents) == ["1997-12-03 ratification"]


def test_a_saved_page_gives_its_table_its_notes_and_its_numbers() -> None:
    table = read_status(TABLES / "status-page.html")
    assert (table.head.signatories, table.head.parties) == (3, 4)
    assert table.head.entered_into_force == date(2001, 9, 1)
    assert table.head.reference == "UN Treaty Collection, Chapter XXVI-99"
    assert list(table.miscounts()) == ["the head of the table says 4 parties, its rows give 5"]
    read = {each.name: each for each in table.participants}
    assert list(read) == ["Bahamas (The)", "Côte d'Ivoire", "European Union", "Lithuania",
                          "Montenegro", "Türkiye"]  # fmt: skip
    assert read["Côte d'Ivoire"].notes == ("With a note that says something.",)
    assert told(read["Montenegro"].acts) == ["2006-06-03 signature", "2006-06-03 succession"]
    assert read["Montenegro"].notes == ("Extension: Everywhere.",)


def test_notes_of_a_page_give_the_days_of_a_withdrawal_but_not_of_one_taken_back() -> None:
    read = by_name(TABLES / "status-page.html")
    assert read["Lithuania"].withdrawal == Withdrawal(date(2009, 9, 6), date(2010, 3, 6))
    assert read["Lithuania"].notes[0].startswith("As note")
    assert read["Türkiye"].withdrawal is None


def test_the_xml_gives_titles_days_and_what_stands_in_square_brackets() -> None:
    table = read_status(TABLES / "treaty.xml")
    assert table.head.title == "Convention on an Imagined Weapon"
    assert table.head.adopted == date(2001, 1, 10)
    assert table.head.entered_into_force == date(2001, 9, 1)
    assert list(table.miscounts()) == []
    _, belize, lithuania = table.participants
    assert (belize.name, belize.notes) == ("Belize", ("Applied from the day of deposit.",))
    assert lithuania.withdrawal == Withdrawal()
    assert told(lithuania.acts) == ["2001-02-01 signature", "2002-03-24 ratification"]


def test_the_database_of_unoda_has_a_row_for_every_depositary() -> None:
    fiji, korea = read_status(TABLES / "unoda.json").participants
    assert told(fiji.acts) == ["2001-02-01 signature", "2001-03-05 ratification"]
    assert fiji.acts[0].detail == "Also dated 2001-02-02 (US)."
    assert korea.withdrawal == Withdrawal(date(2009, 1, 10))


def test_the_council_of_europe_says_when_a_denunciation_takes_effect() -> None:
    norway, greece, tunisia, union = read_status(TABLES / "council-of-europe.json").participants
    assert told(norway.acts) == ["2001-02-01 signature", "2001-03-05 ratification"]
    assert norway.acts[1].effect == date(2001, 9, 1)
    assert greece.withdrawal == Withdrawal(date(2009, 2, 10), date(2009, 8, 10))
    assert (told(tunisia.acts), tunisia.suspended) == (["2003-03-05 accession"], date(2010, 1, 1))
    assert union.is_organisation


@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_a_pasted_table_may_have_words_before_it_and_marks_at_names_and_days(
    separator: str, file: Path
) -> None:
    rows = [
        "Convention on an Imagined Weapon",
        "Signatories : 1. Parties : 2",
        separator.join(["Participant", "Signature", "Accession(a)"]),
        separator.join(["Belize1", " 3 Dec 20084", "9 Apr 2013 a 2 3"]),
        separator.join(["Fiji", "", "[9 Apr 2014 a]5"]),
        "",
    ]
    file.write_text("\r\n".join(rows), encoding="utf-8-sig")
    belize, fiji = read_status(file).participants
    assert (belize.name, belize.place) == ("Belize", "line 4")
    assert told(belize.acts) == ["2008-12-03 signature", "2013-04-09 accession"]
    assert belize.notes == ("See note 1 of the depositary's table.",
                            "See note 4 of the depositary's table.")  # fmt: skip
    assert (told(fiji.consents), fiji.withdrawal) == (["2014-04-09 accession"], Withdrawal())


def test_who_came_back_has_both_consents_and_the_withdrawal_between(file: Path) -> None:
    file.write_text(f"{HEAD}Fiji,,,[3 Dec 2008] 4 May 2019 a\n", encoding="utf-8")
    [fiji] = read_status(file).participants
    assert told(fiji.consents) == ["2008-12-03 ratification", "2019-05-04 accession"]
    assert fiji.withdrawal == Withdrawal()


def test_a_signature_taken_back_is_a_note_and_no_act(file: Path) -> None:
    file.write_text(f"{HEAD}Fiji,[3 Dec 2008],,\n", encoding="utf-8")
    [fiji] = read_status(file).participants
    assert (fiji.acts, fiji.withdrawal) == ((), None)
    assert fiji.notes == ("In square brackets at the depositary: 2008-12-03.",)


def test_a_letter_without_meaning_stays_an_act_of_no_kind(file: Path) -> None:
    file.write_text(f"{HEAD}Fiji,3 Dec 2008,,4 May 2009 q\n", encoding="utf-8")
    [fiji] = read_status(file).participants
    assert told(fiji.acts) == ["2008-12-03 signature", "2009-05-04 None"]
    assert fiji.acts[1].detail == "The depositary's table has the letter 'q' under 'Ratification'."


def test_all_cells_that_are_no_dates_are_named_at_once(file: Path) -> None:
    rows = "Fiji,03/12/2008,,\nSamoa,,,31 Feb 2009\nTonga,,,[4 May 2009\nTuvalu,,,\n"
    file.write_text(HEAD + rows, encoding="utf-8")
    assert refusal(file) == [
        "line 2: Signature: '03/12/2008' is no date (expected one such as 3 Dec 2008 a)",
        "line 3: Ratification: '31 Feb 2009' is no day",
        "line 4: Ratification: '[4 May 2009' is no date (expected one such as 3 Dec 2008 a)",
        "line 5: 'Tuvalu' has no date (expected one, or no such row)",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "holds no table of participants"),
        (b"Name,Day\nFiji,3 Dec 2008\n", "holds no table of participants"),
        (b"Participant,Colour\nFiji,red\n", "the columns Participant, Colour are about no act"),
        (b"Participant,Signature\n", "names no participant"),
        (b"Participant,Signature\nFiji,3 Dec 2008,x\n", "line 2: has 3 cells (expected 2)"),
        (b'Participant,Signature\n"Fiji"x,3 Dec 2008\n', "line 2: is no row of cells"),
        (b"<html><body>urgent maintenance</body></html>", "holds no table of participants"),
        (b"<?xml version='1.0'?><Root></Root>", "holds no table of participants"),
        (b"<?xml version='1.0'?><Root>", "is no XML"),
        (b'{"data": 3}', "is JSON, but no table"),
        (b'{"data"', "is no JSON"),
        (b'[{"LibPaysOrga": "Fiji", "DateSignature": "then"}]', "row 1: is no participant"),
        (b'{"actions_": [{"date": "2001"}]}', "row 1: is no act"),
        (b"Participant\tSignature\nC\xf4te d'Ivoire\t3 Dec 2008\n", "is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is not UTF-8 text"),
    ],
)
def test_a_file_that_is_none_gets_one_clear_line(content: bytes, expected: str, file: Path) -> None:
    file.write_bytes(content)
    [line] = refusal(file)
    assert line.startswith(expected)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv") == ["there is no such file"]
    assert refusal(tmp_path) == ["is not a file (expected text)"]


def test_entities_of_an_xml_file_are_not_followed(file: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("3 Dec 2008", encoding="utf-8")
    text = (TABLES / "treaty.xml").read_text(encoding="utf-8")
    declared = f'<!DOCTYPE Root [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n<Root>'
    text = text.replace("<Root>", declared).replace("\t 1 Feb 2001<", "&x;<", 1)
    file.write_text(text, encoding="utf-8")
    assert told(by_name(file)["Afghanistan"].acts) == ["2003-09-08 ratification"]


@pytest.mark.parametrize(
    ("head", "cell", "kind", "words"),
    [
        ("Accession(a), Definitive signature(s)", "3 Dec 2008 s", "acceptance",
         "definitive signature"),
        ("Consent to be bound(P)1", "3 Dec 2008 P", "acceptance", "consent to be bound"),
        ("Ratification, Formal confirmation(c)", "3 Dec 2008 c", "ratification",
         "formal confirmation"),
        ("Ratification", "3 Dec 2008 AA", "approval", ""),
        ("Accession(a)", "3 Dec 2008", "accession", ""),
    ],
)  # fmt: skip
def test_consents_without_a_kind_of_their_own_keep_their_words(
    head: str, cell: str, kind: str, words: str, file: Path
) -> None:
    file.write_text(f"Participant\t{head}\nFiji\t{cell}\n", encoding="utf-8")
    [act] = by_name(file)["Fiji"].consents
    assert (act.kind, act.words) == (kind, words)
