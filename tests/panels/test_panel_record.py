"""The Record screen as it is sent: every state a row, every date a time, and answers to pick."""

import json
from bisect import bisect_right
from datetime import date, timedelta
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component
from hypothesis import given
from hypothesis import strategies as st
from panels.trees import by_class, by_id, props, walk, with_prop, words
from samples import PackCopy

from dashboard.panels.contents import Contents
from dashboard.panels.record.arithmetic import arithmetic
from dashboard.panels.record.states_table import all_states, columns_of, states_table
from dashboard.panels.record.store import last_notice
from dashboard.panels.view_store import view_store
from dashboard.paths import DEFAULT_PACK
from dashboard.record.acts import conflicts_by_state
from dashboard.record.kinds import Standing
from dashboard.record.law import withdrawal_effect
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack
from dashboard.story.citation import citation

COLUMNS = columns_of(read_pack(DEFAULT_PACK).treaty)
FIRST = date(1997, 1, 1)


@pytest.fixture(scope="session")
def store(contents: Contents) -> dict[str, Any]:
    """The store as the browser has it: out of JSON."""
    sent: dict[str, Any] = json.loads(json.dumps(view_store(contents)))
    return sent


@pytest.fixture(scope="session")
def rows(body: Component) -> dict[str, Component]:
    found = with_prop(by_id(body, "states-table"), "data-iso")
    return {props(row)["data-iso"]: row for row in found}


def cell(row: Component, column: str) -> Component:
    names = [each.name for each in COLUMNS]
    found: Component = row.children[names.index(column)]
    return found


# The table.


def test_every_state_of_the_record_has_a_row(rows: dict[str, Component], ledger: Ledger) -> None:
    assert rows.keys() == ledger.pack.states.keys()
    last = ledger.pack.treaty.verified_through
    standings = {iso: props(row)["data-standing"] for iso, row in rows.items()}
    assert standings == ledger.standings(last)
    assert [*rows] == [state.iso_a3 for state in all_states(ledger)]


def test_rows_come_by_name_as_readers_look_for_it(ledger: Ledger) -> None:
    names = [state.name for state in all_states(ledger)]
    for one, other in [
        ("Costa Rica", "Côte d'Ivoire"),
        ("Côte d'Ivoire", "Croatia"),
        ("San Marino", "São Tomé and Príncipe"),
        ("Tunisia", "Türkiye"),
    ]:
        assert names.index(one) < names.index(other)


def test_rows_and_columns_are_named_by_header_cells(body: Component) -> None:
    table = by_id(body, "states-table")
    heads = [props(head) for head in walk(table) if isinstance(head, html.Th)]
    assert [head["data-column"] for head in heads if head["scope"] == "col"] == [
        column.name for column in COLUMNS
    ]
    assert sum(head["scope"] == "row" for head in heads) == 177
    assert any(isinstance(part, html.Caption) for part in walk(table))
    region = props(by_id(body, "states-region"))
    assert (region["role"], region["tabIndex"]) == ("region", 0)


@pytest.mark.parametrize(
    ("iso_a3", "cells"),
    [
        (
            "FIN",
            {
                "since": "10 Jan 2026",
                "signature": "",
                "consent": "9 Jan 2012 accession",
                "force": "1 Jul 2012",
                "notice": "10 Jul 2025 withdrawal",
                "effect": "10 Jan 2026",
                "nato": "4 Apr 2023",
                "group": "NATO's eastern flank",
            },
        ),
        ("UKR", {"notice": "18 Jul 2025 ?, not certain suspension", "effect": "", "nato": ""}),
        (
            "LBN",
            {
                "standing": "Not joined",
                "since": "",
                "consent": "2026, day not known ?, not certain accession",
            },
        ),
        ("SSD", {"since": "9 Jul 2011", "consent": "11 Nov 2011 succession"}),
    ],
)
def test_cells_say_what_is_on_record(
    rows: dict[str, Component], iso_a3: str, cells: dict[str, str]
) -> None:
    assert {name: words(cell(rows[iso_a3], name)) for name in cells} == cells


def test_a_date_that_is_not_certain_says_so(pack: PackCopy, contents: Contents) -> None:
    pack.edit("events.csv", "and-1997-12-03-signature", confidence="low")
    ledger = Ledger(pack.read())
    changed = states_table(Contents.of(ledger, contents.last_day))
    [row] = with_prop(by_id(changed, "states-table"), "data-iso", "AND")
    assert words(cell(row, "signature")) == "3 Dec 1997 ?, not certain"


def test_every_state_leads_to_its_profile(rows: dict[str, Component], ledger: Ledger) -> None:
    leading = {iso for iso, row in rows.items() if with_prop(row, "data-explore", iso)}
    assert leading == set(ledger.pack.states)


def test_every_row_names_what_its_dates_rest_on(rows: dict[str, Component], ledger: Ledger) -> None:
    for iso, row in rows.items():
        cited = {props(link)["data-card"] for link in with_prop(cell(row, "sources"), "data-card")}
        dated = [event for event in ledger.events[iso] if event.is_consent]
        assert cited
        assert cited >= {f"source-{source}" for event in dated for source in event.sources}


def test_columns_that_are_not_usual_are_hidden_at_first(rows: dict[str, Component]) -> None:
    for row in rows.values():
        shown = [not props(each).get("hidden") for each in row.children]
        assert shown == [column.usual for column in COLUMNS]


# The store: what a browser picks is what the record says.


