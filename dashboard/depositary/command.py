"""What ``flankwatch new`` and ``flankwatch compare`` do and print."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dashboard.depositary import options
from dashboard.depositary.comparing import Difference, differences
from dashboard.depositary.making import Made, make_pack
from dashboard.depositary.names import Names
from dashboard.depositary.reading import read_status
from dashboard.depositary.sorting import sort_participants
from dashboard.record.errors import shown
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack
from dashboard.record.review.blanks import FILL_IN

SAME, DIFFERENT = 0, 1


def new(given: argparse.Namespace, shipped: Path) -> int:
    """Make a pack in a new folder, and print what is in it and what is left to do.

    ``shipped`` is the pack that the map was built for.

    Raises:
        DepositaryError: see ``make_pack``.
        PackError: the shipped pack is damaged.
    """
    made = make_pack(
        given.folder,
        given.file,
        options.facts(given),
        read_pack(shipped),
        codes=options.names(given.name),
        told=options.states(given.told),
        withdrawals=options.withdrawals(given.withdrawal),
    )
    for line in _told(given.folder, made):
        print(shown(line))
    return SAME


def _told(folder: Path, made: Made) -> Iterator[str]:
    draft, table = made.draft, made.table
    if table.participants:
        yield (
            f"{len(table.participants)} participants: {table.signatories} signatories, "
            f"{table.parties} parties"
        )
    yield from table.miscounts()
    for each in draft.participants.organisations:
        yield f"kept apart, as an organisation: {each.name}"
    if draft.participants.unknown:
        yield "left out:"
        yield from (f"  {line}" for line in draft.participants.unknown)
    for iso, participant in draft.participants.states.items():
        left = draft.withdrawal(iso)
        if left and not left.notice:
            yield (
                f"withdrew, but the table does not say when: {participant.name} ({FILL_IN} in "
                f"events.csv, or --withdrawal {iso}=NOTICE/EFFECT)"
            )
    filled = f"{made.blanks} blanks marked {FILL_IN} in treaty.toml; " if made.blanks else ""
    yield f"Wrote {folder}. {filled}`flankwatch check {folder}` says what is left to do"


def compare(given: argparse.Namespace) -> int:
    """Print where a pack and the depositary's table differ: 0 where nowhere, else 1.

    Raises:
        DepositaryError: the table cannot be read.
        PackError: the pack is refused.
    """
    names = Names(options.names(given.name))
    table = read_status(given.file)
    ledger = Ledger(read_pack(given.pack))
    as_of = options.day("--as-of", given.as_of, ledger.pack.treaty.verified_through)
    participants = sort_participants(table, names)
    found = differences(ledger, participants, as_of)
    if given.format == "json":
        report = {
            "pack": str(given.pack),
            "file": str(given.file),
            "as_of": as_of.isoformat(),
            "verified_through": ledger.pack.treaty.verified_through.isoformat(),
            "participants": len(table.participants),
            "differences": [_as_data(difference) for difference in found],
        }
        print(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        for difference in found:
            print(shown(str(difference)))
        print(_summary(found, len(participants.states), as_of.isoformat()))
    return DIFFERENT if found else SAME


def _as_data(difference: Difference) -> dict[str, Any]:
    return {
        "change": difference.change,
        "iso_a3": difference.iso_a3 or None,
        "name": difference.name or None,
        "pack": difference.pack or None,
        "table": difference.table,
    }


def _summary(found: Sequence[Difference], states: int, day: str) -> str:
    if not found:
        return f"No difference among {states} states, as of {day}"
    kinds = Counter(difference.change for difference in found)
    told = ", ".join(f"{count} {change}" for change, count in kinds.most_common())
    return f"{len(found)} difference{'s' * (len(found) > 1)} as of {day}: {told}"
