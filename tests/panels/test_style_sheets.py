"""The widths at which the page changes have names, and no others are used."""

import re
from collections.abc import Iterator

from dashboard.page_files import PageFiles
from dashboard.paths import ASSETS

TOKENS = (ASSETS / "tokens.css").read_text(encoding="utf-8")
TABLE = re.search(r"/\* Breakpoints.*?\n\n(.*?)\*/", TOKENS, re.DOTALL)
CONDITION = re.compile(r"@(?:media|container)([^{]*)\{|matchMedia\(([^;]*)\)")
LENGTH = re.compile(r"-?[\d.]+(?:em|rem|px|ch|vw|vh|pt|mm)\b")
OF_LAYER = re.compile(r"@layer ([\w-]+) \{\n.*\n\}\n", re.DOTALL)


def named() -> dict[str, str]:
    """Every breakpoint by its name."""
    assert TABLE
    return dict(re.findall(r"^ +([a-z-]+) +([\d.]+em)\b", TABLE[1], flags=re.MULTILINE))


def used() -> Iterator[str]:
    """Every length in the conditions of style sheets and scripts."""
    for file in (*ASSETS.glob("*.css"), *(ASSETS / "js").rglob("*.js")):
        for condition in CONDITION.finditer(file.read_text(encoding="utf-8")):
            yield from LENGTH.findall(condition[1] or condition[2] or "")


def test_style_sheets_and_scripts_change_at_named_widths_only() -> None:
    values = list(named().values())
    assert len(values) == len(set(values))
    assert set(used()) == set(values)


def test_every_style_sheet_is_in_one_of_the_layers_that_the_first_one_declares() -> None:
    first, *others = (address.partition("?")[0] for address in PageFiles.of(ASSETS).styles)
    assert first == "assets/cascade.css"
    text = (ASSETS / "cascade.css").read_text(encoding="utf-8")
    [order] = re.findall(r"^@layer ([\w, -]+);$", text, flags=re.MULTILINE)
    found = set()
    for name in others:
        sheet = (ASSETS.parent / name).read_text(encoding="utf-8")
        rest = re.sub(r"\A(/\*.*?\*/\s*)+", "", sheet, flags=re.DOTALL)
        layer = OF_LAYER.fullmatch(rest)
        assert layer, name
        found.add(layer[1])
    assert found == set(order.split(", "))
