"""What an editor is told about a pack that is not wrong, and that a sound pack is left alone."""

from pathlib import Path

import pytest
from small import SmallPack, state

from dashboard.paths import DEFAULT_PACK
from dashboard.record.pack import open_pack
from dashboard.record.review.findings import MEANINGS, Doubt
from dashboard.record.review.review import review

NOTICE = "aaa-2009-02-10-notification"
VOTE = "aaa-2009-01-20-parliament-vote"


@pytest.fixture
def small(tmp_path: Path) -> SmallPack:
    """The small pack; every test gets its own."""
    return SmallPack(tmp_path / "small")


def doubts(pack: SmallPack) -> list[str]:
    """``events.csv:3: date: inexact-act`` for every doubt about a pack."""
    findings = review(open_pack(pack.folder), pack.folder)
    return [f"{found.file}:{found.line}: {found.column}: {found.kind}" for found in findings]


def test_about_a_sound_pack_there_is_no_doubt(small: SmallPack) -> None:
    assert doubts(small) == []


def test_every_kind_of_doubt_has_a_meaning() -> None:
    assert list(MEANINGS) == list(Doubt)


@pytest.mark.parametrize(
    ("file", "row", "cells", "expected"),
    [
        ("events.csv", VOTE, {"confidence": "low"}, ["confidence: unsure-event"]),
        ("events.csv", VOTE, {"confidence": "medium"}, ["confidence: unsure-event"]),
        ("events.csv", VOTE, {"votes_for": ""}, ["votes_for: missing-tally"]),
        ("events.csv", VOTE, {"votes_for": "", "aim": "join"}, []),
        ("events.csv", VOTE, {"iso_a3": "BBB"}, ["id: stale-id"]),
        ("events.csv", VOTE, {"date": "2009-01-21"}, ["id: stale-id"]),
        ("events.csv", NOTICE, {"effect_sources": ""}, ["effect_sources: computed-effect"]),
        (
            "events.csv",
            NOTICE,
            {"effect_sources": "", "effect": ""},
            ["effect_sources: computed-effect"],
        ),
        ("quotes.csv", "ngo-2009", {"date": "2009-08"}, ["date: inexact-quote"]),
        ("quotes.csv", "ngo-2009", {"date": ""}, ["date: inexact-quote"]),
        ("quotes.csv", "ngo-2009", {"organisation": ""}, ["organisation: stateless-quote"]),
        ("quotes.csv", "ngo-2009", {"language": "pl"}, ["language: foreign-quote"]),
        ("quotes.csv", "ngo-2009", {"quote": "we leave, WITH regret"}, ["quote: same-words"]),
        (
            "quotes.csv",
            "ngo-2009",
            {"quote": "we leave, WITH regret", "disagreement": "when-alpha-left"},
            [],
        ),
        ("quotes.csv", "ngo-2009", {"sources": "daily-2009-08-11"}, []),
        (
            "quotes.csv",
            "ngo-2009",
            {"sources": "daily-2009-08-11", "date": "2009-08-12"},
            ["sources: early-source"],
        ),
        (
            "quotes.csv",
            "ngo-2009",
            {"sources": "daily-2009-08-11; gazette", "date": "2009-08-12"},
            [],
        ),
        ("sources.csv", "daily-2009-08-11", {"date": ""}, ["title: unfindable-source"]),
        ("sources.csv", "daily-2009-08-11", {"date": "", "title": "Alpha leaves"}, []),
        ("sources.csv", "daily-2009-08-11", {"date": "", "kind": "unconfirmed"}, []),
        (
            "sources.csv",
            "daily-2009-08-11",
            {"url": "https://gazette.example/1"},
            ["url: same-address"],
        ),
        ("claims.csv", "when-alpha-left-2", {"reason": ""}, ["reason: unreasoned-verdict"]),
        ("claims.csv", "when-alpha-left-2", {"reason": "", "verdict": "agrees"}, []),
        ("states.csv", "AAA", {"nato_since": ""}, ["nato_since: no-member"]),
        ("states.csv", "AAA", {"nato_since": "", "group": "neighbour"}, []),
        ("borders.csv", "AAA,CCC", {"iso_a3": "DDD"}, ["iso_a3: far-border"]),
        ("borders.csv", "AAA,CCC", {"neighbour": "DDD"}, ["neighbour: far-border"]),
        ("states.csv", "AAA", {"borders": "CCC", "borders_sources": "gazette"}, []),
        (
            "states.csv",
            "DDD",
            {"borders": "BBB", "borders_sources": "gazette"},
            ["borders: unmeasured-border"],
        ),
        ("states.csv", "DDD", {"note": "seen\u200bunseen"}, ["note: invisible-mark"]),
        ("quotes.csv", "ngo-2009", {"quote": "\u202eyad krad A"}, ["quote: invisible-mark"]),
        ("claims.csv", "when-alpha-left-2", {"words": "one\n\ttwo\u00a0three"}, []),
    ],
)
def test_a_doubtful_cell_is_told_with_its_place(
    small: SmallPack, file: str, row: str, cells: dict[str, str], expected: list[str]
) -> None:
    line = small.edit(file, row, **cells)
    assert doubts(small) == [f"{file}:{line}: {doubt}" for doubt in expected]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"date": "2005", "iso_a3": "DDD", "kind": "accession"}, ["date: inexact-act"]),
        ({"date": "2005", "iso_a3": "DDD", "kind": "signature"}, ["date: inexact-act"]),
        ({"date": "2005-06-07", "iso_a3": "DDD", "kind": "accession"}, []),
        (
            {"date": "2005-06", "iso_a3": "BBB", "kind": "assent", "aim": "leave"},
            ["date: inexact-act"],
        ),
        ({"date": "2005-06", "iso_a3": "BBB", "kind": "assent", "aim": "object"}, []),
        ({"date": "2009-02", "iso_a3": "AAA", "kind": "assent", "aim": "leave"}, []),
        ({"date": "2005-06-07", "iso_a3": "BBB", "kind": "accession"}, ["kind: idle-act"]),
        (
            {"date": "2009-03-01", "iso_a3": "DDD", "kind": "notification", "aim": "suspend"},
            ["date: silent-notice", "kind: idle-act"],
        ),
        (
            {"date": "2010-03-01", "iso_a3": "BBB", "kind": "notification", "aim": "leave"},
            ["date: silent-notice", "effect_sources: computed-effect"],
        ),
        (
            {"date": "2010-12-31", "iso_a3": "BBB", "kind": "notification", "aim": "suspend"},
            ["date: silent-notice"],
        ),
        ({"date": "2010-07-01", "iso_a3": "BBB", "kind": "notification", "aim": "leave"}, []),
        (
            {"date": "2010-07-01", "iso_a3": "BBB", "kind": "notification", "aim": "suspend"},
            ["date: silent-notice"],
        ),
        ({"date": "2011-01-01", "iso_a3": "BBB", "kind": "statement"}, ["date: later-event"]),
        ({"date": "2011-01-01", "iso_a3": "BBB", "kind": "deadline"}, []),
        ({"date": "2010", "iso_a3": "BBB", "kind": "statement"}, []),
        (
            {"date": "1999-03-13", "iso_a3": "BBB", "kind": "nato_accession"},
            ["states.csv:3: nato_since: other-accession"],
        ),
        ({"date": "1999-03-12", "iso_a3": "BBB", "kind": "nato_accession"}, []),
        (
            {"date": "2009-08-12", "iso_a3": "", "kind": "meeting", "sources": "daily-2009-08-11"},
            ["sources: early-source"],
        ),
        (
            {"date": "2009-08", "iso_a3": "", "kind": "meeting", "sources": "daily-2009-08-11"},
            [],
        ),
    ],
)
def test_a_doubtful_event_is_told(
    small: SmallPack, cells: dict[str, str], expected: list[str]
) -> None:
    line = small.add_event(**cells)
    here = f"events.csv:{line}: "
    assert doubts(small) == [
        doubt if doubt.startswith("states.csv") else here + doubt for doubt in expected
    ]


