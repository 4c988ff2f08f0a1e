"""The words that sentences take from the treaty: what it is, how it is left, and after how long."""

from collections.abc import Mapping

from dashboard.record.law import Time
from dashboard.record.treaty import Treaty

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def length(time: Time) -> str:
    """``two months``, ``one month``, ``30 days``."""
    number, unit = (time.days, "day") if time.days else (time.months, "month")
    said = NUMBERS[number] if number < len(NUMBERS) else str(number)
    return f"{said} {unit}{'' if number == 1 else 's'}"


def notice_runs(time: Time | None) -> Mapping[str, str]:
    """What is said of the time between a notice and its effect, or of there being no clause."""
    if time is None:
        return {
            "notice_running": ". Bound until it takes effect.",
            "its_time_runs": "",
            "whose_time_runs": "",
        }
    said, verb, end = length(time), "are", "they end"
    if 1 in (time.days, time.months):
        verb, end = "is", "it ends"
    return {
        "notice_running": f", {said} running. Bound until {end}.",
        "its_time_runs": f" and its {said} {verb} running",
        "whose_time_runs": f", whose {said} {verb} running",
    }


class _Places(dict[str, str]):
    """Places that are not known stay as they are, for who fills in the rest."""

    def __missing__(self, place: str) -> str:
        return f"{{{place}}}"


class Wording:
    """Fills the words of a treaty into sentences."""

    def __init__(self, treaty: Treaty) -> None:
        words = treaty.words
        self.words: Mapping[str, str] = {
            "treaty": words.treaty,
            "withdrawal": words.withdrawal,
            "withdraw": words.withdraw,
            "withdrawing": words.withdrawing,
            "withdrew": words.withdrew,
            "withdrawn": words.withdrawn,
            **notice_runs(treaty.arithmetic.withdrawal),
        }

    def say(self, text: str) -> str:
        """The text with the treaty's words in the places that are theirs; others stay open."""
        return text.format_map(_Places(self.words))
