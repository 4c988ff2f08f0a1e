"""Types of cells: how their text becomes a value, or an error of one line."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, PlainValidator, ValidationInfo

from dashboard.record.dates import PartialDate

ISO_A3 = re.compile(r"[A-Z]{3}", re.ASCII)
DIGITS = 9
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def _present(text: str) -> str:
    if not text:
        raise ValueError("is empty (expected a value)")
    return text


def _one_line(text: str) -> str:
    if any(unicodedata.category(sign) in _BREAKS for sign in text):
        raise ValueError(
            f"{text!r:.60} is not plain text (expected one line, no control characters)"
        )
    _present(text.strip())
    return text


_BREAKS = frozenset({"Cc", "Zl", "Zp"})


def _whole_day(value: Any) -> date:
    if type(value) is not date:
        shown = f"{value!r:.60}" if isinstance(value, str) else str(value)[:60]
        raise ValueError(f"{shown} is not a day (expected YYYY-MM-DD, without quotation marks)")
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        expected = f"a year from {_FIRST_YEAR} to {_LAST_YEAR}, as in the tables"
        raise ValueError(f"{value} is out of range (expected {expected})")
    return value


_FIRST_YEAR, _LAST_YEAR = 1000, 2999


def _slug(text: str) -> str:
    if not SLUG.fullmatch(_present(text)):
        raise ValueError(f"{text!r} is not an id (expected small letters, digits and hyphens)")
    return text


def _iso(text: str) -> str:
    if not ISO_A3.fullmatch(_present(text)):
        raise ValueError(f"{text!r} is not a state's code (expected three capital letters)")
    return text


def _optional_iso(text: str) -> str | None:
    return _iso(text) if text else None


def _list(text: str) -> tuple[str, ...]:
    items = tuple(item.strip() for item in text.split(";")) if text else ()
    if "" in items:
        raise ValueError(f"{text!r} has an empty item (expected items separated by '; ')")
    if len(set(items)) < len(items):
        raise ValueError(f"{text!r} names an item twice")
    return items


def _states(text: str) -> tuple[str, ...]:
    return tuple(_iso(item) for item in _list(text))


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        exact = PartialDate.parse(text).exact
    except ValueError:
        exact = None
    if exact is None:
        raise ValueError(f"{text!r} is not a date (expected YYYY-MM-DD)")
    return exact


def _when(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _dated(text: str) -> PartialDate:
    if not text:
        raise ValueError("is empty (expected a date)")
    return PartialDate.parse(text)


def _count(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text!r} is not a number (expected a whole number, 0 or more)")
    if len(text) > DIGITS:
        raise ValueError(f"{text!r} is too large (expected at most {DIGITS} digits)")
    return int(text)


def _length(text: str) -> int:
    length = _count(_present(text))
    if not length:
        raise ValueError(f"{text!r} is not a length (expected whole kilometres, more than 0)")
    return length


def _address(text: str) -> str:
    if not text:
        return text
    if not (text.isprintable() and " " not in text and _hostname(text)):
        raise ValueError(f"{text!r} is not a web address (expected https://…)")
    return text


def _hostname(text: str) -> str | None:
    try:
        address = urlsplit(text)
    except ValueError:
        return None
    return address.hostname if address.scheme in ("http", "https") else None


def one_of(vocabulary: type[StrEnum], what: str) -> BeforeValidator:
    """Accept the words of ``vocabulary``; say all of them when the cell holds another."""

    def check(text: Any, info: ValidationInfo) -> StrEnum:
        return _word_of(vocabulary, what, text, info)

    return BeforeValidator(check)


def _word_of(vocabulary: type[StrEnum], what: str, text: Any, info: ValidationInfo) -> StrEnum:
    """The word of a cell. The context of the validation may give own spellings of some."""
    words: Mapping[str, StrEnum] = _words(vocabulary)
    if own := info.context:
        words = {own.get(name, name): word for name, word in words.items()}
    if text not in words:
        expected = ", ".join(sorted(words))
        raise ValueError(f"{text!r} is not {what} (expected one of: {expected})")
    return words[text]


@cache
def _words(vocabulary: type[StrEnum]) -> Mapping[str, StrEnum]:
    return {str(word): word for word in vocabulary}


def optional_one_of(vocabulary: type[StrEnum], what: str) -> PlainValidator:
    """Like ``one_of``, and an empty cell is None."""

    def check(text: str, info: ValidationInfo) -> StrEnum | None:
        return _word_of(vocabulary, what, text, info) if text else None

    return PlainValidator(check)


Text = Annotated[str, AfterValidator(_present)]
Slug = Annotated[str, AfterValidator(_slug)]
Line = Annotated[str, AfterValidator(_one_line)]
"""Text that stands in titles, calendars and terminals: one line of it."""
WholeDay = Annotated[date, BeforeValidator(_whole_day)]
"""A day as TOML writes it; text and numbers, which could pass for a day, are refused."""
Iso = Annotated[str, AfterValidator(_iso)]
OptionalIso = Annotated[str | None, BeforeValidator(_optional_iso)]
Items = Annotated[tuple[str, ...], BeforeValidator(_list)]
States = Annotated[tuple[str, ...], BeforeValidator(_states)]
Day = Annotated[date | None, PlainValidator(_day)]
When = Annotated[PartialDate | None, PlainValidator(_when)]
Dated = Annotated[PartialDate, PlainValidator(_dated)]
Count = Annotated[int | None, PlainValidator(_count)]
Length = Annotated[int, PlainValidator(_length)]
Address = Annotated[str, AfterValidator(_address)]