def test_a_step_after_a_notice_ends_its_silence_and_so_does_an_objection_to_it(
    small: SmallPack,
) -> None:
    notice = {"date": "2010-03-01", "iso_a3": "BBB", "kind": "notification", "aim": "suspend"}
    line = small.add_event(**notice)
    assert doubts(small) == [f"events.csv:{line}: date: silent-notice"]
    small.add_event(date="2010-04-01", iso_a3="AAA", kind="objection", about="BBB")
    assert doubts(small) == []


@pytest.mark.parametrize(
    ("cells", "weak"),
    [
        ({"kind": "news", "date": "2009-01-20"}, False),
        ({"kind": "news"}, True),
        ({"kind": "news", "url": "https://example.org"}, False),
        ({"kind": "blog", "date": "2009-01-20"}, True),
        ({"kind": "unconfirmed", "date": "2009-01-20"}, True),
        ({"kind": "news", "date": "2009-01-20", "state_media": "CCC"}, True),
    ],
)
def test_an_event_should_not_rest_on_one_weak_source(
    small: SmallPack, cells: dict[str, str], weak: bool
) -> None:
    small.add("sources.csv", id="alone", publisher="Alone", **cells)
    line = small.edit("events.csv", VOTE, sources="alone")
    told = f"events.csv:{line}: sources: weak-source"
    assert (told in doubts(small)) is weak
    small.edit("events.csv", VOTE, sources="alone; gazette")
    assert told not in doubts(small)


