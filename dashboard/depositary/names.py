"""The names of participants: which state, which organisation, which is not known."""

import logging
import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any

import country_converter
import pandas as pd

from dashboard.depositary.status import Participant
from dashboard.record.cells import ISO_A3

LOG = "country_converter"
ORGANISATION = re.compile(
    r"\b(european (union|(economic |atomic energy )?community|communities)|euratom|"
    r"organi[sz]ation|african union|league of arab|commonwealth of independent|agency|"
    r"commission|council of|authority|secretariat|fund|bank)\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"^(the )?(people's )?democratic (republic of )?yemen$|^(the )?republic of china$|^korea$|"
    r"czecho-?slovak",
    re.IGNORECASE,
)
"""Names of more than one state, or of one that is no more, though every word fits another."""
WORD = re.compile(r"[a-z]+")
FORMAL = frozenset(
    WORD.findall(
        "the of and a s state states republic rep kingdom united federal federation federated "
        "former formerly yugoslav democratic people islamic arab jamahiriya socialist independent "
        "co operative cooperative commonwealth principality plurinational bolivarian st saint"
    )
)
"""Words of formal names, which tell no state from another."""
NOT_IN_IT = re.compile(r"\(\?!.*?\)")
ESCAPE = re.compile(r"\\[a-zA-Z]")


class Names:
    """Turns names of states into ISO 3166-1 codes, and never guesses.

    ``given`` are the codes that an editor gave for names, in lower case; they win.
    """

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._given = {name.lower(): iso for name, iso in (given or {}).items()}

    def iso(self, name: str) -> str | None:
        """The code of the state of this name (``XKX`` for Kosovo); None where it is not known."""
        if given := self._given.get(name.lower()):
            return given
        if not name or OTHER.search(name) or ORGANISATION.search(name):
            return None
        # Several matches come as a list, none as the text that is asked for.
        found = self._converter.convert(name, src="regex", to="ISO3", not_found="")
        if not (isinstance(found, str) and ISO_A3.fullmatch(found)) or found in self._past:
            return None
        return found if self._explains(found, name) else None

    def is_organisation(self, participant: Participant) -> bool:
        """Whether a participant is an international organisation, as the European Union is."""
        named = ORGANISATION.search(participant.name) and not self._given.get(
            participant.name.lower()
        )
        return participant.is_organisation or bool(named)

    def short_name(self, iso_a3: str) -> str:
        """The short English name of a state; its code where there is none."""
        name = self._converter.convert(iso_a3, src="ISO3", to="name_short", not_found=iso_a3)
        return name if isinstance(name, str) else iso_a3

    def _explains(self, iso_a3: str, name: str) -> bool:
        """Whether every word of a name belongs to that state.

        The library looks for a state's name anywhere in a text: it finds Somalia in Somaliland.
        """
        row = self._rows[iso_a3]
        words = FORMAL | _words(row.name_short) | _words(row.name_official)
        words |= _words(ESCAPE.sub(" ", NOT_IN_IT.sub("", row.regex)))
        own = re.compile(row.regex, re.IGNORECASE)
        return bool(own.fullmatch(name)) or all(map(own.fullmatch, _words(name) - words))

    @cached_property
    def _data(self) -> pd.DataFrame:
        # Read here: by itself the library takes Namibia's code, NA, for a gap under pandas 3.1.
        with (files(LOG) / "country_data.tsv").open("r", encoding="utf-8") as stream:
            return pd.read_csv(stream, sep="\t", keep_default_na=False)

    @cached_property
    def _rows(self) -> dict[str, Any]:
        """What the library knows of each state, by its code."""
        return {row.ISO3: row for row in self._data.itertuples()}

    @cached_property
    def _converter(self) -> country_converter.CountryConverter:
        logging.getLogger(LOG).setLevel(logging.CRITICAL)  # What is not known is told by us.
        return country_converter.CountryConverter(country_data=self._data, include_obsolete=True)

    @cached_property
    def _past(self) -> frozenset[str]:
        """Codes of states and parts of states that are no more."""
        return frozenset(self._data.loc[self._data["obsolete"] != "", "ISO3"])


def _words(text: str) -> set[str]:
    """The words of a text, small and without accents."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return set(WORD.findall("".join(each for each in plain if not unicodedata.combining(each))))
