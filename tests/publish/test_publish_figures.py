"""The figures of every day of change are those of the page, and those worked out without it."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

import pytest
from publish.test_publish_tables import rows
from samples import PackCopy, day, read_data

from dashboard.publish.figures import figure_days, figure_row
from dashboard.publish.takeaway import Takeaway
from dashboard.record.kinds import Standing
from dashboard.record.ledger import Ledger
from dashboard.story.figures import border_figure, main_figure, parties_figure
from dashboard.story.frames import Frame, build_frames, frame_on
from dashboard.story.headline import plain

Frames = tuple[Frame, ...]
Figures = Mapping[str, Mapping[str, str]]


@pytest.fixture(scope="module")
def told(takeaway: Takeaway) -> Figures:
    return {row["date"]: row for row in rows(takeaway.file("figures.csv"))}


@pytest.mark.parametrize(
    ("when", "figures"),
    [
        ("1997-12-03", {"parties_by_deposit": 3, "parties_in_force": 0, "signatories": 82}),
        ("1999-03-01", {"parties_in_force": 45, "flank_bound": 3, "border_total_km": 191}),
        ("2025-03-18", {"flank_leaving": 4, "flank_notified": 0, "border_percent_outside": 0}),
        ("2025-06-27", {"flank_leaving": 5, "flank_notified": 3}),
        (
            "2025-12-27",
            {
                "flank_states": 10,
                "flank_bound": 7,
                "flank_out": 3,
                "flank_leaving": 2,
                "flank_notified": 2,
                "border_total_km": 3802,
                "border_outside_km": 1718,
                "border_percent_outside": 45,
                "parties_by_deposit": 163,
                "parties_in_force": 163,
                "signatories": 133,
                "legend_suspension": 1,
                "legend_withdrawn": 3,
                "record_outside": 11,
                "record_signatory": 0,
                "headline": "On 27 December 2025, Estonia, Latvia and Lithuania left the "
                "convention; Finland and Poland are counting down.",
            },
        ),
        ("2026-02-20", {"flank_out": 5, "parties_in_force": 161, "border_outside_km": 3611}),
    ],
)
def test_the_figures_of_a_day(told: Figures, when: str, figures: dict[str, int | str]) -> None:
    assert {column: told[when][column] for column in figures} == {
        column: str(value) for column, value in figures.items()
    }


def test_the_figures_are_those_in_words_on_the_page(
    told: Figures, ledger: Ledger, frames: Frames
) -> None:
    for when, row in told.items():
        frame = frame_on(frames, day(when))
        value, caption = main_figure(ledger.pack.treaty, frame)
        assert value in (
            f"{row['flank_out']} out, {row['flank_leaving']} leaving",
            f"{row['flank_bound']} bound",
        )
        assert f"of {row['flank_states']} states" in caption
        percent = row["border_percent_outside"]
        shown = border_figure(ledger.pack.treaty, frame)
        assert shown is not None
        assert shown[0] == (f"{percent} %" if percent else "–")
        parties = parties_figure(ledger.parties(day(when)))
        assert parties[0].split()[0] == row["parties_by_deposit"]
        assert parties[1].endswith(f"in force for {row['parties_in_force']}")
        assert row["headline"] == plain(frame.headline(day(when)))
        for standing in Standing:
            assert row[f"legend_{standing}"] == str(frame.counts[standing])


def test_the_figures_are_those_of_the_file_of_the_day(told: Figures, takeaway: Takeaway) -> None:
    for when in list(told)[::20]:
        row, file = told[when], json.loads(takeaway.standing(day(when), "json"))
        assert row["headline"] == file["headline"]
        assert row["signatories"] == str(file["signatories"])
        assert row["border_total_km"] == str(file["border"]["total_km"] or "")
        for standing in Standing:
            assert row[f"record_{standing}"] == str(file["counts_worldwide"][standing])


def test_the_numbers_of_parties_are_those_counted_without_this_program(told: Figures) -> None:
    for row in read_data("party_counts.csv"):
        figures = told[row["date"]]
        assert figures["parties_by_deposit"] == row["by_deposit"]
        assert figures["parties_in_force"] == row["in_force"]


def test_before_the_convention_is_in_force_no_border_is_counted(told: Figures) -> None:
    lengths = ("border_total_km", "border_outside_km", "border_percent_outside")
    for when, row in told.items():
        assert [row[column] != "" for column in lengths] == [when >= "1999-03-01"] * 3


def test_every_state_of_the_record_stands_somewhere(told: Figures) -> None:
    for row in told.values():
        assert sum(int(row[f"record_{standing}"]) for standing in Standing) == 177
        assert sum(int(row[f"legend_{standing}"]) for standing in Standing) == 14


def test_between_two_rows_nothing_changes_and_with_every_row_something_does(
    ledger: Ledger, frames: Frames
) -> None:
    def numbers(when: date) -> list[object]:
        models = [row.model_dump() for row in figure_row(ledger, frames, when)]
        return [
            value
            for model in models
            for name, value in model.items()
            if name not in ("date", "headline")
        ]

    days = figure_days(ledger, frames)
    news = {frame.day for frame in frames if frame.news}
    for before, when in pairwise(days):
        assert numbers(when - timedelta(days=1)) == numbers(before)
        assert numbers(when) != numbers(before) or when in news
    assert ledger.pack.treaty.adopted in days


def test_a_withdrawal_to_come_has_its_row(pack: PackCopy) -> None:
    pack.let_romania_leave()
    ledger = Ledger(pack.read())
    assert figure_days(ledger, build_frames(ledger))[-1] == date(2026, 8, 19)
