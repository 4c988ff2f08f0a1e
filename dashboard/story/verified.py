"""How far the record vouches for a day."""

from datetime import date

from dashboard.record.dates import day_in_words
from dashboard.record.treaty import Treaty


def beyond(treaty: Treaty, day: date) -> bool:
    """Whether ``day`` comes after the last day that the record vouches for."""
    return day > treaty.verified_through


def verified(treaty: Treaty, day: date) -> str:
    """How far the record vouches, in a sentence; of a later day, what that means for it."""
    through = f"Record verified through {day_in_words(treaty.verified_through)}"
    return f"{through}; no later change is on record." if beyond(treaty, day) else f"{through}."
