"""What belongs to one treaty stands in its pack: the program names no treaty and no region."""

import re
from pathlib import Path

import pytest

from dashboard.paths import ASSETS, PACKAGE

WORDS = (
    "NATO",
    "Ottawa",
    "mines",
    "mine-ban",
    "landmines?",
    "flank",
    "eastern",
    "Baltic",
    "Russian?",
    "Belarus",
    "Ukraine",
    "Crimea",
    "Estonia",
    "Finland",
    "Latvia",
    "Lithuania",
    "Norway",
    "Poland",
    "six months",
    "Article (?:17|20)",
    "Art\\. (?:17|20)",
)
FOUND = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
EXCEPTIONS = {
    # Whose land is whose on every map: the United Nations' word, not that of a treaty.
    "atlas/territory.py": re.compile("Russia|Ukraine|Crimea|Finland", re.IGNORECASE),
    # The language in which words were said.
    "story/words.py": re.compile("Russian"),
    # The pack that is shown where none is named.
    "paths.py": re.compile("mine-ban"),
    # Addresses that stand as examples.
    "cli.py": re.compile("mines"),
    "web/settings.py": re.compile("mines"),
    "web/setting_values.py": re.compile("mines"),
    "web/base_path.py": re.compile("mines"),
}
KINDS = {".py", ".js", ".css", ".typ", ".j2", ".svg"}


def own_files(folder: Path) -> list[Path]:
    """The files of the project in a folder, without packages and what was built from others."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in KINDS and not {"node_modules", "built"} & set(path.parts)
    ]


@pytest.mark.parametrize("folder", [PACKAGE, ASSETS], ids=["dashboard", "assets"])
def test_the_program_has_no_word_of_a_treaty_an_alliance_or_a_region(folder: Path) -> None:
    files = own_files(folder)
    assert files
    said = []
    for path in files:
        name = path.relative_to(folder).as_posix()
        allowed = EXCEPTIONS.get(name, re.compile("(?!)"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            said += [
                f"{name}:{number}: {word}"
                for word in FOUND.findall(line)
                if not allowed.fullmatch(word)
            ]
    assert said == []


def test_no_exception_outlives_what_it_is_for() -> None:
    for name, allowed in EXCEPTIONS.items():
        assert allowed.search((PACKAGE / name).read_text(encoding="utf-8")), name
