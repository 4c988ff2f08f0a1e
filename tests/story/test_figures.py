"""The three key figures of a day: the flank, the border and the parties worldwide."""

from dataclasses import replace
from datetime import date

import pytest
from samples import PackCopy, day

from dashboard.record.dates import FIRST_DAY
from dashboard.record.ledger import Ledger
from dashboard.record.membership import PartyCount
from dashboard.story.borderland import BorderShare, border_share, counted_since, shared_borders
from dashboard.story.figures import (
    PARTIES_RECKONING,
    border_figure,
    border_reckoning,
    main_figure,
    parties_figure,
    parties_reckoning,
)
from dashboard.story.frames import Frame, build_frames, frame_on
from dashboard.story.wording import Wording

Frames = tuple[Frame, ...]


@pytest.mark.parametrize(
    ("when", "value"),
    [
        ("1999-03-01", "3 bound"),
        ("2014-06-01", "10 bound"),
        ("2025-03-18", "0 out, 4 leaving"),
        ("2025-12-27", "3 out, 2 leaving"),
        ("2026-02-20", "5 out, 0 leaving"),
    ],
)
def test_the_flank_is_told_by_who_is_bound_until_somebody_moves_to_leave(
    ledger: Ledger, frames: Frames, when: str, value: str
) -> None:
    assert main_figure(ledger.pack.treaty, frame_on(frames, day(when))) == (
        value,
        "of 10 states on NATO’s eastern flank",
    )


@pytest.mark.parametrize(
    ("when", "value", "reckoning"),
    [
        ("2014-06-01", "0 %", "0 of 2,493 km"),
        ("2025-12-27", "45 %", "1,718 of 3,802 km"),
        ("2026-01-10", "80 %", "3,027 of 3,802 km"),
        ("2026-02-20", "95 %", "3,611 of 3,802 km"),
    ],
)
def test_the_border_is_told_in_per_cent_and_reckoned_in_kilometres(
    ledger: Ledger, frames: Frames, when: str, value: str, reckoning: str
) -> None:
    frame = frame_on(frames, day(when))
    shown = border_figure(ledger.pack.treaty, frame)
    assert shown is not None
    assert shown[0] == value
    assert border_reckoning(ledger.pack.treaty, frame).startswith(
        f"{reckoning} of NATO’s land border with Russia and Belarus: there the state on NATO’s "
        "side is not bound by the convention. Published lengths"
    )


def test_without_a_border_there_is_no_share(ledger: Ledger, frames: Frames) -> None:
    nowhere = Frame(**{**vars(frames[0]), "border": BorderShare(0, 0)})
    shown = border_figure(ledger.pack.treaty, nowhere)
    assert shown is not None
    assert shown[0] == "–"


def test_a_pack_that_tells_of_no_border_has_no_such_figure(pack: PackCopy) -> None:
    text = pack.text("treaty.toml")
    begin, end = text.index("[key_figures.border]"), text.index("# The alliance whose")
    pack.write("treaty.toml", text[:begin] + text[end:])
    ledger = Ledger(pack.read())
    frame = build_frames(ledger)[-1]
    assert border_figure(ledger.pack.treaty, frame) is None
    assert border_reckoning(ledger.pack.treaty, frame) == ""
    assert frame.border == BorderShare(0, 0)


def test_without_an_alliance_the_border_is_that_of_the_states_told_of(ledger: Ledger) -> None:
    treaty = ledger.pack.treaty.model_copy(update={"membership": None})
    apart = Ledger(replace(ledger.pack, treaty=treaty))
    assert counted_since(apart, ledger.pack.states["MDA"]) == FIRST_DAY
    assert counted_since(apart, ledger.pack.states["RUS"]) is None
    assert counted_since(apart, ledger.pack.states["CHN"]) is None
    reckoning = border_reckoning(treaty, frame_on(build_frames(apart), day("2026-02-20")))
    assert "there the state on this side is not bound" in reckoning
    assert "Published lengths; nothing" in reckoning


def test_parties_are_counted_by_deposit_and_those_in_force_beside_them(ledger: Ledger) -> None:
    assert parties_figure(ledger.parties(date(2025, 9, 1))) == (
        "166 parties",
        "worldwide, as the depositary counts; in force for 165",
    )
    assert parties_figure(PartyCount(date(1997, 12, 3), 1, 0))[0] == "1 party"


def test_a_party_that_cannot_be_counted_is_named(ledger: Ledger, pack: PackCopy) -> None:
    told = "Not counted, as the day of the deposit was not found: Lebanon (2026)."
    assert parties_reckoning(ledger).endswith(told)
    pack.edit("events.csv", "lbn-2026-accession", date="2026-03-05")
    whole = Wording(ledger.pack.treaty).say(PARTIES_RECKONING)
    assert parties_reckoning(Ledger(pack.read())) == whole


def test_the_borders_named_add_up_to_the_length_that_is_counted(ledger: Ledger) -> None:
    named = list(shared_borders(ledger))
    assert all(
        far.iso_a3 in ledger.pack.treaty.border_states and near.member_since
        for near, far, _ in named
    )
    total = border_share(ledger, ledger.pack.treaty.verified_through).total_km
    assert sum(km for *_, km in named) == total == 3802
