"""A briefing: nothing later than its day, few words, a source behind everything."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

import pytest
from samples import PackCopy

from dashboard.paths import PACKAGE
from dashboard.record.dates import day_in_words
from dashboard.record.kinds import Stance
from dashboard.record.ledger import Ledger
from dashboard.story.briefing.as_of import DAY_IN_TEXT, AsOf, first_day, speaks_of_later
from dashboard.story.briefing.scene import Scene, SceneKind
from dashboard.story.briefing.situation import pending
from dashboard.story.briefing.story import Briefing, briefing
from dashboard.story.figures import border_figure
from dashboard.story.frames import Frame, build_frames, frame_on
from dashboard.story.headline import plain

MOST_WORDS = {
    SceneKind.NOW: 45,
    SceneKind.BEFORE: 40,
    SceneKind.STEPS: 35,
    SceneKind.TURN: 35,
    SceneKind.LEAVES: 40,
    SceneKind.EXIT: 55,
    SceneKind.SUSPENSION: 60,
    SceneKind.SAID: 70,
    SceneKind.FOR: 70,
    SceneKind.AGAINST: 70,
    SceneKind.OUTSIDER: 70,
    SceneKind.BORDER: 35,
    SceneKind.WORLD: 25,
    SceneKind.NEXT: 35,
    SceneKind.UNKNOWN: 60,
    SceneKind.SOURCES: 90,
}
"""As many words as are read in the time that a scene is shown."""
TWENTY = (
    *("1997-01-01", "1999-03-01", "2004-03-01", "2012-07-01", "2024-12-31", "2025-01-15"),
    *("2025-03-07", "2025-03-18", "2025-04-01", "2025-06-27", "2025-07-10", "2025-07-18"),
    *("2025-08-20", "2025-10-17", "2025-12-26", "2025-12-27", "2026-01-10", "2026-02-19"),
    *("2026-02-20", "2026-11-25"),
)


@pytest.fixture(scope="module")
def recent(ledger: Ledger, frames: Sequence[Frame]) -> Sequence[Briefing]:
    """The briefings of the day, and of the eve, of every change since 2025."""
    days = {frame.day for frame in frames if frame.day.year >= 2025}
    days |= {day - timedelta(days=1) for day in days}
    return [briefing(ledger, frames, day) for day in sorted(days)]


@pytest.fixture(scope="module")
def many(ledger: Ledger, frames: Sequence[Frame]) -> Sequence[Briefing]:
    return [briefing(ledger, frames, date.fromisoformat(day)) for day in TWENTY]


def scene(told: Briefing, name: str) -> Scene:
    [found] = told.chosen([name])
    return found


def on(ledger: Ledger, frames: Sequence[Frame], day: str, state: str | None = None) -> Briefing:
    return briefing(ledger, frames, date.fromisoformat(day), state)


def own_words(scene: Scene) -> Iterator[str]:
    """All that the scene says, on the screen, aloud and of its picture, but for others' words."""
    yield plain(scene.sentence)
    for figure in scene.figures:
        yield from (figure.value, figure.caption)
    yield from (*scene.lines, *scene.notes, scene.title)
    if scene.map:
        yield from chain.from_iterable(scene.map.below.values())
    if scene.lanes:
        yield from (lane.sentence for lane in scene.lanes.lanes)


def days_in(texts: Iterable[str]) -> Iterator[date]:
    """The first day of every day, month and year that the texts name."""
    return (first_day(found) for text in texts for found in DAY_IN_TEXT.finditer(text))


def test_no_scene_names_a_day_after_its_own_but_effects_that_are_due(
    recent: Sequence[Briefing], ledger: Ledger, frames: Sequence[Frame]
) -> None:
    for told in recent:
        known = AsOf(ledger, frames, told.day)
        due = {day for day, _ in pending(known)} | {ledger.pack.treaty.verified_through}
        planned = set(days_in(item.title for item in known.happenings))  # What they said by then.
        for each in told.all:
            later = {day for day in days_in(own_words(each)) if day > told.day}
            assert later <= due | planned, (told.day, each.id)


def test_no_scene_shows_what_happened_or_was_said_later(
    recent: Sequence[Briefing], ledger: Ledger
) -> None:
    quotes = {quote.id: quote for quote in ledger.pack.quotes}
    for told in recent:
        for each in told.all:
            assert each.map is None or each.map.day <= told.day
            assert all(step.day <= told.day for step in each.steps)
            for lane in each.lanes.lanes if each.lanes else ():
                assert all(part.last <= told.day or part.expected for part in lane.stretches)
            for shown in each.quotes:
                said = quotes[shown.id].date
                assert said is not None
                assert said.last <= told.day


