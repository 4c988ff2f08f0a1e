"""Writes ``treaty.toml`` of a new pack: what is known, and a marked blank for what is not.

A blank is ``""``, which no setting accepts, so that ``flankwatch check`` names every one.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from dashboard.depositary.draft import SOURCE, Draft
from dashboard.depositary.settings_lines import setting
from dashboard.depositary.view_file import view_toml
from dashboard.record.review.blanks import FILL_IN

BEGINNING = f"""\
# The treaty: its titles, its rules and the words the dashboard uses for it.
# Every line marked {FILL_IN} waits for you; `flankwatch check` names those that are left.
# Days are written without quotation marks: 2008-12-03."""
GROUPS = """\
# The groups a state can be in (column "group" of states.csv), in the order in which they are shown.
# Rename them as you like, and move states between them.
[groups]
view = "In view"
context = "Context"
world = "Elsewhere"

# What each group is for: "told" (the page is about it), "context" (on the map, in muted tones) or
# "elsewhere" (on record only).
[purposes]
view = "told"
context = "context"
world = "elsewhere\""""
WORDS = """\
treaty = "treaty"                # "the … is not in force yet": convention, protocol
region = "the states in view"    # "Map of …"
members = "states in view"       # "of the 10 …"
told = "the states in view"      # "Number of states of …"
told_listed = "states in view"   # "… and the treaty itself\""""


def treaty_toml(draft: Draft) -> str:
    """The text of ``treaty.toml``."""
    return "\n".join(_lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    facts = draft.facts
    yield BEGINNING
    yield ""
    yield setting("id", draft.id, "the name of this folder")
    yield setting("title", facts.title, "the full title of the treaty")
    yield setting("short_title", facts.short_title or facts.title, "the name it goes by")
    yield setting("depositary", facts.depositary, "who keeps the treaty")
    yield setting("reference", facts.reference, "where the depositary lists it")
    yield setting("adopted", facts.adopted, "the day of adoption")
    yield setting("opened", facts.opened, "the day it was opened for signature")
    yield setting("entered_into_force", facts.entered_into_force, "the day, by the depositary")
    yield ""
    yield "# The last day up to which the record was checked: the day of the table, as a rule."
    yield setting("verified_through", facts.verified_through, "the day of the table")
    yield ""
    yield "# Sources of this file, by their id in sources.csv."
    yield f'sources = ["{SOURCE}"]'
    yield ""
    yield from _entry(draft)
    yield ""
    yield from _withdrawal(draft)
    yield ""
    yield GROUPS
    yield ""
    yield "# How sentences speak of the treaty and of the states that the page is about."
    yield "[words]"
    yield setting("subject", facts.short_title or facts.title, 'what the site is about: "The …"')
    yield WORDS
    yield ""
    yield "# The stretches of time a reader can choose. Without `last` one runs to the end."
    yield "[[spans]]"
    first = _first_day(draft)
    yield setting("label", f"since {first.year}" if first else None, 'a few words: "since 2008"')
    yield setting("first", first, "its first day")
    yield ""
    yield "# A title for each topic on which sources are compared (column topic of claims.csv)."
    yield "[topics]"
    yield ""
    yield from view_toml(draft.view)


def _entry(draft: Draft) -> Iterator[str]:
    facts = draft.facts
    yield "# Entry into force: what the treaty waits for (instruments, states, both, or a day), and"
    yield "# the time from deposit: months, to a first day unless first_of_month = false, or days."
    yield "[rules.entry_into_force]"
    yield setting("article", facts.entry_article, 'the Article: "Art. 9"')
    awaited = {
        "instruments": facts.instruments,
        "states": facts.entry_states,
        "day": facts.entry_day,
    }
    yield from _given(awaited, "instruments", "how many instruments it takes, or states, or a day")
    yield from _time(facts.entry_months, facts.entry_days, "which month after the deposit")
    if facts.first_of_month is False:
        yield "first_of_month = false"


def _withdrawal(draft: Draft) -> Iterator[str]:
    facts = draft.facts
    if facts.withdrawal_clause is False:
        yield "# The treaty has no clause on withdrawal: there is no table [rules.withdrawal]."
        return
    yield "# Withdrawal: in effect this time after the depositary receives the notice. With the"
    yield "# clause, a state in an armed conflict stays bound until that ends. Leave the table out"
    yield "# where the treaty has no clause on withdrawal."
    yield "[rules.withdrawal]"
    yield setting("article", facts.withdrawal_article, 'the Article: "Art. 11"')
    yield from _time(facts.withdrawal_months, facts.withdrawal_days, "the months to its effect")
    yield setting("armed_conflict_clause", facts.armed_conflict_clause, "true or false")


def _time(months: int | None, days: int | None, what: str) -> Iterator[str]:
    yield from _given({"months": months, "days": days}, "months", f"{what}: 6; or days = 90")


def _given(values: Mapping[str, object], asked: str, what: str) -> Iterator[str]:
    """The settings that were given; where none was, a blank for the one that is asked for."""
    given = {name: value for name, value in values.items() if value is not None}
    for name, value in (given or {asked: None}).items():
        yield setting(name, value, what)


def _first_day(draft: Draft) -> date | None:
    """The first day of the year in which the history of the treaty begins."""
    days = [act.day for each in draft.participants.states.values() for act in each.acts]
    days += filter(None, [draft.facts.adopted, draft.facts.opened])
    return min(days).replace(month=1, day=1) if days else None
