"""The record as a whole: how many parties, when some come, go and come back."""

from datetime import date

from samples import PackCopy

from dashboard.record.ledger import Ledger

LATER = {"sources": "treaty-text", "confidence": "high"}


def counts(ledger: Ledger, *days: date) -> list[tuple[int, int]]:
    return [(ledger.parties(when).by_deposit, ledger.parties(when).in_force) for when in days]


def test_a_return_counts_by_deposit_at_once_and_in_force_six_months_later(pack: PackCopy) -> None:
    pack.add(
        "events.csv",
        **LATER,
        id="fin-2030-02-03-accession",
        date="2030-02-03",
        iso_a3="FIN",
        kind="accession",
        title="Finland returns",
    )
    ledger = Ledger(pack.read())
    days = [date(2030, 2, 2), date(2030, 2, 3), date(2030, 7, 31), date(2030, 8, 1)]
    assert counts(ledger, *days) == [(161, 161), (162, 161), (162, 161), (162, 162)]


def test_a_return_on_the_day_of_the_exit_leaves_the_count_by_deposit_as_it_was(
    pack: PackCopy,
) -> None:
    pack.add(
        "events.csv",
        **LATER,
        id="fin-2026-01-10-accession",
        date="2026-01-10",
        iso_a3="FIN",
        kind="accession",
        title="Finland returns",
    )
    ledger = Ledger(pack.read())
    days = [date(2026, 1, 9), date(2026, 1, 10), date(2026, 7, 1)]
    assert counts(ledger, *days) == [(163, 163), (163, 162), (162, 162)]


def test_a_succession_counts_in_force_from_independence_and_by_deposit_from_its_deposit(
    ledger: Ledger,
) -> None:
    days = [date(2011, 7, 8), date(2011, 7, 9), date(2011, 11, 10), date(2011, 11, 11)]
    # Tuvalu deposited in between; it was not in force for Tuvalu before 2012.
    by_deposit, in_force = zip(*counts(ledger, *days), strict=True)
    assert [count - by_deposit[0] for count in by_deposit] == [0, 0, 1, 2]
    assert [count - in_force[0] for count in in_force] == [0, 1, 1, 1]


def test_a_suspension_changes_no_count(ledger: Ledger) -> None:
    assert counts(ledger, date(2025, 7, 17)) == counts(ledger, date(2025, 7, 18))


def test_the_standing_of_one_state_is_that_among_all(ledger: Ledger) -> None:
    when = date(2025, 12, 26)
    assert ledger.standings(when)["POL"] is ledger.standing("POL", when)
    assert len(ledger.standings(when)) == len(ledger.pack.states)
