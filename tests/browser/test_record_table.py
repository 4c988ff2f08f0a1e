"""The table of all states: what it says of a day, how it is sorted and filtered, its address."""

from datetime import date

from explore_page import Reader
from playwright.sync_api import expect
from record_page import RecordScreen

from dashboard.panels.record.states_table import all_states, columns_of
from dashboard.paths import DEFAULT_PACK
from dashboard.record.dates import day_in_short
from dashboard.record.ledger import Ledger
from dashboard.record.pack import read_pack

COLUMNS = columns_of(read_pack(DEFAULT_PACK).treaty)
RECORD = "?view=record&date=2025-12-27"
TELLING_DAYS = (
    "1997-12-03",
    "1998-07-01",
    "1999-03-01",
    "2004-06-15",
    "2011-07-09",
    "2025-06-29",
    "2025-12-26",
    "2025-12-27",
    "2026-02-20",
)


def test_all_states_stand_where_the_record_says(reader: Reader, ledger: Ledger) -> None:
    page = reader("?view=record")
    record = RecordScreen(page).is_shown()
    for text in TELLING_DAYS:
        page.go_to(text)
        page.shows(text)
        day = date.fromisoformat(text)
        assert record.standings() == ledger.standings(day), text
        since = {
            iso: day_in_short(change.day) if (change := timeline.change_on(day)) else ""
            for iso, timeline in ledger.timelines.items()
        }
        assert record.column("since") == since, text
        left = {
            iso: str((change.effect - day).days)
            if (change := timeline.change_on(day))
            and change.standing == "notified"
            and change.effect
            else ""
            for iso, timeline in ledger.timelines.items()
        }
        assert record.column("left") == left, text
        chips = record.section.locator("[data-choose-standing]").evaluate_all(
            """chips => chips.map(chip => [chip.dataset.chooseStanding,
              Number(chip.querySelector(".chip-count").textContent)])"""
        )
        counts = [*ledger.standings(day).values()]
        assert dict(chips) == {
            "": 177,
            **{name: counts.count(name) for name, _ in chips if name},
        }, text


def test_what_lies_after_the_day_is_marked(reader: Reader) -> None:
    page = reader("?view=record&date=2001-05-01")
    record = RecordScreen(page).is_shown()
    for text in ("2001-05-01", "2025-12-27", "1999-02-28", "2026-02-20"):
        page.go_to(text)
        page.shows(text)
        times = record.table.locator("tbody time").evaluate_all(
            "times => times.map(time => [time.dateTime, time.className])"
        )
        assert len(times) > 500
        for when, name in times:
            if len(when) == 10:
                assert name == ("ahead" if when > text else ""), (text, when)
    lebanon = record.row("LBN").locator("time")
    expect(lebanon).to_have_class("perhaps")
    page.go_to("2025-12-31")
    expect(lebanon).to_have_class("ahead")
    page.go_to("2026-12-31")
    expect(lebanon).to_have_class("")
    expect(record.row("LBN")).to_have_attribute("data-standing", "outside")


def test_sorting_by_mouse_and_keyboard(reader: Reader, ledger: Ledger) -> None:
    page = reader(RECORD)
    record = RecordScreen(page).is_shown()
    by_name = [state.iso_a3 for state in all_states(ledger)]
    assert record.order() == by_name
    expect(record.head("state")).to_have_attribute("aria-sort", "ascending")
    record.sort("since").click()
    page.has_in_address(sort="since", desc=None)
    expect(record.head("since")).to_have_attribute("aria-sort", "ascending")
    expect(record.head("state")).to_have_attribute("aria-sort", "none")
    day = date(2025, 12, 27)
    changes = {iso: line.change_on(day) for iso, line in ledger.timelines.items()}

    def key(iso: str) -> tuple[bool, str]:
        change = changes[iso]
        return change is None, change.day.isoformat() if change else ""

    assert record.order() == sorted(by_name, key=key)
    record.sort("since").press("Enter")
    page.has_in_address(sort="since", desc="1")
    expect(record.sort("since")).to_be_focused()
    expect(record.head("since")).to_have_attribute("aria-sort", "descending")
    order = record.order()
    assert order[:3] == ["EST", "LVA", "LTU"]
    assert {changes[iso] for iso in order[-11:]} == {None}
    expect(record.caption).to_contain_text("sorted by “Since”, the last first")
    record.sort("left").press("Space")
    assert record.order()[:2] == ["FIN", "POL"]
    record.sort("state").click()
    page.has_in_address(sort=None, desc=None)
    assert record.order() == by_name
    record.sort("state").click()
    page.has_in_address(sort=None, desc="1")
    assert record.order() == by_name[::-1]


