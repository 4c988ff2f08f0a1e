"""Dates as precise as the sources are."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.record.dates import PartialDate, dates_in_words, day_in_words

YEARS = st.integers(1000, 2999)
LOOKS_LIKE_A_DAY_OF_ANY_MONTH = re.compile(
    r"[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?"
)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last", "words"),
    [
        ("2025-06-27", "day", date(2025, 6, 27), date(2025, 6, 27), "27 June 2025"),
        ("2025-06", "month", date(2025, 6, 1), date(2025, 6, 30), "June 2025"),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        ("2025-12", "month", date(2025, 12, 1), date(2025, 12, 31), "December 2025"),
        ("2026", "year", date(2026, 1, 1), date(2026, 12, 31), "2026"),
    ],
)
def test_a_date_is_as_precise_as_its_source(
    text: str, precision: str, first: date, last: date, words: str
) -> None:
    when = PartialDate.parse(text)
    assert (when.precision, when.first, when.last, when.words) == (precision, first, last, words)
    assert str(when) == text
    assert when.exact == (first if precision == "day" else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-13",
        "2025-00",
        "2025-13-01",
        "2025-02-29",
        "2025-06-31",
        "2025-06-00",
        "2025-6-27",
        "27.06.2025",
        "06/27/2025",
        "20250627",
        "2025-06-27T00:00",
        "2025-06-27 ",
        "2025-06-27\n",
        "2025-",
        "25-06-27",
        "0000",
        "9999-12-31",
        "-2025",
        "２０２５-06-27",
        "soon",
    ],
)
def test_anything_else_is_refused_and_the_form_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date") as refusal:
        PartialDate.parse(text)
    assert str(refusal.value).startswith(f"{text!r} is not a date (expected YYYY-MM-DD")


def test_a_day_is_said_without_leading_zeros() -> None:
    assert day_in_words(date(2012, 1, 9)) == "9 January 2012"
    months = [day_in_words(date(2025, month, 1)).split()[1][:3] for month in range(1, 13)]
    assert " ".join(months) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


@given(YEARS, st.none() | st.integers(1, 12), st.none() | st.integers(1, 28))
def test_what_is_written_is_read_back(year: int, month: int | None, day: int | None) -> None:
    when = PartialDate(year, month, day if month else None)
    assert PartialDate.parse(str(when)) == when
    assert when.first <= when.last
    assert (when.first == when.last) is (when.precision == "day")
    assert str(year) in when.words


@given(st.text(max_size=12) | st.from_regex(LOOKS_LIKE_A_DAY_OF_ANY_MONTH, fullmatch=True))
def test_text_is_a_date_if_and_only_if_it_looks_like_one(text: str) -> None:
    try:
        when = PartialDate.parse(text)
    except ValueError:
        assert not LOOKS_LIKE_A_DAY_OF_ANY_MONTH.fullmatch(text)
    else:
        assert str(when) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "acceded 2012-01-09, never signed; party from 2012-07-01",
            "acceded 9 January 2012, never signed; party from 1 July 2012",
        ),
        ("2025-08-20 / 2026-02-20", "20 August 2025 / 20 February 2026"),
        ("2025-04", "April 2025"),
        ("in the season 2011-12", "in the season 2011-12"),
        ("2025-06-19, 157-18", "19 June 2025, 157-18"),
        ("statement SG/SM/22686", "statement SG/SM/22686"),
        ("no such day: 2025-02-30", "no such day: 2025-02-30"),
        ("a number: 1997-12-03-7", "a number: 1997-12-03-7"),
        ("in 2026 (2025-26)", "in 2026 (2025-26)"),
    ],
)
def test_dates_in_a_text_are_said_as_readers_say_them(text: str, said: str) -> None:
    assert dates_in_words(text) == said
