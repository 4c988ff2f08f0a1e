"""What stands above a table of the UN Treaty Collection: numbers of states, days, its address."""

import re

from dashboard.depositary.grid import day_of
from dashboard.depositary.status import Head

SECRETARY_GENERAL = "Secretary-General of the United Nations"
NUMBER = re.compile(r"mtdsg_no=([IVXL]+-[0-9A-Za-z-]+)")
COUNT = r"{}\s*:?\s*(\d{{1,3}})(?!\d)"
IN_FORCE = re.compile(r"entry into force\s*:?\s*(\d{1,2} [A-Z][a-z]+ \d{4})", re.IGNORECASE)
DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ [12]\d{3}")


def head_of_text(text: str) -> Head:
    """What the words above a table say: signatories, parties, entry into force."""
    in_force = IN_FORCE.search(text)
    return Head(
        entered_into_force=day_of(in_force[1]) if in_force else None,
        signatories=count(text, "Signatories"),
        parties=count(text, "Parties"),
    )


def count(text: str, noun: str) -> int | None:
    """The number behind a noun: ``Parties: 161``."""
    found = re.search(COUNT.format(noun), text)
    return int(found[1]) if found else None


def reference_in(text: str) -> str:
    """``UN Treaty Collection, Chapter XXVI-5``, from an address in the text; blank without one."""
    found = NUMBER.search(text)
    return f"UN Treaty Collection, Chapter {found[1]}" if found else ""
