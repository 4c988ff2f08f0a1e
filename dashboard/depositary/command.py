"""What ``flankwatch new`` does and prints."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from dashboard.depositary import options
from dashboard.depositary.draft import Draft
from dashboard.depositary.making import make_pack
from dashboard.depositary.status import StatusTable
from dashboard.depositary.treaty_file import treaty_toml
from dashboard.record.errors import shown
from dashboard.record.pack import read_pack
from dashboard.record.review.blanks import FILL_IN


def new(given: argparse.Namespace, shipped: Path) -> int:
    """Make a pack in a new folder, and print what is in it and what is left to do.

    ``shipped`` is the pack that says which states the map draws.

    Raises:
        DepositaryError: see ``make_pack``.
        PackError: the shipped pack is damaged.
    """
    draft, table = make_pack(
        given.folder,
        given.file,
        options.facts(given),
        read_pack(shipped).states,
        codes=options.names(given.name),
        told=options.states(given.told),
        withdrawals=options.withdrawals(given.withdrawal),
    )
    for line in _made(given.folder, draft, table):
        print(shown(line))
    return 0


def _made(folder: Path, draft: Draft, table: StatusTable) -> Iterator[str]:
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
    blanks = treaty_toml(draft).count(f"# {FILL_IN}")
    filled = f"{blanks} blanks marked {FILL_IN} in treaty.toml; " if blanks else ""
    yield f"Wrote {folder}. {filled}`flankwatch check {folder}` says what is left to do"
