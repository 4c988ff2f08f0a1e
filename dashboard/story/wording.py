"""The words that sentences take from the treaty: what it is, how it is left, and after how long."""

from collections.abc import Mapping

from dashboard.record.treaty import RuleBook, Treaty

NUMBERS = (
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def length(months: int) -> str:
    """``six months``, ``one month``."""
    number = NUMBERS[months] if months < len(NUMBERS) else str(months)
    return f"{number} {'month' if months == 1 else 'months'}"


def notice_runs(rules: RuleBook) -> Mapping[str, str]:
    """What is said of the time between a notice and its effect."""
    time = length(rules.withdrawal.months)
    one = rules.withdrawal.months == 1
    verb, end = ("is", "it ends") if one else ("are", "they end")
    return {
        "notice_running": f", {time} running. Bound until {end}.",
        "its_time_runs": f" and its {time} {verb} running",
        "whose_time_runs": f", whose {time} {verb} running",
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
            **notice_runs(treaty.rules),
        }

    def say(self, text: str) -> str:
        """The text with the treaty's words in the places that are theirs; others stay open."""
        return text.format_map(_Places(self.words))
