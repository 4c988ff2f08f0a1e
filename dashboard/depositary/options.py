"""The options of ``flankwatch new`` and ``flankwatch compare``, and what they say."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.facts import Facts
from dashboard.depositary.status import Withdrawal
from dashboard.record.cells import ISO_A3

CLAUSE = {"yes": True, "no": False}


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise ValueError(text)
    return int(text)


def _clause(text: str) -> bool:
    return CLAUSE[text]


def _codes(text: str) -> tuple[str, ...]:
    codes = tuple(code.strip() for code in text.split(","))
    if not all(map(ISO_A3.fullmatch, codes)):
        raise ValueError(text)
    return codes


FACTS: Mapping[str, tuple[str, str, Callable[[str], Any]]] = {
    "title": ("TEXT", "The full title of the treaty.", str),
    "short_title": ("TEXT", "The name it goes by. Default: its title.", str),
    "depositary": ("TEXT", "Who keeps the treaty.", str),
    "reference": ("TEXT", "Where the depositary lists it.", str),
    "url": ("URL", "Address of the table.", str),
    "adopted": ("YYYY-MM-DD", "The day of adoption.", _day),
    "opened": ("YYYY-MM-DD", "The day it was opened for signature.", _day),
    "entered_into_force": ("YYYY-MM-DD", "The day it entered into force.", _day),
    "verified_through": ("YYYY-MM-DD", "The day of the table.", _day),
    "entry_article": ("TEXT", "The Article on entry into force: Art. 9.", str),
    "instruments": ("N", "How many instruments bring it into force.", _number),
    "entry_states": ("LIST", "States whose instruments it waits for: FRA,GBR.", _codes),
    "entry_day": ("YYYY-MM-DD", "The fixed day on which it enters into force.", _day),
    "entry_months": ("N", "Months from deposit to entry into force.", _number),
    "entry_days": ("N", "Days from deposit to entry into force, instead of months.", _number),
    "first_of_month": ("yes|no", "Whether those months end on a first day. Default: yes.", _clause),
    "withdrawal_clause": ("yes|no", "Whether it has a clause on withdrawal.", _clause),
    "withdrawal_article": ("TEXT", "The Article on withdrawal: Art. 11.", str),
    "withdrawal_months": ("N", "Months from the notice of withdrawal to its effect.", _number),
    "withdrawal_days": ("N", "Days from notice to effect, instead of months.", _number),
    "armed_conflict_clause": ("yes|no", "Whether an armed conflict delays the effect.", _clause),
}


def add_new(command: argparse.ArgumentParser) -> None:
    """The arguments of ``flankwatch new``."""
    command.add_argument("folder", type=Path, metavar="FOLDER", help="which must not be there yet")
    command.add_argument(
        "--from",
        dest="file",
        type=Path,
        metavar="FILE",
        help="The depositary's table: HTML, XML, JSON, CSV or TSV. Default: an empty skeleton.",
    )
    for name, (metavar, help_, _) in FACTS.items():
        command.add_argument(f"--{name.replace('_', '-')}", metavar=metavar, help=help_)
    command.add_argument(
        "--told",
        metavar="LIST",
        help="States that the page is about: FIN,EST. Default: participants that the map shows.",
    )
    command.add_argument(
        "--withdrawal",
        action="append",
        default=[],
        metavar="ISO=NOTICE/EFFECT",
        help="Days of a withdrawal, as often as needed: LTU=2024-09-06/2025-03-06.",
    )
    _add_name(command)


def add_compare(command: argparse.ArgumentParser) -> None:
    """The arguments of ``flankwatch compare``."""
    command.add_argument("pack", type=Path, metavar="PACK")
    command.add_argument("file", type=Path, metavar="FILE", help="the depositary's table")
    command.add_argument(
        "--format", choices=["text", "json"], default="text", help="for people or for machines"
    )
    command.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        help="Day of an older table. Default: the day through which the pack is verified.",
    )
    _add_name(command)


def _add_name(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="NAME=ISO",
        help='Code of a name that is not known, as often as needed: "Zaire=COD".',
    )


def facts(options: argparse.Namespace) -> Facts:
    """What the options say of the treaty.

    Raises:
        DepositaryError: a day or a number is none; all such options are named.
    """
    given: dict[str, Any] = {}
    wrong: list[str] = []
    for name, (metavar, _, read) in FACTS.items():
        text = getattr(options, name)
        try:
            given[name] = None if text is None else read(text)
        except (KeyError, ValueError):
            wrong.append(f"--{name.replace('_', '-')}: {text!r} (expected {metavar})")
    if wrong:
        raise DepositaryError(wrong)
    return Facts(**given)


def day(option: str, text: str | None, default: date) -> date:
    """The day of an option.

    Raises:
        DepositaryError: it is none.
    """
    try:
        return _day(text) if text else default
    except ValueError:
        raise DepositaryError(f"{option}: {text!r} is not a day (expected YYYY-MM-DD)") from None


def names(given: Sequence[str]) -> dict[str, str]:
    """The codes of ``--name``, by name.

    Raises:
        DepositaryError: one is not a name and a code.
    """
    codes: dict[str, str] = {}
    for text in given:
        name, _, iso = text.rpartition("=")
        if not (name.strip() and ISO_A3.fullmatch(iso)):
            raise DepositaryError(f"--name: {text!r} (expected NAME=ISO, as in Zaire=COD)")
        codes[name.strip()] = iso
    return codes


def states(given: str | None) -> tuple[str, ...]:
    """The codes of ``--told``.

    Raises:
        DepositaryError: one is no code.
    """
    try:
        return _codes(given) if given else ()
    except ValueError:
        raise DepositaryError(f"--told: {given!r} (expected codes of states: FIN,EST)") from None


def withdrawals(given: Sequence[str]) -> dict[str, Withdrawal]:
    """The days of ``--withdrawal``, by the code of the state.

    Raises:
        DepositaryError: one is not a code and a day or two.
    """
    found: dict[str, Withdrawal] = {}
    for text in given:
        iso, _, days = text.partition("=")
        notice, _, effect = days.partition("/")
        try:
            left = Withdrawal(_day(notice), _day(effect) if effect else None)
        except ValueError:
            left = None
        if left is None or not ISO_A3.fullmatch(iso):
            raise DepositaryError(
                f"--withdrawal: {text!r} (expected ISO=NOTICE/EFFECT, as in "
                "LTU=2024-09-06/2025-03-06)"
            )
        found[iso] = left
    return found
