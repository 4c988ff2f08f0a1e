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
    moved = ledger.moves[date(2026, 1, 10)]
    assert (moved.left, moved.deposited, moved.unbound) == (["FIN"], ["FIN"], ["FIN"])


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


def test_who_joined_and_who_left_stands_with_the_day(ledger: Ledger) -> None:
    first, last = ledger.moves[date(1997, 12, 3)], ledger.moves[date(2025, 12, 27)]
    assert first.deposited == ["CAN", "IRL", "MUS"]
    assert len(first.signed) == 82
    assert (last.left, last.unbound) == (["EST", "LTU", "LVA"], ["EST", "LTU", "LVA"])
    assert ledger.moves[date(2012, 7, 1)].bound == ["FIN"]


def test_everybody_who_signed_is_counted_once_from_the_day_of_signature(ledger: Ledger) -> None:
    days = [date(1997, 12, 2), date(1997, 12, 4), date(2026, 2, 20)]
    assert [ledger.signatories(when) for when in days] == [0, 121, 133]


def test_a_second_signature_makes_no_second_signatory(pack: PackCopy) -> None:
    pack.add(
        "events.csv",
        **LATER,
        id="pol-2030-01-01-signature",
        date="2030-01-01",
        iso_a3="POL",
        kind="signature",
        title="Poland signs again",
    )
    assert Ledger(pack.read()).signatories(date(2030, 1, 1)) == 133