def test_a_doubt_about_the_confidence_covers_its_weak_source(small: SmallPack) -> None:
    small.add("sources.csv", id="blog", publisher="Blog", kind="blog", date="2009-01-20")
    line = small.edit("events.csv", VOTE, sources="blog", confidence="low")
    assert doubts(small) == [f"events.csv:{line}: confidence: unsure-event"]


def test_a_source_of_the_treaty_alone_is_cited(small: SmallPack) -> None:
    small.add("sources.csv", id="text", publisher="UN", kind="treaty_text", title="Text")
    small.replace("treaty.toml", 'sources = ["gazette"]', 'sources = ["gazette", "text"]')
    assert doubts(small) == []


def test_a_source_that_nothing_cites_is_told(small: SmallPack) -> None:
    line = small.add("sources.csv", id="idle", publisher="Idle", kind="news", date="2009")
    assert doubts(small) == [f"sources.csv:{line}: id: uncited-source"]


def test_a_day_of_accession_that_nobody_confirmed_is_told(small: SmallPack) -> None:
    small.add("sources.csv", id="hearsay", publisher="Editors", kind="unconfirmed")
    line = small.edit("states.csv", "AAA", nato_sources="hearsay")
    assert doubts(small) == [f"states.csv:{line}: nato_sources: unconfirmed-accession"]
    small.edit("states.csv", "AAA", nato_sources="hearsay; gazette")
    assert doubts(small) == []


def test_a_translation_is_asked_for_where_the_original_is_on_record(small: SmallPack) -> None:
    cells = {"quote": "To ponury dzień.", "speaker": "A Director", "organisation": "NGO"}
    cells |= {"date": "2009-08-10", "topic": "effect", "stance": "opposes", "sources": "gazette"}
    small.add("quotes.csv", id="ngo-2009-2", language="pl", **cells)
    line = small.edit("quotes.csv", "ngo-2009")
    assert doubts(small) == [f"quotes.csv:{line}: translation: unnamed-translation"]
    small.edit("quotes.csv", "ngo-2009", translation="English by the NGO")
    assert doubts(small) == []


