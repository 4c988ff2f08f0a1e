"""A request for a picture is read, or what is wrong with it is said in a line."""

import pytest
from samples import day

from dashboard.publish.picture_forms import Request
from dashboard.publish.picture_request import RequestReader
from dashboard.story.briefing.asked import AskedError


def test_a_day_is_all_that_is_needed(reader: RequestReader) -> None:
    assert reader.request("2025-12-27", "svg", {}) == Request(day("2025-12-27"), "svg")


def test_everything_else_may_be_said(reader: RequestReader) -> None:
    given = {"state": "fin", "form": "MAP", "scale": "4", "theme": "dark"}
    wanted = Request(day("2004-03-01"), "png", "FIN", "map", 4, "dark")
    assert reader.request("2004-03-01", "png", given) == wanted


CODES = "BGR, BLR, EST, FIN, HUN, LTU, LVA, MDA, NOR, POL, ROU, RUS, SVK, UKR"
WHERE = "the codes are in states.csv of the pack"
REACH = "(expected YYYY-MM-DD from 1997-01-01 to 2026-12-31)"


@pytest.mark.parametrize(
    ("date", "given", "part", "said"),
    [
        ("2025-13-01", {}, "date", f"'2025-13-01' is not a day {REACH}"),
        ("2025-12", {}, "date", f"'2025-12' is not a day {REACH}"),
        ("1996-12-31", {}, "date", f"'1996-12-31' is not a day {REACH}"),
        ("2027-01-01", {}, "date", f"'2027-01-01' is not a day {REACH}"),
        ("x" * 5000, {}, "date", f"'{'x' * 60}…' is not a day {REACH}"),
        ("a\nb", {}, "date", f"'a\\nb' is not a day {REACH}"),
        (
            "2025-12-27",
            {"state": "FNL"},
            "state",
            f"'FNL' is not the code of a state (nearest: FIN; expected one of {CODES}; {WHERE})",
        ),
        (
            "2025-12-27",
            {"state": "42"},
            "state",
            f"'42' is not the code of a state (expected one of {CODES}; {WHERE})",
        ),
        (
            "2025-12-27",
            {"state": "DEU"},
            "state",
            f"Germany has no briefing (expected one of {CODES})",
        ),
        ("2025-12-27", {"form": "tall"}, "form", "'tall' (expected wide, square, map)"),
        ("2025-12-27", {"scale": "3"}, "scale", "'3' (expected 1, 2, 4)"),
        ("2025-12-27", {"scale": "9" * 5000}, "scale", f"'{'9' * 40}…' (expected 1, 2, 4)"),
        ("2025-12-27", {"theme": "<b>"}, "theme", "'<b>' (expected light, dark)"),
    ],
    ids=lambda value: ascii(value)[:30],
)
def test_what_is_wrong_is_said(
    reader: RequestReader, date: str, given: dict[str, str], part: str, said: str
) -> None:
    with pytest.raises(AskedError) as refusal:
        reader.request(date, "png", given)
    assert (refusal.value.name, str(refusal.value)) == (part, said)
