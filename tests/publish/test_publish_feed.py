"""The feed: one entry for every day with news, the same for every reader and every day."""

from datetime import date
from typing import Any

import feedparser
import pytest
from samples import PackCopy

from dashboard.publish.feed import feed_file
from dashboard.publish.takeaway import Takeaway
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, build_frames

PUBLIC = "https://mines.example.org/flank/"


def parsed(content: bytes) -> Any:
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


@pytest.fixture(scope="module")
def feed(takeaway: Takeaway) -> Any:
    return parsed(takeaway.file("feed.atom"))


def test_the_latest_change_comes_first(feed: Any) -> None:
    latest = feed.entries[0]
    assert latest.title.startswith("Poland left the convention; 5 of the 10 states")
    assert latest.summary.startswith("On 20 February 2026, Poland left the convention")
    assert latest.published == "2026-02-20T00:00:00Z"
    assert latest.updated.startswith("2026-02-20T")
    assert latest.id == "tag:flankwatch.invalid,2026:mine-ban/2026-02-20"
    assert latest.link == "../?date=2026-02-20"


def test_every_day_with_news_is_an_entry_and_no_other(feed: Any, frames: tuple[Frame, ...]) -> None:
    days = [entry.id.rpartition("/")[2] for entry in feed.entries]
    assert days == [str(frame.day) for frame in reversed(frames) if frame.news]
    assert len(set(days)) == len(days)


def test_an_entry_names_states_standings_and_sources(feed: Any) -> None:
    [exits] = [entry for entry in feed.entries if entry.id.endswith("/2025-12-27")]
    content = exits.content[0]
    assert content.type == "text/html"
    assert "<li>Estonia: Withdrawn (" in content.value
    assert content.value.count("<li>") == 3
    assert "Human Rights Watch, 1 July 2025" in content.value


def test_the_treatys_own_days_need_no_state(feed: Any) -> None:
    [adoption] = [entry for entry in feed.entries if entry.id.endswith("/1997-09-18")]
    assert adoption.title == "The Ottawa Convention was adopted."
    assert "<ul>" not in adoption.content[0].value


def test_the_feed_has_all_that_rfc_4287_asks_for(feed: Any) -> None:
    head = feed.feed
    assert head.title == "Ottawa Convention on NATO’s eastern flank: changes"
    assert head.subtitle == "Record verified through 3 March 2026."
    assert head.id == "tag:flankwatch.invalid,2026:mine-ban"
    assert head.updated == feed.entries[0].updated
    assert head.author == "Flankwatch"
    assert {link.rel: link.href for link in head.links} == {"self": "feed.atom", "alternate": "../"}
    for entry in feed.entries:
        assert entry.title
        assert entry.updated


def test_links_are_whole_where_the_address_is_known_and_ids_are_the_same(
    ledger: Ledger, frames: tuple[Frame, ...], feed: Any
) -> None:
    public = parsed(feed_file(ledger, frames, PUBLIC))
    assert public.entries[0].link == f"{PUBLIC}?date=2026-02-20"
    assert {link.rel: link.href for link in public.feed.links} == {
        "self": f"{PUBLIC}data/feed.atom",
        "alternate": PUBLIC,
    }
    assert [entry.id for entry in public.entries] == [entry.id for entry in feed.entries]


def test_the_feed_changes_only_with_the_record(ledger: Ledger, frames: tuple[Frame, ...]) -> None:
    assert feed_file(ledger, frames, "") == feed_file(ledger, frames, "")


def test_a_corrected_entry_is_updated_and_no_other_is(pack: PackCopy, feed: Any) -> None:
    notice = "pol-2025-08-20-notification"
    before = {entry.id: entry.updated for entry in feed.entries}
    header, *rows = pack.records("events.csv")
    for row in rows:
        if row[0] == notice:
            row[header.index("sources")] = "untc-xxvi-5"
    pack.write_records("events.csv", [header, *rows])
    ledger = Ledger(pack.read())
    corrected = parsed(feed_file(ledger, build_frames(ledger), "")).entries
    moved = {
        entry.id.rpartition("/")[2] for entry in corrected if before[entry.id] != entry.updated
    }
    assert moved == {"2025-08-20", "2026-02-20"}
    assert [entry.published[:10] for entry in corrected] == [
        entry.id.rpartition("/")[2] for entry in feed.entries
    ]
    pack.write("treaty.toml", f"{pack.text('treaty.toml')}\n[revised]\n{notice} = 2026-03-02\n")
    ledger = Ledger(pack.read())
    noted = parsed(feed_file(ledger, build_frames(ledger), "")).entries
    assert {entry.id.rpartition("/")[2] for entry in noted if entry.updated > "2026-03-02"} == moved


def test_what_is_still_to_come_is_no_news(pack: PackCopy) -> None:
    pack.replace("treaty.toml", "verified_through = 2026-03-03", "verified_through = 2026-01-31")
    ledger = Ledger(pack.read())
    days = [
        entry.updated[:10] for entry in parsed(feed_file(ledger, build_frames(ledger), "")).entries
    ]
    assert days[0] == "2026-01-10"


def test_a_feed_without_news_dates_from_the_adoption(
    ledger: Ledger, frames: tuple[Frame, ...]
) -> None:
    empty = parsed(feed_file(ledger, [frame for frame in frames if not frame.news], ""))
    assert empty.entries == []
    assert empty.feed.updated == f"{date(1997, 9, 18)}T00:00:00Z"