def test_every_column_sorts_all_rows(reader: Reader) -> None:
    page = reader(f"{RECORD}&cols={COLUMNS[0].name}&sort={COLUMNS[0].name}")
    record = RecordScreen(page).is_shown()
    for column in [column.name for column in COLUMNS]:
        page.turn_to(f"{RECORD}&cols={column}&sort={column}")
        expect(record.head(column)).to_have_attribute("aria-sort", "ascending")
        up = record.order()
        record.sort(column).click()
        page.has_in_address(desc="1")
        down = record.order()
        assert sorted(up) == sorted(down), column
        assert len({*up}) == 177, column
        assert up[0] != down[0], column


def test_a_day_keeps_the_table_sorted(reader: Reader, ledger: Ledger) -> None:
    page = reader("?view=record&date=1999-02-28&sort=standing")
    record = RecordScreen(page).is_shown()
    ranks = {str(name): rank for rank, name in enumerate(type(ledger.standing("FIN", date.max)))}
    for day in ("1999-02-28", "2025-07-01", "1997-12-04", "2026-02-20"):
        page.go_to(day)
        page.shows(day)
        standings = record.standings()
        assert record.order() == sorted(
            (state.iso_a3 for state in all_states(ledger)), key=lambda iso: ranks[standings[iso]]
        )


def test_states_are_found_however_they_are_typed(reader: Reader) -> None:
    page = reader(RECORD)
    record = RecordScreen(page).is_shown()
    for typed, found in (
        ("cote", ["CIV"]),
        ("TÜRKIYE", ["TUR"]),
        ("turkiye", ["TUR"]),
        ("congo rep", ["COD", "COG"]),
        ("pol", ["POL"]),
        ("d’iv", ["CIV"]),
    ):
        record.find.fill(typed)
        page.has_in_address(find=typed)
        assert record.order() == found, typed
    expect(record.caption).to_have_text("1 of 177 states on 27 December 2025")
    record.find.fill("atlantis")
    expect(record.table).to_be_hidden()
    record.page.locator("#states-empty").get_by_role("button").click()
    expect(record.rows()).to_have_count(177)
    expect(record.find).to_have_value("")
    page.has_in_address(find=None)


def test_filters_count_what_the_others_leave(reader: Reader) -> None:
    page = reader(RECORD)
    record = RecordScreen(page).is_shown()
    record.group.select_option("flank")
    page.has_in_address(group="flank")
    expect(record.rows()).to_have_count(10)
    expect(record.chip("Party")).to_have_text("Party5")
    expect(record.chip("Withdrawn")).to_have_text("Withdrawn3")
    record.chip("Withdrawn").click()
    page.has_in_address(group="flank", standing="withdrawn")
    assert record.order() == ["EST", "LVA", "LTU"]
    expect(record.chip("Withdrawn")).to_have_attribute("aria-pressed", "true")
    expect(record.group.locator("option[value=flank]")).to_have_text("NATO's eastern flank (3)")
    expect(record.group.locator("option[value=world]")).to_have_text("Elsewhere (0)")
    page.go_to("2026-01-10")
    page.shows("2026-01-10")
    assert record.order() == ["EST", "FIN", "LVA", "LTU"]
    expect(page.page.locator("#states-count")).to_have_text("3 of 177 states")
    record.section.get_by_role("button", name="Show all states").first.click()
    expect(record.rows()).to_have_count(177)
    page.has_in_address(group=None, standing=None, date="2026-01-10")


