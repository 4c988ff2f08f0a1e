"""The store that the browser picks from says what the record says."""

import json
from bisect import bisect_right
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.panels.contents import Contents
from dashboard.panels.view_store import view_store
from dashboard.record.dates import FIRST_DAY
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.story.frames import frame_on
from dashboard.story.headline import plain


@pytest.fixture(scope="session")
def store(contents: Contents) -> dict[str, Any]:
    """The store as the browser has it: out of JSON."""
    sent: dict[str, Any] = json.loads(json.dumps(view_store(contents)))
    return sent


def frame_of(store: dict[str, Any], day: date) -> dict[str, Any]:
    """The frame that the browser picks for a day."""
    days = [frame["day"] for frame in store["frames"]]
    frame: dict[str, Any] = store["frames"][max(bisect_right(days, day.isoformat()) - 1, 0)]
    return frame


def standings(store: dict[str, Any], frame: dict[str, Any]) -> dict[str, str]:
    """The standing of each state, decoded from a frame's digits."""
    return {
        state["iso"]: store["standings"][int(digit)]
        for state, digit in zip(store["states"], frame["standings"], strict=True)
    }


def assert_right_on(store: dict[str, Any], ledger: Ledger, day: date) -> None:
    recorded = ledger.standings(day)
    found = standings(store, frame_of(store, day))
    assert found == {iso: recorded[iso] for iso in found}


def test_every_kind_of_standing_has_one_digit_and_words(store: dict[str, Any]) -> None:
    assert len(store["standings"]) == len(set(store["standings"])) == len(Standing) <= 10
    assert set(store["standings"]) == set(Standing) == set(store["words"])


def test_standings_are_right_around_every_change(store: dict[str, Any], ledger: Ledger) -> None:
    for state in store["states"]:
        for change in ledger.timelines[state["iso"]].changes:
            for days in (-1, 0, 1):
                if (day := change.day + timedelta(days)) >= FIRST_DAY:
                    assert_right_on(store, ledger, day)


@given(st.dates(FIRST_DAY, date(2027, 12, 31)))
def test_standings_are_right_on_any_day(store: dict[str, Any], ledger: Ledger, day: date) -> None:
    assert_right_on(store, ledger, day)


def test_frames_come_in_order_and_cover_all_days(store: dict[str, Any]) -> None:
    days = [frame["day"] for frame in store["frames"]]
    assert days == sorted(set(days))
    assert days[0] == store["first"] == "1997-01-01"


def test_counts_are_those_of_the_states_told(store: dict[str, Any]) -> None:
    for frame in store["frames"]:
        found = standings(store, frame)
        told = [found[iso] for iso in store["told"]]
        assert frame["counts"] == [told.count(standing) for standing in store["standings"]]


def test_sentences_name_states_by_code_and_standing(
    store: dict[str, Any], contents: Contents
) -> None:
    for sent in store["frames"]:
        frame = frame_on(contents.frames, date.fromisoformat(sent["day"]))
        for sentence, told in ((sent["news"], frame.news), (sent["quiet"], frame.quiet)):
            if sentence is None:
                assert told is None
                continue
            assert told is not None
            assert "".join(segment[0] for segment in sentence) == plain(told)
            for segment in sentence:
                if len(segment) > 1 and segment[1]:
                    assert standings(store, sent)[segment[1]] == segment[2]


def test_changes_are_the_days_with_news(store: dict[str, Any]) -> None:
    assert store["changes"] == [frame["day"] for frame in store["frames"] if frame["news"]]
    assert "2025-12-27" in store["changes"]


def test_parties_are_counted_as_the_ledger_counts_them(
    store: dict[str, Any], ledger: Ledger
) -> None:
    for day, by_deposit, in_force in store["parties"]:
        count = ledger.parties(date.fromisoformat(day))
        assert (by_deposit, in_force) == (count.by_deposit, count.in_force)


def test_countdowns_run_while_the_state_is_notified(store: dict[str, Any], ledger: Ledger) -> None:
    assert {"EST", "FIN", "LTU", "LVA", "POL"} <= store["countdowns"].keys()
    for iso, runs in store["countdowns"].items():
        for first, last in runs:
            days = [date.fromisoformat(first), date.fromisoformat(last) - timedelta(1)]
            assert {ledger.standing(iso, day) for day in days} == {Standing.NOTIFIED}
            assert ledger.standing(iso, date.fromisoformat(last)) is Standing.WITHDRAWN


def test_spans_lie_within_the_days_of_the_store(store: dict[str, Any]) -> None:
    for span in store["spans"]:
        assert store["first"] <= span["first"] < span["last"] <= store["last"]
    assert store["first"] <= store["verified"] <= store["last"]
    assert max(span["last"] for span in store["spans"]) == store["last"]


def test_events_lead_to_a_day_only_where_it_is_known(
    store: dict[str, Any], contents: Contents
) -> None:
    for item in contents.happenings:
        target = store["events"][item.id]
        assert target["states"] == list(item.states)
        assert target["date"] == (item.date.exact.isoformat() if item.date.exact else None)


def test_a_day_of_today_beyond_the_record_lengthens_the_bar(ledger: Ledger) -> None:
    store = view_store(Contents.of(ledger, date(2031, 5, 1)))
    assert store["last"] == "2031-12-31"
    assert store["verified"] == "2026-03-03"
