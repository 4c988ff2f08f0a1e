"""Writes ``treaty.toml`` of a new pack: what is known, and a marked blank for what is not.

A blank is ``""``, which no setting accepts, so that ``flankwatch check`` names every one.
"""

import json
from collections.abc import Iterator
from datetime import date

from dashboard.depositary.draft import SOURCE, Draft
from dashboard.record.review.blanks import FILL_IN

BEGINNING = f"""\
# The treaty: its titles, its rules and the words the dashboard uses for it.
# Every line marked {FILL_IN} waits for you; `flankwatch check` names those that are left.
# Days are written without quotation marks: 2008-12-03."""
GROUPS = """\
# The groups a state can be in (column "group" of states.csv), in the order in which they are shown.
# Rename them as you like, and move states between them: "flank" are those that the page tells
# about, "world" those that the map does not draw.
[groups]
flank = "In view"
neighbour = "Neighbours"
context = "Context"
world = "Elsewhere\""""


def treaty_toml(draft: Draft) -> str:
    """The text of ``treaty.toml``."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    facts = draft.facts
    yield BEGINNING
    yield ""
    yield _setting("id", draft.id, "the name of this folder")
    yield _setting("title", facts.title, "the full title of the treaty")
    yield _setting("short_title", facts.short_title or facts.title, "the name it goes by")
    yield _setting("depositary", facts.depositary, "who keeps the treaty")
    yield _setting("reference", facts.reference, "where the depositary lists it")
    yield _setting("adopted", facts.adopted, "the day of adoption")
    yield _setting("opened", facts.opened, "the day it was opened for signature")
    yield _setting("entered_into_force", facts.entered_into_force, "the day, by the depositary")
    yield ""
    yield "# The last day up to which the record was checked: the day of the table, as a rule."
    yield _setting("verified_through", facts.verified_through, "the day of the table")
    yield ""
    yield "# Sources of this file, by their id in sources.csv."
    yield f'sources = ["{SOURCE}"]'
    yield ""
    yield "# Entry into force: this many instruments bring it about; then, and for every later"
    yield "# state, it comes on the first day of the n-th month after the deposit."
    yield "[rules.entry_into_force]"
    yield _setting("article", facts.entry_article, 'the Article: "Art. 17"')
    yield _setting("instruments", facts.instruments, "how many instruments it takes: 40")
    yield _setting("months", facts.entry_months, "which month after the deposit: 6")
    yield ""
    yield "# Withdrawal: in effect this many months after the depositary receives the notice. With"
    yield "# the clause, a state in an armed conflict stays bound until that conflict ends."
    yield "[rules.withdrawal]"
    yield _setting("article", facts.withdrawal_article, 'the Article: "Art. 20"')
    yield _setting("months", facts.withdrawal_months, "the months from notice to effect: 6")
    yield _setting("armed_conflict_clause", facts.armed_conflict_clause, "true or false")
    yield ""
    yield GROUPS
    yield ""
    yield "# The stretches of time a reader can choose. Without `last` one runs to the end."
    yield "[[spans]]"
    first = _first_day(draft)
    yield _setting("label", f"since {first.year}" if first else None, 'a few words: "since 2008"')
    yield _setting("first", first, "its first day")
    yield ""
    yield "# A title for each topic on which sources are compared (column topic of claims.csv)."
    yield "[topics]"


def _setting(name: str, value: object, what: str) -> str:
    match value:
        case None:
            return f'{name} = ""  # {FILL_IN}: {what}'
        case bool():
            return f"{name} = {str(value).lower()}"
        case int() | date():
            return f"{name} = {value}"
        case _:
            return f"{name} = {json.dumps(str(value), ensure_ascii=False)}"


def _first_day(draft: Draft) -> date | None:
    """The first day of the year in which the history of the treaty begins."""
    days = [act.day for each in draft.participants.states.values() for act in each.acts]
    days += filter(None, [draft.facts.adopted, draft.facts.opened])
    return min(days).replace(month=1, day=1) if days else None