def standing_on(store: dict[str, Any], iso: str, day: date) -> tuple[str, list[Any] | None]:
    """The standing that the browser picks, and the change it goes back to."""
    changes = store["timelines"][iso]
    index = bisect_right([change[0] for change in changes], day.isoformat()) - 1
    if index < 0:
        return store["standings"][0], None
    return store["standings"][changes[index][1]], changes[index]


@given(st.data())
def test_all_states_stand_where_the_record_says(
    store: dict[str, Any], ledger: Ledger, data: st.DataObject
) -> None:
    day = data.draw(st.dates(FIRST, date(2027, 12, 31)))
    found = {iso: standing_on(store, iso, day)[0] for iso in store["timelines"]}
    assert found == ledger.standings(day)


def test_they_do_around_every_change(store: dict[str, Any], ledger: Ledger) -> None:
    for iso, timeline in ledger.timelines.items():
        for change in timeline.changes:
            for day in (change.day - timedelta(1), change.day, change.day + timedelta(1)):
                assert standing_on(store, iso, day)[0] == ledger.standing(iso, day)


def effect(store: dict[str, Any], iso: str, notice: date) -> date | str | None:
    """The day of effect that the browser picks; a word where it picks a reason instead."""
    leaving = store["leaving"]
    standing, change = standing_on(store, iso, notice)
    if standing not in leaving["leaves"]:
        due = change[2] if change and len(change) > 2 else None
        return f"{standing} {due}"
    for first, last, day in leaving["delays"].get(iso, []):
        if first <= notice.isoformat() <= last:
            return date.fromisoformat(day) if day else None
    left = (notice - FIRST).days
    for count, days, _ in leaving["runs"]:
        if left < count:
            return notice + timedelta(days)
        left -= count
    raise AssertionError(f"no answer for {notice}")


def assert_lawful(store: dict[str, Any], ledger: Ledger, iso: str, notice: date) -> None:
    """The answer is the law's own for a state that could give notice, else the record's."""
    found = effect(store, iso, notice)
    standing = ledger.standing(iso, notice)
    if standing in (Standing.PARTY, Standing.LEAVING, Standing.SUSPENSION):
        conflicts = conflicts_by_state(ledger.pack.events).get(iso, ())
        assert found == withdrawal_effect(notice, ledger.pack.treaty.arithmetic, conflicts)
    else:
        change = ledger.timelines[iso].change_on(notice)
        assert found == f"{standing} {change.effect if change else None}"


@given(st.data())
def test_answers_are_the_laws_for_any_state_and_day(
    store: dict[str, Any], ledger: Ledger, contents: Contents, data: st.DataObject
) -> None:
    iso = data.draw(st.sampled_from([*ledger.pack.states]))
    notice = data.draw(st.dates(FIRST, last_notice(contents)))
    assert_lawful(store, ledger, iso, notice)


@pytest.mark.uncounted
def test_answers_are_the_laws_during_a_conflict_on_record(
    pack: PackCopy, contents: Contents
) -> None:
    pack.put_finland_at_war()
    pack.add(
        "events.csv",
        id="pol-2014-01-10-armed-conflict-begins",
        date="2014-01-10",
        iso_a3="POL",
        kind="armed_conflict_begins",
        title="Another one begins",
        sources="treaty-text",
        confidence="low",
    )
    pack.add(
        "events.csv",
        id="pol-2015-06-30-armed-conflict-ends",
        date="2015-06-30",
        iso_a3="POL",
        kind="armed_conflict_ends",
        title="It ends",
        sources="treaty-text",
        confidence="low",
    )
    ledger = Ledger(pack.read())
    at_war = Contents.of(ledger, contents.last_day)
    store = json.loads(json.dumps(view_store(at_war)))
    for iso in ("FIN", "POL", "EST"):
        for days in range((last_notice(at_war) - FIRST).days + 1):
            assert_lawful(store, ledger, iso, FIRST + timedelta(days))
    assert effect(store, "FIN", date(2025, 7, 1)) is None
    assert effect(store, "FIN", date(2025, 8, 1)) == "notified None"
    assert effect(store, "POL", date(2014, 1, 1)) == date(2015, 6, 30)
    lines = [line for line in with_prop(arithmetic(at_war), "data-about", "POL") if words(line)]
    assert "10 January 2014: Another one begins. Source: " in words(lines[0])


def test_the_last_answer_is_for_a_year_after_the_last_day(contents: Contents) -> None:
    assert last_notice(contents) - contents.last_day == timedelta(365)


def test_every_state_can_be_asked_about(body: Component, ledger: Ledger) -> None:
    field = by_id(body, "notice-state")
    options = [props(each)["value"] for each in walk(field) if isinstance(each, html.Option)]
    assert sorted(options) == sorted(ledger.pack.states)
    said = {
        props(each)["value"]: props(each)["data-said"] for each in with_prop(field, "data-said")
    }
    assert said["NLD"] == "the Netherlands"
    assert "FIN" not in said


def test_notes_say_as_of_when_they_are_and_by_whom(body: Component, ledger: Ledger) -> None:
    pack = ledger.pack
    sources = [pack.sources[source] for source in pack.states["LBN"].sources]
    cited = " · ".join(citation(source, pack.states) for source in sources)
    notes = by_class(by_id(body, "arithmetic"), "panel-note")
    told = [words(note) for note in notes if props(note).get("data-about") == "LBN"]
    assert told == [
        "The record’s note on Lebanon, as of 3 March 2026: Acceded in 2026; the day of "
        f"deposit was not found. Source: {cited}"
    ]
