"""The colours of the slides, from the tokens of the style sheet."""

from collections.abc import Mapping

from dashboard.publish.drawingml import Fill
from dashboard.publish.tokens import mixed
from dashboard.record.kinds import Standing
from dashboard.story.standings import HATCHED

WHITE_IN_LINES = 0.55
"""How much white there is in a line of the hatching, as on the page."""
WHITE_IN_EXPECTED = 0.5
"""How much paler than what holds is what follows if nothing changes."""
WHITE = "#ffffff"


class Palette:
    """Fills, inks and names by standing; ``tokens`` are the colours of the style sheet by name,
    ``words`` the names of standings."""

    def __init__(self, tokens: Mapping[str, str], words: Mapping[Standing, str]) -> None:
        self.tokens = tokens
        self.words = words

    def colour(self, standing: Standing) -> str:
        """The colour of a standing as a surface."""
        return self.tokens[standing]

    def ink(self, standing: Standing) -> str:
        """The colour of a standing as a text."""
        return self.tokens[f"{standing}-ink"]

    def lines(self, standing: Standing) -> str:
        """The colour of the hatching on a standing."""
        return mixed(self.colour(standing), WHITE, WHITE_IN_LINES)

    def fill(self, standing: Standing, expected: bool = False) -> Fill:
        """A small surface of a standing, hatched where it is running out or disputed."""
        pale = WHITE_IN_EXPECTED if expected else 0
        colour = mixed(self.colour(standing), WHITE, pale)
        if standing in HATCHED:
            return Fill(colour, mixed(self.lines(standing), WHITE, pale), HATCHED[standing])
        return Fill(colour)

    def on(self, colour: str) -> str:
        """The ink that is read best on a colour: white or dark, as a colour of the theme."""
        return max(
            (("bg1", self.tokens["surface"]), ("tx1", self.tokens["ink"])),
            key=lambda ink: contrast(ink[1], colour),
        )[0]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (``#rrggbb``) after WCAG: from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
