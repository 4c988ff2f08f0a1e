"""Makes a new pack of a depositary's table, or an empty one."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard.depositary.draft import Draft
from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.facts import Facts
from dashboard.depositary.folder import expect_new, write_folder
from dashboard.depositary.names import Names
from dashboard.depositary.origin_file import source_md
from dashboard.depositary.reading import read_status
from dashboard.depositary.sorting import Sorted, sort_participants
from dashboard.depositary.status import StatusTable, Withdrawal
from dashboard.depositary.table_files import tables
from dashboard.depositary.treaty_file import treaty_toml
from dashboard.record.kinds import OnMap
from dashboard.record.law import Rules, treaty_entry_into_force
from dashboard.record.pack import Pack
from dashboard.record.review.blanks import FILL_IN


@dataclass(frozen=True)
class Made:
    """A new pack: the draft and the table it was made from, and the blanks in ``treaty.toml``."""

    draft: Draft
    table: StatusTable
    blanks: int


def make_pack(
    folder: Path,
    file: Path | None,
    facts: Facts,
    shipped: Pack,
    *,
    codes: Mapping[str, str] | None = None,
    told: tuple[str, ...] = (),
    withdrawals: Mapping[str, Withdrawal] | None = None,
) -> Made:
    """Write a new pack into ``folder``, from the table in ``file`` where one is given.

    ``shipped`` is the pack that the map was built for: it says which states are drawn, how, and
    what they are called. ``codes`` are those of names that are not known, ``told`` the states the
    page is about, ``withdrawals`` their days by code.

    Raises:
        DepositaryError: the file cannot be read, an option names a state that is not there, or
            the folder cannot be made; nothing is written then.
    """
    expect_new(folder)
    table = read_status(file) if file else StatusTable(())
    participants = sort_participants(table, Names(codes))
    named = {*participants.states, *shipped.states}
    for option, isos in (("--told", told), ("--withdrawal", tuple(withdrawals or {}))):
        within = named if option == "--told" else set(participants.states)
        if lacking := [iso for iso in isos if iso not in within]:
            raise DepositaryError(f"{option}: {', '.join(lacking)}: not a state of the table")
    draft = Draft(
        id=re.sub(r"[^a-z0-9]+", "-", folder.absolute().name.lower()).strip("-") or "treaty",
        facts=_with_entry(facts.or_of(table.head), participants),
        participants=participants,
        places=shipped.states,
        view=shipped.treaty.view,
        file=file.name if file else "",
        sha256=hashlib.sha256(file.read_bytes()).hexdigest() if file else "",
        told=told or _in_view(participants, shipped),
        withdrawals=withdrawals or {},
    )
    files = {"treaty.toml": treaty_toml(draft), **tables(draft), "SOURCE.md": source_md(draft)}
    write_folder(folder, files)
    return Made(draft, table, files["treaty.toml"].count(f"# {FILL_IN}"))


def _in_view(participants: Sorted, shipped: Pack) -> tuple[str, ...]:
    """Whom the page is about where nobody says: participants on the map, if there are any."""
    places = shipped.states
    drawn = {iso for iso, state in places.items() if state.map is not OnMap.OFF}
    return tuple(iso for iso in participants.states if iso in drawn) or tuple(participants.states)


def _with_entry(facts: Facts, participants: Sorted) -> Facts:
    """The facts with the day of entry into force; by the rules, where nobody gave it."""
    time = facts.entry_time
    if facts.entered_into_force or time is None:
        return facts
    deposits = [
        (iso, act.day) for iso, each in participants.states.items() for act in each.consents
    ]
    named = facts.entry_states or ()
    rules = Rules(facts.instruments, time, None, False, named=named, fixed=facts.entry_day)
    return replace(facts, entered_into_force=treaty_entry_into_force(deposits, rules))
