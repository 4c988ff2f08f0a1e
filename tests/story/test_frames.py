"""The frames: what is true from one change of standing to the next."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from samples import PackCopy, day

from dashboard.record.dates import FIRST_DAY
from dashboard.record.kinds import BOUND, Standing
from dashboard.record.ledger import Ledger
from dashboard.story.borderland import BorderShare, border_share
from dashboard.story.frames import Frame, frame_on, shown_states, told_states

Frames = tuple[Frame, ...]


def test_the_first_frame_begins_with_1997_when_nobody_had_joined(frames: Frames) -> None:
    assert frames[0].day == FIRST_DAY == date(1997, 1, 1)
    assert set(frames[0].standings.values()) == {Standing.OUTSIDE}


def test_frames_are_in_order_and_well_under_a_hundred(frames: Frames) -> None:
    assert all(one.day < following.day for one, following in pairwise(frames))
    assert len(frames) < 100


def test_every_change_of_standing_of_a_state_shown_begins_a_frame(
    ledger: Ledger, frames: Frames
) -> None:
    begun = {frame.day for frame in frames}
    for state in shown_states(ledger):
        assert {change.day for change in ledger.timelines[state.iso_a3].changes} <= begun


def test_within_a_frame_nothing_changes(ledger: Ledger, frames: Frames) -> None:
    ends = [following.day - timedelta(1) for following in frames[1:]] + [date(2030, 1, 1)]
    for frame, last in zip(frames, ends, strict=True):
        for state in shown_states(ledger):
            assert frame.standings[state.iso_a3] is ledger.standing(state.iso_a3, last)
        assert frame.border == border_share(ledger, last)


def test_a_frame_begins_only_where_something_changes(ledger: Ledger, frames: Frames) -> None:
    treaty = ledger.pack.treaty
    own = {treaty.adopted, treaty.opened, treaty.entered_into_force}
    for before, frame in pairwise(frames):
        assert (
            frame.standings != before.standings or frame.border != before.border or frame.day in own
        )


@pytest.mark.parametrize(
    ("when", "begun"),
    [
        ("1996-05-01", "1997-01-01"),
        ("1997-01-01", "1997-01-01"),
        ("1997-12-02", "1997-09-18"),
        ("1997-12-03", "1997-12-03"),
        ("2014-06-01", "2013-06-01"),
        ("2025-12-26", "2025-08-20"),
        ("2025-12-27", "2025-12-27"),
        ("2099-12-31", "2026-02-20"),
    ],
)
def test_the_frame_of_a_day_is_the_last_one_begun(frames: Frames, when: str, begun: str) -> None:
    assert frame_on(frames, day(when)).day == day(begun)


def test_the_page_shows_the_flank_then_its_neighbours_then_the_context_by_name(
    ledger: Ledger,
) -> None:
    shown = [state.name for state in shown_states(ledger)]
    assert shown[:10] == [
        *("Bulgaria", "Estonia", "Finland", "Hungary", "Latvia"),
        *("Lithuania", "Norway", "Poland", "Romania", "Slovakia"),
    ]
    assert shown[10:14] == ["Belarus", "Moldova", "Russia", "Ukraine"]
    assert len(shown) == 56
    assert shown[14:] == sorted(shown[14:])


@pytest.mark.parametrize(
    ("when", "out", "leaving", "bound"),
    [
        ("1997-12-03", 0, 0, 0),
        ("1999-03-01", 0, 0, 3),
        ("2013-06-01", 0, 0, 10),
        ("2025-03-18", 0, 4, 10),
        ("2025-06-28", 0, 5, 10),
        ("2025-12-26", 0, 5, 10),
        ("2025-12-27", 3, 2, 7),
        ("2026-01-10", 4, 1, 6),
        ("2026-02-20", 5, 0, 5),
    ],
)
def test_the_flank_is_counted_by_who_is_out_who_is_leaving_and_who_is_bound(
    frames: Frames, when: str, out: int, leaving: int, bound: int
) -> None:
    frame = frame_on(frames, day(when))
    assert (frame.main_out, frame.main_leaving, frame.main_bound) == (out, leaving, bound)


def test_the_legend_counts_told_states(ledger: Ledger, frames: Frames) -> None:
    counted = told_states(ledger)
    assert len(counted) == 14
    for frame in frames:
        assert sum(frame.counts.values()) == len(counted)
        bound = sum(frame.standings[state.iso_a3] in BOUND for state in counted)
        assert sum(frame.counts[standing] for standing in BOUND) == bound
    assert frame_on(frames, date(2026, 2, 20)).counts == {
        Standing.PARTY: 7,
        Standing.WITHDRAWN: 5,
        Standing.OUTSIDE: 1,
        Standing.SUSPENSION: 1,
    }


@pytest.mark.parametrize(
    ("when", "outside", "total", "percent"),
    [
        ("2004-03-28", 584, 775, 75),
        ("2004-03-29", 1401, 2493, 56),
        ("2004-11-01", 1077, 2493, 43),
        ("2006-01-01", 584, 2493, 23),
        ("2013-05-31", 584, 2493, 23),
        ("2013-06-01", 0, 2493, 0),
        ("2023-04-03", 0, 2493, 0),
        ("2023-04-04", 0, 3802, 0),
        ("2025-12-26", 0, 3802, 0),
        ("2025-12-27", 1718, 3802, 45),
        ("2026-01-10", 3027, 3802, 80),
        ("2026-02-20", 3611, 3802, 95),
    ],
)
def test_the_border_outside_is_that_of_natos_members_of_the_day(
    ledger: Ledger, when: str, outside: int, total: int, percent: int
) -> None:
    share = border_share(ledger, day(when))
    assert (share.outside_km, share.total_km, share.percent) == (outside, total, percent)


def test_before_the_convention_is_in_force_nobody_is_outside_it(ledger: Ledger) -> None:
    assert border_share(ledger, date(1999, 2, 28)) == BorderShare(0, 0)
    assert BorderShare(0, 0).percent is None
    assert border_share(ledger, date(1999, 3, 1)) == BorderShare(191, 0)


def test_a_border_counts_whichever_state_its_row_names_first(pack: PackCopy) -> None:
    pack.replace("borders.csv", "NOR,RUS,191", "RUS,NOR,191")
    assert border_share(Ledger(pack.read()), date(2026, 2, 20)) == BorderShare(3802, 3611)


def test_ukraines_and_belaruss_own_borders_are_not_natos(ledger: Ledger) -> None:
    nato = {"EST", "FIN", "LTU", "LVA", "NOR", "POL"}
    total = sum(border.km for border in ledger.pack.borders if border.iso_a3 in nato)
    assert border_share(ledger, date(2026, 2, 20)).total_km == total
    assert sum(border.km for border in ledger.pack.borders) > total


def test_a_border_between_two_members_of_nato_is_no_border_with_the_east(pack: PackCopy) -> None:
    pack.add("borders.csv", iso_a3="FIN", neighbour="NOR", km="709", sources="cia-world-factbook")
    assert border_share(Ledger(pack.read()), date(2026, 2, 20)) == BorderShare(3802, 3611)
