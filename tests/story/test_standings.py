"""The table of standings: complete, and in agreement with what the record holds to be law."""

import pytest
from samples import PackCopy

from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_treaty
from dashboard.story.standings import CHANGES, EXITS, NOT_JOINED, RANKED, STANDINGS, standings
from dashboard.story.wording import Wording

BINDS = {"yes": True, "disputed": True, "not yet": False, "no": False}


def test_every_standing_has_its_row_in_the_order_of_the_record() -> None:
    assert list(STANDINGS) == list(Standing)


@pytest.mark.parametrize("word", ["label", "meaning", "on_map", "rank", "stands"])
def test_different_standings_have_different_words(word: str) -> None:
    words = [getattr(row, word) for row in STANDINGS.values()]
    assert all(words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("standing", Standing)
def test_words_say_whether_a_standing_binds_as_the_record_does(
    ledger: Ledger, standing: Standing
) -> None:
    row = standings(ledger.pack.treaty)[standing]
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


def test_the_table_speaks_of_the_treaty_in_its_own_words(ledger: Ledger) -> None:
    rows = standings(ledger.pack.treaty)
    assert rows[Standing.NOTIFIED].meaning == (
        "Notice of withdrawal deposited, six months running. Bound until they end."
    )
    assert rows[Standing.WITHDRAWN].stands[0] == "is out of the convention"
    assert not [text for row in rows.values() for text in vars(row).values() if "{" in str(text)]


def test_two_treaties_of_one_name_speak_each_in_their_own_words(ledger: Ledger) -> None:
    treaty = ledger.pack.treaty
    words = treaty.words.model_copy(update={"treaty": "protocol"})
    other = treaty.model_copy(update={"words": words})
    assert "protocol" in standings(other)[Standing.PARTY].meaning
    assert "protocol" not in standings(treaty)[Standing.PARTY].meaning


def test_a_treaty_that_is_denounced_has_no_withdrawals(pack: PackCopy) -> None:
    pack.replace(
        "treaty.toml",
        'treaty = "convention" ',
        'withdrawal = "denunciation"\nwithdraw = "denounce"\nwithdrawing = "denouncing"\n'
        'withdrew = "denounced it"\nwithdrawn = "denounced"\ntreaty = "charter" ',
    )
    pack.replace(
        "treaty.toml", "[view]\n", '[words.standings.signatory]\nlabel = "Signed only"\n[view]\n'
    )
    rows = standings(pack.read().treaty)
    assert rows[Standing.WITHDRAWN].label == "Denounced"
    assert rows[Standing.NOTIFIED].changed[0] == "gave notice of denunciation"
    assert rows[Standing.SIGNATORY].label == "Signed only"
    said = " ".join(
        f"{row.label} {row.meaning} {row.stands} {row.changed}" for row in rows.values()
    )
    assert "withdr" not in said.lower()
    assert "convention" not in said


def test_a_single_month_is_running_by_itself(pack: PackCopy) -> None:
    pack.replace("treaty.toml", '"Art. 20"\nmonths = 6', '"Art. 20"\nmonths = 1')
    words = Wording(read_treaty(pack.folder).treaty or pack.read().treaty).words
    assert words["its_time_runs"] == " and its one month is running"
    assert words["notice_running"] == ", one month running. Bound until it ends."
