"""Choosing a day: by pointer, by keys, by writing it, from change to change."""

from explore_page import Reader
from playwright.sync_api import expect


def test_the_slider_is_dragged_and_clicked(reader: Reader) -> None:
    page = reader("?date=2025-12-27&state=FIN")
    mouse = page.page.mouse
    mouse.move(*page.spot_on_slider("2025-12-27"))
    mouse.down()
    mouse.move(*page.spot_on_slider("2025-09-01"), steps=5)
    expect(page.path("EST")).to_have_attribute("data-standing", "notified")
    mouse.move(*page.spot_on_slider("2025-02-01"), steps=5)
    mouse.up()
    expect(page.path("EST")).to_have_attribute("data-standing", "party")
    day = page.body.get_attribute("data-date") or ""
    assert "2025-01-25" < day < "2025-02-08"
    page.shows(day, "FIN")
    mouse.click(*page.spot_on_slider("2026-03-01"))
    expect(page.path("POL")).to_have_attribute("data-standing", "withdrawn")
    expect(page.path("FIN")).to_have_attribute("data-standing", "withdrawn")


def test_keys_move_the_day(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    for key, day in (
        ("ArrowRight", "2025-12-28"),
        ("ArrowLeft", "2025-12-27"),
        ("PageUp", "2026-02-10"),
        ("Home", "2025-01-01"),
        ("End", "2026-03-31"),
    ):
        page.slider.press(key)
        page.shows(day)
        expect(page.slider).to_have_attribute("aria-valuetext", words(day))


def words(day: str) -> str:
    months = {"01": "January", "02": "February", "03": "March", "12": "December"}
    year, month, number = day.split("-")
    return f"{int(number)} {months[month]} {year}"


def test_a_day_is_written_and_nonsense_is_said(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    page.go_to("2025-06-28")
    page.shows("2025-06-28")
    assert page.told().startswith("On 28 June 2025, Estonia, Latvia and Lithuania")
    for nonsense in ("2025-02-30", "28.6.2025", "tomorrow", "1996-12-31", "2031-01-01"):
        page.go_to(nonsense)
        expect(page.notice).to_contain_text(f"“{nonsense}” is not a day from 1 January 1997")
        expect(page.body).to_have_attribute("data-date", "2025-06-28")
        page.has_in_address(date="2025-06-28")
    page.notice.get_by_role("button", name="Close").click()
    expect(page.notice).to_be_hidden()
    page.shows("2025-06-28")
    page.go_to("2024-02-29")
    page.shows("2024-02-29")


def test_steps_lead_from_change_to_change(reader: Reader) -> None:
    page = reader("?date=2025-09-01&state=POL")
    for day in ("2025-12-27", "2026-01-10", "2026-02-20"):
        page.press_step("Next change")
        page.shows(day, "POL")
    page.press_step("Next change")
    page.shows("2026-02-20", "POL")
    for day in ("2026-01-10", "2025-12-27", "2025-08-20", "2025-07-18", "2025-07-10"):
        page.press_step("Previous change")
        page.shows(day, "POL")
    assert page.told().startswith("On 10 July 2025, Finland gave notice of withdrawal")


def test_the_first_and_the_last_day_have_nothing_beyond_them(reader: Reader) -> None:
    page = reader("?date=1997-01-01")
    page.press_step("Previous change")
    page.shows("1997-01-01")
    assert page.told() == "On 1 January 1997, the Ottawa Convention has not been adopted yet."
    page.slider.press("ArrowLeft")
    page.shows("1997-01-01")


def test_the_spans_show_the_same_day_on_another_scale(reader: Reader) -> None:
    page = reader("?date=2025-12-27")
    labels = page.time_bar.locator(".scale:visible .ticks")
    expect(labels).to_contain_text("Apr")
    page.choose_span("since 1997")
    page.shows("2025-12-27")
    expect(labels).to_contain_text("2010")
    page.slider.press("Home")
    page.shows("1997-01-01")
    page.choose_span("since 1997")
    page.go_to("2025-06-28")
    page.shows("2025-06-28")
    expect(labels).to_contain_text("2010")
    page.choose_span("2025–26")
    page.shows("2025-06-28")
    expect(labels).to_contain_text("Apr")
    page.go_to("2004-06-15")
    page.shows("2004-06-15")
    expect(labels).to_contain_text("2010")


def test_latest_day_leads_to_the_end_of_the_record(reader: Reader) -> None:
    page = reader("?date=2004-06-15&state=FIN")
    page.page.get_by_role("button", name="Latest day").click()
    page.shows("2026-03-03", "FIN")