def test_a_pale_stretch_says_what_follows_if_nothing_changes(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    lanes = scene(on(ledger, frames, "2025-12-27"), "leaves").lanes
    assert lanes is not None
    [finland] = [lane for lane in lanes.lanes if lane.iso_a3 == "FIN"]
    assert finland.sentence.endswith("withdrawn from 10 January 2026 if nothing changes.")
    assert [part.expected for part in finland.stretches] == [False] * 3 + [True] * 2


def test_lanes_have_no_gap_and_end_with_their_picture(many: Sequence[Briefing]) -> None:
    for told in many:
        for each in told.all:
            for lane in each.lanes.lanes if each.lanes else ():
                assert each.lanes is not None
                assert lane.stretches[0].first == each.lanes.first
                assert lane.stretches[-1].last == each.lanes.last
                for before, after in zip(lane.stretches, lane.stretches[1:], strict=False):
                    assert after.first - before.last == timedelta(days=1)


def test_a_scene_is_read_in_a_moment(many: Sequence[Briefing], recent: Sequence[Briefing]) -> None:
    for told in (*many, *recent):
        for each in told.all:
            assert each.words <= MOST_WORDS[each.kind], (told.day, each.id, each.texts)


def test_figures_are_those_of_the_record(
    ledger: Ledger, many: Sequence[Briefing], frames: Sequence[Frame]
) -> None:
    for told in many:
        frame = frame_on(frames, told.day)
        values = [figure.value for figure in scene(told, "now").figures]
        assert f"{frame.main_out} out" in values[0] or values[0].endswith("bound")
        if frame.border.percent is not None:
            shown = border_figure(ledger.pack.treaty, frame)
            assert shown is not None
            value, caption = shown
            assert value in values or len(values) == 1
            assert plain(scene(told, "border").sentence) == f"{value} {caption}."


def test_every_scene_cites_sources_of_the_record(many: Sequence[Briefing], ledger: Ledger) -> None:
    for told in many:
        for each in told.all:
            assert set(each.sources) <= set(ledger.pack.sources)
            if each.kind is not SceneKind.UNKNOWN or each.lines:
                assert each.sources or each.lines, (told.day, each.id)


def test_there_are_as_many_quotes_for_as_against(many: Sequence[Briefing], ledger: Ledger) -> None:
    stances = {quote.id: quote.stance for quote in ledger.pack.quotes}
    for told in many:
        by_kind = {each.kind: each for each in told.all}
        assert (SceneKind.FOR in by_kind) == (SceneKind.AGAINST in by_kind)
        if SceneKind.FOR in by_kind:
            in_favour, against = by_kind[SceneKind.FOR], by_kind[SceneKind.AGAINST]
            assert len(in_favour.quotes) == len(against.quotes) > 0
            assert {stances[quote.id] for quote in in_favour.quotes} == {Stance.SUPPORTS}
            assert {stances[quote.id] for quote in against.quotes} == {Stance.OPPOSES}


def test_quotes_are_whole_attributed_and_state_media_named(
    many: Sequence[Briefing], ledger: Ledger
) -> None:
    quotes = {quote.id: quote for quote in ledger.pack.quotes}
    sources = ledger.pack.sources
    for told in many:
        for shown in (quote for each in told.all for quote in each.quotes):
            quote = quotes[shown.id]
            assert shown.words == quote.quote
            assert quote.speaker in shown.attribution
            assert ("state media" in shown.credit) is any(
                sources[source].state_media for source in quote.sources
            )
            assert quote.translation in shown.credit


def test_the_usual_briefing_is_told_in_a_quarter_of_an_hour(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    assert 13 <= len(on(ledger, frames, "2025-12-27").told) <= 16
    assert 13 <= len(on(ledger, frames, "2026-02-20").told) <= 16


def test_a_scene_without_content_is_left_out(ledger: Ledger, frames: Sequence[Frame]) -> None:
    early = on(ledger, frames, "2004-03-01")
    assert early.told == ("now", "before", "border", "world", "unknown", "sources")
    assert "leaves" not in {each.id for each in early.all}


def test_of_a_chosen_state_its_own_scenes_are_told(ledger: Ledger, frames: Sequence[Frame]) -> None:
    told = on(ledger, frames, "2025-12-27", "FIN").told
    assert told == (
        *("now", "before", "turn-2025-06-25", "turn-2025-07-10", "FIN", "said-FIN"),
        *("border", "next", "unknown", "sources"),
    )


def test_scenes_are_chosen_by_their_ids_each_once(ledger: Ledger, frames: Sequence[Frame]) -> None:
    told = on(ledger, frames, "2025-12-27")
    chosen = told.chosen(["border", "now", "border"])
    assert [each.id for each in chosen] == ["border", "now"]
    with pytest.raises(KeyError, match="bordr"):
        told.chosen(["bordr"])


def test_ids_and_titles_of_scenes_are_unlike(many: Sequence[Briefing]) -> None:
    for told in many:
        assert len({each.id for each in told.all}) == len(told.all)
        assert len({each.title for each in told.all}) == len(told.all)


def test_the_border_says_what_follows_from_each_notice(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    figures = scene(on(ledger, frames, "2025-12-27"), "border").figures
    assert [(figure.value, figure.caption) for figure in figures] == [
        ("80 %", "when Finland leaves on 10 January 2026"),
        ("95 %", "when Poland leaves on 20 February 2026"),
    ]
    for figure, day in zip(figures, ("2026-01-10", "2026-02-20"), strict=True):
        frame = frame_on(frames, date.fromisoformat(day))
        assert figure.value == f"{frame.border.percent} %"


def test_a_side_of_a_disagreement_is_told_once_it_was_published(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    [claim] = [claim for claim in ledger.pack.claims if claim.id == "fin-effective-1"]
    assert not AsOf(ledger, frames, date(2026, 1, 9)).knows(claim)
    assert AsOf(ledger, frames, date(2026, 1, 10)).knows(claim)


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("2025-12-28", True),
        ("in force from 10 January 2026", True),
        ("December 2025", False),
        ("January 2026", True),
        ("by 2026", True),
        ("27 December 2025, 1718 km", False),
        ("2026-99", False),
    ],
)
def test_a_text_that_speaks_of_later_is_known(text: str, later: bool) -> None:
    assert speaks_of_later(text, date(2025, 12, 27)) is later


def test_the_scenes_have_no_word_of_one_treaty_alliance_or_region() -> None:
    for module in (PACKAGE / "story" / "briefing").glob("*.py"):
        text = module.read_text(encoding="utf-8")
        assert not re.findall(r"Ottawa|NATO’s|\bmines?\b|Russia|Finland leaves", text), module.name


def test_the_day_of_a_briefing_is_said_in_the_title_of_each_turn(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    for each in on(ledger, frames, "2026-02-20").all:
        if each.kind is SceneKind.TURN:
            assert each.map is not None
            assert each.title == day_in_words(each.map.day)


def test_second_lines_on_the_map_come_in_several_lengths_the_longest_first(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    drawn = scene(on(ledger, frames, "2025-12-27"), "now").map
    assert drawn
    assert drawn.below["EST"] == ("out since 27 Dec 2025", "out")
    assert drawn.below["FIN"] == ("out in 14 days", "14 days")
    assert drawn.below["UKR"] == (
        "suspension, disputed, 18 Jul 2025",
        "suspension, disputed",
        "disputed",
    )
    assert drawn.below["RUS"] == ("not joined",)


def test_states_that_all_go_the_same_way_are_told_in_one_number(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    same = scene(on(ledger, frames, "2025-03-18"), "leaves")
    assert plain(same.sentence) == "4 states are moving to leave."
    different = scene(on(ledger, frames, "2025-12-27"), "leaves")
    assert plain(different.sentence).startswith("Of 6 states on the way out: 3 out, 2 counting")


def test_beside_a_quote_the_figures_of_a_state_have_a_line_each(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    told = on(ledger, frames, "2025-12-27")
    captions = {
        iso: [figure.caption for figure in scene(told, iso).figures] for iso in ("EST", "FIN")
    }
    assert not scene(told, "EST").quotes
    assert captions["EST"] == ["in parliament, 4 June 2025", "notice", "border with Russia"]
    assert len(scene(told, "FIN").quotes) == 1
    assert captions["FIN"] == ["in parliament", "notice", "of border"]


def test_where_only_the_votes_for_are_sure_the_figure_says_that_they_are_votes_for(
    pack: PackCopy,
) -> None:
    vote = "est-2025-06-04-parliament-vote"
    pack.edit("events.csv", vote, votes_against="", votes_abstain="")
    edited = Ledger.read(pack.folder)
    figure, *_ = scene(on(edited, build_frames(edited), "2025-12-27"), "EST").figures
    assert (figure.value, figure.caption) == ("81 for", "in parliament, 4 June 2025")


def test_where_nothing_is_disputed_the_end_of_the_record_is_explained(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    [line] = scene(on(ledger, frames, "2004-03-01"), "unknown").lines
    assert line.startswith("Later changes are not on record")


def test_an_organisation_that_speaks_for_itself_is_named_once(
    ledger: Ledger, frames: Sequence[Frame]
) -> None:
    attributions = [
        quote.attribution for quote in scene(on(ledger, frames, "2025-12-27"), "against").quotes
    ]
    assert "MAG, statement, 27 December 2025" in attributions