def test_a_translation_of_another_day_translates_nothing(small: SmallPack) -> None:
    line = small.edit("quotes.csv", "ngo-2009", language="pl", speaker="A Minister")
    assert doubts(small) == [f"quotes.csv:{line}: language: foreign-quote"]


def test_a_disagreement_needs_two_sides(small: SmallPack) -> None:
    header, record, _ = small.records("claims.csv")
    small.write_records("claims.csv", [header, record])
    small.edit("sources.csv", "daily-2009-08-11")
    assert doubts(small) == ["sources.csv:3: id: uncited-source"]
    small.edit("claims.csv", "when-alpha-left-1", record="")
    assert "claims.csv:2: record: one-sided-topic" in doubts(small)
    small.write_records("claims.csv", [header])
    assert "treaty.toml:34: topics.when-alpha-left: empty-topic" in doubts(small)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('id = "small"', 'id = "large"', ["treaty.toml:1: id: other-folder"]),
        (
            "first = 2001-01-01\nlast = 2010-12-31",
            "first = 2004-01-01\nlast = 2008-12-31",
            ["treaty.toml:30: spans.0.first: empty-span"],
        ),
        ("last = 2010-12-31", "", []),
        (
            "first = 2001-01-01\nlast = 2010-12-31",
            "first = 2010-01-01",
            ["treaty.toml:30: spans.0.first: empty-span"],
        ),
    ],
)
def test_a_doubtful_setting_is_told_with_its_line(
    small: SmallPack, old: str, new: str, expected: list[str]
) -> None:
    small.replace("treaty.toml", old, new)
    assert doubts(small) == expected


def test_new_rows_are_reviewed_like_the_old_without_a_change_of_code(small: SmallPack) -> None:
    small.replace("treaty.toml", "[topics]", '[topics]\nepsilon = "Whether Epsilon joins"')
    small.add("states.csv", **state({"iso_a3": "EEE", "name": "Epsilon", "group": "world"}))
    small.add_event(date="2010-05-05", iso_a3="EEE", kind="accession")
    assert doubts(small) == ["treaty.toml:34: topics.epsilon: empty-topic"]
    claim = {"subject": "Epsilon", "claim": "joins", "verdict": "unverified", "sources": "gazette"}
    line = small.add("claims.csv", id="epsilon-1", topic="epsilon", **claim)
    assert doubts(small) == [
        f"claims.csv:{line}: reason: unreasoned-verdict",
        f"claims.csv:{line}: record: one-sided-topic",
    ]


def test_every_message_says_what_was_expected() -> None:
    for found in review(open_pack(DEFAULT_PACK), DEFAULT_PACK):
        assert found.line > 0
        assert found.column
        assert "(expected " in found.message


def test_the_findings_are_in_order_of_file_and_line() -> None:
    places = [(found.file, found.line) for found in review(open_pack(DEFAULT_PACK), DEFAULT_PACK)]
    assert places == sorted(places)


def test_a_border_is_asked_for_or_too_far_but_never_both(small: SmallPack) -> None:
    small.add("states.csv", iso_a3="EEE", name="Epsilon", group="world", map="off",
              sources="gazette")  # fmt: skip
    small.edit("states.csv", "DDD", borders="EEE", borders_sources="gazette")
    assert doubts(small) == ["states.csv:5: borders: unmeasured-border"]
    small.edit("states.csv", "EEE", borders="DDD", borders_sources="gazette")
    small.add("borders.csv", iso_a3="DDD", neighbour="EEE", km="338", sources="gazette")
    assert doubts(small) == []


def test_one_speaker_written_in_two_ways_is_one(small: SmallPack) -> None:
    small.edit("quotes.csv", "minister-2009", speaker="Ha\u0308kka\u0308nen,\u00a0Antti")
    small.edit("quotes.csv", "ngo-2009", speaker="Häkkänen, \u200b Antti")
    assert {quote.speaker for quote in small.read().quotes} == {"Häkkänen, Antti"}
