"""If a state gave notice: the answer is the law's, by mouse and keyboard, and has an address."""

from explore_page import Reader
from playwright.sync_api import expect
from record_page import RecordScreen

RECORD = "?view=record&date=2025-12-27"


ANSWERS: tuple[tuple[str, str, list[str]], ...] = (
    (
        "for=ROU&notice=2026-05-01",
        "If Romania deposited its notice of withdrawal on 1 May 2026, it would leave the "
        "convention on 1 November 2026, unless it is then in an armed conflict.",
        ["184 days", "if Romania is engaged in an armed conflict on 1 November 2026"],
    ),
    (
        "for=nld&notice=2025-08-31",
        "If the Netherlands deposited its notice of withdrawal on 31 August 2025, it would "
        "leave the convention on 28 February 2026, unless it is then in an armed conflict.",
        ["181 days", "no day of the same number"],
    ),
    (
        "for=FIN&notice=2025-12-27",
        "On 27 December 2025, Finland has already deposited its notice: its withdrawal takes "
        "effect on 10 January 2026.",
        [],
    ),
    (
        "for=EST&notice=2026-04-01",
        "On 1 April 2026, Estonia is no longer bound: its withdrawal took effect on "
        "27 December 2025.",
        ["verified through 3 March 2026"],
    ),
    (
        "for=POL&notice=2005-03-01",
        "On 1 March 2005, Poland has signed the convention but is not bound by it: there is "
        "nothing to withdraw from.",
        [],
    ),
    (
        "for=TON&notice=2025-08-01",
        "On 1 August 2025, Tonga has deposited its consent, but the convention does not bind "
        "it before 1 December 2025: there is nothing to withdraw from yet.",
        ["One local report gives 26 June 2025"],
    ),
    (
        "for=USA&notice=2025-08-01",
        "On 1 August 2025, the United States is not bound by the convention: there is nothing "
        "to withdraw from.",
        [],
    ),
    (
        "for=LBN&notice=2026-06-30",
        "On 30 June 2026, Lebanon is not bound by the convention: there is nothing to "
        "withdraw from.",
        ["the day of deposit was not found"],
    ),
    (
        "for=LBN&notice=2026-07-01",
        "Whether Lebanon is bound by the convention on 1 July 2026 is not on record: it "
        "deposited its consent in 2026, on a day that was not found.",
        ["the day of deposit was not found"],
    ),
    (
        "for=UKR&notice=2025-12-01",
        "If Ukraine deposited its notice of withdrawal on 1 December 2025, it would leave the "
        "convention on 1 June 2026, unless it is then in an armed conflict.",
        ["is no notice of withdrawal", "This record does not judge whether it is"],
    ),
)
"""What the address asks, what is answered, and what the notes below say of it."""


def test_the_answer_says_when_or_why_not(reader: Reader) -> None:
    page = reader(f"{RECORD}&{ANSWERS[0][0]}")
    record = RecordScreen(page).is_shown()
    for asked, answer, notes in ANSWERS:
        page.turn_to(f"{RECORD}&{asked}")
        expect(record.answer).to_have_text(answer)
        for note in notes:
            expect(record.notes).to_contain_text(note)
        expect(page.notice).to_be_hidden()


def test_a_question_is_asked_by_keyboard_and_has_an_address(reader: Reader) -> None:
    page = reader(RECORD)
    record = RecordScreen(page).is_shown()
    expect(record.answer).to_contain_text("If Bulgaria deposited")
    expect(record.day).to_have_value("2025-12-27")
    record.state.focus()
    record.state.press_sequentially("Rom")
    record.state.press("Enter")
    page.has_in_address(**{"for": "ROU", "notice": None})
    expect(record.answer).to_contain_text("27 June 2026")
    record.day.fill("2026-05-01")
    record.day.press("Enter")
    page.has_in_address(**{"for": "ROU", "notice": "2026-05-01"})
    expect(record.answer).to_contain_text("1 November 2026")
    expect(page.page.locator("#announcement")).to_contain_text("1 November 2026")
    page.press_step("Next change")
    page.shows("2026-01-10")
    expect(record.answer).to_contain_text("1 November 2026")
    page.reload()
    expect(record.answer).to_contain_text("Romania")
    expect(record.answer).to_contain_text("1 November 2026")
    page.page.get_by_role("button", name="Take the day shown").click()
    page.has_in_address(notice=None)
    expect(record.day).to_have_value("2026-01-10")
    expect(record.answer).to_contain_text("10 July 2026")


def test_without_a_state_of_its_own_it_is_about_the_one_chosen(reader: Reader) -> None:
    page = reader(f"{RECORD}&state=NOR")
    record = RecordScreen(page).is_shown()
    expect(record.answer).to_contain_text("If Norway deposited")
    page.page.keyboard.press("Escape")
    expect(record.answer).to_contain_text("If Bulgaria deposited")


def test_a_day_that_is_none_is_refused_where_it_was_written(reader: Reader) -> None:
    page = reader(RECORD)
    record = RecordScreen(page).is_shown()
    for wrong in ("2026-02-30", "1996-12-31", "2028-01-01", "soon", ""):
        record.day.fill("2026-03-03")
        record.day.press("Enter")
        expect(record.error).to_be_hidden()
        record.day.fill(wrong)
        record.day.press("Enter")
        expect(record.error).to_contain_text(f"“{wrong}” is not a day from 1 January 1997")
        expect(record.day).to_have_attribute("aria-invalid", "true")
        page.has_in_address(notice="2026-03-03")
    record.day.fill("2026-03-04")
    record.day.press("Enter")
    expect(record.error).to_be_hidden()
    expect(record.answer).to_contain_text("4 September 2026")
