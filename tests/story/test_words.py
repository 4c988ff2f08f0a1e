"""The words a reader sees: complete, and sources named for what they are."""

from enum import StrEnum

import pytest

from dashboard.record.kinds import Aim, Kind, Stance, Verdict
from dashboard.record.ledger import Ledger
from dashboard.story import words
from dashboard.story.citation import citation
from dashboard.story.frames import shown_groups


@pytest.mark.parametrize(
    ("vocabulary", "table"),
    [
        (Stance, words.STANCE),
        (Stance, words.STANCE_SIGN),
        (Verdict, words.VERDICT),
        (Kind, words.KIND),
        (Aim, words.AIM),
    ],
)
def test_every_word_of_the_record_has_its_words_on_screen(
    vocabulary: type[StrEnum], table: dict[StrEnum, str]
) -> None:
    assert set(table) == set(vocabulary)


@pytest.mark.parametrize(
    "table",
    [words.STANCE, words.STANCE_SIGN, words.VERDICT, words.KIND, words.AIM],
)
def test_different_things_have_different_words(table: dict[StrEnum, str]) -> None:
    assert all(table.values())
    assert len(set(table.values())) == len(table)


def test_every_language_of_a_quote_has_its_name(ledger: Ledger) -> None:
    assert {quote.language for quote in ledger.pack.quotes} <= set(words.LANGUAGES)


def test_the_page_shows_every_group_but_those_elsewhere(ledger: Ledger) -> None:
    assert shown_groups(ledger.pack.treaty) == ("flank", "neighbour", "context")


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], ""),
        (["Estonia"], "Estonia"),
        (["Estonia", "Latvia"], "Estonia and Latvia"),
        (["Estonia", "Latvia", "Lithuania"], "Estonia, Latvia and Lithuania"),
    ],
)
def test_names_are_strung_together(names: list[str], text: str) -> None:
    assert words.listed(names) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 states"), (1, "1 state"), (7, "7 states"), (1309, "1,309 states")],
)
def test_one_is_singular(number: int, text: str) -> None:
    assert words.counted(number, "state", "states") == text


@pytest.mark.parametrize(
    ("kind", "aim", "text"),
    [
        (Kind.PARLIAMENT_VOTE, Aim.LEAVE, "Parliament, to leave"),
        (Kind.PARLIAMENT_VOTE, Aim.OTHER_TREATY, "Parliament, on another treaty"),
        (Kind.ACCESSION, None, "Accession"),
        (Kind.MEMBERSHIP, None, "NATO"),
    ],
)
def test_an_event_is_labelled_with_its_aim(
    ledger: Ledger, kind: Kind, aim: Aim | None, text: str
) -> None:
    assert words.kind_label(ledger.pack.treaty, kind, aim) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("rt-2026-01-10", "RT (state media, Russia), 10 January 2026"),
        ("tass-undated-2", "TASS (state media, Russia)"),
        ("untc-xxvi-5", "United Nations Treaty Collection"),
        ("hrw-2025-07-01", "Human Rights Watch, 1 July 2025"),
        ("ara-2025-04", "Ara, April 2025"),
    ],
)
def test_a_source_is_cited_by_publisher_and_date_and_state_media_as_such(
    ledger: Ledger, source: str, text: str
) -> None:
    assert citation(ledger.pack.sources[source], ledger.pack.states) == text
