"""One state's position in words, period by period."""

from datetime import date, timedelta

import pytest
from samples import PackCopy

from dashboard.record.ledger import Ledger
from dashboard.story.profile import below_name, standing_periods


def in_sentences(ledger: Ledger, iso_a3: str) -> list[tuple[str, str]]:
    return [(period.standing.value, period.sentence) for period in standing_periods(ledger, iso_a3)]


OUTSIDE = ("outside", "Has neither signed nor joined the convention.")


@pytest.mark.parametrize(
    ("iso_a3", "sentences"),
    [
        (
            "FIN",
            [
                (
                    "joining",
                    "Deposited its instrument of accession on 9 January 2012; in force for it "
                    "from 1 July 2012.",
                ),
                ("party", "Party since 1 July 2012."),
                (
                    "leaving",
                    "Party; moving to leave since 1 April 2025. No notice of withdrawal deposited.",
                ),
                (
                    "notified",
                    "Notice of withdrawal received on 10 July 2025; bound until it takes effect "
                    "on 10 January 2026 (Art. 20).",
                ),
                ("withdrawn", "Withdrew; not bound since 10 January 2026."),
            ],
        ),
        (
            "UKR",
            [
                (
                    "signatory",
                    "Signed on 24 February 1999; its consent to be bound is not deposited yet.",
                ),
                (
                    "joining",
                    "Deposited its instrument of ratification on 27 December 2005; in force for "
                    "it from 1 June 2006.",
                ),
                ("party", "Party since 1 June 2006."),
                (
                    "leaving",
                    "Party; moving to leave since 29 June 2025. No notice of withdrawal deposited.",
                ),
                (
                    "suspension",
                    "Still a party. Told the depositary on 18 July 2025 that it suspends the "
                    "convention, which has no clause for that.",
                ),
            ],
        ),
        (
            "POL",
            [
                (
                    "signatory",
                    "Signed on 4 December 1997; its consent to be bound is not deposited yet.",
                ),
                (
                    "joining",
                    "Deposited its instrument of ratification on 27 December 2012; in force for "
                    "it from 1 June 2013.",
                ),
                ("party", "Party since 1 June 2013."),
                (
                    "leaving",
                    "Party; moving to leave since 7 March 2025. No notice of withdrawal deposited.",
                ),
                (
                    "notified",
                    "Notice of withdrawal received on 20 August 2025; bound until it takes effect "
                    "on 20 February 2026 (Art. 20).",
                ),
                ("withdrawn", "Withdrew; not bound since 20 February 2026."),
            ],
        ),
        ("RUS", []),
        (
            "BLR",
            [
                (
                    "joining",
                    "Deposited its instrument of accession on 3 September 2003; in force for it "
                    "from 1 March 2004.",
                ),
                ("party", "Party since 1 March 2004."),
            ],
        ),
        (
            "BIH",
            [
                (
                    "signatory",
                    "Signed on 3 December 1997; its consent to be bound is not deposited yet.",
                ),
                (
                    "joining",
                    "Deposited its instrument of ratification on 8 September 1998; in force for "
                    "it from 1 March 1999.",
                ),
                ("party", "Party since 1 March 1999."),
            ],
        ),
    ],
)
def test_a_state_is_told_of_from_1997_on(
    ledger: Ledger, iso_a3: str, sentences: list[tuple[str, str]]
) -> None:
    assert in_sentences(ledger, iso_a3) == [OUTSIDE, *sentences]


def test_a_period_is_the_standing_of_its_days(ledger: Ledger) -> None:
    for iso_a3 in ledger.pack.states:
        parts = standing_periods(ledger, iso_a3)
        assert parts[0].first == date(1997, 1, 1)
        ends = [part.first - timedelta(1) for part in parts[1:]] + [date(2030, 1, 1)]
        for part, last in zip(parts, ends, strict=True):
            assert part.first <= last
            assert ledger.standing(iso_a3, part.first) is part.standing
            assert ledger.standing(iso_a3, last) is part.standing


def test_only_the_six_months_after_a_notice_count_down(ledger: Ledger) -> None:
    running = {
        iso_a3: part.countdown
        for iso_a3 in ledger.pack.states
        for part in standing_periods(ledger, iso_a3)
        if part.countdown
    }
    baltic = (date(2025, 6, 27), date(2025, 12, 27))
    assert running == {
        "EST": baltic,
        "LVA": baltic,
        "LTU": baltic,
        "FIN": (date(2025, 7, 10), date(2026, 1, 10)),
        "POL": (date(2025, 8, 20), date(2026, 2, 20)),
    }


def test_a_notice_during_an_armed_conflict_counts_nothing_down(pack: PackCopy) -> None:
    pack.put_finland_at_war()
    last = standing_periods(Ledger(pack.read()), "FIN")[-1]
    assert last.countdown is None
    assert last.sentence == (
        "Notice of withdrawal received on 10 July 2025; it does not take effect before the armed "
        "conflict ends (Art. 20)."
    )


def test_a_notice_given_while_joining_counts_down_from_entry_into_force(pack: PackCopy) -> None:
    pack.edit(
        "events.csv",
        "fin-2025-07-10-notification",
        date="2012-03-15",
        effect="2012-09-15",
    )
    notified = standing_periods(Ledger(pack.read()), "FIN")[2]
    assert notified.sentence == (
        "Notice of withdrawal received on 15 March 2012; bound until it takes effect on "
        "15 September 2012 (Art. 20)."
    )
    assert notified.countdown == (date(2012, 7, 1), date(2012, 9, 15))


def test_below_a_name_stand_the_standing_and_its_day_the_longest_words_first(
    ledger: Ledger,
) -> None:
    words = {
        (iso, period.standing.value): below_name(ledger.pack.treaty, period)
        for iso in ("EST", "FIN", "POL", "RUS", "UKR")
        for period in standing_periods(ledger, iso)
    }
    assert words["EST", "withdrawn"] == ["out since 27 Dec 2025", "27 Dec 2025"]
    assert words["FIN", "party"] == ["party since 1 Jul 2012", "1 Jul 2012"]
    assert words["POL", "signatory"] == ["signed 4 Dec 1997", "4 Dec 1997"]
    assert words["RUS", "outside"] == ["not joined"]
    assert words["UKR", "suspension"] == [
        "suspension, disputed, 18 Jul 2025",
        "suspension, disputed",
        "disputed",
    ]
