"""Reads the style sheets: the rules, and the colours that they give in one theme."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from coloraide import Color

from dashboard.paths import ASSETS
from dashboard.record.kinds import Standing

HATCHED = (Standing.NOTIFIED, Standing.SUSPENSION)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_COMMA = re.compile(r",\s*(?![^(]*\))")  # Not one within parentheses.
_OF_TWO_THEMES = re.compile(r"var\(--light, ([^()]+)\) var\(--dark, ([^()]+)\)")
_INNERMOST = re.compile(r"(var|color-mix)\(((?:[^()]|rgb\([^()]*\))*)\)")


def rules(sheet: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every selector of a style sheet with what it declares, in their order."""
    text = _COMMENT.sub("", (ASSETS / f"{sheet}.css").read_text(encoding="utf-8"))
    for selectors, body in _RULE.findall(text):
        for selector in _COMMA.split(selectors.strip()):
            yield selector, dict(_DECLARATION.findall(body))


def declared(sheet: str, selector: str, standing: Standing | None = None) -> dict[str, str]:
    """What holds for a selector, and for this standing where a rule is only for some of them."""
    found: dict[str, str] = {}
    for candidate, declarations in rules(sheet):
        rest = candidate.removeprefix(selector)
        only = re.findall(r'\[data-standing="(\w+)"\]', rest)
        plain = re.sub(r':is\(|\[data-standing="\w+"\]|[,)\s]', "", rest) == ""
        if candidate.startswith(selector) and plain and (not only or standing in only):
            found |= declarations
    return found


@dataclass(frozen=True)
class Theme:
    """The tokens as one of the two themes has them."""

    name: str

    def token(self, name: str) -> Color:
        return self.colour(f"var(--{name})")

    def colour(self, value: str, standing: Standing | None = None) -> Color:
        """A value of a style sheet as a colour, on an element of this standing."""
        declarations = {**declared("tokens", ":root"), **declared("tokens", "", standing)}
        mine = r"\1" if self.name == "light" else r"\2"
        tokens = {name: _OF_TWO_THEMES.sub(mine, value) for name, value in declarations.items()}
        value = value.removesuffix("!important").strip()
        while function := _INNERMOST.search(value):
            value = value.replace(function[0], self._value(function, tokens))
        return Color(value)

    def _value(self, function: re.Match[str], tokens: dict[str, str]) -> str:
        first, _, last = (part.strip() for part in function[2].partition(","))
        if function[1] == "var":
            return tokens.get(first, last)
        mixed, share, other = re.fullmatch(r"(.+) (\d+)%, (.+)", last).groups()  # type: ignore[union-attr]
        return Color(other).mix(mixed, int(share) / 100, space="srgb").to_string(hex=True)

    def standing(self, standing: Standing) -> Color:
        """The colour of a standing."""
        return self.colour("var(--standing)", standing)

    def line(self, standing: Standing) -> Color:
        """The line around a state of this standing."""
        return self.colour(declared("map", ".choroplethlayer path")["stroke"], standing)

    def hatch(self, standing: Standing) -> Color:
        """The lines of the hatching on a standing's colour."""
        over = self.colour(declared("map", ".hatching .hatch-line")["fill"])
        return laid(over, self.standing(standing))

    def __str__(self) -> str:
        return self.name


LIGHT, DARK = Theme("light"), Theme("dark")


def laid(over: Color, ground: Color) -> Color:
    """A colour that lets the ground shine through, on that ground."""
    return Color.layer([over, ground], space="srgb")


def clearest_step(*colours: Color) -> float:
    """The best contrast between two colours that touch, for an eye that crosses them in order."""
    return max(one.contrast(other) for one, other in pairwise(colours))
