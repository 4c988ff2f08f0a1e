"""Links from published files to views of the page."""

from datetime import date


def view_address(page: str, day: date, iso_a3: str | None = None) -> str:
    """The address of ``page`` with this day, and this state, in view."""
    return f"{page}?date={day}" + (f"&state={iso_a3}" if iso_a3 else "")
