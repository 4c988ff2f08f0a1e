"""The Council of Europe's chart of signatures and ratifications of a treaty, as JSON."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.status import Act, Head, Participant, StatusTable, Withdrawal
from dashboard.record.kinds import Kind

NAME = "LibPaysOrga"
SIGNED, CONSENTED, IN_FORCE = "DateSignature", "DateConsentement", "DateEntreeVigueur"
DENOUNCED, ENDED, SUSPENDED = "DateDenonciation", "DateEffetDenonciation", "DateSuspension"
DEPOSITARY = "Secretary General of the Council of Europe"
ORGANISATIONS = 2
"""Which of the lists holds organisations; before it come member states and other states."""
UNSAID = "The chart does not say by which kind of instrument."


def read(lists: Sequence[Any]) -> StatusTable:
    """The table of a chart: one list of rows, or one for members, others and organisations.

    Raises:
        DepositaryError: a row has no name, or a day that is none; all are named.
    """
    grouped = lists if all(isinstance(each, list) for each in lists) else [lists]
    read_rows: list[Participant] = []
    wrong: list[str] = []
    number = 0
    for group, rows in enumerate(grouped):
        for row in rows:
            number += 1
            try:
                participant = _participant(row, f"row {number}", group == ORGANISATIONS)
            except (AttributeError, KeyError, TypeError, ValueError):
                wrong.append(f"row {number}: is no participant (expected {NAME} and ISO dates)")
            else:
                # The chart lists every member, whatever it did.
                if participant.acts:
                    read_rows.append(participant)
    if wrong:
        raise DepositaryError(wrong)
    return StatusTable(tuple(read_rows), Head(depositary=DEPOSITARY))


def _participant(row: Mapping[str, Any], place: str, is_organisation: bool) -> Participant:
    def day(column: str) -> date | None:
        text = row.get(column)
        return date.fromisoformat(text[:10]) if text else None

    signed, consented = day(SIGNED), day(CONSENTED)
    acts = []
    if signed:
        acts.append(Act(signed, Kind.SIGNATURE))
    if consented:
        # Who signed ratifies, accepts or approves; who did not accedes.
        kind = Kind.RATIFICATION if signed else Kind.ACCESSION
        acts.append(Act(consented, kind, day(IN_FORCE), UNSAID))
    left = Withdrawal(day(DENOUNCED), day(ENDED)) if row.get(DENOUNCED) or row.get(ENDED) else None
    return Participant(
        name=row[NAME].strip(),
        place=place,
        acts=tuple(acts),
        withdrawal=left,
        suspended=day(SUSPENDED),
        is_organisation=is_organisation,
    )
