"""The treaties database of the UN Office for Disarmament Affairs: one row an act, as JSON."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.depositary.errors import DepositaryError
from dashboard.depositary.status import Act, Head, Participant, StatusTable, Withdrawal
from dashboard.record.kinds import Kind

KINDS: Mapping[str, Kind | None] = {
    "signatory": Kind.SIGNATURE,
    "signature": Kind.SIGNATURE,
    "ratification": Kind.RATIFICATION,
    "accession": Kind.ACCESSION,
    "acceptance": Kind.ACCEPTANCE,
    "approval": Kind.APPROVAL,
    "succession": Kind.SUCCESSION,
}
WITHDRAWAL = "withdrawal"


def read(treaty: Mapping[str, Any]) -> StatusTable:
    """The table that the acts of a treaty amount to.

    A treaty with several depositaries has a row for each: the first day counts, the others are
    told in the detail of the act.

    Raises:
        DepositaryError: an act lacks its state, its kind or its day; all are named.
    """
    rows: dict[str, dict[str, dict[date, str]]] = defaultdict(lambda: defaultdict(dict))
    places: dict[str, str] = {}
    wrong: list[str] = []
    for number, action in enumerate(treaty["actions_"], 1):
        place = f"row {number}"
        try:
            day = date.fromisoformat(str(action["date"])[:10])
            state, kind = _named(action["state"], "name"), _named(action["action_type_"], "name")
            depositary = _named(action.get("depositary") or "", "short_name")
        except (AttributeError, KeyError, TypeError, ValueError):
            wrong.append(f"{place}: is no act (expected date, action_type_ and state)")
            continue
        places.setdefault(state, place)
        rows[state][kind.lower()].setdefault(day, depositary)
    if wrong:
        raise DepositaryError(wrong)
    title = treaty.get("name") or treaty.get("title") or ""
    read_rows = tuple(_participant(state, places[state], acts) for state, acts in rows.items())
    return StatusTable(read_rows, Head(title=str(title)))


def _named(value: Any, key: str) -> str:
    """A name that stands by itself or in an object."""
    text = value if isinstance(value, str) else value[key]
    return str(text).strip()


def _participant(state: str, place: str, days: Mapping[str, Mapping[date, str]]) -> Participant:
    acts = []
    for kind, found in days.items():
        if kind == WITHDRAWAL:
            continue
        first, *others = sorted(found)
        also = [f"{day} ({found[day]})" if found[day] else str(day) for day in others]
        details = [f"Also dated {', '.join(also)}."] if also else []
        if kind not in KINDS:
            details.insert(0, f"The database calls it {kind!r}.")
        acts.append(Act(first, KINDS.get(kind), detail=" ".join(details)))
    left = days.get(WITHDRAWAL)
    return Participant(
        name=state,
        place=place,
        acts=tuple(sorted(acts, key=lambda act: act.day)),
        withdrawal=Withdrawal(min(left)) if left else None,
    )
