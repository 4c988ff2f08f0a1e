"""The trends say what the record says, on any day, and no more."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from samples import PackCopy, day
from small import SmallPack

from dashboard.paths import DEFAULT_PACK
from dashboard.record.kinds import Kind, Stance, Standing
from dashboard.record.ledger import Ledger
from dashboard.story.frames import Frame, frame_on, shown_groups
from dashboard.story.trends.all_trends import MAKERS, TITLES
from dashboard.story.trends.intervals import intervals
from dashboard.story.trends.joins import join_years
from dashboard.story.trends.parties import party_steps
from dashboard.story.trends.standing_groups import group_steps
from dashboard.story.trends.statements import statement_months, undated
from dashboard.story.trends.trend import Trend
from dashboard.story.trends.votes import votes

PACKS = DEFAULT_PACK.parent
THREE_OUT = date(2025, 12, 27)


@pytest.fixture(
    scope="module", params=sorted(path.parent.name for path in PACKS.glob("*/treaty.toml"))
)
def shipped(request: pytest.FixtureRequest) -> Ledger:
    """Each of the records that are shipped."""
    return Ledger.read(PACKS / request.param)


@pytest.fixture
def small(tmp_path: Path) -> SmallPack:
    return SmallPack(tmp_path / "small")


def made(ledger: Ledger) -> dict[str, Trend]:
    return {id_: maker(ledger) for id_, maker in MAKERS.items()}


def test_every_trend_has_its_title_and_its_name(shipped: Ledger) -> None:
    trends = made(shipped)
    assert {id_: trend.title for id_, trend in trends.items()} == dict(TITLES)
    assert [trend.id for trend in trends.values()] == list(MAKERS)


def test_tables_and_points_are_in_order_of_day_and_cite_what_exists(shipped: Ledger) -> None:
    for trend in made(shipped).values():
        days = [row.day or date.max for row in trend.rows]
        assert days == sorted(days), trend.id
        assert {len(row.cells) for row in trend.rows} == {len(trend.columns)}
        assert set(trend.sources) <= set(shipped.pack.sources)
        assert set(trend.sources)
        said = [day for day, _ in trend.says]
        assert said == sorted(said)
        assert said[0] <= date(1997, 1, 1)
        for series in trend.series:
            points = [point.day for point in series.points]
            assert points == sorted(points)
            assert {iso for point in series.points for iso in point.states} <= set(
                shipped.pack.states
            )


def test_sentences_fill_in_the_day_and_leave_no_place_open(shipped: Ledger) -> None:
    for trend in made(shipped).values():
        assert all("{day}" in text for _, text in trend.says), trend.id
        for when in (date(1997, 1, 1), date(2012, 3, 3), THREE_OUT):
            said = trend.sentence(when)
            assert "{" not in said, said
            assert f"{when.day} {when:%B} {when.year}" in said


def test_parties_are_those_of_the_ledger_on_every_day(shipped: Ledger) -> None:
    steps = party_steps(shipped)
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        last = following.first - timedelta(1) if following else step.first
        for when in (step.first, last):
            count = shipped.parties(when)
            assert (step.parties, step.in_force) == (count.by_deposit, count.in_force)
            assert step.signatories == shipped.signatories(when)
            out = [*shipped.standings(when).values()].count(Standing.WITHDRAWN)
            assert step.withdrawn == out


def test_years_add_up_to_the_numbers_of_parties(shipped: Ledger) -> None:
    years, last = join_years(shipped), party_steps(shipped)[-1]
    assert [year.year for year in years] == list(range(years[0].year, years[-1].year + 1))
    assert sum(year.signed for year in years) == last.signatories
    assert sum(year.deposited - year.left for year in years) == last.parties
    assert sum(year.entered_into_force - year.left for year in years) == last.in_force


def test_groups_add_up_and_the_told_ones_are_those_of_the_legend(
    ledger: Ledger, frames: tuple[Frame, ...]
) -> None:
    steps = group_steps(ledger)
    for frame in frames:
        now = {
            group: [step for step in steps if step.group == group and step.first <= frame.day][-1]
            for group in shown_groups(ledger.pack.treaty)
        }
        for group, step in now.items():
            assert sum(step.counts.values()) == len(ledger.pack.group(group))
        told = [now[group] for group in ("flank", "neighbour")]
        for standing in Standing:
            counted = sum(step.counts[standing] for step in told)
            assert counted == frame_on(frames, frame.day).counts[standing]


def test_intervals_are_of_states_whose_two_days_are_known(shipped: Ledger) -> None:
    found = intervals(shipped)
    assert len({each.state.iso_a3 for each in found}) == len(found)
    for each in found:
        assert each.days == (each.consented - each.signed).days >= 0
        kinds = {event.kind for event in shipped.events[each.state.iso_a3]}
        assert Kind.SIGNATURE in kinds
        assert each.consent.kind is not Kind.ACCESSION or each.days >= 0


def test_quotes_are_all_counted_once(shipped: Ledger) -> None:
    months, apart = statement_months(shipped), undated(shipped)
    for stance in Stance:
        of_months = sum(month.counts[stance] for month in months)
        own = [quote.stance for quote in shipped.pack.quotes].count(stance)
        assert of_months + [quote.stance for quote in apart].count(stance) == own


def test_facts_of_the_shipped_record(ledger: Ledger) -> None:
    said = {id_: trend.sentence(THREE_OUT) for id_, trend in made(ledger).items()}
    assert said["parties"].startswith("On 27 December 2025, 163 states are parties")
    assert "The most so far were 166, from 25 June 2025 on." in said["parties"]
    assert "2 states have deposited consent" in said["joins"]
    assert "3 have left. Most joined in 1998: 55; most left in 2025: 3." in said["joins"]
    flank = "NATO's eastern flank (10): 3 are out of the convention, 2 are counting down, 5 are"
    assert flank in said["standings"]
    assert "The longest took 9,960 days (27.3 years): Marshall Islands." in said["intervals"]
    assert said["votes"].startswith("Up to 27 December 2025, 13 votes in parliaments are on record")
    assert "59 quotes of a known day are on record (for 35, against 16" in said["statements"]


def test_unknown_tallies_stay_unknown(ledger: Ledger) -> None:
    in_words = {vote.event.id: vote.in_words for vote in votes(ledger)}
    assert in_words["pol-2025-07-17-parliament-vote"] == "tally not known"
    assert in_words["ltu-2025-05-08-parliament-vote"] == "107 for, 0 against, 3 abstaining"
    rows = {row.cells[2]: row for row in MAKERS["votes"](ledger).rows}
    assert rows["Senate takes the act without amendments"].cells[4:] == (None,) * 5
    vague = rows["Riigikogu approves joining"]
    assert (vague.cells[0], vague.day, vague.leads) == ("March 2004", day("2004-03-31"), None)


def test_some_of_a_tally_may_be_unknown() -> None:
    second = Ledger.read(PACKS / "cluster-munitions")
    last = votes(second)[-1]
    assert last.in_words == "103 for, against not known, abstaining not known"


def test_the_small_record_in_words(small: SmallPack) -> None:
    trends = made(Ledger(small.read()))
    when = date(2009, 8, 10)
    assert trends["parties"].sentence(when) == (
        "On 10 August 2009, 1 state is a party to the convention, which is in force for 1; 1 has "
        "signed it, and 1 is out of it. The most so far were 2, from 6 May 2003 on."
    )
    assert trends["parties"].sentence(date(2001, 1, 1)).endswith("has signed the convention yet.")
    assert trends["joins"].sentence(date(2000, 1, 1)) == (
        "The convention is of 10 January 2001: on 1 January 2000, no state has joined or left it."
    )
    assert trends["joins"].sentence(when) == (
        "In 2009, up to 10 August 2009, no state has deposited consent, the convention has entered "
        "into force for none, and 1 has left. Most joined in 2001: 1; most left in 2009: 1."
    )
    assert trends["standings"].sentence(when) == (
        "On 10 August 2009: The flank (2): 1 is out of the convention, 1 is a party. "
        "Neighbours (1): 1 has not joined."
    )
    assert trends["intervals"].sentence(when) == (
        "Up to 10 August 2009, 1 state has deposited consent after a signature, half of them "
        "within 824 days (2.3 years). The longest took 824 days (2.3 years): Beta."
    )
    assert trends["votes"].sentence(when) == (
        "Up to 10 August 2009, 1 vote in parliaments is on record; its tally is known. The latest: "
        "Alpha: An event (20 January 2009): 60 for, 40 against, 1 abstaining."
    )
    assert trends["statements"].sentence(when) == (
        "Up to 10 August 2009, 2 quotes of a known day are on record (for 1, against 1). Most in a "
        "month: 1, in February 2009."
    )
    assert trends["statements"].note == "For and against what each quote is about."


def test_states_still_waiting_are_said(small: SmallPack) -> None:
    small.add_event(date="2004-01-01", iso_a3="CCC", kind="signature")
    said = made(Ledger(small.read()))["intervals"].sentence(date(2005, 1, 1))
    assert said.endswith(
        "Of 1 state that had signed, no consent on a known day is on record by then."
    )


def test_a_record_with_nothing_of_a_kind_says_so(small: SmallPack) -> None:
    small.write_rows("quotes.csv", [])
    kept = [record for record in small.records("events.csv")
            if not {"parliament_vote", "signature"} & set(record)]  # fmt: skip
    small.write_records("events.csv", kept)
    trends = made(Ledger(small.read()))
    for id_, said in {
        "votes": "No vote in a parliament is on record.",
        "statements": "No quote is on record.",
        "intervals": "No state is on record that signed and then deposited its consent, both on "
        "known days.",
    }.items():
        assert trends[id_].rows in ((), [])
        assert trends[id_].sentence(date(2009, 1, 1)) == said


def test_votes_are_told_with_as_many_tallies_as_are_known(small: SmallPack) -> None:
    small.add_event(date="2010-01-20", iso_a3="BBB", kind="parliament_vote", aim="leave")
    small.add_event(date="2010-02", iso_a3="BBB", kind="parliament_vote", aim="leave",
                    votes_for="7")  # fmt: skip
    trend = made(Ledger(small.read()))["votes"]
    assert "2 votes in parliaments are on record; the tally of 1 of them is known." in (
        trend.sentence(date(2010, 2, 27))
    )
    assert "3 votes in parliaments are on record; the tallies of 2 of them are known." in (
        trend.sentence(date(2010, 2, 28))
    )


def test_a_state_that_leaves_later_is_in_the_year_it_leaves(pack: PackCopy) -> None:
    pack.let_romania_leave()
    last = join_years(Ledger(pack.read()))[-1]
    assert (last.year, last.left, last.last) == (2026, 3, date(2026, 8, 19))
