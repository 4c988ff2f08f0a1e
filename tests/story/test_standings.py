"""The table of standings: complete, and in agreement with what the record holds to be law."""

import pytest

from dashboard.record.kinds import Standing
from dashboard.story.standings import CHANGES, EXITS, NOT_JOINED, RANKED, STANDINGS

BINDS = {"yes": True, "disputed": True, "not yet": False, "no": False}


def test_every_standing_has_its_row_in_the_order_of_the_record() -> None:
    assert list(STANDINGS) == list(Standing)


@pytest.mark.parametrize("word", ["label", "meaning", "on_map", "rank", "stands"])
def test_different_standings_have_different_words(word: str) -> None:
    words = [getattr(row, word) for row in STANDINGS.values()]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("standing", Standing)
def test_words_say_whether_a_standing_binds_as_the_record_does(standing: Standing) -> None:
    row = STANDINGS[standing]
    assert BINDS[row.binds] is standing.bound
    said = {"yes": " Bound", "no": "Not bound", "disputed": "Disputed", "not yet": "not yet"}
    assert said[row.binds] in row.meaning


def test_every_standing_but_being_outside_can_begin_and_is_news() -> None:
    assert set(CHANGES) == set(Standing) - {Standing.OUTSIDE}
    assert len({STANDINGS[standing].news_rank for standing in CHANGES}) == len(CHANGES)
    assert all(all(STANDINGS[standing].changed) for standing in CHANGES)


def test_the_gravest_is_told_first() -> None:
    assert RANKED[0] is CHANGES[0] is Standing.WITHDRAWN


def test_a_state_is_on_its_way_out_or_never_joined_or_a_party() -> None:
    assert {*EXITS, *NOT_JOINED} == set(Standing) - {Standing.PARTY}
    assert not set(EXITS) & set(NOT_JOINED)


@pytest.mark.parametrize("standing", [Standing.NOTIFIED, Standing.JOINING])
def test_what_an_act_brings_about_is_told_as_the_standing_after_it(standing: Standing) -> None:
    becomes = STANDINGS[standing].becomes
    assert becomes is not None
    assert becomes.bound is not standing.bound