def test_columns_are_chosen_by_checkboxes(reader: Reader) -> None:
    page = reader(RECORD)
    record = RecordScreen(page).is_shown()
    usual = [column.title for column in COLUMNS if column.usual]
    assert record.titles() == usual
    record.columns.press("Enter")
    page.page.get_by_label("NATO since").press("Space")
    page.page.get_by_label("Signature", exact=True).uncheck()
    assert record.titles() == [*(title for title in usual if title != "Signature"), "NATO since"]
    page.has_in_address(cols="state,standing,since,consent,force,notice,effect,left,nato")
    page.page.get_by_label("NATO since").press("Escape")
    expect(page.page.get_by_label("NATO since")).to_be_hidden()
    expect(record.columns).to_be_focused()
    page.reload()
    assert "NATO since" in record.titles()
    record.columns.click()
    page.page.get_by_label("NATO since").uncheck()
    page.page.get_by_label("Signature", exact=True).check()
    page.has_in_address(cols=None)
    page.headline.click()
    expect(page.page.get_by_label("NATO since")).to_be_hidden()


def test_a_name_leads_to_the_state_on_the_map(reader: Reader) -> None:
    page = reader(f"{RECORD}&state=FIN&group=flank")
    record = RecordScreen(page).is_shown()
    expect(record.row("FIN")).to_have_class("chosen")
    record.row("FIN").get_by_role("button").click()
    page.shows("2025-12-27", "FIN")
    page.has_in_address(view=None, state="FIN", group="flank")
    expect(page.profile.get_by_role("heading", name="Finland")).to_be_visible()
    page.page.go_back()
    record.is_shown()
    expect(record.rows()).to_have_count(10)
    record.row("POL").get_by_role("button").click()
    page.shows("2025-12-27", "POL")
    page.page.go_back()
    record.chip("All").click()
    page.go_to("2025-12-27")
    record.group.select_option("")
    record.row("JPN").get_by_role("button").click()
    page.shows("2025-12-27", "JPN")
    page.has_in_address(view=None, extent="world")
    expect(page.map).to_have_attribute("data-layer", "world")


def test_a_state_chosen_in_the_headline_is_found_in_the_table(reader: Reader) -> None:
    page = reader(RECORD)
    record = RecordScreen(page).is_shown()
    page.in_headline("Poland").click()
    page.shows("2025-12-27", "POL")
    record.is_shown()
    expect(record.row("POL")).to_be_in_viewport()
    expect(record.row("POL")).to_have_class("chosen")


def test_a_reload_keeps_the_table(reader: Reader) -> None:
    page = reader(f"{RECORD}&sort=consent&desc=1&standing=party&group=context&find=a")
    record = RecordScreen(page).is_shown()
    order = record.order()
    assert order
    page.reload()
    assert record.order() == order
    expect(record.find).to_have_value("a")
    expect(record.group).to_have_value("context")
    expect(record.chip("Party")).to_have_attribute("aria-pressed", "true")
    expect(page.notice).to_be_hidden()


def test_nonsense_in_the_address_is_said_and_left_out(reader: Reader) -> None:
    page = reader(
        f"{RECORD}&sort=height&desc=yes&standing=__proto__&group=moon&cols=since,taste"
        "&notice=2025-02-30&for=constructor"
    )
    record = RecordScreen(page).is_shown()
    for words in (
        "sorts by the column “height”",
        "order “yes”",
        "standing “__proto__”",
        "group “moon”",
        "column “taste”",
        "notice on “2025-02-30”",
        "state “constructor”",
    ):
        expect(page.notice).to_contain_text(words)
    assert record.titles() == ["State", "Since"]
    page.has_in_address(
        sort=None, desc=None, standing=None, group=None, cols="state,since", notice=None
    )
    expect(record.rows()).to_have_count(177)
