"""``/brief/<day>.json``: the scenes of any day as one file."""

import json
from datetime import date

import pytest
from web.servers import Server

from dashboard.panels.brief.file import Briefs, brief_of
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.as_of import DAY_IN_TEXT, AsOf, first_day
from dashboard.story.briefing.situation import pending
from dashboard.story.briefing.story import briefing
from dashboard.story.frames import build_frames

DAYS = ("1997-06-01", "1999-03-01", "2012-01-09", "2025-06-27", "2025-12-27", "2026-02-20")


@pytest.mark.parametrize("day", DAYS)
def test_the_file_tells_the_scenes_of_the_day_in_their_words(
    server: Server, ledger: Ledger, day: str
) -> None:
    answer = server.ask(f"/brief/{day}.json")
    assert answer.headers["Content-Type"] == "application/json"
    content = json.loads(answer.body)
    told = briefing(ledger, build_frames(ledger), date.fromisoformat(day))
    assert [scene["id"] for scene in content["scenes"]] == [scene.id for scene in told.all]
    assert content["told"][""] == list(told.told)
    for written, scene in zip(content["scenes"], told.all, strict=True):
        assert written["plain"] == "".join(text for text, *_ in written["sentence"])
        figures = [tuple(figure) for figure in written.get("figures", [])]
        assert figures == [(figure.value, figure.caption) for figure in scene.figures]
        assert written.get("lines", []) == list(scene.lines)
        quotes = [(quote["words"], quote["by"]) for quote in written.get("quotes", [])]
        assert quotes == [(quote.words, quote.attribution) for quote in scene.quotes]
        legend = [standing for standing, _ in written.get("legend", [])]
        assert legend == list(scene.drawn)


def test_of_a_state_the_file_names_the_scenes_of_a_briefing_about_it(ledger: Ledger) -> None:
    frames, day = build_frames(ledger), date(2025, 12, 27)
    told = brief_of(ledger, frames, day)["told"]
    for iso in ("FIN", "UKR", "BGR"):
        assert told[iso] == list(briefing(ledger, frames, day, iso).told)


@pytest.mark.parametrize("day", DAYS)
def test_pictures_stay_within_their_frame(ledger: Ledger, day: str) -> None:
    content = brief_of(ledger, build_frames(ledger), date.fromisoformat(day))
    for scene in content["scenes"]:
        lanes = scene.get("lanes", {"rows": [], "ticks": []})
        ends = [share for row in lanes["rows"] for part in row["parts"] for share in part[:2]]
        ends += [at for at, _ in lanes["ticks"]]
        ends += [bar["share"] for bar in scene.get("bars", [])]
        steps = scene.get("steps", {"marks": [], "ticks": [], "lines": []})
        ends += [share for mark in steps["marks"] for share in mark[:2]]
        assert all(0 <= share <= 1 for share in ends), scene["id"]
        assert len(lanes["ticks"]) <= 6


def test_the_same_record_gives_the_same_bytes(ledger: Ledger) -> None:
    frames, day = build_frames(ledger), date(2025, 12, 27)
    assert Briefs(ledger, frames).file(day) == Briefs(ledger, frames).file(day)


@pytest.mark.parametrize("day", ["2025-03-18", "2025-07-17", "2025-12-26", "2025-12-27"])
def test_nothing_in_the_file_is_later_than_its_day_but_what_is_due(
    ledger: Ledger, day: str
) -> None:
    frames, when = build_frames(ledger), date.fromisoformat(day)
    content = brief_of(ledger, frames, when)
    known = AsOf(ledger, frames, when)
    due = {effect for effect, _ in pending(known)} | {ledger.pack.treaty.verified_through}
    for scene in content["scenes"]:
        pictures = (
            "lanes",
            "map",
            "bars",
            "steps",
        )  # Their days are looked at in the tests of scenes.
        told = json.dumps({name: scene[name] for name in scene if name not in pictures})
        named = {first_day(found) for found in DAY_IN_TEXT.finditer(told)}
        planned = {
            first_day(found)
            for item in known.happenings
            for found in DAY_IN_TEXT.finditer(item.title)
        }
        assert {other for other in named if other > when} <= due | planned, scene["id"]


@pytest.mark.parametrize("name", ["2025-02-30", "latest", "1996-12-31", "2025-12", "%00"])
def test_no_other_day_has_a_file(server: Server, name: str) -> None:
    answer = server.ask(f"/brief/{name}.json")
    assert answer.status == 404
    assert "expected YYYY-MM-DD" in answer.text
